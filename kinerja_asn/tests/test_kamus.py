"""The portal's words are kept by the process, and are what the site has made of them at every moment."""

import time
from unittest.mock import patch

import frappe

from kinerja_asn.services.situs import kamus
from kinerja_asn.tests.basis import UjiKinerja

KATA = "Muat ulang halaman"


class TestKamus(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.addCleanup(setattr, frappe.local, "lang", frappe.local.lang)
		frappe.local.lang = "id"
		kamus._simpanan.clear()
		self.addCleanup(kamus._simpanan.clear)
		self.addCleanup(frappe.cache.delete_key, kamus.MERGED_TRANSLATION_KEY)

	def translate(self, kata: str) -> str:
		"""As a further request of the same process."""
		frappe.local.cache = {}
		kamus.recall_kamus()
		return frappe._(kata)

	def write(self, terjemahan: str) -> None:
		frappe.cache.hset(kamus.MERGED_TRANSLATION_KEY, "id", {KATA: terjemahan})

	def test_what_the_site_has_translated_otherwise_is_read_at_once(self):
		self.write("Segarkan")
		self.assertEqual(self.translate(KATA), "Segarkan")
		self.write("Segarkan halaman")
		self.assertEqual(self.translate(KATA), "Segarkan halaman")
		frappe.cache.delete_key(kamus.MERGED_TRANSLATION_KEY)
		self.assertEqual(self.translate(KATA), KATA)

	def test_a_word_of_the_same_length_after_a_minute(self):
		self.write("Segarkan")
		self.translate(KATA)
		self.write("Ulangi..")
		self.assertEqual(self.translate(KATA), "Segarkan")
		nanti = time.monotonic() + kamus.PALING_LAMA_DETIK + 1
		with patch.object(time, "monotonic", return_value=nanti):
			self.assertEqual(self.translate(KATA), "Ulangi..")

	def test_another_language_has_words_of_its_own(self):
		self.write("Segarkan")
		self.translate(KATA)
		frappe.local.lang = "en"
		self.assertEqual(self.translate("Kinerja Saya"), "My Performance")

	def test_the_words_are_unpacked_once(self):
		self.write("Segarkan")
		self.translate(KATA)
		with patch.object(kamus, "get_all_translations", side_effect=AssertionError):
			self.assertEqual(self.translate(KATA), "Segarkan")
