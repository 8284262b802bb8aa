{% include "kinerja_asn/public/js/laporan.js" %}

frappe.query_reports["Kepatuhan Penetapan SKP"] = {
	filters: [
		kinerja_asn.laporan.periode(),
		kinerja_asn.laporan.unit_kerja(),
		{
			fieldname: "keadaan",
			label: __("Keadaan"),
			fieldtype: "Select",
			options: [
				{ value: "", label: __("Semua keadaan") },
				{ value: "Belum ada SKP", label: __("Belum ada SKP") },
				{ value: "Sedang disusun", label: __("Sedang disusun") },
				{ value: "Menunggu penetapan", label: __("Menunggu penetapan") },
				{ value: "Ditetapkan terlambat", label: __("Ditetapkan terlambat") },
				{ value: "Ditetapkan tepat waktu", label: __("Ditetapkan tepat waktu") },
			],
		},
		kinerja_asn.laporan.tampilan(),
		kinerja_asn.laporan.halaman(),
	],

	onload: kinerja_asn.laporan.set_periode_utama,

	formatter: kinerja_asn.laporan.formatter,
};
