"""Page /kinerja/skp: both approaches, the JPT's form, and what fills the form without being stored."""

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.portal.perencanaan.formulir_skp import build_formulir
from kinerja_asn.portal.perencanaan.skp import read_dokumen
from kinerja_asn.tests.factories import (
	as_user,
	make_hasil_kerja,
	make_indikator,
	make_indikator_pk,
	make_periode,
	make_perjanjian,
	make_skp,
)
from kinerja_asn.tests.test_portal_dasar import UjiPortal
from kinerja_asn.tests.test_portal_skp import ISIAN

JPT = "Jabatan Pimpinan Tinggi Pratama"
PERJANJIAN = [
	make_indikator_pk(),
	make_indikator_pk(indikator="Ketepatan waktu akta", target_min=90, target_maks=95),
	make_indikator_pk(sasaran="Anggaran efektif", indikator="Nilai IKPA", perspektif="Anggaran"),
]


class UjiBentuk(UjiPortal):
	def setUp(self):
		super().setUp()
		self.skp = self.start("petugas")

	def start(self, nama: str):
		skp = make_skp(self.instansi, nama, Tahap.DRAF, hasil_kerja=[], indikator=[])
		skp.alamat = f"/kinerja/skp?name={skp.name}"
		return skp

	def set_jpt(self, nama: str) -> None:
		frappe.db.set_value("Employee", self.instansi.pegawai[nama], "jenis_jabatan", JPT)

	def get(self, skp=None):
		return frappe.get_doc("SKP", (skp or self.skp).name)


class TestBaris(UjiBentuk):
	def test_rows_of_two_tables_may_have_one_name(self):
		"""A name is unique within its table only: each row keeps its own key and remarks all the same."""
		skp = self.get()
		skp.update({"hasil_kerja": [make_hasil_kerja()], "indikator": [make_indikator()]})
		with as_user(skp.pegawai_user):
			skp.save()
		for doctype in ("SKP Hasil Kerja", "SKP Indikator"):
			table = frappe.qb.DocType(doctype)
			frappe.qb.update(table).set(table.name, "sama").where(table.parent == skp.name).run()
		skp.reload()
		hasil, iki = skp.hasil_kerja[0].kunci, skp.indikator[0].kunci
		formulir = build_formulir(skp, read_dokumen(skp)).isian.hasil_kerja[0]
		self.assertEqual((formulir.kunci, formulir.indikator[0].kunci), (hasil, iki))
		with as_user(skp.pegawai_user):
			skp.save()
		self.assertEqual((skp.hasil_kerja[0].kunci, skp.indikator[0].kunci), (hasil, iki))


