"""The departments that ERPNext gives every new company, like Marketing and Sales: no agency has them, HR trips over them."""

from datetime import timedelta

import frappe
from frappe import _
from frappe.utils import get_datetime

from kinerja_asn.permissions.lingkup import get_instansi
from kinerja_asn.permissions.sekitar import is_pengatur_situs

# erpnext/setup/doctype/company/company.py; they are named in the language that the site was set up in.
NAMA = (
	"Accounts",
	"Marketing",
	"Sales",
	"Purchase",
	"Operations",
	"Production",
	"Dispatch",
	"Customer Service",
	"Human Resources",
	"Management",
	"Quality Management",
	"Research & Development",
	"Legal",
)
SEKALIGUS = timedelta(minutes=15)  # they come with the company; a unit that somebody made later is his


def remove_unit_contoh() -> str:
	"""Deletes those of the session user's agencies that nothing refers to, within his rights; says what became of each."""
	dihapus, tetap = [], []
	for unit in find_unit_contoh():
		(dihapus if _remove(unit.name) else tetap).append(unit.department_name)
	if not dihapus and not tetap:
		return _("Tidak ada unit contoh ERPNext.")
	kalimat = [_("{0} unit contoh ERPNext dihapus.").format(len(dihapus))]
	if tetap:
		kalimat.append(_("Tetap ada karena sudah dipakai: {0}.").format(", ".join(tetap)))
	return " ".join(kalimat)


def find_unit_contoh() -> list[frappe._dict]:
	user = frappe.session.user
	saring = {} if is_pengatur_situs(user) else {"name": ("in", get_instansi(user) or [""])}
	lahir = {row.name: row.creation for row in frappe.get_all("Company", saring, ["name", "creation"])}
	nama = {sebutan for asli in NAMA for sebutan in (asli, _(asli), _(asli, "id"))}
	rows = frappe.get_all(
		"Department",
		{"company": ("in", list(lahir) or [""]), "department_name": ("in", sorted(nama)), "is_group": 0},
		["name", "department_name", "company", "creation"],
		order_by="name",
	)
	return [row for row in rows if get_datetime(row.creation) - get_datetime(lahir[row.company]) < SEKALIGUS]


def _remove(unit: str) -> bool:
	frappe.db.savepoint("unit_contoh")
	try:
		frappe.delete_doc("Department", unit)
	except frappe.LinkExistsError:
		frappe.db.rollback(save_point="unit_contoh")
		frappe.clear_last_message()
		return False
	return True
