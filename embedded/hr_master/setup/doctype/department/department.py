import frappe
from frappe.utils.nestedset import NestedSet, get_root_of


class Department(NestedSet):
	nsm_parent_field = "parent_department"

	def autoname(self):
		root = get_root_of("Department")
		is_root = not root or self.department_name == root
		self.name = (
			self.department_name if is_root else get_abbreviated_name(self.department_name, self.company)
		)

	def validate(self):
		if not self.parent_department:
			self.parent_department = get_root_of("Department")

	def before_rename(self, old, new, merge=False):
		if frappe.get_cached_value("Company", self.company, "abbr") in new:
			return new
		return get_abbreviated_name(new, self.company)


def on_doctype_update():
	frappe.db.add_index("Department", ["lft", "rgt"])


def get_abbreviated_name(name, company):
	return f"{name} - {frappe.get_cached_value('Company', company, 'abbr')}"


@frappe.whitelist()
def get_children(doctype: str, parent: str | None = None, company: str | None = None, is_root: bool = False):
	"""Nodes of the tree view."""
	return frappe.get_list(
		"Department",
		fields=["name as value", "is_group as expandable"],
		filters={"parent_department": parent or get_root_of("Department")},
		order_by="name",
	)
