frappe.ui.form.on("Kinerja Unit", {
	refresh(frm) {
		kinerja_asn.formulir.show_judul(frm);
		// The server says who may; the form offers nobody else what it would refuse.
		const menetapkan = frm.is_new() ? false : frm.doc.penetap_user === frappe.session.user;
		["predikat_organisasi", "jenis_dasar", "dasar", "ekspektasi_pimpinan", "indeks_rb"].forEach((nama) =>
			frm.set_df_property(nama, "read_only", menetapkan || frappe.session.user === "Administrator" ? 0 : 1)
		);
		frm.set_intro("");
		if (!menetapkan) {
			frm.set_intro(
				frm.doc.nama_penetap
					? __("Predikatnya ditetapkan {0}. Yang diisi di sini: rekomendasi.", [frm.doc.nama_penetap])
					: __("Predikatnya ditetapkan pimpinan unit di atasnya. Yang diisi di sini: rekomendasi."),
				"blue"
			);
		}
	},
});
