frappe.ui.form.on("Versi SKP", {
	refresh(frm) {
		frm.set_intro(__("Isi lama SKP, tidak dapat diubah. Bandingkan untuk membacanya di samping versi sesudahnya."), "gray");
		frm.add_custom_button(__("Bandingkan"), () => {
			const { skp, nomor } = frm.doc;
			window.open(`/kinerja/versi?${new URLSearchParams({ skp, a: nomor, b: nomor + 1 })}`);
		});
	},
});
