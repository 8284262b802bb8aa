"""The dialogue on a plan: remarks on rows, a return with reasons, who confirmed what, and who may not say anything."""

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.services.bersama.waktu import get_nama_zona
from kinerja_asn.services.perencanaan.skp.dialog import get_catatan
from kinerja_asn.services.perencanaan.skp.penetapan import pass_on_penetapan
from kinerja_asn.tests.basis import watch_query
from kinerja_asn.tests.factories import (
	as_user,
	make_hasil_kerja,
	make_indikator,
	make_perubahan,
	make_skp,
)
from kinerja_asn.tests.test_portal_dasar import UjiPortal
from kinerja_asn.tests.test_portal_skp import ISIAN


class UjiDialog(UjiPortal):
	tahap = Tahap.DIAJUKAN

	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi, tahap=self.tahap)
		self.kunci = self.skp.hasil_kerja[0].kunci
		self.saya, self.tim = (f"/kinerja/{halaman}?name={self.skp.name}" for halaman in ("skp", "tim/skp"))

	def write(self, nama: str, **isi):
		"""Insert a remark as ``nama`` the way a REST client would."""
		values = {"skp": self.skp.name, "pegawai": self.skp.pegawai, "isi": "Mohon arahan", **isi}
		with as_user(self.instansi.user[nama]):
			return frappe.get_doc(doctype="Catatan SKP", **values).insert()

	def get_isi(self, kunci: str | None = None) -> list[tuple]:
		rows = get_catatan(self.skp.name).get(kunci or "", [])
		return [(row.nama_penulis, row.sifat, row.isi) for row in rows]


class TestCatatan(UjiDialog):
	def test_the_server_fills_in_who_said_what_about_which_row(self):
		palsu = {"oleh": "Administrator", "nama_penulis": "Bupati", "peran": "Bupati", "pada": "2020-01-01"}
		palsu |= {
			"uraian_baris": "Lain",
			"sifat": "Alasan pengembalian",
			"penilai_user": self.instansi.user["kolega"],
			"instansi": "Dinas Tetangga Uji",
		}
		doc = self.write("petugas", baris=self.kunci, **palsu).reload()
		self.assertEqual(
			(doc.oleh, doc.nama_penulis, doc.peran), (self.instansi.user["petugas"], "Petugas", "Pegawai")
		)
		self.assertEqual(
			(doc.sifat, doc.uraian_baris), ("Komentar", self.skp.hasil_kerja[0].rencana_hasil_kerja)
		)
		self.assertEqual((doc.penilai_user, doc.instansi), (self.skp.penilai_user, self.instansi.name))
		self.assertNotEqual(doc.pada.year, 2020)
		for nama, peran in (
			("penilai", "Pejabat Penilai Kinerja"),
			("kepala", "Atasan Pejabat Penilai Kinerja"),
		):
			self.assertEqual(self.write(nama).peran, peran)

	def test_others_neither_write_nor_read(self):
		catatan = self.write("petugas")
		for nama in ("kolega", "tetangga", "pengelola", "pengelola_unit", "auditor"):
			with self.subTest(nama), self.assertRaises(frappe.PermissionError):
				self.write(nama)
		for nama in ("kolega", "tetangga"):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				self.assertEqual(frappe.get_list("Catatan SKP"), [])
				self.assertFalse(catatan.has_permission("read"))
				self.assertEqual(get_catatan(self.skp.name), {})

	def test_naming_ones_own_plan_does_not_open_anothers(self):
		milik_kolega = make_skp(self.instansi, "kolega")
		with self.assertRaises(frappe.PermissionError):
			self.write("kolega", pegawai=milik_kolega.pegawai, pegawai_user=milik_kolega.pegawai_user)
		ditolak = (frappe.PermissionError, frappe.LinkValidationError)  # v15 looks at the link first
		for skp in (None, "", "SKP-TIDAK-ADA"):
			with self.subTest(skp), self.assertRaises(ditolak):
				self.write("kolega", skp=skp)
		perubahan = make_perubahan(milik_kolega)
		self.assert_ditolak(
			"bukan perubahan dari SKP", frappe.ValidationError, self.write, "kolega", perubahan=perubahan.name
		)

	def test_it_is_about_a_row_of_that_plan(self):
		lain = make_skp(self.instansi, "kolega").hasil_kerja[0].kunci
		for baris in (lain, "karangan", "%"):
			self.assert_ditolak(
				"tidak ada di SKP ini", frappe.ValidationError, self.write, "petugas", baris=baris
			)
		iki = self.skp.indikator[0]
		self.assertEqual(self.write("petugas", baris=iki.kunci).uraian_baris, iki.indikator)

	def test_it_is_never_edited_nor_removed(self):
		doc = self.write("penilai")
		for nama in ("penilai", "petugas", "pengelola"):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				doc = frappe.get_doc("Catatan SKP", doc.name)
				doc.isi = "Lain"
				with self.assertRaises((frappe.ValidationError, frappe.PermissionError)):
					doc.save()
				with self.assertRaises(frappe.PermissionError):
					frappe.delete_doc("Catatan SKP", doc.name)
		self.assertEqual(frappe.db.get_value("Catatan SKP", doc.name, "isi"), "Mohon arahan")

	def test_its_text_is_held_to_the_limits(self):
		for isi, pesan in (
			("  ", "Tulis isi catatannya"),
			("a" * 10_001, "terlalu panjang"),
			("<script>x</script>", "tanpa tag HTML"),
			("=HYPERLINK(1)", "jangan awali teks"),
		):
			with self.subTest(isi[:10]):
				self.assert_ditolak(pesan, frappe.ValidationError, self.write, "petugas", isi=isi)

	def test_nothing_is_added_to_a_closed_plan(self):
		frappe.db.set_value("SKP", self.skp.name, "tahap", str(Tahap.DITUTUP))
		self.assert_ditolak("sudah ditutup", frappe.ValidationError, self.write, "petugas")

	def test_one_on_a_change_stays_with_the_change(self):
		skp = make_skp(self.instansi, "kolega")
		perubahan = make_perubahan(skp)
		isi = {"skp": skp.name, "pegawai": skp.pegawai, "perubahan": perubahan.name}
		self.write("kolega", **isi, baris=perubahan.hasil_kerja[0].kunci)
		self.assertEqual(get_catatan(skp.name), {})
		self.assertIn(perubahan.hasil_kerja[0].kunci, get_catatan(skp.name, perubahan.name))


