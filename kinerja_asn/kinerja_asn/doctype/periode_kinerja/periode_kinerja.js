frappe.ui.form.on("Periode Kinerja", {
	refresh(frm) {
		frm.set_intro("");
		const [teks, warna] = get_petunjuk_periode(frm);
		frm.set_intro(teks, warna);
		if (!frm.is_new()) add_daftar(frm);
	},
});

function get_petunjuk_periode(frm) {
	if (frm.is_new()) {
		return [__("Pilih instansi dan tahun lalu simpan; tanggal yang kosong terisi menurut PermenPANRB 6/2022."), "blue"];
	}
	return {
		Draf: [__("Ubah status menjadi Dibuka agar pegawai dapat menyusun SKP dan melaporkan realisasi."), "orange"],
		Dibuka: [__("Pegawai dapat menyusun SKP dan melaporkan realisasi. Masa pelaporan tidak dapat diubah lagi setelah ada SKP."), "green"],
		Ditutup: [__("Periode ditutup: SKP dan realisasi baru tidak diterima."), "gray"],
	}[frm.doc.status];
}

function add_daftar(frm) {
	["SKP", "Realisasi Kinerja", "Evaluasi Kinerja", "Kinerja Unit"].forEach((doctype) =>
		frm.add_custom_button(
			__(doctype),
			() => frappe.set_route("List", doctype, { periode: frm.doc.name }),
			__("Lihat Daftar")
		)
	);
	frm.add_custom_button(__("Progres Realisasi"), () =>
		frappe.set_route("query-report", "Progres Realisasi", { periode: frm.doc.name })
	);
}
