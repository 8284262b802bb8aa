"""Umpan balik masyarakat attacked: by guests, by those whom it rates, by those who run the system."""

from io import BytesIO
from unittest.mock import patch

import frappe
from frappe.desk.reportview import get_count
from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Request

from kinerja_asn.api.masyarakat.layanan import get_alamat, hide_komentar, renew_alamat, show_komentar
from kinerja_asn.constants.peran import PENGELOLA, PENGELOLA_UNIT
from kinerja_asn.permissions.dokumen import from_terlihat
from kinerja_asn.permissions.lingkup import forget_lingkup
from kinerja_asn.services.pelaksanaan.masyarakat.figur import get_figur
from kinerja_asn.tests.factories import as_user, make_indikator, make_skp
from kinerja_asn.tests.masyarakat import PUAS, get_jawaban, make_jawaban, make_layanan
from kinerja_asn.tests.test_portal_layanan import UjiLayanan

JAWABAN, LAYANAN = "Umpan Balik Masyarakat", "Layanan Publik"
HARI = "2025-05-07"
TIDAK_ADA = "tidak ada atau bukan untuk Anda"


class UjiJawaban(UjiLayanan):
	def setUp(self):
		super().setUp()
		make_jawaban(self.layanan, 1, hari=HARI, komentar="Pak Joko marah-marah")
		self.name = get_jawaban(self.layanan)[0].name

	def get(self, *kolom: str) -> tuple:
		return tuple(frappe.db.get_value(JAWABAN, self.name, kolom, as_dict=True).values())

	def rate(self, nama: str) -> None:
		"""The service feeds an indikator of ``nama``."""
		make_skp(self.instansi, nama, indikator=[make_indikator(**PUAS, sumber_layanan=self.layanan.name)])

	def give_peran(self, nama: str, *peran: str) -> None:
		frappe.get_doc("User", self.instansi.user[nama]).add_roles(*peran)
		forget_lingkup()


class TestTamu(UjiJawaban):
	def test_a_guest_makes_reads_and_counts_nothing_but_by_the_page(self):
		with as_user("Guest"):
			doc = frappe.get_doc(doctype=JAWABAN, layanan=self.layanan.name, nilai=5, tanggal=HARI)
			self.assertFalse(doc.has_permission("create"))
			self.assertRaises(frappe.PermissionError, doc.insert)
			for doctype in (JAWABAN, LAYANAN):
				self.assertRaises(frappe.PermissionError, frappe.get_list, doctype)
				_table, query = from_terlihat(doctype)
				self.assertEqual(list(query.select("name").run()), [])
			self.assertFalse(frappe.get_doc(JAWABAN, self.name).has_permission("read"))
		self.assertEqual(len(get_jawaban(self.layanan)), 1)

	def test_whatever_else_comes_with_the_form_is_not_looked_at(self):
		"""Columns of the row, another service, a status, an owner; in the form and in the address."""
		self.send_isian(
			nilai="2",
			name="terpilih",
			owner="Administrator",
			layanan="lain",
			instansi="Dinas Tetangga Uji",
			status_komentar="Ditampilkan",
			tanggal="1999-01-01",
			doctype="User",
			kunci="x",
			komentar="Antre",
		)
		row = next(row for row in get_jawaban(self.layanan, "*") if row.name != self.name)
		self.assertEqual(
			(row.owner, row.instansi, row.status_komentar, str(row.tanggal)),
			("Guest", self.instansi.name, "Menunggu diperiksa", frappe.utils.nowdate()),
		)

	def test_nothing_is_taken_from_json_an_address_or_a_file(self):
		formulir = self.read_formulir()
		isian = {"aksi": "kirim", "formulir": formulir, "nilai": "5"}
		for builder in (
			EnvironBuilder(path=self.alamat, method="POST", json=isian),
			EnvironBuilder(path=self.alamat, method="POST", query_string=isian),
			EnvironBuilder(path=self.alamat, method="GET", query_string=isian),
			EnvironBuilder(
				path=self.alamat, method="POST", data={"aksi": "kirim", "nilai": (BytesIO(b"5"), "5.txt")}
			),
		):
			halaman = self.ask(builder)
			self.assertEqual(halaman.status, 200)
		self.assertEqual(len(get_jawaban(self.layanan)), 1)
		self.assertEqual(frappe.db.count("File", {"owner": "Guest"}), 0)

	def test_a_huge_body_is_refused_before_anything_is_read(self):
		halaman = self.send_isian(komentar="a" * 70_000)
		self.assertEqual(halaman.status, 413)
		self.assertIn("Tulis komentar yang lebih pendek", halaman.teks)
		self.assertEqual(len(get_jawaban(self.layanan)), 1)

	def ask(self, builder: EnvironBuilder):
		def set_permintaan(path, data):
			permintaan = frappe.local.request = Request(builder.get_environ())
			frappe.local.path = path.strip("/")
			frappe.local.form_dict = frappe._dict({**permintaan.args.to_dict(), **permintaan.form.to_dict()})

		with patch("kinerja_asn.tests.test_portal_dasar.set_permintaan", set_permintaan):
			return self.open("Guest", self.alamat)


