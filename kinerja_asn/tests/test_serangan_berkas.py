"""Attacks on verified evidence: reading it, swapping it, destroying it. Every test ends with the file as it was.

Frappe reads, writes and removes on disk before document events run, and no rollback restores a file."""

import os
from contextlib import contextmanager, suppress
from io import BytesIO

import frappe
from frappe.core.doctype.file.utils import find_file_by_url
from PIL import Image

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.tests.factories import as_user, make_realisasi, move
from kinerja_asn.tests.test_serangan import PDF, UjiSerangan

DITOLAK = (frappe.PermissionError, frappe.ValidationError)


def make_gambar(jenis: str) -> bytes:
	"""Wide enough for Frappe to make it smaller."""
	isi = BytesIO()
	Image.effect_noise((2400, 12), 80).convert("RGB").save(isi, jenis, quality=95)
	return isi.getvalue()


def upload(isi: bytes, nama: str, privat: int = 1, **fields):
	return frappe.get_doc(
		{"doctype": "File", "file_name": nama, "content": isi, "is_private": privat, **fields}
	).insert()


def read_disk(alamat: str) -> bytes:
	with open(get_path(alamat), "rb") as berkas:
		return berkas.read()


def get_path(alamat: str) -> str:
	return frappe.get_site_path(*("" if alamat.startswith("/private") else "public",), alamat.lstrip("/"))


@contextmanager
def until_commit():
	"""What is to happen once the block's changes are committed, and nothing else."""
	asli, frappe.db.after_commit = frappe.db.after_commit, type(frappe.db.after_commit)()
	try:
		yield
		frappe.db.after_commit.run()
	finally:
		frappe.db.after_commit = asli


class UjiBukti(UjiSerangan):
	nama, isi = "rekap-uji.pdf", PDF + b"asli"

	def setUp(self):
		super().setUp()
		self.auditor = self.instansi.user["auditor"]
		self.bukti = self.attach(self.realisasi, self.isi, self.nama)
		move(self.realisasi, self.petugas, Tahap.DIAJUKAN)
		move(self.realisasi, self.skp.penilai_user, Tahap.DITETAPKAN)
		self.asli = self.get_keadaan()

	def attach(self, realisasi, isi: bytes, nama: str):
		sasaran = {"attached_to_doctype": realisasi.doctype, "attached_to_name": realisasi.name}
		with as_user(self.petugas):
			berkas = upload(isi, nama, **sasaran)
			realisasi.append("bukti", {"berkas": berkas.file_url})
			realisasi.save()
		return frappe.get_doc("File", berkas.name)

	def get_keadaan(self) -> tuple:
		kolom = ["file_url", "is_private", "content_hash", "attached_to_name", "file_name"]
		return frappe.db.get_value("File", self.bukti.name, kolom), read_disk(self.bukti.file_url)

	def tearDown(self):
		utuh = self.get_keadaan() == self.asli
		super().tearDown()
		self.assertTrue(utuh, "the evidence is not what it was")

	def borrow(self, siapa: str, **fields):
		"""A record for the evidence's address, by somebody who may read it."""
		with as_user(siapa):
			doc = frappe.get_doc(
				{"doctype": "File", "file_url": self.bukti.file_url, "is_private": 1, **fields}
			)
			return frappe.get_doc("File", doc.insert().name)

	def assert_tidak_terbaca(self, siapa: str) -> None:
		with as_user(siapa):
			self.assertIsNone(find_file_by_url(self.bukti.file_url))

	def assert_tak_boleh_disisipkan(self, siapa: str, **fields) -> None:
		"""By rights, and where Frappe ignores them (Attach fields, e-mail)."""
		jumlah = frappe.db.count("File")
		for abaikan in (False, True):
			frappe.db.savepoint("satu")
			with self.subTest(siapa=siapa, abaikan=abaikan, **fields), as_user(siapa):
				doc = frappe.get_doc({"doctype": "File", **fields})
				self.assertRaises((*DITOLAK, OSError), doc.insert, ignore_permissions=abaikan)
			frappe.db.rollback(save_point="satu")
		self.assertEqual(frappe.db.count("File"), jumlah)


