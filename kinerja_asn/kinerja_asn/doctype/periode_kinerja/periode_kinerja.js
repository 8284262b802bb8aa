frappe.ui.form.on("Periode Kinerja", {
	refresh(frm) {
		kinerja_asn.formulir.name_zona(frm, ["batas_penetapan_skp", "batas_evaluasi_tahunan"]);
		frm.set_intro("");
		const [teks, warna] = get_petunjuk_periode(frm);
		frm.set_intro(teks, warna);
		kinerja_asn.instansi.choose(frm);
		if (frm.is_new()) set_skema_tunggal(frm);
		else add_daftar(frm);
		if (frm.doc.status === "Dibuka" && !frm.is_new() && frappe.model.can_create("Pembukaan Periode")) add_pembukaan(frm);
		if (frm.doc.status === "Dibuka" && !frm.is_new() && frappe.model.can_create("Penyiapan Evaluasi")) add_penyiapan(frm);
	},
	// The form insists on both dates before the server can fill them in.
	tahun(frm) {
		if (!frm.is_new() || !/^20\d\d$/.test(frm.doc.tahun)) return;
		frm.trigger("refresh");
		frm.set_value({ awal: `${frm.doc.tahun}-01-01`, akhir: `${frm.doc.tahun}-12-31` });
	},
});

function set_skema_tunggal(frm) {
	if (frm.doc.skema) return;
	frappe.db.get_list("Skema Penilaian", { limit: 2 }).then((rows) => {
		if (rows.length === 1 && !frm.doc.skema) frm.set_value("skema", rows[0].name);
	});
}

function get_petunjuk_periode(frm) {
	if (frm.is_new()) {
		return [describe_mulai_terlambat(frm) || __("Pilih instansi dan tahun lalu simpan; tanggal yang kosong terisi menurut PermenPANRB 6/2022."), "blue"];
	}
	const lewat = describe_mulai_terlambat(frm);
	if (lewat) return [lewat, "orange"];
	return {
		Draf: [__("Ubah status menjadi Dibuka agar pegawai dapat menyusun SKP dan melaporkan realisasi."), "orange"],
		Dibuka: [__("Pegawai dapat menyusun SKP dan melaporkan realisasi."), "green"],
		Ditutup: [__("Periode ditutup: SKP dan realisasi baru tidak diterima."), "gray"],
	}[frm.doc.status];
}

// Said before the period is opened; the server counts (periode_kinerja.py).
function describe_mulai_terlambat(frm) {
	const { tahun, status, batas_penetapan_skp } = frm.doc;
	const hari_ini = frappe.datetime.get_today();
	const lewat = (batas_penetapan_skp || `${tahun}-01-31`) < hari_ini && hari_ini <= `${tahun}-12-31`;
	if (!lewat || (status !== "Draf" && !frm.is_new())) return "";
	return __(
		"Batas penetapan SKP sudah lewat. Saat periode dibuka, batasnya dihitung 30 hari sejak dibuka, dan masa yang sudah berakhir dilaporkan sesudah batas itu."
	);
}

function add_daftar(frm) {
	["SKP", "Realisasi Kinerja", "Evaluasi Kinerja", "Kinerja Unit"].forEach((doctype) =>
		frm.add_custom_button(
			__(doctype),
			() => frappe.set_route("List", doctype, { periode: frm.doc.name }),
			__("Lihat Daftar")
		)
	);
	if (frappe.model.can_create("Kinerja Unit")) {
		frm.add_custom_button(
			__("Buka Kinerja Unit"),
			() => (window.location.href = `/kinerja/unit?periode=${encodeURIComponent(frm.doc.name)}`)
		);
	}
	frm.add_custom_button(__("Progres Realisasi"), () =>
		frappe.set_route("query-report", "Progres Realisasi", { periode: frm.doc.name })
	);
}

function add_pembukaan(frm) {
	frm.add_custom_button(__("Buka SKP Seluruh Pegawai"), () =>
		frappe.new_doc("Pembukaan Periode", { periode: frm.doc.name })
	);
}

function add_penyiapan(frm) {
	frm.add_custom_button(__("Siapkan Evaluasi"), () =>
		frappe.new_doc("Penyiapan Evaluasi", { periode: frm.doc.name })
	);
}
