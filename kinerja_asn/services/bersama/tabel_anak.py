"""Rows of child tables by their document: several DocTypes keep rows in one table, so its name alone is not enough."""

from collections.abc import Collection

from pypika import Table
from pypika.terms import Criterion, Term


def is_anak(anak: Table, induk: Table) -> Criterion:
	"""Joins the child table ``anak`` to the table ``induk`` of its documents; either may have an alias."""
	return is_baris(anak, induk._table_name.removeprefix("tab"), induk.name)


def is_baris(anak: Table, doctype: str, induk: Term | str) -> Criterion:
	"""Rows of the document that ``induk`` names, a column of another table or a name."""
	return (anak.parent == induk) & (anak.parenttype == doctype)


def get_saring_anak(doctype: str, induk: str | Collection[str]) -> dict:
	"""Filters for the rows of one document, or of many: none match where there are none."""
	nama = induk if isinstance(induk, str) else ("in", list(induk) or [""])
	return {"parent": nama, "parenttype": doctype}
