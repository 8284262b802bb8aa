"""The assistant for a change of Penilai: for one, a list, a unit or all of the former one; what it would do, and who is told."""

from datetime import date
from unittest.mock import patch

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PENILAI
from kinerja_asn.patches.v1_0 import isi_nama_penilai
from kinerja_asn.services.orang.pihak import snapshot_pihak
from kinerja_asn.services.perpindahan import latar, pelaksanaan
from kinerja_asn.services.perpindahan.latar import run
from kinerja_asn.tests.basis import watch_query
from kinerja_asn.tests.factories import (
	add_pegawai,
	as_user,
	make_periode,
	make_realisasi,
	make_skp,
	make_unit,
)
from kinerja_asn.tests.test_perpindahan import AGUSTUS, GANTI, UjiPerpindahan

UNIT, DAFTAR = "Pegawai satu unit kerja", "Pegawai dalam daftar"


class UjiPergantian(UjiPerpindahan):
	def setUp(self):
		super().setUp()
		self.lain = self.make_di("2025-01-10", "kolega")

	def make_di(self, hari: str, nama: str, **fields):
		frappe.flags.current_date = date.fromisoformat(hari)
		skp = make_skp(self.instansi, nama, **fields)
		frappe.flags.current_date = AGUSTUS
		return skp

	def name_orang(self, *nama: str) -> dict:
		daftar = [{"pegawai": self.instansi.pegawai[orang]} for orang in nama]
		return {"cakupan": DAFTAR, "daftar_pegawai": daftar, "penilai_baru": self.baru}

	def replace_daftar(self, *nama: str, **fields):
		return self.record(GANTI, **self.name_orang(*nama), **fields)

	def replace_unit(self, unit: str | None = None, **fields):
		values = {"cakupan": UNIT, "unit_cakupan": unit or self.instansi.unit, "penilai_baru": self.baru}
		return self.record(GANTI, **values, **fields)

	def get_penilai(self, *nama: str) -> list[str]:
		return [snapshot_pihak(self.instansi.pegawai[orang])["penilai"] for orang in nama]


