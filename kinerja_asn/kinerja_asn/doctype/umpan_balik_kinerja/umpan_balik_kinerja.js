frappe.ui.form.on("Umpan Balik Kinerja", {
	setup(frm) {
		frm.set_query("skp", () => ({ filters: { tahap: "Ditetapkan" } }));
	},

	refresh(frm) {
		frm.set_intro("");
		if (frm.is_new()) {
			frm.set_intro(__("Umpan balik langsung dapat dibaca pegawai dan tidak dapat diubah setelah disimpan."), "blue");
		} else {
			frm.disable_save();
		}
	},

	skp: (frm) => list_hasil_kerja(frm),
	sasaran: (frm) => list_hasil_kerja(frm),
});

// A row is named by its key; people choose it by its words.
function list_hasil_kerja(frm) {
	if (!frm.doc.skp || frm.doc.sasaran !== "Hasil Kerja") return;
	frappe.db.get_doc("SKP", frm.doc.skp).then(({ hasil_kerja }) => {
		const daftar = hasil_kerja.map((row) => ({ value: row.kunci, label: `${row.idx}. ${row.rencana_hasil_kerja}` }));
		frm.get_field("hasil_kerja").set_data(daftar);
	});
}
