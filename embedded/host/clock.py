"""Another day for a try-out or a test (`--today 2027-01-08`), in every request and job of this process.

The framework's clock moves, all of it: a session that is begun on one day and looked at on another has ended. It
starts as the working day does and runs on from there: the real hour would fall back to 00:00 at a midnight in between,
and what is done then would be older than what was there before. Browsers keep cookies by their Max-Age, which needs no
clock.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from datetime import time as hour
from zoneinfo import ZoneInfo

TIME_ZONE = "Asia/Jakarta"
WORK_BEGINS = hour(8)
EARLIER = timedelta(hours=7)

_moved_to: datetime | None = None
_moved_at = 0.0


def mend():
	"""Before anything takes the function over by its name."""
	from monoframe import utils
	from monoframe.utils import data

	real = data.now_datetime
	utils.now_datetime = data.now_datetime = lambda: _now() or real()


def move_to(day: date | None):
	"""None: back to the real day."""
	global _moved_to, _moved_at
	_moved_to, _moved_at = day and datetime.combine(day, WORK_BEGINS), time.monotonic()


@contextmanager
def before_work() -> Iterator[None]:
	"""On the moved day: what happens inside is older than whatever any process does on that day."""
	global _moved_to
	begins, _moved_to = _moved_to, _moved_to and _moved_to - EARLIER
	try:
		yield
	finally:
		_moved_to = begins


def today() -> date:
	return (_now() or datetime.now(ZoneInfo(TIME_ZONE))).date()


def _now() -> datetime | None:
	return _moved_to and _moved_to + timedelta(seconds=time.monotonic() - _moved_at)