class TestCakupan(UjiPergantian):
	def test_one_person_is_moved_and_nobody_else(self):
		rk = make_realisasi(self.skp, 6, 80, tahap=Tahap.DIAJUKAN)
		doc = self.replace_daftar("petugas")
		self.assertEqual(self.get_penerus().penilai, self.baru)
		self.assertEqual(rk.reload().penilai_user, self.penerus)
		self.assertEqual((self.lain.reload().tahap, self.lain.penilai), (Tahap.DITETAPKAN, self.lama))
		self.assertEqual(self.get_penilai("petugas", "kolega"), [self.baru, self.lama])
		self.assertEqual((doc.nama_pegawai, doc.jumlah_pegawai, doc.jumlah_selesai), ("Petugas", 1, 1))
		self.assertEqual(doc.nama_penilai_baru, "Penerus")

	def test_a_list_may_come_from_several_penilai(self):
		frappe.db.set_value(
			"Employee", self.instansi.pegawai["kolega"], "reports_to", self.instansi.pegawai["kepala"]
		)
		doc = self.replace_daftar("petugas", "kolega")
		self.assertEqual([skp.reload().tahap for skp in (self.skp, self.lain)], [Tahap.DITUTUP] * 2)
		self.assertEqual(self.get_penilai("petugas", "kolega"), [self.baru] * 2)
		self.assertEqual(doc.nama_pegawai, "Petugas dan 1 pegawai lain")

	def test_a_unit_with_those_below_it_and_without_those_who_are_with_him_already(self):
		bawah = make_unit("Seksi Bawah Uji", self.instansi.name, self.instansi.unit)
		frappe.db.set_value("Employee", self.instansi.pegawai["kolega"], "department", bawah)
		add_pegawai(self.instansi, "sudah", 61, bawah, self.baru)
		milik = self.make_di("2025-01-10", "sudah")
		luar = add_pegawai(
			self.instansi, "luar_unit", 62, make_unit("Unit Lain Uji", self.instansi.name), self.lama
		)
		doc = self.replace_unit()
		self.assertEqual([skp.reload().tahap for skp in (self.skp, self.lain)], [Tahap.DITUTUP] * 2)
		self.assertEqual(milik.reload().tahap, Tahap.DITETAPKAN)
		self.assertEqual(snapshot_pihak(luar)["penilai"], self.lama)
		self.assertEqual(doc.nama_pegawai, "Bidang Pendaftaran Uji")

	def test_of_a_unit_those_of_one_penilai_alone_if_he_is_named(self):
		self.replace_unit(penilai_lama=self.lama)
		self.assertEqual(self.get_penilai("petugas", "kolega"), [self.baru] * 2)
		self.assertEqual(self.get_penilai("penilai", "pengelola_unit"), [self.instansi.pegawai["kepala"]] * 2)

	def test_who_had_no_penilai_gets_his_first(self):
		add_pegawai(self.instansi, "yatim", 63, self.instansi.unit)
		draf = self.make_di("2025-01-10", "yatim", tahap=Tahap.DRAF)
		self.replace_daftar("yatim")
		self.assertEqual((draf.reload().penilai, draf.penilai_user), (self.baru, self.penerus))

	def test_a_plan_of_next_year_names_him_from_its_beginning(self):
		periode = make_periode(self.instansi.name, 2026).name
		mendatang = make_skp(self.instansi, tahap=Tahap.DRAF, periode=periode)
		self.replace_daftar("petugas")
		self.assertEqual((mendatang.reload().penilai, mendatang.tahap), (self.baru, Tahap.DRAF))

	def test_what_does_not_fit_is_refused_by_name(self):
		tetangga = {"pegawai": self.instansi.pegawai["tetangga"]}
		for pesan, fields in (
			("Isi daftar pegawai", {"daftar_pegawai": []}),
			("lebih dari sekali: Petugas", self.name_orang("petugas", "petugas")),
			(
				"Bukan ASN aktif di Dinas Uji Kinerja: Tetangga",
				{"daftar_pegawai": [{"pegawai": self.pegawai}, tetangga]},
			),
			("Isi unit kerja", {"cakupan": UNIT, "unit_cakupan": None, "instansi": self.instansi.name}),
			("sudah dinilai Penerus", {"daftar_pegawai": [{"pegawai": self.pegawai}], "sudah": True}),
		):
			fields = dict(fields)
			if fields.pop("sudah", False):
				self.replace_daftar("petugas")
			with (
				self.subTest(pesan=pesan),
				self.assertRaises((frappe.ValidationError, frappe.PermissionError)) as galat,
			):
				self.record(GANTI, **{**self.name_orang(), **fields})
			self.assertIn(pesan, f"{galat.exception} {frappe.get_message_log()}", fields)

	def test_only_hr_of_the_agency_may(self):
		for nama in ("petugas", "penilai", "auditor", "pengelola_unit", "tetangga"):
			for langkah in (
				lambda user: self.replace_daftar("petugas", user=user),
				lambda user: self.replace_unit(user=user),
			):
				# HR of another agency is told that they are not his people.
				galat = frappe.ValidationError if nama == "tetangga" else frappe.PermissionError
				with self.subTest(nama), self.assertRaises((galat, frappe.PermissionError)):
					langkah(nama)
		self.assertEqual(self.skp.reload().tahap, Tahap.DITETAPKAN)

	def test_hr_himself_is_left_out(self):
		frappe.db.set_value("Employee", self.instansi.pegawai["pengelola"], "reports_to", self.lama)
		doc = self.replace_daftar("pengelola", "petugas")
		self.assertIn("milik pencatat sendiri", self.get_jejak(doc))
		self.assertEqual((doc.jumlah_selesai, doc.jumlah_gagal), (1, 1))

	def test_the_list_stays_as_it_was_carried_out(self):
		doc = self.replace_daftar("petugas")
		with as_user(self.instansi.user["pengelola"]):
			salinan = frappe.get_doc(doc.doctype, doc.name)
			salinan.daftar_pegawai[0].pegawai = self.instansi.pegawai["kolega"]
			self.assert_ditolak("sudah dijalankan", frappe.ValidationError, salinan.save)


