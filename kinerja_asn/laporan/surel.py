"""A report that Frappe mails by itself (Auto Email Report) shows what the one whose mail it is may read.

Frappe works it out as whoever runs the queue, Administrator, and hands the report nobody else's name. So the name stands
among the filters of the mail, put there when it is saved, and the report is worked out as that user. Only Administrator
can be told to: nobody reads another's rows by sending the filter along.
"""

import json
from collections.abc import Callable
from functools import wraps

import frappe

from kinerja_asn.constants import MODULE

PEMBACA = "pembaca"


def note_pembaca(doc, method: str | None = None) -> None:
	"""before_validate of Auto Email Report."""
	if frappe.db.get_value("Report", doc.report, "module") != MODULE:
		return
	saringan = frappe.parse_json(doc.filters) if doc.filters else {}
	doc.filters = json.dumps({**saringan, PEMBACA: doc.user})


def read_as_pembaca(build: Callable[[dict | None], tuple]) -> Callable[[dict | None], tuple]:
	"""For the entry point of a report."""

	@wraps(build)
	def build_as_pembaca(filters: dict | None = None) -> tuple:
		pembaca = _find_pembaca(filters)
		if not pembaca:
			return build(filters)
		semula = frappe.session.user
		frappe.set_user(pembaca)
		try:
			return build(filters)
		finally:
			frappe.set_user(semula)

	return build_as_pembaca


def _find_pembaca(filters) -> str | None:
	"""Only in the queue: a request has its own user."""
	if frappe.session.user != "Administrator" or getattr(frappe.local, "request", None):
		return None
	pembaca = frappe.parse_json(filters).get(PEMBACA) if filters else None
	return str(pembaca) if pembaca and frappe.db.exists("User", str(pembaca)) else None
