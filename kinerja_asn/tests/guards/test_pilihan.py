"""A radio button or box and its words are one target: the label holds both, side by side and large enough for a thumb."""

import re
import unittest

from kinerja_asn.tests.guards.sumber import APP

PILIHAN = re.compile(r'<input type="(?:radio|checkbox)"')
BERLABEL = re.compile(r'<label class="ka-pilih[^"]*"><input type="(?:radio|checkbox)"')


class TestPilihan(unittest.TestCase):
	def test_every_choice_of_the_portal_stands_in_its_label(self):
		jumlah = 0
		for folder in ("www", "templates"):
			for berkas in sorted((APP / folder).rglob("*.html")):
				isi = berkas.read_text()
				jumlah += len(PILIHAN.findall(isi))
				self.assertEqual(len(PILIHAN.findall(isi)), len(BERLABEL.findall(isi)), berkas.name)
		self.assertGreater(jumlah, 5)

	def test_the_label_is_as_high_as_a_thumb(self):
		gaya = (APP / "public/css/portal.css").read_text()
		aturan = re.search(r"\.ka \.ka-pilih \{([^}]*)\}", gaya)[1]
		self.assertIn("min-height: 44px", aturan)
		self.assertIn("display: inline-flex", aturan)
