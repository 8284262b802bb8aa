{% include "kinerja_asn/public/js/laporan.js" %}

frappe.query_reports["Keterlambatan Pelaporan"] = {
	filters: [
		kinerja_asn.laporan.periode(),
		{
			fieldname: "triwulan",
			label: __("Masa yang dihitung"),
			fieldtype: "Select",
			options: [
				{ value: "", label: __("Triwulan berjalan") },
				{ value: "I", label: __("Triwulan I") },
				{ value: "II", label: __("Triwulan II") },
				{ value: "III", label: __("Triwulan III") },
				{ value: "IV", label: __("Triwulan IV") },
				{ value: "Setahun", label: __("Setahun") },
			],
		},
		kinerja_asn.laporan.unit_kerja(),
		{
			fieldname: "keadaan",
			label: __("Keadaan"),
			fieldtype: "Select",
			options: [
				{ value: "", label: __("Semua keadaan") },
				{ value: "Sering terlambat", label: __("Sering terlambat") },
				{ value: "Pernah terlambat", label: __("Pernah terlambat") },
				{ value: "Tepat waktu", label: __("Tepat waktu") },
			],
		},
		kinerja_asn.laporan.tampilan(),
		kinerja_asn.laporan.halaman(),
	],

	onload: kinerja_asn.laporan.set_periode_utama,

	formatter: kinerja_asn.laporan.formatter,
};