class TestPendekatan(UjiBentuk):
	def test_changing_it_stores_nothing_and_loses_nothing(self):
		isian = {**ISIAN, "iki-0-maks": "1.200", "lam-0-uraian": "Rekap", "lam-0-kategori": "Konsekuensi"}
		kualitatif = self.send("petugas", self.skp.alamat, "pendekatan", **isian, pendekatan="Kualitatif")
		self.assertIn("dalam satu narasi", kualitatif.teks)
		self.assertEqual(
			kualitatif.get_nilai("iki-0-indikator"),
			f"{isian['iki-0-indikator']}: 1.000 – 1.200 pendaftaran",
		)
		self.assertNotIn("Target semula", kualitatif.teks)
		self.assertNotIn("Arah target", kualitatif.teks)
		for nama in (
			"hk-0-uraian",
			"iki-0-min",
			"iki-0-maks",
			"iki-0-satuan",
			"lam-0-uraian",
		):
			self.assertEqual(kualitatif.get_nilai(nama), isian[nama], nama)
		kembali = {nama: kualitatif.get_nilai(nama) or "" for nama in isian}
		semula = self.send(
			"petugas", self.skp.alamat, "pendekatan", **{**kembali, "pendekatan": "Kuantitatif"}
		)
		self.assertEqual((semula.get_nilai("iki-0-min"), semula.get_nilai("iki-0-maks")), ("1.000", "1.200"))
		self.assertEqual(semula.get_nilai("iki-0-indikator"), isian["iki-0-indikator"])
		self.assertEqual((self.get().pendekatan, self.get().hasil_kerja), ("Kuantitatif", []))

	def test_a_qualitative_plan_is_submitted_without_figures(self):
		isian = {
			"pendekatan": "Kualitatif",
			"hk-0-uraian": "Terlayaninya pendaftaran",
			"iki-0-hk": "0",
			"iki-0-indikator": "Permohonan diproses paling lama 3 hari kerja hingga Desember",
			"iki-0-aspek-Waktu": "1",
		}
		self.assertEqual(self.send("petugas", self.skp.alamat, "ajukan", **isian).pesan, "diajukan")
		skp = self.get()
		self.assertEqual((skp.tahap, skp.formulir), (Tahap.DIAJUKAN, "A.1.6"))
		self.assertEqual((skp.indikator[0].arah, skp.indikator[0].target_min), ("Naratif", 0))

	def test_saving_in_an_approach_that_was_not_shown_yet_shows_it_first(self):
		isian = {**ISIAN, "pendekatan": "Kualitatif", "pendekatan_tampil": "Kuantitatif"}
		halaman = self.send("petugas", self.skp.alamat, "simpan", **isian)
		self.assertIn("Pendekatan diganti menjadi Kualitatif", halaman.get_galat())
		self.assertEqual(
			halaman.get_nilai("iki-0-indikator"), f"{ISIAN['iki-0-indikator']}: 1.000 pendaftaran"
		)
		self.assertEqual(halaman.get_nilai("pendekatan_tampil"), "Kualitatif")
		self.assertEqual(self.get().hasil_kerja, [])

	def test_a_target_that_the_narrative_does_not_tell_is_shown_beside_it(self):
		isian = {**ISIAN, "pendekatan": "Kualitatif", "pendekatan_tampil": "Kualitatif"}
		halaman = self.send("petugas", self.skp.alamat, "tambah_hasil", **isian)
		self.assertIn("Target semula: 1.000 pendaftaran. Masukkan ke dalam narasi di atas.", halaman.teks)

	def test_what_is_no_number_is_told_as_it_was_typed(self):
		isian = {**ISIAN, "iki-0-min": "seribu", "pendekatan": "Kualitatif"}
		halaman = self.send("petugas", self.skp.alamat, "pendekatan", **isian)
		self.assertEqual(halaman.get_nilai("iki-0-indikator"), f"{ISIAN['iki-0-indikator']}: seribu")

	def test_an_invented_approach_is_not_taken(self):
		self.send("petugas", self.skp.alamat, "simpan", **ISIAN, pendekatan="Karangan")
		self.assertEqual(self.get().pendekatan, "Kuantitatif")

	def test_texts_are_escaped_and_strange_values_do_no_harm(self):
		jahat = "<script>alert(1)</script>"
		medan = ("pendekatan", "hk-0-jenis", "hk-0-kualitas", "hk-0-penugasan_sebagai", "hk-0-name")
		medan += ("iki-0-arah", "iki-0-perspektif", "iki-0-pustaka", "iki-0-cari", "iki-0-pk", "catatan-umum")
		isian = {
			**ISIAN,
			**dict.fromkeys(medan, jahat),
			"lam-0-uraian": jahat,
			"lam-0-kategori": "Konsekuensi",
		}
		for aksi in ("tambah_hasil", "pustaka:0.0", "pakai_pustaka:0.0", "catatan", "simpan", "ajukan"):
			with self.subTest(aksi):
				halaman = self.send("petugas", self.skp.alamat, aksi, **isian)
				self.assertEqual(halaman.status, 200)
				self.assertNotIn("<script>alert", halaman.isi)
		self.assertEqual(self.get().hasil_kerja, [])
		self.assertFalse(frappe.db.exists("Catatan SKP", {"skp": self.skp.name}))


