{% include "kinerja_asn/public/js/laporan.js" %}

frappe.query_reports["Kuadran Kinerja"] = {
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
				{ value: "Kuadran", label: __("Kuadran") },
				{ value: "Per Pegawai", label: __("Per Pegawai") },
			],
			default: "Kuadran",
		},
		kinerja_asn.laporan.halaman(),
	],

	onload: kinerja_asn.laporan.set_periode_utama,

	formatter: kinerja_asn.laporan.formatter,
};