class TestDampak(UjiPergantian):
	def get_pratinjau(self, **fields) -> dict:
		return self.preview(GANTI, **fields)

	def test_each_person_with_his_documents_by_kind_and_stage(self):
		make_realisasi(self.skp, 6, 80, tahap=Tahap.DIAJUKAN)
		make_realisasi(self.skp, 5, 80)
		pratinjau = self.get_pratinjau(**self.name_orang("petugas", "kolega"))
		orang = {row["pegawai"]: row for row in pratinjau["baris"]}
		petugas = orang[f"Petugas ({self.pegawai})"]
		self.assertEqual(petugas["lama"], [f"Penilai ({self.lama})"])
		self.assertEqual(
			petugas["dokumen"],
			[
				{"jenis": "SKP", "tahap": "Ditetapkan", "jumlah": 1, "akibat": "ditutup, penerusnya draf"},
				{"jenis": "Realisasi Kinerja", "tahap": "Diajukan", "jumlah": 1, "akibat": "beralih"},
			],
		)
		self.assertEqual([row["jumlah"] for row in pratinjau["dokumen"]], [2, 1])
		self.assertEqual((pratinjau["jumlah"], pratinjau["tanggal"]), (2, "15 Agustus 2025"))
		self.assertEqual(self.skp.reload().tahap, Tahap.DITETAPKAN)

	def test_it_says_what_follows(self):
		frappe.db.delete("Has Role", {"parent": self.penerus, "role": PENILAI})
		frappe.clear_cache(user=self.penerus)
		akibat = " ".join(self.get_pratinjau(**self.name_orang("petugas"))["akibat"])
		for kalimat in (
			f"Penerus ({self.baru}) memutuskan semua yang menunggu",
			"Penerus memperoleh peran Pejabat Penilai Kinerja",
			f"Penilai ({self.lama}) tidak memutuskannya lagi",
			"diberi tahu",
		):
			self.assertIn(kalimat, akibat)

	def test_who_is_left_out_or_with_him_already_is_named(self):
		frappe.db.set_value("Employee", self.baru, "reports_to", self.lama)
		add_pegawai(self.instansi, "sudah", 61, self.instansi.unit, self.baru)
		pratinjau = self.get_pratinjau(**self.name_orang("petugas", "penerus", "sudah"))
		dilewati = {row["pegawai"].partition(" (")[0]: row["dilewati"] for row in pratinjau["baris"]}
		self.assertIn("ia sendiri Pejabat Penilai baru", dilewati["Penerus"])
		self.assertIsNone(dilewati["Petugas"])
		self.assertEqual([nama.partition(" (")[0] for nama in pratinjau["tetap"]], ["Sudah"])

	def test_as_many_queries_for_many_as_for_one(self):
		self.get_pratinjau(**self.name_orang("petugas"))
		with watch_query() as query:
			self.get_pratinjau(**self.name_orang("petugas"))
		seorang = query.call_count
		with watch_query() as query:
			self.get_pratinjau(**self.name_orang("petugas", "kolega"))
		self.assertLessEqual(query.call_count, seorang + 1, "the data of one more in the list's check")


