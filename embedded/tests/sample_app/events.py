"""Hook targets that write down when they ran and what was there already."""

import frappe

CALLS = []


def note(name, **there):
	CALLS.append((name, there))


def _records():
	return {
		"doctype": bool(frappe.db.exists("DocType", "Sample Note")),
		"role": bool(frappe.db.exists("Role", "Sample Fixture Role")),
		"card": bool(frappe.db.exists("Number Card", "Sample Notes")),
	}


def before_install():
	note("before_install", **_records())


def after_install():
	note("after_install", **_records())


def after_sync():
	note("after_sync", **_records())


def before_migrate():
	note("before_migrate")


def after_migrate():
	note("after_migrate")


def before_uninstall():
	note("before_uninstall", **_records())
	frappe.delete_doc("Role", "Sample Fixture Role", force=True)
	frappe.delete_doc("Role", "Sample Reader", force=True)


def after_uninstall():
	note("after_uninstall")


def on_any_update(doc, method=None):
	if doc.doctype == "Sample Note":
		note("any")


def on_note_update(doc, method=None):
	note("note")


def daily():
	note("daily")


def greet(name):
	return f"hello {name}"


@frappe.whitelist()
def ping() -> str:
	return "sample pong"


def make_note(text: str):
	frappe.get_doc({"doctype": "Sample Note", "text": text}).insert()


def fail():
	make_note("never stored")
	raise ValueError("this job fails")
