"""Reminders and escalation of the clock of p. 114-117: before, on and after a last day; afterwards to whoever stands above.

What nobody does has no consequence that the regulation does not name: a result holds without the employee's signature, his
days to object begin when he receives it, and the report goes on its own last day.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.dokumen_evaluasi import FormulirDokumen, TandaTanganPegawai
from kinerja_asn.constants.istilah import Istilah, Tahap
from kinerja_asn.constants.tahapan import BELUM_DITETAPKAN
from kinerja_asn.permissions.lingkup import get_pengelola
from kinerja_asn.rules.dokumen_evaluasi import (
	TANDA_TANGAN_ATASAN,
	count_tenggat,
	get_jangka_kembali,
	get_jangka_serah,
)
from kinerja_asn.rules.tenggat import hari_kerja_antara
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send
from kinerja_asn.services.bersama.penolakan import tolerate
from kinerja_asn.services.bersama.waktu import format_batas, get_libur, get_today
from kinerja_asn.services.penilaian.dokumen.final import is_oleh_atasan
from kinerja_asn.services.penilaian.dokumen.langkah import get_pelapor
from kinerja_asn.services.penilaian.dokumen.penerbitan import DOCTYPE, get_akhir_jangka

EVALUASI = "Evaluasi Kinerja"
HARI_SEBELUM = 3  # hari kerja before a last day


class Jam(Istilah):
	"""What somebody is waited for."""

	TANDA_TANGAN = "tanda tangan atasan"
	SERAH = "serah"
	TERIMA = "terima"
	KEMBALI = "kembali"
	LAPOR = "lapor"


@dataclass(frozen=True)
class Tunggu:
	"""``penerima`` acts by ``tenggat``; afterwards ``atasan`` hears of it, and the agency's Pengelola."""

	jam: Jam
	doctype: str
	dokumen: str
	nama: str
	instansi: str
	tenggat: date
	penerima: str | None
	atasan: str | None


def send_pengingat() -> int:
	jumlah = 0
	libur = _Libur()
	for susun in (list_evaluasi, list_dokumen):
		with tolerate(f"Pengingat {susun.__name__}"):
			jumlah += send(build(susun(libur), libur))
	return jumlah


class _Libur(dict):
	"""Agency -> its holidays, read once."""

	def __missing__(self, instansi: str):
		self[instansi] = get_libur(instansi)
		return self[instansi]


def _get_periode() -> list[str]:
	return frappe.get_all("Periode Kinerja", {"pengingat": 1}, pluck="name") or [""]


# --- what waits


def list_evaluasi(libur: _Libur) -> Iterator[Tunggu]:
	"""Set and not handed over; and not set when the time to evaluate was over, which is the atasan's then (no. 8)."""
	for row in _read_evaluasi((Tahap.DITETAPKAN,)):
		tenggat = get_tenggat_serah(row, libur[row.instansi])
		yield _make(Jam.SERAH, EVALUASI, row, tenggat, row.penetap_user, row.atasan_penilai_user)
	for row in _read_evaluasi(BELUM_DITETAPKAN):
		if (berakhir := get_akhir_jangka(row)) < get_today():
			tenggat = count_tenggat(berakhir, TANDA_TANGAN_ATASAN, libur[row.instansi])
			yield _make(Jam.TANDA_TANGAN, EVALUASI, row, tenggat, row.penetap_user, None)


def get_tenggat_serah(evaluasi, libur) -> date:
	"""Of a result that was set: 14, or 7 hari kerja since it was signed (no. 5 and 9)."""
	jangka = get_jangka_serah(is_oleh_atasan(evaluasi))
	return count_tenggat(getdate(evaluasi.ditetapkan_pada), jangka, libur)


def _read_evaluasi(tahap: Iterable[Tahap]) -> list[frappe._dict]:
	return frappe.get_all(
		EVALUASI,
		{"tahap": ("in", [*map(str, tahap)]), "periode": ("in", _get_periode())},
		[
			"name",
			"periode",
			"jenis",
			*("masa_ke", "masa", "awal", "akhir"),
			"instansi",
			"nama_pegawai",
			"ditetapkan_pada",
			"dasar_penilai",
			"penetap_user",
			"atasan_penilai_user",
		],
	)


def list_dokumen(libur: _Libur) -> Iterator[Tunggu]:
	for row in _read_dokumen():
		yield from _list_jam(row, libur[row.instansi])


