// From an employee's record to everything there is about his performance.
frappe.ui.form.on("Employee", {
	refresh(frm) {
		const peran = ["Pengelola Kinerja", "Pengelola Kinerja Unit", "Auditor Kinerja", "Pejabat Penilai Kinerja"];
		if (frm.is_new() || !frm.doc.nip || !frappe.user.has_role(peran)) return;
		frm.add_custom_button(__("Kinerja"), () =>
			location.assign(`/kinerja/pegawai?pegawai=${encodeURIComponent(frm.doc.name)}`)
		);
	},
});
