frappe.ui.form.on("Kinerja Unit", {
	refresh: (frm) => kinerja_asn.formulir.show_judul(frm),
});
