"""Changes of a set SKP: who may start and set them, what they must respect, how they take force (Pasal 14 (2), 20)."""

from datetime import date
from unittest.mock import patch

import frappe
from frappe.utils import formatdate

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.kinerja_asn.doctype.skp.skp import SKP
from kinerja_asn.services.bersama.langkah import find_langkah
from kinerja_asn.services.bersama.penolakan import all_or_nothing
from kinerja_asn.tahap.alur import get_status
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	as_user,
	make_evaluasi,
	make_hasil_kerja,
	make_indikator,
	make_kinerja_unit,
	make_perubahan,
	make_realisasi,
	make_skp,
	move,
)

BARIS = {
	"hasil_kerja": [make_hasil_kerja(), make_hasil_kerja("Tertanganinya pengaduan", "Tambahan")],
	"indikator": [
		make_indikator(),
		make_indikator(hasil_kerja_ke=2, indikator="Jumlah pengaduan", target_min=10, target_maks=10),
	],
	"lampiran": [{"kategori": "Dukungan Sumber Daya", "jenis": "Anggaran", "uraian": "Dana loket"}],
}


class UjiPerubahan(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 1, 10)
		self.skp = make_skp(self.instansi, **BARIS)
		self.pegawai, self.penilai = self.skp.pegawai_user, self.skp.penilai_user
		frappe.flags.current_date = date(2025, 7, 15)

	def make(self, **fields):
		return make_perubahan(self.skp, **fields)

	def halve(self, doc, user: str | None = None) -> None:
		with as_user(user or self.pegawai):
			doc.indikator[0].update({"target_min": 500, "target_maks": 500})
			doc.save()

	def set_perubahan(self, doc) -> None:
		if doc.tahap != Tahap.DIAJUKAN:
			move(doc, self.pegawai, Tahap.DIAJUKAN)
		move(doc, self.penilai, Tahap.DITETAPKAN)


class TestMenyusun(UjiPerubahan):
	def test_a_change_starts_as_the_plan_in_force_with_its_keys(self):
		doc = self.make()
		self.assertEqual(doc.name, f"P{self.skp.name}-01")
		self.assertEqual((doc.nomor, doc.versi_dasar, doc.tahap), (1, 1, Tahap.DRAF))
		for tabel in ("hasil_kerja", "indikator"):
			self.assertEqual([r.kunci for r in doc.get(tabel)], [r.kunci for r in self.skp.get(tabel)])
		self.assertEqual(doc.indikator[1].hasil_kerja, self.skp.hasil_kerja[1].kunci)
		self.assertEqual(doc.lampiran[0].uraian, "Dana loket")
		self.assertEqual((doc.penetap_user, doc.periode), (self.penilai, self.skp.periode))

	def test_the_penilai_may_start_one_too_but_the_employee_submits_it(self):
		doc = self.make(user=self.penilai)
		self.halve(doc, self.penilai)
		with as_user(self.penilai):
			self.assertIsNone(find_langkah(doc, Tahap.DIAJUKAN))
		self.set_perubahan(doc)
		self.assertEqual(self.skp.reload().indikator[0].target_min, 500)

	def test_only_one_change_is_open_at_a_time(self):
		doc = self.make()
		self.assert_ditolak("belum selesai", frappe.DuplicateEntryError, self.make)
		self.halve(doc)
		self.set_perubahan(doc)
		self.assertEqual(self.make().nomor, 2)

	def test_the_number_is_unique_in_the_database(self):
		doc = self.make()
		kembar = frappe.copy_doc(doc)
		kembar.update({"name": "PSKP-KEMBAR", "skp": doc.skp, "nomor": 1, "hasil_kerja": [], "indikator": []})
		self.assert_ditolak("sudah ada", frappe.DuplicateEntryError, kembar.db_insert)

	def test_an_skp_that_is_not_set_is_corrected_itself(self):
		draf = make_skp(self.instansi, "kolega", tahap=Tahap.DRAF)
		self.assert_ditolak("pada tahap Draf", frappe.ValidationError, make_perubahan, draf)

	def test_a_closed_period_takes_no_changes(self):
		frappe.get_doc("Periode Kinerja", self.instansi.periode).db_set("status", "Ditutup")
		frappe.clear_document_cache("Periode Kinerja", self.instansi.periode)
		self.assert_ditolak("berstatus Ditutup", frappe.ValidationError, self.make)

	def test_a_new_change_brings_no_rows_of_its_own(self):
		self.assert_ditolak(
			"disalin dari SKP", frappe.ValidationError, self.make, indikator=[make_indikator()]
		)

	def test_a_row_that_was_taken_out_may_come_back_with_its_key(self):
		doc = self.make()
		asli = doc.indikator[1].as_dict()
		with as_user(self.pegawai):
			doc.set("indikator", doc.indikator[:1])
			doc.save()
			doc.append("indikator", {**make_indikator(hasil_kerja_ke=2), "kunci": asli.kunci})
			doc.append("indikator", make_indikator(indikator="Indikator baru"))
			doc.save()
		self.assertEqual(doc.indikator[1].kunci, asli.kunci)
		self.assertNotIn(doc.indikator[2].kunci, {row.kunci for row in self.skp.indikator})

	def test_a_key_of_another_row_is_refused(self):
		lain = make_skp(self.instansi, "kolega")
		doc = self.make()
		for kunci in (lain.indikator[0].kunci, doc.indikator[0].kunci, "karangan"):
			with self.subTest(kunci=kunci), as_user(self.pegawai):
				salinan = frappe.get_doc(doc.doctype, doc.name)
				salinan.append("indikator", {**make_indikator(), "kunci": kunci})
				self.assert_ditolak("kunci baris lain", frappe.PermissionError, salinan.save)

	def test_a_stored_row_keeps_its_key_whatever_is_sent(self):
		doc = self.make()
		with as_user(self.pegawai):
			kunci = doc.indikator[0].kunci
			doc.indikator[0].kunci = "karangan"
			doc.save()
		self.assertEqual(doc.reload().indikator[0].kunci, kunci)


