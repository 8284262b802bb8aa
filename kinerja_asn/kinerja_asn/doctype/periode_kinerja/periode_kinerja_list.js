frappe.listview_settings["Periode Kinerja"] = {
	get_indicator(doc) {
		const warna = { Draf: "gray", Dibuka: "green", Ditutup: "darkgrey" };
		return [__(doc.status), warna[doc.status], `status,=,${doc.status}`];
	},
};
