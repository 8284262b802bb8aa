"""A hasil kerja taken over (Pasal 20 ayat (6)-(8)): what comes before, what is asked for no more, and what the evaluation says."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import StatusProgres, Tahap
from kinerja_asn.laporan.progres import build_laporan
from kinerja_asn.portal.banyak import build_tinjauan
from kinerja_asn.portal.dasar.progres import build_indikator
from kinerja_asn.portal.pelaksanaan.realisasi import build_progres_masa, find_tertinggal
from kinerja_asn.portal.pemantauan import Cakupan, build_perjanjian
from kinerja_asn.portal.saya import build_bulan
from kinerja_asn.portal.tim import get_tim
from kinerja_asn.services.pelaksanaan.ambil_alih.ambil_alih import get_ambil_alih, take_over, withdraw
from kinerja_asn.services.pelaksanaan.pemantauan.pohon import get_pohon
from kinerja_asn.services.pelaksanaan.pemantauan.tindakan import find_diminta
from kinerja_asn.services.pelaksanaan.progres import get_masa_skp, get_riwayat
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	as_user,
	change_akun,
	make_bimbingan,
	make_evaluasi,
	make_hasil_kerja,
	make_indikator,
	make_kinerja_unit,
	make_perjanjian,
	make_perubahan,
	make_realisasi,
	make_skp,
	make_umpan_balik,
	move,
)

DIAMBIL = "Diambil alih Pejabat Penilai"
DOCTYPE = "Ambil Alih Hasil Kerja"
CATATAN = "Tidak dapat menyelesaikan penataan arsip sampai tenggatnya."


class UjiAmbilAlih(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 5, 15)
		self.skp = make_skp(
			self.instansi,
			hasil_kerja=[make_hasil_kerja("Arsip tertata"), make_hasil_kerja("Pengaduan tuntas")],
			indikator=[
				make_indikator(indikator="Arsip terpindai", target_min=120, target_maks=120),
				make_indikator(
					hasil_kerja_ke=2, indikator="Pengaduan selesai", target_min=120, target_maks=120
				),
			],
		)
		self.arsip, self.pengaduan = (row.kunci for row in self.skp.hasil_kerja)
		self.iki_arsip, self.iki_pengaduan = (row.kunci for row in self.skp.indikator)

	def prepare(self) -> None:
		make_umpan_balik(self.skp)
		make_bimbingan(self.skp)

	def take_over(self, nama: str = "penilai", hasil: str | None = None, catatan: str = CATATAN):
		with as_user(self.instansi.user[nama]):
			return take_over(self.skp, hasil or self.arsip, catatan)

	def withdraw(self, doc, nama: str = "penilai", catatan: str = "Pegawai sudah kembali mampu."):
		with as_user(self.instansi.user[nama]):
			tersimpan = frappe.get_doc(DOCTYPE, doc.name)
			return withdraw(tersimpan, catatan, str(tersimpan.modified))


class TestSyarat(UjiAmbilAlih):
	def test_feedback_and_follow_up_come_first(self):
		self.assert_ditolak("umpan balik", frappe.ValidationError, self.take_over)
		make_umpan_balik(self.skp)
		self.assert_ditolak("setelah ada tindak lanjut", frappe.ValidationError, self.take_over)
		make_bimbingan(self.skp)
		self.assertEqual(self.take_over().dasar, "Coaching oleh Penilai, selesai 15-05-2025.")

	def test_a_change_of_expectations_is_a_follow_up_too(self):
		make_umpan_balik(self.skp)
		perubahan = make_perubahan(self.skp)
		with as_user(self.skp.pegawai_user):
			perubahan.indikator[0].target_min = perubahan.indikator[0].target_maks = 100
			perubahan.save()
		move(perubahan, self.skp.pegawai_user, Tahap.DIAJUKAN)
		move(perubahan, self.skp.penilai_user, Tahap.DITETAPKAN)
		self.assertIn("Perubahan SKP ke-1 (Penyesuaian ekspektasi)", self.take_over().dasar)

	def test_it_is_noted_once_and_never_all_of_a_plan(self):
		self.prepare()
		self.assert_ditolak("Tulis catatan", frappe.ValidationError, self.take_over, catatan=" ")
		self.take_over()
		make_umpan_balik(self.skp, hasil_kerja=self.pengaduan)
		self.assert_ditolak("tersisa", frappe.ValidationError, self.take_over, hasil=self.pengaduan)
		self.assert_ditolak("sudah diambil alih", frappe.DuplicateEntryError, self.take_over)
		self.assert_ditolak(
			"tidak ada di SKP ini", frappe.ValidationError, self.take_over, hasil="milik-orang"
		)

	def test_a_year_that_is_over_is_evaluated_and_not_taken_over(self):
		self.prepare()
		frappe.flags.current_date = date(2026, 1, 2)
		self.assert_ditolak("masih berlaku", frappe.ValidationError, self.take_over)

	def test_by_the_penilai_alone_and_withdrawn_with_a_further_note(self):
		self.prepare()
		for nama in ("petugas", "kolega", "kepala", "pengelola", "auditor"):
			with self.subTest(siapa=nama):
				self.assertRaises(frappe.PermissionError, self.take_over, nama)
		doc = self.take_over()
		for nama in ("petugas", "kepala", "pengelola"):
			with self.subTest(siapa=nama):
				self.assertRaises(frappe.PermissionError, self.withdraw, doc, nama)
		self.assert_ditolak(
			"mengapa ambil alih ini dicabut", frappe.ValidationError, self.withdraw, doc, catatan=" "
		)
		self.assertTrue(self.withdraw(doc))
		self.assertFalse(self.withdraw(doc), "a double click")
		self.assertEqual(get_ambil_alih(self.skp.name), {})
		self.assertEqual(self.take_over().status, "Berlaku")

	def test_what_is_on_record_is_not_changed_nor_dated_back(self):
		self.prepare()
		with as_user(self.skp.penilai_user):
			doc = frappe.get_doc(
				doctype=DOCTYPE,
				skp=self.skp.name,
				hasil_kerja=self.arsip,
				catatan=CATATAN,
				tanggal="2025-01-01",
			).insert()
			self.assertEqual(doc.tanggal, date(2025, 5, 15))
			for isi in ({"catatan": "Lain"}, {"tanggal": "2025-01-01"}, {}):
				tersimpan = frappe.get_doc(DOCTYPE, doc.name).update(isi)
				self.assert_ditolak("hanya dapat dicabut", frappe.PermissionError, tersimpan.save)

	def test_who_reads_it_and_who_is_told(self):
		self.prepare()
		doc = self.take_over()
		for nama, boleh in (
			("petugas", 1),
			("kepala", 1),
			("pengelola", 1),
			("auditor", 1),
			("kolega", 0),
			("tetangga", 0),
		):
			with self.subTest(siapa=nama), as_user(self.instansi.user[nama]):
				self.assertEqual(bool(boleh), doc.name in frappe.get_list(DOCTYPE, pluck="name"))
		saring = {"document_type": DOCTYPE, "for_user": self.skp.pegawai_user}
		(kabar,) = frappe.get_all("Notification Log", saring, pluck="subject")
		self.assertEqual(kabar, "Penilai mengambil alih sebuah hasil kerja Anda")

	def test_it_follows_the_account_of_its_people(self):
		self.prepare()
		doc = self.take_over()
		baru = change_akun(self.instansi, "penilai")
		self.assertEqual((doc.reload().penilai_user, doc.oleh), (baru, baru))


class TestRealisasi(UjiAmbilAlih):
	def setUp(self):
		super().setUp()
		self.prepare()
		self.doc = self.take_over()
		frappe.flags.current_date = date(2025, 8, 1)

	def report(self, masa_ke: int, nilai: dict):
		return make_realisasi(self.skp, masa_ke, nilai)

	def test_from_the_next_period_on_it_is_asked_for_no_more(self):
		mei = self.report(5, {self.iki_arsip: 3, self.iki_pengaduan: 10})
		self.assertEqual([row.indikator for row in mei.baris], [self.iki_arsip, self.iki_pengaduan])
		juni = self.report(6, {self.iki_pengaduan: 10})
		self.assertEqual([row.indikator for row in juni.baris], [self.iki_pengaduan])
		self.assertTrue(juni.lengkap_pada)

	def test_in_its_own_period_nobody_waits_for_it(self):
		self.assertTrue(self.report(5, {self.iki_pengaduan: 10}).lengkap_pada)

	def test_figures_for_it_are_refused_afterwards(self):
		self.assert_ditolak(
			"bukan indikator SKP ini", frappe.ValidationError, self.report, 6, {self.iki_arsip: 3}
		)

	def test_withdrawn_it_is_asked_for_again(self):
		self.withdraw(self.doc)
		juni = self.report(6, {self.iki_pengaduan: 10})
		self.assertEqual(len(juni.baris), 2)
		self.assertFalse(juni.lengkap_pada)

	def test_nowhere_is_it_counted_as_behind(self):
		for masa_ke in range(1, 8):
			self.report(masa_ke, {self.iki_pengaduan: 10})
		riwayat = get_riwayat(self.skp)
		bulan = {row.ke: row for row in build_bulan(self.skp, riwayat)}
		self.assertIsNone(bulan[6].tertinggal)
		with as_user(self.skp.penilai_user):
			(tim,) = get_tim(self.instansi.periode)
		self.assertEqual(tim.progres.terpenting, StatusProgres.SESUAI_JADWAL)
		for tampilan in ("Per Pegawai", "Per Unit"):
			with as_user(self.instansi.user["pengelola"]):
				_kolom, rows, *_lain = build_laporan({"periode": self.instansi.periode, "tampilan": tampilan})
			milik = [row for row in rows if row.get("skp") in (None, self.skp.name)]
			self.assertEqual(
				sum(row.get("indikator", 1) if tampilan == "Per Unit" else 1 for row in milik), 1, tampilan
			)

	def test_wherever_it_stands_it_is_called_so_and_not_behind(self):
		perjanjian = make_perjanjian(self.instansi)
		self.skp.indikator[0].db_set("pk_indikator", perjanjian.indikator[0].kunci)
		mei = self.report(5, {self.iki_arsip: 1, self.iki_pengaduan: 1000})
		juni = make_realisasi(self.skp, 6, {self.iki_pengaduan: 10}, Tahap.DIAJUKAN)
		with as_user(self.instansi.user["pengelola"]):
			pohon = get_pohon(self.instansi.periode)
			(pembawa,) = build_perjanjian(Cakupan(self.instansi.periode, None)).popitem()[1][0].pembawa
		simpul = {
			hasil.baris.kunci: hasil for hasil in (*pohon.lepas, *pohon.perjanjian[perjanjian.name][0].anak)
		}
		self.assertEqual((simpul[self.arsip].diambil_alih, simpul[self.arsip].progres), (True, []))
		self.assertEqual(
			(simpul[self.pengaduan].diambil_alih, len(simpul[self.pengaduan].progres)), (False, 1)
		)
		self.assertEqual((pembawa["kalimat"], pembawa["kelas"]), (DIAMBIL, "netral"))
		self.assertEqual(find_diminta(self.skp), [])
		masa = get_masa_skp(self.skp)[4]
		self.assertEqual(find_tertinggal(self.skp, mei, masa), [])
		keadaan = {
			row.indikator: row.kalimat
			for row in build_progres_masa(self.skp, mei, masa, get_ambil_alih(self.skp.name))
		}
		self.assertEqual(keadaan["Arsip terpindai"], DIAMBIL)
		with as_user(self.skp.penilai_user):
			(row,) = build_tinjauan("realisasi", {juni.name: str(juni.modified)})
		self.assertEqual(row.progres.terpenting, StatusProgres.MELAMPAUI)
		(arsip, _lain) = build_indikator(self.skp, get_riwayat(self.skp))
		self.assertIsNone(arsip.perkiraan)
		self.assertEqual(
			[baris.kalimat == DIAMBIL for baris in arsip.baris], [False] * 4 + [True] * 8, "from its day on"
		)

	def test_before_its_day_and_once_withdrawn_it_is_as_any_other(self):
		self.report(4, {self.iki_arsip: 1, self.iki_pengaduan: 40})
		april, laporan = get_masa_skp(self.skp)[3], frappe.get_last_doc("Realisasi Kinerja")
		self.assertIn(
			"Tertinggal",
			build_progres_masa(self.skp, laporan, april, get_ambil_alih(self.skp.name))[0].kalimat,
		)
		self.withdraw(self.doc)
		with as_user(self.instansi.user["pengelola"]):
			hasil = {row.baris.kunci: row for row in get_pohon(self.instansi.periode).lepas}
		self.assertFalse(hasil[self.arsip].diambil_alih)
		self.assertEqual([row.kunci for row in find_diminta(self.skp)], [self.iki_arsip, self.iki_pengaduan])

	def test_it_is_no_part_of_what_the_leader_achieves_through_his_people(self):
		pimpinan = make_skp(self.instansi, "penilai")
		for baris in self.skp.hasil_kerja:
			baris.db_set(
				{"rhk_pimpinan": pimpinan.hasil_kerja[0].kunci, "penyelarasan": "Langsung: beban target"}
			)
		self.report(5, {self.iki_pengaduan: 60})
		with as_user(self.instansi.user["pengelola"]):
			(induk,) = get_pohon(self.instansi.periode).lepas
		self.assertEqual((len(induk.anak), induk.turunan), (2, 50))


class TestEvaluasi(UjiAmbilAlih):
	def make_evaluasi(self):
		make_kinerja_unit(self.instansi)
		frappe.flags.current_date = date(2026, 1, 5)
		return make_evaluasi(self.instansi, self.skp)

	def report_pengaduan(self, *masa: int) -> None:
		frappe.flags.current_date = date(2025, 12, 31)
		for masa_ke in masa:
			make_realisasi(self.skp, masa_ke, {self.iki_pengaduan: 10})

	def test_the_note_is_shown_and_the_penilai_weighs_it(self):
		frappe.flags.current_date = date(2025, 5, 15)
		make_realisasi(self.skp, 1, {self.iki_arsip: 3, self.iki_pengaduan: 10})
		self.prepare()
		self.take_over()
		self.report_pengaduan(*range(2, 13))
		doc = self.make_evaluasi()
		arsip, pengaduan = doc.hasil
		self.assertEqual(arsip.ambil_alih, f"Diambil alih Penilai pada 15 Mei 2025: {CATATAN}")
		self.assertEqual((arsip.rating_usulan, arsip.tidak_dilaporkan), (None, 0))
		self.assertFalse(pengaduan.ambil_alih)
		with as_user(self.skp.penilai_user):
			doc.update(
				{"rating_hasil_kerja": doc.usulan_rating_hasil, "rating_perilaku": "Sesuai Ekspektasi"}
			)
			doc.save()
		self.assert_ditolak(
			"diambil alih. Beri rating",
			frappe.ValidationError,
			move,
			doc,
			self.skp.penilai_user,
			Tahap.DITETAPKAN,
		)

	def test_what_was_due_before_and_never_reported_stays_missing(self):
		self.prepare()
		self.take_over()
		self.report_pengaduan(*range(1, 13))
		self.assertEqual([row.tidak_dilaporkan for row in self.make_evaluasi().hasil], [1, 0])

	def test_what_became_due_only_afterwards_is_not_missing(self):
		frappe.flags.current_date = date(2025, 1, 20)
		self.prepare()
		self.take_over()
		self.report_pengaduan(*range(1, 13))
		self.assertEqual([row.tidak_dilaporkan for row in self.make_evaluasi().hasil], [0, 0])

	def test_an_open_evaluation_hears_of_it_and_of_its_withdrawal(self):
		self.prepare()
		self.report_pengaduan(*range(1, 13))
		evaluasi = self.make_evaluasi()
		frappe.flags.current_date = date(2025, 12, 30)
		doc = self.take_over()
		self.assertIn(CATATAN, evaluasi.reload().hasil[0].ambil_alih)
		self.withdraw(doc)
		self.assertFalse(evaluasi.reload().hasil[0].ambil_alih)
