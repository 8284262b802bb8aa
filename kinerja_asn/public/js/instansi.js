// The agency of a new document: the only one that its maker answers for, or what to do when he answers for none.
frappe.provide("kinerja_asn");

kinerja_asn.instansi = {
	choose(frm) {
		if (!frm.is_new() || !frappe.user.has_role("Pengelola Kinerja")) return;
		frappe.xcall("kinerja_asn.api.orang.instansi.get_instansi_dikelola").then(({ instansi, pesan }) => {
			if (pesan) return frm.set_intro(pesan, "orange");
			frm.set_query("instansi", () => ({ filters: { name: ["in", instansi] } }));
			// Frappe has filled in the site's own default, which may be an agency of somebody else.
			if (!instansi.includes(frm.doc.instansi)) return frm.set_value("instansi", instansi.length === 1 ? instansi[0] : "");
		});
	},
};
