// The ID is made of what the other columns say, and is cut where they differ.
frappe.listview_settings["Perjanjian Kinerja"] = {
	hide_name_column: true,
	get_indicator(doc) {
		const warna = { Rancangan: "orange", Ditetapkan: "green" };
		return [__(doc.status), warna[doc.status], `status,=,${doc.status}`];
	},
};
