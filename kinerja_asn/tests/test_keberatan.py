"""Keberatan Kinerja: who may object until when, who examines and decides, and who learns of it."""

import frappe

from kinerja_asn.constants.dokumen_evaluasi import AlasanFinal
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.laporan.keberatan import build_laporan
from kinerja_asn.services.bersama.langkah import describe_penunggu
from kinerja_asn.services.penilaian.dokumen.isi import read_isi
from kinerja_asn.services.penilaian.dokumen.langkah import receive
from kinerja_asn.services.penilaian.keberatan.harian import run_harian
from kinerja_asn.services.penilaian.keberatan.pengajuan import find_hambatan
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	as_user,
	decide_keberatan,
	make_dokumen,
	make_keberatan,
	move,
)

DOCTYPE, DOKUMEN = "Keberatan Kinerja", "Dokumen Evaluasi Kinerja"
UBAH = {
	"keputusan": "Mengubah",
	"rating_hasil_baru": "Diatas Ekspektasi",
	"rating_perilaku_baru": "Diatas Ekspektasi",
	"pertimbangan": "Realisasi Maret sudah diverifikasi dan belum dihitung.",
	"rekomendasi": "Bagikan cara kerjanya kepada loket lain.",
}


class UjiKeberatan(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.dokumen = make_dokumen(self.instansi)

	def receive(self, pada: str):
		frappe.flags.current_date = pada
		with as_user(self.dokumen.pegawai_user):
			receive(self.dokumen.name)
		return self.dokumen.reload()

	def set_libur(self, *hari: str) -> None:
		daftar = frappe.get_doc(
			doctype="Holiday List",
			holiday_list_name="Libur Uji Keberatan",
			from_date="2026-01-01",
			to_date="2026-12-31",
			holidays=[{"holiday_date": tanggal, "description": "Libur"} for tanggal in hari],
		).insert()
		frappe.db.set_value("Company", self.instansi.name, "default_holiday_list", daftar.name)
		frappe.clear_document_cache("Company", self.instansi.name)
		self.addCleanup(frappe.clear_document_cache, "Company", self.instansi.name)


class TestTenggat(UjiKeberatan):
	def test_accepted_on_day_14_across_a_holiday(self):
		self.set_libur("2026-02-16", "2026-02-17")
		self.assertEqual(str(self.receive("2026-02-09").tenggat_keberatan), "2026-03-03")
		frappe.flags.current_date = "2026-03-03"
		self.assertEqual(make_keberatan(self.dokumen).tahap, Tahap.DIAJUKAN)

	def test_refused_on_day_15(self):
		self.set_libur("2026-02-16", "2026-02-17")
		self.receive("2026-02-09")
		draf = make_keberatan(self.dokumen, Tahap.DRAF)
		frappe.flags.current_date = "2026-03-04"
		pesan = "14 hari kerja sejak dokumen diterima, berakhir 3 Maret 2026"
		self.assert_ditolak(pesan, frappe.ValidationError, move, draf, draf.pegawai_user, Tahap.DIAJUKAN)
		self.assertEqual(draf.reload().alasan, "Capaian bulan Maret belum dihitung.")

	def test_a_holiday_decreed_meanwhile_lengthens_and_none_taken_away_shortens(self):
		self.receive("2026-02-09")
		self.set_libur("2026-02-16")
		frappe.flags.current_date = "2026-03-02"
		self.assertIsNone(find_hambatan(self.dokumen))
		frappe.db.delete("Holiday", {"parent": "Libur Uji Keberatan"})
		frappe.db.set_value(DOKUMEN, self.dokumen.name, "tenggat_keberatan", "2026-03-02")
		self.assertIsNone(find_hambatan(self.dokumen.reload()))

	def test_whoever_is_late_himself_moves_no_holiday(self):
		self.set_libur("2026-02-16")
		pengelola = self.instansi.user["pengelola"]
		self.receive("2026-02-09")
		# The officer of HR is the one who is rated.
		for doctype, nama in ((DOKUMEN, self.dokumen.name), ("SKP", self.dokumen.skp)):
			frappe.db.set_value(doctype, nama, "pegawai_user", pengelola)
		daftar = frappe.get_doc("Holiday List", "Libur Uji Keberatan")
		daftar.append("holidays", {"holiday_date": "2026-02-20", "description": "Cuti bersama"})
		frappe.flags.current_date = "2026-03-03"
		with as_user(pengelola):
			daftar.flags.ignore_permissions = True
			self.assert_ditolak("Keberatan Anda sendiri sudah lewat", frappe.PermissionError, daftar.save)

	def test_no_date_field_moves_the_clock(self):
		self.receive("2026-02-09")
		draf = make_keberatan(self.dokumen, Tahap.DRAF)
		frappe.flags.current_date = "2026-03-20"
		with as_user(draf.pegawai_user):
			for medan in ("diajukan_pada", "tenggat_keputusan", "dijelaskan_pada", "ditetapkan_pada"):
				salinan = frappe.get_doc(DOCTYPE, draf.name)
				salinan.set(medan, "2026-02-20")
				with self.subTest(medan=medan):
					self.assert_ditolak("tidak dapat diubah", frappe.PermissionError, salinan.save)
			dokumen = frappe.get_doc(DOKUMEN, self.dokumen.name)
			dokumen.diterima_pada = "2026-03-18"
			with self.assertRaises(frappe.PermissionError):
				dokumen.save()
			baru = frappe.get_doc(
				doctype=DOCTYPE,
				dokumen=self.dokumen.name,
				alasan="Terlambat",
				creation="2026-02-20",
				diajukan_pada="2026-02-20",
			)
			self.assert_ditolak("Batas keberatan", frappe.ValidationError, baru.insert)

	def test_not_before_it_was_received(self):
		with as_user(self.dokumen.pegawai_user):
			baru = frappe.get_doc(doctype=DOCTYPE, dokumen=self.dokumen.name, alasan="Belum dibaca")
			self.assert_ditolak("sesudah dokumen diterima", frappe.ValidationError, baru.insert)

	def test_not_where_the_result_is_final_and_the_article_is_named(self):
		frappe.db.set_value(DOKUMEN, self.dokumen.name, "alasan_final", str(AlasanFinal.WAKTU_TERLEWAT))
		with as_user(self.dokumen.pegawai_user):
			receive(self.dokumen.name)
			self.assertIsNone(frappe.db.get_value(DOKUMEN, self.dokumen.name, "tenggat_keberatan"))
			baru = frappe.get_doc(doctype=DOCTYPE, dokumen=self.dokumen.name, alasan="Keliru")
			self.assert_ditolak("angka 11 (hlm. 90)", frappe.ValidationError, baru.insert)


class TestPemeriksaan(UjiKeberatan):
	def test_the_penilai_explains_and_the_superior_confirms(self):
		doc = make_keberatan(self.dokumen)
		self.assertIn("Kepala (Atasan Pejabat Penilai Kinerja)", describe_penunggu(doc))
		with as_user(doc.penilai_user):
			frappe.get_doc(DOCTYPE, doc.name).update(
				{"penjelasan_penilai": "Bukti Maret tidak terbuka."}
			).save()
		decide_keberatan(doc, self.instansi.user["kepala"])
		self.assertEqual((doc.tahap, doc.keputusan, doc.dokumen_baru), (Tahap.DITETAPKAN, "Menguatkan", None))
		self.assertTrue(doc.dijelaskan_pada)
		self.assertEqual(frappe.db.count(DOKUMEN, {"evaluasi": doc.evaluasi}), 1)

	def test_a_changed_result_makes_d13(self):
		doc = make_keberatan(self.dokumen)
		with as_user(doc.penilai_user):
			frappe.get_doc(DOCTYPE, doc.name).update(
				{"penjelasan_penilai": "Bukti Maret tidak terbuka."}
			).save()
		decide_keberatan(doc, self.instansi.user["kepala"], **UBAH)
		baru, lama = frappe.get_doc(DOKUMEN, doc.dokumen_baru), self.dokumen.reload()
		isi = read_isi(baru)
		self.assertEqual(
			(baru.formulir, baru.versi, baru.menggantikan, baru.predikat_kinerja, baru.alasan_final),
			("D.1.3", 2, lama.name, "Sangat Baik", AlasanFinal.KEBERATAN),
		)
		self.assertEqual((lama.digantikan, lama.predikat_kinerja), (baru.name, "Baik"))
		self.assertEqual(
			(isi.keberatan, isi.penjelasan, isi.keputusan, isi.rekomendasi, isi.menggantikan),
			(doc.alasan, "Bukti Maret tidak terbuka.", UBAH["pertimbangan"], UBAH["rekomendasi"], lama.nomor),
		)
		evaluasi = frappe.get_doc("Evaluasi Kinerja", doc.evaluasi)
		self.assertEqual((evaluasi.predikat_kinerja, evaluasi.tahap), ("Sangat Baik", Tahap.DISERAHKAN))
		with as_user(doc.pegawai_user):
			self.assertIn("satu kali", find_hambatan(baru))

	def test_what_a_decision_needs(self):
		doc, kepala = make_keberatan(self.dokumen), self.instansi.user["kepala"]
		for isi, pesan in (
			({"keputusan": None}, "Pilih keputusannya"),
			({"pertimbangan": " "}, "Tulis pertimbangan"),
			({**UBAH, "rating_hasil_baru": None}, "Pilih kedua rating"),
			({**UBAH, "rekomendasi": ""}, "Tulis rekomendasi"),
			(
				{**UBAH, **dict.fromkeys(("rating_hasil_baru", "rating_perilaku_baru"), "Sesuai Ekspektasi")},
				"sama dengan hasil sekarang",
			),
		):
			with self.subTest(pesan=pesan):
				self.assert_ditolak(pesan, frappe.ValidationError, decide_keberatan, doc, kepala, **isi)
				doc.reload()

	def test_once_and_again_after_it_was_withdrawn(self):
		doc = make_keberatan(self.dokumen)
		with as_user(doc.pegawai_user):
			lagi = frappe.get_doc(doctype=DOCTYPE, dokumen=self.dokumen.name, alasan="Sekali lagi")
			self.assert_ditolak("sudah diajukan", frappe.ValidationError, lagi.insert)
		move(doc, doc.pegawai_user, Tahap.DITUTUP)
		self.assertEqual(make_keberatan(self.dokumen).tahap, Tahap.DIAJUKAN)

	def test_two_drafts_are_not_filed_both(self):
		draf = [make_keberatan(self.dokumen, Tahap.DRAF) for _kali in range(2)]
		move(draf[0], draf[0].pegawai_user, Tahap.DIAJUKAN)
		self.assert_ditolak(
			"sudah diajukan", frappe.ValidationError, move, draf[1], draf[1].pegawai_user, Tahap.DIAJUKAN
		)


class TestPemeriksa(UjiKeberatan):
	def test_an_atasan_who_set_the_result_himself_is_passed_over(self):
		"""The atasan is also the Penilai: the one above him decides, or nobody can."""
		frappe.db.set_value(DOKUMEN, self.dokumen.name, "atasan_penilai", self.dokumen.penilai)
		self.assertEqual(make_keberatan(self.dokumen).atasan_penilai, self.instansi.pegawai["kepala"])

	def test_without_anybody_above_it_is_not_filed_and_not_lost(self):
		frappe.db.set_value("Employee", self.instansi.pegawai["kepala"], "status", "Left")
		draf = make_keberatan(self.dokumen, Tahap.DRAF)
		self.assert_ditolak(
			"Belum ada atasan", frappe.ValidationError, move, draf, draf.pegawai_user, Tahap.DIAJUKAN
		)
		self.assertTrue(draf.reload().alasan)

	def test_who_has_left_is_passed_over_by_the_daily_run(self):
		doc = make_keberatan(self.dokumen)
		frappe.db.set_value(
			"Employee",
			self.instansi.pegawai["kepala"],
			{"status": "Left", "reports_to": self.instansi.pegawai["pengelola"]},
		)
		frappe.db.set_value("Employee", self.instansi.pegawai["pengelola"], "reports_to", None)
		run_harian()
		self.assertEqual(doc.reload().atasan_penilai, self.instansi.pegawai["pengelola"])

	def test_reminders_and_hr_learns_that_it_is_late_and_no_more(self):
		doc = make_keberatan(self.dokumen)
		frappe.flags.current_date = frappe.utils.add_days(doc.tenggat_keputusan, 1)
		run_harian()
		log = frappe.get_all(
			"Notification Log",
			{"for_user": self.instansi.user["pengelola"]},
			["subject", "email_content", "document_name"],
		)
		terlambat = [row for row in log if "melewati tenggat" in row.subject]
		self.assertEqual(len(terlambat), 1)
		teks = str(terlambat)
		self.assertNotIn(doc.nama_pegawai, teks)
		self.assertNotIn(doc.name, teks)
		kepala = frappe.get_all(
			"Notification Log", {"for_user": doc.atasan_penilai_user, "document_name": doc.name}
		)
		self.assertTrue(kepala)


class TestDaftar(UjiKeberatan):
	"""What the agency's HR sees of it."""

	def read(self, nama: str, **saringan) -> list[dict]:
		with as_user(self.instansi.user[nama]):
			return build_laporan(saringan)[1]

	def test_that_it_is_there_where_it_stands_and_until_when_and_no_more(self):
		draf = make_keberatan(self.dokumen, Tahap.DRAF)
		self.assertEqual(self.read("pengelola"), [], "a draft is nobody's business")
		move(draf, draf.pegawai_user, Tahap.DIAJUKAN)
		(baris,) = self.read("pengelola", periode=self.instansi.periode)
		self.assertEqual(
			(baris["nama_pegawai"], baris["status"], baris["menunggu"], baris["tenggat"]),
			("Petugas", "Diajukan", "Kepala", draf.tenggat_keputusan),
		)
		self.assertNotIn(draf.alasan, str(baris))
		frappe.flags.current_date = frappe.utils.add_days(draf.tenggat_keputusan, 1)
		self.assertEqual(self.read("pengelola")[0]["terlambat"], "Ya")
		decide_keberatan(draf, self.instansi.user["kepala"])
		self.assertEqual(self.read("pengelola")[0]["keputusan"], "Menguatkan")

	def test_of_another_agency_and_of_his_own_nothing(self):
		doc = make_keberatan(self.dokumen)
		self.assertEqual(self.read("tetangga"), [])
		frappe.db.set_value(DOCTYPE, doc.name, "pegawai_user", self.instansi.user["pengelola"])
		self.assertEqual(self.read("pengelola"), [])
		peran = frappe.get_all(
			"Has Role", {"parent": "Daftar Keberatan", "parenttype": "Report"}, pluck="role"
		)
		self.assertEqual(peran, ["Pengelola Kinerja"])


class TestSerangan(UjiKeberatan):
	def test_nobody_else_sees_that_it_exists(self):
		doc = make_keberatan(self.dokumen)
		for nama, user in self.instansi.user.items():
			with self.subTest(siapa=nama), as_user(user):
				terlihat = frappe.has_permission(DOCTYPE, "read") and doc.name in frappe.get_list(
					DOCTYPE, pluck="name"
				)
				self.assertEqual(bool(terlihat), nama in ("petugas", "penilai", "kepala"))
				if not terlihat:
					with self.assertRaises(frappe.DoesNotExistError):
						frappe.get_doc(DOCTYPE, doc.name).check_permission()

	def test_a_draft_is_its_employees_alone(self):
		doc = make_keberatan(self.dokumen, Tahap.DRAF)
		for nama in ("penilai", "kepala"):
			with self.subTest(siapa=nama), as_user(self.instansi.user[nama]):
				self.assertFalse(frappe.get_list(DOCTYPE))
				self.assertFalse(frappe.get_doc(DOCTYPE, doc.name).has_permission("read"))

	def test_nobody_but_the_superior_decides(self):
		doc = make_keberatan(self.dokumen)
		for nama in ("petugas", "penilai", "pengelola"):
			with (
				self.subTest(siapa=nama),
				self.assertRaises((frappe.PermissionError, frappe.ValidationError)),
			):
				decide_keberatan(doc, self.instansi.user[nama], **UBAH)
			doc.reload()
		with as_user(doc.atasan_penilai_user):
			salinan = frappe.get_doc(DOCTYPE, doc.name)
			salinan.alasan = "Bukan itu maksudnya"
			self.assert_ditolak("tidak dapat diubah", frappe.PermissionError, salinan.save)
		self.assertEqual(doc.reload().tahap, Tahap.DIAJUKAN)

	def test_only_the_employee_objects_to_his_own(self):
		receive_oleh = self.dokumen.pegawai_user
		with as_user(receive_oleh):
			receive(self.dokumen.name)
		for nama in ("penilai", "kepala", "kolega", "pengelola"):
			with self.subTest(siapa=nama), as_user(self.instansi.user[nama]):
				baru = frappe.get_doc(doctype=DOCTYPE, dokumen=self.dokumen.name, alasan="Atas nama dia")
				with self.assertRaises((frappe.PermissionError, frappe.ValidationError)):
					baru.insert()
		self.assertFalse(frappe.db.count(DOCTYPE, {"dokumen": self.dokumen.name}))

	def test_a_decision_stays(self):
		doc = make_keberatan(self.dokumen)
		decide_keberatan(doc, self.instansi.user["kepala"])
		for nama in ("petugas", "penilai", "kepala", "pengelola"):
			with self.subTest(siapa=nama), as_user(self.instansi.user[nama]):
				salinan = frappe.get_doc(DOCTYPE, doc.name)
				salinan.keputusan = "Mengubah"
				with self.assertRaises((frappe.PermissionError, frappe.ValidationError)):
					salinan.save()
				with self.assertRaises(
					(frappe.PermissionError, frappe.ValidationError, frappe.DoesNotExistError)
				):
					frappe.delete_doc(DOCTYPE, doc.name)
		self.assertEqual(doc.reload().keputusan, "Menguatkan")

	def test_a_workflow_of_hrs_own_lets_nobody_else_in(self):
		alur = frappe.get_doc("Workflow", {"document_type": DOCTYPE})
		for dari, ke, peran in (
			("Diajukan", "Diputuskan", "Pengelola Kinerja"),
			("Draf", "Diputuskan", "Pegawai ASN"),
			("Diputuskan", "Diajukan", "Pejabat Penilai Kinerja"),
			("Diajukan", "Diajukan", "Pengelola Kinerja"),
		):
			salinan = frappe.get_doc("Workflow", alur.name)
			salinan.append(
				"transitions", {"state": dari, "action": "Putuskan", "next_state": ke, "allowed": peran}
			)
			with self.subTest(dari=dari, ke=ke, peran=peran), self.assertRaises(frappe.ValidationError):
				salinan.save()
		self.assertEqual(len(frappe.get_doc("Workflow", alur.name).transitions), 3)

	def test_evidence_is_private_to_the_three(self):
		draf = make_keberatan(self.dokumen, Tahap.DRAF)
		with as_user(draf.pegawai_user):
			berkas = frappe.get_doc(
				doctype="File",
				file_name="bukti.pdf",
				content=b"%PDF-1.4 bukti",
				is_private=1,
				attached_to_doctype=DOCTYPE,
				attached_to_name=draf.name,
			).insert()
			draf.append("bukti", {"uraian": "Laporan Maret", "berkas": berkas.file_url})
			draf.save()
		move(draf.reload(), draf.pegawai_user, Tahap.DIAJUKAN)
		for nama, user in self.instansi.user.items():
			with self.subTest(siapa=nama), as_user(user):
				boleh = frappe.get_doc("File", berkas.name).has_permission("read")
				self.assertEqual(bool(boleh), nama in ("petugas", "penilai", "kepala"))
