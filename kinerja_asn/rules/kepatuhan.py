"""How far an SKP is towards being set, and whether that came in time (PermenPANRB 6/2022, Pasal 14 ayat (1); p. 65)."""

from collections.abc import Collection
from datetime import date

from kinerja_asn.constants.istilah import KeadaanSKP, Tahap
from kinerja_asn.constants.tahapan import DISUSUN
from kinerja_asn.rules.tenggat import hari_kerja_antara


def get_keadaan(tahap: Tahap | None, ditetapkan: date | None, batas: date | None) -> KeadaanSKP:
	"""``tahap`` is None without an SKP, ``ditetapkan`` the day on which it was first set, ``batas`` the last day for it.

	An SKP that was closed before it was set is none. Without ``batas`` nothing comes too late.
	"""
	if ditetapkan:
		return KeadaanSKP.TERLAMBAT if batas and ditetapkan > batas else KeadaanSKP.TEPAT_WAKTU
	if tahap == Tahap.DIAJUKAN:
		return KeadaanSKP.MENUNGGU
	return KeadaanSKP.DISUSUN if tahap in DISUSUN else KeadaanSKP.BELUM_ADA


def count_hari_lewat(
	ditetapkan: date | None, batas: date | None, hari_ini: date, libur: Collection[date]
) -> int:
	"""Working days after ``batas`` until the SKP was set, or for which it has been waited; 0 in time."""
	return max(hari_kerja_antara(batas, ditetapkan or hari_ini, libur), 0) if batas else 0