class TestSesudahnya(UjiPergantian):
	def get_kabar(self, user: str) -> list[str]:
		saring = {"for_user": user, "subject": ("like", "%Penilai%")}
		return frappe.get_all("Notification Log", saring, pluck="subject")

	def test_all_three_are_told_once_about_a_plan_that_they_can_open(self):
		self.replace_daftar("petugas", "kolega")
		petugas, penilai = self.skp.pegawai_user, self.skp.penilai_user
		self.assertEqual(self.get_kabar(petugas), ["Pejabat Penilai Kinerja Anda kini Penerus"])
		self.assertEqual(self.get_kabar(self.penerus), ["Anda kini Pejabat Penilai Kinerja 2 pegawai lagi"])
		saring = {"for_user": penilai, "subject": ("like", "%beralih dari Anda%")}
		self.assertEqual(
			frappe.get_all("Notification Log", saring, pluck="subject"),
			["Penilaian 2 pegawai beralih dari Anda kepada Penerus"],
		)
		for user in (petugas, self.penerus, penilai):
			for nama in frappe.get_all(
				"Notification Log", {"for_user": user, "document_type": "SKP"}, pluck="document_name"
			):
				self.assertTrue(frappe.has_permission("SKP", doc=nama, user=user), (user, nama))

	def test_the_new_penilai_gets_the_role(self):
		self.replace_daftar("petugas")
		self.assertIn(PENILAI, frappe.get_roles(self.penerus))

	def test_in_the_background_it_counts_and_names_who_failed(self):
		for tempat in (pelaksanaan, latar):
			self.start(patch.object(tempat, "SEKALIGUS", 1))
		self.start(patch.object(latar.frappe, "enqueue"))
		frappe.db.set_value("Employee", self.lain.pegawai, "status_kinerja", "Cuti di Luar Tanggungan Negara")
		frappe.db.set_value("SKP", self.lain.name, "penilai", self.lama)
		doc = self.replace_penilai()
		self.assertEqual((doc.jumlah_pegawai, doc.jumlah_selesai, doc.dijalankan_pada), (2, 0, None))
		with patch.object(frappe.db, "commit"), as_user(self.instansi.user["pengelola"]):
			self.set_bahasa_situs("id")
			run(doc.name)
		doc.reload()
		self.assertEqual((doc.jumlah_selesai, doc.jumlah_gagal), (1, 1))
		self.assertIn("Kolega: Gagal", self.get_jejak(doc))
		self.assertEqual(self.get_kabar(self.skp.pegawai_user), ["Pejabat Penilai Kinerja Anda kini Penerus"])

	def test_assignments_have_names_beside_codes_those_made_before_too(self):
		doc = self.replace_daftar("petugas")
		row = frappe.get_doc("Penugasan Penilai", {"pegawai": self.pegawai})
		self.assertEqual((row.nama_pegawai, row.nama_penilai), ("Petugas", "Penerus"))
		frappe.db.set_value(row.doctype, row.name, {"nama_pegawai": None, "nama_penilai": None})
		frappe.db.set_value(doc.doctype, doc.name, "nama_penilai_baru", None)
		isi_nama_penilai.execute()
		row.reload()
		self.assertEqual((row.nama_pegawai, row.nama_penilai), ("Petugas", "Penerus"))
		self.assertEqual(doc.reload().nama_penilai_baru, "Penerus")

	def test_a_run_that_died_counts_nobody_twice(self):
		for tempat in (pelaksanaan, latar):
			self.start(patch.object(tempat, "SEKALIGUS", 1))
		self.start(patch.object(latar.frappe, "enqueue"))
		frappe.db.set_value("Employee", self.lain.pegawai, "status_kinerja", "Cuti di Luar Tanggungan Negara")
		doc = self.replace_unit(penilai_lama=self.lama)
		with as_user(self.instansi.user["pengelola"]):
			self.set_bahasa_situs("id")
			for mati in (True, False):
				galat = [SystemExit] if mati else None
				with patch.object(frappe.db, "commit", side_effect=galat):
					try:
						run(doc.name)
					except SystemExit:
						self.assertIsNone(doc.reload().dijalankan_pada)
		doc.reload()
		self.assertEqual((doc.jumlah_pegawai, doc.jumlah_selesai, doc.jumlah_gagal), (2, 1, 1))
		self.assertTrue(doc.dijalankan_pada)

	def test_a_chunk_writes_its_own_part_of_the_trace_only(self):
		for tempat in (pelaksanaan, latar):
			self.start(patch.object(tempat, "SEKALIGUS", 1))
		self.start(patch.object(latar.frappe, "enqueue"))
		doc = self.replace_unit(penilai_lama=self.lama)
		lama = frappe.get_doc(doc.doctype, doc.name)
		for ke in range(30):
			lama.append("dokumen", {"tindakan": f"Jejak {ke}"})
		lama.set_parent_in_children()
		for row in lama.dokumen:
			row.db_insert()
		with (
			as_user(self.instansi.user["pengelola"]),
			patch.object(frappe.db, "commit"),
			watch_query() as query,
		):
			self.set_bahasa_situs("id")
			run(doc.name)
		ditulis = [str(panggilan.args[0]) for panggilan in query.call_args_list if panggilan.args]
		self.assertFalse(
			[
				sql
				for sql in ditulis
				if sql.lstrip().upper().startswith("UPDATE") and "tabPerpindahan Dokumen" in sql
			]
		)
		doc.reload()
		self.assertTrue(doc.dijalankan_pada)
		self.assertGreater(len(doc.dokumen), 30)
		self.assertEqual([row.idx for row in doc.dokumen], [*range(1, len(doc.dokumen) + 1)])
