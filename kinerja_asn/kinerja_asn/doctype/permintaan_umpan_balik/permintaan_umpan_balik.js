frappe.ui.form.on("Permintaan Umpan Balik", {
	// Made, answered and closed in the portal: here it is read.
	refresh(frm) {
		frm.disable_form();
		frm.set_intro("");
		frm.set_intro(__("Dijawab dan ditutup di portal. Jawaban tanpa nama baru terbuka sesudah ditutup, bila cukup orang menjawab."), "blue");
		frm.add_custom_button(__("Buka di portal"), () => {
			window.open(`/kinerja/umpan_balik/hasil?${new URLSearchParams({ name: frm.doc.name })}`);
		});
	},
});
