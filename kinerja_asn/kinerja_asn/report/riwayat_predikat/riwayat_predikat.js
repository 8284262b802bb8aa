{% include "kinerja_asn/public/js/laporan.js" %}

frappe.query_reports["Riwayat Predikat"] = {
	filters: [
		{ fieldname: "pegawai", label: __("Pegawai"), fieldtype: "Link", options: "Employee" },
		kinerja_asn.laporan.unit_kerja(),
		kinerja_asn.laporan.halaman(),
	],

	onload: kinerja_asn.laporan.add_tombol,

	formatter: kinerja_asn.laporan.formatter,
};
