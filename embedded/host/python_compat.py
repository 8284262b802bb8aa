"""What must be mended before the framework can be imported at all on Python 3.11 to 3.13."""

import functools
import importlib.abc
import importlib.machinery
import sys
import types
import warnings

# Optional libraries that monoframe imports at module level and this project does not use. Keep it short:
# a name in this list hides a real ImportError.
ABSENT = (
	"google",
	"googleapiclient",
	"google_auth_oauthlib",
	"requests_oauthlib",
	"ldap3",
	"pycountry",
	"rauth",
)


def mend_before_import():
	if any(isinstance(finder, AbsentLibraries) for finder in sys.meta_path):
		return
	sys.meta_path[:0] = [EventModule(), MySqlClient()]
	sys.meta_path.append(AbsentLibraries())  # last: a library that is installed wins
	_use_lock_free_cached_property()
	_mend_pypika()
	_stub_missing_modules()
	warnings.filterwarnings("ignore", "'crypt' is deprecated", DeprecationWarning)  # passlib, at every start


class EventModule(importlib.abc.MetaPathFinder):
	"""event.py has a `type X = …` statement: a syntax error on Python 3.11."""

	NAME = "monoframe.desk.doctype.event.event"

	def find_spec(self, fullname, path=None, target=None):
		if fullname != self.NAME or sys.version_info >= (3, 12):
			return None
		spec = importlib.machinery.PathFinder.find_spec(fullname, path)
		source = spec.loader.get_data(spec.origin).decode().replace("type EventLikeDict =", "EventLikeDict =")
		spec.loader.get_code = lambda name: compile(source, spec.origin, "exec")
		return spec


class MySqlClient(importlib.abc.MetaPathFinder, importlib.abc.Loader):
	"""app.py imports the mysqlclient driver, which has no wheel: the PyMySQL one has the same shape."""

	NAME = "monoframe.database.mariadb.mysqlclient"

	def find_spec(self, fullname, path=None, target=None):
		return importlib.machinery.ModuleSpec(fullname, self) if fullname == self.NAME else None

	def create_module(self, spec):
		return None

	def exec_module(self, module):
		import monoframe.database.mariadb.database as pymysql_driver

		public = {name: value for name, value in vars(pymysql_driver).items() if not name.startswith("__")}
		module.__dict__.update(public)


class AbsentLibraries(importlib.abc.MetaPathFinder, importlib.abc.Loader):
	"""Hands out empty modules whose every name is an exception class nobody raises."""

	def find_spec(self, fullname, path=None, target=None):
		if fullname.partition(".")[0] in ABSENT:
			return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

	def create_module(self, spec):
		return None

	def exec_module(self, module):
		module.__getattr__ = _absent_name


def _absent_name(name):
	if name.startswith("__"):
		raise AttributeError(name)
	return type(name, (Exception,), {})


def _use_lock_free_cached_property():
	"""Python 3.11's cached_property holds one lock per attribute for all instances: two request threads
	deadlock in Meta and BaseDocument. Python 3.12 dropped the lock."""
	if sys.version_info >= (3, 12):
		return

	class cached_property(functools.cached_property):
		def __get__(self, instance, owner=None):
			if instance is None:
				return self
			if self.attrname not in instance.__dict__:
				instance.__dict__[self.attrname] = self.func(instance)
			return instance.__dict__[self.attrname]

	functools.cached_property = cached_property


def _mend_pypika():
	"""monoframe's SQLite builder passes wrapper_cls twice with this PyPika, and SQLite has no FOR UPDATE."""
	from pypika import dialects
	from pypika.enums import Dialects
	from pypika.queries import QueryBuilder

	def __init__(self, **arguments):
		arguments.setdefault("wrapper_cls", dialects.SQLLiteValueWrapper)
		QueryBuilder.__init__(self, dialect=Dialects.SQLLITE, **arguments)
		self._insert_or_replace = False

	dialects.SQLLiteQueryBuilder.__init__ = __init__
	dialects.SQLLiteQueryBuilder.for_update = lambda self, *args, **arguments: self


def _stub_missing_modules():
	"""Modules that the framework imports by name and its wheel does not bring."""
	sentry = types.ModuleType("monoframe.utils.sentry")  # imports sentry_sdk, an optional extra
	sentry.capture_exception = lambda *args, **arguments: None
	generators = types.ModuleType(
		"monoframe.tests.utils.generators"
	)  # after_install clears a test log with it
	generators._clear_test_log = lambda: None
	for module in (sentry, generators):
		sys.modules[module.__name__] = module
