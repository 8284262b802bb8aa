"""Opening a period: what the drafts begin with, who gets one, and that nothing is lost or doubled."""

from contextlib import contextmanager
from datetime import date
from unittest.mock import patch

import frappe
from frappe.utils import add_to_date, now_datetime

from kinerja_asn.api import pembukaan as api
from kinerja_asn.constants.istilah import StatusPembukaan, SumberPembukaan, Tahap
from kinerja_asn.portal.perencanaan.skp import read_dokumen, save_isian
from kinerja_asn.services.bersama.periode import get_nama_periode
from kinerja_asn.services.borongan.giliran import is_diam
from kinerja_asn.services.perencanaan.pembukaan import pelaksanaan, rancangan
from kinerja_asn.services.perencanaan.pembukaan.giliran import take_giliran
from kinerja_asn.services.perencanaan.pembukaan.isi import derive_kunci
from kinerja_asn.services.perencanaan.pembukaan.latar import run as jalankan
from kinerja_asn.services.perencanaan.skp.salinan import copy_rencana
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	as_user,
	make_company,
	make_hasil_kerja,
	make_indikator,
	make_periode,
	make_skp,
	make_templat,
	make_unit,
)

TAHUN_BARU = 2026
SEMUA = {"kepala", "penilai", "petugas", "kolega", "pengelola", "pengelola_unit", "auditor"}
# What is another's in every document.
BERBEDA = ("name", "creation", "modified", "kunci", "hasil_kerja")


class Dibunuh(BaseException):
	"""As if the worker had been killed: nothing in the code catches it."""


@contextmanager
def komit_semu():
	"""A commit would end the test's savepoint: here it sets one, and a rollback goes back to it, as after a crash."""
	asli = frappe.db.rollback
	frappe.db.savepoint("komit")

	def rollback(*, save_point=None, **lain):
		asli(save_point=save_point or "komit")

	with (
		patch.object(frappe.db, "commit", lambda *args, **lain: frappe.db.savepoint("komit")),
		patch.object(frappe.db, "rollback", rollback),
	):
		yield rollback


