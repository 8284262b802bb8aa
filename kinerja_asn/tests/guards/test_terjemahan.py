"""translations/en.csv covers every string people read; rules/ speaks finished Indonesian sentences (docs)."""

import csv
import re
import unittest

from kinerja_asn.tests.guards.kalimat import get_kalimat
from kinerja_asn.tests.guards.sumber import APP

KATALOG = APP / "translations" / "en.csv"
LUBANG = re.compile(r"\{\d*\}")


def read_katalog() -> list[list[str]]:
	with KATALOG.open(newline="") as berkas:
		return list(csv.reader(berkas))


class TestTerjemahan(unittest.TestCase):
	def test_every_string_has_an_english_one(self):
		katalog = {row[0]: row[1] for row in read_katalog()}
		kurang = {teks: tempat for teks, tempat in get_kalimat().items() if not katalog.get(teks)}
		self.assertFalse(kurang, f"{len(kurang)} strings are missing in translations/en.csv")

	def test_nothing_is_translated_that_is_gone(self):
		kalimat = get_kalimat()
		sisa = [row[0] for row in read_katalog() if row[0] not in kalimat]
		self.assertFalse(sisa, "remove from translations/en.csv")

	def test_every_row_is_whole_and_stands_once(self):
		rows = read_katalog()
		self.assertEqual(len({row[0] for row in rows}), len(rows))
		for row in rows:
			self.assertEqual(len(row), 2, row)
			self.assertEqual(sorted(LUBANG.findall(row[0])), sorted(LUBANG.findall(row[1])), row)
