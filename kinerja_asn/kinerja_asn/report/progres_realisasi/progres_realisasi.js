frappe.query_reports["Progres Realisasi"] = {
	filters: [
		{
			fieldname: "periode",
			label: __("Periode Kinerja"),
			fieldtype: "Link",
			options: "Periode Kinerja",
			reqd: 1,
		},
		{
			fieldname: "sampai",
			label: __("Sampai dengan"),
			fieldtype: "Date",
			description: __("Masa pelaporan yang berakhir sampai tanggal ini ikut dihitung."),
		},
		{
			fieldname: "unit_kerja",
			label: __("Unit Kerja"),
			fieldtype: "Link",
			options: "Department",
		},
		{
			fieldname: "tampilan",
			label: __("Tampilan"),
			fieldtype: "Select",
			options: [
				{ value: "Per Pegawai", label: __("Per Pegawai") },
				{ value: "Per Unit", label: __("Per Unit") },
			],
			default: "Per Pegawai",
		},
		{
			fieldname: "hanya_diverifikasi",
			label: __("Hanya yang sudah diverifikasi"),
			fieldtype: "Check",
		},
	],

	// The latest period with a plan in force, so that the report shows something at the first visit: while next year
	// is being planned there is nothing to report on it. Frappe waits for the promise.
	onload(report) {
		if (report.get_filter_value("periode")) return;
		return frappe.db
			.get_list("SKP", {
				filters: { tahap: "Ditetapkan" },
				fields: ["periode"],
				order_by: "akhir desc, awal desc",
				limit: 1,
			})
			.then(([terbaru]) => terbaru && report.get_filter("periode").set_value(terbaru.periode));
	},

	formatter(value, row, column, data, default_formatter) {
		const warna = {
			"Belum ada realisasi": "gray",
			Tertinggal: "red",
			"Sesuai jadwal": "green",
			"Melampaui target": "blue",
		};
		if (column.fieldname === "status" && warna[value]) {
			return `<span class="indicator-pill ${warna[value]} no-indicator-dot">${__(value)}</span>`;
		}
		if (column.fieldtype === "Data") value = frappe.utils.escape_html(value || "");
		return default_formatter(value, row, column, data);
	},
};
