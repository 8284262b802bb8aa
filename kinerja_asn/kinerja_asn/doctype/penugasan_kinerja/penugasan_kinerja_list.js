// The ID is random and says nothing.
frappe.listview_settings["Penugasan Kinerja"] = {
	hide_name_column: true,
	get_indicator(doc) {
		const warna = { "Menunggu persetujuan": "orange", Disetujui: "green", Ditolak: "red", Ditarik: "gray" };
		return [__(doc.status), warna[doc.status], `status,=,${doc.status}`];
	},
};