class TestMengajukan(UjiPerubahan):
	def submit(self, doc):
		return move(doc, self.pegawai, Tahap.DIAJUKAN)

	def assert_tidak_diajukan(self, pesan: str, doc) -> None:
		self.assert_ditolak(pesan, frappe.ValidationError, self.submit, doc)
		self.assertEqual(doc.reload().tahap, Tahap.DRAF)

	def test_a_change_without_a_difference_is_refused(self):
		self.assert_tidak_diajukan("Belum ada yang berbeda", self.make())

	def test_an_incomplete_plan_is_refused(self):
		doc = self.make()
		with as_user(self.pegawai):
			doc.set("indikator", doc.indikator[1:])
			doc.save()
		self.assert_tidak_diajukan("belum mempunyai indikator", doc)

	def test_a_row_with_verified_realisasi_stays(self):
		make_realisasi(self.skp, 1, {self.skp.indikator[1].kunci: 1})
		doc = self.make()
		with as_user(self.pegawai):
			doc.set("hasil_kerja", doc.hasil_kerja[:1])
			doc.set("indikator", doc.indikator[:1])
			doc.save()
		self.assert_tidak_diajukan("sudah mempunyai realisasi terverifikasi", doc)

	def test_what_was_verified_meanwhile_counts_when_it_is_set(self):
		rk = make_realisasi(self.skp, 1, {self.skp.indikator[1].kunci: 1}, tahap=Tahap.DIAJUKAN)
		doc = self.make()
		with as_user(self.pegawai):
			doc.indikator[1].satuan = "aduan"
			doc.save()
		self.submit(doc)
		move(rk, self.penilai, Tahap.DITETAPKAN)
		self.assert_ditolak("tidak dapat diubah pada satuan", frappe.ValidationError, self.set_perubahan, doc)

	def test_dates_outside_the_version_are_refused(self):
		for tanggal in ("2024-12-31", "2026-01-01"):
			with self.subTest(tanggal=tanggal):
				self.assert_ditolak(
					"masa versi SKP yang diubah", frappe.ValidationError, self.make, berlaku_mulai=tanggal
				)

	def test_a_date_that_is_changed_later_is_looked_at_when_it_is_submitted(self):
		doc = self.make(berlaku_mulai="2025-07-01")
		doc.berlaku_mulai = "2026-01-01"
		self.halve(doc)
		self.assert_tidak_diajukan("masa versi SKP yang diubah", doc)

	def test_a_date_before_the_last_version_is_refused(self):
		pertama = self.make(berlaku_mulai="2025-07-01")
		self.halve(pertama)
		self.set_perubahan(pertama)
		self.assert_ditolak(
			f"antara {formatdate('2025-07-01')}",
			frappe.ValidationError,
			self.make,
			berlaku_mulai="2025-06-30",
		)

	def test_what_has_been_evaluated_stays_evaluated(self):
		make_kinerja_unit(self.instansi, jenis="Periodik", masa_ke=2)
		evaluasi = make_evaluasi(self.instansi, self.skp, jenis="Periodik", masa_ke=2)
		with as_user(self.penilai):
			evaluasi.update(
				{"rating_hasil_kerja": "Sesuai Ekspektasi", "rating_perilaku": "Sesuai Ekspektasi"}
			)
			evaluasi.alasan_rating_hasil = "Laporan menyusul."
			evaluasi.save()
		move(evaluasi, self.penilai, Tahap.DITETAPKAN)
		self.assert_ditolak("sudah dievaluasi", frappe.ValidationError, self.make, berlaku_mulai="2025-06-30")


