{% include "kinerja_asn/public/js/laporan.js" %}

frappe.query_reports["Data Pegawai Belum Lengkap"] = {
	filters: [
		kinerja_asn.laporan.unit_kerja(),
		{
			fieldname: "kekurangan",
			label: __("Yang belum lengkap"),
			fieldtype: "Select",
			options: [
				{ value: "", label: __("Semua") },
				{ value: "NIP kosong", label: __("NIP kosong") },
				{ value: "NIP tidak valid", label: __("NIP tidak valid") },
				{ value: "Jenis kelamin berbeda dengan NIP", label: __("Jenis kelamin berbeda dengan NIP") },
				{ value: "Jenis ASN kosong", label: __("Jenis ASN kosong") },
				{ value: "Jenis jabatan kosong", label: __("Jenis jabatan kosong") },
				{ value: "Jabatan kosong", label: __("Jabatan kosong") },
				{ value: "Unit kerja kosong", label: __("Unit kerja kosong") },
				{ value: "Pejabat Penilai belum ada", label: __("Pejabat Penilai belum ada") },
				{ value: "Akun belum ada", label: __("Akun belum ada") },
			],
		},
	],

	// The way to the record: whoever may open it mends it there.
	formatter(value, row, column, data, default_formatter) {
		if (column.fieldname !== "nama_pegawai" || !data || !frappe.model.can_read("Employee"))
			return kinerja_asn.laporan.formatter(value, row, column, data, default_formatter);
		const nama = frappe.utils.escape_html(value || "");
		return `<a href="${frappe.utils.get_form_link("Employee", data.pegawai)}">${nama}</a>`;
	},
};
