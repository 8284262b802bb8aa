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
});