class TestMembaca(UjiBukti):
	def test_no_address_in_disguise_is_copied(self):
		alamat = self.bukti.file_url
		samaran = (
			alamat,
			f"/files/../..{alamat}",
			f"/files/%2e%2e/%2e%2e{alamat}",
			f"/files/%252e%252e/../..{alamat}",
			f"/private/files/../files/{self.bukti.file_name}",
			f"/private/files/./{self.bukti.file_name}",
			f"/private/files//{self.bukti.file_name}",
			alamat.replace("rekap", "%72ekap"),
			alamat.replace("rekap", "%2572ekap"),
			frappe.utils.get_url(alamat),
			f"https://situs.example{alamat}",
		)
		for palsu in samaran:
			for privat in (0, 1, "0"):
				self.assert_tak_boleh_disisipkan(self.kolega, file_url=palsu, is_private=privat)

	def test_not_even_readers_or_the_administrator_copy_out_of_the_folder(self):
		for siapa in (self.auditor, self.petugas, "Administrator"):
			for alamat in (f"/files/../..{self.bukti.file_url}", "/files/../../site_config.json"):
				self.assert_tak_boleh_disisipkan(siapa, file_url=alamat)

	def test_a_record_without_an_address_is_for_the_file_of_its_name(self):
		self.assert_tak_boleh_disisipkan(self.kolega, file_name=self.bukti.file_name, is_private=1)

	def test_neither_its_hash_nor_its_name_vouches_for_the_sender(self):
		sidik = {"content_hash": self.bukti.content_hash, "is_private": 1}
		self.assert_tak_boleh_disisipkan(self.kolega, file_name="a.pdf", **sidik)
		self.assert_tak_boleh_disisipkan(self.kolega, name=self.bukti.name, file_url=self.bukti.file_url)

	def test_nor_does_content_of_his_own(self):
		with as_user(self.kolega):
			upload(PDF + b"kolega", "milik.pdf")
			for alamat in (self.bukti.file_url, frappe.utils.get_url(self.bukti.file_url)):
				isi = {"file_url": alamat, "content": PDF + b"kolega", "is_private": 1}
				self.assertRaises(DITOLAK, frappe.get_doc({"doctype": "File", **isi}).insert)
				with suppress(*DITOLAK):
					frappe.get_doc({"doctype": "File", **isi}).insert(ignore_permissions=True)
		self.assert_tidak_terbaca(self.kolega)

	def test_a_reader_does_not_make_it_public(self):
		for nomor, privat in enumerate((0, "0")):
			for isi in ({"is_folder": 1, "file_name": f"map-{nomor}"}, {"file_name": "a.pdf"}):
				isi |= {"doctype": "File", "file_url": self.bukti.file_url, "is_private": privat}
				with as_user(self.auditor), suppress(*DITOLAK):
					frappe.get_doc(isi).insert()
		for sama in ({"file_url": self.bukti.file_url}, {"content_hash": self.bukti.content_hash}):
			self.assertFalse(frappe.db.exists("File", {**sama, "is_private": 0}))

	def test_an_upload_gets_an_address_of_its_own_whatever_it_is_called(self):
		for nama in (
			self.nama,
			self.nama.upper(),
			self.nama.replace("rekap", "%72ekap"),
			self.nama.replace("-", "#"),
			self.nama.replace("-", "%2D"),
		):
			with self.subTest(nama=nama), as_user(self.kolega):
				milik = upload(PDF + nama.encode(), nama)
				self.assertEqual(read_disk(milik.file_url), PDF + nama.encode())
			self.assert_tidak_terbaca(self.kolega)

	def test_another_document_cannot_take_it_by_an_attach_field(self):
		self.borrow(self.auditor)
		with as_user(self.kolega):
			doc = frappe.get_doc("User", self.kolega)
			doc.user_image = self.bukti.file_url
			self.assertRaises(frappe.PermissionError, doc.save, ignore_permissions=True)
		self.assert_tidak_terbaca(self.kolega)


