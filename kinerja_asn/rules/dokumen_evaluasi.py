"""The clock of the Dokumen Evaluasi Kinerja (PermenPANRB 6/2022, Lampiran V huruf A, p. 114-117).

Every limit is a dated constant with the place it stands in. All are hari kerja (rules/tenggat.py): the day of the event
is none of them, the last day is in time.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from kinerja_asn.rules.tenggat import add_hari_kerja

BERLAKU = date(2022, 2, 7)  # PermenPANRB 6/2022 was promulgated (Pasal 41)


@dataclass(frozen=True)
class Jangka:
	"""So many hari kerja since an event; ``dasar``: where it is said; ``sejak``: from when on."""

	hari: int
	dasar: str
	sejak: date = BERLAKU


SERAH_PENILAI = Jangka(14, "Lampiran V huruf A angka 5 (hlm. 114)")
KEMBALI_PENILAI = Jangka(14, "Lampiran V huruf A angka 6 (hlm. 114)")
LAPOR = Jangka(30, "Lampiran V huruf A angka 7 dan 11 (hlm. 115, 117)")
TANDA_TANGAN_ATASAN = Jangka(14, "Lampiran V huruf A angka 8 (hlm. 115-116)")
SERAH_ATASAN = Jangka(7, "Lampiran V huruf A angka 9 (hlm. 116)")
KEMBALI_ATASAN = Jangka(7, "Lampiran V huruf A angka 10 (hlm. 116)")


def get_jangka_serah(oleh_atasan: bool) -> Jangka:
	"""Signed by the Penilai 14, by his superior 7 hari kerja (p. 114 no. 5, p. 116 no. 9)."""
	return SERAH_ATASAN if oleh_atasan else SERAH_PENILAI


def get_jangka_kembali(oleh_atasan: bool) -> Jangka:
	"""From receipt 14, on the superior's path 7 hari kerja (p. 114 no. 6, p. 116 no. 10)."""
	return KEMBALI_ATASAN if oleh_atasan else KEMBALI_PENILAI


def count_tenggat(sejak: date, jangka: Jangka, libur: Collection[date]) -> date:
	"""The last day on which what ``jangka`` allows is in time (p. 114-119)."""
	return add_hari_kerja(sejak, jangka.hari, libur)


def end_jangka_periodik(akhir_masa: date) -> date:
	"""The day on which the time to evaluate a period ends where the agency has set none: page 90 no. 8 names the end of
	January for a year; by analogy the end of the month that follows."""
	awal_berikut = (akhir_masa.replace(day=1) + timedelta(days=32)).replace(day=1)
	return (awal_berikut + timedelta(days=32)).replace(day=1) - timedelta(days=1)