class TestJawabanTetap(UjiJawaban):
	def test_nobody_makes_changes_or_deletes_an_answer(self):
		self.give_peran("pengelola", PENGELOLA_UNIT)
		for nama in ("pengelola", "pengelola_unit", "auditor", "penilai", "petugas", "Administrator"):
			with self.subTest(nama), as_user(self.instansi.user.get(nama, nama)):
				for kerja in (
					lambda: frappe.get_doc(JAWABAN, self.name).update({"nilai": 5}).save(),
					lambda: frappe.get_doc(JAWABAN, self.name).delete(),
					lambda: frappe.get_doc(
						doctype=JAWABAN, layanan=self.layanan.name, nilai=5, tanggal=HARI
					).insert(),
				):
					self.assertRaises((frappe.PermissionError, frappe.DoesNotExistError), kerja)
		self.assertEqual(self.get("nilai", "komentar"), (1, "Pak Joko marah-marah"))

	def test_staff_of_the_unit_see_no_row_and_count_none(self):
		"""They read figures of many, and words that were looked at."""
		for nama in ("petugas", "penilai", "kepala", "kolega"):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				_table, query = from_terlihat(JAWABAN)
				self.assertEqual(list(query.select("name").run()), [])
				frappe.local.form_dict = frappe._dict(doctype=JAWABAN, filters={})
				self.assertRaises(frappe.PermissionError, get_count)

	def test_rows_of_another_agency_do_not_exist(self):
		with as_user(self.instansi.user["tetangga"]):
			self.assert_ditolak(TIDAK_ADA, frappe.DoesNotExistError, show_komentar, [self.name])
			self.assert_ditolak(TIDAK_ADA, frappe.DoesNotExistError, hide_komentar, [self.name], "nama")
			self.assert_ditolak(TIDAK_ADA, frappe.DoesNotExistError, get_alamat, self.layanan.name)
			self.assert_ditolak(TIDAK_ADA, frappe.DoesNotExistError, renew_alamat, self.layanan.name)
		self.assertEqual(self.get("status_komentar"), ("Menunggu diperiksa",))


