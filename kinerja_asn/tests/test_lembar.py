"""Worksheets of plans: what goes out comes back, what is wrong is named by row and column, nothing is half written."""

import re
import time
from datetime import date
from io import BytesIO
from unittest.mock import patch
from zipfile import ZIP_DEFLATED, ZipFile

import frappe
from openpyxl import Workbook, load_workbook

from kinerja_asn.api.lembar import download
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.lembar import KOLOM
from kinerja_asn.lembar.baca import read_lembar
from kinerja_asn.lembar.ekspor import export_periode, export_skp
from kinerja_asn.lembar.impor import import_periode
from kinerja_asn.lembar.pilihan import count_baris
from kinerja_asn.services.perencanaan.skp.rencana import group_indikator
from kinerja_asn.tests.factories import (
	as_user,
	make_hasil_kerja,
	make_indikator,
	make_periode,
	make_skp,
	make_unit,
	move,
)
from kinerja_asn.tests.test_portal_dasar import UjiPortal

JUDUL = [kolom.judul for kolom in KOLOM]
MEDAN = [kolom.medan for kolom in KOLOM]
SERANGAN = "<script>alert(1)</script>"


def make_baris(**sel) -> list:
	"""A right row of the sheet, with ``sel`` (field -> value) in it."""
	isi = {
		"jenis": "Utama",
		"rencana_hasil_kerja": "Terlayaninya pemohon",
		"aspek": "Kuantitas",
		"indikator": "Jumlah pemohon yang selesai",
		"arah": "Naik",
		"target_min": 900,
		"target_maks": 1000,
		"satuan": "pemohon",
		"cara_hitung": "Jumlah",
		**sel,
	}
	return [isi.get(medan) for medan in MEDAN]


def make_berkas(*rows: list, judul: list | None = None, edit=None) -> bytes:
	buku = Workbook()
	buku.active.append(JUDUL if judul is None else judul)
	for row in rows:
		buku.active.append(row)
	if edit:
		edit(buku.active)
	isi = BytesIO()
	buku.save(isi)
	return isi.getvalue()


def repack(isi: bytes, **ubah: bytes) -> bytes:
	"""The same zip with parts replaced or added (``__`` for a slash)."""
	baru = BytesIO()
	parts = {nama.replace("__", "/"): data for nama, data in ubah.items()}
	with ZipFile(BytesIO(isi)) as lama, ZipFile(baru, "w", ZIP_DEFLATED) as arsip:
		for nama in lama.namelist():
			if nama not in parts:
				arsip.writestr(nama, lama.read(nama))
		for nama, data in parts.items():
			arsip.writestr(nama, data)
	return baru.getvalue()


class UjiLembar(UjiPortal):
	def setUp(self):
		super().setUp()
		self.skp = make_skp(
			self.instansi,
			tahap=Tahap.DRAF,
			hasil_kerja=[make_hasil_kerja(), make_hasil_kerja("Tertatanya arsip", "Tambahan")],
			indikator=[
				make_indikator(),
				make_indikator(
					indikator="Lama layanan",
					arah="Turun",
					target_min=3,
					target_maks=3,
					satuan="hari",
					cara_hitung="Rata-rata",
					pustaka="PENGADUAN-01-v1",
				),
				make_indikator(
					hasil_kerja_ke=2,
					indikator="Arsip tertata",
					arah="Naratif",
					target_naratif="Tertata semua",
				),
			],
		)
		self.skp.reload()
		self.alamat = f"/kinerja/lembar?skp={self.skp.name}"

	def upload(
		self,
		isi: bytes,
		aksi: str = "impor",
		nama: str = "petugas",
		alamat: str | None = None,
		berkas: str = "rencana.xlsx",
	):
		return self.send(nama, alamat or self.alamat, aksi, berkas=(BytesIO(isi), berkas))

	def assert_ditolak_impor(self, isi: bytes, *pesan: str, **kw) -> None:
		"""Refused with each of ``pesan``, and the draft is as it was."""
		sebelum = self.skp.reload().as_dict()
		halaman = self.upload(isi, **kw)
		self.assertEqual(halaman.status, 200)
		for kalimat in pesan:
			self.assertIn(kalimat, halaman.get_galat())
		self.assertNotIn(SERANGAN, halaman.isi)
		self.assertEqual(self.skp.reload().as_dict(), sebelum)

	def get_isi(self) -> list[tuple]:
		return [
			(hasil.baris.jenis, hasil.baris.rencana_hasil_kerja, [iki.indikator for iki in hasil.indikator])
			for jenis in ("Utama", "Tambahan")
			for hasil in group_indikator(self.skp.reload(), jenis)
		]


