frappe.listview_settings["Layanan Publik"] = {
	hide_name_column: true,
	get_indicator: (doc) => [__(doc.status), doc.status === "Dibuka" ? "green" : "gray", `status,=,${doc.status}`],
};
