"""Another day for a try-out or a test (`--today 2027-01-08`), in every request and job of this process.

The framework's clock moves, all of it: a session that is begun on one day and looked at on another has ended. The hour
stays the real one. Browsers keep cookies by their Max-Age, which needs no clock.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

TIME_ZONE = "Asia/Jakarta"

_moved_to: date | None = None


def mend():
	"""Before anything takes the function over by its name."""
	from monoframe import utils
	from monoframe.utils import data

	real = data.now_datetime

	def now_datetime():
		now = real()
		return datetime.combine(_moved_to, now.time()) if _moved_to else now

	utils.now_datetime = data.now_datetime = now_datetime


def move_to(day: date | None):
	"""None: back to the real day."""
	global _moved_to
	_moved_to = day


def today() -> date:
	return _moved_to or datetime.now(ZoneInfo(TIME_ZONE)).date()
