"""The library of indikator: versions that never change a plan, what a plan may take, whose entries it may name."""

from datetime import date

import frappe

from kinerja_asn.api import pustaka as api
from kinerja_asn.constants.istilah import Arah, JenisMasa, Perspektif, Tahap
from kinerja_asn.constants.pustaka_indikator import PUSTAKA_INDIKATOR
from kinerja_asn.rules.capaian import check_target
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.services.perencanaan.skp.pustaka import DISALIN, get_isian, get_pilihan
from kinerja_asn.tests.basis import UjiKinerja, migrate
from kinerja_asn.tests.factories import as_user, make_indikator, make_jabatan, make_periode, make_skp

SERANGAN = "<script>alert(1)</script>"


def make_versi(instansi: str | None = None, **fields):
	return frappe.get_doc(
		{
			"doctype": "Indikator Kinerja",
			"kode": "uji-01",
			"instansi": instansi,
			"berlaku_mulai": "2025-01-01",
			"rumpun": "Pengaduan",
			"rencana_hasil_kerja": "Terselesaikannya pengaduan",
			"indikator": "Responsivitas pengaduan",
			"aspek": "waktu",
			"arah": "Turun",
			"target_min": 3,
			"target_maks": 3,
			"satuan": "hari kerja",
			"cara_hitung": "Rata-rata",
			"definisi": "Hari kerja sampai pengaduan dijawab.",
			**fields,
		}
	).insert()


