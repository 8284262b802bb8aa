"""Feedback that counts for more than it is, and rows of a set plan that are counted anew: attacks of a real v15 site."""

import frappe
from frappe.utils import getdate

from kinerja_asn.constants.istilah import Sifat, StatusPenugasan, Tahap
from kinerja_asn.services.pelaksanaan.umpan_balik.rekaman import collect_umpan_balik
from kinerja_asn.services.perencanaan.penugasan.penugasan import withdraw
from kinerja_asn.tests.factories import (
	as_user,
	make_hasil_kerja,
	make_indikator,
	make_realisasi,
	make_skp,
	move,
)
from kinerja_asn.tests.test_serangan_perencanaan import UjiPerencanaan

DITOLAK = frappe.PermissionError
AWAL, AKHIR = getdate("2025-01-01"), getdate("2025-12-31")
DUA_HASIL = {
	"hasil_kerja": [make_hasil_kerja(), make_hasil_kerja("Tertatanya arsip pendaftaran")],
	"indikator": [make_indikator(), make_indikator(hasil_kerja_ke=2)],
}


class UjiUmpanBalik(UjiPerencanaan):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = "2025-06-10"

	def give(self, nama: str, skp, **isian):
		with as_user(self.user[nama]):
			nilai = {"tanggal": "2025-06-10", "sifat": "Positif", "isi": "Rapi", **isian}
			return frappe.get_doc(doctype="Umpan Balik Kinerja", skp=skp.name, **nilai).insert()

	def volunteer(self, pemberi: str, **isian):
		"""petugas says of himself whose assignment he wants to join."""
		return self.make_penugasan(
			"petugas", bentuk="Pengajuan sukarela", pemberi=self.pegawai[pemberi], **isian
		)


class TestPemberi(UjiUmpanBalik):
	def set_pelaksana(self) -> None:
		frappe.db.set_value("Employee", self.pegawai["kolega"], "jenis_jabatan", "Pelaksana")

	def test_a_peer_who_may_not_assign_is_not_named_in_a_voluntary_application(self):
		self.set_pelaksana()
		make_skp(self.instansi, tahap=Tahap.DRAF)
		self.assert_ditolak("tidak dapat memberi penugasan", frappe.ValidationError, self.volunteer, "kolega")

	def test_nor_is_one_approved_that_was_made_before(self):
		make_skp(self.instansi, tahap=Tahap.DRAF)
		tugas = self.volunteer("kolega")
		self.set_pelaksana()
		self.assert_ditolak(
			"tidak dapat memberi penugasan",
			frappe.ValidationError,
			self.decide,
			tugas,
			StatusPenugasan.DISETUJUI,
		)
		ditolak = self.decide(tugas.reload(), StatusPenugasan.DITOLAK, "Bukan pimpinan")
		self.assertEqual(ditolak.status, StatusPenugasan.DITOLAK)

	def test_nor_does_he_speak_about_one_that_was_approved_before(self):
		skp = self.approve()
		self.set_pelaksana()
		tugas = frappe.get_last_doc("Penugasan Kinerja")
		self.assert_ditolak(
			"tidak dapat memberi penugasan", DITOLAK, self.give, "kolega", skp, penugasan=tugas.name
		)

	def approve(self, **isian):
		"""The plan in force with the row of an approved assignment of kolega."""
		skp = make_skp(self.instansi, tahap=Tahap.DRAF)
		self.decide(self.make_penugasan(**isian), StatusPenugasan.DISETUJUI)
		for user, tindakan in ((skp.pegawai_user, Tahap.DIAJUKAN), (skp.penilai_user, Tahap.DITETAPKAN)):
			move(skp.reload(), user, tindakan)
		return skp.reload()

	def test_nobody_speaks_about_days_before_or_after_his_assignment(self):
		skp = self.approve(dari="2025-03-01", sampai="2025-05-31")
		tugas = frappe.get_last_doc("Penugasan Kinerja").name
		for tanggal in ("2025-02-28", "2025-06-01"):
			with self.subTest(tanggal=tanggal):
				self.assert_ditolak(
					"di dalam masa penugasan",
					frappe.ValidationError,
					self.give,
					"kolega",
					skp,
					penugasan=tugas,
					tanggal=tanggal,
				)
		self.assertTrue(self.give("kolega", skp, penugasan=tugas, tanggal="2025-05-31").name)

	def test_one_without_days_begins_when_it_was_made(self):
		skp = self.approve()
		tugas = frappe.get_last_doc("Penugasan Kinerja")
		tugas.db_set("creation", "2025-06-01 08:00:00", update_modified=False)
		self.assert_ditolak(
			"di dalam masa penugasan",
			frappe.ValidationError,
			self.give,
			"kolega",
			skp,
			penugasan=tugas.name,
			tanggal="2025-05-31",
		)

	def test_nor_does_the_penilai_about_days_before_the_plan(self):
		skp = make_skp(self.instansi)
		self.assert_ditolak(
			"sebelum SKP berlaku", frappe.ValidationError, self.give, "penilai", skp, tanggal="2024-12-31"
		)