class TestJpt(UjiBentuk):
	def test_perspektif_and_anggaran_are_asked_for_at_submission(self):
		self.set_jpt("penilai")
		skp = self.start("penilai")
		halaman = self.send("penilai", skp.alamat, "ajukan", **ISIAN)
		self.assertIn("Indikator ke-1 belum mempunyai perspektif", halaman.get_galat())
		self.assertIn("belum memuat indikator dengan perspektif Anggaran", halaman.get_galat())
		manual = {
			"iki-0-perspektif": "Anggaran",
			"iki-0-formula": "Realisasi dibagi pagu",
			"iki-0-periode": "Tahunan",
		}
		asal = {"hk-0-kualitas": "Outcome", "hk-0-sumber": "Direktif"}
		self.assertEqual(
			self.send("penilai", skp.alamat, "ajukan", **ISIAN, **manual, **asal).pesan, "diajukan"
		)
		skp = self.get(skp)
		iki = skp.indikator[0]
		self.assertEqual(
			(iki.perspektif, iki.formula, iki.periode_pelaporan),
			("Anggaran", "Realisasi dibagi pagu", "Tahunan"),
		)
		self.assertEqual(
			(skp.formulir, skp.hasil_kerja[0].kualitas, skp.hasil_kerja[0].sumber),
			("A.1.2", "Outcome", "Direktif"),
		)

	def test_the_simple_form_keeps_what_only_the_jpts_shows(self):
		indikator = [make_indikator(perspektif="Anggaran", formula="a/b", periode_pelaporan="Bulanan")]
		skp = make_skp(self.instansi, "kolega", Tahap.DRAF, indikator=indikator)
		alamat = f"/kinerja/skp?name={skp.name}"
		halaman = self.open("kolega", alamat)
		self.assertNotIn("Manual indikator", halaman.teks)
		medan = ("hk-0-name", "iki-0-name", "iki-0-hk", "iki-0-perspektif", "iki-0-formula", "iki-0-periode")
		self.send(
			"kolega",
			alamat,
			"simpan",
			**ISIAN,
			**{nama: halaman.get_nilai(nama) for nama in medan[:2] + medan[3:]},
		)
		iki = self.get(skp).indikator[0]
		self.assertEqual(
			(iki.name, iki.perspektif, iki.formula, iki.periode_pelaporan),
			(skp.indikator[0].name, "Anggaran", "a/b", "Bulanan"),
		)


