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
		kinerja_asn.formulir.show_judul(frm);
	},

	// The agency follows from the period; units and people to choose from follow from the agency.
	periode(frm) {
		if (!frm.doc.periode) return frm.set_value("instansi", null);
		return frappe.db
			.get_value("Periode Kinerja", frm.doc.periode, "instansi")
			.then(({ message }) => frm.set_value("instansi", message.instansi))
			.then(() => propose_pimpinan(frm));
	},

	unit_kerja: (frm) => propose_pimpinan(frm),

	// The server writes the name when it is saved; until then a number alone would say little.
	pimpinan(frm) {
		if (!frm.doc.pimpinan) return frm.set_value("nama_pimpinan", null);
		return frappe.db
			.get_value("Employee", frm.doc.pimpinan, "employee_name")
			.then(({ message }) => frm.set_value("nama_pimpinan", message.employee_name));
	},
});

// Whom the employees' data show as head of the unit; what HR has chosen is left alone.
function propose_pimpinan(frm) {
	const { periode, unit_kerja, pimpinan } = frm.doc;
	if (!frm.is_new() || !periode || !unit_kerja || (pimpinan && pimpinan !== frm.pimpinan_diusulkan)) return;
	return frappe.xcall("kinerja_asn.api.perjanjian.propose_pimpinan", { periode, unit_kerja }).then((usulan) => {
		frm.pimpinan_diusulkan = usulan && usulan.name;
		return frm.set_value("pimpinan", frm.pimpinan_diusulkan);
	});
}

function get_petunjuk_perjanjian(frm) {
	if (frm.is_new()) return [__("Pilih periode lebih dahulu, lalu unit kerja. Pimpinannya diusulkan; periksa sebelum menyimpan."), "blue"];
	return {
		Rancangan: [__("SKP unit ini sudah dapat disusun dari rancangan. Ubah status menjadi Ditetapkan setelah ditandatangani."), "orange"],
		Ditetapkan: [__("Setiap indikator harus dimuat dalam hasil kerja utama SKP pimpinan unit."), "green"],
	}[frm.doc.status];
}
