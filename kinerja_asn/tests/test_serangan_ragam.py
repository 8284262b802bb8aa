"""Rough edges that told or broke something: each is answered in words, and alike."""

import importlib
import inspect
import pkgutil

import frappe
from frappe.desk import query_report

from kinerja_asn import api as api_semua
from kinerja_asn.api import alur as api
from kinerja_asn.api import laporan as api_laporan
from kinerja_asn.api import lembar as api_lembar
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.permissions.permintaan import guard_laporan
from kinerja_asn.portal.banyak import decide
from kinerja_asn.services.bersama.langkah import advance
from kinerja_asn.tahap.alur import get_alur, get_status_awal
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	as_user,
	make_evaluasi,
	make_indikator,
	make_indikator_pk,
	make_periode,
	make_perjanjian,
	make_skp,
)


class TestIsian(UjiKinerja):
	def test_a_target_of_nothing_upwards_is_refused(self):
		nol = make_indikator(target_min=0, target_maks=0)
		self.assert_ditolak(
			"selalu terlampaui",
			frappe.ValidationError,
			make_skp,
			self.instansi,
			tahap=Tahap.DIAJUKAN,
			indikator=[nol],
		)
		self.assert_ditolak(
			"selalu terlampaui",
			frappe.ValidationError,
			make_perjanjian,
			self.instansi,
			status="Ditetapkan",
			nomor="1",
			tanggal="2025-01-02",
			indikator=[make_indikator_pk(target_min=0, target_maks=0)],
		)

	def test_a_formula_with_a_dash_is_one_and_a_list_is_none(self):
		for rumus in ("-1+2", "-2+3+cmd|' /C calc'!A0", "- (1)", "--SUM(A1)", "-@SUM(1)", "\t=1+1"):
			with self.subTest(rumus):
				self.assert_ditolak(
					"sebagai rumus",
					frappe.ValidationError,
					make_skp,
					self.instansi,
					tahap=Tahap.DRAF,
					indikator=[make_indikator(indikator=rumus)],
				)
		make_skp(
			self.instansi,
			tahap=Tahap.DRAF,
			indikator=[make_indikator(indikator="- Layanan selesai (rata-rata)")],
		)

	def test_text_for_a_number_and_what_is_no_choice_or_date(self):
		skp = make_skp(self.instansi)
		with as_user(skp.pegawai_user):
			for isian, pesan in (({"masa_ke": "abc"}, "bukan angka"), ({"masa_ke": [1]}, "bukan angka")):
				doc = frappe.get_doc(doctype="Realisasi Kinerja", skp=skp.name, **isian)
				self.assert_ditolak(pesan, frappe.ValidationError, doc.insert)
			frappe.get_doc(doctype="Realisasi Kinerja", skp=skp.name, masa_ke="1").insert()
		evaluasi = make_evaluasi(self.instansi, skp)
		with as_user(skp.penilai_user):
			for medan in ("rating_hasil_kerja", "rating_perilaku"):
				evaluasi.reload().set(medan, "Luar Biasa")
				self.assert_ditolak("tidak ada dalam pilihannya", frappe.ValidationError, evaluasi.save)
			evaluasi.reload().hasil[0].rating = "Luar Biasa"
			self.assert_ditolak("tidak ada dalam pilihannya", frappe.ValidationError, evaluasi.save)
			umpan_balik = frappe.get_doc(
				doctype="Umpan Balik Kinerja", skp=skp.name, tanggal="kapan saja", sifat="Positif", isi="Baik"
			)
			self.assert_ditolak("bukan tanggal", frappe.ValidationError, umpan_balik.insert)

	def test_a_year_that_is_none(self):
		periode = frappe.get_doc("Periode Kinerja", self.instansi.periode)
		periode.hari_kerja_pelaporan = "lima"
		self.assert_ditolak("bukan angka", frappe.ValidationError, periode.save)


class TestLangkah(UjiKinerja):
	def test_a_stage_that_does_not_exist_and_a_workflow_without_states(self):
		skp = make_skp(self.instansi, tahap=Tahap.DRAF)
		with as_user(skp.pegawai_user):
			self.assert_ditolak(
				"tidak dikenal",
				frappe.ValidationError,
				api.advance,
				"SKP",
				skp.name,
				"Entah",
				str(skp.modified),
			)
		frappe.db.delete("Workflow Document State", {"parent": get_alur("SKP").name})
		frappe.clear_document_cache("Workflow")
		self.assert_ditolak("satu status pun", frappe.ValidationError, get_status_awal, "SKP")

	def test_a_step_that_does_nothing_does_not_say_that_it_did(self):
		skp = make_skp(self.instansi)
		with as_user(skp.penilai_user):
			doc = frappe.get_doc("SKP", skp.name)
			self.assertFalse(advance(doc, Tahap.DITETAPKAN))
			hasil = decide("skp", {skp.name: str(doc.modified)})
		self.assertEqual(hasil.berhasil, [])
		self.assertIn("tidak ada yang berubah", hasil.gagal[0][1])


