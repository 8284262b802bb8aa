{% include "kinerja_asn/public/js/laporan.js" %}

frappe.query_reports["Menunggu Penyelarasan"] = {
	filters: [
		kinerja_asn.laporan.periode(),
		kinerja_asn.laporan.unit_kerja(),
		{
			fieldname: "perihal",
			label: __("Perihal"),
			fieldtype: "Select",
			options: [
				{ value: "", label: __("Semua perihal") },
				{ value: "Menunggu SKP pimpinan", label: __("Menunggu SKP pimpinan") },
				{ value: "Pimpinan belum ber-SKP", label: __("Pimpinan belum ber-SKP") },
				{ value: "Belum dipikul siapa pun", label: __("Belum dipikul siapa pun") },
				{ value: "Matriks belum dijawab", label: __("Matriks belum dijawab") },
				{ value: "Tautan terputus", label: __("Tautan terputus") },
			],
		},
		kinerja_asn.laporan.halaman(),
	],

	onload: kinerja_asn.laporan.set_periode_utama,

	formatter: kinerja_asn.laporan.formatter,
};
