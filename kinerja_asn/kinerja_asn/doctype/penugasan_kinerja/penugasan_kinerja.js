frappe.ui.form.on("Penugasan Kinerja", {
	setup(frm) {
		frm.set_query("periode", () => ({ filters: { status: "Dibuka" } }));
		frm.set_query("pegawai", () => ({ filters: { status: "Active" } }));
		frm.set_query("pemberi", () => ({
			query: "kinerja_asn.api.orang.pejabat.search",
			filters: { selain: [frm.doc.pegawai] },
		}));
		frm.set_df_property("pemberi", "filter_description", __("Hanya pegawai aktif yang akunnya dapat dipakai."));
	},

	refresh(frm) {
		frm.set_intro("");
		const [kalimat, warna] = get_petunjuk_penugasan(frm);
		frm.set_intro(frappe.utils.escape_html(kalimat), warna);
	},
});

function get_petunjuk_penugasan(frm) {
	if (frm.is_new()) {
		return [__("Penugasan menunggu persetujuan Pejabat Penilai pegawai, lalu masuk ke SKP-nya."), "blue"];
	}
	const penilai = frm.doc.nama_penilai || __("Pejabat Penilai Kinerja");
	return {
		"Menunggu persetujuan": [__("Menunggu {0}: setujui atau tolak.", [penilai]), "orange"],
		Disetujui: [__("Disetujui {0} dan masuk ke SKP pegawai.", [penilai]), "green"],
		Ditarik: [__("Ditarik oleh pengusulnya sebelum diputuskan."), "gray"],
		Ditolak: [__("Ditolak {0}. Alasan: {1}", [penilai, frm.doc.alasan_keputusan || "-"]), "red"],
	}[frm.doc.status];
}
