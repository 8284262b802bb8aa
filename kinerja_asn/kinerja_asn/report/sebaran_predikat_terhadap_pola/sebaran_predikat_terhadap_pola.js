{% include "kinerja_asn/public/js/laporan.js" %}

frappe.query_reports["Sebaran Predikat terhadap Pola"] = {
	filters: [
		kinerja_asn.laporan.periode(),
		kinerja_asn.laporan.jenis_evaluasi(),
		kinerja_asn.laporan.masa_ke(),
		kinerja_asn.laporan.unit_kerja(),
		{
			fieldname: "predikat_organisasi",
			label: __("Capaian Kinerja Organisasi"),
			fieldtype: "Select",
			options: [
				{ value: "", label: __("Semua capaian") },
				{ value: "Istimewa", label: __("Istimewa") },
				{ value: "Baik", label: __("Baik") },
				{ value: "Butuh Perbaikan", label: __("Butuh Perbaikan") },
				{ value: "Kurang", label: __("Kurang") },
				{ value: "Sangat Kurang", label: __("Sangat Kurang") },
			],
		},
		{
			fieldname: "keadaan",
			label: __("Terhadap Pola"),
			fieldtype: "Select",
			options: [
				{ value: "", label: __("Semua keadaan") },
				{ value: "Menyimpang dari pola", label: __("Menyimpang dari pola") },
				{ value: "Sesuai pola", label: __("Sesuai pola") },
				{ value: "Kelompok kecil", label: __("Kelompok kecil") },
				{ value: "Capaian unit belum ada", label: __("Capaian unit belum ada") },
			],
		},
		kinerja_asn.laporan.halaman(),
	],

	onload: kinerja_asn.laporan.set_periode_utama,

	formatter: kinerja_asn.laporan.formatter,
};