def _list_jam(row, libur) -> Iterator[Tunggu]:
	if not row.diterima_pada:
		jangka = get_jangka_kembali(row.formulir == FormulirDokumen.ATASAN)
		tenggat = count_tenggat(getdate(row.diserahkan_pada), jangka, libur)
		yield _make(Jam.TERIMA, DOCTYPE, row, tenggat, row.pegawai_user, get_pelapor(row))
	elif row.tanda_tangan_pegawai == TandaTanganPegawai.MENUNGGU and row.tenggat_kembali:
		yield _make(
			Jam.KEMBALI, DOCTYPE, row, getdate(row.tenggat_kembali), row.pegawai_user, get_pelapor(row)
		)
	if not row.dilaporkan_pada:
		yield _make(
			Jam.LAPOR, DOCTYPE, row, getdate(row.tenggat_lapor), get_pelapor(row), row.atasan_penilai_user
		)


def _read_dokumen() -> list[frappe._dict]:
	"""Those that hold and with which somebody has something to do yet."""
	table = frappe.qb.DocType(DOCTYPE)
	terbuka = table.dilaporkan_pada.isnull() | table.diterima_pada.isnull()
	terbuka |= table.tanda_tangan_pegawai == str(TandaTanganPegawai.MENUNGGU)
	return (
		frappe.qb.from_(table)
		.select(table.name, table.formulir, table.instansi, table.nama_pegawai, table.tanda_tangan_pegawai)
		.select(table.diserahkan_pada, table.diterima_pada, table.dilaporkan_pada)
		.select(table.tenggat_kembali, table.tenggat_lapor)
		.select(table.pegawai_user, table.penilai_user, table.atasan_penilai_user)
		.where(table.digantikan.isnull() & terbuka & table.periode.isin(_get_periode()))
		.run(as_dict=True)
	)


def _make(jam: Jam, doctype: str, row, tenggat: date, penerima: str | None, atasan: str | None) -> Tunggu:
	return Tunggu(jam, doctype, row.name, row.nama_pegawai, row.instansi, tenggat, penerima, atasan)


# --- who hears what


def build(daftar: Iterable[Tunggu], libur: _Libur) -> Iterator[Pemberitahuan]:
	for tunggu in daftar:
		sisa = hari_kerja_antara(get_today(), tunggu.tenggat, libur[tunggu.instansi])
		if tunggu.tenggat < get_today():
			yield from _build_lewat(tunggu)
		elif sisa in (HARI_SEBELUM, 0) and tunggu.penerima:
			yield _tell(tunggu, tunggu.penerima, f"sisa {sisa}", _write)


def _build_lewat(tunggu: Tunggu) -> Iterator[Pemberitahuan]:
	"""Once to each: whoever was to act, who stands above him, and HR."""
	if tunggu.penerima:
		yield _tell(tunggu, tunggu.penerima, "lewat", _write)
	atas = {tunggu.atasan, *get_pengelola(tunggu.instansi)} - {tunggu.penerima, None}
	for user in sorted(atas):
		yield _tell(tunggu, user, "lewat", _write_lewat)


def _tell(tunggu: Tunggu, user: str, keadaan: str, tulis) -> Pemberitahuan:
	kali = f"{tunggu.jam} {keadaan} {tunggu.tenggat}"
	return Pemberitahuan(user, tunggu.doctype, tunggu.dokumen, tulis=partial(tulis, tunggu), kali=kali)


def _write(tunggu: Tunggu) -> Kabar:
	judul = {
		Jam.TANDA_TANGAN: _("Evaluasi {0} kini Anda tandatangani selaku atasan Pejabat Penilai"),
		Jam.SERAH: _("Serahkan hasil evaluasi {0}"),
		Jam.TERIMA: _("Dokumen evaluasi Anda menunggu Anda terima"),
		Jam.KEMBALI: _("Dokumen evaluasi Anda menunggu tanda tangan Anda"),
		Jam.LAPOR: _("Laporkan dokumen evaluasi {0} kepada PyB"),
	}[tunggu.jam]
	lewat = tunggu.tenggat < get_today()
	kalimat = _("Tenggatnya {0}, sudah lewat.") if lewat else _("Paling lambat {0}.")
	return Kabar(
		judul.format(tunggu.nama), kalimat.format(format_batas(tunggu.tenggat)), _("Buka dokumennya")
	)


def _write_lewat(tunggu: Tunggu) -> Kabar:
	judul = {
		Jam.TANDA_TANGAN: _("Evaluasi {0} belum ditandatangani atasan Pejabat Penilai"),
		Jam.SERAH: _("Hasil evaluasi {0} belum diserahkan"),
		Jam.TERIMA: _("Dokumen evaluasi {0} belum diterima pegawainya"),
		Jam.KEMBALI: _("Dokumen evaluasi {0} belum ditandatangani pegawainya"),
		Jam.LAPOR: _("Dokumen evaluasi {0} belum dilaporkan kepada PyB"),
	}[tunggu.jam]
	return Kabar(
		judul.format(tunggu.nama),
		_("Tenggatnya {0}, sudah lewat.").format(format_batas(tunggu.tenggat)),
		_("Buka dokumennya"),
	)
