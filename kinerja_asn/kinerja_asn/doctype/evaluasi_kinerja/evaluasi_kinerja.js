// rules/predikat.py decides; this copy of the quadrant only previews it (a test compares the two).
// Outer key: rating hasil kerja; inner key: rating perilaku kerja.
const KUADRAN_KINERJA = {
	"Diatas Ekspektasi": {
		"Dibawah Ekspektasi": "Kurang",
		"Sesuai Ekspektasi": "Baik",
		"Diatas Ekspektasi": "Sangat Baik"
	},
	"Sesuai Ekspektasi": {
		"Dibawah Ekspektasi": "Kurang",
		"Sesuai Ekspektasi": "Baik",
		"Diatas Ekspektasi": "Baik"
	},
	"Dibawah Ekspektasi": {
		"Dibawah Ekspektasi": "Sangat Kurang",
		"Sesuai Ekspektasi": "Butuh Perbaikan",
		"Diatas Ekspektasi": "Butuh Perbaikan"
	}
};

frappe.ui.form.on("Evaluasi Kinerja", {
	setup(frm) {
		frm.set_query("skp", () => ({ filters: { tahap: ["in", ["Ditetapkan", "Ditutup"]] } }));
	},

	refresh(frm) {
		["hasil", "perilaku"].forEach((tabel) => kinerja_asn.formulir.lock_baris(frm, tabel));
		kinerja_asn.formulir.show_tahap(frm, get_petunjuk_evaluasi(frm));
		show_kesiapan(frm);
		// Nobody has seen the proposal as it has become: it is saved before it is set.
		if (frm.doc.usulan_berubah && frm.perm[0]?.write) frm.dirty();
		draw_kuadran(frm);
	},

	rating_hasil_kerja: (frm) => draw_kuadran(frm),
	rating_perilaku: (frm) => draw_kuadran(frm),
});

function get_petunjuk_evaluasi(frm) {
	const penilai = (frm.doc.dialihkan_pada ? frm.doc.nama_atasan_penilai : frm.doc.nama_penilai) || __("Pejabat Penilai Kinerja");
	const pegawai = frm.doc.nama_pegawai || __("pegawai");
	return {
		Baru: [__("Pilih SKP dan jenis evaluasi, lalu simpan: realisasi dan umpan balik terkumpul sendiri."), "blue"],
		Draf: [__("{0} memilih rating hasil kerja dan rating perilaku, lalu menetapkan.", [penilai]), "blue"],
		Ditetapkan: [__("Sudah ditetapkan tetapi belum diserahkan, sehingga belum terlihat oleh {0}.", [pegawai]), "orange"],
		Diserahkan: [__("Sudah diserahkan; {0} menyatakan menerimanya.", [pegawai]), "orange"],
		Ditutup: [__("Sudah diterima {0}.", [pegawai]), "green"],
	};
}

// What is missing, as of now, and the record or button that mends it (services/penilaian/kesiapan.py).
function show_kesiapan(frm) {
	const daftar = frm.doc.__onload?.kesiapan || [];
	const wadah = frm.get_field("kesiapan").$wrapper.empty();
	frm.toggle_display("kesiapan_section", daftar.length > 0);
	if (!daftar.length) return;
	const baris = $("<ul></ul>").appendTo(wadah);
	daftar.forEach((kekurangan) => {
		const butir = $("<li></li>").text(`${kekurangan.kalimat} `).appendTo(baris);
		const jalan = kekurangan.dokumen
			? $(frappe.utils.get_form_link(kekurangan.doctype, kekurangan.dokumen, true, __("Buka")))
			: make_tombol_kesiapan(frm, kekurangan.perihal);
		butir.append(jalan.css("text-decoration", "underline"));
	});
}

function make_tombol_kesiapan(frm, perihal) {
	const [label, metode] = {
		"Capaian organisasi": [__("Minta penetapannya"), "ask_kinerja_unit"],
		"Realisasi belum dilaporkan": [__("Ingatkan pegawai"), "remind_pegawai"],
	}[perihal];
	return $(`<button class="btn btn-xs btn-default"></button>`)
		.text(label)
		.on("click", () =>
			frappe
				.call(`kinerja_asn.api.evaluasi.${metode}`, { name: frm.doc.name })
				.then(() => frappe.show_alert({ message: __("Terkirim. Yang sama tidak dikirim dua kali."), indicator: "green" }))
		);
}

// Below the second rating: the predikat field itself stays hidden until it has a value.
function draw_kuadran(frm) {
	const { rating_hasil_kerja: hasil, rating_perilaku: perilaku } = frm.doc;
	const kolom = Object.keys(KUADRAN_KINERJA[Object.keys(KUADRAN_KINERJA)[0]]);
	const kepala = kolom.map((rating_perilaku) => `<th class="text-center">${__(rating_perilaku)}</th>`).join("");
	const baris = Object.entries(KUADRAN_KINERJA).map(([rating, isi]) => {
		const sel = kolom.map((rating_perilaku) => {
			const terpilih = rating === hasil && rating_perilaku === perilaku;
			return `<td class="text-center ${terpilih ? "bg-light" : "text-muted"}">${
				terpilih ? `<b>✓ ${__(isi[rating_perilaku])}</b>` : __(isi[rating_perilaku])
			}</td>`;
		});
		return `<tr><th>${__(rating)}</th>${sel.join("")}</tr>`;
	});
	frm.get_field("rating_perilaku").set_description(
		`<table class="table table-bordered table-sm mt-2"><thead><tr><th>${__("Hasil kerja ↓ / Perilaku →")}</th>${kepala}</tr></thead>
		<tbody>${baris.join("")}</tbody></table>`
	);
}
