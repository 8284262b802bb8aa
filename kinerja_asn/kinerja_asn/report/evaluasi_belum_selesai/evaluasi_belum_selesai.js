{% include "kinerja_asn/public/js/laporan.js" %}

frappe.query_reports["Evaluasi Belum Selesai"] = {
	filters: [
		kinerja_asn.laporan.periode(),
		kinerja_asn.laporan.jenis_evaluasi(),
		kinerja_asn.laporan.masa_ke(),
		{ fieldname: "sampai", label: __("Keadaan per tanggal"), fieldtype: "Date" },
		kinerja_asn.laporan.unit_kerja(),
		{
			fieldname: "keadaan",
			label: __("Keadaan"),
			fieldtype: "Select",
			options: [
				{ value: "", label: __("Semua yang belum selesai") },
				{ value: "Belum dibuat", label: __("Belum dibuat") },
				{ value: "Sedang dinilai", label: __("Sedang dinilai") },
				{ value: "Ditetapkan, belum diserahkan", label: __("Ditetapkan, belum diserahkan") },
				{ value: "Menunggu pegawai", label: __("Menunggu pegawai") },
				{ value: "Selesai", label: __("Selesai") },
			],
		},
		kinerja_asn.laporan.tampilan(),
		kinerja_asn.laporan.halaman(),
	],

	onload: kinerja_asn.laporan.set_periode_utama,

	formatter: kinerja_asn.laporan.formatter,
};
