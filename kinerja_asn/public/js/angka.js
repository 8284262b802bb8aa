// How the desk reads and shows the numbers of our DocTypes. Loaded with their forms and lists (hooks.py) and reports.
//
// With "#.###,##" Frappe reads the number 3.4 of a saved filter, and "3.4" as somebody types it, as 34. With "#.###",
// which is how money is written, it cuts 3,4 down to 3 when it shows it, and takes "3,40" for 3.
frappe.provide("kinerja_asn");

if (!kinerja_asn.angka) {
	const MODUL = "Kinerja ASN";
	const DENGAN_PECAHAN = { "#.###": "#.###,##", "#,###": "#,###.##" };
	const PECAHAN_MAKS = 9;

	const get_format = () => {
		const format = get_number_format();
		return DENGAN_PECAHAN[format] || format;
	};

	const count_pecahan = (angka) => Math.min((String(angka).split(".")[1] || "").length, PECAHAN_MAKS);

	const format_angka = (angka, pecahan) => format_number(angka, get_format(), pecahan ?? count_pecahan(angka));

	// "1.075" is 1075 where a point groups thousands; what cannot be groups, "3.4" or "0.005", is a number as machines
	// write it. null: neither, Frappe may work it out (2*3).
	const read = (teks) => {
		const { group_sep, decimal_str } = get_number_format_info(get_format());
		const [ribuan, koma] = [group_sep, decimal_str].map((tanda) => `[${tanda}]`);
		const desimal = `(${koma}\\d*)?`;
		const setempat = new RegExp(`^-?(\\d+|[1-9]\\d{0,2}(${ribuan}\\d{3})+)${desimal}$`);
		if (setempat.test(teks)) return Number(teks.split(group_sep).join("").replace(decimal_str, "."));
		return /^-?\d*[.,]\d+$/.test(teks) ? Number(teks.replace(",", ".")) : null;
	};

	const is_milik_kita = (df) => Boolean(df && df.parent && (frappe.get_meta(df.parent) || {}).module === MODUL);

	const bawaan = { ...frappe.form.formatters };
	const { parse, validate, format_for_input } = frappe.ui.form.ControlFloat.prototype;

	Object.assign(frappe.ui.form.ControlFloat.prototype, {
		parse(value) {
			const angka = is_milik_kita(this.df) && typeof value === "string" ? read(value.trim()) : null;
			return angka === null ? parse.call(this, value) : flt(angka, this.get_precision());
		},

		// What is set, not typed: the value of a filter comes as text, from a saved one or an address.
		validate(value) {
			const mesin = is_milik_kita(this.df) && typeof value === "string" && value.trim() !== "";
			return mesin && isFinite(value) ? Number(value) : validate.call(this, value);
		},

		format_for_input(value) {
			if (!is_milik_kita(this.df) || value == null || value === "" || isNaN(Number(value)))
				return format_for_input.call(this, value);
			return format_angka(Number(value));
		},
	});

	for (const jenis of ["Float", "Percent"]) {
		frappe.form.formatters[jenis] = (value, docfield, options, doc) => {
			if (!is_milik_kita(docfield) || value == null || value === "" || isNaN(Number(value)))
				return bawaan[jenis](value, docfield, options, doc);
			const akhiran = jenis === "Percent" ? "%" : "";
			return frappe.form.formatters._right(format_angka(Number(value)) + akhiran, options);
		};
	}

	kinerja_asn.angka = { format: format_angka, read };
}
