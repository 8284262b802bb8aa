{% include "kinerja_asn/public/js/laporan.js" %}

frappe.query_reports["Perkembangan Layanan Publik"] = {
	filters: [
		{ fieldname: "layanan", label: __("Layanan Publik"), fieldtype: "Link", options: "Layanan Publik" },
		kinerja_asn.laporan.unit_kerja(),
		{ fieldname: "dari", label: __("Dari"), fieldtype: "Date" },
		{ fieldname: "sampai", label: __("Sampai dengan"), fieldtype: "Date" },
	],
};