class TestVersi(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 3, 1)
		self.versi = make_versi(self.instansi.name)

	def use(self, versi=None, **fields):
		isian = get_isian((versi or self.versi).name, frappe._dict(instansi=self.instansi.name))
		return make_skp(self.instansi, indikator=[{"hasil_kerja_ke": 1, **isian}], **fields)

	def test_an_entry_is_named_by_its_owner_code_and_version(self):
		self.assertEqual(self.versi.name, "DUK-UJI-01-v1")
		self.assertEqual((self.versi.aspek, self.versi.bersama), ("Waktu", 0))
		bersama = make_versi()
		self.assertEqual((bersama.name, bersama.bersama), ("UJI-01-v1", 1))
		self.assertEqual(make_versi("Dinas Tetangga Uji").name, "DTU-UJI-01-v1")

	def test_after_the_yearly_review_new_plans_take_the_new_version_and_old_ones_stay(self):
		"""J12: Dishub adds "responsivitas pengaduan" in words and target of its own from July."""
		lama = self.use()
		with as_user(self.instansi.user["pengelola"]):
			nama = api.make_versi(self.versi.name, "2025-07-01", "Evaluasi tahunan: warga minta lebih cepat.")
			baru = frappe.get_doc("Indikator Kinerja", nama)
			baru.update(
				{"target_min": 1, "target_maks": 1, "definisi": "Hari kerja sampai tanggapan pertama."}
			)
			baru.save()
		self.assertEqual(
			(nama, baru.versi, str(self.versi.reload().berlaku_sampai)), ("DUK-UJI-01-v2", 2, "2025-06-30")
		)
		frappe.flags.current_date = date(2025, 8, 1)
		self.assertEqual(
			[pilihan.name for pilihan in get_pilihan(lama, "responsivitas") if pilihan.kode == "UJI-01"],
			[nama],
		)
		kolega = make_skp(
			self.instansi,
			"kolega",
			indikator=[{"hasil_kerja_ke": 1, **get_isian(nama, frappe._dict(instansi=self.instansi.name))}],
		)
		self.assertEqual((kolega.indikator[0].target_maks, kolega.indikator[0].pustaka), (1, nama))
		lama.reload()
		self.assertEqual((lama.indikator[0].target_maks, lama.indikator[0].pustaka), (3, self.versi.name))
		self.assertEqual(lama.indikator[0].definisi, "Hari kerja sampai pengaduan dijawab.")

	def test_a_plan_drafted_before_the_year_takes_what_will_be_in_force_then(self):
		with as_user(self.instansi.user["pengelola"]):
			nama = api.make_versi(self.versi.name, "2026-01-01", "Mulai tahun depan")
		periode = make_periode(self.instansi.name, 2026).name
		for tahun, versi in (("2025", self.versi.name), (periode, nama)):
			skp = frappe._dict(
				instansi=self.instansi.name, periode=self.instansi.periode if tahun == "2025" else periode
			)
			self.assertEqual(get_isian(versi, skp)["pustaka"], versi)
		self.assert_ditolak(
			"tidak berlaku pada 01-03-2025",
			frappe.ValidationError,
			get_isian,
			nama,
			frappe._dict(instansi=self.instansi.name, periode=self.instansi.periode),
		)

	def test_what_a_plan_took_keeps_its_meaning(self):
		self.use()
		for medan, nilai in (
			("indikator", "Lain"),
			("arah", "Naik"),
			("target_maks", 5),
			("definisi", "Lain"),
			("berlaku_mulai", "2025-02-01"),
		):
			with self.subTest(medan=medan):
				versi = frappe.get_doc("Indikator Kinerja", self.versi.name)
				versi.set(medan, nilai)
				self.assert_ditolak(
					"sudah dipakai dalam SKP. Buat versi baru", frappe.ValidationError, versi.save
				)
		versi = frappe.get_doc("Indikator Kinerja", self.versi.name)
		versi.update({"target_min": "3", "sumber_data": "Register pengaduan", "berlaku_sampai": "2025-12-31"})
		versi.save()
		self.assert_ditolak("tidak dapat dihapus", frappe.ValidationError, versi.delete)

	def test_a_template_counts_as_use(self):
		self.versi.update({"target_min": 2, "target_maks": 2})
		self.versi.save()
		frappe.get_doc(
			doctype="Templat SKP",
			nama_templat="Loket",
			instansi=self.instansi.name,
			jabatan=make_jabatan("Petugas Loket Uji"),
			hasil_kerja=[{"jenis": "Utama", "rencana_hasil_kerja": "Terlayaninya pemohon"}],
			indikator=[
				{"hasil_kerja_ke": 1, **get_isian(self.versi.name, frappe._dict(instansi=self.instansi.name))}
			],
		).insert()
		self.versi.reload().satuan = "jam"
		self.assert_ditolak("sudah dipakai", frappe.ValidationError, self.versi.save)

	def test_versions_follow_each_other_without_overlap(self):
		self.assert_ditolak(
			"bertumpang tindih. Akhiri versi 1",
			frappe.ValidationError,
			make_versi,
			self.instansi.name,
			berlaku_mulai="2025-06-01",
		)
		buat = lambda tanggal: api.make_versi(self.versi.name, tanggal, "uji")  # noqa: E731
		self.assert_ditolak("harus berlaku setelah", frappe.ValidationError, buat, "2025-01-01")
		kedua = buat("2025-07-01")
		self.assert_ditolak(f"yang lebih baru, yaitu {kedua}", frappe.ValidationError, buat, "2025-09-01")
		lama = frappe.get_doc("Indikator Kinerja", self.versi.name)
		lama.berlaku_sampai = "2025-08-01"
		self.assert_ditolak("bertumpang tindih", frappe.ValidationError, lama.save)
		self.assert_ditolak(
			"bertumpang tindih",
			frappe.ValidationError,
			make_versi,
			self.instansi.name,
			berlaku_mulai="2024-01-01",
			berlaku_sampai="2024-12-31",
		)

	def test_wrong_values_are_refused_with_what_is_wrong(self):
		for isi, pesan in (
			({"kode": "a b"}, "tidak dapat dipakai"),
			({"kode": SERANGAN}, "&lt;SCRIPT&gt;"),
			({"aspek": "Keindahan"}, "tidak dikenal"),
			({"target_min": 5}, "melebihi target maksimum"),
			({"target_min": "seribu"}, "bukan angka"),
			({"target_maks": -1}, "angka harus 0"),
			({"berlaku_sampai": "2024-12-31"}, "tidak boleh sebelum"),
			({"definisi": SERANGAN}, "tanpa tag HTML"),
			({"indikator": "=1+1"}, "sebagai rumus"),
			({"indikator": "x" * 10_001}, "terlalu panjang"),
		):
			with self.subTest(pesan=pesan):
				self.assert_ditolak(
					pesan, frappe.ValidationError, make_versi, self.instansi.name, **{"kode": "LAIN", **isi}
				)

	def test_of_two_new_versions_at_once_one_is_refused(self):
		kembar = frappe.copy_doc(self.versi)
		kembar.autoname = lambda: kembar.update({"name": self.versi.name})
		kembar.berlaku_mulai = "2026-01-01"
		kembar.check_urutan_versi = lambda: None
		self.assert_ditolak("sudah ada. Muat ulang", frappe.DuplicateEntryError, kembar.insert)


