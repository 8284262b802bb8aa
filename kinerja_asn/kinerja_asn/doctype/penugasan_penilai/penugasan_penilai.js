frappe.ui.form.on("Penugasan Penilai", {
	setup(frm) {
		frm.set_query("pegawai", () => ({ filters: { status: "Active" } }));
		["penilai", "atasan_penilai"].forEach((medan) => {
			frm.set_query(medan, () => ({
				query: "kinerja_asn.api.orang.pejabat.search",
				filters: { selain: [frm.doc.pegawai, medan === "penilai" ? null : frm.doc.penilai] },
			}));
			frm.set_df_property(medan, "filter_description", __("Hanya pegawai aktif yang akunnya dapat dipakai."));
		});
	},

	refresh(frm) {
		frm.set_intro("");
		frm.set_intro(
			__("Penugasan berlaku untuk dokumen yang dibuat sesudahnya. Untuk mengganti Pejabat Penilai dari dokumen yang sudah berjalan, pakai Ganti Pejabat Penilai: penugasannya ikut tercatat."),
			"blue"
		);
		if (!frappe.model.can_create("Perpindahan Kinerja")) return;
		frm.add_custom_button(__("Ganti Pejabat Penilai"), () => start_pergantian(frm));
	},
});

function start_pergantian(frm) {
	frappe.model.with_doctype("Perpindahan Kinerja", () => {
		const doc = frappe.model.get_new_doc("Perpindahan Kinerja");
		Object.assign(doc, {
			jenis: "Pergantian Pejabat Penilai",
			cakupan: "Pegawai dalam daftar",
			tanggal: frappe.datetime.get_today(),
		});
		if (frm.doc.pegawai) {
			const { pegawai, nama_pegawai } = frm.doc;
			Object.assign(frappe.model.add_child(doc, "daftar_pegawai"), { pegawai, nama_pegawai });
		}
		frappe.set_route("Form", "Perpindahan Kinerja", doc.name);
	});
}