class TestPerjanjian(UjiBentuk):
	def test_the_head_takes_what_he_does_not_carry_yet(self):
		perjanjian = make_perjanjian(self.instansi, "penilai", indikator=PERJANJIAN)
		skp = self.start("penilai")
		self.assertIn("Indikator Perjanjian Kinerja yang belum ada", self.open("penilai", skp.alamat).teks)
		bawaan = {**ISIAN, "iki-0-pk": perjanjian.indikator[1].kunci}
		halaman = self.send("penilai", skp.alamat, "perjanjian", **bawaan)
		self.assertEqual(halaman.get_nilai("hk-0-uraian"), ISIAN["hk-0-uraian"])
		self.assertEqual(halaman.get_nilai("hk-1-uraian"), "Meningkatnya tertib administrasi kependudukan")
		self.assertEqual(
			(halaman.get_nilai("iki-1-indikator"), halaman.get_nilai("iki-1-min")),
			("Cakupan pendaftaran penduduk", "95"),
		)
		self.assertEqual(halaman.get_nilai("hk-2-uraian"), "Anggaran efektif")
		self.assertNotIn("Indikator Perjanjian Kinerja yang belum ada", halaman.teks)
		self.assertEqual(self.get(skp).hasil_kerja, [])

	def test_where_the_plan_has_the_hasil_kerja_already_its_indikator_join_it(self):
		make_perjanjian(self.instansi, "penilai", indikator=PERJANJIAN)
		skp = self.start("penilai")
		bawaan = {
			**ISIAN,
			"hk-0-uraian": "meningkatnya tertib  administrasi kependudukan",
			"hk-0-jenis": "Tambahan",
		}
		halaman = self.send("penilai", skp.alamat, "perjanjian", **bawaan)
		self.assertEqual(halaman.get_nilai("hk-1-uraian"), "Anggaran efektif")
		self.assertIsNone(halaman.get_nilai("hk-2-uraian"))
		milik = [
			(halaman.get_nilai(f"iki-{ke}-hk"), halaman.get_nilai(f"iki-{ke}-indikator")) for ke in range(4)
		]
		self.assertEqual(
			milik,
			[
				("0", ISIAN["iki-0-indikator"]),
				("0", "Cakupan pendaftaran penduduk"),
				("0", "Ketepatan waktu akta"),
				("1", "Nilai IKPA"),
			],
		)
		self.assertIn('<option value="Utama" selected>', halaman.isi)

	def test_an_indikator_that_the_plan_has_already_is_linked_and_not_doubled(self):
		perjanjian = make_perjanjian(self.instansi, "penilai", indikator=PERJANJIAN[:1])
		skp = self.start("penilai")
		bawaan = {
			**ISIAN,
			"hk-0-uraian": "Meningkatnya tertib administrasi kependudukan",
			"iki-0-indikator": "cakupan  pendaftaran penduduk",
			"iki-0-min": "",
		}
		halaman = self.send("penilai", skp.alamat, "perjanjian", **bawaan)
		self.assertIsNone(halaman.get_nilai("iki-1-indikator"))
		self.assertEqual(halaman.get_nilai("iki-0-indikator"), bawaan["iki-0-indikator"])
		self.assertEqual(halaman.get_nilai("iki-0-min"), "95")
		self.assertEqual(halaman.get_nilai("iki-0-satuan"), perjanjian.indikator[0].satuan)
		self.assertIn(f'<option value="{perjanjian.indikator[0].kunci}" selected>', halaman.isi)
		self.assertNotIn("Indikator Perjanjian Kinerja yang belum ada", halaman.teks)

	def test_an_empty_row_makes_way_and_the_whole_is_submitted(self):
		perjanjian = make_perjanjian(self.instansi, "penilai", indikator=PERJANJIAN[:1])
		skp = self.start("penilai")
		self.assertIn(
			"belum dituangkan dalam SKP", self.send("penilai", skp.alamat, "ajukan", **ISIAN).get_galat()
		)
		halaman = self.send("penilai", skp.alamat, "perjanjian")
		self.assertIsNone(halaman.get_nilai("hk-1-uraian"))
		medan = ("hk-0-uraian", "iki-0-hk", "iki-0-indikator", "iki-0-min", "iki-0-satuan")
		isian = {nama: halaman.get_nilai(nama) for nama in medan}
		pilihan = {
			"hk-0-sumber": "Perjanjian Kinerja",
			"iki-0-pk": perjanjian.indikator[0].kunci,
			"iki-0-aspek-Kuantitas": "1",
		}
		self.assertEqual(self.send("penilai", skp.alamat, "ajukan", **isian, **pilihan).pesan, "diajukan")
		self.assertEqual(self.get(skp).indikator[0].pk_indikator, perjanjian.indikator[0].kunci)

	def test_a_member_hangs_a_row_on_it_while_his_leader_has_no_skp(self):
		perjanjian = make_perjanjian(self.instansi, "penilai")
		self.assertIn("Mendukung Perjanjian Kinerja unit", self.open("petugas", self.skp.alamat).teks)
		kunci = perjanjian.indikator[0].kunci
		self.send("petugas", self.skp.alamat, "simpan", **ISIAN, **{"hk-0-pk": kunci})
		self.assertEqual(self.get().hasil_kerja[0].pk_indikator, kunci)

	def test_an_invented_row_of_an_agreement_is_refused(self):
		halaman = self.send("petugas", self.skp.alamat, "simpan", **ISIAN, **{"iki-0-pk": "karangan"})
		self.assertIn("bukan dari unit yang dipimpin", halaman.get_galat())


