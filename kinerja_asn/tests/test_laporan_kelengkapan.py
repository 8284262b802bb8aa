"""Report "Data Pegawai Belum Lengkap": nobody whose data are incomplete is in no count."""

import frappe

from kinerja_asn.api.orang.pegawai import count_belum_lengkap
from kinerja_asn.kinerja_asn.report.data_pegawai_belum_lengkap.data_pegawai_belum_lengkap import execute
from kinerja_asn.laporan.kelengkapan import Kekurangan, find_belum_lengkap
from kinerja_asn.tests.basis import UjiKinerja, watch_query
from kinerja_asn.tests.factories import as_user


class TestLaporanKelengkapan(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.petugas = self.instansi.pegawai["petugas"]

	def get_kekurangan(self, nama: str = "pengelola") -> dict[str, list[Kekurangan]]:
		with as_user(self.instansi.user[nama]):
			return {row["nama_pegawai"]: row["daftar"] for row in find_belum_lengkap()}

	def test_each_reason_is_found(self):
		for kolom, nilai, alasan in (
			("nip", None, Kekurangan.NIP),
			("nip", "123", Kekurangan.NIP_SALAH),
			("gender", "Female", Kekurangan.JENIS_KELAMIN),
			("jenis_asn", "", Kekurangan.JENIS_ASN),
			("jenis_jabatan", None, Kekurangan.JENIS_JABATAN),
			("designation", None, Kekurangan.JABATAN),
			("department", None, Kekurangan.UNIT),
			("reports_to", None, Kekurangan.PENILAI),
			("user_id", None, Kekurangan.AKUN),
		):
			with self.subTest(alasan=alasan):
				self.assertNotIn("Petugas", self.get_kekurangan())
				lama = frappe.db.get_value("Employee", self.petugas, kolom)
				frappe.db.set_value("Employee", self.petugas, kolom, nilai)
				self.assertEqual(self.get_kekurangan()["Petugas"], [alasan])
				frappe.db.set_value("Employee", self.petugas, kolom, lama)

	def test_an_assigned_penilai_is_one(self):
		frappe.db.set_value("Employee", self.petugas, "reports_to", None)
		frappe.get_doc(
			doctype="Penugasan Penilai",
			pegawai=self.petugas,
			penilai=self.instansi.pegawai["penilai"],
			jenis="Definitif",
			dari="2025-01-01",
		).insert()
		self.assertNotIn("Petugas", self.get_kekurangan())

	def test_whoever_has_neither_nip_nor_kind_of_asn_is_counted_beside(self):
		frappe.db.set_value("Employee", self.petugas, {"nip": None, "jenis_asn": None})
		self.assertNotIn("Petugas", self.get_kekurangan())
		self.assertEqual(self.get_kartu()["Tanpa NIP dan jenis ASN"], 1)
		frappe.db.set_value("Employee", self.petugas, "nrp", "78051234")
		self.assertEqual(self.get_kartu()["Tanpa NIP dan jenis ASN"], 0)

	def get_kartu(self, **filters) -> dict[str, int]:
		with as_user(self.instansi.user["pengelola"]):
			return {kartu["label"]: kartu["value"] for kartu in execute(filters)[4]}

	def test_the_reasons_are_filtered_and_counted(self):
		frappe.db.set_value("Employee", self.petugas, {"jenis_jabatan": None, "department": None})
		with as_user(self.instansi.user["pengelola"]):
			_kolom, baris, *_lain = execute({"kekurangan": "Unit kerja kosong"})
		self.assertEqual([row["nama_pegawai"] for row in baris], ["Petugas"])
		self.assertEqual(baris[0]["kekurangan"], "Jenis jabatan kosong; Unit kerja kosong")
		self.assertEqual(self.get_kartu()["Unit kerja kosong"], 1)

	def test_the_card_of_the_workspace_counts_the_same_people(self):
		frappe.db.set_value("Employee", self.petugas, "jenis_jabatan", None)
		with as_user(self.instansi.user["pengelola"]):
			self.assertEqual(count_belum_lengkap("[]")["value"], len(find_belum_lengkap()))
			self.assertGreater(count_belum_lengkap()["value"], 0)

	def test_everybody_sees_those_whom_his_role_reaches(self):
		frappe.db.set_value("Employee", self.petugas, "jenis_jabatan", None)
		for nama in ("pengelola", "pengelola_unit", "auditor"):
			self.assertIn("Petugas", self.get_kekurangan(nama), nama)
		self.assertNotIn("Petugas", self.get_kekurangan("tetangga"))
		self.assertEqual(self.get_kekurangan("kolega"), {})
		with as_user(self.instansi.user["kolega"]):
			self.assert_ditolak("Halaman ini untuk", frappe.PermissionError, count_belum_lengkap)

	def test_the_number_of_queries_does_not_grow_with_the_people(self):
		with as_user(self.instansi.user["pengelola"]):
			find_belum_lengkap()
			with watch_query() as pertama:
				find_belum_lengkap()
			frappe.db.set_value("Employee", {"company": self.instansi.name}, "jenis_jabatan", None)
			with watch_query() as kedua:
				find_belum_lengkap()
		self.assertEqual(pertama.call_count, kedua.call_count)
