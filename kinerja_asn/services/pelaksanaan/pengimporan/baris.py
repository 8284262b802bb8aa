"""One figure that is brought in, what it is about, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from frappe import _

from kinerja_asn.constants.istilah import Arah, HasilImpor, SumberAngka
from kinerja_asn.rules.masa import Masa
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.services.bersama.angka import AngkaTidakJelas, parse_angka
from kinerja_asn.services.bersama.isian import ANGKA_MAKS, find_salah_teks

YA, TIDAK = ("ya", "1"), ("tidak", "0")


class Ditolak(ValueError):
	"""Why a row is not taken, as a sentence."""


@dataclass(frozen=True)
class Impor:
	"""Of which period, from which system."""

	periode: str
	masa: Masa
	asal: str

	@property
	def sumber(self) -> str:
		"""As the report keeps it, and it reads after "Menurut"."""
		return f"{SumberAngka.SISTEM_LAIN} {self.asal}"


@dataclass(frozen=True)
class BarisImpor:
	"""As it was sent: whose, of which indikator (its key, or its text), and what. ``salah``: why its cells say nothing."""

	nomor: int
	nip: str
	indikator: str
	nilai: Any
	keterangan: str = ""
	salah: str = ""


@dataclass(frozen=True)
class Isi:
	"""The figure, or the narrative, as a report keeps it."""

	realisasi: Decimal = Decimal(0)
	naratif: str | None = None

	def is_sama(self, row: Mapping) -> bool:
		angka = to_decimal(row.get("realisasi") or 0)
		return (angka, row.get("realisasi_naratif") or None) == (self.realisasi, self.naratif)


@dataclass(frozen=True)
class HasilBaris:
	baris: BarisImpor
	hasil: HasilImpor
	penjelasan: str = ""


def keep_sumber(row, lama) -> str | None:
	"""What an import brought keeps saying so while it stays what it was. ``lama``: the stored row."""
	sumber = (lama and lama.sumber_angka) or ""
	isi = Isi(to_decimal(row.realisasi or 0), row.realisasi_naratif or None)
	return sumber if is_dari_impor(sumber) and row.dilaporkan and isi.is_sama(lama.as_dict()) else None


def is_dari_impor(sumber: str | None) -> bool:
	return (sumber or "").startswith(SumberAngka.SISTEM_LAIN)


# --- what was sent, as the indikator takes it


def read_isi(arah: Arah, nilai) -> Isi:
	"""Raises Ditolak."""
	if nilai is None or (isinstance(nilai, str) and not nilai.strip()):
		raise Ditolak(_("Realisasinya kosong. Hapus barisnya, atau tulis 0 bila memang nol."))
	if arah == Arah.NARATIF:
		return Isi(naratif=_read_teks(nilai))
	angka = _read_ya_tidak(nilai) if arah == Arah.YA_TIDAK else _read_angka(nilai)
	return Isi(angka)


def _read_teks(nilai) -> str:
	if not isinstance(nilai, str):
		raise Ditolak(_("Indikator ini bernarasi. Tulis realisasinya sebagai kalimat."))
	if salah := find_salah_teks(nilai):
		raise Ditolak(_("Realisasi: {0}").format(salah))
	return nilai.strip()


def _read_ya_tidak(nilai) -> Decimal:
	teks = str(nilai).strip().casefold().removesuffix(".0")
	if teks not in (*YA, *TIDAK):
		raise Ditolak(_("Tulis ya atau tidak."))
	return Decimal(teks in YA)


def _read_angka(nilai) -> Decimal:
	if isinstance(nilai, str):
		try:
			return parse_angka(nilai)
		except AngkaTidakJelas as galat:
			raise Ditolak(str(galat)) from galat
	if isinstance(nilai, bool) or not isinstance(nilai, int | float | Decimal):
		raise Ditolak(_("Realisasinya bukan angka."))
	angka = Decimal(str(nilai))
	if not angka.is_finite() or not 0 <= angka < ANGKA_MAKS:
		raise Ditolak(_("Angka harus nol atau lebih, dan di bawah 100 miliar."))
	return angka