class TestFoto(UjiBukti):
	"""Frappe strips a JPEG anew: its copy has another hash, and so an address of its own."""

	nama, isi = "foto-uji.jpg", make_gambar("JPEG")

	def test_no_copy_is_made(self):
		for alamat in (self.bukti.file_url, f"/files/../..{self.bukti.file_url}"):
			for privat in (0, 1):
				self.assert_tak_boleh_disisipkan(self.kolega, file_url=alamat, is_private=privat)


class TestMenukar(UjiBukti):
	nama, isi = "gambar-uji.png", make_gambar("PNG")

	def test_a_refused_deletion_leaves_the_file(self):
		with until_commit(), as_user(self.petugas):
			self.assertRaises(frappe.ValidationError, frappe.delete_doc, "File", self.bukti.name)
			self.assertRaises(
				frappe.ValidationError, frappe.delete_doc, "File", self.bukti.name, ignore_permissions=True
			)
		self.assertEqual(self.get_keadaan(), self.asli)

	def test_its_address_is_not_free_when_the_file_is_lost(self):
		path = get_path(self.bukti.file_url)
		os.rename(path, f"{path}.hilang")
		try:
			with as_user(self.petugas):
				self.assertNotEqual(upload(b"palsu", self.bukti.file_name).file_url, self.bukti.file_url)
				umum = frappe.get_doc("File", upload(b"umum", self.bukti.file_name, privat=0).name)
				self.assertEqual(umum.file_name, self.bukti.file_name)
				umum.is_private = 1
				self.assertRaises(DITOLAK, umum.save)
		finally:
			os.rename(f"{path}.hilang", path)

	def test_optimizing_writes_over_nothing_of_others(self):
		with as_user(self.petugas):
			self.assertRaises(DITOLAK, frappe.get_doc("File", self.bukti.name).optimize_file)
		pinjaman = self.borrow(self.auditor)
		for siapa in (self.auditor, "Administrator"):
			with as_user(siapa):
				self.assertRaises(DITOLAK, frappe.get_doc("File", pinjaman.name).optimize_file)
		with as_user(self.kolega):
			milik = frappe.get_doc("File", upload(make_gambar("PNG"), "milik.png").name)
			milik.file_name = self.bukti.file_name
			self.assertRaises(DITOLAK, milik.optimize_file)
		self.assertEqual(self.get_keadaan(), self.asli)

	def test_ones_own_picture_can_be_optimized_in_place(self):
		with as_user(self.kolega):
			milik = frappe.get_doc("File", upload(make_gambar("PNG"), "milik.png").name)
			alamat, sidik = milik.file_url, milik.content_hash
			milik.optimize_file()
		self.assertEqual(milik.file_url, alamat)
		self.assertNotEqual(milik.content_hash, sidik)

	def test_privacy_of_the_same_content_elsewhere_does_not_move_it(self):
		"""Frappe writes the new address to all records with that content."""
		with as_user(self.kolega):
			salinan = frappe.get_doc("File", upload(self.isi, "salinan.png", privat=0).name)
			salinan.is_private = 1
			self.assertRaises(DITOLAK, salinan.save)
		self.assertEqual(read_disk(salinan.file_url), self.isi)

	def test_a_hash_is_what_is_on_disk(self):
		with as_user(self.kolega):
			milik = frappe.get_doc("File", upload(b"palsu", "milik.txt").name)
			milik.content_hash = self.bukti.content_hash
			self.assertRaises(DITOLAK, milik.save)
			jauh = {"doctype": "File", "file_url": "https://situs.example/a.pdf", "file_name": "a.pdf"}
			jauh = frappe.get_doc({**jauh, "content_hash": self.bukti.content_hash}).insert()
		self.assertFalse(jauh.content_hash)


