frappe.ui.form.on("SKP", {
	setup(frm) {
		frm.set_query("periode", () => ({ filters: { status: "Dibuka" } }));
	},

	refresh(frm) {
		kinerja_asn.formulir.kunci_baris(frm, "perilaku");
		kinerja_asn.formulir.tampilkan_tahap(frm, get_petunjuk_skp(frm));
		name_hasil_kerja(frm);
		show_progres(frm);
	},

	before_workflow_action: (frm) => kinerja_asn.formulir.minta_alasan(frm),
});

frappe.ui.form.on("SKP Hasil Kerja", {
	rencana_hasil_kerja: (frm) => name_hasil_kerja(frm),
	hasil_kerja_add: (frm) => name_hasil_kerja(frm),
	hasil_kerja_remove: (frm) => name_hasil_kerja(frm),
});

frappe.ui.form.on("SKP Indikator", {
	// One target figure is the common case: the maximum follows until it is typed in.
	target_min(frm, cdt, cdn) {
		const row = locals[cdt][cdn];
		if (!row.target_maks) frappe.model.set_value(cdt, cdn, "target_maks", row.target_min);
	},
});

function get_petunjuk_skp(frm) {
	const penilai = frm.doc.nama_penilai || __("Pejabat Penilai Kinerja");
	const pegawai = frm.doc.nama_pegawai || __("pegawai");
	return {
		Baru: [
			__("Pilih periode dan pegawai, isi rencana hasil kerja dan indikatornya, lalu simpan. Perilaku kerja terisi sendiri."),
			"blue",
		],
		Draf: [__("Sedang disusun {0}. Setelah lengkap, {0} mengajukannya kepada {1}.", [pegawai, penilai]), "blue"],
		Diajukan: [__("Menunggu {0}: tetapkan, atau kembalikan dengan alasan.", [penilai]), "orange"],
		Dikembalikan: [
			__("Dikembalikan kepada {0} untuk diperbaiki. Alasan: {1}", [pegawai, frm.doc.catatan_pengembalian || "-"]),
			"orange",
		],
		Ditetapkan: [__("Berlaku. {0} melaporkan realisasi tiap masa; {1} memverifikasinya.", [pegawai, penilai]), "green"],
		Ditutup: [__("Sudah ditutup dan hanya dapat dibaca."), "gray"],
	};
}

// The indikator table counts rows of the table above it: show which row each number means.
function name_hasil_kerja(frm) {
	const daftar = (frm.doc.hasil_kerja || []).map((row) => `${row.idx}. ${row.rencana_hasil_kerja || ""}`);
	const grid = frm.get_field("indikator").grid;
	grid.update_docfield_property("hasil_kerja_ke", "description", frappe.utils.escape_html(daftar.join("; ")));
	grid.update_docfield_property("hasil_kerja_ke", "formatter", (value) =>
		frappe.utils.escape_html(daftar[value - 1] || value || "")
	);
	grid.refresh();
}

function show_progres(frm) {
	const tahap = ["Ditetapkan", "Ditutup"];
	if (frm.is_new() || !tahap.includes(frm.doc.tahap) || !may_read_laporan()) return;
	frappe
		.xcall("frappe.desk.query_report.run", {
			report_name: "Progres Realisasi",
			filters: { periode: frm.doc.periode, skp: frm.doc.name },
		})
		.then(({ report_summary }) => {
			const kartu = (report_summary || []).slice(1).filter((satu) => satu.value);
			kartu.forEach((satu) => frm.dashboard.add_indicator(`${satu.label}: ${satu.value}`, satu.indicator));
		});
}

function may_read_laporan() {
	const peran = ["Pengelola Kinerja", "Pengelola Kinerja Unit", "Auditor Kinerja", "Pejabat Penilai Kinerja"];
	return peran.some((satu) => frappe.user.has_role(satu));
}