class TestBolakBalik(UjiLembar):
	def test_what_goes_out_comes_back_unchanged(self):
		sebelum = self.skp.as_dict()
		with as_user(self.skp.pegawai_user):
			isi = export_skp(self.skp.name)
		self.assertEqual(self.upload(isi).pesan, "disimpan")
		sesudah = self.skp.reload().as_dict()
		for tabel in ("hasil_kerja", "indikator"):
			for lama, baru in zip(sebelum[tabel], sesudah[tabel], strict=True):
				berubah = {kolom for kolom in lama if (lama[kolom] or None) != (baru[kolom] or None)}
				self.assertLessEqual(berubah, {"modified", "modified_by"})

	def test_the_sheet_has_one_row_per_indikator_and_explains_itself(self):
		with as_user(self.skp.pegawai_user):
			buku = load_workbook(BytesIO(export_skp(self.skp.name)))
		self.assertEqual(buku.sheetnames, ["Rencana SKP", "Petunjuk"])
		rows = [
			dict(zip(JUDUL, row, strict=True))
			for row in buku.worksheets[0].iter_rows(min_row=2, values_only=True)
		]
		self.assertEqual(
			[row["Indikator"] for row in rows],
			["Jumlah pendaftaran yang selesai", "Lama layanan", "Arsip tertata"],
		)
		self.assertEqual(
			[row["Rencana Hasil Kerja"] for row in rows],
			["Terlayaninya pendaftaran penduduk", None, "Tertatanya arsip"],
		)
		self.assertEqual({row["NIP"] for row in rows}, {self.skp.nip_pegawai})
		self.assertEqual(
			[(row["Target Min"], row["Target Maks"], row["Cara Hitung"]) for row in rows],
			[(1000, 1000, "Jumlah"), (3, 3, "Rata-rata"), (None, None, None)],
		)
		petunjuk = {row[0]: row for row in buku.worksheets[1].iter_rows(min_row=2, values_only=True)}
		self.assertEqual(list(petunjuk), JUDUL)
		self.assertEqual(petunjuk["Arah"][2], "Naik, Turun, Rentang, Ya/Tidak, Naratif")

	def test_texts_that_look_like_formulas_go_out_as_texts(self):
		for awal in "=+-@":
			frappe.db.set_value(
				"SKP Hasil Kerja", self.skp.hasil_kerja[0].name, "rencana_hasil_kerja", f"{awal}1+1\x0b"
			)
			with as_user(self.skp.pegawai_user):
				sel = load_workbook(BytesIO(export_skp(self.skp.name))).worksheets[0]["D2"]
			self.assertEqual((sel.value, sel.data_type, sel.quotePrefix), (f"{awal}1+1", "s", True))
		self.assertEqual(load_workbook(BytesIO(export_skp(self.skp.name))).worksheets[0]["A2"].data_type, "s")

	def test_rows_are_replaced_and_those_with_the_same_text_stay_the_same_rows(self):
		"""Others link to a row by its key: it must survive a worksheet that comes back with other figures and order."""
		hasil, arsip = self.skp.hasil_kerja
		kunci = self.skp.indikator[1].kunci
		isi = make_berkas(
			make_baris(rencana_hasil_kerja="Hasil baru", indikator="Indikator baru"),
			make_baris(
				rencana_hasil_kerja="tertatanya  ARSIP",
				jenis="Utama",
				indikator="Lain sama sekali",
				target_min=None,
				target_maks=5,
			),
			make_baris(
				rencana_hasil_kerja=hasil.rencana_hasil_kerja,
				rhk_pimpinan_uraian=hasil.rhk_pimpinan_uraian,
				indikator="Lama layanan",
				arah="turun",
				target_min="2,5",
				target_maks="2,5",
				satuan="hari kerja",
				cara_hitung="rata-rata",
			),
			make_baris(jenis=None, rencana_hasil_kerja=None, indikator="Lagi"),
		)
		self.assertEqual(self.upload(isi).pesan, "disimpan")
		self.assertEqual(
			self.get_isi(),
			[
				("Utama", "Hasil baru", ["Indikator baru"]),
				("Utama", "tertatanya  ARSIP", ["Lain sama sekali"]),
				("Utama", hasil.rencana_hasil_kerja, ["Lama layanan", "Lagi"]),
			],
		)
		self.assertEqual([row.kunci for row in self.skp.hasil_kerja][1:], [arsip.kunci, hasil.kunci])
		lama = next(iki for iki in self.skp.indikator if iki.indikator == "Lama layanan")
		self.assertEqual((lama.kunci, lama.pustaka, lama.target_maks), (kunci, "PENGADUAN-01-v1", 2.5))
		self.assertEqual((self.skp.indikator[1].target_min, self.skp.indikator[1].target_maks), (5, 5))

	def test_a_row_finds_the_leaders_row_by_its_words(self):
		penilai = make_skp(
			self.instansi, "penilai", Tahap.DRAF, hasil_kerja=[make_hasil_kerja("Tertibnya pendaftaran")]
		)
		self.assertEqual(
			self.upload(make_berkas(make_baris(rhk_pimpinan_uraian="tertibnya pendaftaran"))).pesan,
			"disimpan",
		)
		row = self.skp.reload().hasil_kerja[0]
		self.assertEqual(
			(row.rhk_pimpinan, row.rhk_pimpinan_uraian),
			(penilai.hasil_kerja[0].kunci, "Tertibnya pendaftaran"),
		)
		self.assertEqual(
			self.upload(
				make_berkas(make_baris(rhk_pimpinan_uraian="Tertibnya pendaftaran", target_maks=1100))
			).pesan,
			"disimpan",
		)
		self.assertEqual(self.skp.reload().hasil_kerja[0].rhk_pimpinan, penilai.hasil_kerja[0].kunci)
		self.upload(make_berkas(make_baris(rhk_pimpinan_uraian="Lain")))
		row = self.skp.reload().hasil_kerja[0]
		self.assertEqual((row.rhk_pimpinan, row.rhk_pimpinan_uraian), (None, "Lain"))

	def test_trying_it_first_stores_nothing(self):
		sebelum = self.skp.as_dict()
		halaman = self.upload(
			make_berkas(make_baris(), make_baris(rencana_hasil_kerja="Tertatanya arsip")), "periksa"
		)
		self.assertIn("Berkas benar dan siap diimpor. Belum ada yang disimpan.", halaman.teks)
		self.assertIn(
			"1 SKP, 2 indikator. Hasil kerja: 1 tetap atau diperbarui, 1 baru, 1 dihapus", halaman.teks
		)
		self.assertEqual(self.skp.reload().as_dict(), sebelum)

	def test_the_page_offers_both_and_explains_the_columns(self):
		halaman = self.open("petugas", self.alamat)
		self.assertTrue(halaman.has_tombol("impor") and halaman.has_tombol("periksa"))
		for judul in JUDUL:
			self.assertIn(judul, halaman.teks)