class TestModerasi(UjiJawaban):
	def test_words_are_hidden_with_a_reason_and_the_mark_counts_all_the_same(self):
		make_jawaban(self.layanan, 5, 5, 5, 5, hari=HARI)
		sebelum = get_figur(self.layanan.name, 5)
		with as_user(self.instansi.user["pengelola"]):
			self.assert_ditolak("Tulis alasan", frappe.ValidationError, hide_komentar, [self.name], "  ")
			self.assertEqual(hide_komentar([self.name], "Menyebut nama orang"), 1)
		self.assertEqual(
			self.get("status_komentar", "alasan", "komentar", "nilai", "diperiksa_oleh"),
			(
				"Disembunyikan",
				"Menyebut nama orang",
				"Pak Joko marah-marah",
				1,
				self.instansi.user["pengelola"],
			),
		)
		self.assertEqual(get_figur(self.layanan.name, 5), sebelum)

	def test_done_twice_is_done_once_and_it_can_be_shown_again(self):
		with as_user(self.instansi.user["pengelola"]):
			self.assertEqual([show_komentar([self.name]), show_komentar([self.name])], [1, 0])
			hide_komentar([self.name], "Menyebut nama")
			self.assertEqual(show_komentar([self.name]), 1)
		self.assertEqual(self.get("status_komentar", "alasan"), ("Ditampilkan", None))

	def test_all_that_were_chosen_or_none(self):
		make_jawaban(self.layanan, 5, hari=HARI)
		semua = [row.name for row in get_jawaban(self.layanan)]
		with as_user(self.instansi.user["pengelola"]):
			self.assert_ditolak("tanpa komentar", frappe.ValidationError, show_komentar, semua)
			self.assert_ditolak(TIDAK_ADA, frappe.DoesNotExistError, show_komentar, [self.name, "tidak-ada"])
		self.assertEqual(self.get("status_komentar"), ("Menunggu diperiksa",))

	def test_nobody_moderates_what_is_said_about_his_own_unit(self):
		with as_user(self.instansi.user["pengelola_unit"]):
			self.assert_ditolak(
				"unit atau indikator Anda sendiri",
				frappe.PermissionError,
				hide_komentar,
				[self.name],
				"Tidak sopan",
			)
		self.assertEqual(self.get("status_komentar"), ("Menunggu diperiksa",))

	def test_nobody_moderates_what_feeds_his_own_indikator(self):
		self.rate("pengelola")
		with as_user(self.instansi.user["pengelola"]):
			self.assert_ditolak(
				"unit atau indikator Anda sendiri",
				frappe.PermissionError,
				hide_komentar,
				[self.name],
				"Tidak sopan",
			)

	def test_it_takes_a_role_that_runs_the_system(self):
		for nama in ("petugas", "penilai", "kepala", "auditor", "Guest"):
			with self.subTest(nama), as_user(self.instansi.user.get(nama, nama)):
				self.assertRaises(frappe.PermissionError, show_komentar, [self.name])
		self.assertEqual(self.get("status_komentar"), ("Menunggu diperiksa",))

	def test_what_is_sent_as_names_is_names(self):
		with as_user(self.instansi.user["pengelola"]):
			for kiriman in ('{"a": 1}', "[1]", "bukan json", '[["like", "%"]]'):
				self.assert_ditolak("tidak dapat dibaca", frappe.ValidationError, show_komentar, kiriman)


class TestPengurus(UjiJawaban):
	"""Whoever is rated keeps his hands off the scales."""

	def load(self):
		return frappe.get_doc(LAYANAN, self.layanan.name)

	def test_whoever_is_rated_does_not_close_delete_or_readdress_the_service(self):
		self.rate("pengelola")
		with as_user(self.instansi.user["pengelola"]):
			for kerja in (
				lambda: self.load().update({"status": "Ditutup"}).save(),
				lambda: self.load().update({"minimum_jawaban": 5}).save(),
				lambda: self.load().delete(),
				lambda: renew_alamat(self.layanan.name),
			):
				self.assert_ditolak("mengisi indikator dalam SKP Anda", frappe.PermissionError, kerja)
		self.assertEqual(
			frappe.db.get_value(LAYANAN, self.layanan.name, ["status", "minimum_jawaban", "token"]),
			("Dibuka", 10, self.layanan.token),
		)

	def test_a_units_pengelola_makes_those_of_his_unit_alone(self):
		with as_user(self.instansi.user["pengelola_unit"]):
			doc = frappe.get_doc(doctype=LAYANAN, nama_layanan="Akta", unit_kerja=self.instansi.unit).insert()
			self.assertEqual(doc.instansi, self.instansi.name)
			for unit in ("Sekretariat Uji - DUK", "Unit Tetangga - DTU"):
				lain = frappe.get_doc(doctype=LAYANAN, nama_layanan="Akta", unit_kerja=unit)
				self.assertRaises(frappe.PermissionError, lain.insert)

	def test_others_make_none_and_move_none(self):
		for nama in ("petugas", "penilai", "kepala", "auditor", "tetangga", "Guest"):
			with self.subTest(nama), as_user(self.instansi.user.get(nama, nama)):
				doc = frappe.get_doc(doctype=LAYANAN, nama_layanan="Akta", unit_kerja=self.instansi.unit)
				self.assertRaises(frappe.PermissionError, doc.insert)
		with as_user(self.instansi.user["pengelola"]):
			doc = frappe.get_doc(LAYANAN, self.layanan.name)
			doc.unit_kerja = "Sekretariat Uji - DUK"
			self.assertRaises(frappe.ValidationError, doc.save)
		self.assertEqual(frappe.get_all(LAYANAN, pluck="unit_kerja"), [self.instansi.unit])

	def test_a_changed_address_leaves_the_old_one_like_any_that_never_was(self):
		lama = self.layanan.token
		with as_user(self.instansi.user["pengelola"]):
			renew_alamat(self.layanan.name)
		self.assertEqual(self.open("Guest", f"/layanan/{lama}").status, 404)
		baru = frappe.db.get_value(LAYANAN, self.layanan.name, "token")
		self.assertEqual(self.open("Guest", f"/layanan/{baru}").status, 200)

	def test_a_name_that_a_spreadsheet_reckons_is_refused(self):
		for nama in ("=1+1", "<b>Akta</b>"):
			self.assertRaises(frappe.ValidationError, make_layanan, self.instansi, nama)
		self.assertEqual(frappe.get_all(LAYANAN, pluck="nama_layanan"), ["Perekaman KTP Elektronik"])


