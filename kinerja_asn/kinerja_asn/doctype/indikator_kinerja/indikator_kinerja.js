frappe.ui.form.on("Indikator Kinerja", {
	// One's own agency is what nearly everybody means.
	onload(frm) {
		kinerja_asn.instansi.choose(frm);
	},

	refresh(frm) {
		frm.set_intro("");
		const [kalimat, warna] = get_petunjuk_indikator(frm);
		frm.set_intro(kalimat, warna);
		if (!frm.is_new() && frm.perm[0].write) {
			frm.add_custom_button(__("Buat versi baru"), () => ask_versi(frm));
		}
	},
});

function get_petunjuk_indikator(frm) {
	if (frm.is_new()) {
		return [__("Indikator ini dapat dipilih saat menyusun SKP. Target di sini hanya usulan; tiap SKP menetapkan targetnya sendiri."), "blue"];
	}
	if (frm.doc.berlaku_sampai && frm.doc.berlaku_sampai < frappe.datetime.system_datetime().slice(0, 10)) {
		return [__("Versi ini sudah tidak berlaku untuk SKP baru. SKP yang memakainya tetap memakainya."), "gray"];
	}
	return [__("SKP yang memakai versi ini menyimpan salinannya. Setelah dipakai, isinya diubah dengan membuat versi baru."), "green"];
}

// Usually what the yearly review finds holds from the next year on.
function ask_versi(frm) {
	frappe.prompt(
		[
			{
				fieldname: "berlaku_mulai",
				fieldtype: "Date",
				label: __("Berlaku mulai"),
				reqd: 1,
				default: `${Number(frappe.datetime.system_datetime().slice(0, 10).slice(0, 4)) + 1}-01-01`,
				description: __("Versi ini berakhir sehari sebelumnya."),
			},
			{
				fieldname: "catatan",
				fieldtype: "Small Text",
				label: __("Apa yang berubah dan mengapa"),
				reqd: 1,
			},
		],
		(isian) =>
			frappe
				.xcall("kinerja_asn.api.pustaka.make_versi", { name: frm.doc.name, ...isian })
				.then((name) => frappe.set_route("Form", "Indikator Kinerja", name)),
		__("Versi baru dari {0}", [frm.doc.kode]),
		__("Buat")
	);
}
