"""Page /kinerja/rencana_aksi: written on the phone, agreed and asked for by the Penilai, shown where results are judged."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.services.situs.tujuan import get_alamat_tindakan
from kinerja_asn.tests.factories import (
	as_user,
	make_evaluasi,
	make_hasil_kerja,
	make_indikator,
	make_kinerja_unit,
	make_realisasi,
	make_rencana_aksi,
	make_skp,
	move,
)
from kinerja_asn.tests.test_portal_dasar import UjiPortal

DOCTYPE = "Rencana Aksi"


class UjiRencanaAksi(UjiPortal):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 5, 5)
		self.skp = make_skp(
			self.instansi,
			hasil_kerja=[make_hasil_kerja("Pengaduan tuntas"), make_hasil_kerja("Arsip tertata", "Tambahan")],
			indikator=[make_indikator(), make_indikator(hasil_kerja_ke=2, indikator="Arsip terpindai")],
		)
		self.pengaduan, self.arsip = (row.kunci for row in self.skp.hasil_kerja)
		self.alamat = f"/kinerja/rencana_aksi?name={self.skp.name}"

	def type(self, *langkah: tuple, **lain) -> dict:
		"""``langkah``: (kunci of the hasil kerja, what, first month, last month)."""
		isian = {}
		for ke, (hasil, uraian, mulai, selesai) in enumerate(langkah):
			isian |= {
				f"langkah-{ke}-hasil": hasil,
				f"langkah-{ke}-uraian": uraian,
				f"langkah-{ke}-mulai": mulai,
				f"langkah-{ke}-selesai": selesai,
			}
		return isian | lain

	def get_doc(self):
		return frappe.get_doc(DOCTYPE, self.skp.name)

	def make(self, status: str = "Disusun"):
		return make_rencana_aksi(
			self.skp,
			(1, "Menyusun jawaban baku", "April", "Mei"),
			(2, "Memilah arsip", "Juni", "Juni"),
			status=status,
		)


class TestMenulis(UjiRencanaAksi):
	def test_every_hasil_kerja_has_a_field_from_this_month_to_the_last(self):
		halaman = self.open("petugas", self.alamat)
		self.assertEqual(halaman.status, 200)
		self.assertIn("1. Pengaduan tuntas", halaman.teks)
		self.assertIn("2. Arsip tertata", halaman.teks)
		self.assertEqual(
			[halaman.get_nilai(f"langkah-{ke}-hasil") for ke in (0, 1)], [self.pengaduan, self.arsip]
		)
		self.assertRegex(halaman.isi, r'name="langkah-0-mulai">.*?<option selected value="Mei"')
		self.assertRegex(halaman.isi, r'name="langkah-0-selesai">.*?<option selected value="Desember"')
		self.assertIn("dapat diisi tanpa menunggunya", halaman.teks)

	def test_saved_shown_again_emptied_and_gone(self):
		isian = self.type(
			(self.pengaduan, "Menyusun jawaban baku", "Mei", "Juni"), (self.arsip, " ", "Mei", "Desember")
		)
		jawaban = self.send("petugas", self.alamat, "simpan", **isian)
		self.assertEqual((jawaban.status, jawaban.pesan), (303, "rencana_aksi"))
		(row,) = self.get_doc().baris
		self.assertEqual(
			(row.hasil_kerja, row.bulan_mulai, row.bulan_selesai), (self.pengaduan, "Mei", "Juni")
		)
		halaman = self.open("petugas", self.alamat)
		self.assertEqual(halaman.get_nilai("langkah-0-uraian"), "Menyusun jawaban baku")
		self.assertEqual(halaman.get_nilai("langkah-0-name"), row.name)
		kosong = self.type((self.pengaduan, "", "Mei", "Juni"), **{"langkah-0-name": row.name})
		self.send("petugas", self.alamat, "simpan", **kosong)
		self.assertEqual(self.get_doc().baris, [])

	def test_a_step_that_is_kept_stays_the_same_row(self):
		doc = self.make("Disepakati")
		isian = self.type(
			(self.pengaduan, "Menyusun jawaban baku", "April", "Mei"),
			(self.pengaduan, "Mengujinya", "Juni", "Juni"),
			(self.arsip, "Memilah arsip", "Juni", "Juni"),
			**{"langkah-0-name": doc.baris[0].name, "langkah-2-name": doc.baris[1].name},
		)
		self.assertEqual(self.send("petugas", self.alamat, "simpan", **isian).status, 303)
		baru = self.get_doc()
		self.assertEqual([row.disepakati for row in baru.baris], [1, 0, 1])
		self.assertEqual((baru.baris[0].name, baru.status), (doc.baris[0].name, "Berubah sejak disepakati"))

	def test_what_is_agreed_on_is_submitted_again_when_it_differs(self):
		doc = self.make("Disepakati")
		isian = self.type(
			(self.pengaduan, "Menyusun jawaban baku", "April", "Mei"),
			(self.arsip, "Memilah arsip", "Juni", "Juni"),
			**{f"langkah-{ke}-name": row.name for ke, row in enumerate(doc.baris)},
		)
		self.assertEqual(self.send("petugas", self.alamat, "ajukan", **isian).pesan, "tetap")
		self.assertEqual(self.get_doc().status, "Disepakati")
		isian |= {"langkah-1-selesai": "Juli"}
		self.assertEqual(self.send("petugas", self.alamat, "ajukan", **isian).pesan, "rencana_aksi_diajukan")
		self.assertEqual(self.get_doc().status, "Menunggu kesepakatan")
		self.assertFalse(self.open("petugas", self.alamat).has_tombol("ajukan"))

	def test_a_further_step_is_added_without_saving(self):
		isian = self.type((self.pengaduan, "Menyusun", "Mei", "Juni"), (self.arsip, "", "Mei", "Desember"))
		halaman = self.send("petugas", self.alamat, f"tambah:{self.pengaduan}", **isian)
		self.assertEqual(halaman.get_nilai("langkah-0-uraian"), "Menyusun")
		self.assertEqual(halaman.get_nilai("langkah-1-hasil"), self.pengaduan)
		self.assertEqual(halaman.get_nilai("langkah-2-hasil"), self.arsip)
		self.assertRegex(halaman.isi, r'name="langkah-1-uraian"[^>]*autofocus')
		self.assertFalse(frappe.db.exists(DOCTYPE, self.skp.name))

	def test_what_is_wrong_is_said_beside_the_field_and_stays_typed(self):
		isian = self.type((self.pengaduan, "Menyusun jawaban", "Juni", "Mei"))
		halaman = self.send("petugas", self.alamat, "ajukan", **isian)
		self.assertIn(
			'Langkah "Menyusun jawaban": bulan selesai (Mei) mendahului bulan mulai (Juni)',
			halaman.get_galat(),
		)
		self.assertRegex(
			halaman.isi,
			r'name="langkah-0-selesai"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="langkah-0-selesai"',
		)
		self.assertEqual(halaman.get_nilai("langkah-0-uraian"), "Menyusun jawaban")
		self.assertFalse(frappe.db.exists(DOCTYPE, self.skp.name))

	def test_a_made_up_hasil_kerja_or_row_is_nothing(self):
		lain = make_skp(self.instansi, "kolega")
		isian = self.type(
			(lain.hasil_kerja[0].kunci, "Titipan", "Mei", "Mei"), (self.pengaduan, "Menyusun", "Mei", "Mei")
		)
		self.send("petugas", self.alamat, "simpan", **isian, **{"langkah-1-name": "baris-orang-lain"})
		self.assertEqual([row.langkah for row in self.get_doc().baris], ["Menyusun"])

	def test_two_tabs_do_not_overwrite_each_other(self):
		self.make()
		lama = self.open("petugas", self.alamat).get_nilai("modified")
		isian = self.type((self.pengaduan, "Menyusun", "Mei", "Mei"))
		self.send("petugas", self.alamat, "simpan", **isian)
		halaman = self.open("petugas", self.alamat, {"aksi": "simpan", "modified": lama, **isian})
		self.assertIn("sudah berubah sejak Anda membukanya", halaman.get_galat())

	def test_whoever_types_while_it_is_asked_for_loses_nothing(self):
		lama = self.open("petugas", self.alamat).get_nilai("modified")
		self.send("penilai", self.alamat, "minta")
		isian = self.type((self.pengaduan, "Menyusun", "Mei", "Mei"))
		jawaban = self.open("petugas", self.alamat, {"aksi": "ajukan", "modified": lama, **isian})
		self.assertEqual(jawaban.pesan, "rencana_aksi_diajukan")
		self.assertEqual((self.get_doc().status, self.get_doc().diminta), ("Menunggu kesepakatan", 0))

	def test_a_form_sent_twice_is_carried_out_once(self):
		halaman = self.open("petugas", self.alamat)
		isian = {
			"aksi": "ajukan",
			"modified": halaman.get_nilai("modified"),
			"kiriman": halaman.get_nilai("kiriman"),
			**self.type((self.pengaduan, "Menyusun", "Mei", "Mei")),
		}
		pertama, kedua = (self.open("petugas", self.alamat, isian) for _kali in range(2))
		self.assertEqual(pertama.tujuan, kedua.tujuan)
		self.assertEqual(len(self.get_doc().baris), 1)

	def test_of_a_closed_plan_it_is_read(self):
		self.make("Disepakati")
		move(self.skp, self.instansi.user["pengelola"], Tahap.DITUTUP)
		halaman = self.open("petugas", self.alamat)
		self.assertIn("Menyusun jawaban baku", halaman.teks)
		self.assertFalse(halaman.has_tombol("simpan"))
		jawaban = self.open(
			"petugas", self.alamat, {"aksi": "simpan", "modified": halaman.get_nilai("modified") or ""}
		)
		self.assertEqual(jawaban.status, 200)
		self.assertEqual(len(self.get_doc().baris), 2)


class TestMenyepakati(UjiRencanaAksi):
	def test_the_penilai_agrees_and_goes_on_to_the_next(self):
		doc = self.make("Menunggu kesepakatan")
		muka = self.open("penilai", "/kinerja/tim")
		self.assertIn("Rencana aksi untuk disepakati", muka.teks)
		self.assertIn(f"/kinerja/rencana_aksi?name={self.skp.name}", muka.html)
		halaman = self.open("penilai", self.alamat)
		self.assertIn("Menyusun jawaban baku April – Mei", halaman.teks)
		self.assertFalse(halaman.has_tombol("simpan"))
		jawaban = self.send("penilai", self.alamat, "sepakati")
		self.assertEqual((jawaban.status, jawaban.pesan), (303, "diproses"))
		self.assertEqual(doc.reload().status, "Disepakati")
		self.assertFalse(self.open("penilai", self.alamat).has_tombol("sepakati"))
		self.assertIn("Disepakati dengan Penilai pada", self.open("petugas", self.alamat).teks)

	def test_what_changed_since_is_marked(self):
		doc = self.make("Disepakati")
		with as_user(doc.pegawai_user):
			doc.baris[1].langkah = "Memilah dan memindai arsip"
			doc.update({"status": "Menunggu kesepakatan"}).save()
		teks = self.open("penilai", self.alamat).teks
		self.assertIn("Memilah dan memindai arsip Juni berubah", teks)
		self.assertIn("Menyusun jawaban baku April – Mei Arsip", teks)

	def test_changed_while_he_read_it_he_does_not_agree_to_it(self):
		doc = self.make("Menunggu kesepakatan")
		lama = self.open("penilai", self.alamat).get_nilai("modified")
		isian = self.type((self.pengaduan, "Yang lain", "Mei", "Mei"))
		self.send("petugas", self.alamat, "simpan", **isian)
		halaman = self.open("penilai", self.alamat, {"aksi": "sepakati", "modified": lama})
		self.assertIn("sudah berubah sejak Anda membukanya", halaman.get_galat())
		self.assertEqual(doc.reload().status, "Menunggu kesepakatan")

	def test_asked_for_with_one_click_from_the_plan(self):
		rencana = self.open("penilai", f"/kinerja/tim/skp?name={self.skp.name}")
		self.assertTrue(rencana.has_tombol("minta"))
		jawaban = self.open("penilai", self.alamat, {"aksi": "minta"})
		self.assertEqual((jawaban.status, jawaban.pesan), (303, "rencana_aksi_diminta"))
		self.assertFalse(self.open("penilai", f"/kinerja/tim/skp?name={self.skp.name}").has_tombol("minta"))
		halaman = self.open("petugas", self.alamat)
		self.assertIn("Diminta Penilai pada", halaman.teks)

	def test_asked_for_it_is_what_to_do_next_once_nothing_is_due(self):
		frappe.flags.current_date = date(2025, 1, 10)
		self.open("penilai", self.alamat, {"aksi": "minta", "permintaan": "Untuk pengaduan saja."})
		ajakan = self.open("petugas", "/kinerja").teks
		self.assertIn("Penilai meminta rencana aksi Anda Untuk pengaduan saja.", ajakan)
		frappe.flags.current_date = date(2025, 2, 3)
		self.assertNotIn("Langkah Anda berikutnya Penilai meminta", self.open("petugas", "/kinerja").teks)

	def test_better_steps_are_asked_for_in_words(self):
		self.make("Menunggu kesepakatan")
		halaman = self.send("penilai", self.alamat, "minta", permintaan=" ")
		self.assertIn("Tulis apa yang perlu diperbaiki", halaman.get_galat())
		self.assertEqual(self.send("penilai", self.alamat, "minta", permintaan="Semester dua?").status, 303)
		halaman = self.open("petugas", self.alamat)
		self.assertIn("Permintaan Pejabat Penilai: Semester dua?", halaman.teks)
		self.assertTrue(halaman.has_tombol("ajukan"))


class TestAkses(UjiRencanaAksi):
	def test_the_page_is_for_those_who_read_the_plan(self):
		self.make("Menunggu kesepakatan")
		for nama, status in (("kepala", 200), ("kolega", 404), ("tetangga", 404)):
			self.assertEqual(self.open(nama, self.alamat).status, status, nama)
		self.assertEqual(self.open("Guest", self.alamat).status, 302)
		self.assertEqual(self.open("petugas", "/kinerja/rencana_aksi").status, 404)

	def test_the_atasan_reads_and_has_no_button(self):
		self.make("Menunggu kesepakatan")
		halaman = self.open("kepala", self.alamat)
		self.assertIn("Menyusun jawaban baku", halaman.teks)
		for aksi in ("sepakati", "minta", "simpan"):
			self.assertFalse(halaman.has_tombol(aksi), aksi)
			self.open(
				"kepala",
				self.alamat,
				{"aksi": aksi, "permintaan": "x", **self.type((self.pengaduan, "T", "Mei", "Mei"))},
			)
		doc = self.get_doc()
		self.assertEqual((doc.status, doc.diminta, len(doc.baris)), ("Menunggu kesepakatan", 0, 2))

	def test_the_penilai_writes_no_steps_by_the_page_either(self):
		self.make("Menunggu kesepakatan")
		self.send("penilai", self.alamat, "simpan", **self.type((self.pengaduan, "Titipan", "Mei", "Mei")))
		self.assertEqual(
			[row.langkah for row in self.get_doc().baris], ["Menyusun jawaban baku", "Memilah arsip"]
		)

	def test_a_notice_leads_to_the_page_and_hr_to_the_form(self):
		doc = self.make()
		for nama in ("petugas", "penilai", "kepala"):
			self.assertEqual(get_alamat_tindakan(doc, self.instansi.user[nama]), self.alamat)
		self.assertIn("rencana-aksi", get_alamat_tindakan(doc, self.instansi.user["auditor"]))


class TestDiSampingHasil(UjiRencanaAksi):
	def test_beside_each_hasil_kerja_of_a_report_stand_the_steps_of_its_month(self):
		self.make()
		mei = f"/kinerja/realisasi?skp={self.skp.name}&masa=5"
		halaman = self.open("petugas", mei)
		self.assertIn("Menyusun jawaban baku (April – Mei)", halaman.teks)
		self.assertNotIn("Memilah arsip", halaman.teks)
		frappe.flags.current_date = date(2025, 6, 2)
		doc = make_realisasi(self.skp, 5, 70, Tahap.DIAJUKAN)
		for nama, alamat in (("petugas", mei), ("penilai", f"/kinerja/tim/realisasi?name={doc.name}")):
			halaman = self.open(nama, alamat)
			self.assertIn("Menyusun jawaban baku (April – Mei)", halaman.teks)
			self.assertIn("Pendokumentasian+Kinerja+B.1.2", halaman.html)

	def test_two_indikator_of_one_hasil_kerja_show_them_once(self):
		skp = make_skp(
			self.instansi, "kolega", indikator=[make_indikator(), make_indikator(indikator="Lama")]
		)
		make_rencana_aksi(skp, (1, "Memilah"))
		halaman = self.open("kolega", f"/kinerja/realisasi?skp={skp.name}&masa=5")
		self.assertEqual(halaman.teks.count("Memilah (Januari – Desember)"), 1)

	def test_on_the_evaluation_stand_those_that_have_begun(self):
		make_rencana_aksi(self.skp, (1, "Menyusun", "Maret", "Mei"), (1, "Mengulang", "November", "November"))
		frappe.flags.current_date = date(2025, 4, 4)
		make_realisasi(self.skp, 1, 70)
		make_kinerja_unit(self.instansi, jenis="Periodik", masa_ke=1)
		doc = make_evaluasi(self.instansi, self.skp, jenis="Periodik", masa_ke=1)
		halaman = self.open("penilai", f"/kinerja/tim/evaluasi?name={doc.name}")
		self.assertIn("Menyusun (Maret – Mei)", halaman.teks)
		self.assertNotIn("Mengulang", halaman.teks)

	def test_a_hasil_kerja_that_is_gone_says_so(self):
		doc = self.make()
		frappe.db.set_value(
			"SKP Hasil Kerja", {"parent": self.skp.name, "kunci": self.arsip}, "kunci", "lain"
		)
		halaman = self.open("petugas", self.alamat)
		self.assertIn("Hasil kerja ini tidak ada lagi dalam SKP", halaman.teks)
		self.assertIn("Tidak ada lagi dalam SKP", self.open("penilai", self.alamat).teks)
		isian = self.type(
			(self.pengaduan, "Menyusun jawaban baku", "April", "Mei"),
			(self.arsip, "Memilah arsip", "Juni", "Juni"),
			**{f"langkah-{ke}-name": row.name for ke, row in enumerate(doc.baris)},
		)
		self.assertEqual(self.send("petugas", self.alamat, "simpan", **isian).status, 303)
		self.assertEqual(len(self.get_doc().baris), 2)
