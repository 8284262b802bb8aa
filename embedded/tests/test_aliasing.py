import importlib
import pickle

import frappe
import monoframe


def test_frappe_is_the_framework_itself():
	assert frappe is monoframe


def test_a_submodule_is_one_object_under_both_names():
	import frappe.model.document as presented
	import monoframe.model.document as real

	assert presented is real
	assert real.__spec__.name == "monoframe.model.document"


def test_moved_modules_are_found_under_frappes_names():
	from frappe.modules.import_file import import_file_by_path
	from frappe.modules.utils import load_doctype_module
	from monoframe.model.import_doc import import_file_by_path as real

	assert import_file_by_path is real
	assert load_doctype_module("ToDo").ToDo


def test_exceptions_are_caught_under_either_name():
	try:
		monoframe.throw("no")
	except frappe.ValidationError as error:
		assert str(error) == "no"


def test_a_controller_is_the_class_that_its_module_has():
	from frappe.desk.doctype.todo.todo import ToDo

	assert type(frappe.new_doc("ToDo")) is ToDo


def test_a_document_survives_pickling():
	todo = frappe.new_doc("ToDo", description="x")
	assert pickle.loads(pickle.dumps(todo)).description == "x"


def test_a_module_that_is_not_there_raises_import_error():
	try:
		importlib.import_module("frappe.no_such_module")
	except ModuleNotFoundError as error:
		assert "frappe.no_such_module" in str(error)
	else:
		raise AssertionError("imported a module that does not exist")


def test_erpnext_is_the_stand_in():
	import erpnext

	import embedded.hr_master

	assert erpnext is embedded.hr_master
	assert erpnext.__version__.startswith("15.90")


def test_versions_are_told_per_app():
	from frappe.utils.change_log import get_versions

	assert frappe.__version__ == "16.0.0"
	versions = {app: entry["version"] for app, entry in get_versions().items()}
	assert versions["frappe"] == "16.0.0" and versions["erpnext"] == "15.90.0"


def test_safe_code_knows_frappe():
	assert frappe.render_template("{{ frappe.utils.cint('7') }}", {}) == "7"
	from frappe.email.doctype.notification.notification import get_context
	from frappe.model.workflow import get_workflow_safe_globals

	assert "frappe" in get_context(frappe.new_doc("ToDo"))
	assert frappe.safe_eval("frappe.session.user", get_workflow_safe_globals()) == "Administrator"
