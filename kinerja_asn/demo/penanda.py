"""What tells demo data from an agency's own, and when the demo may be made."""

from datetime import date

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.akses import TERJAGA
from kinerja_asn.demo.orang import INSTANSI

KUNCI = "kinerja_asn_demo"  # default value of the site: the Company of the demo
KUNCI_HARI = "kinerja_asn_demo_hari"  # ... and the day up to which it is played
JEJAK_KEWENANGAN = (
	"Jejak Kewenangan"  # ERPNext's wizard makes units, which leave traces on a site that is empty otherwise
)
JABATAN = "Jabatan pada data contoh Kinerja ASN."  # description of the Designations that the demo made
BATAS_PEGAWAI = 5  # a site with more employees of its own is somebody's


def get_penanda() -> str | None:
	"""The Company of the demo on this site, also when it is only half made."""
	return frappe.db.get_default(KUNCI)


def get_hari() -> date | None:
	"""A run that goes on the month after plays on up to the day that it began on."""
	hari = frappe.db.get_default(KUNCI_HARI)
	return getdate(hari) if hari else None


def set_penanda(hari: date) -> None:
	frappe.db.set_default(KUNCI, INSTANSI)
	frappe.db.set_default(KUNCI_HARI, str(hari))


def clear_penanda() -> None:
	for kunci in (KUNCI, KUNCI_HARI):
		frappe.defaults.clear_default(key=kunci)


def check_pelaksana() -> None:
	"""Only from a command line, by those who may do anything on the site anyway."""
	if getattr(frappe.local, "request", None):
		frappe.throw(_("Data contoh hanya dibuat dan dihapus dari baris perintah."), frappe.PermissionError)
	if "System Manager" not in frappe.get_roles():
		frappe.throw(
			_("Data contoh hanya dibuat dan dihapus oleh Administrator atau System Manager."),
			frappe.PermissionError,
		)


def check_situs_kosong() -> None:
	"""Made-up people must not get among real ones."""
	if not get_penanda() and frappe.db.exists("Company", INSTANSI):
		frappe.throw(
			_("Instansi {0} sudah ada dan bukan data contoh. Gunakan situs lain untuk mencoba.").format(
				INSTANSI
			)
		)
	isi = [_(doctype) for doctype in get_berinstansi() if doctype != JEJAK_KEWENANGAN and _has_lain(doctype)]
	pegawai = count_pegawai_lain()
	if isi or pegawai > BATAS_PEGAWAI:
		frappe.throw(
			_(
				"Situs ini berisi data sungguhan ({0} pegawai; {1}), jadi data contoh tidak dibuat. Gunakan situs lain."
			).format(pegawai, ", ".join(isi) or _("tanpa dokumen kinerja"))
		)


def get_berinstansi() -> list[str]:
	"""DocTypes whose documents say whose they are. What a site keeps for itself says nothing of the kind."""
	# A site that has not been migrated yet is asked too.
	ada = filter(frappe.db.table_exists, TERJAGA)
	return [doctype for doctype in ada if frappe.db.has_column(doctype, "instansi")]


def _has_lain(doctype: str) -> bool:
	return bool(frappe.db.exists(doctype, {"instansi": ("!=", INSTANSI)}))


def count_pegawai_lain() -> int:
	return frappe.db.count("Employee", {"company": ("!=", INSTANSI)})