class TestBerkasSalah(UjiLembar):
	def test_what_is_no_workbook(self):
		docx = repack(make_berkas(make_baris()), **{"xl__workbook.xml": b""})
		for nama, isi, pesan in (
			("rencana.xlsx", b"", "kosong"),
			("rencana.xlsx", b"NIP,Nama\n1,2", "bukan buku kerja .xlsx"),
			("rencana.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "bukan buku kerja .xlsx"),
			("rencana.xlsx", docx, "bukan buku kerja .xlsx"),
			("rencana.xlsx", make_berkas(make_baris())[:-200], "bukan buku kerja .xlsx"),
			("rencana.xlsm", make_berkas(make_baris()), "berisi makro"),
			(
				"rencana.xlsx",
				repack(make_berkas(make_baris()), **{"xl__vbaProject.bin": b"x"}),
				"berisi makro",
			),
			("rencana.xlsx", b"PK" + b"x" * (5 * 1024 * 1024), "lebih besar dari 5 MB"),
			(f"{SERANGAN}.xlsx", b"PK", "bukan buku kerja .xlsx"),
		):
			with self.subTest(nama=nama, pesan=pesan):
				self.assert_ditolak_impor(isi, pesan, berkas=nama)
		self.assertIn("Pilih berkas lembar kerja", self.send("petugas", self.alamat, "impor").get_galat())

	def test_a_zip_bomb_is_not_unfolded(self):
		mulai = time.monotonic()
		bom = repack(make_berkas(make_baris()), **{"xl__worksheets__sheet1.xml": b" " * (100 * 1024 * 1024)})
		self.assertLess(len(bom), 5 * 1024 * 1024)
		siap = time.monotonic()
		self.assert_ditolak_impor(bom, "terlalu besar setelah diuraikan")
		self.assertLess(time.monotonic() - siap, max(1, siap - mulai))

	def test_entities_are_not_expanded(self):
		entitas = (
			b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "'
			+ b"a" * 1000
			+ b'">'
			+ b"".join(b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 100) for i in range(6))
			+ b']><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&g;</t></is></c></row></sheetData></worksheet>'
		)
		self.assert_ditolak_impor(
			repack(make_berkas(make_baris()), **{"xl__worksheets__sheet1.xml": entitas}), "bukan buku kerja"
		)

	def test_a_row_number_of_billions_is_not_counted_to(self):
		lembar = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s<row r="2000000000"><c r="A2000000000"><v>1</v></c></row></sheetData></worksheet>'
		kepala = (
			b'<row r="1">'
			+ b"".join(b'<c t="inlineStr"><is><t>%s</t></is></c>' % judul.encode() for judul in JUDUL)
			+ b"</row>"
		)
		isi = repack(make_berkas(make_baris()), **{"xl__worksheets__sheet1.xml": lembar % kepala})
		self.assert_ditolak_impor(isi, "memuat lebih dari 5.000 baris")

	def test_columns_that_are_missing_unknown_or_twice_are_named(self):
		for judul, pesan in (
			(JUDUL[:-2], ["tidak ada: Perspektif, Penugasan dari"]),
			([*JUDUL, "Bobot"], ["tidak dikenal: Bobot"]),
			([*JUDUL[:-1], "Aspek"], ["tidak ada: Penugasan dari", "ganda: Aspek"]),
			([SERANGAN], ["tidak ada: NIP", f"tidak dikenal: {SERANGAN}"]),
			([], ["tidak ada: NIP"]),
		):
			with self.subTest(judul=judul):
				self.assert_ditolak_impor(
					make_berkas(make_baris(), judul=judul), "Kolom pada baris pertama tidak sesuai", *pesan
				)
		acak = [*reversed(JUDUL[:-1]), "  penugasan   DARI "]
		isi = dict(zip(JUDUL, make_baris(), strict=True)) | {acak[-1]: None}
		self.assertEqual(
			self.upload(make_berkas([isi[judul] for judul in acak], judul=acak)).pesan, "disimpan"
		)

	def test_twenty_thousand_rows_are_refused_quickly(self):
		buku = Workbook(write_only=True)
		lembar = buku.create_sheet()
		lembar.append(JUDUL)
		for nomor in range(20_000):
			lembar.append(make_baris(indikator=f"Indikator {nomor}"))
		isi = BytesIO()
		buku.save(isi)
		mulai = time.monotonic()
		self.assert_ditolak_impor(isi.getvalue(), "memuat lebih dari 5.000 baris. Pecah per unit kerja")
		self.assertLess(time.monotonic() - mulai, 10)

	def test_formulas_errors_and_merged_cells_are_named_by_their_place(self):
		def edit(lembar):
			lembar["D3"] = "=UPPER(D2)"
			lembar["I3"] = "=900+100"
			lembar["K2"] = "#REF!"
			lembar["K2"].data_type = "e"
			lembar.merge_cells("F2:F3")
			lembar["S3"] = "catatan"

		isi = make_berkas(make_baris(), make_baris(), edit=edit)
		self.assert_ditolak_impor(
			isi,
			"Baris 3, kolom Rencana Hasil Kerja: berisi rumus",
			"Baris 3, kolom Target Min: berisi rumus",
			"Baris 2, kolom Satuan: berisi galat #REF!",
			"Sel F2:F3 digabung",
			"Baris 3, kolom S: berisi nilai, tetapi kolomnya tidak berjudul",
		)

	def test_every_wrong_cell_is_named_at_once(self):
		self.assert_ditolak_impor(
			make_berkas(
				make_baris(target_min="seribu", jenis="Sedang"),
				make_baris(indikator="b", target_min=5, target_maks=4),
				make_baris(indikator="c", target_min=-1, target_maks="1,075"),
				make_baris(indikator="d", aspek="Indah", arah="Miring", satuan=date(2025, 1, 2)),
				make_baris(indikator=None, cara_hitung=None),
				make_baris(indikator="e", arah="Naratif", target_min=3, perspektif=True),
				make_baris(indikator=SERANGAN, satuan="@SUM(A1)"),
				make_baris(indikator="f", rhk_pimpinan_uraian="x" * 10_001, target_maks=10**15),
				make_baris(indikator="g", target_min=date(2025, 1, 2), nip_pegawai=198501012010011001),
			),
			'Baris 2, kolom Target Min: "seribu" bukan angka',
			'Baris 2, kolom Jenis: "Sedang" tidak ada dalam pilihan. Tulis salah satu: Utama, Tambahan',
			"Baris 3, kolom Target Min: Target minimum (5) melebihi target maksimum (4)",
			"Baris 4, kolom Target Min: angka harus 0 sampai di bawah 100 miliar",
			'Baris 4, kolom Target Maks: "1,075" dapat berarti',
			'Baris 5, kolom Aspek: Aspek "Indah" tidak dikenal',
			'Baris 5, kolom Arah: "Miring" tidak ada dalam pilihan',
			"Baris 5, kolom Satuan: berisi tanggal, jam, atau durasi. Ubah format selnya menjadi Teks (Text)",
			"Baris 6, kolom Indikator: kosong",
			"Baris 6, kolom Cara Hitung: kosong",
			"Baris 7, kolom Target Min: kosongkan, karena arahnya Naratif",
			"Baris 7, kolom Perspektif: berisi nilai logika",
			"Baris 8, kolom Indikator: tulis teks biasa, tanpa tag HTML",
			"Baris 8, kolom Satuan: jangan awali teks dengan =, +, atau @",
			"Baris 9, kolom RHK Pimpinan: terlalu panjang",
			"Baris 9, kolom Target Maks: angka harus 0",
			"Baris 10, kolom Target Min: berisi tanggal, jam, atau durasi. Ubah format selnya menjadi Umum (General), lalu tulis",
			"Baris 10, kolom NIP: NIP tersimpan sebagai angka, sehingga digit terakhirnya berubah. Ubah format kolom menjadi "
			"Teks (Text)",
		)

	def test_a_number_is_read_as_its_cell_shows_it(self):
		"""85 % is stored as 0.85 in a workbook."""
		for nilai, bentuk, satuan, target in (
			(0.85, "0%", "persen", 85),
			(0.855, "0.0%", "% dokumen lengkap", 85.5),
			(1, "0.00%", "Persentase", 100),
			(0.07, "0%;[Red]-0%", "persen", 7),
			(1500, "#,##0", "dokumen", 1500),
			(1500, "General", "dokumen", 1500),
			(2.5, "#,##0.00", "hari", 2.5),
			(1500000, '"Rp"#,##0', "rupiah", 1500000),
			(1500000, '_-[$Rp-421]* #,##0_-;-[$Rp-421]* #,##0_-;_-[$Rp-421]* "-"_-;_-@_-', "Rp", 1500000),
			(1500, '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', "dokumen", 1500),
			(12, '0" dokumen"', "Dokumen", 12),
			(12, "@", "dokumen", 12),
		):
			with self.subTest(bentuk=bentuk):
				isi = self.make_berformat(nilai, bentuk, satuan)
				self.assertEqual(self.upload(isi).pesan, "disimpan")
				self.assertEqual(self.skp.reload().indikator[0].target_min, target)

	def test_a_number_that_may_be_another_than_it_looks_is_refused_by_its_cell(self):
		for nilai, bentuk, satuan, pesan in (
			(0.85, "0%", "dokumen", 'tampak dengan "%", padahal kolom Satuan berisi "dokumen"'),
			(0.85, "0%", None, 'tampak dengan "%", padahal kolom Satuan berisi ""'),
			(0.855, "0%", "persen", "tampak sebagai 86, padahal isinya 85,5. Tampilkan semua angka"),
			(2.5, "0", "hari", "tampak sebagai 3, padahal isinya 2,5"),
			(
				5000000,
				'"Rp"#,##0',
				"juta rupiah",
				'tampak dengan "Rp", padahal kolom Satuan berisi "juta rupiah"',
			),
			(5, "[$$-409]#,##0", "rupiah", 'tampak dengan "$"'),
			(1500000, "#,##0,", "ribu", "format angka selnya (#,##0,) tidak dapat dibaca dengan pasti"),
			(
				1500000,
				"0.00E+00",
				"orang",
				"dapat dibaca dengan pasti. Ubah format selnya menjadi Umum (General)",
			),
			(0.5, "# ?/?", "hari", "dapat dibaca dengan pasti"),
			(0, '0;-0;"-"', "hari", "dapat dibaca dengan pasti"),
			(0, "0;;", "hari", "dapat dibaca dengan pasti"),
			(1500, "[>=1000]0;0", "hari", "dapat dibaca dengan pasti"),
			(
				3,
				"dd/mm/yyyy",
				"hari",
				"berisi tanggal, jam, atau durasi. Ubah format selnya menjadi Umum (General)",
			),
			(0.0625, "[h]:mm", "jam", "berisi tanggal, jam, atau durasi"),
		):
			with self.subTest(bentuk=bentuk, satuan=satuan):
				self.assert_ditolak_impor(
					self.make_berformat(nilai, bentuk, satuan), "Baris 2, kolom Target Min: ", pesan
				)

	def test_a_nip_is_read_as_it_was_pasted_and_what_spoils_it_is_named(self):
		nip = self.skp.nip_pegawai
		tempelan = f"'NIP. {nip[:8]}.{nip[8:14]}\u00a0{nip[14]}-{nip[15:]}\u200b"
		self.assertEqual(self.upload(make_berkas(make_baris(nip_pegawai=tempelan))).pesan, "disimpan")
		for salah, pesan in (
			(f"{nip[:17]}l", 'NIP memuat tanda "l" sesudah 17 angka'),
			(
				"1,967E+17",
				"NIP ditulis lembar kerja sebagai bilangan (1,967E+17), sehingga angka terakhirnya hilang",
			),
			(nip[:17], "NIP harus terdiri atas 18 angka, yang diisi 17 angka"),
		):
			self.assert_ditolak_impor(
				make_berkas(make_baris(nip_pegawai=salah)), f"Baris 2, kolom NIP: {pesan}"
			)

	def test_what_is_invisible_makes_no_difference(self):
		"""A no-break space, a zero-width space, a byte order mark: pasted along from letters and web pages."""
		judul = ["\ufeffNIP", *(teks.replace(" ", "\u00a0") + "\u200b" for teks in JUDUL[1:])]
		baris = make_baris(
			jenis="Utama\u00a0",
			arah="\u200bNaik",
			cara_hitung="Nilai\u00a0terakhir",
			aspek="Kuantitas\u200b",
			target_min="900\u200b",
			rencana_hasil_kerja="\ufeffTertatanya\u00a0arsip",
			perspektif="Proses  Bisnis",
		)
		self.assertEqual(self.upload(make_berkas(baris, judul=judul)).pesan, "disimpan")
		iki = self.skp.reload().indikator[0]
		self.assertEqual(
			(iki.arah, iki.cara_hitung, iki.aspek, iki.target_min, iki.perspektif),
			("Naik", "Nilai terakhir", "Kuantitas", 900, "Proses Bisnis"),
		)
		self.assertEqual(self.skp.hasil_kerja[0].rencana_hasil_kerja, "Tertatanya\u00a0arsip")

	def test_a_formatted_number_among_texts_is_refused_as_well(self):
		def edit(lembar):
			lembar["O2"].number_format = "0%"

		baris = make_baris(
			arah="Naratif", target_min=None, target_maks=None, cara_hitung=None, target_naratif=1
		)
		self.assert_ditolak_impor(
			make_berkas(baris, edit=edit),
			"Baris 2, kolom Target Naratif: berisi angka berformat. Ubah format",
		)

	def make_berformat(self, nilai, bentuk: str, satuan: str | None) -> bytes:
		def edit(lembar):
			lembar["I2"].number_format = bentuk

		return make_berkas(make_baris(target_min=nilai, target_maks=None, satuan=satuan), edit=edit)

	def test_rows_that_do_not_say_which_hasil_kerja_or_contradict_it(self):
		self.assert_ditolak_impor(
			make_berkas(
				make_baris(rencana_hasil_kerja=None),
				make_baris(),
				make_baris(indikator="b", jenis="Tambahan", rhk_pimpinan_uraian="Lain"),
			),
			"Baris 2, kolom Rencana Hasil Kerja: kosong. Isi pada baris pertama tiap hasil kerja",
			"Baris 4, kolom Jenis: berbeda dari baris 3",
			"Baris 4, kolom RHK Pimpinan: berbeda dari baris 3",
		)
		self.assert_ditolak_impor(make_berkas(), "tidak memuat rencana hasil kerja satu pun")

	def test_mistakes_are_named_in_the_order_in_which_the_sheet_is_read(self):
		def edit(lembar):
			lembar["K5"] = "=A1"

		isi = make_berkas(
			make_baris(jenis="Sedang", satuan="@x"),
			make_baris(indikator=None),
			make_baris(indikator="b", aspek="Indah", nip_pegawai=1985),
			make_baris(indikator="c"),
			edit=edit,
		)
		galat = self.upload(isi).get_galat()
		self.assertEqual(
			re.findall(r"Baris (\d+), kolom ([\w ]+):", galat),
			[
				("2", "Jenis"),
				("2", "Satuan"),
				("3", "Indikator"),
				("4", "NIP"),
				("4", "Aspek"),
				("5", "Satuan"),
			],
		)

	def test_one_wrong_nip_is_not_told_as_further_mistakes(self):
		"""Whose a row is without its NIP, its neighbours suggest: enough not to complain about those."""
		nip = self.skp.nip_pegawai
		lanjutan = make_baris(nip_pegawai=nip, rencana_hasil_kerja=None, jenis=None, indikator="b")
		for rows in (
			[make_baris(nip_pegawai=1985), lanjutan],
			[
				make_baris(nip_pegawai=nip),
				make_baris(nip_pegawai=1985, rencana_hasil_kerja="Lain"),
				lanjutan,
				lanjutan,
			],
			[make_baris(nip_pegawai=nip), make_baris(nip_pegawai=1985, rencana_hasil_kerja=None), lanjutan],
		):
			with self.subTest(rows=len(rows)):
				galat = self.upload(make_berkas(*rows)).get_galat()
				self.assertEqual(re.findall(r"kolom ([\w ]+):", galat), ["NIP"])

	def test_a_hasil_kerja_that_cannot_be_read_is_complained_about_once(self):
		lanjutan = make_baris(rencana_hasil_kerja=None, indikator="b")
		for uraian in ("=x", None):
			galat = self.upload(
				make_berkas(make_baris(rencana_hasil_kerja=uraian), lanjutan, lanjutan)
			).get_galat()
			self.assertEqual(
				re.findall(r"Baris (\d+), kolom ([\w ]+):", galat), [("2", "Rencana Hasil Kerja")]
			)

	def test_what_the_plans_own_rules_refuse_is_said_too(self):
		banyak = [make_baris(indikator=f"Indikator {nomor}") for nomor in range(101)]
		self.assert_ditolak_impor(
			make_berkas(*banyak), "Mulai baris 2, SKP Petugas: Indikator dan Target berisi 101 baris"
		)
		frappe.db.set_value("SKP", self.skp.name, "pendekatan", "Kualitatif")
		self.assert_ditolak_impor(
			make_berkas(make_baris()), "Baris 2, kolom Arah: pendekatan SKP ini kualitatif"
		)

	def test_of_very_many_mistakes_the_first_are_named(self):
		isi = make_berkas(*[make_baris(target_min="x", indikator=f"i{nomor}") for nomor in range(300)])
		self.assert_ditolak_impor(isi, "Baris 201, kolom Target Min", "… dan 100 masalah lainnya.")


