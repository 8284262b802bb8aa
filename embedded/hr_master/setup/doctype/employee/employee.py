import frappe
from frappe import _
from frappe.model.naming import set_name_by_naming_series
from frappe.permissions import add_user_permission, has_permission, remove_user_permission
from frappe.utils import get_link_to_form, getdate, today, validate_email_address
from frappe.utils.nestedset import NestedSet, update_nsm


class EmployeeUserDisabledError(frappe.ValidationError):
	pass


class InactiveEmployeeStatusError(frappe.ValidationError):
	pass


class Employee(NestedSet):
	nsm_parent_field = "reports_to"

	def autoname(self):
		set_name_by_naming_series(self)
		self.employee = self.name

	def validate(self):
		self.employee = self.name
		self.set_employee_name()
		self.validate_dates()
		self.validate_emails()
		self.validate_status()
		self.validate_reports_to()
		self.set_preferred_email()
		if self.user_id:
			self.validate_user()
		else:
			self.release_former_user()

	def on_update(self):
		update_nsm(self)
		if self.user_id:
			self.update_user()
			self.update_user_permissions()

	def on_trash(self):
		update_nsm(self)

	def after_rename(self, old, new, merge):
		self.db_set("employee", new)

	def set_employee_name(self):
		self.employee_name = " ".join(filter(None, (self.first_name, self.middle_name, self.last_name)))

	def validate_dates(self):
		if self.date_of_birth and getdate(self.date_of_birth) > getdate(today()):
			frappe.throw(_("Date of Birth cannot be greater than today."))
		self.validate_from_to_dates("date_of_birth", "date_of_joining")
		self.validate_from_to_dates("date_of_joining", "date_of_retirement")
		self.validate_from_to_dates("date_of_joining", "relieving_date")
		self.validate_from_to_dates("date_of_joining", "contract_end_date")

	def validate_emails(self):
		for email in filter(None, (self.company_email, self.personal_email)):
			validate_email_address(email, True)

	def validate_status(self):
		if self.status != "Left":
			return
		bound = frappe.get_all(
			"Employee", {"reports_to": self.name, "status": "Active"}, ["name", "employee_name"]
		)
		if bound:
			links = (get_link_to_form("Employee", row.name, label=row.employee_name) for row in bound)
			message = _("The following employees are currently still reporting to {0}:").format(
				frappe.bold(self.employee_name)
			)
			message += f"<br><br><ul><li>{'</li><li>'.join(links)}</li></ul><br>"
			message += _("Please make sure the employees above report to another Active employee.")
			frappe.throw(message, InactiveEmployeeStatusError, _("Cannot Relieve Employee"))
		if not self.relieving_date:
			frappe.throw(_("Please enter relieving date."))

	def validate_reports_to(self):
		if self.reports_to == self.name:
			frappe.throw(_("Employee cannot report to himself."))

	def set_preferred_email(self):
		field = frappe.scrub(self.prefered_contact_email or "")
		self.prefered_email = self.get(field) if field else None

	def validate_user(self):
		enabled = frappe.db.get_value("User", self.user_id, "enabled")
		if enabled is None:
			self.user_id = None
			return
		if self.status == "Active" and not enabled:
			frappe.throw(_("User {0} is disabled").format(self.user_id), EmployeeUserDisabledError)
		self.validate_duplicate_user()

	def validate_duplicate_user(self):
		other = frappe.db.exists(
			"Employee", {"user_id": self.user_id, "status": "Active", "name": ("!=", self.name)}
		)
		if other:
			message = _("User {0} is already assigned to Employee {1}").format(self.user_id, other)
			frappe.throw(message, frappe.DuplicateEntryError)

	def release_former_user(self):
		former = frappe.db.get_value("Employee", self.name, "user_id")
		if not former:
			return
		user = frappe.get_doc("User", former)
		validate_employee_role(user, ignore_emp_check=True)
		user.save(ignore_permissions=True)
		remove_user_permission("Employee", self.name, former)

	def update_user(self):
		"""Give the user the role Employee and, where empty, the employee's name."""
		user = frappe.get_doc("User", self.user_id)
		user.flags.ignore_permissions = True
		if "Employee" not in [row.role for row in user.roles]:
			user.append_roles("Employee")
		if self.employee_name and not (user.first_name and user.last_name):
			user.first_name, *rest = self.employee_name.split(" ")
			user.middle_name = rest[0] if len(rest) > 1 else user.middle_name
			user.last_name = " ".join(rest[1:] if len(rest) > 1 else rest)
		user.birth_date = self.date_of_birth or user.birth_date
		user.gender = self.gender or user.gender
		user.save()

	def update_user_permissions(self):
		"""Restrict the user to his own Employee and Company, as `create_user_permission` says.

		As in ERPNext nothing happens, and nobody is told, when the saver may not write User Permission.
		"""
		if not (self.has_value_changed("user_id") or self.has_value_changed("create_user_permission")):
			return
		if not has_permission("User Permission", ptype="write", print_logs=False):
			return
		restricted = has_user_permission_for_employee(self.user_id, self.name)
		if restricted and not self.create_user_permission:
			remove_user_permission("Employee", self.name, self.user_id)
			remove_user_permission("Company", self.company, self.user_id)
		elif not restricted and self.create_user_permission:
			add_user_permission("Employee", self.name, self.user_id)
			add_user_permission("Company", self.company, self.user_id)


