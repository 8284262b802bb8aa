import fcntl
import subprocess
import sys
import time

from embedded.lock import exclusive
from embedded.paths import REPO, STATE

HOLDER = """
import time
from embedded.lock import exclusive
with exclusive("test"):
	print("held", flush=True)
	time.sleep(1)
"""


def test_a_second_process_waits():
	with subprocess.Popen(
		[sys.executable, "-c", HOLDER], cwd=REPO, stdout=subprocess.PIPE, text=True
	) as holder:
		assert holder.stdout.readline() == "held\n"
		started = time.monotonic()
		with exclusive("test"):
			waited = time.monotonic() - started
	assert waited > 0.5


def test_the_holder_may_take_it_again_and_keeps_it_until_the_end():
	with exclusive("test"):
		with exclusive("test"):
			assert not is_free()
		assert not is_free()
	assert is_free()


def is_free():
	with (STATE / "test.lock").open("w") as file:
		try:
			fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
		except BlockingIOError:
			return False
		return True
