"""Scheduled feedback (Pasal 19; p. 69-70): who owes it is reminded and sees it, who missed it may ask, what is given ends it."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.rules.masa import JenisMasa, build_masa
from kinerja_asn.rules.umpan_balik import find_berkala
from kinerja_asn.services.pelaksanaan.umpan_balik.jadwal import find_banyak_berkala, remind
from kinerja_asn.tests.basis import watch_query
from kinerja_asn.tests.factories import make_skp, make_umpan_balik
from kinerja_asn.tests.test_portal_dasar import UjiPortal

TRIWULAN = build_masa(date(2025, 1, 1), date(2025, 12, 31), JenisMasa.TRIWULANAN)
SETAHUN = (date(2025, 1, 1), date(2025, 12, 31))


class UjiBerkala(UjiPortal):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 2, 3)
		self.skp = make_skp(self.instansi)
		self.set_jadwal("Triwulanan")

	def set_jadwal(self, jadwal: str) -> None:
		doc = frappe.get_doc("Periode Kinerja", self.instansi.periode)
		doc.umpan_balik_berkala = jadwal
		doc.save()

	def get_kabar(self, nama: str) -> list[str]:
		saring = {"for_user": self.instansi.user[nama], "read": 0, "subject": ("like", "%berkala%")}
		return frappe.get_all("Notification Log", saring, pluck="subject", order_by="creation")

	def find(self):
		return find_banyak_berkala([self.skp]).get(self.skp.name)


class TestAturan(UjiBerkala):
	def find_masa(self, hari: date, *diberikan: date, awal=SETAHUN[0], akhir=SETAHUN[1]) -> str | None:
		masa = find_berkala(TRIWULAN, awal, akhir, diberikan, hari)
		return masa and masa.label

	def test_owed_towards_the_end_of_a_period_and_once_it_was_missed(self):
		self.assertIsNone(self.find_masa(date(2025, 3, 16)))
		self.assertEqual(self.find_masa(date(2025, 3, 17)), "Triwulan I 2025")
		self.assertIsNone(self.find_masa(date(2025, 3, 31), date(2025, 1, 5)))
		self.assertEqual(self.find_masa(date(2025, 4, 20)), "Triwulan I 2025")
		self.assertIsNone(
			self.find_masa(date(2025, 4, 20), date(2025, 4, 19)), "given now, what was missed is past"
		)
		self.assertIsNone(self.find_masa(date(2025, 4, 20), date(2025, 2, 1)))
		self.assertEqual(self.find_masa(date(2026, 1, 20), date(2025, 2, 1)), "Triwulan IV 2025")

	def test_not_of_whoever_was_not_led_for_most_of_it(self):
		self.assertIsNone(self.find_masa(date(2025, 4, 20), awal=date(2025, 2, 20)))
		self.assertEqual(self.find_masa(date(2025, 4, 20), awal=date(2025, 2, 10)), "Triwulan I 2025")
		self.assertIsNone(self.find_masa(date(2025, 6, 25), date(2025, 2, 1), akhir=date(2025, 6, 27)))


class TestDitunggu(UjiBerkala):
	def test_what_counts_is_scheduled_and_a_leaders(self):
		frappe.flags.current_date = date(2025, 3, 20)
		self.assertEqual(
			str(self.find()), "Umpan balik berkala Triwulan I 2025 ditunggu sampai 31 Maret 2025"
		)
		make_umpan_balik(self.skp)
		self.assertTrue(self.find(), "incidental feedback is another thing")
		make_umpan_balik(self.skp, bentuk="Berkala", isi="Triwulan ini lebih rapi.")
		self.assertIsNone(self.find())

	def test_missed_it_is_said_so(self):
		frappe.flags.current_date = date(2025, 4, 2)
		self.assertEqual(str(self.find()), "Umpan balik berkala Triwulan I 2025 belum diberikan")

	def test_where_it_is_not_scheduled_or_the_plan_not_set_nobody_owes_it(self):
		frappe.flags.current_date = date(2025, 4, 2)
		draf = make_skp(self.instansi, "kolega", Tahap.DRAF)
		self.assertEqual(find_banyak_berkala([draf]), {})
		self.set_jadwal("Tidak dijadwalkan")
		self.assertIsNone(self.find())

	def test_one_query_however_many(self):
		frappe.flags.current_date = date(2025, 4, 2)
		lain = make_skp(self.instansi, "kolega")
		self.find()
		with watch_query() as query:
			self.assertEqual(len(find_banyak_berkala([self.skp, lain])), 2)
		self.assertEqual(query.call_count, 1)


class TestPengingat(UjiBerkala):
	def test_the_leader_is_reminded_of_all_his_people_at_once_and_again(self):
		make_skp(self.instansi, "kolega")
		for hari, banyak in (
			(date(2025, 3, 16), 0),
			(date(2025, 3, 18), 1),
			(date(2025, 3, 19), 1),
			(date(2025, 3, 29), 2),
		):
			frappe.flags.current_date = hari
			remind()
			remind()
			self.assertEqual(len(self.get_kabar("penilai")), banyak, hari)
		self.assertEqual(
			self.get_kabar("penilai")[0],
			"Umpan balik berkala Triwulan I 2025 ditunggu sampai 31 Maret 2025 untuk 2 pegawai",
		)
		self.assertEqual(self.get_kabar("petugas"), [])

	def test_who_got_none_hears_it_and_may_ask(self):
		frappe.flags.current_date = date(2025, 4, 2)
		remind()
		self.assertEqual(
			self.get_kabar("petugas"), ["Triwulan I 2025 berakhir tanpa umpan balik berkala untuk Anda"]
		)
		self.assertIn("berkala Triwulan I 2025 belum diberikan untuk 1 pegawai", self.get_kabar("penilai")[0])

	def test_given_it_is_done_with_for_both(self):
		frappe.flags.current_date = date(2025, 4, 2)
		remind()
		make_umpan_balik(self.skp, bentuk="Berkala")
		self.assertEqual((self.get_kabar("petugas"), self.get_kabar("penilai")), ([], []))

	def test_while_another_still_waits_the_leader_is_not_done(self):
		make_skp(self.instansi, "kolega")
		frappe.flags.current_date = date(2025, 4, 2)
		remind()
		make_umpan_balik(self.skp, bentuk="Berkala")
		self.assertEqual((len(self.get_kabar("penilai")), len(self.get_kabar("petugas"))), (1, 0))

	def test_no_more_when_it_is_not_scheduled_any_more(self):
		frappe.flags.current_date = date(2025, 4, 2)
		remind()
		self.set_jadwal("Tidak dijadwalkan")
		remind()
		self.assertEqual((self.get_kabar("petugas"), self.get_kabar("penilai")), ([], []))

	def test_where_a_period_does_not_remind_nobody_is_told(self):
		frappe.flags.current_date = date(2025, 4, 2)
		frappe.db.set_value("Periode Kinerja", self.instansi.periode, "pengingat", 0)
		self.assertEqual(remind(), 0)


class TestHalaman(UjiBerkala):
	def test_the_leader_sees_it_and_finds_it_chosen(self):
		frappe.flags.current_date = date(2025, 4, 2)
		halaman = self.open("penilai", "/kinerja/tim?urut=berkala")
		self.assertIn("1 menunggu umpan balik berkala", halaman.teks)
		self.assertIn("Umpan balik berkala Triwulan I 2025 belum diberikan", halaman.teks)
		alamat = f"/kinerja/tim/skp?name={self.skp.name}"
		self.assertIn('name="bentuk" value="Berkala" checked', self.open("penilai", alamat).html)
		isi = {
			"aksi": "umpan_balik",
			"tentang": "Umum",
			"sifat": "Positif",
			"isi": "Rapi.",
			"bentuk": "Berkala",
		}
		self.assertEqual(self.open("penilai", alamat, isi).status, 303)
		self.assertNotIn("menunggu umpan balik berkala", self.open("penilai", "/kinerja/tim").teks)
		self.assertNotIn('value="Berkala" checked', self.open("penilai", alamat).html)

	def test_what_is_only_awaited_is_nobodys_urgent_business(self):
		frappe.flags.current_date = date(2025, 3, 20)
		isi = self.open("penilai", "/kinerja/tim").isi
		self.assertIn("ditunggu sampai 31 Maret 2025", isi.partition('id="tim"')[2])
		self.assertNotIn("ditunggu sampai 31 Maret 2025", isi.partition('id="tim"')[0])

	def test_the_employee_is_shown_the_way_to_ask(self):
		frappe.flags.current_date = date(2025, 4, 2)
		halaman = self.open("petugas", "/kinerja")
		self.assertIn("Umpan balik berkala Triwulan I 2025 belum diberikan", halaman.teks)
		self.assertIn(f"/kinerja/umpan_balik/minta?skp={self.skp.name}", halaman.html)