class TestHalaman(UjiDialog):
	def test_both_sides_and_the_superior_talk_about_a_row(self):
		modified = self.skp.modified
		for nama, alamat in (("petugas", self.saya), ("penilai", self.tim), ("kepala", self.tim)):
			isian = {f"catatan-{self.kunci}": f"Kata {nama}", "catatan-umum": f"Umum dari {nama}"}
			self.assertFalse(self.send(nama, alamat, "catatan", **isian).get_galat(), nama)
		for nama, alamat in (("petugas", self.saya), ("penilai", self.tim)):
			teks = self.open(nama, alamat).teks
			self.assertIn("Kata penilai Penilai (Pejabat Penilai Kinerja)", teks)
			self.assertIn("Umum dari kepala", teks)
		self.assertEqual(self.skp.reload().modified, modified)

	def test_a_remark_while_reviewing_keeps_what_else_was_typed(self):
		perilaku, hasil = self.skp.perilaku[0].name, self.skp.hasil_kerja[0].name
		isian = {f"ekspektasi-{perilaku}": "Melayani lansia dahulu", "alasan": "Target terlalu rendah"}
		isian |= {f"jenis-{hasil}": "Tambahan", f"catatan-{self.kunci}": "Mengapa?"}
		halaman = self.send("penilai", self.tim, "catatan", **isian)
		self.assertEqual(halaman.status, 200)
		self.assertEqual(halaman.get_nilai(f"catatan-{self.kunci}"), "")
		for nama in (f"ekspektasi-{perilaku}", "alasan"):
			self.assertEqual(halaman.get_nilai(nama), isian[nama])
		self.assertIn('<option value="Tambahan" selected>', halaman.isi)

	def test_sent_twice_it_is_there_once_and_empty_it_is_refused(self):
		for _kali in range(2):
			self.send("petugas", self.saya, "catatan", **{f"catatan-{self.kunci}": "Satu kali"})
		self.assertEqual(len(self.get_isi(self.kunci)), 1)
		self.send("penilai", self.tim, "catatan", **{f"catatan-{self.kunci}": "Jawab"})
		self.send("petugas", self.saya, "catatan", **{f"catatan-{self.kunci}": "Satu kali"})
		self.assertEqual(len(self.get_isi(self.kunci)), 3)
		self.assertIn("Tulis catatannya", self.send("petugas", self.saya, "catatan").get_galat())
		self.assertIn(
			"Tulis catatannya",
			self.send("petugas", self.saya, "catatan", **{"catatan-asing": "x"}).get_galat(),
		)

	def test_remarks_of_one_plan_are_escaped(self):
		self.write("petugas", baris=self.kunci, isi='5 < 6 & "ya"')
		halaman = self.open("penilai", self.tim)
		self.assertIn("5 &lt; 6 &amp; &#34;ya&#34;", halaman.isi)

	def test_what_was_remarked_goes_along_when_the_plan_is_set(self):
		self.send("penilai", self.tim, "tetapkan", **{f"catatan-{self.kunci}": "Lanjutkan"})
		self.assertEqual(self.skp.reload().tahap, Tahap.DITETAPKAN)
		self.assertEqual(self.get_isi(self.kunci), [("Penilai", "Komentar", "Lanjutkan")])


