// One unit at a time takes an afternoon: the grid has all of a period.
frappe.listview_settings["Kinerja Unit"] = {
	onload(listview) {
		if (!frappe.model.can_create("Kinerja Unit")) return;
		listview.page.add_inner_button(__("Isi Semua Unit"), () => (window.location.href = "/kinerja/unit"));
	},
};
