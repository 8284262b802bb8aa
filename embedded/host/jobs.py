"""Background jobs without a worker: each runs as soon as its transaction is committed.

A job gets its own thread, and so its own `frappe.local` and database connection, as in a worker: nothing of
the request that enqueued it leaks in, and its commits and errors stay its own. Jobs of a transaction that is
rolled back never run; a test that needs the effect without a commit calls the job, or says `now=True`.
"""

import threading
from types import SimpleNamespace

DEFERRED = threading.Event()  # something waits to be inserted by the scheduler


def mend():
	import monoframe.utils.background_jobs as background_jobs
	import monoframe.utils.scheduler as scheduler

	note_deferred()
	scheduler.is_scheduler_inactive = lambda verbose=True: False  # an import is enqueued only where jobs run

	background_jobs.get_queue = lambda queue, is_async=True: InlineQueue()
	background_jobs._check_queue_size = lambda queue: None
	background_jobs.get_job = lambda job_id: None  # nothing ever waits in a queue


def note_deferred():
	import monoframe.deferred_insert as deferred

	insert_later = deferred.deferred_insert

	def noted(*args, **kwargs):
		insert_later(*args, **kwargs)
		DEFERRED.set()

	deferred.deferred_insert = noted


def insert_deferred():
	"""What was kept for the scheduler's next run, as who exported what (Access Log): here there is none."""
	if DEFERRED.is_set():
		DEFERRED.clear()
		method = "monoframe.deferred_insert.save_to_db"
		run_in_thread(
			{
				"site": None,
				"user": "Administrator",
				"method": method,
				"event": None,
				"job_name": method,
				"kwargs": {},
			}
		)


class InlineQueue:
	"""A job with an id that waits already is not put in a second time: of a hundred saves in one transaction that ask for
	the same, one runs, with what was said last."""

	count = 0

	def enqueue_call(self, func, kwargs, job_id=None, **unused):
		import monoframe

		waiting = monoframe.db.__dict__.setdefault("waiting_jobs", {})  # of this connection's transaction
		key = job_id or object()
		if key not in waiting:
			monoframe.db.after_commit.add(lambda: run_in_thread(waiting.pop(key)))
			monoframe.db.after_rollback.add(lambda: waiting.pop(key, None))
		waiting[key] = kwargs
		return SimpleNamespace(id=job_id)


def run_in_thread(job):
	thread = threading.Thread(target=run, args=(job,), name=job["job_name"])
	thread.start()
	thread.join()


def run(job):
	"""As a worker would. A failure is in the Error Log and on the console, never in the enqueuer's face."""
	import monoframe
	from monoframe.utils.background_jobs import execute_job

	monoframe.init(force=True)
	monoframe.connect()
	monoframe.set_user(job["user"])
	try:
		execute_job(**(job | {"is_async": False}))
	except Exception:
		pass  # execute_job has rolled back, logged and printed it
	finally:
		monoframe.destroy()
