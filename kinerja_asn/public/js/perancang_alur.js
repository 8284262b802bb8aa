// Without a workflow in its address the builder asks for any DocType, which HR may not read: HR chooses one of ours.
(() => {
	const halaman = frappe.pages["workflow-builder"];
	const tampilkan = halaman.on_page_show;
	halaman.on_page_show = (wrapper) => {
		if (frappe.get_route().length > 1 || frappe.user.has_role("System Manager")) return tampilkan(wrapper);
		frappe.set_route("List", "Workflow");
	};
})();