class TestDraf(UjiDialog):
	tahap = Tahap.DRAF

	def test_a_remark_while_drafting_keeps_what_was_typed_and_stores_only_itself(self):
		halaman = self.open("petugas", self.saya)
		isian = {
			**ISIAN,
			"hk-0-name": self.skp.hasil_kerja[0].name,
			"hk-0-uraian": "Belum disimpan",
			f"catatan-{self.kunci}": "Apakah cukup?",
			"modified": halaman.get_nilai("modified"),
		}
		jawaban = self.open("petugas", self.saya, {"aksi": "catatan", **isian})
		self.assertEqual((jawaban.status, jawaban.get_nilai("hk-0-uraian")), (200, "Belum disimpan"))
		self.assertIn("Apakah cukup? Petugas (Pegawai)", jawaban.teks)
		self.assertEqual(jawaban.get_nilai(f"catatan-{self.kunci}"), "")
		self.assertNotEqual(self.skp.reload().hasil_kerja[0].rencana_hasil_kerja, "Belum disimpan")
		self.assertEqual(self.open("petugas", self.saya, {"aksi": "simpan", **isian}).pesan, "disimpan")
		self.assertEqual(len(self.get_isi(self.kunci)), 1)

	def test_an_unsent_remark_survives_other_buttons_and_is_stored_with_the_draft(self):
		isian = {**ISIAN, "hk-0-name": self.skp.hasil_kerja[0].name, f"catatan-{self.kunci}": "Nanti"}
		halaman = self.send("petugas", self.saya, "tambah_hasil", **isian)
		self.assertEqual(halaman.get_nilai(f"catatan-{self.kunci}"), "Nanti")
		self.send("petugas", self.saya, "simpan", **isian)
		self.assertEqual(self.get_isi(self.kunci), [("Petugas", "Komentar", "Nanti")])

	def test_a_success_said_once_is_not_said_again_by_the_next_button(self):
		halaman = self.send("petugas", f"{self.saya}&pesan=disimpan", "tambah_hasil", **ISIAN)
		self.assertNotIn("Tersimpan sebagai draf", halaman.teks)


