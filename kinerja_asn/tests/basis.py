"""Base class of the tests that need a site. Each test sees the same agency and leaves nothing behind."""

from unittest.mock import patch

import frappe

try:
	from frappe.tests import IntegrationTestCase
except ImportError:  # Frappe v15
	from frappe.tests.utils import FrappeTestCase as IntegrationTestCase

from kinerja_asn import setup
from kinerja_asn.permissions.lingkup import forget_lingkup
from kinerja_asn.services.orang.kewenangan.kedudukan import forget_kedudukan
from kinerja_asn.tests.factories import Instansi, make_instansi

# Documents that the code reads through Frappe's document cache; a rolled-back test must not leave them there.
TERSIMPAN_DI_CACHE = ("Pengaturan Kinerja", "Periode Kinerja", "Skema Penilaian", "Workflow")


class UjiKinerja(IntegrationTestCase):
	"""``self.instansi`` is the little agency of factories.py; the session user is Administrator at the start."""

	instansi: Instansi

	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		# v15 keeps a default about mail accounts, and so empties the whole cache, at each save of a User: tests make many.
		tambalan = patch("frappe.core.doctype.user.user.ask_pass_update")
		tambalan.start()
		cls.addClassCleanup(tambalan.stop)
		frappe.set_user("Administrator")
		cls.instansi = make_instansi()

	def setUp(self):
		super().setUp()
		# A bench's test site is English, and en.csv would translate the messages.
		self.addCleanup(setattr, frappe.local, "lang", frappe.local.lang)
		frappe.local.lang = "id"
		self.set_bahasa_situs("id")
		frappe.db.savepoint("awal_uji")

	def set_periode(self, **fields) -> None:
		"""As HR would; put back with the rest."""
		frappe.db.set_value("Periode Kinerja", self.instansi.periode, fields)
		frappe.clear_document_cache("Periode Kinerja", self.instansi.periode)
		self.addCleanup(frappe.clear_document_cache, "Periode Kinerja", self.instansi.periode)

	def set_bahasa_situs(self, bahasa: str) -> None:
		"""What jobs write in, for this test; the setting as this process keeps it, not the stored one."""
		semula = frappe.get_system_settings("language")
		self.addCleanup(frappe.local.system_settings.set, "language", semula)
		frappe.local.system_settings.set("language", bahasa)

	def tearDown(self):
		frappe.set_user("Administrator")
		frappe.flags.current_date = None
		frappe.db.rollback(save_point="awal_uji")
		frappe.clear_messages()
		clear_cache()
		super().tearDown()

	@classmethod
	def tearDownClass(cls):
		frappe.set_user("Administrator")
		frappe.db.rollback()
		clear_cache()
		super().tearDownClass()

	def assert_ditolak(self, pesan: str, galat: type[Exception], fungsi, *args, **kwargs) -> None:
		"""``fungsi`` raises ``galat`` with ``pesan`` in its text; what was said before does not count."""
		frappe.clear_messages()
		with self.assertRaises(galat) as tangkapan:
			fungsi(*args, **kwargs)
		teks = f"{tangkapan.exception} {frappe.get_message_log()}"
		self.assertIn(pesan, teks)


def clear_cache() -> None:
	for doctype in TERSIMPAN_DI_CACHE:
		frappe.clear_document_cache(doctype)  # without a name: all of them
	frappe.cache.delete_value(["workflow", "roles"])
	forget_lingkup()
	forget_kedudukan()


def watch_query():
	"""A context whose mock counts in ``call_count`` the statements that run in it."""
	return patch.object(frappe.db, "sql", wraps=frappe.db.sql)


def migrate() -> None:
	"""The app's part of a migrate, without the DDL of the custom fields, which would end the test's transaction."""
	with patch("kinerja_asn.setup.create_custom_fields"):
		setup.after_migrate()
