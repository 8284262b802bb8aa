// The ID is random and says nothing.
frappe.listview_settings["Penyiapan Evaluasi"] = {
	hide_name_column: true,
	get_indicator(doc) {
		const warna = { Menunggu: "gray", Berjalan: "blue", Terhenti: "orange", Selesai: "green" };
		return [__(doc.status), warna[doc.status], `status,=,${doc.status}`];
	},
};
