"""What a person sees: one line per step with its seconds, and one line when something is wrong."""

import sys
import time
from contextlib import contextmanager


class Problem(Exception):
	"""Something that the person at the keyboard can mend. The message says what happened and what to do."""


@contextmanager
def step(text):
	"""Print `text`, run the block, print how long it took."""
	started = time.monotonic()
	print(f"• {text} …", end="", flush=True)
	try:
		yield
	except BaseException:
		print(" failed", flush=True)
		raise
	print(f" {time.monotonic() - started:.1f} s", flush=True)


def exit_with(problem):
	"""One line on stderr and exit code 1."""
	print(f"embedded: {problem}", file=sys.stderr)
	raise SystemExit(1)
