"""Perjanjian Kinerja: what HR may enter, and that its head's SKP carries every indikator of it (p. 27)."""

import frappe

from kinerja_asn.api.perjanjian import propose_pimpinan
from kinerja_asn.constants.istilah import Pendekatan, Tahap
from kinerja_asn.services.perencanaan.penyelarasan.perjanjian import (
	build_baris,
	find_belum_dibawa,
	get_perjanjian_pegawai,
	get_pilihan,
)
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	add_pegawai,
	as_user,
	make_hasil_kerja,
	make_indikator,
	make_indikator_pk,
	make_periode,
	make_perjanjian,
	make_skp,
	make_unit,
	move,
)

CAKUPAN, PENGADUAN = "Cakupan pendaftaran penduduk", "Pengaduan selesai tepat waktu"


def make_dua_indikator() -> list[dict]:
	return [make_indikator_pk(), make_indikator_pk(sasaran="Pelayanan prima", indikator=PENGADUAN)]


class TestPerjanjian(UjiKinerja):
	def test_hr_enters_one_for_each_unit_and_period(self):
		with as_user(self.instansi.user["pengelola"]):
			pk = make_perjanjian(self.instansi)
		self.assertEqual(
			(pk.name, pk.instansi, pk.nama_pimpinan, pk.status),
			(f"PK-DUK-2025-{self.instansi.unit}", self.instansi.name, "Penilai", "Rancangan"),
		)
		self.assertTrue(pk.indikator[0].kunci)
		self.assert_ditolak(
			"sudah ada. Buka dan lanjutkan",
			frappe.DuplicateEntryError,
			make_perjanjian,
			self.instansi,
		)

	def test_a_row_keeps_its_key_whatever_is_sent(self):
		pk = make_perjanjian(self.instansi)
		kunci = pk.indikator[0].kunci
		pk.indikator[0].update({"kunci": "milik-lain", "indikator": "Cakupan pendaftaran yang diperbaiki"})
		pk.append("indikator", make_indikator_pk(kunci=kunci))
		pk.save()
		self.assertEqual(pk.indikator[0].kunci, kunci)
		self.assertNotIn(pk.indikator[1].kunci, (kunci, "milik-lain", None))

	def test_unit_head_and_target_are_checked(self):
		tetangga = frappe.db.get_value("Employee", self.instansi.pegawai["tetangga"], "department")
		for pesan, ubahan in (
			("bukan bagian dari Dinas Uji Kinerja", {"unit": tetangga}),
			("bukan bagian dari Dinas Uji Kinerja", {"unit": "All Departments"}),
			("harus pegawai aktif di Dinas Uji Kinerja", {"pimpinan": "tetangga"}),
			("melebihi target maksimum", {"indikator": [make_indikator_pk(target_min=96)]}),
			("0 sampai di bawah 100 miliar", {"indikator": [make_indikator_pk(target_min=-1)]}),
			("Isi Nomor dan Tanggal", {"status": "Ditetapkan"}),
			("tanpa tag HTML", {"indikator": [make_indikator_pk(indikator="<b>Cakupan</b>")]}),
		):
			with self.subTest(pesan):
				self.assert_ditolak(pesan, frappe.ValidationError, make_perjanjian, self.instansi, **ubahan)

	def test_a_set_agreement_has_number_and_date(self):
		pk = make_perjanjian(self.instansi, status="Ditetapkan", nomor="PK/01/2025", tanggal="2025-01-10")
		self.assertEqual(pk.status, "Ditetapkan")
		with as_user(self.instansi.user["pengelola"]):
			doc = frappe.get_doc("Perjanjian Kinerja", pk.name).update({"status": "Rancangan"})
			self.assert_ditolak("tidak kembali menjadi rancangan", frappe.ValidationError, doc.save)
			doc = frappe.get_doc("Perjanjian Kinerja", pk.name).update({"nomor": "PK/02/2025"})
			self.assertEqual(doc.save().nomor, "PK/02/2025")

	def test_unit_and_period_stay(self):
		pk = make_perjanjian(self.instansi)
		for kolom, nilai in (
			("unit_kerja", make_unit("Sekretariat Uji", self.instansi.name)),
			("periode", make_periode(self.instansi.name, 2026).name),
		):
			with self.subTest(kolom):
				doc = frappe.get_doc("Perjanjian Kinerja", pk.name).update({kolom: nilai})
				with self.assertRaises(frappe.CannotChangeConstantError):
					doc.save()
				self.assertEqual(frappe.db.get_value("Perjanjian Kinerja", pk.name, kolom), pk.get(kolom))

	def test_only_hr_of_the_agency_writes(self):
		for nama in ("penilai", "petugas", "pengelola_unit", "auditor", "tetangga"):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				self.assertRaises(frappe.PermissionError, make_perjanjian, self.instansi)
		pk = make_perjanjian(self.instansi)
		for nama in ("penilai", "petugas", "pengelola_unit", "auditor", "tetangga"):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				doc = frappe.get_doc("Perjanjian Kinerja", pk.name)
				doc.nomor = "palsu"
				self.assertRaises(
					frappe.DoesNotExistError if nama == "tetangga" else frappe.PermissionError, doc.save
				)
				self.assertRaises((frappe.PermissionError, frappe.DoesNotExistError), doc.delete)
				self.assertEqual(doc.has_permission("read"), nama != "tetangga")

	def test_a_row_of_another_agreement_is_not_moved_here(self):
		pk = make_perjanjian(self.instansi)
		lain = make_perjanjian(self.instansi, "kepala", make_unit("Sekretariat Uji", self.instansi.name))
		milik_lain = lain.indikator[0].as_dict()
		with as_user(self.instansi.user["pengelola"]):
			doc = frappe.get_doc({**pk.as_dict(), "indikator": [milik_lain]})
			self.assert_ditolak("bukan milik dokumen ini", frappe.ValidationError, doc.save)
		self.assertEqual(len(lain.reload().indikator), 1)

	def test_a_row_that_a_set_skp_carries_stays_and_says_whose(self):
		pk = make_perjanjian(self.instansi, indikator=make_dua_indikator())
		make_skp(
			self.instansi,
			"penilai",
			indikator=[make_indikator(pk_indikator=row.kunci) for row in pk.indikator],
		)
		pk.indikator[0].indikator = "Cakupan pendaftaran penduduk (persen)"
		pk.save()
		pk.remove(pk.indikator[1])
		self.assert_ditolak("SKP yang ditetapkan (Penilai)", frappe.ValidationError, pk.save)
		self.assert_ditolak("SKP yang ditetapkan (Penilai)", frappe.ValidationError, pk.reload().delete)

	def test_a_row_that_only_a_draft_carries_may_go(self):
		pk = make_perjanjian(self.instansi, indikator=make_dua_indikator())
		make_skp(
			self.instansi,
			"penilai",
			Tahap.DRAF,
			indikator=[make_indikator(pk_indikator=pk.indikator[1].kunci)],
		)
		pk.remove(pk.indikator[1])
		pk.save()
		self.assertEqual([row.indikator for row in pk.reload().indikator], [CAKUPAN])


