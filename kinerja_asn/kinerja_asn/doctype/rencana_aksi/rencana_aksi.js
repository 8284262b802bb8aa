frappe.ui.form.on("Rencana Aksi", {
	// Written, asked for and agreed on in the portal: here it is read.
	refresh(frm) {
		frm.disable_form();
		frm.set_intro("");
		const [kalimat, warna] = get_petunjuk_rencana_aksi(frm);
		frm.set_intro(frappe.utils.escape_html(kalimat), warna);
		if ([frm.doc.pegawai_user, frm.doc.penilai_user].includes(frappe.session.user)) {
			frm.add_custom_button(__("Buka di portal"), () => {
				window.open(`/kinerja/rencana_aksi?${new URLSearchParams({ name: frm.doc.name })}`);
			});
		}
	},
});

function get_petunjuk_rencana_aksi(frm) {
	const pegawai = frm.doc.nama_pegawai || __("pegawai");
	const penilai = frm.doc.nama_penilai || __("Pejabat Penilai Kinerja");
	return {
		Disusun: [__("{0} menulis langkahnya di portal dan mengajukannya. Realisasi tidak menunggunya.", [pegawai]), "blue"],
		"Menunggu kesepakatan": [__("{0} sudah mengajukannya; kesepakatan {1} ditunggu.", [pegawai, penilai]), "orange"],
		Disepakati: [__("{0} dan {1} sudah menyepakatinya.", [pegawai, frm.doc.nama_penyepakat || penilai]), "green"],
		"Berubah sejak disepakati": [
			__("{0} mengubahnya sejak disepakati. Baris tanpa centang Disepakati yang baru atau berubah.", [pegawai]),
			"orange",
		],
	}[frm.doc.status];
}
