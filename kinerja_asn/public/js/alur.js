// On the form of our own workflows: a verifier in one dialog (doctype_js in hooks.py; kinerja_asn/workflow/pemeriksa.py).
frappe.ui.form.on("Workflow", {
	refresh(frm) {
		const milik_kita = (frm.doc.states || []).some((row) => row.tahap_kinerja);
		if (frm.is_new() || !milik_kita || !frm.perm[0].write) return;
		frm.add_custom_button(__("Tambah pemeriksa"), () => new TambahPemeriksa(frm));
	},
});

class TambahPemeriksa {
	constructor(frm) {
		this.frm = frm;
		this.jenis_jabatan = [];
		this.dialog = new frappe.ui.Dialog({
			title: __("Tambah pemeriksa"),
			fields: this.get_fields(),
			primary_action_label: __("Tambahkan"),
			primary_action: (isian) => this.add(isian),
		});
		this.dialog.show();
		this.offer();
	}

	get_fields() {
		return [
			{
				fieldname: "alur",
				fieldtype: "Link",
				options: "Workflow",
				label: __("Alur kerja"),
				reqd: 1,
				only_select: 1,
				default: this.frm.doc.name,
				get_query: () => ({ filters: { is_active: 1 } }),
				onchange: () => this.offer(),
			},
			{ fieldname: "setelah", fieldtype: "Select", options: [], label: __("Memeriksa setelah status"), reqd: 1 },
			{
				fieldname: "peran",
				fieldtype: "Select",
				options: [],
				label: __("Peran pemeriksa"),
				description: __(
					"Semua pemegang peran ini di instansi pegawai dapat memeriksa, kecuali dokumennya sendiri. Peran lain muncul di sini setelah administrator situs memberinya hak read dan write atas dokumen ini di Role Permissions Manager."
				),
				reqd: 1,
				onchange: () => this.suggest_nama(),
			},
			{
				fieldname: "jenis_jabatan",
				fieldtype: "MultiSelectPills",
				label: __("Hanya untuk jenis jabatan"),
				description: __("Kosong, juga jabatan: untuk semua pegawai."),
				get_data: () => this.jenis_jabatan,
			},
			{
				fieldname: "jabatan",
				fieldtype: "MultiSelectPills",
				label: __("Hanya untuk jabatan"),
				get_data: (teks) => frappe.db.get_link_options("Designation", teks),
			},
			{ fieldname: "kolom", fieldtype: "Section Break" },
			{ fieldname: "status", fieldtype: "Data", label: __("Nama status"), reqd: 1, length: 60 },
			{ fieldname: "tindakan", fieldtype: "Data", label: __("Nama tindakan"), reqd: 1, length: 60, default: __("Periksa") },
			{ fieldname: "mengembalikan", fieldtype: "Check", label: __("Pemeriksa juga dapat mengembalikan"), default: 1 },
		];
	}

	// What can be chosen follows from the workflow as it is stored.
	async offer() {
		const alur = this.dialog.get_value("alur");
		if (!alur) return;
		const { setelah, peran, jenis_jabatan } = await frappe.xcall("kinerja_asn.api.alur.get_pilihan_pemeriksa", { alur });
		this.jenis_jabatan = jenis_jabatan;
		this.dialog.set_df_property("setelah", "options", setelah);
		this.dialog.set_df_property("peran", "options", ["", ...peran]);
		this.dialog.set_df_property("jenis_jabatan", "hidden", !jenis_jabatan.length);
		this.dialog.set_value("setelah", setelah.length ? setelah[0].value : "");
	}

	suggest_nama() {
		const peran = this.dialog.get_value("peran");
		if (peran) this.dialog.set_value("status", __("Diperiksa {0}", [__(peran)]).slice(0, 60));
	}

	add(isian) {
		return frappe
			.xcall("kinerja_asn.api.alur.add_pemeriksa", { jabatan: [], jenis_jabatan: [], ...isian })
			.then((name) => {
				this.dialog.hide();
				frappe.show_alert({ message: __("Pemeriksa ditambahkan. Dokumen yang menunggu langsung mengikuti alur baru."), indicator: "green" });
				return name === this.frm.doc.name ? this.frm.reload_doc() : frappe.set_route("Form", "Workflow", name);
			});
	}
}
