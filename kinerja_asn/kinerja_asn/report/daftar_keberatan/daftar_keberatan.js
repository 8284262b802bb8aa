{% include "kinerja_asn/public/js/laporan.js" %}

frappe.query_reports["Daftar Keberatan"] = {
	filters: [kinerja_asn.laporan.periode()],

	formatter: kinerja_asn.laporan.formatter,
};
