import frappe

no_cache = 1


def get_context(context):
	context.greeted = frappe.utils.escape_html(frappe.form_dict.name or "nobody")