class TestDibawaSKP(UjiKinerja):
	"""The head is ``penilai``: his SKP carries the agreement of the Bidang."""

	def setUp(self):
		super().setUp()
		self.pk = make_perjanjian(self.instansi, indikator=make_dua_indikator())
		self.kunci = [row.kunci for row in self.pk.indikator]

	def get_perjanjian(self) -> list:
		return get_perjanjian_pegawai(self.instansi.pegawai["penilai"], self.instansi.periode)

	def make_pimpinan(self, tahap: Tahap, dibawa: list[str], jenis: str = "Utama"):
		return make_skp(
			self.instansi,
			"penilai",
			tahap,
			hasil_kerja=[make_hasil_kerja(), make_hasil_kerja("Tersedianya data", jenis)],
			indikator=[
				make_indikator(),
				make_indikator(hasil_kerja_ke=2),
				*(make_indikator(hasil_kerja_ke=2, pk_indikator=kunci) for kunci in dibawa),
			],
		)

	def test_rows_for_the_heads_skp(self):
		hasil, indikator = build_baris(self.get_perjanjian(), ())
		self.assertEqual(
			[(row["jenis"], row["rencana_hasil_kerja"], row["sumber"]) for row in hasil],
			[
				("Utama", "Meningkatnya tertib administrasi kependudukan", "Perjanjian Kinerja"),
				("Utama", "Pelayanan prima", "Perjanjian Kinerja"),
			],
		)
		self.assertEqual(
			[(row["hasil_kerja_ke"], row["pk_indikator"], row["target_min"]) for row in indikator],
			[(1, self.kunci[0], 95), (2, self.kunci[1], 95)],
		)

	def test_rows_that_are_carried_are_left_out_and_numbers_run_on(self):
		hasil, indikator = build_baris(self.get_perjanjian(), {self.kunci[0]}, sesudah=4)
		self.assertEqual([row["rencana_hasil_kerja"] for row in hasil], ["Pelayanan prima"])
		self.assertEqual([row["hasil_kerja_ke"] for row in indikator], [5])

	def test_indikator_of_one_sasaran_share_a_hasil_kerja(self):
		self.pk.append("indikator", make_indikator_pk(indikator="Cakupan KIA"))
		self.pk.save()
		hasil, indikator = build_baris(self.get_perjanjian(), ())
		self.assertEqual((len(hasil), [row["hasil_kerja_ke"] for row in indikator]), (2, [1, 2, 1]))

	def test_in_the_qualitative_approach_the_target_is_narrated(self):
		indikator = build_baris(self.get_perjanjian(), (), pendekatan=Pendekatan.KUALITATIF)[1]
		self.assertEqual(
			(indikator[0]["arah"], indikator[0]["indikator"], indikator[0]["satuan"]),
			("Naratif", f"{self.pk.indikator[0].indikator}: 95 persen", None),
		)

	def test_the_rows_make_an_skp_that_can_be_submitted(self):
		hasil, indikator = build_baris(self.get_perjanjian(), ())
		skp = make_skp(self.instansi, "penilai", Tahap.DIAJUKAN, hasil_kerja=hasil, indikator=indikator)
		self.assertEqual((skp.tahap, find_belum_dibawa(skp)), (Tahap.DIAJUKAN, []))

	def test_the_heads_skp_leaves_his_hands_only_with_every_indikator(self):
		skp = self.make_pimpinan(Tahap.DRAF, self.kunci[:1])
		self.assertEqual(len(find_belum_dibawa(skp)), 1)
		self.assert_ditolak(
			f'Indikator Perjanjian Kinerja "{PENGADUAN}" belum dituangkan',
			frappe.ValidationError,
			move,
			skp,
			skp.pegawai_user,
			Tahap.DIAJUKAN,
		)

	def test_carried_by_a_hasil_kerja_tambahan_is_not_enough(self):
		skp = self.make_pimpinan(Tahap.DRAF, self.kunci, jenis="Tambahan")
		self.assertEqual(len(find_belum_dibawa(skp)), 2)

	def test_what_is_added_later_bars_no_other_step(self):
		skp = self.make_pimpinan(Tahap.DITETAPKAN, self.kunci)
		self.pk.append("indikator", make_indikator_pk(indikator="Baru di bulan Maret"))
		self.pk.save()
		with as_user(skp.penilai_user):
			skp.reload()
			skp.perilaku[0].ekspektasi_khusus = "Ramah"
			skp.save()
		self.assertEqual(len(find_belum_dibawa(skp)), 1)
		self.assertEqual(move(skp, self.instansi.user["pengelola"], Tahap.DITUTUP).tahap, Tahap.DITUTUP)

	def test_a_row_of_another_unit_is_not_believed(self):
		for nama in ("petugas", "kolega"):
			with self.subTest(nama):
				self.assert_ditolak(
					"bukan dari unit yang dipimpin",
					frappe.ValidationError,
					make_skp,
					self.instansi,
					nama,
					Tahap.DRAF,
					indikator=[make_indikator(pk_indikator=self.kunci[0])],
				)

	def test_choices_are_those_of_the_unit_those_above_and_the_leaders(self):
		petugas = make_skp(self.instansi, tahap=Tahap.DRAF)
		self.assertEqual([row.kunci for row in get_pilihan(petugas)], self.kunci)
		kepala = make_skp(self.instansi, "kepala", Tahap.DRAF)
		self.assertEqual(get_pilihan(kepala), [])
		atas = make_perjanjian(self.instansi, "kepala", make_unit("Sekretariat Uji", self.instansi.name))
		self.assertEqual({row.kunci for row in get_pilihan(petugas)}, {*self.kunci, atas.indikator[0].kunci})


