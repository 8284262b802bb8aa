{% include "kinerja_asn/public/js/laporan.js" %}

frappe.query_reports["Progres Realisasi"] = {
	filters: [
		kinerja_asn.laporan.periode(),
		{
			fieldname: "sampai",
			label: __("Sampai dengan"),
			fieldtype: "Date",
			description: __("Masa pelaporan yang berakhir sampai tanggal ini ikut dihitung."),
		},
		kinerja_asn.laporan.unit_kerja(),
		kinerja_asn.laporan.tampilan(),
		{
			fieldname: "hanya_diverifikasi",
			label: __("Hanya yang sudah diverifikasi"),
			fieldtype: "Check",
		},
		kinerja_asn.laporan.halaman(),
	],

	onload: kinerja_asn.laporan.set_periode_utama,

	formatter: kinerja_asn.laporan.formatter,
};