def on_doctype_update():
	frappe.db.add_index("Employee", ["lft", "rgt"])


def has_user_permission_for_employee(user_name, employee_name):
	return frappe.db.exists(
		"User Permission", {"user": user_name, "allow": "Employee", "for_value": employee_name}
	)


def validate_employee_role(doc, method=None, ignore_emp_check=False):
	"""Hook of User: the role Employee goes when no employee has this user."""
	if not ignore_emp_check and frappe.db.get_value("Employee", {"user_id": doc.name}):
		return
	for row in [row for row in doc.roles if row.role == "Employee"]:
		doc.remove(row)
		frappe.msgprint(_("User {0}: Removed Employee role as there is no mapped employee.").format(doc.name))


def update_user_permissions(doc, method):
	"""Hook of User."""
	if "Employee" not in [row.role for row in doc.roles]:
		return
	if has_permission("User Permission", ptype="write", print_logs=False):
		frappe.get_doc("Employee", {"user_id": doc.name}).update_user_permissions()


def get_holiday_list_for_employee(employee, raise_exception=True):
	"""The employee's own Holiday List, or his company's default."""
	own, company = frappe.get_cached_value("Employee", employee, ["holiday_list", "company"])
	holiday_list = own or frappe.get_cached_value("Company", company, "default_holiday_list")
	if not holiday_list and raise_exception:
		message = _("Please set a default Holiday List for Employee {0} or Company {1}")
		frappe.throw(message.format(employee, company))
	return holiday_list


def is_holiday(employee, date=None, raise_exception=True):
	holiday_list = get_holiday_list_for_employee(employee, raise_exception)
	return bool(
		holiday_list
		and frappe.db.exists("Holiday", {"parent": holiday_list, "holiday_date": date or today()})
	)


@frappe.whitelist()
def get_children(
	doctype: str,
	parent: str | None = None,
	company: str | None = None,
	is_root: bool = False,
	is_tree: bool = False,
):
	"""Nodes of the tree view."""
	filters = {"status": "Active", "reports_to": "" if is_root or parent == company else parent}
	if company and company != "All Companies":
		filters["company"] = company
	employees = frappe.get_list(
		"Employee", ["name as value", "employee_name as title"], filters, order_by="name"
	)
	for employee in employees:
		employee.expandable = int(bool(frappe.db.exists("Employee", {"reports_to": employee.value})))
	return employees
