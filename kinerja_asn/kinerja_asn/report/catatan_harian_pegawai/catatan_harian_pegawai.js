{% include "kinerja_asn/public/js/laporan.js" %}

frappe.query_reports["Catatan Harian Pegawai"] = {
	filters: [
		kinerja_asn.laporan.periode(),
		{
			fieldname: "bulan",
			label: __("Bulan"),
			fieldtype: "Select",
			options: [
				{ value: "", label: __("Bulan berjalan") },
				{ value: "Januari", label: __("Januari") },
				{ value: "Februari", label: __("Februari") },
				{ value: "Maret", label: __("Maret") },
				{ value: "April", label: __("April") },
				{ value: "Mei", label: __("Mei") },
				{ value: "Juni", label: __("Juni") },
				{ value: "Juli", label: __("Juli") },
				{ value: "Agustus", label: __("Agustus") },
				{ value: "September", label: __("September") },
				{ value: "Oktober", label: __("Oktober") },
				{ value: "November", label: __("November") },
				{ value: "Desember", label: __("Desember") },
			],
		},
		kinerja_asn.laporan.unit_kerja(),
		{
			fieldname: "keadaan",
			label: __("Keadaan"),
			fieldtype: "Select",
			options: [
				{ value: "", label: __("Semua keadaan") },
				{ value: "Belum ada catatan", label: __("Belum ada catatan") },
				{ value: "Sebagian dicatat", label: __("Sebagian dicatat") },
				{ value: "Lengkap", label: __("Lengkap") },
			],
		},
		kinerja_asn.laporan.tampilan(),
		kinerja_asn.laporan.halaman(),
	],

	onload: kinerja_asn.laporan.set_periode_utama,

	formatter: kinerja_asn.laporan.formatter,
};