class UjiPembukaan(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.periode = make_periode(self.instansi.name, TAHUN_BARU).name

	def make(self, sumber: SumberPembukaan = SumberPembukaan.KOSONG, **fields):
		with as_user(self.instansi.user["pengelola"]):
			return frappe.get_doc(
				doctype="Pembukaan Periode", periode=self.periode, sumber=sumber, **fields
			).insert()

	def run_sampai_gagal(self, doc, ke: int) -> None:
		"""In chunks of two, of which the database fails number ``ke``."""
		asli, potongan = rancangan.load_orang, []

		def load(names):
			potongan.append(names)
			if len(potongan) == ke:
				raise frappe.QueryTimeoutError("basis data tidak menjawab")
			return asli(names)

		with (
			patch.object(pelaksanaan, "BANYAK", 2),
			patch.object(rancangan, "load_orang", load),
			self.assertRaises(frappe.QueryTimeoutError),
		):
			self.run_pembukaan(doc)

	def run_pembukaan(self, doc):
		with komit_semu(), as_user(self.instansi.user["pengelola"]):
			take_giliran(doc)
			jalankan(doc.name)
		return doc.reload()

	def open_periode(self, sumber: SumberPembukaan = SumberPembukaan.KOSONG, **fields):
		return self.run_pembukaan(self.make(sumber, **fields))

	def get_skp(self, nama: str):
		kunci = {
			"periode": self.periode,
			"pegawai": self.instansi.pegawai[nama],
			"tahap": ("!=", Tahap.DITUTUP),
		}
		return frappe.get_doc("SKP", frappe.db.get_value("SKP", kunci, "name"))

	def get_pemilik(self) -> list[str]:
		nama = {pegawai: nama for nama, pegawai in self.instansi.pegawai.items()}
		return sorted(
			nama[pemilik] for pemilik in frappe.get_all("SKP", {"periode": self.periode}, pluck="pegawai")
		)

	def set_pegawai(self, nama: str, **nilai) -> None:
		"""As data that came in without Employee's checks."""
		frappe.db.set_value("Employee", self.instansi.pegawai[nama], nilai)

	def assert_jumlah(self, doc, **jumlah) -> None:
		self.assertEqual({nama: doc.get(f"jumlah_{nama}") for nama in jumlah}, jumlah)


class TestIsi(UjiPembukaan):
	def test_everybody_who_is_evaluated_gets_an_empty_draft(self):
		doc = self.open_periode()
		self.assertEqual(set(self.get_pemilik()), SEMUA)
		self.assertEqual(doc.status, StatusPembukaan.SELESAI)
		self.assert_jumlah(doc, calon=7, dibuat=7, sudah_ada=0, dikecualikan=0, galat=0)
		skp = self.get_skp("petugas")
		self.assertEqual((skp.tahap, skp.urutan, skp.formulir), (Tahap.DRAF, 1, "A.1.7"))
		self.assertEqual((len(skp.perilaku), skp.hasil_kerja, skp.indikator), (7, [], []))
		self.assertEqual(skp.penilai, self.instansi.pegawai["penilai"])
		self.assertEqual(skp.atasan_penilai_user, self.instansi.user["kepala"])

	def test_last_years_plan_is_copied_with_keys_of_its_own(self):
		lama = self.make_lama()
		self.open_periode(SumberPembukaan.TAHUN_LALU)
		baru = self.get_skp("petugas")
		self.assertEqual(
			[row.rencana_hasil_kerja for row in baru.hasil_kerja],
			[row.rencana_hasil_kerja for row in lama.hasil_kerja],
		)
		self.assertEqual([row.hasil_kerja_ke for row in baru.indikator], [1, 2, 2])
		kunci = {row.idx: row.kunci for row in baru.hasil_kerja}
		self.assertEqual([row.hasil_kerja for row in baru.indikator], [kunci[1], kunci[2], kunci[2]])
		semua = {row.kunci for skp in (lama, baru) for row in (*skp.hasil_kerja, *skp.indikator)}
		self.assertEqual(len(semua), 10)
		self.assertEqual([(row.tanggal, row.terealisasi) for row in baru.lampiran], [(date(2026, 2, 28), 0)])

	def make_lama(self, **fields):
		return make_skp(
			self.instansi,
			hasil_kerja=[make_hasil_kerja(), make_hasil_kerja("Tertanganinya pengaduan")],
			indikator=[
				make_indikator(),
				make_indikator(hasil_kerja_ke=2, indikator="Pengaduan selesai"),
				make_indikator(hasil_kerja_ke=2, indikator="Waktu tanggap", arah="Turun", aspek="Waktu"),
			],
			lampiran=[
				{
					"kategori": "Skema Pertanggungjawaban",
					"frekuensi": "Tanggal tertentu",
					"tanggal": "2025-02-28",
					"uraian": "Laporan",
				}
			],
			**fields,
		)

	def test_a_plan_that_was_never_set_is_not_copied(self):
		make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.open_periode(SumberPembukaan.TAHUN_LALU)
		self.assertEqual(self.get_skp("petugas").hasil_kerja, [])

	def test_the_last_of_several_plans_of_the_year_is_copied(self):
		pertama = make_skp(self.instansi)
		frappe.db.set_value("SKP", pertama.name, {"tahap": str(Tahap.DITUTUP), "akhir": "2025-06-30"})
		make_skp(self.instansi, hasil_kerja=[make_hasil_kerja("Hasil di jabatan kedua")])
		self.open_periode(SumberPembukaan.TAHUN_LALU)
		rows = self.get_skp("petugas").hasil_kerja
		self.assertEqual([row.rencana_hasil_kerja for row in rows], ["Hasil di jabatan kedua"])

	def test_a_row_serves_the_copy_of_the_leaders_row(self):
		lama_penilai, lama = self.make_berjenjang()
		self.open_periode(SumberPembukaan.TAHUN_LALU)
		penilai, petugas = self.get_skp("penilai"), self.get_skp("petugas")
		self.assertEqual(petugas.hasil_kerja[0].rhk_pimpinan, penilai.hasil_kerja[0].kunci)
		self.assertEqual(petugas.hasil_kerja[0].porsi, 40)
		self.assertEqual(
			penilai.hasil_kerja[0].kunci, derive_kunci(lama_penilai.hasil_kerja[0].kunci, penilai.name)
		)
		self.assertEqual(lama.reload().hasil_kerja[0].rhk_pimpinan, lama_penilai.hasil_kerja[0].kunci)

	def make_berjenjang(self):
		penilai = make_skp(self.instansi, "penilai", hasil_kerja=[make_hasil_kerja("Hasil bidang")])
		kunci = penilai.hasil_kerja[0].kunci
		baris = {"rhk_pimpinan": kunci, "penyelarasan": "Langsung: beban target", "porsi": 40}
		lampiran = [{"kategori": "Dukungan Sumber Daya", "jenis": "Anggaran", "uraian": "DPA"}]
		return penilai, make_skp(
			self.instansi, hasil_kerja=[{**make_hasil_kerja(), **baris}], lampiran=lampiran
		)

	def test_saved_as_it_is_a_draft_keeps_its_keys_and_those_who_serve_it(self):
		self.make_berjenjang()
		self.open_periode(SumberPembukaan.TAHUN_LALU)
		for nama in ("penilai", "petugas"):
			sebelum = self.get_skp(nama)
			doc = frappe.get_doc("SKP", sebelum.name)
			with as_user(doc.pegawai_user):
				save_isian(doc, read_dokumen(doc), str(doc.modified))
			self.assertEqual(self.get_kunci(doc.reload()), self.get_kunci(sebelum), nama)
		kunci = self.get_skp("penilai").hasil_kerja[0].kunci
		self.assertEqual(self.get_skp("petugas").hasil_kerja[0].rhk_pimpinan, kunci)

	def get_kunci(self, doc) -> list[tuple]:
		return [
			(row.doctype, row.name, row.kunci, row.get("hasil_kerja"))
			for row in (*doc.hasil_kerja, *doc.indikator)
		]

	def test_no_two_rows_of_a_draft_have_one_name(self):
		self.make_berjenjang()
		self.open_periode(SumberPembukaan.TAHUN_LALU)
		nama = [row.name for row in self.get_skp("petugas").get_all_children()]
		self.assertEqual((len(nama), len(set(nama))), (10, 10))

	def test_a_leader_who_comes_later_is_found_then(self):
		self.make_berjenjang()
		self.set_pegawai("penilai", status_kinerja="Cuti di Luar Tanggungan Negara")
		self.open_periode(SumberPembukaan.TAHUN_LALU)
		baris = self.get_skp("petugas").hasil_kerja[0]
		self.assertEqual((baris.rhk_pimpinan or "", baris.rhk_pimpinan_uraian), ("", "Hasil bidang"))
		self.set_pegawai("penilai", status_kinerja="Aktif")
		self.open_periode(SumberPembukaan.TAHUN_LALU)
		self.assertEqual(
			self.get_skp("petugas").hasil_kerja[0].rhk_pimpinan, self.get_skp("penilai").hasil_kerja[0].kunci
		)

	def test_a_new_penilai_is_not_served_with_the_old_ones_results(self):
		self.make_berjenjang()
		self.set_pegawai("petugas", reports_to=self.instansi.pegawai["kepala"])
		self.open_periode(SumberPembukaan.TAHUN_LALU)
		self.assertFalse(self.get_skp("petugas").hasil_kerja[0].rhk_pimpinan)

	def test_shares_that_no_longer_fit_wait_for_the_leader(self):
		_penilai, lama = self.make_berjenjang()
		frappe.db.set_value("SKP Hasil Kerja", lama.hasil_kerja[0].name, "porsi", 101)
		self.open_periode(SumberPembukaan.TAHUN_LALU)
		self.assertFalse(self.get_skp("petugas").hasil_kerja[0].rhk_pimpinan)

	def test_rows_of_an_assignment_that_ended_are_left_out(self):
		lama = self.make_lama()
		penugasan = frappe.get_doc(doctype="Penugasan Kinerja", name="penugasan-uji", sampai="2025-12-31")
		penugasan.db_insert()
		frappe.db.set_value("SKP Hasil Kerja", lama.hasil_kerja[0].name, "penugasan", penugasan.name)
		self.open_periode(SumberPembukaan.TAHUN_LALU)
		baru = self.get_skp("petugas")
		self.assertEqual([row.rencana_hasil_kerja for row in baru.hasil_kerja], ["Tertanganinya pengaduan"])
		self.assertEqual([row.hasil_kerja_ke for row in baru.indikator], [1, 1])
		frappe.db.set_value("Penugasan Kinerja", penugasan.name, "sampai", "2026-06-30")
		self.assertEqual(len(copy_rencana(lama.reload(), "2026-01-01")["hasil_kerja"]), 2)

	def test_a_library_version_that_ended_is_no_longer_named(self):
		lama = make_skp(self.instansi)
		versi = frappe.get_doc(doctype="Indikator Kinerja", name="UJI-1-v1", berlaku_sampai="2025-12-31")
		versi.db_insert()
		frappe.db.set_value("SKP Indikator", lama.indikator[0].name, "pustaka", versi.name)
		lama.reload()
		self.assertEqual(copy_rencana(lama, "2025-12-31")["indikator"][0]["pustaka"], versi.name)
		self.assertIsNone(copy_rencana(lama, "2026-01-01")["indikator"][0]["pustaka"])

	def test_who_has_no_plan_of_last_year_begins_with_his_posts_template(self):
		self.make_templat("Jabatan Petugas")
		self.open_periode(SumberPembukaan.TAHUN_LALU)
		self.assert_templat()

	def make_templat(self, jabatan: str, **fields):
		hasil_kerja = [make_hasil_kerja("Hasil menurut templat")]
		return make_templat(self.instansi, jabatan, hasil_kerja=hasil_kerja, **fields)

	def assert_templat(self) -> None:
		"""The post's own people, and nobody of another post."""
		rows = self.get_skp("petugas").hasil_kerja
		self.assertEqual([row.rencana_hasil_kerja for row in rows], ["Hasil menurut templat"])
		self.assertEqual(self.get_skp("kolega").hasil_kerja, [])

	def test_a_template_can_be_chosen_over_last_years_plan(self):
		make_skp(self.instansi)
		self.make_templat("Jabatan Petugas")
		self.open_periode(SumberPembukaan.TEMPLAT)
		self.assert_templat()

	def test_an_inactive_template_is_not_used(self):
		self.make_templat("Jabatan Petugas", aktif=0)
		self.open_periode(SumberPembukaan.TEMPLAT)
		self.assertEqual(self.get_skp("petugas").hasil_kerja, [])

	def test_a_draft_equals_one_that_is_made_alone(self):
		self.make_berjenjang()
		self.open_periode(SumberPembukaan.TAHUN_LALU)
		massal = self.get_skp("petugas")
		tersimpan = self.read_baris(massal)
		rencana = copy_rencana(self.get_lama("petugas"), "2026-01-01")
		rencana["hasil_kerja"][0]["rhk_pimpinan"] = massal.hasil_kerja[0].rhk_pimpinan
		for doctype in tersimpan:
			frappe.db.delete(doctype, {"name" if doctype == "SKP" else "parent": massal.name})
		with as_user(self.instansi.user["pengelola"]):
			sendiri = frappe.get_doc(
				doctype="SKP", periode=self.periode, pegawai=massal.pegawai, **rencana
			).insert()
		self.assertEqual(sendiri.name, massal.name)
		self.assertEqual(tersimpan, self.read_baris(sendiri))

	def get_lama(self, nama: str):
		kunci = {"periode": self.instansi.periode, "pegawai": self.instansi.pegawai[nama]}
		return frappe.get_doc("SKP", frappe.db.get_value("SKP", kunci, "name"))

	def read_baris(self, skp) -> dict[str, list[dict]]:
		"""All columns of the document and its rows, as the database has them."""
		baris = {"SKP": frappe.get_all("SKP", {"name": skp.name}, ["*"])}
		for df in skp.meta.get_table_fields():
			baris[df.options] = frappe.get_all(df.options, {"parent": skp.name}, ["*"], order_by="idx")
		for rows in baris.values():
			for row in rows:
				for kolom in BERBEDA:
					row.pop(kolom, None)
		return baris


class TestSiapa(UjiPembukaan):
	def test_who_is_not_evaluated_is_counted_and_left_out(self):
		self.set_pegawai("petugas", status_kinerja="Diberhentikan Sementara")
		self.set_pegawai("kolega", status_kinerja="Tugas Belajar")
		self.set_pegawai("auditor", status="Left")
		self.set_pegawai("pengelola_unit", nip=None)
		self.set_pegawai("pengelola", date_of_joining="2027-01-01")
		doc = self.open_periode()
		self.assertEqual(self.get_pemilik(), ["kepala", "kolega", "penilai"])
		self.assert_jumlah(doc, calon=3, dibuat=3, dikecualikan=1, galat=0)

	def test_who_joins_during_the_year_begins_then(self):
		self.set_pegawai("petugas", date_of_joining="2026-04-15")
		self.open_periode()
		skp = self.get_skp("petugas")
		self.assertEqual(
			(skp.awal, skp.berlaku_mulai, skp.akhir), (date(2026, 4, 15),) * 2 + (date(2026, 12, 31),)
		)

	def test_a_unit_is_opened_with_the_units_below_it(self):
		bawah = make_unit("Seksi Uji", self.instansi.name, self.instansi.unit)
		self.set_pegawai("kolega", department=bawah)
		self.open_periode(unit_kerja=self.instansi.unit)
		self.assertEqual(self.get_pemilik(), ["kolega", "pengelola_unit", "penilai", "petugas"])

	def test_the_second_run_makes_those_who_were_not_there(self):
		self.set_pegawai("petugas", status="Inactive")
		self.open_periode()
		self.set_pegawai("petugas", status="Active")
		doc = self.open_periode()
		self.assertEqual(set(self.get_pemilik()), SEMUA)
		self.assert_jumlah(doc, calon=7, dibuat=1, sudah_ada=6)

	def test_the_same_opening_can_be_run_again(self):
		doc = self.open_periode()
		self.run_pembukaan(doc)
		self.assertEqual(len(self.get_pemilik()), 7)
		self.assert_jumlah(doc, dibuat=0, sudah_ada=7)

	def test_who_had_his_plan_closed_gets_a_second_one(self):
		self.open_periode()
		lama = self.get_skp("petugas")
		frappe.db.set_value("SKP", lama.name, {"tahap": str(Tahap.DITUTUP), "akhir": "2026-06-30"})
		doc = self.open_periode()
		baru = self.get_skp("petugas")
		self.assertEqual((baru.urutan, baru.name), (2, f"{lama.name}-2"))
		self.assert_jumlah(doc, dibuat=1, sudah_ada=6)

	def test_the_penilai_by_assignment_comes_before_the_superior(self):
		frappe.get_doc(
			doctype="Penugasan Penilai",
			pegawai=self.instansi.pegawai["petugas"],
			penilai=self.instansi.pegawai["kepala"],
			dari="2025-01-01",
		).insert()
		self.open_periode()
		self.assertEqual(self.get_skp("petugas").penilai, self.instansi.pegawai["kepala"])
		self.assertEqual(self.get_skp("petugas").penetap_user, self.instansi.user["kepala"])


class TestGalat(UjiPembukaan):
	def test_three_bad_employees_are_named_and_the_others_have_drafts(self):
		self.set_pegawai("petugas", reports_to=self.instansi.pegawai["petugas"])
		self.set_pegawai("kolega", nip="198513452010011001")
		self.set_pegawai("auditor", employee_name="<b>Auditor</b>")
		doc = self.open_periode()
		self.assertEqual(self.get_pemilik(), ["kepala", "pengelola", "pengelola_unit", "penilai"])
		self.assert_jumlah(doc, calon=7, dibuat=4, galat=3)
		pesan = {row.pegawai: row.pesan for row in doc.galat}
		orang = self.instansi.pegawai
		self.assertEqual(set(pesan), {orang["petugas"], orang["kolega"], orang["auditor"]})
		self.assertIn("dirinya sendiri. Perbaiki Reports to", pesan[orang["petugas"]])
		self.assertIn("NIP 198513452010011001:", pesan[orang["kolega"]])
		self.assertIn("Nama: tulis teks biasa, tanpa tag HTML. Perbaiki pada data", pesan[orang["auditor"]])
		self.assertNotIn("<b>", " ".join(row.nama_pegawai for row in doc.galat))

	def test_once_mended_they_are_made_and_the_list_is_empty(self):
		self.set_pegawai("petugas", reports_to=self.instansi.pegawai["petugas"])
		doc = self.open_periode()
		self.set_pegawai("petugas", reports_to=self.instansi.pegawai["penilai"])
		self.run_pembukaan(doc)
		self.assertEqual(set(self.get_pemilik()), SEMUA)
		self.assertEqual(doc.galat, [])

	def test_every_kind_of_bad_data_says_what_to_mend(self):
		asing = make_unit("Unit Tetangga", make_company("Dinas Tetangga Uji", "DTU"))
		for nilai, pesan in (
			({"department": asing}, "Perbaiki Department pada data pegawai ini."),
			({"department": "Tidak Ada"}, "Unit kerja Tidak Ada tidak ada di Dinas Uji Kinerja."),
			({"reports_to": "HR-TIDAK-ADA"}, "Atasan langsung HR-TIDAK-ADA tidak ditemukan."),
			({"designation": "=1+1"}, "Jabatan: jangan awali teks dengan ="),
		):
			with self.subTest(nilai=nilai):
				frappe.db.savepoint("satu")
				self.set_pegawai("petugas", **nilai)
				doc = self.open_periode(unit_kerja=None)
				self.assertEqual([row.pegawai for row in doc.galat], [self.instansi.pegawai["petugas"]])
				self.assertIn(pesan, doc.galat[0].pesan)
				frappe.db.rollback(save_point="satu")

	def test_a_penilai_who_cannot_act_is_named(self):
		for doctype, nama, nilai, pesan in (
			("Employee", self.instansi.pegawai["penilai"], {"status": "Left"}, "tidak aktif lagi"),
			("User", self.instansi.user["penilai"], {"enabled": 0}, "dinonaktifkan"),
		):
			with self.subTest(pesan=pesan):
				frappe.db.savepoint("satu")
				frappe.db.set_value(doctype, nama, nilai)
				doc = self.open_periode()
				orang = self.instansi.pegawai
				self.assertEqual({row.pegawai for row in doc.galat}, {orang["petugas"], orang["kolega"]})
				self.assertIn(pesan, doc.galat[0].pesan)
				frappe.db.rollback(save_point="satu")

	def test_text_in_last_years_plan_that_would_be_refused_is_named(self):
		lama = make_skp(self.instansi)
		frappe.db.set_value("SKP Indikator", lama.indikator[0].name, "satuan", "@dok")
		doc = self.open_periode(SumberPembukaan.TAHUN_LALU)
		self.assertEqual(doc.galat[0].pegawai, self.instansi.pegawai["petugas"])
		self.assertIn("Baris 1, Satuan: jangan awali teks", doc.galat[0].pesan)
		self.assertIn("Perbaiki pada SKP tahun lalu", doc.galat[0].pesan)

	def test_what_only_the_database_refuses_is_found_and_named(self):
		asli = pelaksanaan.insert_banyak
		buruk = self.instansi.pegawai["kolega"]

		def insert(doctype, rows):
			asli(doctype, rows)
			if doctype == "SKP Perilaku" and any(row["parent"].endswith(buruk) for row in rows):
				asli(doctype, [{**rows[0], "kolom_yang_tidak_ada": 1}])

		with patch.object(pelaksanaan, "insert_banyak", insert):
			doc = self.open_periode()
		self.assertEqual(set(self.get_pemilik()), SEMUA - {"kolega"})
		self.assertEqual([row.pegawai for row in doc.galat], [buruk])
		self.assertIn("Basis data menolak SKP ini", doc.galat[0].pesan)
		self.assert_jumlah(doc, dibuat=6, galat=1)
		for nama in SEMUA - {"kolega"}:
			self.assertEqual(len(self.get_skp(nama).perilaku), 7)

	def test_a_refused_row_is_not_taken_for_a_draft_that_is_there(self):
		"""A row whose name is taken is a unique key's violation too."""
		nama = f"SKP-{self.periode}-{self.instansi.pegawai['kolega']}-P7"
		frappe.get_doc(doctype="SKP Perilaku", name=nama, nilai="Adaptif").db_insert()
		doc = self.open_periode()
		self.assertEqual(set(self.get_pemilik()), SEMUA - {"kolega"})
		self.assert_jumlah(doc, dibuat=6, sudah_ada=0, galat=1)

	def test_who_begins_his_own_in_the_same_moment_keeps_it(self):
		asli = rancangan.build_draf

		def build(konteks, orang, urutan):
			daftar = asli(konteks, orang, urutan)
			make_skp(self.instansi, tahap=Tahap.DRAF, periode=self.periode)
			return daftar

		with patch.object(rancangan, "build_draf", build):
			doc = self.open_periode()
		self.assertEqual(len(self.get_pemilik()), 7)
		self.assertEqual(len(self.get_skp("petugas").hasil_kerja), 1)
		self.assert_jumlah(doc, dibuat=6, sudah_ada=1, galat=0)


class TestTerhenti(UjiPembukaan):
	def kill_at(self, ke: int):
		"""The worker dies while it writes the ``ke``-th chunk of two employees, between two tables."""
		asli, potongan = pelaksanaan.insert_banyak, []

		def insert(doctype, rows):
			if doctype == "SKP":
				potongan.append(rows)
			if doctype == "SKP Perilaku" and len(potongan) == ke:
				raise Dibunuh
			asli(doctype, rows)

		return patch.object(pelaksanaan, "insert_banyak", insert)

	def kill(self, doc, ke: int) -> None:
		with patch.object(pelaksanaan, "BANYAK", 2), komit_semu() as rollback:
			with self.assertRaises(Dibunuh), self.kill_at(ke), as_user(self.instansi.user["pengelola"]):
				take_giliran(doc)
				frappe.db.commit()
				jalankan(doc.name)
			rollback()  # what a server does with a connection that is gone
		doc.reload()

	def assert_utuh(self) -> None:
		"""One draft for each, whole, and the links of last year."""
		self.assertEqual(sorted(self.get_pemilik()), sorted(SEMUA))
		for nama in SEMUA:
			self.assertEqual(len(self.get_skp(nama).perilaku), 7)
		self.assertEqual(len(self.get_skp("petugas").indikator), 1)
		self.assertEqual(
			self.get_skp("petugas").hasil_kerja[0].rhk_pimpinan, self.get_skp("penilai").hasil_kerja[0].kunci
		)

	def test_a_killed_run_is_finished_by_the_same_opening(self):
		for ke in (1, 2, 3, 4):
			with self.subTest(ke=ke):
				frappe.db.savepoint("satu")
				TestIsi.make_berjenjang(self)
				doc = self.make(SumberPembukaan.TAHUN_LALU)
				self.kill(doc, ke)
				self.assertEqual(len(self.get_pemilik()), 2 * (ke - 1))
				self.assertEqual((doc.status, doc.jumlah_dibuat), (StatusPembukaan.BERJALAN, 2 * (ke - 1)))
				self.set_diam(doc)
				self.run_pembukaan(doc)
				self.assert_utuh()
				self.assertEqual(doc.status, StatusPembukaan.SELESAI)
				self.assert_jumlah(doc, calon=7, dibuat=7, sudah_ada=0, galat=0)
				frappe.db.rollback(save_point="satu")

	def set_diam(self, doc) -> None:
		"""The time in which a living run would have written something has passed."""
		lalu = add_to_date(now_datetime(), minutes=-6)
		frappe.db.set_value(doc.doctype, doc.name, "modified", lalu, update_modified=False)
		doc.reload()

	def test_a_killed_run_is_finished_by_another_opening(self):
		TestIsi.make_berjenjang(self)
		doc = self.make(SumberPembukaan.TAHUN_LALU)
		self.kill(doc, 3)
		self.set_diam(doc)
		lain = self.open_periode(SumberPembukaan.TAHUN_LALU)
		self.assert_utuh()
		self.assert_jumlah(lain, dibuat=3, sudah_ada=4)

	def test_a_run_that_fails_says_so_and_keeps_what_it_made(self):
		doc = self.make()
		self.run_sampai_gagal(doc, 2)
		doc.reload()
		self.assertEqual((doc.status, doc.jumlah_dibuat), (StatusPembukaan.TERHENTI, 2))
		self.run_pembukaan(doc)
		self.assertEqual(set(self.get_pemilik()), SEMUA)
		self.assert_jumlah(doc, dibuat=7, sudah_ada=0)

	def test_a_living_run_is_told_from_a_dead_one(self):
		doc = self.make()
		take_giliran(doc)
		doc.reload()
		self.assertFalse(is_diam(doc))
		self.set_diam(doc)
		self.assertTrue(is_diam(doc))
		doc.run_method("onload")
		self.assertTrue(doc.get_onload("diam"))


class TestGiliran(UjiPembukaan):
	def test_of_two_at_once_the_second_is_told_to_wait(self):
		pertama, kedua = self.make(), self.make()
		take_giliran(pertama)
		for doc in (pertama, kedua):
			self.assert_ditolak("sedang berjalan sejak", frappe.ValidationError, take_giliran, doc)
		lain = make_periode(self.instansi.name, TAHUN_BARU + 1).name
		take_giliran(self.make_lain(lain))

	def make_lain(self, periode: str):
		return frappe.get_doc(doctype="Pembukaan Periode", periode=periode, sumber="Kosong").insert()

	def test_a_period_that_is_not_open_is_refused(self):
		for status in ("Draf", "Ditutup"):
			doc = self.make()
			frappe.db.set_value("Periode Kinerja", self.periode, "status", status)
			frappe.clear_document_cache("Periode Kinerja", self.periode)
			self.assert_ditolak(f"berstatus {status}", frappe.ValidationError, take_giliran, doc)
			self.assertEqual(doc.reload().status, StatusPembukaan.MENUNGGU)

	def test_without_a_turn_nothing_is_made(self):
		doc = self.make()
		jalankan(doc.name)
		self.assertEqual(self.get_pemilik(), [])

	def test_everybody_is_told_once_that_his_draft_waits(self):
		doc = self.open_periode()
		self.run_pembukaan(frappe.get_doc("Pembukaan Periode", doc.name))
		diberi_tahu = frappe.get_all(
			"Notification Log",
			{"subject": ("like", f"Draf SKP Anda untuk {get_nama_periode(self.periode)}%")},
			pluck="for_user",
		)
		users = [self.instansi.user[nama] for nama in SEMUA]
		self.assertEqual(sorted(diberi_tahu), sorted(users))

	def test_a_period_that_sends_no_reminders_sends_none_of_these(self):
		frappe.db.set_value("Periode Kinerja", self.periode, "pengingat", 0)
		frappe.clear_document_cache("Periode Kinerja", self.periode)
		self.open_periode()
		self.assertFalse(frappe.db.exists("Notification Log", {"subject": ("like", "Draf SKP Anda%")}))

	def test_the_button_enqueues_the_job_once_for_each_opening(self):
		doc = self.make()
		with as_user(self.instansi.user["pengelola"]), patch("frappe.enqueue") as enqueue:
			api.start(doc.name)
		self.assertEqual(frappe.get_attr(enqueue.call_args.args[0]), jalankan)
		self.assertEqual(enqueue.call_args.kwargs["name"], doc.name)
		self.assertEqual(doc.reload().status, StatusPembukaan.BERJALAN)
		antre = patch("kinerja_asn.services.borongan.giliran.is_job_enqueued", return_value=True)
		with antre, as_user(self.instansi.user["pengelola"]):
			self.assert_ditolak("sudah dalam antrean", frappe.ValidationError, api.start, doc.name)


class TestHak(UjiPembukaan):
	def test_only_hr_of_the_agency_opens_its_period(self):
		doc = self.make()
		for nama in ("petugas", "penilai", "pengelola_unit", "auditor", "tetangga"):
			with self.subTest(nama=nama), as_user(self.instansi.user[nama]):
				galat = frappe.DoesNotExistError if nama == "tetangga" else frappe.PermissionError
				self.assertRaises(galat, api.start, doc.name)
		self.assertEqual(doc.reload().status, StatusPembukaan.MENUNGGU)

	def test_hr_of_another_agency_cannot_make_one(self):
		for nama in ("tetangga", "petugas", "pengelola_unit"):
			with self.subTest(nama=nama), as_user(self.instansi.user[nama]):
				doc = frappe.get_doc(
					doctype="Pembukaan Periode",
					periode=self.periode,
					sumber="Kosong",
					instansi="Dinas Tetangga Uji",
				)
				self.assertRaises(frappe.PermissionError, doc.insert)
		self.assertFalse(frappe.db.exists("Pembukaan Periode", {"periode": self.periode}))

	def test_a_unit_of_another_agency_is_refused(self):
		asing = make_unit("Unit Tetangga", "Dinas Tetangga Uji")
		self.assert_ditolak("bukan bagian dari", frappe.ValidationError, self.make, unit_kerja=asing)

	def test_a_client_cannot_write_the_counts(self):
		doc = self.make(status="Selesai", jumlah_dibuat=10_000, galat=[{"pesan": "karangan"}]).reload()
		self.assertEqual((doc.status, doc.jumlah_dibuat, doc.galat), (StatusPembukaan.MENUNGGU, 0, []))
		with as_user(self.instansi.user["pengelola"]):
			doc.update({"status": "Selesai", "jumlah_galat": 5}).save()
		self.assertEqual((doc.reload().status, doc.jumlah_galat), (StatusPembukaan.MENUNGGU, 0))

	def test_a_person_of_another_agency_gets_no_draft(self):
		self.open_periode()
		self.assertNotIn(
			self.instansi.pegawai["tetangga"],
			frappe.get_all("SKP", {"periode": self.periode}, pluck="pegawai"),
		)


class TestPratinjau(UjiPembukaan):
	def preview(self, doc) -> dict:
		with as_user(self.instansi.user["pengelola"]):
			return api.preview(doc.name)

	def test_says_before_what_the_run_records_after(self):
		make_skp(self.instansi)
		make_templat(self.instansi, "Jabatan Kolega")
		make_skp(self.instansi, "auditor", Tahap.DRAF, periode=self.periode)
		self.set_pegawai("kepala", nip="1")
		self.set_pegawai("pengelola", status_kinerja="Cuti di Luar Tanggungan Negara")
		self.set_pegawai("pengelola_unit", nip="")
		doc = self.make(SumberPembukaan.TAHUN_LALU)
		pratinjau = self.preview(doc)
		self.assertEqual(self.get_pemilik(), ["auditor"], "a preview makes nothing")
		self.run_pembukaan(doc)
		jumlah = {
			"calon": 5,
			"dibuat": 3,
			"disalin": 1,
			"templat": 1,
			"kosong": 1,
			"galat": 1,
			"sudah_ada": 1,
		}
		self.assert_jumlah(doc, **jumlah, dikecualikan=1)
		for kolom in (*jumlah, "dikecualikan"):
			self.assertEqual(pratinjau[f"jumlah_{kolom}"], doc.get(f"jumlah_{kolom}"), kolom)
		self.assertEqual(pratinjau["tidak_ikut"], doc.tidak_ikut)
		self.assertEqual(
			doc.tidak_ikut, "1 pegawai: Cuti di Luar Tanggungan Negara\n1 pegawai: NIP belum diisi"
		)
		self.assertEqual([galat["nama"] for galat in pratinjau["galat"]], ["Kepala"])
		self.assertEqual(pratinjau["galat"][0]["pesan"], doc.galat[0].pesan)

	def test_a_last_year_with_nothing_to_copy_is_called_empty(self):
		pratinjau = self.preview(self.make(SumberPembukaan.TAHUN_LALU))
		self.assertEqual((pratinjau["jumlah_dibuat"], pratinjau["jumlah_kosong"]), (7, 7))
		doc = self.open_periode(SumberPembukaan.TAHUN_LALU)
		self.assert_jumlah(doc, dibuat=7, disalin=0, templat=0, kosong=7)

	def test_a_run_that_goes_on_counts_all_it_made(self):
		make_skp(self.instansi)
		doc = self.make(SumberPembukaan.TAHUN_LALU)
		self.run_sampai_gagal(doc, 3)
		self.run_pembukaan(doc.reload())
		self.assert_jumlah(doc, dibuat=7, disalin=1, templat=0, kosong=6)

	def test_is_for_who_may_open(self):
		doc = self.make()
		for nama, galat in (
			("petugas", frappe.PermissionError),
			("auditor", frappe.PermissionError),
			("pengelola_unit", frappe.PermissionError),
			("tetangga", frappe.DoesNotExistError),
		):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				self.assertRaises(galat, api.preview, doc.name)
		self.assertEqual(self.get_pemilik(), [])