class TestTersembunyi(UjiKinerja):
	"""Of another agency: hidden and missing are one. Over HTTP: e2e/test_tersembunyi.py."""

	def setUp(self):
		super().setUp()
		self.periode = make_periode("Dinas Tetangga Uji").name

	def ask(self, fungsi, *args, **kwargs) -> str:
		frappe.clear_messages()
		with self.assertRaises(frappe.ValidationError) as salah, as_user(self.instansi.user["pengelola"]):
			fungsi(*args, **kwargs)
		return f"{type(salah.exception)} {salah.exception}"

	def test_the_period_of_a_report(self):
		for laporan in ("Progres Realisasi", "Kepatuhan Penetapan SKP", "Menunggu Penyelarasan"):
			with self.subTest(laporan):
				asing = self.ask(query_report.run, laporan, {"periode": self.periode})
				self.assertEqual(asing, self.ask(query_report.run, laporan, {"periode": "TIDAK-ADA"}))
				self.assertIn("Pilih periode kinerja", asing)

	def test_the_period_of_a_download(self):
		for fungsi in (unduh_laporan, unduh_lembar):
			with self.subTest(fungsi.__name__):
				self.assertEqual(self.ask(fungsi, self.periode), self.ask(fungsi, "TIDAK-ADA"))


def unduh_laporan(periode: str) -> None:
	api_laporan.download("Progres Realisasi", frappe.as_json({"periode": periode}))


def unduh_lembar(periode: str) -> None:
	api_lembar.download(periode=periode)


# What a client may send in the place of a choice, a day, a number or a list.
BURUK = (
	"x",
	"2025-13-45",
	"99999999999999999999",
	-1,
	10**30,
	True,
	["a", 1],
	{"a": {"b": 1}},
	"[1",
	'{"a": [1]}',
	"[[1]]",
	"nan",
	["x"] * 3,
)
LAPORAN = (
	"Progres Realisasi",
	"Kepatuhan Penetapan SKP",
	"Menunggu Penyelarasan",
	"Menunggu Pejabat yang Tidak Dapat Bertindak",
	"Data Pegawai Belum Lengkap",
	"Rekap Predikat",
	"Sebaran Predikat terhadap Pola",
	"Evaluasi Belum Selesai",
	"Riwayat Predikat",
	"Kuadran Kinerja",
)
SARINGAN = (
	"periode",
	"sampai",
	"unit_kerja",
	"tampilan",
	"skp",
	"halaman",
	"keadaan",
	"perihal",
	"kekurangan",
	"sebab",
	"jenis",
	"masa_ke",
	"pegawai",
	"predikat_organisasi",
)


