"""By when a submitted plan is to be set, how late that is and who may set it then, in words (Pasal 14; p. 65).

The one place that says so: every page, form, list and report shows these sentences.
"""

from collections.abc import Collection, Mapping
from datetime import date

import frappe
from frappe import _
from frappe.utils import formatdate, getdate

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.permissions.pelaku import is_beralih
from kinerja_asn.rules.tenggat import hari_kerja_antara
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.bersama.waktu import format_batas, get_libur, get_today

KOLOM_TENGGAT = (
	"name",
	"instansi",
	"periode",
	"tahap",
	"tenggat_penetapan",
	"dialihkan_pada",
	"penetap_user",
	"pegawai_user",
	"penilai_user",
	"nama_penilai",
	"atasan_penilai_user",
	"nama_atasan_penilai",
)


def describe_tenggat(doc) -> str:
	"""Of an SKP or Perubahan SKP; "" when it does not wait to be set, or has no last day."""
	return describe_banyak_tenggat([doc]).get(doc.name, "")


def describe_banyak_tenggat(rows: Collection[Mapping]) -> dict[str, str]:
	"""Name -> sentences, of those of ``rows`` (with ``KOLOM_TENGGAT``) that wait; a query for each agency and one more."""
	menunggu = [row for row in rows if row.tahap == Tahap.DIAJUKAN and row.tenggat_penetapan]
	libur = {instansi: get_libur(instansi) for instansi in {row.instansi for row in menunggu}}
	aktif = _find_aktif({row.atasan_penilai_user for row in menunggu})
	return {
		row.name: _describe(row, libur[row.instansi], row.atasan_penilai_user in aktif) for row in menunggu
	}


def _find_aktif(users: set[str | None]) -> set[str]:
	nama = sorted(filter(None, users))
	return set(frappe.get_all("User", {"name": ("in", nama), "enabled": 1}, pluck="name")) if nama else set()


def has_penerus(row: Mapping, aktif: bool) -> bool:
	"""Can the plan pass to the atasan (``aktif``: his account is in use)? Somebody other than those who are stuck with
	it already; the Kepala Daerah, Penilai of a JPT, has none."""
	atasan = row.get("atasan_penilai_user")
	return bool(atasan) and aktif and atasan not in (row.get("penilai_user"), row.get("pegawai_user"))


def is_lewat(row: Mapping) -> bool:
	"""Does it wait longer than the Penilai has time?"""
	tenggat = row.get("tenggat_penetapan")
	return row.get("tahap") == Tahap.DIAJUKAN and bool(tenggat) and getdate(tenggat) < get_today()


def _describe(row: Mapping, libur: set[date], aktif: bool) -> str:
	tenggat = getdate(row.tenggat_penetapan)
	if is_lewat(row) or is_beralih(row):
		return f"{_describe_lewat(tenggat, libur)} {_describe_giliran(row, aktif)}"
	if not has_penerus(row, aktif):
		return _("Paling lambat ditetapkan {0}.").format(format_batas(tenggat))
	return _(
		"Paling lambat ditetapkan {0}; sesudah itu beralih kepada {1} selaku atasan Pejabat Penilai."
	).format(format_batas(tenggat), row.nama_atasan_penilai)


def _describe_lewat(tenggat: date, libur: set[date]) -> str:
	hari = hari_kerja_antara(tenggat, get_today(), libur)
	if hari <= 0:  # it ended on a weekend that still is
		return _("Waktu Pejabat Penilai untuk menetapkan berakhir {0}.").format(format_batas(tenggat))
	return _("Waktu Pejabat Penilai untuk menetapkan berakhir {0}, {1} hari kerja yang lalu.").format(
		format_batas(tenggat), hari
	)


def _describe_giliran(row: Mapping, aktif: bool) -> str:
	"""Who may set it, now that the Penilai's time is over, and from when."""
	if is_beralih(row):
		return _("Sejak {0} penetapannya beralih kepada {1} selaku atasan Pejabat Penilai.").format(
			formatdate(row.dialihkan_pada, "d MMMM yyyy"), row.nama_atasan_penilai
		)
	if get_periode(row.periode).status != "Dibuka":
		return _("Penetapannya tetap pada {0}, karena periodenya tidak sedang dibuka.").format(
			row.nama_penilai
		)
	if not has_penerus(row, aktif):
		return _(
			"Penetapannya tetap pada {0}, karena tidak ada atasan Pejabat Penilai dengan akun aktif yang menggantikan; "
			"hubungi pengelola kinerja."
		).format(row.nama_penilai)
	return _(
		"Penetapannya masih pada {0}; {1} selaku atasan Pejabat Penilai dapat menetapkan setelah pengalihan harian "
		"berikutnya berjalan."
	).format(row.nama_penilai, row.nama_atasan_penilai)
