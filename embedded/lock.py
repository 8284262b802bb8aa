"""One process at a time makes `.venv`, a template or the desk; the others wait and then find it made."""

import fcntl
from contextlib import contextmanager

from embedded.paths import STATE

_held = set()


@contextmanager
def exclusive(name):
	"""Hold the lock `name` of this checkout. Taking it again inside is allowed."""
	if name in _held:
		yield
		return
	STATE.mkdir(parents=True, exist_ok=True)
	with (STATE / f"{name}.lock").open("w") as file:
		fcntl.flock(file, fcntl.LOCK_EX)
		_held.add(name)
		try:
			yield
		finally:
			_held.remove(name)
