frappe.ui.form.on("Perpindahan Kinerja", {
	setup(frm) {
		const aktif = () => ({ filters: { status: "Active" } });
		frm.set_query("pegawai", aktif);
		frm.set_query("pegawai", "daftar_pegawai", aktif);
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
		if (frm.is_new()) frm.add_custom_button(__("Lihat Dampaknya"), () => preview_perpindahan(frm));
		show_kemajuan(frm);
		watch_perpindahan(frm);
	},

	jenis: (frm) => frm.trigger("refresh"),

	// Saving carries the move out, and nothing takes it back: what would be refused is said before that is asked.
	validate(frm) {
		if (!frm.is_new() || is_belum_lengkap(frm)) return; // Frappe names what is missing
		return get_pratinjau(frm)
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

function get_pratinjau(frm) {
	return frappe.xcall("kinerja_asn.api.orang.perpindahan.preview", { doc: frm.doc });
}

function preview_perpindahan(frm) {
	get_pratinjau(frm).then((pratinjau) => {
		const kotak = make_kotak(pratinjau);
		kotak.set_secondary_action_label(__("Tutup"));
		kotak.set_secondary_action(() => kotak.hide());
		kotak.show();
	});
}

function confirm_perpindahan(pratinjau) {
	return new Promise((jawab) => {
		let lanjut = false;
		const kotak = make_kotak(pratinjau);
		kotak.set_primary_action(__("Jalankan"), () => {
			lanjut = true;
			kotak.hide();
		});
		kotak.set_secondary_action_label(__("Batal"));
		kotak.set_secondary_action(() => kotak.hide());
		kotak.onhide = () => jawab(lanjut);
		kotak.show();
	});
}

// --- what would happen, in a dialog

function make_kotak(pratinjau) {
	const kotak = new frappe.ui.Dialog({
		title: __("Perpindahan {0}: {1} pegawai", [pratinjau.tanggal, pratinjau.jumlah]),
		size: "large",
		fields: [{ fieldtype: "HTML", fieldname: "isi" }],
	});
	kotak.fields_dict.isi.$wrapper.html(get_isi_pratinjau(pratinjau));
	return kotak;
}

function get_isi_pratinjau({ baris, lain, dokumen, tetap, akibat }) {
	const bagian = [
		`<p><strong>${__("Menyimpan langsung memindahkan dokumen di bawah ini dan tidak dapat dibatalkan.")}</strong></p>`,
		get_senarai(__("Dokumen"), dokumen.map(get_hitungan)),
		get_senarai(__("Akibatnya"), akibat.map(escape_teks)),
		get_tabel_pegawai(baris),
	];
	if (lain) bagian.push(`<p class="text-muted">${__("dan {0} pegawai lain", [lain])}</p>`);
	if (tetap.length) bagian.push(get_senarai(__("Tidak berubah, sudah dinilai pejabat itu"), tetap.map(escape_teks)));
	return bagian.join("");
}

function escape_teks(teks) {
	return frappe.utils.escape_html(teks || "");
}

function get_senarai(judul, isi) {
	if (!isi.length) isi = [__("Tidak ada yang terbuka.")];
	return `<h5>${judul}</h5><ul>${isi.map((teks) => `<li>${teks}</li>`).join("")}</ul>`;
}

function get_hitungan({ jenis, tahap, jumlah, akibat }) {
	return escape_teks(`${jumlah} ${jenis} (${tahap}): ${akibat}`);
}

function get_tabel_pegawai(baris) {
	const kepala = [__("Pegawai"), __("Pejabat Penilai kini"), __("Dokumen")].map((teks) => `<th>${teks}</th>`).join("");
	return `<h5>${__("Per pegawai")}</h5><div class="table-responsive"><table class="table table-bordered">
		<thead><tr>${kepala}</tr></thead><tbody>${baris.map(get_baris_pegawai).join("")}</tbody></table></div>`;
}

function get_baris_pegawai({ pegawai, unit, lama, dokumen, dilewati }) {
	const isi = dilewati ? `<em>${escape_teks(dilewati)}</em>` : dokumen.map(get_hitungan).join("<br>") || "–";
	return `<tr><td>${escape_teks(pegawai)}<br><span class="text-muted">${escape_teks(unit)}</span></td>
		<td>${lama.map(escape_teks).join("<br>") || "–"}</td><td>${isi}</td></tr>`;
}

// --- the record

function may_ubah_sampai(frm) {
	return frm.doc.jenis === "Penunjukan Plt./Plh. Pejabat Penilai" && !frm.doc.selesai_pada;
}

function is_berjalan(frm) {
	return !frm.is_new() && !frm.doc.dijalankan_pada;
}

function show_kemajuan(frm) {
	const { jumlah_pegawai: jumlah, jumlah_selesai: selesai, jumlah_gagal: gagal } = frm.doc;
	if (!is_berjalan(frm) || !jumlah) return;
	frm.dashboard.show_progress(
		__("Kemajuan"),
		((selesai + gagal) / jumlah) * 100,
		__("{0} dari {1} pegawai sudah diproses", [selesai + gagal, jumlah])
	);
}

// Counts are asked for, so that they move without a socket server too.
function watch_perpindahan(frm) {
	clearTimeout(frm.penunggu);
	if (!is_berjalan(frm)) return;
	frm.penunggu = setTimeout(() => {
		if (cur_frm === frm && is_berjalan(frm)) frm.reload_doc();
	}, 3000);
}

function get_petunjuk_perpindahan(frm) {
	const { jumlah_pegawai: jumlah, jumlah_selesai: selesai, jumlah_gagal: gagal } = frm.doc;
	if (is_berjalan(frm)) {
		return [
			__("Sedang dijalankan: {0} dari {1} pegawai. Halaman ini boleh ditutup.", [selesai + gagal, jumlah]),
			"orange",
		];
	}
	if (!frm.is_new() && gagal) {
		return [
			__("{0} pegawai dipindahkan, {1} dilewati atau gagal: sebabnya tercantum di bawah. Perbaiki, lalu catat lagi.", [
				selesai,
				gagal,
			]),
			"orange",
		];
	}
	if (!frm.is_new()) {
		return may_ubah_sampai(frm)
			? [__("Sedang berlaku. Isi Sampai ketika hari terakhirnya diketahui; dokumen kembali sendiri sesudahnya."), "orange"]
			: [__("Sudah dijalankan. Dokumen yang berpindah tercantum di bawah."), "green"];
	}
	return {
		"Mutasi pegawai": [__("Ubah dahulu jabatan, unit, atau atasan pada data pegawai. SKP yang berlaku ditutup dan draf penerusnya dibuat."), "blue"],
		"Pergantian Pejabat Penilai": [__("Pilih siapa yang dicakup: semua yang dinilai pejabat lama, satu unit kerja, atau daftar pegawai. SKP mereka diteruskan kepada pejabat baru."), "blue"],
		"Penunjukan Plt./Plh. Pejabat Penilai": [__("Dokumen yang terbuka beralih sementara kepada Plt./Plh. dan kembali setelah hari terakhir."), "blue"],
	}[frm.doc.jenis] || [__("Pilih jenis perpindahan."), "blue"];
}
