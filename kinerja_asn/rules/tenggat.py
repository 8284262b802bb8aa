"""Deadlines in hari kerja (PermenPANRB 6/2022, Lampiran V, p. 114-119).

"Paling lama 14 (empat belas) hari kerja sejak …": counting starts on the day after the event, so the day
of the event itself is never one of the fourteen. Saturdays, Sundays and the given holidays do not count.
"""

from collections.abc import Collection
from datetime import date, datetime, timedelta

_SEHARI = timedelta(days=1)
_SABTU = 5  # days before it are worked on


def add_hari_kerja(mulai: date, hari: int, libur: Collection[date]) -> date:
	"""The ``hari``-th working day after ``mulai``, the last day on which the act is in time.

	With 0 it is ``mulai`` itself, or the first working day after it when nobody works on ``mulai``.
	Raises ValueError for a negative ``hari``, TypeError for anything that is not a plain date.
	"""
	if hari < 0:
		raise ValueError(f"Jumlah hari kerja tidak boleh negatif ({hari}). Isi dengan nol atau lebih.")
	libur = _check_tanggal(libur, mulai)
	tanggal, sisa = mulai, hari
	while sisa > 0 or not is_hari_kerja(tanggal, libur):
		tanggal += _SEHARI
		sisa -= is_hari_kerja(tanggal, libur)
	return tanggal


def hari_kerja_antara(mulai: date, akhir: date, libur: Collection[date]) -> int:
	"""How many working days lie after ``mulai`` up to and including ``akhir``.

	The days left until a deadline; negative, when ``akhir`` is earlier, by how many it was missed.
	Raises TypeError like ``add_hari_kerja``.
	"""
	if akhir < mulai:
		return -hari_kerja_antara(akhir, mulai, libur)
	libur = _check_tanggal(libur, mulai, akhir)
	pekan, sisa = divmod((akhir - mulai).days, 7)
	hari = pekan * _SABTU + sum(not is_akhir_pekan(akhir - _SEHARI * ke) for ke in range(sisa))
	return hari - sum(mulai < tanggal <= akhir and not is_akhir_pekan(tanggal) for tanggal in libur)


def count_hari_terlambat(tenggat: date, pada: date, libur: Collection[date]) -> int:
	"""By how many working days ``pada`` missed ``tenggat``: 0 in time, at least 1 afterwards, on a Saturday too.

	Raises TypeError like ``add_hari_kerja``.
	"""
	return max(hari_kerja_antara(tenggat, pada, libur), 1) if pada > tenggat else 0


def is_hari_kerja(tanggal: date, libur: frozenset[date]) -> bool:
	"""Neither weekend nor holiday."""
	return not is_akhir_pekan(tanggal) and tanggal not in libur


def is_akhir_pekan(tanggal: date) -> bool:
	"""No hari kerja, unless somebody's own calendar says otherwise (as p. 114 counts them)."""
	return tanggal.weekday() >= _SABTU


def list_hari(awal: date, akhir: date) -> list[date]:
	"""Every day from ``awal`` to ``akhir``, none where that is over before it begins (as p. 114 counts them)."""
	return [awal + _SEHARI * ke for ke in range((akhir - awal).days + 1)]


def _check_tanggal(libur: Collection[date], *tanggal: date) -> frozenset[date]:
	"""The holidays as a set. A datetime or a string equals no date: a holiday would silently be missed."""
	for hari in (*libur, *tanggal):
		if not isinstance(hari, date) or isinstance(hari, datetime):
			raise TypeError(f"{hari!r} bukan tanggal. Berikan tanggal tanpa jam.")
	return frozenset(libur)