class TestSuara(UjiUmpanBalik):
	def get_suara(self, skp) -> list[Sifat]:
		return collect_umpan_balik(skp.name, AWAL, AKHIR).sifat[skp.hasil_kerja[0].kunci]

	def test_a_giver_has_one_voice_for_a_result_however_often_he_speaks(self):
		skp = make_skp(self.instansi)
		hasil = {"sasaran": "Hasil Kerja", "hasil_kerja": skp.hasil_kerja[0].kunci}
		self.give("kepala", skp, sifat="Perlu Perbaikan", **hasil)
		for hari in range(1, 6):
			self.give("penilai", skp, tanggal=f"2025-06-0{hari}", isi=f"Rapi ke-{hari}", **hasil)
		self.assertCountEqual(self.get_suara(skp), [Sifat.POSITIF, Sifat.PERLU_PERBAIKAN])
		teks = collect_umpan_balik(skp.name, AWAL, AKHIR).hasil_kerja[skp.hasil_kerja[0].kunci]
		self.assertEqual(len(teks), 6)

	def test_it_is_what_he_said_last(self):
		skp = make_skp(self.instansi)
		hasil = {"sasaran": "Hasil Kerja", "hasil_kerja": skp.hasil_kerja[0].kunci}
		self.give("penilai", skp, tanggal="2025-06-09", sifat="Perlu Perbaikan", **hasil)
		self.give("penilai", skp, tanggal="2025-06-01", isi="Baik", **hasil)
		self.assertEqual(self.get_suara(skp), [Sifat.PERLU_PERBAIKAN])


class TestGanda(UjiUmpanBalik):
	def test_the_same_words_are_refused_by_the_database(self):
		"""Also of two requests at once, neither of which has seen the other's."""
		skp = make_skp(self.instansi)
		for isi in ({}, {"isi": " rapi\n"}, {"hasil_kerja": "sesuatu"}):
			if not isi:
				self.give("penilai", skp)
				continue
			with self.subTest(isi=isi):
				self.assert_ditolak(
					"sudah Anda berikan", frappe.DuplicateEntryError, self.give, "penilai", skp, **isi
				)
		self.give("penilai", skp, tanggal="2025-06-09")
		self.give("kepala", skp)
		self.assertEqual(frappe.db.count("Umpan Balik Kinerja", {"skp": skp.name}), 3)

	def test_the_same_assignment_waits_once_by_the_database(self):
		make_skp(self.instansi, tahap=Tahap.DRAF)
		tugas = self.make_penugasan()
		kembar = frappe.get_doc(tugas.doctype, tugas.name).get_valid_dict()
		kembar.update({"name": "kembar"})
		with self.assertRaises((frappe.DuplicateEntryError, frappe.UniqueValidationError)):
			frappe.get_doc({"doctype": tugas.doctype, **kembar}).db_insert()
		self.decide(tugas, StatusPenugasan.DITOLAK, "Penuh")
		self.assertTrue(self.make_penugasan().name)

	def test_nor_is_it_kept_for_one_that_was_withdrawn(self):
		make_skp(self.instansi, tahap=Tahap.DRAF)
		tugas = self.make_penugasan()
		with as_user(self.user["kolega"]):
			withdraw(tugas)
		self.assertTrue(self.make_penugasan().name)


class TestUrutan(UjiUmpanBalik):
	"""Order and numbers of the rows of a set plan are part of it."""

	def test_rows_of_a_set_plan_are_not_counted_anew(self):
		skp = make_skp(self.instansi, **DUA_HASIL)
		for tabel, oleh in (("hasil_kerja", "petugas"), ("perilaku", "penilai"), ("indikator", "penilai")):
			with self.subTest(tabel=tabel), as_user(self.user[oleh]):
				skp.reload()
				pertama, kedua = skp.get(tabel)[:2]
				pertama.idx, kedua.idx = kedua.idx, pertama.idx
				self.assert_ditolak("tidak dapat diubah pada tahap", DITOLAK, skp.save)
		kunci = frappe.get_all("SKP Hasil Kerja", {"parent": skp.name}, pluck="kunci", order_by="idx")
		self.assertEqual(kunci, [row.kunci for row in skp.reload().hasil_kerja])

	def test_nor_those_of_a_verified_report(self):
		skp = make_skp(self.instansi, **DUA_HASIL)
		realisasi = make_realisasi(skp, 1, 100)
		with as_user(realisasi.pegawai_user):
			realisasi.baris[0].idx, realisasi.baris[1].idx = 2, 1
			self.assertRaises(frappe.PermissionError, realisasi.save)
		self.assertEqual([row.idx for row in realisasi.reload().baris], [1, 2])

	def test_feedback_names_its_row_by_its_key(self):
		skp = make_skp(self.instansi, **DUA_HASIL)
		kedua = skp.hasil_kerja[1]
		doc = self.give("penilai", skp, sasaran="Hasil Kerja", hasil_kerja=kedua.kunci)
		self.assertEqual((doc.hasil_kerja, doc.sasaran_uraian), (kedua.kunci, kedua.rencana_hasil_kerja))
		for asing in ("2", None, make_skp(self.instansi, "kolega").hasil_kerja[0].kunci):
			with self.subTest(asing=asing):
				self.assert_ditolak(
					"Pilih dari daftarnya",
					frappe.ValidationError,
					self.give,
					"penilai",
					skp,
					sasaran="Hasil Kerja",
					hasil_kerja=asing,
				)

	def test_evidence_belongs_to_the_row_that_was_seen(self):
		"""Meanwhile the plan has another order: what was the second row on his page is the first now."""
		skp = make_skp(self.instansi, **DUA_HASIL)
		realisasi = make_realisasi(skp, 1, 100, Tahap.DRAF)
		kunci = realisasi.baris[1].indikator
		for ke, row in enumerate(reversed(skp.indikator), 1):
			frappe.db.set_value("SKP Indikator", row.name, "idx", ke)
		with as_user(realisasi.pegawai_user):
			bukti = {"uraian": "Foto", "tautan": "https://arsip.example/foto"}
			realisasi.append("bukti", {**bukti, "untuk": 2})
			realisasi.append("bukti", {**bukti, "uraian": "Peta", "indikator": kunci})
			realisasi.save()
		self.assertEqual([row.indikator for row in realisasi.reload().bukti[-2:]], [kunci, kunci])
		self.assertEqual([row.untuk for row in realisasi.bukti[-2:]], [1, 1])
