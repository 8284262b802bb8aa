frappe.listview_settings["Catatan Harian"] = {
	hide_name_column: true,
	get_indicator(doc) {
		const warna = { Draf: "gray", Diajukan: "orange", Disetujui: "green" };
		return [__(doc.status), warna[doc.status], `status,=,${doc.status}`];
	},
};
