// Frappe takes every notice's link for an address of the desk; ours may lead to the portal.
frappe.ui.form.handlers["Notification Log"].open_reference_document = [
	({ doc }) =>
		doc.link ? window.location.assign(doc.link) : frappe.set_route("Form", doc.document_type, doc.document_name),
];
