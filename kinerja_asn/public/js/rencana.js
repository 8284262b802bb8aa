// What the forms of a plan share: SKP, Perubahan SKP, Templat SKP (doctype_js in hooks.py).
frappe.provide("kinerja_asn");

// The script comes with each of those forms; what it says about their rows must be said once.
if (!kinerja_asn.rencana) {
	kinerja_asn.rencana = {
		set_up(frm) {
			frm.set_query("pustaka", "indikator", () => ({
				query: "kinerja_asn.api.pustaka.search",
				filters: get_konteks(frm),
			}));
		},

		refresh(frm) {
			const kalimat = __("Yang berlaku bagi instansi, jabatan, dan periode ini");
			frm.get_field("indikator").grid.update_docfield_property("pustaka", "filter_description", kalimat);
			kinerja_asn.rencana.name_hasil_kerja(frm);
		},

		// The indikator table counts rows of the table above it: show which row each number means.
		name_hasil_kerja(frm) {
			const daftar = (frm.doc.hasil_kerja || []).map((row) => `${row.idx}. ${row.rencana_hasil_kerja || ""}`);
			const grid = frm.get_field("indikator").grid;
			grid.update_docfield_property("hasil_kerja_ke", "description", frappe.utils.escape_html(daftar.join("; ")));
			grid.update_docfield_property("hasil_kerja_ke", "formatter", (value) =>
				frappe.utils.escape_html(daftar[value - 1] || value || "")
			);
			grid.refresh();
		},
	};

	// What decides which versions of the library a plan may take.
	const get_konteks = ({ doc }) => ({
		instansi: doc.instansi,
		jabatan_pegawai: doc.jabatan_pegawai || doc.jabatan,
		periode: doc.periode,
		awal: doc.awal,
		akhir: doc.akhir,
		pendekatan: doc.pendekatan,
	});

	frappe.ui.form.on("SKP Hasil Kerja", {
		rencana_hasil_kerja: (frm) => kinerja_asn.rencana.name_hasil_kerja(frm),
		hasil_kerja_add: (frm) => kinerja_asn.rencana.name_hasil_kerja(frm),
		hasil_kerja_remove: (frm) => kinerja_asn.rencana.name_hasil_kerja(frm),
	});

	frappe.ui.form.on("SKP Indikator", {
		// One target figure is the common case: the maximum follows until it is typed in.
		target_min(frm, cdt, cdn) {
			const row = locals[cdt][cdn];
			if (!row.target_maks) frappe.model.set_value(cdt, cdn, "target_maks", row.target_min);
		},

		// An indikator from the library brings its measure, target and manual; all of it may be changed afterwards.
		pustaka(frm, cdt, cdn) {
			const name = locals[cdt][cdn].pustaka;
			if (!name) return;
			frappe
				.xcall("kinerja_asn.api.pustaka.get_isian", { name, skp: get_konteks(frm) })
				.then(({ pustaka, ...isian }) => frappe.model.set_value(cdt, cdn, isian));
		},
	});
}
