"""Versions of an SKP: which one counts on a day, for evaluations and reports, and how two of them differ."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import JenisPerubahanBaris, Tahap
from kinerja_asn.services.perencanaan.skp.versi import compare, get_rencana, get_versi, read_versi
from kinerja_asn.tests.factories import (
	as_user,
	make_evaluasi,
	make_indikator,
	make_realisasi,
	move,
)
from kinerja_asn.tests.test_perubahan import UjiPerubahan

TETAP, BERUBAH = JenisPerubahanBaris.TETAP, JenisPerubahanBaris.BERUBAH
DITAMBAH, DIHAPUS = JenisPerubahanBaris.DITAMBAH, JenisPerubahanBaris.DIHAPUS


class UjiVersi(UjiPerubahan):
	def change(self, mulai: str | None = None, **nilai):
		"""A change of the first indikator, set on 15 July."""
		doc = self.make(berlaku_mulai=mulai)
		with as_user(self.pegawai):
			doc.indikator[0].update(nilai or {"target_min": 500, "target_maks": 500})
			doc.save()
		self.set_perubahan(doc)
		self.skp = frappe.get_doc("SKP", self.skp.name)
		return doc

	def drop_kedua(self) -> str:
		"""A change that takes the second hasil kerja out; returns the key of its indikator."""
		kunci = self.skp.indikator[1].kunci
		doc = self.make()
		with as_user(self.pegawai):
			doc.set("hasil_kerja", doc.hasil_kerja[:1])
			doc.set("indikator", doc.indikator[:1])
			doc.append("indikator", make_indikator(indikator="Waktu layanan", aspek="Waktu", arah="Turun"))
			doc.save()
		self.set_perubahan(doc)
		self.skp = frappe.get_doc("SKP", self.skp.name)
		return kunci


class TestVersiBerlaku(UjiVersi):
	def get_target(self, pada: str) -> float:
		return get_rencana(self.skp, pada).indikator[0].target_min

	def test_each_day_has_its_version(self):
		self.change()
		self.change("2025-09-01", target_min=400, target_maks=400)
		for pada, target in (
			("2025-01-01", 1000),
			("2025-07-14", 1000),
			("2025-07-15", 500),
			("2025-08-31", 500),
			("2025-09-01", 400),
			("2025-12-31", 400),
		):
			with self.subTest(pada=pada):
				self.assertEqual(self.get_target(pada), target)

	def test_a_version_replaced_on_its_own_day_never_counts(self):
		self.change()
		self.change(None, target_min=400, target_maks=400)
		self.assertEqual((self.get_target("2025-07-14"), self.get_target("2025-07-15")), (1000, 400))

	def test_a_change_dated_after_the_skp_ended_never_counts(self):
		self.change("2025-09-01")
		self.skp.akhir = date(2025, 8, 10)
		self.assertEqual(self.get_target("2025-12-31"), 1000)

	def test_a_former_version_reads_like_the_skp(self):
		self.change()
		lama = get_rencana(self.skp, "2025-03-31")
		self.assertEqual((lama.name, lama.versi, lama.pegawai_user), (self.skp.name, 1, self.pegawai))
		self.assertEqual(len(lama.perilaku), 7)
		self.assertEqual(lama.indikator[0].kunci, self.skp.indikator[0].kunci)
		self.assertIsNone(read_versi(self.skp, 9))

	def test_the_list_says_from_when_to_when_and_why(self):
		self.change()
		self.assertEqual(
			[
				(
					versi.nomor,
					str(versi.berlaku_mulai),
					str(versi.berlaku_sampai),
					versi.alasan,
					bool(versi.berlaku),
				)
				for versi in get_versi(self.skp)
			],
			[
				(1, "2025-01-01", "2025-07-14", "Penyesuaian ekspektasi", False),
				(2, "2025-07-15", "2025-12-31", None, True),
			],
		)


class TestPerbandingan(UjiVersi):
	def test_every_row_says_what_became_of_it(self):
		lama = read_versi(self.skp, 1)
		self.drop_kedua()
		banding = compare(read_versi(self.skp, 1), self.skp)
		self.assertEqual([beda.jenis for beda in banding.hasil_kerja], [TETAP, DIHAPUS])
		self.assertEqual([beda.jenis for beda in banding.indikator], [TETAP, DIHAPUS, DITAMBAH])
		self.assertEqual([beda.jenis for beda in banding.lampiran], [TETAP])
		self.assertEqual(lama.versi, 1)

	def test_changed_columns_are_named(self):
		self.change(target_min=500, target_maks=600, satuan="dokumen")
		beda = compare(read_versi(self.skp, 1), self.skp).indikator[0]
		self.assertEqual(
			(beda.jenis, set(beda.kolom_berubah)), (BERUBAH, {"target_min", "target_maks", "satuan"})
		)
		self.assertEqual((beda.lama["target_min"], beda.baru["target_min"]), (1000, 500))

	def test_the_lampiran_is_compared_by_what_it_says(self):
		doc = self.make()
		with as_user(self.pegawai):
			doc.lampiran[0].uraian = "Dana loket keliling"
			doc.append(
				"lampiran",
				{"kategori": "Skema Pertanggungjawaban", "frekuensi": "Bulanan", "uraian": "Lapor"},
			)
			doc.save()
		self.set_perubahan(doc)
		banding = compare(read_versi(self.skp.reload(), 1), self.skp)
		self.assertEqual(sorted(beda.jenis for beda in banding.lampiran), [DIHAPUS, DITAMBAH, DITAMBAH])

	def test_a_stored_version_equals_the_document_it_was_made_from(self):
		self.change()
		lama = read_versi(self.skp, 1)
		banding = compare(lama, lama)
		self.assertEqual({beda.jenis for tabel in banding for beda in tabel}, {TETAP})


class TestEvaluasi(UjiVersi):
	def test_a_quarter_reads_the_old_target_and_the_year_the_new_one(self):
		for bulan in range(1, 7):
			make_realisasi(self.skp, bulan, 90)
		self.change()
		frappe.flags.current_date = date(2025, 12, 31)
		triwulan = make_evaluasi(self.instansi, self.skp, jenis="Periodik", masa_ke=2)
		tahunan = make_evaluasi(self.instansi, self.skp)
		self.assertEqual(triwulan.hasil[0].target, "1.000 pendaftaran")
		self.assertEqual(triwulan.hasil[0].capaian_persen, 108)  # 540 of the 500 due by June
		self.assertEqual(tahunan.hasil[0].target, "500 pendaftaran")
		self.assertEqual(tahunan.hasil[0].capaian_persen, 108)  # 540 of 500

	def test_a_row_that_is_gone_is_still_evaluated_for_its_time(self):
		kunci = self.skp.indikator[1].kunci
		make_realisasi(self.skp, 6, {kunci: 4}, tahap=Tahap.DIAJUKAN)
		self.drop_kedua()
		rk = frappe.get_doc("Realisasi Kinerja", {"skp": self.skp.name, "masa_ke": 6})
		move(rk, self.penilai, Tahap.DITETAPKAN)
		frappe.flags.current_date = date(2025, 12, 31)
		triwulan = make_evaluasi(self.instansi, self.skp, jenis="Periodik", masa_ke=2)
		baris = next(row for row in triwulan.hasil if row.indikator == kunci)
		self.assertEqual(baris.realisasi, "4 pendaftaran (1 bukti dukung)")
		tahunan = make_evaluasi(self.instansi, self.skp)
		self.assertNotIn(kunci, [row.indikator for row in tahunan.hasil])


class TestLaporan(UjiVersi):
	"""A report follows the version in force when its period ends."""

	def get_uraian(self, rk) -> list[str]:
		return [row.uraian for row in rk.reload().baris]

	def save(self, rk) -> None:
		with as_user(self.pegawai):
			rk.reload()
			rk.kendala = "Listrik padam"
			rk.save()

	def test_a_draft_loses_rows_that_are_gone_and_gets_the_new_ones(self):
		kunci = self.skp.indikator[1].kunci
		rk = make_realisasi(self.skp, 7, {kunci: 4, self.skp.indikator[0].kunci: 80}, tahap=Tahap.DRAF)
		self.drop_kedua()
		self.assertEqual(self.get_uraian(rk), ["Jumlah pendaftaran yang selesai", "Waktu layanan"])
		self.assertEqual([row.realisasi for row in rk.baris], [80, 0])
		with as_user(self.pegawai):
			rk.baris[1].update({"realisasi": 2, "dilaporkan": 1})
			rk.save()
		self.assertEqual(rk.reload().baris[1].realisasi, 2)

	def test_what_was_typed_before_the_change_does_not_overwrite_it(self):
		rk = make_realisasi(self.skp, 7, 80, tahap=Tahap.DRAF)
		lama = frappe.get_doc(rk.doctype, rk.name)
		self.drop_kedua()
		with as_user(self.pegawai):
			lama.kendala = "Diketik sebelum perubahan"
			with self.assertRaises(frappe.TimestampMismatchError):
				lama.save()
		self.assertIsNone(rk.reload().kendala)

	def test_a_report_on_an_earlier_period_keeps_its_rows(self):
		rk = make_realisasi(self.skp, 6, {self.skp.indikator[1].kunci: 4}, tahap=Tahap.DRAF)
		self.drop_kedua()
		self.save(rk)
		self.assertEqual(self.get_uraian(rk), ["Jumlah pendaftaran yang selesai", "Jumlah pengaduan"])
		baru = make_realisasi(self.skp, 5, 70, tahap=Tahap.DRAF)
		self.assertEqual(self.get_uraian(baru), ["Jumlah pendaftaran yang selesai", "Jumlah pengaduan"])

	def test_a_submitted_report_stays_as_it_was_submitted(self):
		rk = make_realisasi(self.skp, 7, {self.skp.indikator[1].kunci: 4}, tahap=Tahap.DIAJUKAN)
		self.drop_kedua()
		move(rk, self.penilai, Tahap.DITETAPKAN)
		self.assertEqual(self.get_uraian(rk), ["Jumlah pendaftaran yang selesai", "Jumlah pengaduan"])

	def test_evidence_follows_its_row(self):
		kedua = self.skp.indikator[1].kunci
		tautan = "https://arsip.example/satu"
		rk = make_realisasi(self.skp, 7, {kedua: 4}, tahap=Tahap.DRAF)
		with as_user(self.pegawai):
			rk.set("bukti", [])
			rk.append("bukti", {"uraian": "Untuk yang kedua", "tautan": tautan, "untuk": 2})
			rk.append("bukti", {"uraian": "Untuk yang pertama", "tautan": tautan, "untuk": 1})
			rk.save()
		self.drop_kedua()
		rk.reload()
		self.assertEqual(
			[(row.untuk, row.indikator) for row in rk.bukti], [(0, None), (1, self.skp.indikator[0].kunci)]
		)

	def test_a_new_report_takes_no_row_of_a_former_plan(self):
		kunci = self.drop_kedua()
		self.assert_ditolak(
			"bukan indikator SKP ini", frappe.ValidationError, make_realisasi, self.skp, 7, {kunci: 4}
		)
