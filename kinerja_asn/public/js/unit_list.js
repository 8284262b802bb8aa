// ERPNext gives every new company departments like Marketing: out of the way, unless something refers to them.
(() => {
	const semula = frappe.listview_settings["Department"] || {};

	frappe.listview_settings["Department"] = Object.assign({}, semula, {
		onload(listview) {
			if (semula.onload) semula.onload(listview);
			if (!frappe.model.can_delete("Department") || !frappe.user.has_role(["Pengelola Kinerja", "System Manager"])) return;
			listview.page.add_menu_item(__("Hapus Unit Contoh ERPNext"), () =>
				frappe.confirm(
					__("Unit bawaan ERPNext seperti Marketing dan Sales yang belum dipakai akan dihapus. Lanjutkan?"),
					() =>
						frappe.xcall("kinerja_asn.api.orang.unit.remove_unit_contoh").then((pesan) => {
							frappe.msgprint(frappe.utils.escape_html(pesan));
							listview.refresh();
						})
				)
			);
		},
	});
})();
