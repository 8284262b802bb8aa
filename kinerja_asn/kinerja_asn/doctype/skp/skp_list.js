// The ID is made of what the other columns say, and is cut where they differ.
frappe.listview_settings["SKP"] = {
	hide_name_column: true,
	onload(listview) {
		const peran = ["Pengelola Kinerja", "Pengelola Kinerja Unit", "Auditor Kinerja"];
		if (!peran.some((role) => frappe.user.has_role(role))) return;
		listview.page.add_inner_button(__("Lembar Kerja (xlsx)"), () => {
			const periode = listview.page.fields_dict.periode;
			const dipilih = (periode && periode.get_value()) || "";
			window.open(`/kinerja/lembar?periode=${encodeURIComponent(dipilih)}`);
		});
	},
};
