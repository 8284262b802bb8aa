"""The day on which the tests run, and the years of the demo as it is made on that day.

TODAY=2027-01-08 moves it where the host can do so. Otherwise it is the real one, held for the whole run: a midnight
that comes between changes nothing.
"""

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo

from e2e.orang import DEMO

DIMINTA = os.environ.get("TODAY")
HARI = date.fromisoformat(DIMINTA) if DIMINTA else datetime.now(ZoneInfo("Asia/Jakarta")).date()
TAHUN = HARI.year


def get_periode(tahun: int) -> str:
	return f"{DEMO['SINGKATAN']}-{tahun}"


def get_tahun(periode: str) -> str:
	"""What people read of it."""
	return periode[-4:]


# The year that is over but for the officer's December, the one that runs, and the one that nobody has a set plan for.
LALU, BERJALAN, NANTI = (get_periode(tahun) for tahun in (TAHUN - 1, TAHUN, TAHUN + 1))
