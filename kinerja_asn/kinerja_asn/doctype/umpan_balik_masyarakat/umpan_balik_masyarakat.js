frappe.ui.form.on("Umpan Balik Masyarakat", {
	refresh(frm) {
		frm.disable_save();
		if (!frm.doc.komentar || !frappe.user.has_role(["Pengelola Kinerja", "Pengelola Kinerja Unit"])) return;
		const muat_ulang = () => frm.reload_doc();
		if (frm.doc.status_komentar !== "Ditampilkan") {
			frm.add_custom_button(__("Tampilkan Komentar"), () => kinerja_asn.layanan.show([frm.doc.name], muat_ulang));
		}
		if (frm.doc.status_komentar !== "Disembunyikan") {
			frm.add_custom_button(__("Sembunyikan Komentar"), () => kinerja_asn.layanan.hide([frm.doc.name], muat_ulang));
		}
	},
});
