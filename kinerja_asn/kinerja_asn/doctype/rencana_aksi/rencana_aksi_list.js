frappe.listview_settings["Rencana Aksi"] = {
	hide_name_column: true,
	get_indicator(doc) {
		const warna = {
			Disusun: "gray",
			"Menunggu kesepakatan": "orange",
			Disepakati: "green",
			"Berubah sejak disepakati": "yellow",
		};
		return [__(doc.status), warna[doc.status], `status,=,${doc.status}`];
	},
};
