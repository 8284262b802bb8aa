frappe.ui.form.on("SKP", {
	setup(frm) {
		frm.set_query("periode", () => ({ filters: { status: "Dibuka" } }));
		kinerja_asn.rencana.set_up(frm);
	},

	refresh(frm) {
		kinerja_asn.formulir.lock_baris(frm, "perilaku");
		kinerja_asn.formulir.show_tahap(frm, get_petunjuk_skp(frm));
		kinerja_asn.formulir.name_zona(frm, ["tenggat_penetapan"]);
		kinerja_asn.rencana.refresh(frm);
		choose_cetakan(frm);
		show_progres(frm);
		offer_umpan_balik(frm);
	},

	before_workflow_action: (frm) => kinerja_asn.formulir.request_alasan(frm),
});

function get_petunjuk_skp(frm) {
	const pegawai = frm.doc.nama_pegawai || __("pegawai");
	return {
		Baru: [
			__("Pilih periode dan pegawai, isi rencana hasil kerja dan indikatornya, lalu simpan. Perilaku kerja terisi sendiri."),
			"blue",
		],
		Draf: [__("{0} sedang menyusunnya. Setelah lengkap, {0} mengajukannya.", [pegawai]), "blue"],
		Diajukan: [__("Sedang diperiksa; isinya terkunci."), "orange"],
		Dikembalikan: [
			__("Dikembalikan kepada {0} untuk diperbaiki. Alasan: {1}", [pegawai, frm.doc.catatan_pengembalian || "-"]),
			"orange",
		],
		Ditetapkan: [__("Berlaku. {0} melaporkan realisasi tiap masa.", [pegawai]), "green"],
		Ditutup: [__("Sudah ditutup dan hanya dapat dibaca."), "gray"],
	};
}

// HR chooses in the portal who is asked; the page says who may not.
function offer_umpan_balik(frm) {
	if (frm.is_new() || frm.doc.tahap !== "Ditetapkan" || !frappe.user.has_role("Pengelola Kinerja")) return;
	frm.add_custom_button(__("Umpan balik 360"), () => {
		window.open(`/kinerja/umpan_balik/minta?${new URLSearchParams({ skp: frm.doc.name, jenis: "360" })}`);
	});
}

// The print that is offered first is the form that the post and the approach ask for.
function choose_cetakan(frm) {
	if (frm.doc.formulir) frm.meta.default_print_format = `SKP ${frm.doc.formulir}`;
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
			const kartu = (report_summary || []).slice(1).filter((ringkasan) => ringkasan.value);
			kartu.forEach((ringkasan) => frm.dashboard.add_indicator(`${ringkasan.label}: ${ringkasan.value}`, ringkasan.indicator));
		});
}

function may_read_laporan() {
	const peran = ["Pengelola Kinerja", "Pengelola Kinerja Unit", "Auditor Kinerja", "Pejabat Penilai Kinerja"];
	return peran.some((role) => frappe.user.has_role(role));
}