class TestPengembalian(UjiDialog):
	def setUp(self):
		super().setUp()
		self.skp = make_skp(
			self.instansi,
			"kolega",
			self.tahap,
			hasil_kerja=[make_hasil_kerja("Satu"), make_hasil_kerja("Dua")],
			indikator=[make_indikator(), make_indikator(hasil_kerja_ke=2, indikator="Milik dua")],
		)
		self.saya, self.tim = (f"/kinerja/{halaman}?name={self.skp.name}" for halaman in ("skp", "tim/skp"))
		self.dua, self.iki = self.skp.hasil_kerja[1].kunci, self.skp.indikator[0].kunci

	def test_reasons_on_rows_alone_are_enough(self):
		isian = {f"catatan-{self.dua}": "Terlalu umum", f"catatan-{self.iki}": "Targetnya rendah"}
		self.assertEqual(self.send("penilai", self.tim, "kembalikan", **isian).pesan, "dikembalikan")
		self.assertEqual(self.get_isi(self.dua), [("Penilai", "Alasan pengembalian", "Terlalu umum")])
		halaman = self.open("kolega", self.saya)
		self.assertIn("Perbaiki hasil kerja ke-2, indikator ke-1 dari hasil kerja ke-1.", halaman.teks)
		self.assertIn("Targetnya rendah Alasan pengembalian · Penilai", halaman.teks)
		self.assertTrue(halaman.has_tombol("ajukan"))

	def test_a_general_reason_with_reasons_on_rows(self):
		isian = {"alasan": "Belum selaras", f"catatan-{self.dua}": "Ganti"}
		self.send("penilai", self.tim, "kembalikan", **isian)
		self.assertEqual(self.skp.reload().catatan_pengembalian, "Belum selaras")
		self.assertEqual(self.get_isi(self.dua), [("Penilai", "Alasan pengembalian", "Ganti")])

	def test_a_reason_on_the_whole_serves_as_the_general_one(self):
		self.send("penilai", self.tim, "kembalikan", **{"catatan-umum": "Susun ulang"})
		self.assertEqual(self.skp.reload().catatan_pengembalian, "Susun ulang")

	def test_what_he_decided_about_the_plan_stays_when_he_returns_it(self):
		perilaku, dua = self.skp.perilaku[0].name, self.skp.hasil_kerja[1].name
		isian = {f"ekspektasi-{perilaku}": "Melayani lansia dahulu", f"jenis-{dua}": "Tambahan"}
		self.send("penilai", self.tim, "kembalikan", alasan="Target terlalu rendah", **isian)
		self.skp.reload()
		self.assertEqual(self.skp.tahap, Tahap.DIKEMBALIKAN)
		self.assertEqual(self.skp.perilaku[0].ekspektasi_khusus, "Melayani lansia dahulu")
		self.assertEqual(self.skp.hasil_kerja[1].jenis, "Tambahan")

	def test_without_any_reason_nothing_happens(self):
		halaman = self.send("penilai", self.tim, "kembalikan", alasan=" ", **{"catatan-asing": "x"})
		self.assertIn("Tulis alasan pengembalian", halaman.get_galat())
		self.assertEqual(self.skp.reload().tahap, Tahap.DIAJUKAN)

	def test_all_or_nothing_and_what_was_typed_stays(self):
		isian = {"alasan": "Perbaiki", f"catatan-{self.dua}": "<b>x</b>", f"catatan-{self.iki}": "Rendah"}
		halaman = self.send("penilai", self.tim, "kembalikan", **isian)
		self.assertIn("tanpa tag HTML", halaman.get_galat())
		self.assertEqual(halaman.get_nilai(f"catatan-{self.iki}"), "Rendah")
		self.assertEqual(self.skp.reload().tahap, Tahap.DIAJUKAN)
		self.assertEqual(get_catatan(self.skp.name), {})

	def test_a_double_click_and_an_old_page(self):
		isian = {"aksi": "kembalikan", "modified": str(self.skp.modified), f"catatan-{self.dua}": "Ganti"}
		for _kali in range(2):
			self.assertEqual(self.open("penilai", self.tim, isian).pesan, "dikembalikan")
		self.assertEqual(len(self.get_isi(self.dua)), 1)

	def test_the_superior_returns_nothing_that_is_not_his(self):
		halaman = self.send("kepala", self.tim, "kembalikan", alasan="x", **{f"catatan-{self.dua}": "x"})
		self.assertTrue(halaman.get_galat())
		self.assertEqual((self.skp.reload().tahap, get_catatan(self.skp.name)), (Tahap.DIAJUKAN, {}))