class TestHak(UjiKinerja):
	def test_each_agency_keeps_its_own_entries(self):
		versi = make_versi(self.instansi.name)
		with as_user(self.instansi.user["tetangga"]):
			self.assertFalse(frappe.has_permission("Indikator Kinerja", doc=versi.name))
			self.assertNotIn(
				versi.name, frappe.get_list("Indikator Kinerja", pluck="name", limit_page_length=0)
			)
			self.assertRaises(frappe.PermissionError, make_versi, self.instansi.name, kode="CURI")
			self.assertRaises(
				frappe.DoesNotExistError, api.get_isian, versi.name, {"instansi": self.instansi.name}
			)
			self.assertEqual(
				api.search(
					"Indikator Kinerja",
					"Responsivitas pengaduan",
					"name",
					0,
					20,
					{"instansi": self.instansi.name},
				),
				[
					(
						"PENGADUAN-03-v1",
						frappe.db.get_value("Indikator Kinerja", "PENGADUAN-03-v1", "indikator"),
						"Pengaduan",
						"versi 1",
					)
				],
			)
			self.assertRaises(frappe.DoesNotExistError, api.make_versi, versi.name, "2026-01-01", "curi")
		for nama in ("petugas", "penilai", "auditor"):
			with self.subTest(nama=nama), as_user(self.instansi.user[nama]):
				self.assertTrue(frappe.has_permission("Indikator Kinerja", doc=versi.name))
				self.assertRaises(
					frappe.PermissionError, frappe.get_doc("Indikator Kinerja", versi.name).save
				)
				self.assertRaises(frappe.PermissionError, api.make_versi, versi.name, "2026-01-01", "curi")
		with as_user(self.instansi.user["pengelola"]):
			self.assertEqual(make_versi(self.instansi.name, kode="MILIK").bersama, 0)

	def test_what_all_agencies_share_is_for_who_answers_for_all(self):
		make_periode("Dinas Tetangga Uji")
		with as_user(self.instansi.user["pengelola"]):
			for simpan in (make_versi, frappe.get_doc("Indikator Kinerja", "GURU-01-v1").save):
				self.assert_ditolak(
					"Isi Instansi, agar indikator ini berlaku", frappe.PermissionError, simpan
				)
			palsu = make_versi(self.instansi.name, bersama=1)
		self.assertEqual(palsu.bersama, 0)

	def test_who_answers_for_all_saves_one_for_all(self):
		frappe.db.delete("Periode Kinerja", {"instansi": ("!=", self.instansi.name)})
		with as_user(self.instansi.user["pengelola"]):
			versi = make_versi()
			versi.catatan_versi = "Ditinjau"
			versi.save()
		self.assertEqual((versi.instansi, versi.bersama), (None, 1))

	def test_a_row_names_only_what_its_own_agency_has(self):
		"""Forged: another agency's version, one that does not exist."""
		asing = make_versi("Dinas Tetangga Uji").name
		self.assert_ditolak(
			"tidak ada dalam pustaka instansi ini",
			frappe.ValidationError,
			make_skp,
			self.instansi,
			indikator=[make_indikator(pustaka=asing)],
		)
		with self.assertRaises(frappe.ValidationError):
			make_skp(self.instansi, indikator=[make_indikator(pustaka="TIDAK-ADA-v9")])
		skp = frappe._dict(instansi=self.instansi.name)
		for name in (asing, SERANGAN):
			self.assert_ditolak(
				"tidak ada dalam pustaka instansi ini", frappe.ValidationError, get_isian, name, skp
			)
		self.assertNotIn(SERANGAN, str(frappe.get_message_log()))

	def test_a_version_that_ended_stays_on_the_rows_that_have_it(self):
		versi = make_versi(self.instansi.name)
		skp = make_skp(self.instansi, tahap=Tahap.DRAF, indikator=[make_indikator(pustaka=versi.name)])
		versi.update({"berlaku_sampai": "2025-01-02"})
		versi.save()
		with as_user(skp.pegawai_user):
			skp.indikator[0].target_maks = 1200
			skp.save()
		self.assertEqual(skp.reload().indikator[0].pustaka, versi.name)


