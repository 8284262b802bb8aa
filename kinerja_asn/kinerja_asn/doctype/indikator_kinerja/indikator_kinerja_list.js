frappe.listview_settings["Indikator Kinerja"] = {
	add_fields: ["berlaku_mulai", "berlaku_sampai"],
	get_indicator(doc) {
		const hari_ini = frappe.datetime.system_datetime().slice(0, 10);
		if (doc.berlaku_mulai > hari_ini) return [__("Belum berlaku"), "orange", `berlaku_mulai,>,${hari_ini}`];
		if (doc.berlaku_sampai && doc.berlaku_sampai < hari_ini) {
			return [__("Berakhir"), "gray", `berlaku_sampai,<,${hari_ini}`];
		}
		return [__("Berlaku"), "green", `berlaku_mulai,<=,${hari_ini}`];
	},
};