class TestHalamanUnit(UjiJawaban):
	"""/kinerja/layanan."""

	def open_layanan(self, nama: str):
		return self.open(nama, f"/kinerja/layanan?name={self.layanan.name}")

	def test_the_unit_and_those_above_read_it_others_hear_that_there_is_none(self):
		unit_lain = make_layanan(self.instansi, "Surat masuk", unit_kerja="Sekretariat Uji - DUK")
		for nama, status in (
			("petugas", 200),
			("penilai", 200),
			("pengelola", 200),
			("auditor", 200),
			("kepala", 404),
			("tetangga", 404),
		):
			self.assertEqual(self.open_layanan(nama).status, status, nama)
		tidak_ada = self.open("petugas", "/kinerja/layanan?name=tidak-ada")
		lain = self.open("petugas", f"/kinerja/layanan?name={unit_lain.name}")
		self.assertEqual((lain.status, lain.teks), (404, tidak_ada.teks))
		self.assertNotIn("Surat masuk", self.open("petugas", "/kinerja/layanan").teks)
		self.assertEqual(self.open("Guest", "/kinerja/layanan").status, 302)

	def test_words_stay_unseen_until_they_were_looked_at_and_there_are_enough_of_them(self):
		self.assertNotIn("marah-marah", self.open_layanan("petugas").teks)
		with as_user(self.instansi.user["pengelola"]):
			show_komentar([self.name])
		self.assertNotIn("marah-marah", self.open_layanan("petugas").teks)
		make_jawaban(self.layanan, *[4] * 9, hari=HARI)
		halaman = self.open_layanan("petugas")
		self.assertIn("marah-marah", halaman.teks)
		self.assertIn("Mei 2025", halaman.teks)
		with as_user(self.instansi.user["pengelola"]):
			hide_komentar([self.name], "Menyebut nama")
		self.assertNotIn("marah-marah", self.open_layanan("petugas").teks)

	def test_below_the_minimum_the_page_says_how_many_are_lacking(self):
		frappe.flags.current_date = "2025-06-30"
		teks = self.open_layanan("petugas").teks
		self.assertIn("1 jawaban, kurang 9 lagi sebelum angkanya ditampilkan", teks)
		self.assertIn("kurang 9 jawaban", teks)

	def test_figures_and_what_became_of_a_measure_stand_there_in_words(self):
		self.layanan.update({"tindakan": [{"tanggal": "2025-06-01", "uraian": "Menambah satu loket"}]}).save()
		make_jawaban(self.layanan, *[2] * 9, hari=HARI, tunggu=60)
		make_jawaban(self.layanan, *[5] * 10, hari="2025-06-02", tunggu=20)
		frappe.flags.current_date = "2025-06-30"
		halaman = self.open_layanan("petugas")
		self.assertIn("Rata-rata penilaian naik 3,1", halaman.teks)
		self.assertIn("Rata-rata 5 dari 5, 100 persen puas, dari 10 jawaban.", halaman.teks)
		self.assertIn("Separuhnya menunggu paling lama 20 menit (10 jawaban).", halaman.teks)
		self.assertIn("Menambah satu loket", halaman.teks)
		self.assertIn('<svg class="ka-grafik"', halaman.isi)
		self.assertEqual(halaman.isi.count('class="ka-tanda"'), 1)


class TestPeran(UjiJawaban):
	def test_a_role_of_the_system_in_ones_own_unit_opens_rows_but_not_the_scales(self):
		self.give_peran("petugas", PENGELOLA)
		with as_user(self.instansi.user["petugas"]):
			_table, query = from_terlihat(JAWABAN)
			self.assertEqual(len(query.select("name").run()), 1)
			self.assert_ditolak(
				"unit atau indikator Anda sendiri", frappe.PermissionError, show_komentar, [self.name]
			)
