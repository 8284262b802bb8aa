frappe.ui.form.on("Realisasi Kinerja", {
	setup(frm) {
		frm.set_query("skp", () => ({ filters: { tahap: "Ditetapkan" } }));
	},

	refresh(frm) {
		kinerja_asn.formulir.lock_baris(frm, "baris");
		kinerja_asn.formulir.show_tahap(frm, get_petunjuk_realisasi(frm));
		kinerja_asn.formulir.name_zona(frm, ["tenggat"]);
		number_indikator(frm);
	},

	before_workflow_action: (frm) => kinerja_asn.formulir.request_alasan(frm),
});

frappe.ui.form.on("Realisasi Indikator", {
	// A figure other than zero is a report; zero needs the tick, since an empty field is zero too.
	realisasi(frm, cdt, cdn) {
		if (flt(locals[cdt][cdn].realisasi)) frappe.model.set_value(cdt, cdn, "dilaporkan", 1);
	},
	realisasi_naratif(frm, cdt, cdn) {
		const terisi = (locals[cdt][cdn].realisasi_naratif || "").trim() ? 1 : 0;
		frappe.model.set_value(cdt, cdn, "dilaporkan", terisi);
	},
});

function get_petunjuk_realisasi(frm) {
	const pegawai = frm.doc.nama_pegawai || __("pegawai");
	return {
		Baru: [__("Pilih SKP dan masa, lalu simpan: baris indikatornya terisi dari SKP."), "blue"],
		Draf: [
			__("{0} mengisi realisasi dan melampirkan bukti, lalu mengajukannya paling lambat {1}.", [
				pegawai,
				frappe.datetime.str_to_user(frm.doc.tenggat),
			]),
			"blue",
		],
		Diajukan: [__("Sedang diperiksa; isinya terkunci."), "orange"],
		Dikembalikan: [
			__("Dikembalikan kepada {0} untuk diperbaiki. Alasan: {1}", [pegawai, frm.doc.catatan_pengembalian || "-"]),
			"orange",
		],
		Ditetapkan: [__("Sudah diverifikasi dan ikut dihitung dalam evaluasi."), "green"],
	};
}

// Evidence names an indikator by its number: show which one each number means.
function number_indikator(frm) {
	const daftar = (frm.doc.baris || []).map((row) => `${row.idx}. ${row.uraian || ""}`);
	const grid = frm.get_field("bukti").grid;
	const semua = __("Semua indikator");
	grid.update_docfield_property("untuk", "description", frappe.utils.escape_html([`0. ${semua}`, ...daftar].join("; ")));
	grid.update_docfield_property("untuk", "formatter", (value) =>
		frappe.utils.escape_html(cint(value) ? daftar[value - 1] || value : semua)
	);
	grid.refresh();
}
