"""Who records the result of units whose superior is outside the system: chosen by HR, never by himself, about nobody whom
it tells on."""

import frappe
from frappe import _
from frappe.utils import escape_html

from kinerja_asn.constants.peran import PENGELOLA, PENILAI
from kinerja_asn.services.bersama.jejak import add_jejak
from kinerja_asn.services.orang.kewenangan.kedudukan import get_kedudukan, is_bebas
from kinerja_asn.services.orang.kewenangan.penjagaan import explain_unit_penentu, find_unit_penentu
from kinerja_asn.services.orang.pejabat import check_pejabat
from kinerja_asn.services.orang.pihak import get_data
from kinerja_asn.services.orang.unit import get_nama_unit
from kinerja_asn.services.penilaian.organisasi.pimpinan import find_kepemimpinan

KOLOM = "pencatat_unit_puncak"


def guard_pencatat(periode) -> None:
	"""validate of Periode Kinerja."""
	if not periode.has_value_changed(KOLOM):
		return
	puncak = _find_puncak(periode)
	_guard_pemilih(periode, puncak)
	if periode.get(KOLOM):
		_check_layak(periode, puncak)


def record_pencatat(periode) -> None:
	"""on_update of Periode Kinerja: the choice stands on the period."""
	lama = periode.get_doc_before_save()
	if (periode.get(KOLOM) or None) != ((lama and lama.get(KOLOM)) or None):
		nama = get_data(periode.get(KOLOM)).employee_name or "–"
		add_jejak([("Periode Kinerja", periode.name, _("Pencatat predikat unit puncak: {0}").format(nama))])


def _find_puncak(periode) -> set[str]:
	if periode.is_new():
		return set()
	return {milik.unit for milik in find_kepemimpinan(periode.name).values() if milik.di_luar}


def _guard_pemilih(periode, puncak: set[str]) -> None:
	"""Nobody chooses who decides about him, or makes himself who decides."""
	user = frappe.session.user
	if is_bebas(user):
		return
	if periode.get(KOLOM) in get_kedudukan(user).sendiri:
		frappe.throw(
			_("Anda tidak menunjuk diri sendiri sebagai pencatat. Minta pengelola kinerja lain menunjuknya."),
			frappe.PermissionError,
		)
	if puncak & find_unit_penentu(user, periode.name):
		frappe.throw(explain_unit_penentu(), frappe.PermissionError)


def _check_layak(periode, puncak: set[str]) -> None:
	orang = get_data(periode.get(KOLOM))
	nama = escape_html(orang.employee_name or periode.get(KOLOM))
	if orang.company != periode.instansi:
		frappe.throw(_("{0} bukan pegawai {1}.").format(nama, escape_html(periode.instansi)))
	check_pejabat(orang.name, _("pencatat predikat unit puncak"))
	if not {PENILAI, PENGELOLA} & set(frappe.get_roles(orang.user_id)):
		frappe.throw(
			_(
				"{0} bukan Pejabat Penilai atau pengelola kinerja. Pilih orang yang membuka halaman Kinerja Unit."
			).format(nama)
		)
	for unit in sorted(puncak & find_unit_penentu(orang.user_id, periode.name)):
		frappe.throw(
			_("{0} dinilai dengan predikat {1}, sehingga tidak mencatatnya. Pilih orang lain.").format(
				nama, escape_html(get_nama_unit(unit))
			)
		)
