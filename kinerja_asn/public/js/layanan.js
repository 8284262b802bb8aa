// Moderation of what citizens wrote: the same from the list and from the form.
frappe.provide("kinerja_asn.layanan");

Object.assign(kinerja_asn.layanan, {
	show(names, sesudah) {
		return this.send("show_komentar", { names }, sesudah);
	},

	hide(names, sesudah) {
		frappe.prompt(
			{
				fieldname: "alasan",
				fieldtype: "Small Text",
				label: __("Alasan disembunyikan"),
				description: __("Komentar dan penilaiannya tetap tersimpan, dan penilaiannya tetap terhitung."),
				reqd: 1,
			},
			({ alasan }) => this.send("hide_komentar", { names, alasan }, sesudah),
			__("Sembunyikan Komentar"),
			__("Sembunyikan")
		);
	},

	send(metode, isi, sesudah) {
		return frappe.xcall(`kinerja_asn.api.masyarakat.layanan.${metode}`, isi).then((banyak) => {
			frappe.show_alert({ message: __("{0} komentar diperbarui", [banyak]), indicator: "green" });
			sesudah();
		});
	},
});
