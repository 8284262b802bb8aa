import frappe

GENDERS = ("Male", "Female", "Other")


def after_install():
	"""What ERPNext's setup wizard creates. The root department comes with the first Company."""
	for gender in GENDERS:
		if not frappe.db.exists("Gender", gender):
			frappe.get_doc({"doctype": "Gender", "gender": gender}).insert(ignore_permissions=True)
