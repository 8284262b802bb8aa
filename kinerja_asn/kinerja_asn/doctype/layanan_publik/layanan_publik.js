frappe.ui.form.on("Layanan Publik", {
	setup(frm) {
		frm.set_query("bahasa", () => ({ filters: { enabled: 1 } }));
	},

	refresh(frm) {
		frm.set_intro("");
		if (frm.is_new()) {
			frm.set_intro(__("Setelah disimpan, layanan ini mendapat alamat sendiri dan poster berkode QR untuk dicetak."), "blue");
			return;
		}
		show_alamat(frm);
		frm.add_custom_button(__("Cetak Poster"), () => print_poster(frm));
		frm.add_custom_button(__("Umpan Balik"), () =>
			frappe.set_route("List", "Umpan Balik Masyarakat", { layanan: frm.doc.name })
		);
		if (frm.perm[0].write) frm.add_custom_button(__("Ganti Alamat"), () => renew_alamat(frm));
	},
});

function show_alamat(frm) {
	frappe.xcall("kinerja_asn.api.masyarakat.layanan.get_alamat", { name: frm.doc.name }).then((alamat) => {
		const teks = frappe.utils.escape_html(alamat);
		const tautan = `<a href="${teks}" target="_blank" rel="noopener">${teks}</a>`;
		frm.set_intro(
			frm.doc.status === "Dibuka"
				? __("Masyarakat mengisi di {0}", [tautan])
				: __("Layanan ini ditutup: {0} tidak menerima umpan balik.", [teks]),
			frm.doc.status === "Dibuka" ? "green" : "orange"
		);
	});
}

function print_poster(frm) {
	const tanya = new URLSearchParams({ doctype: frm.doctype, name: frm.doc.name, format: "Poster Layanan", no_letterhead: 1 });
	window.open(`/printview?${tanya}`);
}

function renew_alamat(frm) {
	frappe.confirm(
		__("Poster yang sudah tercetak tidak berlaku lagi, dan harus dicetak serta ditempel ulang. Ganti alamatnya?"),
		() => frappe.xcall("kinerja_asn.api.masyarakat.layanan.renew_alamat", { name: frm.doc.name }).then(() => frm.reload_doc())
	);
}