class TestLintasan(UjiLembar):
	"""The course of a target: read and refused by its cell like the others."""

	BULANAN = "0; 0; 50; 50; 100; 100; 100; 100; 100; 100; 150; 150"

	def get_lintasan(self) -> list[tuple]:
		return [(iki.lintasan, iki.target_bulanan) for iki in self.skp.reload().indikator]

	def test_months_go_in_out_and_in_again_unchanged(self):
		isi = make_berkas(
			make_baris(lintasan="bulanan", target_bulanan=self.BULANAN.replace(" ", "")),
			make_baris(indikator="Merata saja"),
			make_baris(indikator="Merata juga", lintasan="Merata"),
			make_baris(
				indikator="Cerita", arah="Naratif", target_min=None, target_maks=None, cara_hitung=None
			),
		)
		self.assertEqual(self.upload(isi).pesan, "disimpan")
		seharusnya = [("Bulanan", self.BULANAN), *[("Merata", None)] * 3]
		self.assertEqual(self.get_lintasan(), seharusnya)
		with as_user(self.skp.pegawai_user):
			keluar = export_skp(self.skp.name)
		sel = [
			(row[MEDAN.index("lintasan")], row[MEDAN.index("target_bulanan")])
			for row in load_workbook(BytesIO(keluar)).worksheets[0].iter_rows(min_row=2, values_only=True)
		]
		self.assertEqual(sel, [("Bulanan", self.BULANAN), ("Merata", None), ("Merata", None), (None, None)])
		self.assertEqual(self.upload(keluar).pesan, "disimpan")
		self.assertEqual(self.get_lintasan(), seharusnya)

	def test_every_wrong_cell_is_named(self):
		bulanan = {"lintasan": "Bulanan", "target_bulanan": self.BULANAN}
		self.assert_ditolak_impor(
			make_berkas(
				make_baris(lintasan="Miring"),
				make_baris(indikator="b", lintasan="Bulanan"),
				make_baris(indikator="c", lintasan="Bulanan", target_bulanan="1; 2; 3"),
				make_baris(
					indikator="d", lintasan="Bulanan", target_bulanan=self.BULANAN.replace("150", "banyak", 1)
				),
				make_baris(indikator="e", target_bulanan=self.BULANAN),
				make_baris(indikator="f", cara_hitung="Rata-rata", **bulanan),
				make_baris(indikator="g", arah="Ya/Tidak", target_min=None, target_maks=None, **bulanan),
				make_baris(indikator="h", lintasan="Musiman", target_bulanan="1; 2"),
				make_baris(indikator="i", lintasan="Bulanan", target_bulanan=SERANGAN),
				make_baris(indikator="j", lintasan="Bulanan", target_bulanan=date(2025, 1, 2)),
			),
			'Baris 2, kolom Lintasan Target: "Miring" tidak ada dalam pilihan. Tulis salah satu: Merata, Bulanan, Musiman',
			"Baris 3, kolom Target Bulanan: Target bulanan berisi 0 angka",
			"Baris 4, kolom Target Bulanan: Target bulanan berisi 3 angka. Tulis dua belas angka",
			'Baris 5, kolom Target Bulanan: November: "banyak" bukan angka',
			"Baris 6, kolom Target Bulanan: kosongkan, karena lintasannya Merata",
			"Baris 7, kolom Lintasan Target: kosongkan: target baris ini berlaku utuh sejak masa pertama",
			"Baris 8, kolom Lintasan Target: kosongkan: target baris ini berlaku utuh",
			"Baris 9, kolom Target Bulanan: Target bulanan berisi 2 angka",
			"Baris 10, kolom Target Bulanan: tulis teks biasa, tanpa tag HTML",
			"Baris 11, kolom Target Bulanan: berisi tanggal, jam, atau durasi",
		)

	def test_as_last_year_went_is_filled_in_by_the_server_or_refused(self):
		self.assert_ditolak_impor(
			make_berkas(make_baris(lintasan="Musiman")), "belum ada realisasi tahun lalu yang diverifikasi"
		)

	def test_of_a_plan_that_is_no_draft_another_course_is_refused(self):
		self.upload(make_berkas(make_baris(lintasan="Bulanan", target_bulanan=self.BULANAN)))
		move(self.skp.reload(), self.skp.pegawai_user, Tahap.DIAJUKAN)
		sama = make_baris(
			nip_pegawai=self.skp.nip_pegawai,
			lintasan="Bulanan",
			target_bulanan=self.BULANAN.replace("; ", ";"),
		)
		semua = f"/kinerja/lembar?periode={self.instansi.periode}"
		halaman = self.upload(make_berkas(sama), "periksa", nama="pengelola", alamat=semua)
		self.assertIn("1 SKP dilewati, karena bukan draf dan isinya sama", halaman.teks)
		lain = make_baris(nip_pegawai=self.skp.nip_pegawai)
		self.assert_ditolak_impor(
			make_berkas(lain), "berbeda dari yang tersimpan", nama="pengelola", alamat=semua
		)


