"""Daily reminders: to whom, on which days, once, without mail; and the notices they are made of."""

from datetime import date
from unittest.mock import patch

import frappe

from kinerja_asn import hooks
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.jobs import harian
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, get_bahasa_situs, send
from kinerja_asn.services.perencanaan import pengingat
from kinerja_asn.services.perencanaan.pembukaan import latar as latar_pembukaan
from kinerja_asn.services.perencanaan.pengingat import send_pengingat
from kinerja_asn.services.perpindahan import latar as latar_perpindahan
from kinerja_asn.tests.basis import UjiKinerja, watch_query
from kinerja_asn.tests.factories import as_user, make_skp, move
from kinerja_asn.tests.test_penugasan import decide, make_penugasan
from kinerja_asn.tests.test_portal_dasar import UjiPortal


class UjiPengingat(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.go_to(1, 6)

	def go_to(self, *tanggal: int) -> None:
		frappe.flags.current_date = date(2025, *tanggal)

	def take(self) -> list[tuple[str, str]]:
		"""(short name of the receiver, subject) of what today's run sends."""
		ada = set(frappe.get_all("Notification Log", pluck="name"))
		send_pengingat()
		nama = {user: nama for nama, user in self.instansi.user.items()}
		rows = frappe.get_all("Notification Log", ["name", "for_user", "subject"])
		return sorted((nama[row.for_user], row.subject) for row in rows if row.name not in ada)

	def take_tentang(self, *nama: str) -> list[tuple[str, str]]:
		return [kabar for kabar in self.take() if kabar[0] in nama]


class TestSkp(UjiPengingat):
	def test_days_before_and_after_the_limit(self):
		make_skp(self.instansi, tahap=Tahap.DRAF)
		kapan = {}
		for hari in [(1, 16), (1, 17), (1, 24), (1, 29), (1, 30), (1, 31), (2, 1), (2, 7), (2, 14), (2, 15)]:
			self.go_to(*hari)
			kapan[hari] = len(self.take_tentang("petugas"))
		self.assertEqual(
			[hari for hari, banyak in kapan.items() if banyak],
			[(1, 17), (1, 24), (1, 30), (2, 1), (2, 7), (2, 14)],
		)
		self.assertEqual(set(kapan.values()), {0, 1})

	def test_who_has_not_begun_is_told_too_and_who_has_acted_is_not(self):
		make_skp(self.instansi, "petugas", Tahap.DIAJUKAN)
		make_skp(self.instansi, "kolega", Tahap.DRAF)
		frappe.db.set_value(
			"Employee", self.instansi.pegawai["auditor"], "status_kinerja", "Masa Persiapan Pensiun"
		)
		frappe.db.set_value("Employee", self.instansi.pegawai["pengelola"], "date_of_joining", "2025-06-01")
		self.go_to(1, 24)
		belum = "Anda belum menyusun SKP periode 2025"
		self.assertEqual(
			self.take(),
			[
				("kepala", belum),
				("kolega", "SKP Anda belum diajukan"),
				("pengelola_unit", belum),
				("penilai", "1 SKP menunggu penetapan Anda"),
				("penilai", belum),
			],
		)

	def test_those_who_have_to_plan_are_those_who_are_reminded(self):
		"""An empty Status Kinerja counts as Aktif for a plan; a draft may be older than its employee's leave."""
		make_skp(self.instansi, "kolega", Tahap.DRAF)
		self.go_to(1, 24)
		for status, dinilai in (
			("", True),
			(None, True),
			("Tugas Belajar", True),
			("Cuti di Luar Tanggungan Negara", False),
		):
			frappe.db.savepoint("satu")
			for nama in ("petugas", "kolega"):
				frappe.db.set_value("Employee", self.instansi.pegawai[nama], "status_kinerja", status)
			with self.subTest(status=status):
				self.assertEqual(
					self.take_tentang("petugas", "kolega"),
					[
						("kolega", "SKP Anda belum diajukan"),
						("petugas", "Anda belum menyusun SKP periode 2025"),
					]
					if dinilai
					else [],
				)
			frappe.db.rollback(save_point="satu")

	def test_returned_ones_are_the_employees_again(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		with as_user(skp.penilai_user):
			skp.catatan_pengembalian = "Perbaiki"
			skp.save()
		move(skp, skp.penilai_user, Tahap.DIKEMBALIKAN)
		self.go_to(1, 24)
		self.assertEqual(self.take_tentang("petugas"), [("petugas", "SKP Anda belum diajukan")])

	def test_a_penilai_gets_one_notice_for_all_that_wait(self):
		for nama in ("petugas", "kolega"):
			make_skp(self.instansi, nama, Tahap.DIAJUKAN)
		make_skp(self.instansi, "penilai", Tahap.DRAF)
		self.go_to(1, 30)
		self.assertEqual(
			self.take_tentang("penilai"),
			[("penilai", "2 SKP menunggu penetapan Anda"), ("penilai", "SKP Anda belum diajukan")],
		)

	def test_a_late_plan_is_counted_from_its_own_last_day(self):
		self.go_to(3, 3)
		make_skp(self.instansi, tahap=Tahap.DIAJUKAN)  # until Monday, 10 March
		self.go_to(3, 9)
		self.assertEqual(self.take_tentang("penilai"), [("penilai", "1 SKP menunggu penetapan Anda")])

	def test_a_second_run_tells_nobody_again(self):
		make_skp(self.instansi, tahap=Tahap.DRAF)
		self.go_to(1, 24)
		self.assertTrue(self.take())
		self.assertEqual(self.take(), [])
		self.assertEqual(send_pengingat(), 0)

	def test_the_switch_and_a_closed_period(self):
		make_skp(self.instansi, tahap=Tahap.DRAF)
		self.go_to(1, 24)
		for isian in ({"pengingat": 0}, {"pengingat": 1, "status": "Ditutup"}):
			with self.subTest(isian=isian):
				frappe.get_doc("Periode Kinerja", self.instansi.periode).update(isian).save()
				self.assertEqual(self.take(), [])

	def test_one_kind_that_fails_stops_no_other(self):
		make_skp(self.instansi, tahap=Tahap.DRAF)
		self.go_to(1, 24)
		galat = frappe.db.count("Error Log")
		with patch.object(pengingat, "_get_tanpa_skp", side_effect=frappe.ValidationError("rusak")):
			self.assertEqual(self.take(), [("petugas", "SKP Anda belum diajukan")])
		self.assertEqual(frappe.db.count("Error Log"), galat + 1)


class TestLaporan(UjiPengingat):
	def make_skp(self, *skema: dict):
		lampiran = [{"kategori": "Skema Pertanggungjawaban", **isian} for isian in skema]
		return make_skp(self.instansi, lampiran=lampiran)

	def test_the_agreed_day_brings_the_agreed_words(self):
		self.make_skp(
			{"frekuensi": "Tanggal tertentu", "tanggal": "2025-04-15", "uraian": "Rekap antrean & keluhan"}
		)
		self.go_to(4, 14)
		self.assertEqual(self.take(), [])
		self.go_to(4, 15)
		self.assertEqual(self.take(), [("petugas", "Laporkan hari ini: Rekap antrean &amp; keluhan")])

	def test_all_of_one_day_in_one_notice(self):
		self.make_skp(
			{"frekuensi": "Bulanan", "uraian": "Rekap pendaftaran"},
			{"frekuensi": "Triwulanan", "uraian": "Survei kepuasan"},
			{"frekuensi": "Tahunan", "uraian": "Laporan tahunan"},
			{"frekuensi": "Mingguan", "uraian": "Antrean"},
		)
		self.go_to(6, 30)
		self.assertEqual(len(self.take()), 1)
		isi = frappe.get_last_doc("Notification Log").email_content
		self.assertIn("Rekap pendaftaran; Survei kepuasan", isi)
		self.assertNotRegex(isi, "tahunan|Antrean")

	def test_only_a_set_plan_in_its_time(self):
		skp = self.make_skp({"frekuensi": "Harian", "uraian": "Antrean"})
		self.go_to(6, 28)  # a Saturday
		self.assertEqual(self.take(), [])
		self.go_to(6, 27)
		frappe.db.set_value("SKP", skp.name, "akhir", "2025-06-26")
		self.assertEqual(self.take(), [])
		frappe.db.set_value("SKP", skp.name, {"akhir": "2025-12-31", "tahap": Tahap.DITUTUP})
		self.assertEqual(self.take(), [])
		frappe.db.set_value("SKP", skp.name, "tahap", Tahap.DITETAPKAN)
		self.assertEqual(len(self.take()), 1)

	def test_a_row_that_is_no_schedule_reminds_of_nothing(self):
		make_skp(
			self.instansi,
			lampiran=[{"kategori": "Dukungan Sumber Daya", "jenis": "Anggaran", "uraian": "Kertas"}],
		)
		self.go_to(6, 30)
		self.assertEqual(self.take(), [])


class TestPenugasan(UjiPengingat):
	def test_after_five_working_days_and_then_weekly(self):
		self.go_to(3, 3)  # a Monday
		tugas = make_penugasan(self.instansi)
		kapan = []
		for hari in range(4, 27):
			self.go_to(3, hari)
			if self.take():
				kapan.append(hari)
		self.assertEqual(kapan, [11, 18, 25])
		decide(self.instansi, tugas, "Ditolak", "Penuh")
		frappe.flags.current_date = date(2025, 4, 1)
		self.assertEqual(self.take(), [])

	def test_the_penilai_is_told(self):
		self.go_to(3, 3)
		make_penugasan(self.instansi)
		self.go_to(3, 11)
		self.assertEqual(self.take(), [("penilai", "Penugasan untuk Petugas masih menunggu keputusan Anda")])


class TestPemberitahuan(UjiPengingat):
	def build(self, user: str, judul: str = "Judul", isi: str = "Isi", **isian) -> Pemberitahuan:
		isian = {"doctype": "SKP", "dokumen": "SKP-X", "alamat": "/kinerja", **isian}
		return Pemberitahuan(
			penerima=self.instansi.user[user], tulis=lambda: Kabar(judul, isi, "Buka"), **isian
		)

	def test_it_is_a_notice_of_frappe_and_no_mail(self):
		surel = frappe.db.count("Email Queue")
		self.assertEqual(send([self.build("petugas", judul="<b>Judul</b>", isi='<img src="x">')]), 1)
		log = frappe.get_last_doc("Notification Log", {"for_user": self.instansi.user["petugas"]})
		self.assertEqual((log.type, log.read, log.subject), ("Alert", 0, "&lt;b&gt;Judul&lt;/b&gt;"))
		self.assertNotIn("<img", log.email_content)
		self.assertIn(f'href="{frappe.utils.get_url("/kinerja")}"', log.email_content)
		self.assertEqual(frappe.db.count("Email Queue"), surel)
		with as_user(self.instansi.user["petugas"]):
			self.assertEqual(frappe.get_list("Notification Log", pluck="name"), [log.name])

	def test_once_a_day_or_once_at_all(self):
		harian, sekali = self.build("petugas"), self.build("petugas", kali="buntu")
		self.assertEqual(send([harian, harian, sekali]), 2)
		self.assertEqual(send([harian, sekali]), 0)
		self.go_to(1, 7)
		self.assertEqual(send([self.build("petugas"), sekali]), 1)

	def test_who_is_switched_off_or_does_not_want_any_gets_none(self):
		frappe.db.set_value("User", self.instansi.user["kolega"], "enabled", 0)
		user = self.instansi.user["penilai"]
		if not frappe.db.exists("Notification Settings", user):
			frappe.get_doc(doctype="Notification Settings", name=user).insert()
		frappe.db.set_value("Notification Settings", user, "enabled", 0)
		self.assertEqual(send([self.build(nama) for nama in ("petugas", "kolega", "penilai")]), 1)

	def test_a_thousand_in_a_few_statements(self):
		with watch_query() as query:
			banyak = send(self.build("petugas", dokumen=f"SKP-{nomor}") for nomor in range(1000))
		self.assertEqual(banyak, 1000)
		self.assertLessEqual(query.call_count, 10)


class TestBahasa(UjiPengingat):
	"""A job runs in English: its notices are in each reader's language, its traces in the site's."""

	def setUp(self):
		super().setUp()
		frappe.local.lang = "en"

	def set_bahasa(self, nama: str, bahasa: str | None) -> None:
		frappe.db.set_value("User", self.instansi.user[nama], "language", bahasa)

	def test_each_is_reminded_in_his_own_language(self):
		for nama in ("petugas", "kolega", "penilai"):
			make_skp(self.instansi, nama, Tahap.DRAF)
		self.set_bahasa("kolega", "en")
		self.set_bahasa("penilai", None)
		self.go_to(1, 24)
		with patch("kinerja_asn.services.bersama.pemberitahuan.get_bahasa_situs", return_value="id"):
			self.assertEqual(
				self.take_tentang("petugas", "kolega", "penilai"),
				[
					("kolega", "Your SKP has not been submitted"),
					("penilai", "SKP Anda belum diajukan"),
					("petugas", "SKP Anda belum diajukan"),
				],
			)
		isi = frappe.get_last_doc(
			"Notification Log", {"for_user": self.instansi.user["petugas"]}
		).email_content
		self.assertIn("Batas penetapannya 31 Januari 2025.", isi)
		self.assertIn("Buka SKP", isi)
		self.assertEqual(frappe.local.lang, "en")

	def test_what_passes_on_is_told_and_recorded_so(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.set_bahasa("penilai", "en")
		self.go_to(2, 3)
		with patch.object(harian, "get_bahasa_situs", return_value="id"):
			harian.pass_on_penetapan()
		jejak = {"reference_name": skp.name, "comment_type": "Info"}
		self.assertIn(
			"Batas penetapan 31 Januari 2025 terlewati", frappe.get_last_doc("Comment", jejak).content
		)
		judul = {
			nama: frappe.get_last_doc("Notification Log", {"for_user": self.instansi.user[nama]}).subject
			for nama in ("petugas", "penilai")
		}
		self.assertEqual(
			judul,
			{
				"petugas": "SKP Anda beralih kepada Kepala untuk ditetapkan",
				"penilai": "SKP of Petugas has passed to your superior",
			},
		)

	def test_openings_and_moves_record_in_the_sites_language(self):
		bahasa = []
		for latar, langkah in ((latar_pembukaan, "pelaksanaan.run"), (latar_perpindahan, "_run_bagian")):
			with (
				patch.object(latar, "get_bahasa_situs", return_value="id"),
				patch(f"{latar.__name__}.{langkah}", side_effect=lambda *_: bahasa.append(frappe.local.lang)),
				patch.object(latar_pembukaan, "tell_pegawai"),
			):
				latar.run("X")
		self.assertEqual((bahasa, frappe.local.lang), (["id", "id"], "en"))

	def test_the_sites_language_is_that_of_its_settings(self):
		for bahasa in ("en", "id"):
			self.set_bahasa_situs(bahasa)
			self.assertEqual(get_bahasa_situs(), bahasa)


class TestHarian(UjiPengingat):
	def test_every_job_of_the_hook_runs_twice_in_a_row(self):
		make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		make_skp(self.instansi, "kolega", Tahap.DRAF)
		self.go_to(2, 1)
		jumlah = []
		for _kali in range(2):
			for path in hooks.scheduler_events["daily_long"]:
				with patch.object(frappe.db, "commit"):  # some do their work in chunks
					frappe.get_attr(path)()
			jumlah.append(frappe.db.count("Notification Log"))
		self.assertGreater(jumlah[0], 0)
		self.assertEqual(jumlah[0], jumlah[1])

	def test_the_scheduler_knows_each_of_them_as_a_job_of_its_own(self):
		for path in hooks.scheduler_events["daily_long"]:
			self.assertTrue(path.startswith(harian.__name__), path)
			self.assertTrue(
				frappe.db.exists("Scheduled Job Type", {"method": path, "frequency": "Daily Long"}), path
			)


class TestBuka(UjiPortal):
	def test_a_reminder_leads_to_its_page(self):
		frappe.flags.current_date = date(2025, 1, 6)
		skp = make_skp(self.instansi, tahap=Tahap.DRAF)
		frappe.flags.current_date = date(2025, 1, 24)
		send_pengingat()
		self.assertIn("SKP Anda belum diajukan", self.open("petugas", "/kinerja").teks)
		tujuan = self.open("petugas", f"/kinerja/buka?jenis=SKP&name={skp.name}").tujuan
		self.assertEqual(tujuan, f"/kinerja/skp?name={skp.name}")
		self.assertEqual(
			self.open("kepala", "/kinerja/buka?jenis=Periode+Kinerja&name=DUK-2025").tujuan, "/kinerja"
		)
