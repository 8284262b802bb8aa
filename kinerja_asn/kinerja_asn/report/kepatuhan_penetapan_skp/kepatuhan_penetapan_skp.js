frappe.query_reports["Kepatuhan Penetapan SKP"] = {
	filters: [
		{
			fieldname: "periode",
			label: __("Periode Kinerja"),
			fieldtype: "Link",
			options: "Periode Kinerja",
			reqd: 1,
		},
		{
			fieldname: "unit_kerja",
			label: __("Unit Kerja"),
			fieldtype: "Link",
			options: "Department",
		},
		{
			fieldname: "keadaan",
			label: __("Keadaan"),
			fieldtype: "Select",
			options: [
				{ value: "", label: __("Semua keadaan") },
				{ value: "Belum ada SKP", label: __("Belum ada SKP") },
				{ value: "Sedang disusun", label: __("Sedang disusun") },
				{ value: "Menunggu penetapan", label: __("Menunggu penetapan") },
				{ value: "Ditetapkan terlambat", label: __("Ditetapkan terlambat") },
				{ value: "Ditetapkan tepat waktu", label: __("Ditetapkan tepat waktu") },
			],
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
	],

	// The latest open period, so that the report shows something at the first visit; Frappe waits for the promise.
	onload(report) {
		if (report.get_filter_value("periode")) return;
		return frappe.db
			.get_list("Periode Kinerja", {
				filters: { status: "Dibuka" },
				order_by: "tahun desc",
				limit: 1,
			})
			.then(([terbaru]) => terbaru && report.get_filter("periode").set_value(terbaru.name));
	},

	formatter(value, row, column, data, default_formatter) {
		const warna = {
			"Belum ada SKP": "red",
			"Sedang disusun": "gray",
			"Menunggu penetapan": "orange",
			"Ditetapkan terlambat": "blue",
			"Ditetapkan tepat waktu": "green",
		};
		if (column.fieldname === "keadaan" && warna[value]) {
			return `<span class="indicator-pill ${warna[value]} no-indicator-dot">${__(value)}</span>`;
		}
		if (column.fieldtype === "Data") value = frappe.utils.escape_html(value || "");
		return default_formatter(value, row, column, data);
	},
};
