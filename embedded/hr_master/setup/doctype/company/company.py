import frappe
from frappe import _
from frappe.utils.nestedset import NestedSet

ROOT_DEPARTMENT = "All Departments"


class Company(NestedSet):
	nsm_parent_field = "parent_company"

	def validate(self):
		self.validate_abbr()

	def validate_abbr(self):
		self.abbr = (self.abbr or "".join(word[0] for word in self.company_name.split()).upper()).strip()
		if frappe.db.exists("Company", {"abbr": self.abbr, "name": ("!=", self.name)}):
			frappe.throw(_("Abbreviation already used for another company"))

	def on_update(self):
		super().on_update()
		self.create_root_department()
		self.set_default_company()

	def create_root_department(self):
		if frappe.db.exists("Department", ROOT_DEPARTMENT):
			return
		root = frappe.get_doc({"doctype": "Department", "department_name": ROOT_DEPARTMENT, "is_group": 1})
		root.flags.ignore_mandatory = True
		root.insert(ignore_permissions=True)

	def set_default_company(self):
		"""As ERPNext's Global Defaults: the first company prefills every Company field."""
		if not frappe.db.get_default("company"):
			frappe.db.set_default("company", self.name)