class TestPustaka(UjiBentuk):
	def setUp(self):
		super().setUp()
		self.isi = self.make("UJI-01", "Lama waktu tunggu pemohon", rumpun="Antrean")

	def make(self, kode: str, indikator: str, **fields) -> str:
		isi = {
			"arah": "Turun",
			"target_min": 10,
			"target_maks": 15,
			"satuan": "menit",
			"aspek": "Waktu",
			"formula": "Rata-rata",
		}
		isi |= {
			"instansi": self.instansi.name,
			"berlaku_mulai": "2025-01-01",
			"cara_hitung": "Rata-rata",
			**fields,
		}
		return (
			frappe.get_doc(doctype="Indikator Kinerja", kode=kode, indikator=indikator, **isi).insert().name
		)

	def test_searching_and_taking_fills_the_row_without_storing(self):
		halaman = self.send(
			"petugas", self.skp.alamat, "pustaka:0.0", **ISIAN, **{"iki-0-cari": "waktu pemohon"}
		)
		self.assertIn("Lama waktu tunggu pemohon (Antrean)", halaman.teks)
		self.assertEqual(halaman.get_nilai("iki-0-min"), "1.000")
		pilih = {"iki-0-ambil": self.isi}
		halaman = self.send("petugas", self.skp.alamat, "pakai_pustaka:0.0", **ISIAN, **pilih)
		self.assertEqual(halaman.get_nilai("hk-0-uraian"), ISIAN["hk-0-uraian"])
		diisi = [
			halaman.get_nilai(f"iki-0-{nama}")
			for nama in ("indikator", "min", "maks", "satuan", "pustaka", "formula")
		]
		self.assertEqual(diisi, ["Lama waktu tunggu pemohon", "10", "15", "menit", self.isi, "Rata-rata"])
		self.assertEqual(self.get().hasil_kerja, [])

	def test_nothing_found_nothing_chosen_and_an_invented_entry(self):
		halaman = self.send("petugas", self.skp.alamat, "pustaka:0.0", **ISIAN, **{"iki-0-cari": "antariksa"})
		self.assertIn("Tidak ada indikator yang cocok", halaman.teks)
		halaman = self.send("petugas", self.skp.alamat, "pakai_pustaka:0.0", **ISIAN)
		self.assertIn("Pilih satu indikator dari daftar pustaka", halaman.get_galat())
		halaman = self.send(
			"petugas", self.skp.alamat, "pakai_pustaka:0.0", **ISIAN, **{"iki-0-ambil": "X-1"}
		)
		self.assertIn("tidak ada dalam pustaka", halaman.get_galat())
		self.assertEqual(halaman.get_nilai("iki-0-indikator"), ISIAN["iki-0-indikator"])
		for aneh in ("pustaka:9.9", "pustaka:x", "pakai_pustaka:"):
			self.assertEqual(self.send("petugas", self.skp.alamat, aneh, **ISIAN).get_galat(), "")

	def test_the_entry_of_another_agency_is_neither_offered_nor_taken(self):
		asing = self.make("UJI-02", "Rahasia tetangga", instansi="Dinas Tetangga Uji")
		halaman = self.send("petugas", self.skp.alamat, "pustaka:0.0", **ISIAN, **{"iki-0-cari": "Rahasia"})
		self.assertNotIn("Rahasia tetangga", halaman.teks)
		halaman = self.send(
			"petugas", self.skp.alamat, "pakai_pustaka:0.0", **ISIAN, **{"iki-0-ambil": asing}
		)
		self.assertIn("tidak ada dalam pustaka", halaman.get_galat())


