frappe.query_reports["Menunggu Penyelarasan"] = {
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
		if (column.fieldname === "perihal") value = __(value);
		if (column.fieldtype === "Data") value = frappe.utils.escape_html(value || "");
		return default_formatter(value, row, column, data);
	},
};
