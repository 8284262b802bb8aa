frappe.ui.form.on("Perjanjian Kinerja", {
	setup(frm) {
		frm.set_query("periode", () => ({ filters: { status: ["!=", "Ditutup"] } }));
		frm.set_query("unit_kerja", () => ({ filters: { company: frm.doc.instansi } }));
		frm.set_query("pimpinan", () => ({ filters: { company: frm.doc.instansi, status: "Active" } }));
	},

	refresh(frm) {
		frm.set_intro("");
		const [kalimat, warna] = get_petunjuk_perjanjian(frm);
		frm.set_intro(kalimat, warna);
	},

	// The agency follows from the period; units and people to choose from follow from the agency.
	periode(frm) {
		if (!frm.doc.periode) return frm.set_value("instansi", null);
		return frappe.db
			.get_value("Periode Kinerja", frm.doc.periode, "instansi")
			.then(({ message }) => frm.set_value("instansi", message.instansi));
	},
});

function get_petunjuk_perjanjian(frm) {
	if (frm.is_new()) return [__("Pilih periode lebih dahulu, lalu unit kerja dan pimpinannya."), "blue"];
	return {
		Rancangan: [__("SKP unit ini sudah dapat disusun dari rancangan. Ubah status menjadi Ditetapkan setelah ditandatangani."), "orange"],
		Ditetapkan: [__("Setiap indikator harus dimuat dalam hasil kerja utama SKP pimpinan unit."), "green"],
	}[frm.doc.status];
}
