{% include "kinerja_asn/public/js/laporan.js" %}

frappe.query_reports["Kinerja Unit Belum Ditetapkan"] = {
	filters: [kinerja_asn.laporan.periode(), kinerja_asn.laporan.unit_kerja()],

	get_datatable_options: (options) => Object.assign(options, { checkboxColumn: true }),

	onload(report) {
		kinerja_asn.laporan.set_periode_utama(report);
		if (!frappe.user.has_role("Pengelola Kinerja")) return;
		report.page.add_inner_button(__("Minta Penetapan"), () => ask_penetapan(report)).addClass("btn-primary");
	},

	formatter: kinerja_asn.laporan.formatter,
};

function ask_penetapan(report) {
	const nomor = report.datatable ? report.datatable.rowmanager.getCheckedRows() : [];
	const baris = nomor.map((ke) => report.data[ke]).filter(Boolean);
	if (!baris.length) {
		frappe.msgprint(__("Centang dahulu unit yang penetapannya diminta; kotak di kepala tabel memilih semuanya."));
		return;
	}
	const unit = baris.map(({ unit: nama, jenis, masa_ke }) => [nama, jenis, masa_ke]);
	frappe
		.call({
			method: "kinerja_asn.api.penilaian.kinerja_unit.ask",
			args: { periode: baris[0].periode, unit },
			freeze: true,
		})
		.then(({ message }) => frappe.msgprint(frappe.utils.escape_html(message)));
}