class TestPersetujuan(UjiDialog):
	def test_who_confirmed_what_is_said_to_both(self):
		for nama, alamat in (("petugas", self.saya), ("penilai", self.tim)):
			teks = self.open(nama, alamat).teks
			self.assertRegex(
				teks, rf"Ditandatangani Petugas pada \d+ \w+ \d{{4}} \d\d:\d\d {get_nama_zona()}\."
			)
			self.assertRegex(
				teks, r"Paling lambat ditetapkan .* beralih kepada Kepala selaku atasan Pejabat Penilai\."
			)
		self.send("penilai", self.tim, "tetapkan")
		teks = self.open("petugas", self.saya).teks
		self.assertRegex(teks, r"Ditetapkan oleh Pejabat Penilai, Penilai, pada \d+ \w+ \d{4}")
		self.assertNotIn("Paling lambat", teks)

	def test_the_button_says_what_submitting_means_in_hrs_word(self):
		draf = make_skp(self.instansi, "kolega", Tahap.DRAF)
		teks = self.open("kolega", f"/kinerja/skp?name={draf.name}").teks
		self.assertIn("Ajukan: saya menyanggupi", teks)
		self.assertNotIn("Ditandatangani", teks)

	def test_after_its_last_day_the_superior_sets_it(self):
		frappe.db.set_value("SKP", self.skp.name, "tenggat_penetapan", "2025-01-31")
		self.assertIn("Tidak ada yang menunggu Anda", self.open("kepala", "/kinerja/tim").teks)
		pass_on_penetapan()
		self.assertIn("1 menunggu Anda", self.open("kepala", "/kinerja/tim").teks)
		self.assertIn("Tidak ada yang menunggu Anda", self.open("penilai", "/kinerja/tim").teks)
		self.assertFalse(self.open("penilai", self.tim).has_tombol("tetapkan"))
		self.assertIn(
			"beralih kepada Kepala selaku atasan Pejabat Penilai", self.open("petugas", self.saya).teks
		)
		self.assertTrue(self.send("penilai", self.tim, "tetapkan").get_galat())
		self.assertEqual(self.send("kepala", self.tim, "tetapkan").pesan, "diproses")
		self.assertEqual(self.skp.reload().tahap, Tahap.DITETAPKAN)
		teks = self.open("petugas", self.saya).teks
		self.assertIn("Ditetapkan oleh atasan Pejabat Penilai, Kepala, pada", teks)

	def test_after_its_last_day_the_superior_returns_it(self):
		frappe.db.set_value("SKP", self.skp.name, "tenggat_penetapan", "2025-01-31")
		pass_on_penetapan()
		isian = {f"catatan-{self.kunci}": "Selaraskan"}
		self.assertEqual(self.send("kepala", self.tim, "kembalikan", **isian).pesan, "dikembalikan")
		self.assertEqual(self.get_isi(self.kunci), [("Kepala", "Alasan pengembalian", "Selaraskan")])


class TestUkuranHalaman(UjiDialog):
	"""The pages of a plan under work ask the database little, however many rows and remarks it has."""

	def test_queries_do_not_grow_with_rows_and_remarks(self):
		kecil = self.count("penilai", self.tim)
		self.assertLessEqual(self.count("penilai", f"/kinerja/tim/skp?name={self.make_besar()}"), kecil)

	def test_neither_do_those_of_the_form(self):
		kecil = make_skp(self.instansi, "penilai", Tahap.DRAF).name
		besar = self.make_besar(Tahap.DRAF)
		batas = self.count("penilai", f"/kinerja/skp?name={kecil}")
		self.assertLessEqual(self.count("kolega", f"/kinerja/skp?name={besar}"), batas + 5)

	def make_besar(self, tahap: Tahap = Tahap.DIAJUKAN) -> str:
		banyak = [make_hasil_kerja(f"Hasil {nomor}") for nomor in range(12)]
		indikator = [make_indikator(hasil_kerja_ke=nomor + 1) for nomor in range(12)]
		besar = make_skp(self.instansi, "kolega", tahap, hasil_kerja=banyak, indikator=indikator)
		for row in besar.hasil_kerja:
			self.write("kolega", skp=besar.name, pegawai=besar.pegawai, baris=row.kunci)
		return besar.name

	def count(self, nama: str, path: str) -> int:
		self.open(nama, path)  # warms the caches
		with watch_query() as query:
			self.assertEqual(self.open(nama, path).status, 200)
		return query.call_count