class TestUsulanPimpinan(UjiKinerja):
	def propose(self, unit: str | None = None, user: str = "pengelola") -> str | None:
		with as_user(self.instansi.user[user]):
			usulan = propose_pimpinan(self.instansi.periode, unit or self.instansi.unit)
		return usulan and usulan["employee_name"]

	def test_who_evaluates_the_unit_and_is_evaluated_outside_it(self):
		"""pengelola_unit is evaluated outside it too, but evaluates nobody."""
		self.assertEqual(self.propose(), "Penilai")
		self.assertEqual(self.propose("Sekretariat Uji - DUK"), "Kepala")

	def test_who_stands_alone_above_the_units_below_his_own(self):
		dinas = make_unit("Dinas Uji", self.instansi.name)
		seksi = make_unit("Seksi Uji", self.instansi.name, dinas)
		kepala_dinas = add_pegawai(self.instansi, "kepala_dinas", 60, dinas, self.instansi.pegawai["kepala"])
		kepala_seksi = add_pegawai(self.instansi, "kepala_seksi", 61, seksi, kepala_dinas)
		add_pegawai(self.instansi, "staf_seksi", 62, seksi, kepala_seksi)
		add_pegawai(self.instansi, "staf_lain", 63, seksi, kepala_seksi)
		self.assertEqual(self.propose(dinas), "Kepala Dinas")
		self.assertEqual(self.propose(seksi), "Kepala Seksi")

	def test_where_the_data_do_not_tell_nobody_is_proposed(self):
		kosong = make_unit("Unit Kosong", self.instansi.name)
		self.assertIsNone(self.propose(kosong))
		for urutan, nama in enumerate(("kepala_satu", "kepala_dua"), 60):
			kepala = add_pegawai(self.instansi, nama, urutan, kosong, self.instansi.pegawai["kepala"])
			add_pegawai(self.instansi, f"staf_{nama}", urutan + 10, kosong, kepala)
		self.assertIsNone(self.propose(kosong))

	def test_only_those_ask_who_may_make_the_agreement(self):
		for nama in ("petugas", "penilai", "auditor", "pengelola_unit", "tetangga"):
			with self.subTest(nama), self.assertRaises(frappe.PermissionError):
				self.propose(user=nama)
		tetangga = frappe.db.get_value("Employee", self.instansi.pegawai["tetangga"], "department")
		self.assert_ditolak("bukan bagian dari", frappe.ValidationError, self.propose, tetangga)
