"""Steps towards a hasil kerja and the months they take (PermenPANRB 6/2022, Lampiran III, p. 67; form B.1.1).

A step lies within the year of its plan. The law gives no further rule: how many there are, and whether there are any, is
for employee and leader to agree.
"""

from datetime import date

from kinerja_asn.constants.istilah import Bulan

BULAN = tuple(Bulan)


def get_bulan(awal: date, akhir: date) -> tuple[Bulan, ...]:
	"""The months in which a plan that is in force from ``awal`` to ``akhir`` can have steps (p. 67)."""
	return BULAN[awal.month - 1 : akhir.month]


def check_rentang(mulai: str | None, selesai: str | None, awal: date, akhir: date) -> str | None:
	"""What is wrong with a step from ``mulai`` to ``selesai`` of a plan in force from ``awal`` to ``akhir`` (p. 67)."""
	boleh = get_bulan(awal, akhir)
	if mulai not in boleh or selesai not in boleh:
		return f"pilih bulan mulai dan bulan selesai antara {boleh[0]} dan {boleh[-1]}, masa berlaku SKP."
	if BULAN.index(Bulan(mulai)) > BULAN.index(Bulan(selesai)):
		return f"bulan selesai ({selesai}) mendahului bulan mulai ({mulai}). Tukar atau perbaiki bulannya."
	return None


def list_bulan(mulai: str, selesai: str) -> tuple[Bulan, ...]:
	"""The months that a step takes, first to last."""
	return BULAN[BULAN.index(Bulan(mulai)) : BULAN.index(Bulan(selesai)) + 1]


def format_rentang(mulai: str, selesai: str) -> str:
	"""Maret, or Maret – Mei."""
	return mulai if mulai == selesai else f"{mulai} – {selesai}"


def is_berjalan(mulai: str, selesai: str, awal: date, akhir: date) -> bool:
	"""Does a step take place in the reporting period from ``awal`` to ``akhir`` (form B.1.2, p. 68)?"""
	return BULAN.index(Bulan(mulai)) < akhir.month and BULAN.index(Bulan(selesai)) >= awal.month - 1


def fit_rentang(mulai: str, selesai: str, awal: date, akhir: date) -> tuple[Bulan, Bulan] | None:
	"""The months of a step that are left for the plan that follows; None when all of them are over (p. 65 no. 6-7)."""
	if not is_berjalan(mulai, selesai, awal, akhir):
		return None
	pertama, terakhir = awal.month - 1, akhir.month - 1
	return (
		BULAN[max(BULAN.index(Bulan(mulai)), pertama)],
		BULAN[min(BULAN.index(Bulan(selesai)), terakhir)],
	)
