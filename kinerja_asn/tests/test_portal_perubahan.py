"""Pages /kinerja/versi and /kinerja/perubahan: start a change, write it, compare, set, return, cancel."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.tests.factories import (
	as_user,
	make_hasil_kerja,
	make_indikator,
	make_perubahan,
	make_skp,
	move,
)
from kinerja_asn.tests.test_portal_dasar import UjiPortal


class TestPerubahan(UjiPortal):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 1, 10)
		self.skp = make_skp(
			self.instansi,
			hasil_kerja=[make_hasil_kerja(), make_hasil_kerja("Tertanganinya pengaduan", "Tambahan")],
			indikator=[make_indikator(), make_indikator(hasil_kerja_ke=2, indikator="Jumlah pengaduan")],
		)
		frappe.flags.current_date = date(2025, 7, 15)
		self.versi = f"/kinerja/versi?skp={self.skp.name}"

	def start(self, nama: str = "petugas", **isian) -> str:
		data = {"aksi": "mulai", "alasan": "Penugasan baru", "uraian_alasan": "Tim layanan", **isian}
		jawaban = self.open(nama, self.versi, data)
		self.assertEqual(jawaban.status, 303, jawaban.get_galat())
		return jawaban.tujuan

	def get_doc(self):
		return frappe.get_doc("Perubahan SKP", {"skp": self.skp.name})

	def get_isian(self, doc, **lain) -> dict:
		"""The form of the whole plan as the page shows it, with the first target halved."""
		isian = {"alasan": doc.alasan, "uraian_alasan": doc.uraian_alasan or "", "berlaku_mulai": ""}
		for ke, hasil in enumerate(doc.hasil_kerja):
			isian |= {
				f"hk-{ke}-name": hasil.name,
				f"hk-{ke}-uraian": hasil.rencana_hasil_kerja,
				f"hk-{ke}-jenis": hasil.jenis,
				f"hk-{ke}-rhk_uraian": hasil.rhk_pimpinan_uraian,
			}
		for ke, iki in enumerate(doc.indikator):
			isian |= {
				f"iki-{ke}-hk": str(iki.hasil_kerja_ke - 1),
				f"iki-{ke}-name": iki.name,
				f"iki-{ke}-indikator": iki.indikator,
				f"iki-{ke}-aspek-Kuantitas": "1",
				f"iki-{ke}-arah": iki.arah,
				f"iki-{ke}-min": "1000",
				f"iki-{ke}-satuan": iki.satuan,
				f"iki-{ke}-hitung": iki.cara_hitung,
			}
		return {**isian, "iki-0-min": "500", **lain}

	def submit(self, **lain) -> str:
		alamat = self.start()
		isian = self.get_isian(self.get_doc(), **lain)
		self.assertEqual(self.send("petugas", alamat, "ajukan", **isian).pesan, "diajukan")
		return alamat

	def test_from_start_to_the_new_version(self):
		self.assertIn("/kinerja/versi", self.open("petugas", f"/kinerja/skp?name={self.skp.name}").isi)
		alamat = self.submit()
		self.assertIn("Menunggu Penilai", self.open("petugas", alamat).teks)
		antrean = self.open("penilai", "/kinerja/tim")
		self.assertIn("Perubahan SKP untuk ditetapkan", antrean.teks)
		self.assertIn("1 menunggu Anda", antrean.teks)
		halaman = self.open("penilai", alamat)
		self.assertIn("1 berubah", halaman.teks)
		self.assertIn("Semula 1.000 pendaftaran Menjadi 500 pendaftaran", halaman.teks)
		self.assertIn("Penugasan baru : Tim layanan", halaman.teks)
		self.assertEqual(self.send("penilai", alamat, "tetapkan").pesan, "diproses")
		self.assertEqual(self.skp.reload().indikator[0].target_min, 500)
		daftar = self.open("petugas", f"{self.versi}&a=1&b=2")
		self.assertIn("Versi 1: 1 Jan 2025 – 14 Jul 2025", daftar.teks)
		self.assertIn("Diganti karena penugasan baru: Tim layanan", daftar.teks)
		self.assertIn("Semula 1.000 pendaftaran Menjadi 500 pendaftaran", daftar.teks)
		self.assertIn("Semula 1.000", self.open("penilai", alamat).teks)

	def test_a_version_that_starts_later_is_not_said_to_be_in_force(self):
		frappe.flags.current_date = date(2025, 3, 1)
		alamat = self.start(berlaku_mulai="2025-04-01")
		self.send("petugas", alamat, "ajukan", **self.get_isian(self.get_doc(), berlaku_mulai="2025-04-01"))
		self.send("penilai", alamat, "tetapkan")
		for hari, keadaan in ((date(2025, 3, 31), "Akan berlaku"), (date(2025, 4, 1), "Sedang berlaku")):
			frappe.flags.current_date = hari
			with self.subTest(hari=hari):
				teks = self.open("petugas", self.versi).teks
				self.assertRegex(teks, f"Versi 2: [^:]+ {keadaan}")
				self.assertEqual(teks.count("Sedang berlaku"), 1)

	def test_the_penilai_decides_the_kind_when_he_sets_it(self):
		alamat = self.submit()
		row = self.get_doc().hasil_kerja[1]
		self.send("penilai", alamat, "tetapkan", **{f"jenis-{row.name}": "Utama"})
		self.assertEqual(self.skp.reload().hasil_kerja[1].jenis, "Utama")

	def test_returned_with_reasons_and_corrected(self):
		alamat = self.submit()
		kunci = self.get_doc().indikator[0].kunci
		self.assertIn("Tulis alasan", self.send("penilai", alamat, "kembalikan").get_galat())
		jawaban = self.send("penilai", alamat, "kembalikan", **{f"catatan-{kunci}": "Terlalu rendah."})
		self.assertEqual(jawaban.pesan, "dikembalikan")
		halaman = self.open("petugas", alamat)
		self.assertIn("Terlalu rendah.", halaman.teks)
		self.assertIn("Perbaiki indikator ke-1", halaman.teks)
		self.assertIn("Perubahan SKP dikembalikan", self.open("petugas", "/kinerja").teks)
		isian = self.get_isian(self.get_doc(), **{"iki-0-min": "800"})
		self.assertEqual(self.send("petugas", alamat, "ajukan", **isian).pesan, "diajukan")

	def test_the_penilai_prepares_a_change_and_the_employee_submits_it(self):
		alamat = self.start("penilai")
		doc = self.get_doc()
		halaman = self.open("penilai", alamat)
		self.assertFalse(halaman.has_tombol("ajukan"))
		self.assertIn("yang menandatangani dan mengajukannya", halaman.teks)
		self.assertEqual(self.send("penilai", alamat, "simpan", **self.get_isian(doc)).pesan, "disimpan")
		self.assertIn("Perubahan SKP belum diajukan", self.open("petugas", "/kinerja").teks)
		self.assertEqual(
			self.send("petugas", alamat, "ajukan", **self.get_isian(self.get_doc())).pesan, "diajukan"
		)

	def test_a_removed_row_comes_back_and_nothing_typed_is_lost(self):
		alamat = self.start()
		isian = self.get_isian(self.get_doc())
		tanpa = {nama: nilai for nama, nilai in isian.items() if not nama.startswith(("hk-1", "iki-1"))}
		self.assertEqual(self.send("petugas", alamat, "simpan", **tanpa).pesan, "disimpan")
		halaman = self.open("petugas", alamat)
		self.assertIn("Dihapus dari rencana Tertanganinya pengaduan", halaman.teks)
		kunci = self.skp.hasil_kerja[1].kunci
		isian = self.get_isian(self.get_doc(), **{"iki-0-min": "400"})
		self.assertEqual(self.send("petugas", alamat, f"pulihkan:{kunci}", **isian).pesan, "dipulihkan")
		doc = self.get_doc()
		self.assertEqual([row.kunci for row in doc.hasil_kerja], [row.kunci for row in self.skp.hasil_kerja])
		self.assertEqual([row.kunci for row in doc.indikator], [row.kunci for row in self.skp.indikator])
		self.assertEqual((doc.indikator[0].target_min, doc.indikator[1].hasil_kerja), (400, kunci))

	def test_an_indikator_alone_comes_back_too(self):
		doc = make_perubahan(self.skp)
		with as_user(self.skp.pegawai_user):
			doc.append("indikator", make_indikator(hasil_kerja_ke=2, indikator="Lama tanggapan"))
			doc.set("indikator", [doc.indikator[0], doc.indikator[2]])
			doc.save()
		alamat = f"/kinerja/perubahan?name={doc.name}"
		kunci = self.skp.indikator[1].kunci
		self.send("petugas", alamat, f"pulihkan:{kunci}", **self.get_isian(doc))
		self.assertEqual(
			[row.indikator for row in self.get_doc().indikator][1:], ["Lama tanggapan", "Jumlah pengaduan"]
		)
		galat = self.send(
			"petugas", alamat, f"pulihkan:{kunci}", **self.get_isian(self.get_doc())
		).get_galat()
		self.assertIn("sudah ada dalam perubahan", galat)

	def test_what_is_wrong_is_said_and_the_form_keeps_what_was_typed(self):
		alamat = self.start()
		doc = self.get_doc()
		for pesan, lain in (
			("Pilih alasan perubahan", {"alasan": "Karena ingin"}),
			('"besok" bukan tanggal', {"berlaku_mulai": "besok"}),
			("masa versi SKP yang diubah", {"berlaku_mulai": "2026-02-01"}),
			("Belum ada yang berbeda", {"iki-0-min": "1000"}),
		):
			with self.subTest(pesan=pesan):
				halaman = self.send("petugas", alamat, "ajukan", **self.get_isian(doc, **lain))
				self.assertIn(pesan, halaman.get_galat())
				self.assertEqual(halaman.get_nilai("iki-0-min"), lain.get("iki-0-min", "500"))
		self.assertEqual(self.get_doc().tahap, Tahap.DRAF)

	def test_a_change_without_a_reason_does_not_begin(self):
		for alasan in ("", "Karena ingin"):
			halaman = self.open(
				"petugas", self.versi, {"aksi": "mulai", "alasan": alasan, "uraian_alasan": "Ingin"}
			)
			self.assertIn("Pilih alasan perubahan", halaman.get_galat())
			self.assertEqual(halaman.get_nilai("uraian_alasan"), "Ingin")
		self.assertFalse(frappe.db.exists("Perubahan SKP", {"skp": self.skp.name}))

	def test_withdrawn_and_cancelled(self):
		alamat = self.submit()
		self.assertEqual(self.send("petugas", alamat, "tarik").pesan, "ditarik")
		self.assertEqual(self.send("petugas", alamat, "batalkan").pesan, "dibatalkan")
		self.assertEqual((self.get_doc().tahap, self.skp.reload().versi), (Tahap.DITUTUP, 1))
		self.assertFalse(self.open("petugas", alamat).has_tombol("simpan"))

	def test_starting_twice_opens_the_same_change(self):
		self.assertEqual(self.start(), self.start())

	def test_a_stale_page_does_not_set_what_was_not_seen(self):
		alamat = self.submit()
		lama = self.open("penilai", alamat).get_nilai("modified")
		self.send("petugas", alamat, "tarik")
		self.send("petugas", alamat, "ajukan", **self.get_isian(self.get_doc(), **{"iki-0-min": "100"}))
		halaman = self.open("penilai", alamat, {"aksi": "tetapkan", "modified": lama})
		self.assertIn("sudah berubah", halaman.get_galat())
		self.assertEqual(self.skp.reload().versi, 1)

	def test_versions_that_do_not_exist_are_not_compared(self):
		for a, b in (("1", "1"), ("1", "9"), ("x", "2"), ("", "")):
			self.assertNotIn(
				"dibandingkan dengan versi", self.open("petugas", f"{self.versi}&a={a}&b={b}").teks
			)

	def test_those_who_run_the_system_read_the_versions(self):
		for nama in ("pengelola", "auditor", "pengelola_unit"):
			halaman = self.open(nama, self.versi)
			self.assertIn("Versi 1: 1 Jan 2025 – 31 Des 2025", halaman.teks)
			self.assertFalse(halaman.has_tombol("mulai"))

	def test_strangers_find_nothing(self):
		alamat = self.start()
		for nama in ("kolega", "tetangga"):
			for path in (alamat, self.versi):
				self.assertIn(self.open(nama, path).status, (403, 404), (nama, path))
		kepala = self.open("kepala", alamat)
		self.assertEqual(kepala.status, 200)
		self.assertFalse(kepala.has_tombol("tetapkan") or kepala.has_tombol("simpan"))
		jawaban = self.open("kepala", self.versi, {"aksi": "mulai", "alasan": "Penugasan baru"})
		self.assertEqual(frappe.db.count("Perubahan SKP", {"skp": self.skp.name}), 1)
		self.assertNotEqual(jawaban.pesan, "diproses")

	def test_the_employee_cannot_set_it_by_a_made_up_request(self):
		alamat = self.submit()
		halaman = self.send("petugas", alamat, "tetapkan")
		self.assertIn("tidak dapat Anda lakukan", halaman.get_galat())
		self.assertEqual((self.get_doc().tahap, self.skp.reload().versi), (Tahap.DIAJUKAN, 1))

	def test_a_notice_leads_to_the_change(self):
		alamat = self.start()
		nama = self.get_doc().name
		self.assertEqual(
			self.open("penilai", f"/kinerja/buka?jenis=Perubahan SKP&name={nama}").tujuan, alamat
		)


class TestLaporanSetelahPerubahan(UjiPortal):
	def test_the_report_shows_and_saves_the_rows_of_its_time(self):
		frappe.flags.current_date = date(2025, 1, 10)
		skp = make_skp(self.instansi)
		frappe.flags.current_date = date(2025, 7, 15)
		doc = make_perubahan(skp)
		with as_user(skp.pegawai_user):
			doc.append("indikator", make_indikator(indikator="Lama tanggapan", arah="Turun"))
			doc.save()
		move(doc, skp.pegawai_user, Tahap.DIAJUKAN)
		move(doc, skp.penilai_user, Tahap.DITETAPKAN)
		juni, juli = (f"/kinerja/realisasi?skp={skp.name}&masa={ke}" for ke in (6, 7))
		self.assertNotIn("Lama tanggapan", self.open("petugas", juni).teks)
		self.assertIn("Lama tanggapan", self.open("petugas", juli).teks)
		kunci = doc.indikator[1].kunci
		jawaban = self.send("petugas", juli, "simpan", **{f"nilai-{kunci}": "3"})
		self.assertEqual(jawaban.pesan, "disimpan", jawaban.get_galat())
