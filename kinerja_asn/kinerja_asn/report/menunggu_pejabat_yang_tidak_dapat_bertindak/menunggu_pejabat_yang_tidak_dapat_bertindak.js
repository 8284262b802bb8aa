{% include "kinerja_asn/public/js/laporan.js" %}

frappe.query_reports["Menunggu Pejabat yang Tidak Dapat Bertindak"] = {
	filters: [
		{ ...kinerja_asn.laporan.periode(), reqd: 0 },
		kinerja_asn.laporan.unit_kerja(),
		{
			fieldname: "sebab",
			label: __("Sebab"),
			fieldtype: "Select",
			options: [
				{ value: "", label: __("Semua sebab") },
				{ value: "Belum ditentukan", label: __("Belum ditentukan") },
				{ value: "Tidak aktif lagi", label: __("Tidak aktif lagi") },
				{ value: "Belum memiliki akun", label: __("Belum memiliki akun") },
				{ value: "Akun dinonaktifkan", label: __("Akun dinonaktifkan") },
				{ value: "Pegawai itu sendiri", label: __("Pegawai itu sendiri") },
			],
		},
	],

	get_datatable_options: (options) => Object.assign(options, { checkboxColumn: true }),

	onload(report) {
		if (!frappe.user.has_role("Pengelola Kinerja")) return;
		report.page.add_inner_button(__("Alihkan"), () => pass_on(report)).addClass("btn-primary");
	},

	formatter: kinerja_asn.laporan.formatter,
};

function get_dicentang(report) {
	const nomor = report.datatable ? report.datatable.rowmanager.getCheckedRows() : [];
	return nomor.map((ke) => report.data[ke]).filter((baris) => baris && baris.dapat_dialihkan);
}

function pass_on(report) {
	const baris = get_dicentang(report);
	if (!baris.length) {
		frappe.msgprint(__("Centang dahulu dokumen yang menunggu Pejabat Penilai atau atasannya; kotak di kepala tabel memilih semuanya."));
		return;
	}
	const dokumen = baris.map(({ jenis, dokumen: nama }) => [jenis, nama]);
	const dialog = new frappe.ui.Dialog({
		title: __("Alihkan {0} dokumen", [dokumen.length]),
		fields: [
			{
				fieldname: "baru",
				label: __("Pejabat yang menggantikan"),
				fieldtype: "Link",
				options: "Employee",
				reqd: 1,
				get_query: () => ({ query: "kinerja_asn.api.orang.pejabat.search" }),
				filter_description: __("Hanya pegawai aktif yang akunnya dapat dipakai."),
				onchange: () => show_pratinjau(dialog, dokumen),
			},
			{
				fieldname: "dasar",
				label: __("Dasar"),
				fieldtype: "Small Text",
				reqd: 1,
				description: __("Misalnya nomor surat perintah. Penugasannya berlaku mulai hari ini."),
			},
			{ fieldname: "pratinjau", fieldtype: "HTML" },
		],
		primary_action_label: __("Alihkan"),
		primary_action: ({ baru, dasar }) =>
			frappe
				.call({ method: "kinerja_asn.api.orang.pejabat.pass_on", args: { dokumen, baru, dasar }, freeze: true })
				.then(({ message }) => {
					dialog.hide();
					frappe.msgprint(frappe.utils.escape_html(message));
					report.refresh();
				}),
	});
	dialog.show();
}

function show_pratinjau(dialog, dokumen) {
	const baru = dialog.get_value("baru");
	const tulis = (kalimat) => dialog.get_field("pratinjau").$wrapper.text(kalimat);
	tulis(baru ? __("Menghitung …") : "");
	if (!baru) return;
	frappe
		.xcall("kinerja_asn.api.orang.pejabat.preview", { dokumen, baru })
		.then(({ kalimat }) => tulis(__("Pratinjau, belum dijalankan. {0}", [kalimat])))
		.catch(() => tulis(""));
}
