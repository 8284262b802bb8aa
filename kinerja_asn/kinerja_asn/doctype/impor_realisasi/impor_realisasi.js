frappe.ui.form.on("Impor Realisasi", {
	setup(frm) {
		frm.set_query("periode", () => ({ filters: { status: "Dibuka" } }));
	},

	refresh(frm) {
		frm.toggle_display("berkas", !frm.is_new());
		if (frm.is_new()) {
			return frm.set_intro(__("Simpan dahulu; sesudahnya lembarnya diunduh dan berkasnya diunggah di sini."), "blue");
		}
		show_hasil_impor(frm);
		add_tombol_impor(frm);
		watch_impor(frm);
	},
});

function get_status_impor(frm) {
	return frm.doc.status === "Berjalan" && frm.doc.__onload?.diam ? "Terhenti" : frm.doc.status;
}

function show_hasil_impor(frm) {
	const { banyak_baris: semua, jumlah_baris: baris, jumlah_diterima: diterima, jumlah_sama: sama, jumlah_ditolak: ditolak } = frm.doc;
	const jumlah = __("{0} dari {1} baris dibaca: {2} diterima, {3} sudah sama, {4} ditolak.", [baris, semua || baris, diterima, sama, ditolak]);
	const petunjuk = {
		Menunggu: [__("Unggah berkasnya, simpan, lalu tekan Impor. Angkanya menjadi draf; pegawai memeriksa dan mengajukannya."), "blue"],
		Berjalan: [`${jumlah} ${__("Halaman ini boleh ditutup.")}`, "blue"],
		Terhenti: [`${jumlah} ${__("Terhenti. Tekan Lanjutkan; tidak ada yang terhitung dua kali.")}`, "orange"],
		Selesai: [
			`${jumlah} ${ditolak ? __("Unduh hasilnya, perbaiki barisnya, lalu unggah dan impor lagi.") : ""}`,
			ditolak ? "orange" : "green",
		],
	}[get_status_impor(frm)];
	frm.set_intro("");
	frm.set_intro(...petunjuk);
}

function add_tombol_impor(frm) {
	if (!frm.perm[0]?.write) return;
	frm.add_custom_button(__("Unduh lembar"), () =>
		open_url_post("/api/method/kinerja_asn.api.pelaksanaan.impor_realisasi.download_lembar", { name: frm.doc.name })
	);
	if (frm.doc.hasil) frm.add_custom_button(__("Unduh hasil per baris"), () => window.open(encodeURI(frm.doc.hasil)));
	const tombol = { Menunggu: __("Impor"), Terhenti: __("Lanjutkan"), Selesai: __("Impor lagi") }[get_status_impor(frm)];
	if (!tombol || !frm.doc.berkas || frm.is_dirty()) return;
	frm.add_custom_button(tombol, () =>
		frappe
			.call({ method: "kinerja_asn.api.pelaksanaan.impor_realisasi.start", args: { name: frm.doc.name }, freeze: true })
			.then(() => frm.reload_doc())
	).addClass("btn-primary");
}

// Counts are asked for, so that they move without a socket server too.
function watch_impor(frm) {
	clearTimeout(frm.penunggu);
	if (get_status_impor(frm) !== "Berjalan") return;
	frm.penunggu = setTimeout(() => {
		if (cur_frm === frm && get_status_impor(frm) === "Berjalan") frm.reload_doc();
	}, 3000);
}
