"""Who has agreed to a plan, and by when it is to be set, in words (Pasal 14; p. 65)."""

from frappe import _
from frappe.utils import get_fullname

from kinerja_asn.constants.tahapan import DISUSUN
from kinerja_asn.services.bersama.waktu import format_saat
from kinerja_asn.services.giliran.tenggat import describe_tenggat
from kinerja_asn.services.orang.pihak import is_penetap_atasan


def describe_persetujuan(doc) -> list[str]:
	"""Sentences about the confirmations on an SKP or Perubahan SKP, in the order in which they were given."""
	kalimat = []
	if doc.diajukan_pada and doc.tahap not in DISUSUN:
		kalimat.append(_describe_pengajuan(doc))
	if doc.ditetapkan_pada:
		kalimat.append(
			_("Ditetapkan {0} pada {1}.").format(_describe_penetap(doc), format_saat(doc.ditetapkan_pada))
		)
	elif tenggat := describe_tenggat(doc):
		kalimat.append(tenggat)
	return kalimat


def _describe_pengajuan(doc) -> str:
	pada = format_saat(doc.diajukan_pada)
	if doc.diajukan_oleh == doc.pegawai_user:
		return _("Ditandatangani {0} pada {1}.").format(doc.nama_pegawai, pada)
	return _("Diajukan {0} pada {1}.").format(get_fullname(doc.diajukan_oleh), pada)


def _describe_penetap(doc) -> str:
	if is_penetap_atasan(doc):
		return _("oleh atasan Pejabat Penilai, {0},").format(doc.nama_atasan_penilai)
	if doc.ditetapkan_oleh == doc.penilai_user:
		return _("oleh Pejabat Penilai, {0},").format(doc.nama_penilai)
	return _("oleh {0}").format(get_fullname(doc.ditetapkan_oleh))