class TestSalin(UjiBentuk):
	def setUp(self):
		super().setUp()
		periode = make_periode(self.instansi.name, 2024).name
		self.lama = make_skp(
			self.instansi,
			periode=periode,
			hasil_kerja=[make_hasil_kerja("Dari tahun lalu")],
			lampiran=[{"kategori": "Konsekuensi", "jenis": "Positif", "uraian": "Piagam"}],
		)

	def test_last_years_plan_fills_an_empty_form(self):
		self.assertIn("Salin dari SKP 2024", self.open("petugas", self.skp.alamat).teks)
		halaman = self.send("petugas", self.skp.alamat, "salin")
		self.assertEqual(
			(halaman.get_nilai("hk-0-uraian"), halaman.get_nilai("hk-0-name")), ("Dari tahun lalu", "")
		)
		self.assertEqual(
			(halaman.get_nilai("iki-0-min"), halaman.get_nilai("lam-0-uraian")), ("1.000", "Piagam")
		)
		self.assertIsNone(halaman.get_nilai("hk-1-uraian"))
		self.assertEqual(self.get().hasil_kerja, [])

	def test_not_over_what_was_written(self):
		halaman = self.send("petugas", self.skp.alamat, "salin", **ISIAN)
		self.assertIn("formulir ini sudah berisi", halaman.get_galat())
		self.assertFalse(halaman.has_tombol("salin"))


class TestLampiran(UjiBentuk):
	ISI = {
		"lam-0-kategori": "Dukungan Sumber Daya",
		"lam-0-jenis": "Anggaran",
		"lam-0-uraian": "ATK",
		"lam-1-kategori": "Skema Pertanggungjawaban",
		"lam-1-frekuensi": "Tanggal tertentu",
		"lam-1-tanggal": "2025-06-30",
		"lam-1-uraian": "Laporan semester",
		"lam-2-kategori": "Konsekuensi",
		"lam-2-jenis": "Negatif",
		"lam-2-uraian": "Teguran",
	}

	def test_rows_come_go_and_are_stored(self):
		halaman = self.send("petugas", self.skp.alamat, "tambah_lampiran:Konsekuensi", **ISIAN)
		self.assertEqual(halaman.get_nilai("lam-0-kategori"), "Konsekuensi")
		halaman = self.send("petugas", self.skp.alamat, "hapus_lampiran:0", **ISIAN, **self.ISI)
		self.assertEqual(halaman.get_nilai("lam-0-uraian"), "Laporan semester")
		for aneh in ("tambah_lampiran:Lain", "hapus_lampiran:9", "hapus_lampiran:x"):
			self.assertEqual(self.send("petugas", self.skp.alamat, aneh, **ISIAN).status, 200)
		self.assertEqual(
			self.send("petugas", self.skp.alamat, "simpan", **ISIAN, **self.ISI).pesan, "disimpan"
		)
		rows = [
			(row.kategori, row.jenis or row.frekuensi, str(row.tanggal or "")) for row in self.get().lampiran
		]
		self.assertEqual(rows[1], ("Skema Pertanggungjawaban", "Tanggal tertentu", "2025-06-30"))
		self.assertEqual((rows[0][1], rows[2][1]), ("Anggaran", "Negatif"))

	def test_what_is_no_date_is_explained(self):
		halaman = self.send(
			"petugas", self.skp.alamat, "simpan", **ISIAN, **{**self.ISI, "lam-1-tanggal": "besok"}
		)
		self.assertIn('Lampiran ke-2: "besok" bukan tanggal', halaman.get_galat())
		diketik = {**self.ISI, "lam-1-tanggal": "30-06-2025"}
		self.assertEqual(
			self.send("petugas", self.skp.alamat, "simpan", **ISIAN, **diketik).pesan, "disimpan"
		)

	def test_both_sides_tick_what_has_come_and_nothing_else_changes(self):
		skp = make_skp(
			self.instansi,
			"kolega",
			lampiran=[
				{"kategori": "Dukungan Sumber Daya", "jenis": "Anggaran", "uraian": "ATK"},
				{"kategori": "Konsekuensi", "jenis": "Positif", "uraian": "Piagam"},
			],
		)
		centang = {f"terealisasi-{row.name}": "1" for row in skp.lampiran}
		for nama, halaman in (("kolega", "skp"), ("penilai", "tim/skp")):
			with self.subTest(nama):
				frappe.db.set_value("SKP Lampiran", skp.lampiran[0].name, "terealisasi", 0)
				alamat = f"/kinerja/{halaman}?name={skp.name}"
				self.assertEqual(self.send(nama, alamat, "terealisasi", **centang).pesan, "terealisasi")
				self.assertEqual([row.terealisasi for row in self.get(skp).lampiran], [1, 0])
		alamat = f"/kinerja/tim/skp?name={skp.name}"
		self.assertTrue(self.send("kepala", alamat, "terealisasi").get_galat())
		self.send("penilai", alamat, "ekspektasi")  # one form: what is not ticked any more is unticked
		self.assertEqual(self.get(skp).lampiran[0].terealisasi, 0)


