import frappe


def query_conditions(user=None, doctype=None):
	user = user or frappe.session.user
	return "" if user == "Administrator" else f"(`tabSample Note`.owner = {frappe.db.escape(user)})"


def has_permission(doc, ptype=None, user=None, debug=False):
	user = user or frappe.session.user
	return user == "Administrator" or doc.owner in (None, user)
