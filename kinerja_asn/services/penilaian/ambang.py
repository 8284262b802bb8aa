"""What a scheme decides: whoever is still to be evaluated by it does not change it himself, and every change stands on the
periods that use it."""

import frappe
from frappe import _
from frappe.utils import cast

from kinerja_asn.constants.istilah import JenisEvaluasi, Tahap
from kinerja_asn.constants.tahapan import SUDAH_DISERAHKAN
from kinerja_asn.services.bersama.jejak import add_jejak
from kinerja_asn.services.orang.kewenangan.kedudukan import is_bebas

KOLOM = (
	"ambang_sebagian_besar",
	"ambang_sebagian_kecil_utama",
	"penegakan_distribusi",
	"pp30",
	"pp30_bobot",
	"pp30_diatas",
	"pp30_sesuai",
	"pp30_dibawah",
)


def guard_skema(skema) -> None:
	"""validate of Skema Penilaian."""
	lama = skema.get_doc_before_save()
	if lama and _is_lain(lama, skema):
		guard_sendiri(_get_periode(skema.name))


def record_skema(skema) -> None:
	"""on_update of Skema Penilaian."""
	lama = skema.get_doc_before_save()
	if lama and _is_lain(lama, skema):
		_record(_get_periode(skema.name), lama, skema)


def guard_pilihan(periode) -> None:
	"""validate of Periode Kinerja: another scheme."""
	lama = periode.get_doc_before_save()
	if lama and lama.skema != periode.skema:
		guard_sendiri([periode.name])


def record_pilihan(periode) -> None:
	"""on_update of Periode Kinerja."""
	lama = periode.get_doc_before_save()
	if lama and lama.skema != periode.skema:
		_record(
			[periode.name],
			*(frappe.get_cached_doc("Skema Penilaian", nama) for nama in (lama.skema, periode.skema)),
		)


def _is_lain(lama, baru) -> bool:
	return any(is_berubah(lama, baru, kolom) for kolom in KOLOM)


def is_berubah(lama, baru, kolom: str) -> bool:
	"""As the field's own type: a form sends a number as text."""
	jenis = baru.meta.get_field(kolom).fieldtype
	return cast(jenis, lama.get(kolom)) != cast(jenis, baru.get(kolom))


def _get_periode(skema: str) -> list[str]:
	return frappe.get_all("Periode Kinerja", {"skema": skema, "status": "Dibuka"}, pluck="name")


def guard_sendiri(daftar_periode: list[str]) -> None:
	"""Refuses whoever is still to be evaluated in one of these periods."""
	user = frappe.session.user
	if not is_bebas(user) and _find_belum_dinilai(user, daftar_periode):
		frappe.throw(
			_(
				"Ketentuan ini ikut menentukan penilaian Anda sendiri, yang evaluasi tahunannya belum diserahkan. Minta pengelola "
				"kinerja lain atau administrator situs mengubahnya."
			),
			frappe.PermissionError,
		)


def _find_belum_dinilai(user: str, daftar_periode: list[str]) -> set[str]:
	saring = {"pegawai_user": user, "periode": ("in", [*daftar_periode, ""])}
	skp = set(frappe.get_all("SKP", {**saring, "tahap": ("!=", str(Tahap.DITUTUP))}, pluck="name"))
	diserahkan = {"jenis": str(JenisEvaluasi.TAHUNAN), "tahap": ("in", SUDAH_DISERAHKAN)}
	return skp - set(frappe.get_all("Evaluasi Kinerja", {**saring, **diserahkan}, pluck="skp"))


def _record(daftar_periode: list[str], lama, baru) -> None:
	uraian = "; ".join(
		_("{0}: dari {1} menjadi {2}").format(_(baru.meta.get_label(kolom)), lama.get(kolom), baru.get(kolom))
		for kolom in KOLOM
		if is_berubah(lama, baru, kolom)
	)
	add_jejak([("Periode Kinerja", nama, uraian) for nama in daftar_periode])