class TestPilihan(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 3, 1)
		self.skp = make_skp(self.instansi, tahap=Tahap.DRAF)

	def search(self, kata=None, **kw) -> list[str]:
		return [pilihan.name for pilihan in get_pilihan(self.skp, kata, **kw)]

	def test_entries_for_the_own_post_come_first_and_others_not_at_all(self):
		umum = make_versi(self.instansi.name).name
		sendiri = make_versi(self.instansi.name, kode="ZZ", rumpun="Zona", jabatan="Jabatan Petugas").name
		lain = make_versi(self.instansi.name, kode="LAIN", jabatan="Jabatan Kolega").name
		daftar = self.search()
		self.assertEqual(daftar[0], sendiri)
		self.assertIn(umum, daftar)
		self.assertNotIn(lain, daftar)
		self.assertEqual(len(self.search(batas=2)), 2)

	def test_entries_of_the_own_field_come_before_others(self):
		semua = [pilihan.rumpun for pilihan in get_pilihan(self.skp)]
		self.skp.jabatan_pegawai = "Perawat Terampil di Puskesmas"
		rumpun = [pilihan.rumpun for pilihan in get_pilihan(self.skp)]
		self.assertNotEqual(semua[0], rumpun[0])
		self.assertIn("Perawat", rumpun[0])
		self.assertEqual(sorted(rumpun), sorted(semua))

	def test_every_word_is_searched_in_indikator_rumpun_and_hasil_kerja(self):
		self.assertEqual(self.search("waktu LOKET"), ["DUKCAPIL-02-v1"])
		self.assertEqual(set(self.search("guru prestasi")), {"GURU-01-v1", "GURU-04-v1"})
		self.assertEqual(self.search("waktu %' or 1=1 --"), [])

	def test_an_employee_sees_what_is_in_force(self):
		frappe.get_doc("Indikator Kinerja", "DUKCAPIL-02-v1").update({"berlaku_sampai": "2025-02-28"}).save()
		with as_user(self.skp.pegawai_user):
			self.assertNotIn("DUKCAPIL-02-v1", self.search("loket"))

	def test_picking_one_fills_the_row(self):
		with as_user(self.skp.pegawai_user):
			isian = api.get_isian("PENGADUAN-01-v1", self.skp.as_json())
		versi = frappe.get_doc("Indikator Kinerja", "PENGADUAN-01-v1")
		self.assertEqual(isian, {**{kolom: versi.get(kolom) for kolom in DISALIN}, "pustaka": versi.name})

	def test_a_qualitative_plan_gets_one_narrative(self):
		self.skp.pendekatan = "Kualitatif"
		isian = get_isian("PENGADUAN-01-v1", self.skp)
		self.assertEqual(
			(isian["arah"], isian["indikator"], isian["target_maks"]),
			("Naratif", "Rata-rata lama penyelesaian pengaduan: ≤ 3 hari kerja", 0),
		)
		self.assertEqual(
			get_isian("GURU-02-v1", self.skp)["indikator"], "Inovasi pembelajaran yang diterapkan"
		)


class TestContoh(UjiKinerja):
	def test_every_example_has_a_target_that_can_be_measured_and_a_manual(self):
		self.assertEqual(len({indikator["kode"] for indikator in PUSTAKA_INDIKATOR}), len(PUSTAKA_INDIKATOR))
		for indikator in PUSTAKA_INDIKATOR:
			with self.subTest(kode=indikator["kode"]):
				check_target(
					indikator["arah"],
					*(to_decimal(indikator.get(k) or 0) for k in ("target_min", "target_maks")),
				)
				self.assertTrue(indikator["definisi"] and indikator["tujuan"] and indikator["sumber_data"])
				self.assertTrue(
					indikator["target_naratif"]
					if indikator["arah"] == Arah.NARATIF
					else indikator["formula"] and indikator["target_maks"]
				)
				self.assertTrue(
					Perspektif(indikator["perspektif"]) and JenisMasa(indikator["periode_pelaporan"])
				)

	def test_they_are_there_once_and_migrate_leaves_what_hr_did(self):
		self.assertEqual(frappe.db.count("Indikator Kinerja", {"bersama": 1}), len(PUSTAKA_INDIKATOR))
		frappe.delete_doc("Indikator Kinerja", "SURAT-02-v1")
		frappe.get_doc("Indikator Kinerja", "SURAT-01-v1").update({"indikator": "Diubah"}).save()
		migrate()
		self.assertFalse(frappe.db.exists("Indikator Kinerja", "SURAT-02-v1"))
		self.assertEqual(frappe.db.get_value("Indikator Kinerja", "SURAT-01-v1", "indikator"), "Diubah")
		frappe.db.delete("Indikator Kinerja", {"bersama": 1})
		migrate()
		self.assertEqual(frappe.db.count("Indikator Kinerja", {"bersama": 1}), len(PUSTAKA_INDIKATOR))