class TestKiriman(UjiKinerja):
	"""Whatever is sent: an answer, or a refusal in words; never an error of the program."""

	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi)

	def send(self, fungsi, *args, **kwargs) -> None:
		frappe.db.savepoint("kiriman")
		frappe.clear_messages()
		try:
			fungsi(*args, **kwargs)
		except (frappe.ValidationError, frappe.PermissionError) as salah:
			self.assertTrue(
				f"{salah}{frappe.get_message_log() or ''}{frappe.flags.error_message or ''}".strip()
			)
		except TypeError as salah:  # Frappe's own, about the types that an endpoint names
			self.assertLess(getattr(salah, "http_status_code", 500), 500, repr(salah))
		frappe.db.rollback(save_point="kiriman")

	def test_filters_of_reports(self):
		baku, pengelola = (
			{"periode": self.instansi.periode, "sampai": "2025-12-31"},
			self.instansi.user["pengelola"],
		)
		for laporan in LAPORAN:
			for saringan in SARINGAN:
				for nilai in BURUK:
					with self.subTest(laporan, saringan=saringan, nilai=nilai), as_user(pengelola):
						self.send(query_report.run, laporan, {**baku, saringan: nilai})

	def test_what_is_no_choice_and_no_day_is_said(self):
		for laporan, saringan, pesan in (
			("Progres Realisasi", {"sampai": "2025-13-45"}, "bukan tanggal"),
			("Progres Realisasi", {"sampai": "99999999999999999999"}, "bukan tanggal"),
			("Progres Realisasi", {"tampilan": "Per Apa"}, "tidak ada dalam pilihannya"),
			("Progres Realisasi", {"skp": ["a", 1]}, "pilih satu nilai untuk skp"),
			("Kepatuhan Penetapan SKP", {"keadaan": "Entah"}, "tidak ada dalam pilihannya"),
			("Menunggu Penyelarasan", {"perihal": "Entah"}, "tidak ada dalam pilihannya"),
			("Menunggu Pejabat yang Tidak Dapat Bertindak", {"sebab": "Entah"}, "tidak ada dalam pilihannya"),
			("Data Pegawai Belum Lengkap", {"kekurangan": "Entah"}, "tidak ada dalam pilihannya"),
			("Rekap Predikat", {"tampilan": "Per Apa"}, "tidak ada dalam pilihannya"),
			("Kuadran Kinerja", {"jenis": "Entah"}, "tidak ada dalam pilihannya"),
			("Evaluasi Belum Selesai", {"sampai": "2025-13-45"}, "bukan tanggal"),
			(
				"Sebaran Predikat terhadap Pola",
				{"jenis": "Periodik", "masa_ke": 9},
				"Pilih masa ke-1 sampai ke-4",
			),
		):
			with self.subTest(laporan, saringan=saringan), as_user(self.instansi.user["pengelola"]):
				saringan = {"periode": self.instansi.periode, **saringan}
				self.assert_ditolak(pesan, frappe.ValidationError, query_report.run, laporan, saringan)

	def test_filters_that_are_none(self):
		for saringan in ("x", "[1]", "3", "[1"):
			with self.subTest(saringan):
				self.assert_ditolak(
					"tidak dapat dibaca",
					frappe.ValidationError,
					guard_laporan,
					frappe._dict(report_name="Progres Realisasi", filters=saringan),
				)
		guard_laporan(frappe._dict(report_name="Progres Realisasi", filters='{"periode": "x"}'))

	def test_arguments_of_every_endpoint(self):
		"""Each argument of each in turn; the others as they should be."""
		baik = {
			"doctype": "SKP",
			"skp": self.skp.name,
			"name": self.skp.name,
			"docname": self.skp.name,
			"periode": self.instansi.periode,
			"unit_kerja": self.instansi.unit,
			"modified": str(self.skp.modified),
			"laporan": "Progres Realisasi",
			"filters": "{}",
			"current_filters": "[]",
			"field": "tahap",
			"workflow_state_field": "workflow_state",
			"states": "[]",
			"dokumen": "[]",
			"berlaku_mulai": "2025-02-01",
			"baru": self.instansi.pegawai["penilai"],
			**dict.fromkeys(("start", "debug", "cache"), 0),
			**dict.fromkeys(("page_len", "limit", "mengembalikan"), 1),
		}
		pengelola = self.instansi.user["pengelola"]
		for fungsi in get_titik_akhir():
			medan = list(inspect.signature(inspect.unwrap(fungsi)).parameters)
			for diserang in medan:
				for nilai in BURUK:
					isi = {**{nama: baik.get(nama, "x") for nama in medan}, diserang: nilai}
					with self.subTest(fungsi.__name__, medan=diserang, nilai=nilai), as_user(pengelola):
						self.send(frappe.call, fungsi, **isi)


class TestAlurTanpaStatus(UjiKinerja):
	def test_hr_cannot_save_one(self):
		for kosongkan in (("states",), ("transitions",), ("states", "transitions")):
			doc = frappe.get_doc("Workflow", get_alur("SKP").name)
			for tabel in kosongkan:
				doc.set(tabel, [])
			pesan = "tidak memiliki status" if len(kosongkan) > 1 else ""
			with self.subTest(kosongkan), as_user(self.instansi.user["pengelola"]):
				self.assert_ditolak(pesan, frappe.ValidationError, doc.save)


def get_titik_akhir() -> list:
	"""Every endpoint of the app."""
	modul = [
		importlib.import_module(isi.name)
		for isi in pkgutil.walk_packages(api_semua.__path__, f"{api_semua.__name__}.")
	]
	return [
		fungsi
		for isi in modul
		for fungsi in vars(isi).values()
		if callable(fungsi) and fungsi in frappe.whitelisted and fungsi.__module__ == isi.__name__
	]
