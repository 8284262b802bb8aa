frappe.listview_settings["SKP"] = {
	onload(listview) {
		const peran = ["Pengelola Kinerja", "Pengelola Kinerja Unit", "Auditor Kinerja"];
		if (!peran.some((satu) => frappe.user.has_role(satu))) return;
		listview.page.add_inner_button(__("Lembar Kerja (xlsx)"), () => {
			const periode = listview.page.fields_dict.periode;
			const dipilih = (periode && periode.get_value()) || "";
			window.open(`/kinerja/lembar?periode=${encodeURIComponent(dipilih)}`);
		});
	},
};
