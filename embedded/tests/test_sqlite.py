"""The repairs are SQLite's; MariaDB has to give the same answers."""

import datetime
import decimal

import frappe
import pytest

from embedded.host.sqlite import bind


def one(query, values=None):
	return frappe.db.sql(query, values)[0][0]


def todo(**fields):
	return frappe.get_doc({"doctype": "ToDo", "description": "x", **fields}).insert()


def test_bind_keeps_the_order_of_named_and_repeated_values():
	assert bind("%(a)s %(b)s %(a)s %%", {"a": 1, "b": 2}) == ("? ? ? %", [1, 2, 1])


def test_bind_spreads_lists():
	assert bind("x in %s and y = %s", [(1, 2), 3]) == ("x in (?,?) and y = ?", [1, 2, 3])


@pytest.mark.parametrize("text", ["it's", "100%", "%s", "a\\b", "None", "'; drop table tabToDo; --"])
def test_values_arrive_as_they_are(text):
	assert one("select %(text)s", {"text": text}) == text
	assert one("select %s", (text,)) == text


def test_none_is_null():
	assert one("select coalesce(%(missing)s, 'null')", {"missing": None}) == "null"


def test_dates_and_times_come_back_as_such():
	name = todo(date="2025-02-03").name
	date, creation = frappe.db.get_value("ToDo", name, ["date", "creation"])
	assert date == datetime.date(2025, 2, 3)
	assert isinstance(creation, datetime.datetime)


def test_decimals_can_be_bound():
	assert float(one("select %s + 1", (decimal.Decimal("1.5"),))) == 2.5


@pytest.mark.parametrize(
	("expression", "answer"),
	[
		("year('2025-03-04')", 2025),
		("month('2025-03-04')", 3),
		("quarter('2025-05-01')", 2),
		("datediff('2025-03-04', '2025-02-28')", 4),
		("date_format('2025-03-04', '%%Y-%%m')", "2025-03"),
		("concat('a', 'b')", "ab"),
		("concat('a', null)", None),
		("concat_ws('-', 'a', null, 'b')", "a-b"),
		("greatest(1, 3, 2)", 3),
		("least(1, 3, 2)", 1),
		("if(1 > 2, 'yes', 'no')", "no"),
		("year(null)", None),
	],
)
def test_functions_that_frappe_sends(expression, answer):
	assert (
		one(f"select {expression}", ()) == answer
		if "%%" not in expression
		else one(f"select {expression}", {"a": 1}) == answer
	)


def test_for_update_and_insert_ignore_are_understood():
	name = todo().name
	assert frappe.db.get_value("ToDo", name, "name", for_update=True) == name
	assert frappe.get_doc("ToDo", name, for_update=True).name == name
	row = (name, "again")
	frappe.db.bulk_insert("ToDo", ["name", "description"], [row], ignore_duplicates=True)
	assert frappe.db.get_value("ToDo", name, "description") == "x"


def test_a_second_row_of_a_name_is_a_duplicate_entry():
	template = {"doctype": "Email Template", "subject": "x", "response": "x"}
	frappe.get_doc(template).insert(set_name="Once")
	with pytest.raises(frappe.DuplicateEntryError):
		frappe.get_doc(template).insert(set_name="Once")
	assert frappe.db.count("Email Template", {"name": "Once"}) == 1


def test_a_second_row_with_a_unique_value_is_refused():
	genders = [frappe.get_doc({"doctype": "Gender", "gender": "Once"}) for _ in range(2)]
	genders[0].insert()
	with pytest.raises((frappe.DuplicateEntryError, frappe.UniqueValidationError)):
		genders[1].insert()
	assert frappe.db.count("Gender", {"gender": "Once"}) == 1


def test_savepoints_undo_what_came_after():
	kept = todo().name
	frappe.db.savepoint("here")
	lost = todo().name
	frappe.db.rollback(save_point="here")
	assert frappe.db.exists("ToDo", kept) and not frappe.db.exists("ToDo", lost)


def test_the_query_builder_joins_and_aggregates():
	from frappe.query_builder.functions import Count

	todo(status="Open"), todo(status="Closed"), todo(status="Closed")
	table = frappe.qb.DocType("ToDo")
	rows = frappe.qb.from_(table).select(table.status, Count("*")).groupby(table.status).run()
	assert dict(rows) == {"Open": 1, "Closed": 2}


def test_names_stay_unique_in_a_table_that_was_changed():
	"""Custom Fields with an index change Employee."""
	employee = {"doctype": "Employee", "name": "TWICE", "first_name": "Twice"}
	frappe.get_doc(employee).db_insert()
	with pytest.raises((frappe.DuplicateEntryError, frappe.UniqueValidationError)):
		frappe.get_doc(employee).db_insert()
	assert frappe.db.count("Employee", {"name": "TWICE"}) == 1
	frappe.db.rollback()


def test_every_field_that_asks_for_an_index_has_one():
	"""New tables had none, and of two tables with a field of one name only the first that was changed."""
	for doctype in ("ToDo", "Employee", "Workflow Action"):
		for field in frappe.get_meta(doctype).fields:
			if field.search_index:
				assert frappe.db.get_column_index(f"tab{doctype}", field.fieldname), (
					doctype,
					field.fieldname,
				)
