frappe.listview_settings["Permintaan Umpan Balik"] = {
	add_fields: ["status"],
	get_indicator: (doc) => {
		const warna = { Diusulkan: "blue", Berjalan: "orange", Selesai: "green", Dibatalkan: "gray" };
		return [__(doc.status), warna[doc.status], `status,=,${doc.status}`];
	},
};
