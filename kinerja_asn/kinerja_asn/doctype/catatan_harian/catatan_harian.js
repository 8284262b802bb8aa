frappe.ui.form.on("Catatan Harian", {
	// Written, sent and approved in the portal: here it is read.
	refresh(frm) {
		frm.disable_form();
		const halaman = { [frm.doc.pegawai_user]: "harian", [frm.doc.penilai_user]: "tim/harian" }[frappe.session.user];
		if (halaman) {
			frm.add_custom_button(__("Buka di portal"), () => {
				window.open(`/kinerja/${halaman}?${new URLSearchParams({ name: frm.doc.name })}`);
			});
		}
	},
});
