"""Pages /kinerja/tim…: the Penilai's queue and reviews, HR's own states, feedback, evaluation, many people at once."""

import frappe
from frappe.utils import format_date

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PENILAI
from kinerja_asn.tests.basis import watch_query
from kinerja_asn.tests.factories import (
	add_pegawai,
	make_evaluasi,
	make_kinerja_unit,
	make_realisasi,
	make_skp,
)
from kinerja_asn.tests.test_portal_dasar import UjiPortal

VERIFIKATOR = "Tim Kinerja Uji"


class TestTimSaya(UjiPortal):
	def test_queue_and_team_in_words(self):
		skp = make_skp(self.instansi)
		for bulan in range(1, 5):
			make_realisasi(skp, bulan, 70)
		make_realisasi(skp, 5, 70, Tahap.DIAJUKAN)
		make_skp(self.instansi, "kolega", Tahap.DIAJUKAN)
		teks = self.open("penilai", "/kinerja/tim").teks
		for kalimat in (
			"2 menunggu Anda",
			"Periksa SKP",
			"Mei 2025",
			"SKP: Ditetapkan Tertinggal",
			"1 tertinggal",
			"7 laporan terlambat",
		):
			self.assertIn(kalimat, teks)

	def test_the_last_day_of_a_report_is_the_documents_own(self):
		"""A start in mid-year: nothing is due before the plans had to be set, on whichever page."""
		frappe.flags.current_date = "2025-06-12"
		skp = make_skp(self.instansi)
		self.assertIn("laporan terlambat", self.open("penilai", "/kinerja/tim").teks)
		frappe.db.set_value("Periode Kinerja", skp.periode, "batas_penetapan_skp", "2025-06-11")
		frappe.clear_document_cache("Periode Kinerja", skp.periode)
		tenggat = make_realisasi(skp, 1, 70, Tahap.DRAF).tenggat
		self.assertGreater(str(tenggat), "2025-06-12")
		self.assertNotIn("laporan terlambat", self.open("penilai", "/kinerja/tim").teks)
		teks = self.open("petugas", "/kinerja").teks
		self.assertIn(f"Laporkan paling lambat {format_date(tenggat, 'd MMMM yyyy')}", teks)
		self.assertNotIn("Terlambat", teks)

	def test_search_and_those_without_an_skp(self):
		make_skp(self.instansi)
		self.assertIn("Belum menyusun SKP 2025: Kolega", self.open("penilai", "/kinerja/tim").teks)
		self.assertIn("Tidak ada pegawai yang cocok", self.open("penilai", "/kinerja/tim?cari=kolega").teks)

	def test_an_employee_without_staff_is_told_kindly(self):
		self.assertEqual(self.open("petugas", "/kinerja/tim").status, 403)

	def test_the_superior_reads_two_levels_down_and_acts_on_nothing(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.assertIn("Petugas", self.open("kepala", "/kinerja/tim?sebagai=atasan").teks)
		halaman = self.open("kepala", f"/kinerja/tim/skp?name={skp.name}")
		self.assertEqual(halaman.status, 200)
		self.assertIn("Menunggu Penilai (Pejabat Penilai Kinerja)", halaman.teks)
		for aksi in ("tetapkan", "kembalikan", "ekspektasi"):
			self.assertFalse(halaman.has_tombol(aksi))
			jawaban = self.send("kepala", f"/kinerja/tim/skp?name={skp.name}", aksi, alasan="x")
			self.assertTrue(jawaban.get_galat())
		self.assertEqual(skp.reload().tahap, Tahap.DIAJUKAN)

	def test_as_many_queries_for_ten_people_as_for_one(self):
		make_skp(self.instansi)
		seorang = self.count_query("penilai", "/kinerja/tim")
		for nomor in range(9):
			nama = f"tambahan{nomor}"
			add_pegawai(
				self.instansi, nama, 200 + nomor, self.instansi.unit, self.instansi.pegawai["penilai"]
			)
			make_skp(self.instansi, nama)
		self.assertLessEqual(self.count_query("penilai", "/kinerja/tim"), seorang)

	def count_query(self, nama: str, path: str) -> int:
		self.open(nama, path)  # warms the caches
		with watch_query() as query:
			self.assertEqual(self.open(nama, path).status, 200)
		return query.call_count


class TestReview(UjiPortal):
	def test_skp_is_set_with_kind_and_expectation(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		alamat = f"/kinerja/tim/skp?name={skp.name}"
		isian = {
			f"jenis-{skp.hasil_kerja[0].name}": "Utama",
			f"ekspektasi-{skp.perilaku[0].name}": "Menyapa setiap pemohon",
		}
		self.assertEqual(self.send("penilai", alamat, "tetapkan", **isian).pesan, "diproses")
		self.assertEqual(
			(skp.reload().tahap, skp.perilaku[0].ekspektasi_khusus),
			(Tahap.DITETAPKAN, "Menyapa setiap pemohon"),
		)
		self.send("penilai", alamat, "ekspektasi", **{f"ekspektasi-{skp.perilaku[1].name}": "Jujur"})
		self.assertEqual(skp.reload().perilaku[1].ekspektasi_khusus, "Jujur")

	def test_a_return_needs_a_reason_and_keeps_what_was_typed(self):
		realisasi = make_realisasi(make_skp(self.instansi), 1, 70, Tahap.DIAJUKAN)
		alamat = f"/kinerja/tim/realisasi?name={realisasi.name}"
		self.assertIn(
			"Tulis alasan pengembalian", self.send("penilai", alamat, "kembalikan", alasan="  ").get_galat()
		)
		self.assertEqual(realisasi.reload().tahap, Tahap.DIAJUKAN)
		self.assertEqual(
			self.send("penilai", alamat, "kembalikan", alasan="Rekap belum ditandatangani").pesan,
			"dikembalikan",
		)
		self.assertEqual(
			(realisasi.reload().tahap, realisasi.catatan_pengembalian),
			(Tahap.DIKEMBALIKAN, "Rekap belum ditandatangani"),
		)

	def test_verifying_twice_and_on_an_old_version(self):
		realisasi = make_realisasi(make_skp(self.instansi), 1, 70, Tahap.DIAJUKAN)
		alamat = f"/kinerja/tim/realisasi?name={realisasi.name}"
		basi = self.open("penilai", alamat, {"aksi": "verifikasi", "modified": "2025-01-01 00:00:00"})
		self.assertIn("sudah berubah sejak Anda membukanya", basi.get_galat())
		self.assertEqual(realisasi.reload().tahap, Tahap.DIAJUKAN)
		isian = {"aksi": "verifikasi", "modified": str(realisasi.modified)}
		for pesan in ("diproses", "tetap"):
			self.assertEqual(self.open("penilai", alamat, isian).pesan, pesan)
		self.assertEqual(realisasi.reload().tahap, Tahap.DITETAPKAN)

	def test_nobody_verifies_himself_here(self):
		skp = make_skp(self.instansi, "penilai")
		realisasi = make_realisasi(skp, 1, 70, Tahap.DIAJUKAN)
		halaman = self.open(
			"penilai", f"/kinerja/tim/realisasi?name={realisasi.name}", {"aksi": "verifikasi"}
		)
		self.assertEqual(halaman.status, 404)
		self.assertEqual(realisasi.reload().tahap, Tahap.DIAJUKAN)

	def test_feedback_is_stored_once_and_read_by_the_officer(self):
		skp = make_skp(self.instansi)
		isian = {
			"aksi": "umpan_balik",
			"tentang": f"Hasil Kerja:{skp.hasil_kerja[0].kunci}",
			"sifat": "Positif",
			"isi": "Antrean lebih tertib",
		}
		for _kali in range(2):
			self.assertEqual(
				self.open("penilai", f"/kinerja/tim/skp?name={skp.name}", isian).pesan, "umpan_balik"
			)
		self.assertEqual(frappe.db.count("Umpan Balik Kinerja", {"skp": skp.name}), 1)
		self.assertIn("Antrean lebih tertib", self.open("petugas", "/kinerja").teks)
		salah = self.open("penilai", f"/kinerja/tim/skp?name={skp.name}", {**isian, "sifat": ""})
		self.assertIn("Pilih sifat umpan balik", salah.get_galat())
		self.assertIn("Antrean lebih tertib", salah.get_nilai("isi"))


class TestStatusBuatanHr(UjiPortal):
	"""HR puts "Diverifikasi Tim Kinerja" between Diajukan and Ditetapkan."""

	def setUp(self):
		super().setUp()
		add_verifikator()
		self.skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.alamat = f"/kinerja/tim/skp?name={self.skp.name}"

	def test_before_the_verifier_the_penilai_has_no_button_and_no_task(self):
		halaman = self.open("penilai", self.alamat)
		self.assertFalse(halaman.has_tombol("tetapkan"))
		self.assertIn(f"Menunggu {VERIFIKATOR}.", halaman.teks)
		self.assertIn("Tidak ada yang menunggu Anda", self.open("penilai", "/kinerja/tim").teks)
		self.assertIn(f"Menunggu {VERIFIKATOR}.", self.open("petugas", "/kinerja").teks)
		paksa = self.send("penilai", self.alamat, "tetapkan")
		self.assertIn(f"Menunggu {VERIFIKATOR}.", paksa.get_galat())
		self.assertEqual(self.skp.reload().tahap, Tahap.DIAJUKAN)

	def test_after_the_verifier_it_is_the_penilais_again(self):
		frappe.db.set_value("SKP", self.skp.name, "workflow_state", "Diverifikasi Tim Kinerja")
		self.assertIn("SKP 2025 Diverifikasi Tim Kinerja", self.open("petugas", "/kinerja").teks)
		self.assertIn("1 menunggu Anda", self.open("penilai", "/kinerja/tim").teks)
		self.assertTrue(self.open("penilai", self.alamat).has_tombol("tetapkan"))
		self.assertEqual(self.send("penilai", self.alamat, "tetapkan").pesan, "diproses")
		self.assertEqual(self.skp.reload().workflow_state, "Ditetapkan")


class TestEvaluasi(UjiPortal):
	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi)
		for bulan in range(1, 13):
			make_realisasi(self.skp, bulan, 90)
		make_kinerja_unit(self.instansi)

	def make(self) -> str:
		jawaban = self.open(
			"penilai", f"/kinerja/tim/evaluasi?skp={self.skp.name}&jenis=Tahunan&masa=0", {"aksi": "buat"}
		)
		self.assertIn(jawaban.status, (302, 303))
		return jawaban.tujuan

	def get_evaluasi(self):
		return frappe.get_doc("Evaluasi Kinerja", {"skp": self.skp.name})

	def test_from_the_team_page_to_the_employee(self):
		self.assertIn("Evaluasi tahunan, Tahun 2025: 1 pegawai", self.open("penilai", "/kinerja/tim").teks)
		alamat = self.make()
		halaman = self.open("penilai", alamat)
		self.assertIn("1.080 pendaftaran (12 bukti dukung)", halaman.teks)
		self.assertIn("Usulan aplikasi: Diatas Ekspektasi", halaman.teks)
		self.assertIn("menjadi penjaga penerapan nilai dasar ASN", halaman.teks)
		isian = {
			"rating_hasil_kerja": "Diatas Ekspektasi",
			"rating_perilaku": "Sesuai Ekspektasi",
			"usulan": "Diatas Ekspektasi",
			"catatan": "Pertahankan",
		}
		self.assertEqual(self.send("penilai", alamat, "simpan", **isian).pesan, "evaluasi")
		halaman = self.open("penilai", alamat)
		self.assertIn("Predikat Kinerja Pegawai: Baik", halaman.teks)
		self.assertRegex(
			halaman.isi, r'ka-terpilih" data-hasil="Diatas Ekspektasi" data-perilaku="Sesuai Ekspektasi"'
		)
		self.assertEqual(self.send("penilai", alamat, "tetapkan", **isian).pesan, "evaluasi_ditetapkan")
		self.assertEqual(self.send("penilai", alamat, "perbaiki").pesan, "evaluasi_diperbaiki")
		self.assertEqual(self.send("penilai", alamat, "tetapkan", **isian).pesan, "evaluasi_ditetapkan")
		self.assertEqual(self.send("penilai", alamat, "serahkan").pesan, "diproses")
		self.assertIn("Hasil evaluasi Tahun 2025 sudah diserahkan", self.open("petugas", "/kinerja").teks)

	def test_another_rating_needs_a_reason_and_the_form_keeps_it(self):
		alamat = self.make()
		isian = {
			"rating_hasil_kerja": "Sesuai Ekspektasi",
			"rating_perilaku": "Dibawah Ekspektasi",
			"usulan": "Diatas Ekspektasi",
			"catatan": "Isi panjang",
		}
		halaman = self.send("penilai", alamat, "tetapkan", **isian)
		self.assertIn("Tulis alasan mengapa rating hasil kerja berbeda", halaman.get_galat())
		self.assertEqual(halaman.get_nilai("catatan"), "Isi panjang")
		self.assertIn("Predikat Kinerja Pegawai: Kurang/Misconduct", halaman.teks)
		self.assertFalse(self.get_evaluasi().rating_hasil_kerja)

	def test_a_row_rated_otherwise_changes_the_proposal_before_it_is_set(self):
		alamat = self.make()
		kunci = self.skp.indikator[0].kunci
		isian = {
			"rating_hasil_kerja": "Diatas Ekspektasi",
			"rating_perilaku": "Sesuai Ekspektasi",
			"usulan": "Diatas Ekspektasi",
		}
		isian |= {f"rating-{kunci}": "Sesuai Ekspektasi", f"alasan-{kunci}": "Beban kerja turun"}
		self.assertEqual(self.send("penilai", alamat, "tetapkan", **isian).pesan, "usulan_berubah")
		doc = self.get_evaluasi()
		self.assertEqual((doc.tahap, doc.usulan_rating_hasil), (Tahap.DRAF, "Sesuai Ekspektasi"))

	def test_making_it_twice_opens_the_same_one(self):
		self.assertEqual(self.make(), self.make())

	def test_the_superior_only_reads(self):
		make_evaluasi(self.instansi, self.skp)
		alamat = f"/kinerja/tim/evaluasi?name={self.get_evaluasi().name}"
		halaman = self.open("kepala", alamat)
		self.assertEqual(halaman.status, 200)
		self.assertFalse(any(halaman.has_tombol(aksi) for aksi in ("simpan", "tetapkan", "serahkan")))
		self.assertTrue(
			self.send("kepala", alamat, "simpan", rating_perilaku="Diatas Ekspektasi").get_galat()
		)
		self.assertFalse(self.get_evaluasi().rating_perilaku)


def add_verifikator() -> None:
	for doctype, field, nama in (
		("Role", "role_name", VERIFIKATOR),
		("Workflow State", "workflow_state_name", "Diverifikasi Tim Kinerja"),
		("Workflow Action Master", "workflow_action_name", "Verifikasi Tim"),
	):
		if not frappe.db.exists(doctype, nama):
			frappe.get_doc({"doctype": doctype, field: nama}).insert()
	alur = frappe.get_doc("Workflow", {"document_type": "SKP", "is_active": 1})
	status = {
		"state": "Diverifikasi Tim Kinerja",
		"tahap_kinerja": "Diajukan",
		"allow_edit": PENILAI,
		"doc_status": "0",
	}
	alur.append("states", status)
	langkah = next(
		row for row in alur.transitions if row.state == "Diajukan" and row.next_state == "Ditetapkan"
	)
	langkah.state = "Diverifikasi Tim Kinerja"
	alur.append(
		"transitions",
		{
			"state": "Diajukan",
			"action": "Verifikasi Tim",
			"next_state": "Diverifikasi Tim Kinerja",
			"allowed": VERIFIKATOR,
			"allow_self_approval": 1,
		},
	)
	alur.save()
