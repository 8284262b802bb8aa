"""Work on many documents in which one failure must not cost the others."""

from collections.abc import Iterator
from contextlib import contextmanager

import frappe


@contextmanager
def tolerate(judul: str) -> Iterator[None]:
	"""What fails in this block is undone and recorded in the Error Log under ``judul``; what follows goes on."""
	titik = f"galat_{frappe.generate_hash(length=8)}"
	frappe.db.savepoint(titik)
	try:
		yield
	except Exception:
		frappe.db.rollback(save_point=titik)
		frappe.clear_messages()
		frappe.log_error(title=judul)
	else:
		frappe.db.release_savepoint(titik)
