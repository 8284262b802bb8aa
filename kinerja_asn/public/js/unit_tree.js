// Units under the names that people give them: ERPNext's tree shows its records' names, which end in the agency's abbreviation.
(() => {
	const semula = frappe.treeview_settings["Department"] || {};
	const METODE = "kinerja_asn.api.orang.unit.get_children";
	const get_nama = (simpul) => frappe.utils.escape_html(simpul.title || simpul.data?.title || __(simpul.label));

	frappe.treeview_settings["Department"] = Object.assign({}, semula, { get_tree_nodes: METODE, get_label: get_nama });
})();
