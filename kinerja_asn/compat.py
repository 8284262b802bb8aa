"""Where Frappe v15 and v16 differ for us, and the versions we run on."""

import re
from collections.abc import Iterable

import frappe
from frappe import _

# Major versions the tests run on. ERPNext's majors follow Frappe's.
DIDUKUNG = (15, 16)


class VersiTidakDidukung(frappe.ValidationError):
	"""Raised at install on a Frappe or ERPNext that the app has not been tested with."""


def get_major(version: str) -> int:
	found = re.match(r"\d+", version or "")
	return int(found[0]) if found else 0


def check_versi() -> None:
	"""before_install: refuse early and say what is needed."""
	import erpnext

	for nama, version in (("Frappe", frappe.__version__), ("ERPNext", erpnext.__version__)):
		if get_major(version) not in DIDUKUNG:
			raise VersiTidakDidukung(
				f"Kinerja ASN memerlukan {nama} versi {' atau '.join(map(str, DIDUKUNG))}; di situs ini {nama} {version}."
			)


def ensure_indeks_berkas() -> None:
	"""Every upload asks who else has its address. v16 has this index of its own, v15 has none; it stays at uninstall."""
	if frappe.conf.db_type != "sqlite" and not frappe.db.has_index("tabFile", "file_url_index"):
		frappe.db.add_index("File", ["file_url(100)"], "file_url_index")


def get_kolom_tabel(doctype: str) -> set[str]:
	"""Columns that the table has on this site; none where there is no table. Frappe's own look-up takes those of every
	database of the server, and remembers them."""
	try:
		rows = frappe.db.describe(doctype)
	except Exception as galat:
		if frappe.db.is_table_missing(galat):
			return set()
		raise
	return {row[1 if frappe.conf.db_type == "sqlite" else 0] for row in rows}


def drop_kolom(doctype: str, kolom: Iterable[str]) -> None:
	"""Commits, as every change of a table does. SQLite drops one at a time, and none that has an index."""
	if frappe.conf.db_type != "sqlite":
		daftar = ", ".join(f"drop column `{nama}`" for nama in kolom)
		return frappe.db.sql_ddl(f"alter table `tab{doctype}` {daftar}")
	for nama in kolom:
		while indeks := frappe.db.get_column_index(f"tab{doctype}", nama):
			frappe.db.sql_ddl(f"drop index `{indeks.name}`")
		frappe.db.sql_ddl(f"alter table `tab{doctype}` drop column `{nama}`")


def validate_link(doctype: str, docname: str, fields: list | str | None) -> dict:
	"""Later versions of v16 have validate_link_and_fetch instead, which searches within the caller's rights."""
	from frappe import client

	if not hasattr(client, "validate_link"):
		frappe.throw(_("Permintaan ini tidak ada pada versi Frappe ini."), frappe.DoesNotExistError)
	return client.validate_link(doctype, docname, fields)


def run_sesi_dibuat() -> None:
	"""v15 runs the hook ``on_session_creation`` only for a password sent to its own address, v16 with every session."""
	if get_major(frappe.__version__) < 16:
		frappe.local.login_manager.run_trigger("on_session_creation")


def is_bersurel(status) -> bool:
	"""v16 lets HR leave a state of a workflow out of its mails; v15 has no such field."""
	return bool(status.get("send_email", 1))
