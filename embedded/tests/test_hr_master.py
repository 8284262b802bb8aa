"""The stand-in for ERPNext: its fields against the contract, and the effects that the app relies on."""

import json

import frappe
import pytest

from embedded.paths import REPO

CONTRACT = json.loads((REPO / "kinerja_asn" / "tests" / "erpnext_contract.json").read_text())


@pytest.fixture(autouse=True)
def in_english(monkeypatch):
	"""As ERPNext says it, whichever test of this process came before."""
	monkeypatch.setattr(frappe.local, "lang", "en")


@pytest.fixture
def company():
	return frappe.get_doc(
		{
			"doctype": "Company",
			"company_name": "Dinas Contoh",
			"default_currency": "IDR",
			"country": "Indonesia",
		}
	).insert()


@pytest.fixture
def make_employee(company):
	def make(first_name="Siti", **fields):
		values = {
			"doctype": "Employee",
			"first_name": first_name,
			"company": company.name,
			"gender": "Female",
			"date_of_birth": "1985-01-01",
			"date_of_joining": "2010-01-01",
		}
		return frappe.get_doc(values | fields).insert()

	return make


def make_user(email="siti@example.com"):
	user = {"doctype": "User", "email": email, "first_name": "Siti", "send_welcome_email": 0}
	return frappe.get_doc(user).insert()


@pytest.mark.parametrize("doctype", CONTRACT)
def test_fields_are_those_of_the_contract(doctype):
	meta = frappe.get_meta(doctype)
	for fieldname, wanted in CONTRACT[doctype].items():
		field = meta.get_field(fieldname)
		assert field, f"{doctype} has no {fieldname}"
		assert {key: field.get(key) for key in wanted} == wanted, fieldname


def test_the_contract_covers_every_field_of_the_stand_in():
	stand_in = frappe.get_all("DocType", {"module": "Setup"}, pluck="name")
	assert set(stand_in) <= set(CONTRACT)
	for doctype in stand_in:
		own = [f.fieldname for f in frappe.get_meta(doctype).fields if not f.get("is_custom_field")]
		data = [name for name in own if frappe.get_meta(doctype).has_field(name)]
		layout = ("Section Break", "Column Break", "Tab Break", "Button")
		data = [name for name in data if frappe.get_meta(doctype).get_field(name).fieldtype not in layout]
		assert set(data) == set(CONTRACT[doctype]), doctype


def test_employee_is_numbered_and_named(make_employee):
	employee = make_employee("Siti", middle_name="Nur", last_name="Aminah")
	assert employee.name.startswith("HR-EMP-") and employee.employee == employee.name
	assert employee.employee_name == "Siti Nur Aminah"


def test_reports_to_makes_a_tree(make_employee):
	boss = make_employee("Boss")
	staff = make_employee("Staff", reports_to=boss.name)
	left, right = frappe.db.get_value("Employee", boss.name, ["lft", "rgt"])
	assert left < frappe.db.get_value("Employee", staff.name, "lft") < right


def test_a_user_becomes_employee_and_sees_himself_only(make_employee):
	user = make_user()
	employee = make_employee(user_id=user.name)
	make_employee("Other")
	assert "Employee" in frappe.get_roles(user.name)
	allowed = frappe.get_all("User Permission", {"user": user.name}, ["allow", "for_value"], order_by="allow")
	assert [tuple(row.values()) for row in allowed] == [
		("Company", "Dinas Contoh"),
		("Employee", employee.name),
	]
	frappe.set_user(user.name)
	assert frappe.get_list("Employee", pluck="name") == [employee.name]


def test_without_the_permission_the_employee_role_reads_all(make_employee):
	user = make_user()
	make_employee(user_id=user.name, create_user_permission=0)
	make_employee("Other")
	frappe.set_user(user.name)
	assert len(frappe.get_list("Employee", limit_page_length=0)) == frappe.db.count("Employee") >= 2


def test_losing_the_user_takes_role_and_permission(make_employee):
	user = make_user()
	employee = make_employee(user_id=user.name)
	employee.user_id = None
	employee.save()
	assert "Employee" not in frappe.get_roles(user.name)
	assert not frappe.db.exists("User Permission", {"user": user.name, "allow": "Employee"})


def test_one_user_one_active_employee(make_employee):
	user = make_user()
	make_employee(user_id=user.name)
	with pytest.raises(frappe.DuplicateEntryError, match="already assigned"):
		make_employee("Other", user_id=user.name)


def test_leaving_needs_a_date(make_employee):
	employee = make_employee()
	employee.status = "Left"
	with pytest.raises(frappe.ValidationError, match="relieving date"):
		employee.save()


def test_departments_hang_below_one_root_and_carry_the_abbreviation(company):
	unit = frappe.get_doc(
		{"doctype": "Department", "department_name": "Bidang Data", "company": company.name}
	).insert()
	assert company.abbr == "DC"
	assert unit.name == "Bidang Data - DC" and unit.parent_department == "All Departments"


def test_holidays_come_from_the_employee_or_his_company(company, make_employee):
	from erpnext.setup.doctype.employee.employee import get_holiday_list_for_employee, is_holiday

	holidays = frappe.get_doc(
		{
			"doctype": "Holiday List",
			"holiday_list_name": "Libur 2025",
			"from_date": "2025-01-01",
			"to_date": "2025-12-31",
			"holidays": [{"holiday_date": "2025-08-17", "description": "Kemerdekaan"}],
		}
	).insert()
	employee = make_employee()
	assert get_holiday_list_for_employee(employee.name, raise_exception=False) is None
	company.default_holiday_list = holidays.name
	company.save()
	frappe.clear_cache()
	assert get_holiday_list_for_employee(employee.name) == "Libur 2025"
	assert is_holiday(employee.name, "2025-08-17") and not is_holiday(employee.name, "2025-08-18")


def test_a_holiday_outside_the_list_is_refused():
	with pytest.raises(frappe.ValidationError, match="not between"):
		frappe.get_doc(
			{
				"doctype": "Holiday List",
				"holiday_list_name": "Salah",
				"from_date": "2025-01-01",
				"to_date": "2025-12-31",
				"holidays": [{"holiday_date": "2026-01-01", "description": "x"}],
			}
		).insert()
