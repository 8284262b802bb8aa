frappe.listview_settings["Umpan Balik Kinerja"] = {
	add_fields: ["sifat"],
	get_indicator: (doc) => [__(doc.sifat), doc.sifat === "Positif" ? "green" : "orange", `sifat,=,${doc.sifat}`],
};