class TestMenetapkan(UjiPerubahan):
	def test_the_set_change_becomes_the_skp_and_the_former_content_is_kept(self):
		nama_baris = [row.name for row in self.skp.indikator]
		kunci = [row.kunci for row in self.skp.indikator]
		doc = self.make()
		with as_user(self.pegawai):
			doc.indikator[0].update({"target_min": 500, "target_maks": 500})
			doc.append("indikator", make_indikator(indikator="Waktu layanan", aspek="Waktu", arah="Turun"))
			doc.save()
		self.set_perubahan(doc)
		skp = frappe.get_doc("SKP", self.skp.name)
		self.assertEqual((skp.tahap, skp.versi, str(skp.berlaku_mulai)), (Tahap.DITETAPKAN, 2, "2025-07-15"))
		self.assertEqual([row.target_min for row in skp.indikator], [500, 10, 1000])
		self.assertEqual([row.kunci for row in skp.indikator[:2]], kunci)
		self.assertEqual([row.name for row in skp.indikator[:2]], nama_baris)
		self.assertEqual(skp.indikator[2].kunci, doc.indikator[2].kunci)
		self.assertEqual(skp.ditetapkan_pada, doc.ditetapkan_pada)
		versi = frappe.get_doc("Versi SKP", {"skp": skp.name})
		self.assertEqual(
			(versi.nomor, str(versi.berlaku_mulai), str(versi.berlaku_sampai)),
			(1, "2025-01-01", "2025-07-14"),
		)
		self.assertEqual((versi.perubahan, versi.alasan), (doc.name, "Penyesuaian ekspektasi"))
		self.assertEqual(versi.pegawai_user, self.pegawai)

	def test_realised_support_stays_realised(self):
		doc = self.make()
		with as_user(self.pegawai):
			skp = frappe.get_doc("SKP", self.skp.name)
			skp.lampiran[0].terealisasi = 1
			skp.save()
			doc.append("lampiran", {**BARIS["lampiran"][0], "uraian": "Pendampingan", "terealisasi": 1})
			doc.save()
		self.set_perubahan(doc)
		self.assertEqual([r.terealisasi for r in self.skp.reload().lampiran], [1, 0])

	def test_the_penilai_decides_what_is_utama(self):
		doc = self.make()
		self.halve(doc)
		move(doc, self.pegawai, Tahap.DIAJUKAN)
		with as_user(self.penilai):
			doc.hasil_kerja[1].jenis = "Utama"
			doc.save()
		self.set_perubahan(doc)
		self.assertEqual(self.skp.reload().hasil_kerja[1].jenis, "Utama")

	def test_an_skp_that_changed_in_between_is_not_overwritten(self):
		doc = self.make()
		self.halve(doc)
		move(doc, self.pegawai, Tahap.DIAJUKAN)
		frappe.db.set_value("SKP", self.skp.name, "versi", 2)
		self.assert_ditolak("sudah berubah menjadi versi 2", frappe.ValidationError, self.set_perubahan, doc)
		self.assertEqual(doc.reload().tahap, Tahap.DIAJUKAN)

	def test_a_closed_skp_no_longer_changes(self):
		doc = self.make()
		self.halve(doc)
		move(doc, self.pegawai, Tahap.DIAJUKAN)
		frappe.db.set_value("SKP", self.skp.name, "tahap", Tahap.DITUTUP)
		self.assert_ditolak("belum ditutup", frappe.ValidationError, self.set_perubahan, doc)
		self.assertFalse(frappe.db.exists("Versi SKP", {"skp": self.skp.name}))

	def test_when_taking_force_fails_nothing_has_happened(self):
		"""The step, the version kept and the new rows go together."""
		doc = self.make()
		self.halve(doc)
		move(doc, self.pegawai, Tahap.DIAJUKAN)
		macet = patch.object(SKP, "validate_pengajuan", side_effect=frappe.ValidationError)
		with macet, self.assertRaises(frappe.ValidationError), all_or_nothing():
			self.set_perubahan(doc)
		self.assertEqual(doc.reload().tahap, Tahap.DIAJUKAN)
		self.assertFalse(frappe.db.exists("Versi SKP", {"skp": self.skp.name}))
		self.assertEqual((self.skp.reload().versi, self.skp.indikator[0].target_min), (1, 1000))

	def test_after_it_passed_to_the_atasan_he_sets_it(self):
		"""He has no part in the SKP itself, which follows his decision on the change (p. 65 no. 5)."""
		doc = self.make()
		self.halve(doc)
		move(doc, self.pegawai, Tahap.DIAJUKAN)
		atasan = self.instansi.user["kepala"]
		doc.db_set({"dialihkan_pada": "2025-08-01 07:00:00", "penetap_user": atasan})
		move(doc.reload(), atasan, Tahap.DITETAPKAN)
		self.assertEqual(self.skp.reload().versi, 2)
		self.assertEqual(self.skp.ditetapkan_oleh, atasan)

	def test_a_cancelled_change_leaves_the_skp_alone(self):
		doc = self.make()
		self.halve(doc)
		move(doc, self.pegawai, Tahap.DITUTUP)
		self.assertEqual((self.skp.reload().versi, self.skp.indikator[0].target_min), (1, 1000))
		self.make()


