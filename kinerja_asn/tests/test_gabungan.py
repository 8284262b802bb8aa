"""Realisasi combined by the database for many SKP, and in Python for one: the same figures."""

from decimal import Decimal

import frappe
from frappe.utils import getdate

from kinerja_asn.constants.istilah import Arah, CaraHitung, Tahap
from kinerja_asn.constants.tahapan import DILAPORKAN, DIVERIFIKASI
from kinerja_asn.services.pelaksanaan.progres import get_gabungan, get_gabungan_rencana, get_riwayat
from kinerja_asn.services.pelaksanaan.realisasi import describe_nilai
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import TAHUN, make_indikator, make_realisasi, make_skp

NILAI = (0.1, 0.2, 4)
NARASI = {"arah": "Naratif", "target_naratif": "Selesai", "satuan": None}


class TestGabungan(UjiKinerja):
	def setUp(self):
		super().setUp()
		cara = [
			make_indikator(cara_hitung=str(cara_hitung), target_min=1, target_maks=9)
			for cara_hitung in CaraHitung
		]
		self.skp = make_skp(self.instansi, indikator=[*cara, make_indikator(**NARASI)])

	def report(self, sampai: int, tahap: Tahap = Tahap.DITETAPKAN) -> None:
		angka = [iki for iki in self.skp.indikator if iki.arah != Arah.NARATIF]
		for masa_ke, nilai in enumerate(NILAI[:sampai], 1):
			make_realisasi(self.skp, masa_ke, {iki.kunci: nilai for iki in angka}, tahap)
		self.narate()

	def narate(self) -> None:
		"""One report tells, as its form would write it."""
		naratif = next(iki for iki in self.skp.indikator if iki.arah == Arah.NARATIF)
		baris = frappe.qb.DocType("Realisasi Indikator")
		query = frappe.qb.update(baris).set(baris.dilaporkan, 1).where(baris.indikator == naratif.kunci)
		query.run()

	def assert_sama(self, akhir: str, tahap) -> dict[str, Decimal]:
		sampai = getdate(akhir)
		banyak = get_gabungan([self.skp.name], sampai, tahap)
		self.assertEqual(banyak, get_gabungan_rencana(self.skp, sampai, tahap))
		table = frappe.qb.DocType("SKP")
		query = frappe.qb.from_(table).select(table.name).where(table.name == self.skp.name)
		self.assertEqual(get_gabungan(query, sampai, tahap), banyak)
		return banyak

	def test_both_combine_every_way_alike(self):
		self.report(sampai=3)
		for akhir in (f"{TAHUN}-01-31", f"{TAHUN}-02-28", f"{TAHUN}-03-31"):
			for tahap in (DILAPORKAN, DIVERIFIKASI):
				with self.subTest(akhir=akhir, tahap=tahap):
					self.assertTrue(self.assert_sama(akhir, tahap))

	def test_every_way_gives_its_own_figure(self):
		self.report(sampai=2)
		gabungan = self.assert_sama(f"{TAHUN}-02-28", DILAPORKAN)
		dapat = [gabungan.get(iki.kunci) for iki in self.skp.indikator]
		self.assertEqual(dapat, [*map(Decimal, ("0.3", "0.15", "0.2", "0.2", "0.2", "1"))])

	def test_the_history_says_the_same(self):
		self.report(sampai=3)
		progres = get_riwayat(self.skp)[2].progres
		gabungan = self.assert_sama(f"{TAHUN}-03-31", DILAPORKAN)
		self.assertEqual({kunci: nilai.realisasi for kunci, nilai in progres.items()}, gabungan)

	def test_of_nothing_reported_there_is_no_figure(self):
		self.assertEqual(self.assert_sama(f"{TAHUN}-03-31", DILAPORKAN), {})

	def test_a_figure_is_said_in_the_words_of_its_indikator(self):
		for arah, nilai, satuan, teks in (
			("Naik", "1075.5", "dokumen", "1.075,5 dokumen"),
			("Turun", "3", None, "3"),
			("Ya/Tidak", "1", None, "Ya"),
			("Ya/Tidak", "0", "kali", "Tidak"),
			("Naratif", "1", None, "Tersusun"),
		):
			with self.subTest(arah=arah, nilai=nilai):
				iki = frappe._dict(arah=arah)
				self.assertEqual(describe_nilai(iki, Decimal(nilai), "Tersusun", satuan), teks)