class TestHak(UjiLembar):
	def test_nobody_imports_into_a_colleagues_draft(self):
		self.assertEqual(self.open("kolega", self.alamat).status, 404)
		self.assertEqual(
			self.open(
				"kolega",
				self.alamat,
				{"aksi": "impor", "berkas": (BytesIO(make_berkas(make_baris())), "a.xlsx")},
			).status,
			404,
		)
		self.assertEqual(self.open("penilai", self.alamat).status, 404)
		self.assertEqual(self.open("petugas", "/kinerja/lembar").status, 403)
		self.assertEqual(self.get_isi()[0][1], "Terlayaninya pendaftaran penduduk")

	def test_another_nip_in_ones_own_sheet_is_refused(self):
		kolega = make_skp(self.instansi, "kolega", Tahap.DRAF)
		self.assert_ditolak_impor(
			make_berkas(make_baris(), make_baris(nip_pegawai=kolega.nip_pegawai)),
			f'Baris 3, kolom NIP: "{kolega.nip_pegawai}" bukan NIP Anda',
		)

	def test_what_is_submitted_can_only_be_taken_away(self):
		move(self.skp, self.skp.pegawai_user, Tahap.DIAJUKAN)
		halaman = self.open("petugas", self.alamat)
		self.assertFalse(halaman.has_tombol("impor"))
		self.assertIn("SKP ini berstatus Diajukan, jadi", halaman.teks)
		self.upload(make_berkas(make_baris()))
		self.assertEqual(self.get_isi()[0][1], "Terlayaninya pendaftaran penduduk")
		move(self.skp, self.skp.penilai_user, Tahap.DITETAPKAN)
		self.assertIn("SKP ini berstatus Ditetapkan, jadi", self.open("petugas", self.alamat).teks)

	def test_a_draft_that_changed_meanwhile_is_not_overwritten(self):
		halaman = self.open(
			"petugas",
			self.alamat,
			{
				"aksi": "impor",
				"modified": "2025-01-01",
				"berkas": (BytesIO(make_berkas(make_baris())), "a.xlsx"),
			},
		)
		self.assertIn("sudah berubah sejak Anda membukanya", halaman.get_galat())

	def test_only_what_one_may_read_goes_out(self):
		with as_user(self.instansi.user["kolega"]):
			self.assertRaises(frappe.DoesNotExistError, export_skp, self.skp.name)
		for nama in ("petugas", "penilai"):
			with self.subTest(nama=nama), as_user(self.instansi.user[nama]):
				self.assertRaises(frappe.PermissionError, export_periode, self.instansi.periode)
		with as_user(self.instansi.user["tetangga"]):
			self.assert_ditolak(
				"Tidak ada SKP", frappe.ValidationError, export_periode, self.instansi.periode
			)
			self.assertRaises(frappe.DoesNotExistError, export_skp, self.skp.name)

	def test_downloads_are_answered_as_files_and_logged(self):
		sebelum = frappe.db.count("Access Log")
		with as_user(self.instansi.user["auditor"]):
			download(periode=self.instansi.periode, unit_kerja=self.instansi.unit)
		self.assertEqual(
			(frappe.response.type, frappe.response.filename),
			("binary", f"SKP-{self.instansi.periode}-Bidang Pendaftaran Uji.xlsx"),
		)
		self.assertEqual(len(read_lembar("a.xlsx", frappe.response.filecontent).baris), 3)
		self.assertEqual(frappe.db.count("Access Log"), sebelum + 1)
		with as_user(self.skp.pegawai_user):
			download(skp=self.skp.name)
		self.assertEqual(frappe.response.filename, f"{self.skp.name}.xlsx")


