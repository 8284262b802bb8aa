// The grid has all of a period; there leaders set results, HR gathers recommendations.
frappe.listview_settings["Kinerja Unit"] = {
	add_fields: ["masa_ke"],
	// Without it the quarters of a year read alike.
	formatters: { jenis: (jenis, _df, doc) => (doc.masa_ke ? __("{0} ke-{1}", [__(jenis), doc.masa_ke]) : __(jenis)) },
	onload(listview) {
		if (!frappe.model.can_create("Kinerja Unit")) return;
		listview.page.add_inner_button(__("Buka Semua Unit"), () => (window.location.href = "/kinerja/unit"));
	},
};