class TestSerangan(UjiPerubahan):
	def test_strangers_do_not_start_a_change(self):
		for nama in ("kolega", "kepala", "pengelola", "tetangga", "auditor"):
			with self.subTest(nama=nama), self.assertRaises(frappe.PermissionError):
				self.make(user=self.instansi.user[nama])
		self.assertEqual(frappe.db.count("Perubahan SKP", {"skp": self.skp.name}), 0)

	def test_the_employee_does_not_set_his_own_change(self):
		doc = self.make()
		self.halve(doc)
		move(doc, self.pegawai, Tahap.DIAJUKAN)
		with as_user(self.pegawai):
			doc.workflow_state = self.skp.workflow_state
			self.assert_ditolak("milik pejabat yang tercantum", frappe.PermissionError, doc.save)
		self.assertEqual(self.skp.reload().versi, 1)

	def test_a_client_chooses_no_number_and_no_parties(self):
		doc = self.make(
			nomor=7, versi_dasar=9, penetap_user=self.pegawai, dialihkan_pada="2025-01-01 00:00:00"
		)
		self.assertEqual((doc.nomor, doc.versi_dasar, doc.penetap_user), (1, 1, self.penilai))
		self.assertIsNone(doc.dialihkan_pada)
		kedua = make_skp(self.instansi, "kolega", tahap=Tahap.DRAF, urutan=5, versi=8)
		self.assertEqual((kedua.reload().urutan, kedua.versi), (1, 1))

	def test_giving_up_a_change_writes_nothing_else(self):
		doc = self.make()
		with as_user(self.pegawai):
			doc.hasil_kerja[0].rencana_hasil_kerja = "Diselipkan"
			doc.workflow_state = get_status(doc.doctype, Tahap.DITUTUP)
			self.assert_ditolak("tidak dapat diubah", frappe.PermissionError, doc.save)

	def test_a_client_cannot_claim_a_decision(self):
		doc = self.make()
		with as_user(self.pegawai):
			palsu = frappe.get_doc({**self.skp.as_dict(), "flags": {"menurut_keputusan": True}, "versi": 9})
			self.assert_ditolak("tidak dapat diubah", frappe.PermissionError, palsu.save)
			palsu = frappe.get_doc({**doc.as_dict(), "versi_dasar": 7, "nomor": 9})
			self.assert_ditolak("tidak dapat diubah", frappe.PermissionError, palsu.save)

	def test_a_version_is_made_changed_and_deleted_by_nobody(self):
		doc = self.make()
		self.halve(doc)
		self.set_perubahan(doc)
		versi = frappe.get_doc("Versi SKP", {"skp": self.skp.name})
		for user in (self.pegawai, self.penilai, self.instansi.user["pengelola"], "Administrator"):
			with self.subTest(user=user), as_user(user):
				salinan = frappe.get_doc("Versi SKP", versi.name)
				salinan.isi = "{}"
				for langkah in (salinan.save, salinan.delete, frappe.copy_doc(versi).insert):
					with self.assertRaises(frappe.PermissionError):
						langkah()
		self.assertEqual(frappe.db.get_value("Versi SKP", versi.name, "isi"), versi.isi)
		self.assertEqual(frappe.db.count("Versi SKP", {"skp": self.skp.name}), 1)

	def test_colleagues_and_neighbours_read_no_change_and_no_version(self):
		doc = self.make()
		self.halve(doc)
		self.set_perubahan(doc)
		for nama, terlihat in (("kolega", 0), ("tetangga", 0), ("kepala", 1), ("pengelola", 1)):
			for doctype in ("Perubahan SKP", "Versi SKP"):
				with self.subTest(nama=nama, doctype=doctype), as_user(self.instansi.user[nama]):
					if frappe.has_permission(doctype):
						self.assertEqual(len(frappe.get_list(doctype)), terlihat)
