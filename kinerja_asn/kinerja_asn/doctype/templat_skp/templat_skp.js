frappe.ui.form.on("Templat SKP", {
	setup: (frm) => kinerja_asn.rencana.set_up(frm),

	refresh(frm) {
		frm.set_intro("");
		frm.set_intro(
			__("Isi awal SKP untuk satu jabatan: dipakai saat membuka periode dan dapat diubah pegawai dalam drafnya."),
			frm.doc.aktif ? "blue" : "gray"
		);
		kinerja_asn.rencana.refresh(frm);
		kinerja_asn.instansi.choose(frm);
	},
});