class TestMenghapus(UjiBukti):
	def test_a_record_of_the_same_file_cannot_be_altered(self):
		for kolom, nilai in (
			("content_hash", "zz"),
			("content_hash", ""),
			("is_private", 0),
			("is_folder", 1),
			("file_url", "/private/files/lain.pdf"),
		):
			with self.subTest(kolom=kolom, nilai=nilai):
				frappe.db.savepoint("satu")
				doc = self.borrow(self.auditor)
				doc.set(kolom, nilai)
				with as_user(self.auditor):
					self.assertRaises(DITOLAK, doc.save)
				self.assertNotEqual(str(frappe.db.get_value("File", doc.name, kolom)), str(nilai))
				frappe.db.rollback(save_point="satu")

	def test_deleting_a_record_of_the_same_file_leaves_the_file(self):
		doc = self.borrow(self.auditor)
		frappe.db.set_value("File", doc.name, "content_hash", "zz")
		with until_commit(), as_user(self.auditor):
			frappe.delete_doc("File", doc.name)
		self.assertFalse(frappe.db.exists("File", doc.name))

	def test_nor_does_a_record_that_only_ends_like_it(self):
		"""Frappe removes the private file named by the last part of any address, also of a thumbnail."""
		nama = self.bukti.file_name
		jauh = {"file_url": f"https://situs.example/{nama}", "file_name": nama}
		for isi in (
			{**jauh, "content_hash": "zz"},
			{"file_url": "https://situs.example/b.pdf", "thumbnail_url": self.bukti.file_url},
			{"file_url": "https://situs.example/b.pdf", "thumbnail_url": f"/x/{nama}"},
			{"is_folder": 1, "file_name": "map", "thumbnail_url": f"/files/x/{nama}"},
		):
			with self.subTest(**isi), until_commit(), as_user(self.kolega):
				doc = frappe.get_doc({"doctype": "File", **isi}).insert()
				frappe.db.set_value("File", doc.name, "content_hash", "zz")
				frappe.delete_doc("File", doc.name)
			self.assertFalse(frappe.db.exists("File", doc.name))
			self.assertEqual(self.get_keadaan(), self.asli)

	def test_nor_does_an_insert_that_is_undone(self):
		for isi in ({"file_url": self.bukti.file_url}, {"thumbnail_url": self.bukti.file_url}):
			doc = frappe.get_doc({"doctype": "File", "name": self.bukti.name, "content_hash": "zz", **isi})
			doc.flags.new_file = True
			doc.on_rollback()
			self.assertEqual(self.get_keadaan(), self.asli)

	def test_in_a_draft_a_file_goes_once_that_is_certain(self):
		draf = make_realisasi(self.skp, 2, 1000, Tahap.DRAF)
		berkas = self.attach(draf, PDF + b"draf", "draf.pdf")
		with until_commit():
			with as_user(self.petugas):
				frappe.delete_doc("File", berkas.name)
			self.assertTrue(os.path.exists(get_path(berkas.file_url)))
		self.assertFalse(os.path.exists(get_path(berkas.file_url)))

	def test_a_draft_is_deleted_with_its_files_but_not_with_those_of_others(self):
		draf = make_realisasi(self.skp, 2, 1000, Tahap.DRAF)
		milik = self.attach(draf, PDF + b"draf", "draf.pdf")
		sama = self.attach(draf, self.isi, "sama.pdf")
		self.assertEqual(sama.file_url, self.bukti.file_url)
		with until_commit(), as_user(self.instansi.user["pengelola"]):
			frappe.delete_doc(draf.doctype, draf.name)
		self.assertFalse(frappe.db.exists("File", {"name": ("in", (milik.name, sama.name))}))
		self.assertFalse(os.path.exists(get_path(milik.file_url)))

	def test_the_hooks_are_in_force(self):
		for hook in ("write_file", "delete_file_data_content"):
			self.assertEqual(
				frappe.get_hooks(hook)[0], f"kinerja_asn.services.pelaksanaan.penyimpanan.{hook}"
			)
