// What the report scripts share. Frappe's own include puts it into each of them on the server: nothing is built or served.
{% include "kinerja_asn/public/js/angka.js" %}
frappe.provide("kinerja_asn.laporan");

Object.assign(kinerja_asn.laporan, {
	periode: () => ({
		fieldname: "periode",
		label: __("Periode Kinerja"),
		fieldtype: "Link",
		options: "Periode Kinerja",
		reqd: 1,
	}),

	unit_kerja: () => ({
		fieldname: "unit_kerja",
		label: __("Unit Kerja"),
		fieldtype: "Link",
		options: "Department",
	}),

	jenis_evaluasi: () => ({
		fieldname: "jenis",
		label: __("Jenis Evaluasi"),
		fieldtype: "Select",
		options: [
			{ value: "Tahunan", label: __("Tahunan") },
			{ value: "Periodik", label: __("Periodik") },
		],
		default: "Tahunan",
	}),

	masa_ke: () => ({
		fieldname: "masa_ke",
		label: __("Masa ke-"),
		fieldtype: "Int",
		default: 1,
		depends_on: "eval:doc.jenis === 'Periodik'",
	}),

	tampilan: () => ({
		fieldname: "tampilan",
		label: __("Tampilan"),
		fieldtype: "Select",
		options: [
			{ value: "Per Pegawai", label: __("Per Pegawai") },
			{ value: "Per Unit", label: __("Per Unit") },
		],
		default: "Per Pegawai",
	}),

	// The year that leads (services/bersama/periode.py), so that the report shows something at the first visit; Frappe
	// waits for the promise.
	async set_periode_utama(report) {
		kinerja_asn.laporan.add_tombol(report);
		const periode = report.get_filter("periode");
		report._no_refresh = true; // it is run once its period stands there
		await kinerja_asn.laporan.settle(periode);
		if (!periode.get_value()) await kinerja_asn.laporan.fill_periode(periode);
		report._no_refresh = false;
	},

	async fill_periode(periode) {
		const { message } = await frappe.call("kinerja_asn.api.periode.get_utama");
		if (!message) return;
		await periode.set_value(message);
		await kinerja_asn.laporan.settle(periode);
	},

	// v15 waits neither until the server has said that what the address asks for exists, nor until its title, which is
	// what the field shows and is read by, has come: it would run the report without it.
	settle(filter) {
		const sampai = Date.now() + 20000;
		const is_menunggu = () => filter.inside_change_event || (filter.value && !filter.get_value());
		return new Promise((resolve) => {
			const look = () => (is_menunggu() && Date.now() < sampai ? setTimeout(look, 20) : resolve());
			look();
		});
	},

	halaman: () => ({
		fieldname: "halaman",
		label: __("Halaman"),
		fieldtype: "Int",
		depends_on: "eval:doc.tampilan !== 'Per Unit'",
	}),

	// Frappe shows all rows that a report has: ours have a page at a time, and all together in a file.
	add_tombol(report) {
		const turn = (arah) => {
			const halaman = cint(report.get_filter_value("halaman")) || 1;
			report.set_filter_value("halaman", Math.max(halaman + arah, 1));
		};
		report.page.add_inner_button(__("Halaman sebelumnya"), () => turn(-1));
		report.page.add_inner_button(__("Halaman berikutnya"), () => turn(1));
		if (frappe.model.can_export("SKP")) {
			report.page.add_inner_button(__("Unduh semua baris"), () => kinerja_asn.laporan.download(report));
		}
	},

	download: (report) =>
		frappe.call({
			method: "kinerja_asn.api.laporan.download",
			type: "POST",
			args: { laporan: report.report_name, filters: report.get_filter_values(true) },
			callback: () =>
				frappe.show_alert(__("Berkasnya sedang disiapkan. Tautannya masuk ke pemberitahuan Anda."), 10),
		}),

	// The server says which colour a value has: laporan/bagian.py, make_kolom_istilah.
	formatter(value, row, column, data, default_formatter) {
		const warna = column.warna && column.warna[value];
		if (warna) return `<span class="indicator-pill ${warna} no-indicator-dot">${__(value)}</span>`;
		if (column.fieldname === "nama_pegawai" && (data?.pegawai || data?.skp))
			return kinerja_asn.laporan.get_tautan_pegawai(value, data);
		if (["Float", "Percent"].includes(column.fieldtype) && typeof value === "number") {
			const akhiran = column.fieldtype === "Percent" ? "%" : "";
			return `<div style="text-align: right">${kinerja_asn.angka.format(value, column.precision)}${akhiran}</div>`;
		}
		if (column.fieldtype === "Data") value = frappe.utils.escape_html(value || "");
		return default_formatter(value, row, column, data);
	},

	// To everything there is about him, over the years: also where he has no plan.
	get_tautan_pegawai(nama, { pegawai, skp }) {
		const siapa = new URLSearchParams(pegawai ? { pegawai } : { skp });
		return `<a href="/kinerja/pegawai?${siapa}">${frappe.utils.escape_html(nama || "")}</a>`;
	},
});
