"""A Data Import of employees, as offices make the file: read, or refused by row, column and remedy."""

import csv
from datetime import date, datetime
from io import BytesIO, StringIO

import frappe
from openpyxl import Workbook

from kinerja_asn.services.orang.pengisian.impor import read_tanggal
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import as_user, make_unit

JUDUL = (
	"first_name",
	"date_of_birth",
	"date_of_joining",
	"department",
	"nip",
	"jenis_asn",
	"pangkat_golongan",
)
BARIS = (
	"Contoh",
	"12-02-1969",
	"01/03/1999",
	"Sekretariat",
	"19690212 199903 2 003",
	"PNS",
	"PEMBINA TK I / IV.B",
)


class TestImpor(UjiKinerja):
	def make_impor(self, isi: bytes, nama: str = "pegawai.csv"):
		berkas = frappe.get_doc(doctype="File", file_name=nama, content=isi, is_private=1).insert()
		doc = frappe.get_doc(
			doctype="Data Import",
			reference_doctype="Employee",
			import_type="Insert New Records",
			import_file=berkas.file_url,
		)
		return doc.insert()

	def make_csv(self, *rows: tuple, judul: tuple = JUDUL, pemisah: str = ",") -> bytes:
		isi = StringIO()
		csv.writer(isi, delimiter=pemisah).writerows((judul, *rows))
		return isi.getvalue().encode("utf-8-sig")

	def read(self, doc) -> list[list[str]]:
		isi = frappe.get_doc("File", {"file_url": doc.import_file}).get_content()
		return list(csv.reader(StringIO(isi if isinstance(isi, str) else isi.decode())))

	def test_what_offices_write_is_put_into_the_form_that_is_read(self):
		rapi = ["Contoh", "1969-02-12", "1999-03-01", "Sekretariat", "196902121999032003", "PNS"]
		rapi.append("Pembina Tingkat I / IV.b")
		for pemisah in (",", ";", "\t"):
			with self.subTest(pemisah=pemisah):
				doc = self.make_impor(self.make_csv(BARIS, pemisah=pemisah))
				self.assertEqual(self.read(doc), [list(JUDUL), rapi])
		judul = (
			"First\u00a0Name",
			"Date of Birth",
			"Date of Joining",
			"Department\u200b",
			"NIP",
			"Jenis ASN",
		)
		doc = self.make_impor(self.make_csv(BARIS, judul=(*judul, "Pangkat/Gol. Ruang")))
		self.assertEqual(self.read(doc)[1], rapi)
		self.assertEqual(doc.payload_count, 1)

	def test_a_workbook_too(self):
		buku = Workbook()
		buku.active.append(JUDUL)
		buku.active.append([BARIS[0], datetime(1969, 2, 12), datetime(1999, 3, 1), *BARIS[3:]])
		isi = BytesIO()
		buku.save(isi)
		doc = self.make_impor(isi.getvalue(), "pegawai.xlsx")
		self.assertEqual(self.read(doc)[1][1:3], ["1969-02-12", "1999-03-01"])

	def test_spaces_and_line_breaks_in_names_are_single_spaces(self):
		unit = "Bidang Kinerja,  Disiplin\n            dan\u00a0Penghargaan\u200b"
		doc = self.make_impor(self.make_csv((*BARIS[:3], unit, *BARIS[4:])))
		self.assertEqual(self.read(doc)[1][3], "Bidang Kinerja, Disiplin dan Penghargaan")

	def test_what_cannot_be_read_is_refused_by_row_column_and_remedy(self):
		isi = self.make_csv(
			BARIS,
			(*BARIS[:4], "1.96702281988031E+17", *BARIS[5:]),
			(*BARIS[:4], "19690212 199903 2 00O", "PNS", "Penata Tk. I (III/c)"),
			("Contoh", "02/13/1969", "31234", *BARIS[3:]),
		)
		for pesan in (
			"Baris 3, kolom nip: NIP ditulis lembar kerja sebagai bilangan (1.96702281988031E+17)",
			"Baris 4, kolom nip: NIP memuat tanda &quot;O&quot; sesudah 17 angka",
			"Baris 4, kolom pangkat_golongan: Pangkat dan golongan ruang",
			"Baris 5, kolom date_of_birth: &quot;02/13/1969&quot; bukan tanggal. Tulis tahun, bulan, tanggal",
			"Baris 5, kolom date_of_joining: &quot;31234&quot; bukan tanggal",
		):
			with self.subTest(pesan=pesan):
				self.assert_ditolak(pesan, frappe.ValidationError, self.make_impor, isi)

	def test_names_of_units_and_posts_are_tidied_too(self):
		isi = self.make_csv(("Kepala  Seksi\n  Contoh",), judul=("designation_name",), pemisah=";")
		berkas = frappe.get_doc(doctype="File", file_name="jabatan.csv", content=isi, is_private=1).insert()
		doc = frappe.get_doc(
			doctype="Data Import", reference_doctype="Designation", import_type="Insert New Records"
		).insert()
		doc.import_file = berkas.file_url
		doc.save()
		self.assertEqual(self.read(doc), [["designation_name"], ["Kepala Seksi Contoh"]])
		rapi = frappe.get_doc("File", {"file_url": doc.import_file})
		self.assertEqual((rapi.attached_to_name, rapi.is_private), (doc.name, 1))

	def test_it_is_done_once_and_for_people_units_and_posts_only(self):
		doc = self.make_impor(self.make_csv(BARIS))
		alamat = doc.import_file
		doc.reload().save()
		self.assertEqual(doc.import_file, alamat)
		lain = frappe.get_doc(doctype="Data Import", reference_doctype="ToDo", import_file="/x.csv")
		lain.run_method("before_validate")
		self.assertEqual(lain.import_file, "/x.csv")

	def test_nobody_gets_a_copy_of_a_file_he_may_not_read(self):
		berkas = frappe.get_doc(doctype="File", file_name="a.csv", content=self.make_csv(BARIS), is_private=1)
		alamat = berkas.insert().file_url
		doc = frappe.get_doc(doctype="Data Import", reference_doctype="Employee", import_file=alamat)
		with as_user(self.instansi.user["petugas"]):
			self.assert_ditolak(
				"tidak berhak memakai berkas", frappe.PermissionError, doc.run_method, "before_validate"
			)
		self.assertEqual(doc.import_file, alamat)

	def add_dua_sekretariat(self) -> list[str]:
		badan = [make_unit(nama, self.instansi.name) for nama in ("Dinas Kesehatan", "Dinas Pendidikan")]
		return [
			frappe.get_doc(
				doctype="Department",
				department_name="Sekretariat",
				company=self.instansi.name,
				parent_department=induk,
			)
			.insert()
			.name
			for induk in badan
		]

	def read_unit(self, unit: str, **isian) -> list[str]:
		isi = {"first_name": "Contoh", "company": self.instansi.name, "department": unit, **isian}
		return self.read(self.make_impor(self.make_csv(tuple(isi.values()), judul=tuple(isi))))[1]

	def test_units_are_named_as_people_read_them(self):
		kesehatan, pendidikan = self.add_dua_sekretariat()
		for tertulis, unit in (
			("Bidang Pendaftaran Uji", self.instansi.unit),
			("bidang pendaftaran  uji", self.instansi.unit),
			(self.instansi.unit, self.instansi.unit),
			("Sekretariat (Dinas Kesehatan)", kesehatan),
			(pendidikan, pendidikan),
			("Unit Tetangga", "Unit Tetangga"),
		):
			with self.subTest(tertulis=tertulis):
				self.assertEqual(self.read_unit(tertulis)[2], unit)

	def test_a_name_of_several_units_is_refused_with_the_choice(self):
		self.add_dua_sekretariat()
		self.assert_ditolak(
			"ada 2 unit bernama &quot;Sekretariat&quot;. Tulis salah satu: Sekretariat (Dinas Kesehatan); Sekretariat "
			"(Dinas Pendidikan).",
			frappe.ValidationError,
			self.read_unit,
			"Sekretariat",
		)

	def test_a_superior_is_named_by_his_nip(self):
		penilai = self.instansi.pegawai["penilai"]
		nip = frappe.db.get_value("Employee", penilai, "nip")
		for tertulis, atasan in ((nip, penilai), (f"NIP. {nip}", penilai), (penilai, penilai)):
			self.assertEqual(self.read_unit(self.instansi.unit, reports_to=tertulis)[3], atasan)

	def test_units_come_after_their_parents(self):
		isi = self.make_csv(
			("Badan Contoh", self.instansi.name, ""),
			("", "", ""),
			("Sekretariat", self.instansi.name, "Badan Contoh"),
			judul=("department_name", "company", "parent_department"),
		)
		berkas = frappe.get_doc(doctype="File", file_name="unit.csv", content=isi, is_private=1).insert()
		doc = frappe.get_doc(
			doctype="Data Import",
			reference_doctype="Department",
			import_type="Insert New Records",
			import_file=berkas.file_url,
		)
		self.assert_ditolak(
			"Baris 4, kolom parent_department: unit induk &quot;Badan Contoh&quot; baru ada pada baris 2 berkas ini",
			frappe.ValidationError,
			doc.insert,
		)

	def test_days_are_read_before_months(self):
		for teks in ("1985-07-31", "31-07-1985", "31/07/1985", "31.07.1985", "31/7/1985", date(1985, 7, 31)):
			with self.subTest(teks=teks):
				self.assertEqual(read_tanggal(teks), date(1985, 7, 31))