class TestPeriode(UjiLembar):
	def setUp(self):
		super().setUp()
		self.kolega = make_skp(self.instansi, "kolega", Tahap.DRAF)
		self.semua = f"/kinerja/lembar?periode={self.instansi.periode}"

	def baris(self, skp, **sel) -> list:
		return make_baris(nip_pegawai=skp.nip_pegawai, nama_pegawai="diabaikan", **sel)

	def test_of_who_moved_the_present_plan_goes_out(self):
		lama = self.kolega.hasil_kerja[0].rencana_hasil_kerja
		frappe.db.set_value("SKP", self.kolega.name, "tahap", str(Tahap.DITUTUP))
		baru = [make_hasil_kerja("Hasil di jabatan baru")]
		make_skp(self.instansi, "kolega", Tahap.DRAF, hasil_kerja=baru)
		with as_user(self.instansi.user["pengelola"]):
			lembar = read_lembar("a.xlsx", export_periode(self.instansi.periode))
		nip = self.kolega.nip_pegawai
		hasil = {row.sel["rencana_hasil_kerja"] for row in lembar.baris if row.sel["nip_pegawai"] == nip}
		self.assertEqual(hasil, {"Hasil di jabatan baru"}, lama)

	def test_hr_takes_a_whole_unit_out_and_brings_it_back(self):
		with as_user(self.instansi.user["pengelola"]):
			isi = export_periode(self.instansi.periode, self.instansi.unit)
		kunci = [row.kunci for row in (*self.skp.hasil_kerja, *self.kolega.hasil_kerja)]
		self.assertEqual(self.upload(isi, nama="pengelola", alamat=self.semua).pesan, "diimpor")
		self.assertEqual(
			[row.kunci for row in (*self.skp.reload().hasil_kerja, *self.kolega.reload().hasil_kerja)], kunci
		)

	def export(self) -> bytes:
		with as_user(self.instansi.user["pengelola"]):
			return export_periode(self.instansi.periode)

	def edit(self, isi: bytes, skp, medan: str, nilai) -> bytes:
		"""The workbook with ``nilai`` in column ``medan`` of the first row of ``skp``."""
		buku = load_workbook(BytesIO(isi))
		lembar = buku.worksheets[0]
		nomor = next(row[0].row for row in lembar.iter_rows() if row[0].value == skp.nip_pegawai)
		lembar.cell(nomor, MEDAN.index(medan) + 1).value = nilai
		baru = BytesIO()
		buku.save(baru)
		return baru.getvalue()

	def test_plans_that_are_no_drafts_and_unchanged_are_left_alone(self):
		diajukan = make_skp(self.instansi, "pengelola_unit", Tahap.DIAJUKAN)
		ditetapkan = make_skp(self.instansi, "penilai")
		sebelum = [doc.reload().as_dict() for doc in (diajukan, ditetapkan)]
		isi = self.edit(self.export(), self.kolega, "satuan", "orang")
		halaman = self.upload(isi, "periksa", nama="pengelola", alamat=self.semua)
		self.assertIn(
			"2 SKP dilewati, karena bukan draf dan isinya sama dengan yang tersimpan: 1 Diajukan, 1 Ditetapkan.",
			halaman.teks,
		)
		self.assertIn("2 SKP, 4 indikator.", halaman.teks)
		jawaban = self.upload(isi, nama="pengelola", alamat=self.semua)
		self.assertEqual(jawaban.pesan, "diimpor")
		self.assertEqual(self.kolega.reload().indikator[0].satuan, "orang")
		self.assertEqual([doc.reload().as_dict() for doc in (diajukan, ditetapkan)], sebelum)

	def test_two_ways_to_write_one_value_are_the_same(self):
		move(self.skp, self.skp.pegawai_user, Tahap.DIAJUKAN)
		isi = self.export()
		for medan, nilai in (
			("target_min", "1.000"),
			("target_maks", None),
			("arah", "naik"),
			("jenis", None),
			("rencana_hasil_kerja", self.skp.hasil_kerja[0].rencana_hasil_kerja.replace(" ", "\n") + " "),
		):
			with self.subTest(medan):
				self.assertEqual(
					self.upload(
						self.edit(isi, self.skp, medan, nilai), nama="pengelola", alamat=self.semua
					).pesan,
					"diimpor",
				)

	def test_what_differs_in_a_plan_that_is_no_draft_is_refused_by_its_row(self):
		move(self.skp, self.skp.pegawai_user, Tahap.DIAJUKAN)
		isi, nip = self.export(), self.skp.nip_pegawai
		for medan, nilai in (
			("target_min", 1),
			("satuan", "orang"),
			("jenis", "Tambahan"),
			("indikator", "PEMOHON"),
		):
			with self.subTest(medan):
				self.assert_ditolak_impor(
					self.edit(isi, self.skp, medan, nilai),
					f"padahal SKP Petugas ({nip}) berstatus Diajukan. Hanya draf dan yang dikembalikan",
					nama="pengelola",
					alamat=self.semua,
				)
		lengkap = [
			list(row)
			for row in load_workbook(BytesIO(isi)).worksheets[0].iter_rows(min_row=2, values_only=True)
		]
		milik = [row for row in lengkap if row[0] == nip]
		for rows, nomor in (
			(milik[:-1], 2),
			([*milik, milik[-1]], 5),
			([milik[0], make_baris(nip_pegawai=nip)], 3),
		):
			self.assert_ditolak_impor(
				make_berkas(*rows),
				f"Baris {nomor}: berbeda dari yang tersimpan",
				nama="pengelola",
				alamat=self.semua,
			)

	def test_a_wrong_cell_of_such_a_plan_is_one_mistake(self):
		move(self.skp, self.skp.pegawai_user, Tahap.DIAJUKAN)
		for medan, nilai in (("target_min", "seribu"), ("nip_pegawai", 1985)):
			isi = self.edit(self.export(), self.skp, medan, nilai)
			galat = self.upload(isi, nama="pengelola", alamat=self.semua).get_galat()
			self.assertEqual(galat.count("Baris "), 1, galat)

	def test_a_sheet_of_set_plans_alone_changes_nothing_and_says_so(self):
		for skp in (self.skp, self.kolega):
			move(skp, skp.pegawai_user, Tahap.DIAJUKAN)
		halaman = self.upload(self.export(), "periksa", nama="pengelola", alamat=self.semua)
		self.assertIn("2 SKP dilewati", halaman.teks)
		self.assertIn("Tidak ada yang akan berubah.", halaman.teks)
		jawaban = self.upload(self.export(), nama="pengelola", alamat=self.semua)
		self.assertEqual((jawaban.status, jawaban.pesan), (303, None))
		self.assertIn(
			"Tidak ada draf yang berubah. 2 SKP dilewati", self.open("pengelola", jawaban.tujuan).teks
		)

	def test_only_the_named_drafts_change(self):
		isi = make_berkas(
			self.baris(self.kolega), self.baris(self.kolega, rencana_hasil_kerja=None, indikator="b")
		)
		self.assertEqual(self.upload(isi, nama="pengelola", alamat=self.semua).pesan, "diimpor")
		self.assertEqual(len(self.kolega.reload().indikator), 2)
		self.assertEqual(self.get_isi()[0][1], "Terlayaninya pendaftaran penduduk")
		self.assertEqual(self.kolega.modified_by, self.instansi.user["pengelola"])

	def test_one_wrong_row_keeps_the_whole_file_out(self):
		asing = frappe.db.get_value("Employee", self.instansi.pegawai["tetangga"], "nip")
		diajukan = make_skp(self.instansi, "pengelola_unit", Tahap.DIAJUKAN)
		isi = make_berkas(
			self.baris(self.kolega),
			make_baris(),
			make_baris(nip_pegawai=asing),
			make_baris(nip_pegawai="198001012000011001"),
			self.baris(diajukan),
		)
		self.assert_ditolak_impor(
			isi,
			"Baris 3, kolom NIP: kosong",
			f"Baris 4, kolom NIP: {asing} tidak mempunyai SKP periode",
			"Baris 5, kolom NIP: 198001012000011001 tidak mempunyai SKP periode",
			f"Baris 6: berbeda dari yang tersimpan, padahal SKP Pengelola Unit ({diajukan.nip_pegawai}) berstatus Diajukan",
			nama="pengelola",
			alamat=self.semua,
		)
		self.assertEqual(
			self.kolega.reload().hasil_kerja[0].rencana_hasil_kerja, "Terlayaninya pendaftaran penduduk"
		)

	def test_what_one_plan_refuses_takes_back_all(self):
		isi = make_berkas(
			self.baris(self.skp), *[self.baris(self.kolega, indikator=f"i{nomor}") for nomor in range(101)]
		)
		self.assert_ditolak_impor(isi, "Mulai baris 3, SKP Kolega", nama="pengelola", alamat=self.semua)

	def test_rows_without_a_plan_wipe_nothing(self):
		kosong = [self.skp.nip_pegawai, "Petugas"]
		isi = make_berkas(kosong, self.baris(self.kolega))
		self.assertEqual(self.upload(isi, nama="pengelola", alamat=self.semua).pesan, "diimpor")
		self.assertEqual(len(self.skp.reload().hasil_kerja), 2)

	def test_who_may_not_write_gets_no_upload(self):
		for nama in ("auditor", "pengelola_unit"):
			halaman = self.open(nama, self.semua)
			self.assertEqual((halaman.status, halaman.has_tombol("impor")), (200, False))
			self.assertNotIn("unggah", halaman.teks)
			self.assertEqual(
				self.upload(make_berkas(self.baris(self.skp)), nama=nama, alamat=self.semua).status, 200
			)
		for nama in ("petugas", "penilai"):
			halaman = self.open(nama, self.semua)
			self.assertEqual(halaman.status, 403)
			self.assertIn(
				"Halaman ini untuk Pengelola Kinerja atau Pengelola Kinerja Unit atau Auditor Kinerja. Bila itu tugas "
				"Anda, minta administrator situs",
				halaman.teks,
			)
		halaman = self.open("tetangga", self.semua)
		self.assertNotIn(self.instansi.periode, halaman.teks)
		self.assertEqual(len(self.skp.reload().hasil_kerja), 2)

	def test_hr_of_another_agency_reaches_nothing_by_the_service_either(self):
		with as_user(self.instansi.user["tetangga"]):
			self.assert_ditolak(
				"tidak mempunyai SKP periode",
				frappe.ValidationError,
				import_periode,
				self.instansi.periode,
				"a.xlsx",
				make_berkas(self.baris(self.skp)),
			)

	@patch("kinerja_asn.lembar.ekspor.BARIS_MAKS", 1)
	def test_too_much_for_one_sheet_is_said_before_it_is_made(self):
		with as_user(self.instansi.user["pengelola"]):
			self.assert_ditolak(
				"Pecah per unit kerja", frappe.ValidationError, export_periode, self.instansi.periode
			)

	@patch("kinerja_asn.lembar.impor.SKP_MAKS", 1)
	def test_more_plans_than_one_request_can_save_are_refused(self):
		isi = make_berkas(self.baris(self.skp), self.baris(self.kolega))
		self.assert_ditolak_impor(
			isi, "memuat 2 draf SKP, paling banyak 1. Pecah", nama="pengelola", alamat=self.semua
		)


