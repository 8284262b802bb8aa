"""The helpers of Frappe's test base class that app tests use: same names, same effect."""

import functools
import signal
from contextlib import contextmanager
from unittest.mock import patch


@contextmanager
def change_settings(doctype, settings=None, /, commit=False, **keywords):
	"""Set fields of a single DocType for the block, then put the old values back."""
	import frappe

	new = {**(settings or {}), **keywords}
	single = frappe.get_doc(doctype)
	old = {field: single.get(field) for field in new}
	_save_single(doctype, new, commit)
	try:
		yield
	finally:
		_save_single(doctype, old, commit)


def _save_single(doctype, values, commit):
	import frappe

	single = frappe.get_doc(doctype)
	single.update(values)
	single.flags.ignore_validate = single.flags.ignore_mandatory = True
	single.save(ignore_permissions=True)
	if commit:
		frappe.db.commit()


@contextmanager
def patch_hooks(overrides):
	"""For the block, `get_hooks` answers with `overrides` for the hooks named there."""
	import frappe

	get_hooks = frappe.get_hooks

	def patched(hook=None, default="_KEEP_DEFAULT_LIST", app_name=None):
		if hook in overrides:
			return overrides[hook]
		return get_hooks(hook, default, app_name)

	with patch.object(frappe, "get_hooks", patched):
		yield


def timeout(seconds=30, error_message="Test timed out."):
	"""Decorator: fail a test that runs longer. Main thread only, as in Frappe."""

	def decorator(function):
		@functools.wraps(function)
		def with_timeout(*args, **arguments):
			def stop(*_):
				raise TimeoutError(error_message)

			previous = signal.signal(signal.SIGALRM, stop)
			signal.alarm(seconds)
			try:
				return function(*args, **arguments)
			finally:
				signal.alarm(0)
				signal.signal(signal.SIGALRM, previous)

		return with_timeout

	if callable(seconds):
		function, seconds = seconds, 30
		return decorator(function)
	return decorator


def complete(case):
	"""Add what Frappe's IntegrationTestCase has beyond monoframe's."""
	case.assertQueryCount = assert_query_count
	case.freeze_time = staticmethod(freeze_time)
	case.change_settings = staticmethod(change_settings)
	case.patch_hooks = staticmethod(patch_hooks)
	return case


@contextmanager
def assert_query_count(self, count, query_type=None):
	"""The block must send at most `count` queries (of kinds such as ("SELECT",), when given)."""
	import frappe

	sent = []
	send = frappe.db.__class__.sql

	def record(database, query, *args, **arguments):
		sent.append(str(query))
		return send(database, query, *args, **arguments)

	with patch.object(frappe.db.__class__, "sql", record):
		yield
	kinds = tuple(kind.lower() for kind in query_type) if query_type else ("",)
	counted = [query for query in sent if query.lstrip().lower().startswith(kinds)]
	self.assertLessEqual(len(counted), count, msg="Queries executed:\n" + "\n".join(counted))


@contextmanager
def freeze_time(moment, is_utc=False, *args, **arguments):
	from zoneinfo import ZoneInfo

	import freezegun
	from frappe.utils import get_datetime, get_system_timezone

	if not is_utc:
		local = get_datetime(moment).replace(tzinfo=ZoneInfo(get_system_timezone()))
		moment = local.astimezone(ZoneInfo("UTC"))
	with freezegun.freeze_time(moment, *args, **arguments):
		yield
