// What the forms of several DocTypes share. Loaded with each of them (doctype_js in hooks.py).
frappe.provide("kinerja_asn.formulir");

const ZONA = {
	"Asia/Jakarta": "WIB",
	"Asia/Pontianak": "WIB",
	"Asia/Makassar": "WITA",
	"Asia/Ujung_Pandang": "WITA",
	"Asia/Jayapura": "WIT",
};

// A form that is called after a record it links to is headed with what people call that ("2027"), not with its code.
function get_judul(doc) {
	const medan = frappe.get_meta(doc.doctype).title_field;
	const { fieldtype, options } = (medan && frappe.meta.get_docfield(doc.doctype, medan)) || {};
	return fieldtype === "Link" && !doc.__islocal && frappe.utils.get_link_title(options, doc[medan]);
}

if (frappe.model.get_doc_title && !kinerja_asn.formulir.show_judul) {
	const get_doc_title = frappe.model.get_doc_title;
	frappe.model.get_doc_title = (doc) => get_judul(doc) || get_doc_title.call(frappe.model, doc);
}

Object.assign(kinerja_asn.formulir, {
	// What happens at this stage (`teks` maps it to [sentence, colour]) and, from the server, whose turn it is and until when.
	show_tahap(frm, teks) {
		frm.set_intro("");
		const [kalimat, warna] = teks[frm.is_new() ? "Baru" : frm.doc.tahap] || [];
		const { penunggu, tenggat } = (!frm.is_new() && frm.doc.__onload) || {};
		const petunjuk = [kalimat, penunggu, tenggat].filter(Boolean).join(" ");
		if (petunjuk) frm.set_intro(frappe.utils.escape_html(petunjuk), warna);
	},

	// See get_judul. v16 asks for a document's title (below), v15 shows the field.
	show_judul(frm) {
		const judul = get_judul(frm.doc);
		if (!judul) return;
		if (!frappe.model.get_doc_title) frm.page.set_title(frappe.utils.escape_html(judul));
		frappe.utils.set_title(judul);
	},

	// Whether something is late is decided by the site's clock, wherever the reader is.
	name_zona(frm, daftar) {
		const zona = (frappe.boot.time_zone || {}).system || frappe.sys_defaults.time_zone;
		const nama = ZONA[zona] || zona;
		for (const medan of daftar) frm.set_df_property(medan, "description", __("Sampai pukul 24.00 {0}.", [nama]));
	},

	// Rows that the server makes: nobody adds or removes any.
	lock_baris(frm, tabel) {
		frm.set_df_property(tabel, "cannot_add_rows", 1);
		frm.set_df_property(tabel, "cannot_delete_rows", 1);
		frm.get_field(tabel).grid.cannot_add_rows = true;
	},

	// The stage to which the chosen workflow action leads, whatever HR calls the action and its state.
	get_tahap_tujuan(frm) {
		const alur = frappe.workflow.workflows[frm.doctype];
		const langkah = alur.transitions.find(
			(row) => row.state === frm.doc.workflow_state && row.action === frm.selected_workflow_action
		);
		const tujuan = langkah && alur.states.find((row) => row.state === langkah.next_state);
		return tujuan && tujuan.tahap_kinerja;
	},

	// before_workflow_action: a document goes back only with a reason, asked for here and saved before the step.
	request_alasan(frm) {
		if (this.get_tahap_tujuan(frm) !== "Dikembalikan") return Promise.resolve();
		frappe.dom.unfreeze(); // Frappe freezes the page before it asks us
		return this.ask_alasan(frm.doc.catatan_pengembalian)
			.then((alasan) => frm.set_value("catatan_pengembalian", alasan))
			.then(() => frm.save())
			.then(() => frappe.dom.freeze());
	},

	// Closing the dialog leaves the promise open: Frappe then never takes the step.
	ask_alasan(alasan_lama) {
		return new Promise((resolve) => {
			const dialog = new frappe.ui.Dialog({
				title: __("Kembalikan untuk diperbaiki"),
				fields: [
					{
						fieldname: "alasan",
						fieldtype: "Small Text",
						label: __("Alasan pengembalian"),
						description: __("Tulis apa yang perlu diperbaiki. Pegawai membacanya."),
						default: alasan_lama,
						reqd: 1,
					},
				],
				primary_action_label: __("Kembalikan"),
				primary_action({ alasan }) {
					dialog.hide();
					resolve(alasan);
				},
			});
			dialog.show();
		});
	},
});