class TestPilihan(UjiLembar):
	"""What the page offers to take away, and what goes out then. petugas is in ``unit``, kolega in ``seksi`` below it."""

	def setUp(self):
		super().setUp()
		self.unit, self.lain = self.instansi.unit, make_unit("Sekretariat Uji", self.instansi.name)
		self.seksi = make_unit("Seksi Uji Lembar", self.instansi.name, self.unit)
		make_skp(self.instansi, "pengelola", Tahap.DRAF)
		kolega = make_skp(self.instansi, "kolega", Tahap.DRAF)
		frappe.db.set_value("SKP", kolega.name, "unit_kerja", self.seksi)
		self.semua = f"/kinerja/lembar?periode={self.instansi.periode}"

	def get_opsi(self, nama: str) -> dict[str, str]:
		isi = self.open(nama, self.semua).isi.partition('name="unit_kerja"')[2].partition("</select>")[0]
		return dict(re.findall(r'<option value="([^"]*)"[^>]*>([^<]*)<', isi))

	def get_nama(self, nama: str, unit: str | None = None) -> set[str]:
		"""Whose plans go out."""
		with as_user(self.instansi.user[nama]):
			isi = export_periode(self.instansi.periode, unit)
		return {baris.sel["nama_pegawai"] for baris in read_lembar("a.xlsx", isi).baris}

	def test_a_unit_includes_those_below_it(self):
		self.assertEqual(self.get_nama("pengelola"), {"Petugas", "Kolega", "Pengelola"})
		self.assertEqual(self.get_nama("pengelola", self.unit), {"Petugas", "Kolega"})
		self.assertEqual(self.get_nama("pengelola", self.seksi), {"Kolega"})
		self.assertEqual(self.get_nama("pengelola", f"saja:{self.unit}"), {"Petugas"})
		with as_user(self.instansi.user["pengelola"]):
			self.assert_ditolak(
				"Tidak ada SKP", frappe.ValidationError, export_periode, self.instansi.periode, "Tidak Ada"
			)

	def test_units_are_offered_from_the_top_down_by_their_own_names(self):
		opsi = self.get_opsi("pengelola")
		self.assertEqual(
			opsi,
			{
				"": "Semua unit kerja (5 baris)",
				self.lain: "Sekretariat Uji (1 baris)",
				self.unit: "Bidang Pendaftaran Uji (4 baris)",
				self.seksi: "\u2003Seksi Uji Lembar (1 baris)",
			},
		)
		urutan = list(opsi)
		self.assertEqual(urutan.index(self.seksi), urutan.index(self.unit) + 1)

	def test_a_period_without_plans_offers_no_download(self):
		kosong = make_periode(self.instansi.name, 2031).name
		for nama in ("pengelola", "pengelola_unit", "auditor"):
			halaman = self.open(nama, f"/kinerja/lembar?periode={kosong}")
			self.assertIn("Belum ada SKP periode 2031 yang dapat Anda baca.", halaman.teks)
			self.assertNotIn("api.lembar.download", halaman.isi)

	def test_rows_are_counted_as_they_go_out(self):
		make_skp(self.instansi, "penilai", Tahap.DRAF, hasil_kerja=[], indikator=[])
		make_skp(self.instansi, "kepala", Tahap.DRAF, indikator=[])
		with as_user(self.instansi.user["pengelola"]):
			isi = read_lembar("a.xlsx", export_periode(self.instansi.periode))
			self.assertEqual(count_baris(self.instansi.periode).total(), len(isi.baris))

	def test_hr_of_a_unit_takes_out_his_unit_and_those_below(self):
		self.assertEqual(self.get_nama("pengelola_unit"), {"Petugas", "Kolega"})
		self.assertEqual(
			list(self.get_opsi("pengelola_unit").values()),
			[
				"Semua unit kerja (4 baris)",
				"Bidang Pendaftaran Uji (4 baris)",
				"\u2003Seksi Uji Lembar (1 baris)",
			],
		)
		with as_user(self.instansi.user["pengelola_unit"]):
			self.assert_ditolak(
				"Tidak ada SKP", frappe.ValidationError, export_periode, self.instansi.periode, self.lain
			)

	def test_hr_of_a_lower_unit_sees_nothing_above_it(self):
		user = self.instansi.user["pengelola_unit"]
		frappe.get_doc(
			doctype="User Permission", user=user, allow="Department", for_value=self.seksi
		).insert()
		self.assertEqual(self.get_nama("pengelola_unit"), {"Kolega"})
		self.assertEqual(
			list(self.get_opsi("pengelola_unit").values()),
			["Semua unit kerja (1 baris)", "Seksi Uji Lembar (1 baris)"],
		)

	@patch("kinerja_asn.lembar.pilihan.BARIS_MAKS", 3)
	def test_what_is_too_much_for_one_sheet_is_said_before(self):
		halaman, opsi = self.open("pengelola", self.semua), self.get_opsi("pengelola")
		self.assertIn(
			"Periode ini memuat 5 baris; satu lembar memuat paling banyak 3. Pilih unit kerja.", halaman.teks
		)
		self.assertIn('<option value="" disabled>', halaman.isi)
		self.assertNotIn(self.unit, opsi)
		self.assertEqual(
			opsi[f"saja:{self.unit}"], "Bidang Pendaftaran Uji saja, tanpa unit di bawahnya (3 baris)"
		)
		self.assertEqual(opsi[self.lain], "Sekretariat Uji (1 baris)")
