{% include "kinerja_asn/public/js/laporan.js" %}

frappe.query_reports["Rekap Predikat"] = {
	filters: [
		kinerja_asn.laporan.periode(),
		kinerja_asn.laporan.jenis_evaluasi(),
		kinerja_asn.laporan.masa_ke(),
		kinerja_asn.laporan.unit_kerja(),
		{
			fieldname: "tampilan",
			label: __("Tampilan"),
			fieldtype: "Select",
			options: [
				{ value: "Per Unit", label: __("Per Unit") },
				{ value: "Per Jabatan", label: __("Per Jabatan") },
			],
			default: "Per Unit",
		},
	],

	onload: kinerja_asn.laporan.set_periode_utama,

	formatter: kinerja_asn.laporan.formatter,
};
