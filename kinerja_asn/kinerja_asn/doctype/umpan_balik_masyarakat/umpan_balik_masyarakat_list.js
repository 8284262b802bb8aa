frappe.listview_settings["Umpan Balik Masyarakat"] = {
	hide_name_column: true,
	add_fields: ["status_komentar"],
	formatters: {
		nilai(nilai) {
			const kata = [
				__("Sangat tidak puas"),
				__("Tidak puas"),
				__("Cukup puas"),
				__("Puas"),
				__("Sangat puas"),
			][nilai - 1];
			return kata ? `${nilai} – ${kata}` : nilai;
		},
	},
	get_indicator(doc) {
		const warna = { "Menunggu diperiksa": "orange", Ditampilkan: "green", Disembunyikan: "gray" };
		return [__(doc.status_komentar), warna[doc.status_komentar] || "blue", `status_komentar,=,${doc.status_komentar}`];
	},
	onload(listview) {
		if (!frappe.user.has_role(["Pengelola Kinerja", "Pengelola Kinerja Unit"])) return;
		const muat_ulang = () => listview.refresh();
		listview.page.add_action_item(__("Tampilkan Komentar"), () =>
			kinerja_asn.layanan.show(listview.get_checked_items(true), muat_ulang)
		);
		listview.page.add_action_item(__("Sembunyikan Komentar"), () =>
			kinerja_asn.layanan.hide(listview.get_checked_items(true), muat_ulang)
		);
	},
};
