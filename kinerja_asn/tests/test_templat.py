"""Templat SKP: one per jabatan of an agency, as complete as a plan that can be submitted, kept by its HR."""

import frappe

from kinerja_asn.services.perencanaan.skp.templat import find_templat
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import as_user, make_hasil_kerja, make_indikator, make_jabatan, make_skp

JABATAN = "Petugas Loket Uji"


class TestTemplat(UjiKinerja):
	def templat(self, **fields):
		return frappe.get_doc(
			{
				"doctype": "Templat SKP",
				"nama_templat": "Petugas loket",
				"instansi": self.instansi.name,
				"jabatan": make_jabatan(JABATAN),
				"hasil_kerja": [make_hasil_kerja(), make_hasil_kerja("Tertatanya arsip", "Tambahan")],
				"indikator": [make_indikator(hasil_kerja_ke=2, aspek="waktu, biaya"), make_indikator()],
				**fields,
			}
		).insert()

	def test_rows_are_linked_and_normalised_as_in_a_plan(self):
		templat = self.templat()
		self.assertEqual(templat.indikator[0].aspek, "Waktu, Biaya")
		self.assertEqual(
			[indikator.hasil_kerja for indikator in templat.indikator],
			[templat.hasil_kerja[1].kunci, templat.hasil_kerja[0].kunci],
		)

	def test_an_active_template_must_be_complete(self):
		for isi, pesan in (
			({"indikator": [make_indikator()]}, "Hasil kerja ke-2 belum mempunyai indikator"),
			(
				{"hasil_kerja": [make_hasil_kerja(jenis="Tambahan")], "indikator": [make_indikator()]},
				"hasil kerja utama",
			),
			({"indikator": [make_indikator(hasil_kerja_ke=9)]}, "tidak terhubung"),
			({"indikator": [make_indikator(target_min=2000)]}, "melebihi target maksimum"),
			({"indikator": [make_indikator(aspek="Indah")]}, "tidak dikenal"),
			(
				{"indikator": [make_indikator(pustaka="PENGADUAN-01-v1", indikator="<b>x</b>")]},
				"tanpa tag HTML",
			),
			({"hasil_kerja": [make_hasil_kerja()] * 101}, "paling banyak 100"),
			({"pendekatan": "Kualitatif"}, "pendekatan SKP ini kualitatif"),
		):
			with self.subTest(pesan=pesan):
				self.assert_ditolak(pesan, frappe.ValidationError, self.templat, **isi)
		self.assertTrue(self.templat(aktif=0, indikator=[]).name)

	def test_one_active_template_for_a_jabatan_of_an_agency(self):
		pertama = self.templat()
		self.assert_ditolak("Sudah ada templat aktif", frappe.DuplicateEntryError, self.templat)
		kedua = self.templat(aktif=0, nama_templat="Rancangan")
		self.assertEqual(self.templat(instansi="Dinas Tetangga Uji").aktif, 1)
		kedua.aktif = 1
		self.assert_ditolak("Petugas loket", frappe.DuplicateEntryError, kedua.save)
		pertama.update({"aktif": 0}).save()
		kedua.reload().update({"aktif": 1}).save()
		self.assertEqual(find_templat(self.instansi.name, JABATAN), kedua.name)

	def test_a_template_is_found_for_its_own_jabatan_and_agency_only(self):
		templat = self.templat()
		self.assertEqual(find_templat(self.instansi.name, JABATAN), templat.name)
		for instansi, jabatan in (
			(self.instansi.name, "Jabatan Kolega"),
			("Dinas Tetangga Uji", JABATAN),
			(self.instansi.name, None),
		):
			self.assertIsNone(find_templat(instansi, jabatan))

	def test_it_holds_nothing_of_one_persons_year(self):
		kunci = make_skp(self.instansi).hasil_kerja[0].kunci
		templat = self.templat(
			hasil_kerja=[
				{**make_hasil_kerja(), "rhk_pimpinan": kunci, "pk_indikator": "x", "penugasan_dari": "Kepala"}
			],
			indikator=[make_indikator(pk_indikator="x")],
			lampiran=[
				{
					"kategori": "Dukungan Sumber Daya",
					"jenis": "Anggaran",
					"uraian": "Rp10 juta",
					"terealisasi": 1,
				}
			],
		)
		hasil = templat.hasil_kerja[0]
		self.assertEqual((hasil.rhk_pimpinan, hasil.pk_indikator, hasil.penugasan_dari), (None, None, None))
		self.assertEqual(hasil.rhk_pimpinan_uraian, "Tertib administrasi kependudukan")
		self.assertFalse(templat.reload().lampiran[0].terealisasi)
		self.assertFalse(templat.indikator[0].pk_indikator)

	def test_the_agencys_hr_alone_writes_it(self):
		templat = self.templat()
		with as_user(self.instansi.user["pengelola"]):
			frappe.get_doc("Templat SKP", templat.name).save()
			self.assertRaises(frappe.PermissionError, self.templat, instansi="Dinas Tetangga Uji")
		for nama in ("petugas", "penilai", "pengelola_unit", "auditor", "tetangga"):
			with self.subTest(nama=nama), as_user(self.instansi.user[nama]):
				galat = (
					frappe.PermissionError
					if nama in ("pengelola_unit", "auditor")
					else frappe.DoesNotExistError
				)
				self.assertRaises(galat, frappe.get_doc("Templat SKP", templat.name).save)
		with as_user(self.instansi.user["tetangga"]):
			self.assertFalse(frappe.get_list("Templat SKP", {"name": templat.name}))
			self.assertFalse(frappe.has_permission("Templat SKP", doc=templat.name))

	def test_a_row_of_another_document_is_not_taken_over(self):
		"""Its name in the row that is sent would move it here."""
		skp = make_skp(self.instansi)
		templat = self.templat()
		with as_user(self.instansi.user["pengelola"]):
			templat.append("hasil_kerja", {**make_hasil_kerja("Curian"), "name": skp.hasil_kerja[0].name})
			self.assert_ditolak("bukan milik dokumen ini", frappe.ValidationError, templat.save)
		self.assertEqual(frappe.db.get_value("SKP Hasil Kerja", skp.hasil_kerja[0].name, "parent"), skp.name)

	def test_another_agencys_indikator_is_refused(self):
		with as_user(self.instansi.user["tetangga"]):
			asing = (
				frappe.get_doc(
					doctype="Indikator Kinerja",
					kode="ASING",
					instansi="Dinas Tetangga Uji",
					berlaku_mulai="2025-01-01",
					indikator="Rahasia",
					aspek="Waktu",
					arah="Naik",
					cara_hitung="Jumlah",
				)
				.insert()
				.name
			)
		self.assert_ditolak(
			"tidak ada dalam pustaka",
			frappe.ValidationError,
			self.templat,
			indikator=[make_indikator(pustaka=asing)],
		)
