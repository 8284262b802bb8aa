frappe.ui.form.on("Perpindahan Kinerja", {
	setup(frm) {
		frm.set_query("pegawai", () => ({ filters: { status: "Active" } }));
		frm.set_query("penilai_baru", () => ({
			query: "kinerja_asn.api.orang.pejabat.search",
			filters: { selain: [frm.doc.penilai_lama] },
		}));
		frm.set_df_property("penilai_baru", "filter_description", __("Hanya pegawai aktif yang akunnya dapat dipakai."));
	},

	refresh(frm) {
		frm.set_intro("");
		const [kalimat, warna] = get_petunjuk_perpindahan(frm);
		frm.set_intro(kalimat, warna);
		if (!frm.is_new() && !may_ubah_sampai(frm)) frm.disable_save();
	},

	jenis: (frm) => frm.trigger("refresh"),

	// Saving carries the move out, and nothing takes it back: what would be refused is said before that is asked.
	validate(frm) {
		if (!frm.is_new() || is_belum_lengkap(frm)) return; // Frappe names what is missing
		return frappe
			.xcall("kinerja_asn.api.orang.perpindahan.preview", { doc: frm.doc })
			.then(confirm_perpindahan)
			.then((lanjut) => (frappe.validated = lanjut));
	},
});

function is_belum_lengkap(frm) {
	return frm.meta.fields.some(
		({ fieldname }) =>
			frappe.meta.get_docfield(frm.doctype, fieldname, frm.docname).reqd &&
			!frappe.model.has_value(frm.doctype, frm.docname, fieldname)
	);
}

function confirm_perpindahan(jumlah) {
	const kalimat = __(
		"Perpindahan ini menyangkut {0} pegawai. Menyimpan langsung memindahkan dokumennya yang terbuka dan tidak dapat dibatalkan. Lanjutkan?",
		[jumlah]
	);
	return new Promise((jawab) => frappe.confirm(kalimat, () => jawab(true), () => jawab(false)));
}

function may_ubah_sampai(frm) {
	return frm.doc.jenis === "Penunjukan Plt./Plh. Pejabat Penilai" && !frm.doc.selesai_pada;
}

function get_petunjuk_perpindahan(frm) {
	if (!frm.is_new() && !frm.doc.dijalankan_pada) {
		return [__("Sedang dijalankan di latar belakang. Muat ulang halaman untuk melihat jejaknya."), "orange"];
	}
	if (!frm.is_new()) {
		return may_ubah_sampai(frm)
			? [__("Sedang berlaku. Isi Sampai ketika hari terakhirnya diketahui; dokumen kembali sendiri sesudahnya."), "orange"]
			: [__("Sudah dijalankan. Dokumen yang berpindah tercantum di bawah."), "green"];
	}
	return {
		"Mutasi pegawai": [__("Ubah dahulu jabatan, unit, atau atasan pada data pegawai. SKP yang berlaku ditutup dan draf penerusnya dibuat."), "blue"],
		"Pergantian Pejabat Penilai": [__("SKP semua pegawai yang dinilai pejabat lama diteruskan kepada pejabat baru."), "blue"],
		"Penunjukan Plt./Plh. Pejabat Penilai": [__("Dokumen yang terbuka beralih sementara kepada Plt./Plh. dan kembali setelah hari terakhir."), "blue"],
	}[frm.doc.jenis] || [__("Pilih jenis perpindahan."), "blue"];
}