class TestSaran(UjiBentuk):
	SALAH = {**ISIAN, "hk-0-uraian": "Menyusun laporan", "iki-0-indikator": "Semua laporan selesai"}

	def test_suggestions_stand_beside_what_is_typed_and_block_nothing(self):
		halaman = self.send("petugas", self.skp.alamat, "tambah_hasil", **self.SALAH)
		self.assertIn("Hasil kerja ke-1 menyebut kegiatan", halaman.teks)
		self.assertIn('kata mutlak "semua"', halaman.teks)
		self.assertEqual(self.send("petugas", self.skp.alamat, "ajukan", **self.SALAH).pesan, "diajukan")
		tim = self.open("penilai", f"/kinerja/tim/skp?name={self.skp.name}")
		self.assertIn("Hasil kerja ke-1 menyebut kegiatan", tim.teks)
		self.assertIn("spesifik, realistis, berbatas waktu", tim.teks)

	def test_an_agency_switches_them_off(self):
		frappe.db.set_value(
			"Periode Kinerja", self.instansi.periode, {"saran_kata_kerja": 0, "saran_kata_mutlak": 0}
		)
		frappe.clear_document_cache("Periode Kinerja", self.instansi.periode)
		halaman = self.send("petugas", self.skp.alamat, "tambah_hasil", **self.SALAH)
		self.assertNotIn("menyebut kegiatan", halaman.teks)
		self.assertNotIn("kata mutlak", halaman.teks)

	def test_a_penilai_who_may_not_be_one_is_pointed_out(self):
		self.assertIn("paling rendah pejabat pengawas", self.open("petugas", self.skp.alamat).teks)
		frappe.db.set_value("Employee", self.instansi.pegawai["penilai"], "jenis_jabatan", "Pengawas")
		self.assertNotIn("paling rendah pejabat pengawas", self.open("petugas", self.skp.alamat).teks)


class TestPenugasanSebagai(UjiBentuk):
	def test_plt_is_always_utama_whoever_says_otherwise(self):
		isian = {**ISIAN, "hk-0-jenis": "Tambahan", "hk-0-penugasan_sebagai": "Plt."}
		self.assertEqual(self.send("petugas", self.skp.alamat, "ajukan", **isian).pesan, "diajukan")
		row = self.get().hasil_kerja[0]
		self.assertEqual((row.jenis, row.penugasan_sebagai), ("Utama", "Plt."))
		alamat = f"/kinerja/tim/skp?name={self.skp.name}"
		halaman = self.open("penilai", alamat)
		self.assertIn("Selalu utama, karena penugasan sebagai Plt.", halaman.teks)
		self.assertNotIn(f'name="jenis-{row.name}"', halaman.isi)
		self.send("penilai", alamat, "ekspektasi", **{f"jenis-{row.name}": "Tambahan"})
		self.assertEqual(self.get().hasil_kerja[0].jenis, "Utama")
