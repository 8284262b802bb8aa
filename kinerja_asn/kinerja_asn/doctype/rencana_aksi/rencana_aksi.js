frappe.ui.form.on("Rencana Aksi", {
	refresh(frm) {
		frm.set_intro("");
		const [kalimat, warna] = get_petunjuk_rencana_aksi(frm);
		frm.set_intro(frappe.utils.escape_html(kalimat), warna);
	},
});

function get_petunjuk_rencana_aksi(frm) {
	const pegawai = frm.doc.nama_pegawai || __("pegawai");
	const penilai = frm.doc.nama_penilai || __("Pejabat Penilai Kinerja");
	return {
		Disusun: [__("{0} menulis langkahnya di portal dan mengajukannya. Realisasi tidak menunggunya.", [pegawai]), "blue"],
		"Menunggu kesepakatan": [__("Diajukan {0}, menunggu kesepakatan {1}.", [pegawai, penilai]), "orange"],
		Disepakati: [__("Disepakati {0} dengan {1}.", [pegawai, frm.doc.nama_penyepakat || penilai]), "green"],
		"Berubah sejak disepakati": [
			__("{0} mengubahnya sejak disepakati. Baris tanpa centang Disepakati yang baru atau berubah.", [pegawai]),
			"orange",
		],
	}[frm.doc.status];
}
