frappe.ui.form.on("Perubahan SKP", {
	setup(frm) {
		frm.set_query("skp", () => ({ filters: { tahap: "Ditetapkan" } }));
		kinerja_asn.rencana.set_up(frm);
	},

	refresh(frm) {
		kinerja_asn.formulir.show_tahap(frm, get_petunjuk_perubahan(frm));
		kinerja_asn.formulir.name_zona(frm, ["tenggat_penetapan"]);
		kinerja_asn.rencana.refresh(frm);
	},

	before_workflow_action: (frm) => kinerja_asn.formulir.request_alasan(frm),
});

function get_petunjuk_perubahan(frm) {
	const pegawai = frm.doc.nama_pegawai || __("pegawai");
	return {
		Baru: [__("Pilih SKP dan alasan perubahannya, lalu simpan: isinya disalin dari SKP yang berlaku."), "blue"],
		Draf: [__("Sedang disusun {0}. SKP yang berlaku belum berubah sampai perubahan ini ditetapkan.", [pegawai]), "blue"],
		Diajukan: [__("Sedang diperiksa; isinya terkunci. SKP yang berlaku belum berubah."), "orange"],
		Dikembalikan: [
			__("Dikembalikan kepada {0} untuk diperbaiki. Alasan: {1}", [pegawai, frm.doc.catatan_pengembalian || "-"]),
			"orange",
		],
		Ditetapkan: [__("Sudah menjadi isi SKP. Isi sebelumnya tersimpan sebagai Versi SKP."), "green"],
		Ditutup: [__("Dibatalkan. SKP yang berlaku tidak berubah."), "gray"],
	};
}
