"""The official to whom reports of a behaviour problem go: the head of the unit for personnel, or PyB (p. 86-87)."""

import frappe
from frappe import _

from kinerja_asn.services.orang.pejabat import check_pejabat, find_halangan
from kinerja_asn.services.orang.pihak import get_data


def find_pejabat(pihak) -> dict:
	"""Columns of the official for the report ``pihak``: as HR named him for the period; where that is the employee
	himself or the Penilai who reports, the Penilai's superior, since nobody decides on his own report."""
	pejabat = frappe.db.get_value("Periode Kinerja", pihak.periode, "pejabat_kepegawaian")
	if not pejabat:
		frappe.throw(
			_(
				"Pimpinan unit kerja yang membidangi pengelolaan kepegawaian belum ditentukan untuk periode ini. Minta "
				"pengelola kinerja mengisinya pada Periode Kinerja."
			)
		)
	if pejabat in (pihak.pegawai, pihak.penilai):
		pejabat = _get_atasan_penilai(pihak.skp)
	check_pejabat(pejabat, _("penerima laporan"))
	return get_kolom_pejabat(pejabat)


def _get_atasan_penilai(skp: str) -> str:
	"""As the plan has it: the report does not keep who else may read it."""
	return frappe.db.get_value("SKP", skp, "atasan_penilai") or frappe.throw(
		_("Tidak ada pejabat lain yang dapat menerima laporan ini. Hubungi pengelola kinerja.")
	)


def get_kolom_pejabat(pejabat: str) -> dict:
	data = get_data(pejabat)
	return {"pejabat": pejabat, "nama_pejabat": data.employee_name, "pejabat_user": data.user_id}


def is_berhalangan(pejabat: str) -> bool:
	return pejabat in find_halangan([pejabat])
