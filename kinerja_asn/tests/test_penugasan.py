"""Penugasan Kinerja: who may make one, the Penilai's decision, the row it becomes, and what its assigner sees of it."""

from datetime import date
from urllib.parse import quote

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.services.perencanaan.penugasan.penugasan import withdraw
from kinerja_asn.services.perencanaan.skp.penetapan import pass_on_penetapan
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	add_pegawai,
	as_user,
	make_hasil_kerja,
	make_indikator,
	make_nip,
	make_realisasi,
	make_skp,
	make_unit,
	move,
)
from kinerja_asn.tests.test_portal_dasar import UjiPortal

HASIL = "Terpetakannya potensi arsip keluarga"
SETUJU, TOLAK, TARIK, TUNGGU = "Disetujui", "Ditolak", "Ditarik", "Menunggu persetujuan"
DOKUMEN = "Penugasan Kinerja"


def make_penugasan(instansi, oleh: str = "kolega", untuk: str = "petugas", **isian):
	"""``oleh`` assigns a result to ``untuk``; the Penilai has yet to decide."""
	with as_user(instansi.user[oleh]):
		return frappe.get_doc(
			{
				"doctype": DOKUMEN,
				"bentuk": "Penunjukan",
				"pegawai": instansi.pegawai[untuk],
				"rencana_hasil_kerja": HASIL,
				"indikator": "Jumlah keluarga yang arsipnya terpetakan",
				"aspek": "Kuantitas",
				"arah": "Naik",
				"target_min": 40,
				"target_maks": 40,
				"satuan": "keluarga",
				**isian,
			}
		).insert()


def volunteer(instansi, nama: str = "petugas", **isian):
	isian = {"bentuk": "Pengajuan sukarela", "pemberi_luar": "Arsip Nasional, Kepala", **isian}
	return make_penugasan(instansi, nama, nama, **isian)


def decide(instansi, doc, status: str = SETUJU, alasan: str | None = None, siapa: str = "penilai"):
	with as_user(instansi.user[siapa]):
		doc = frappe.get_doc(DOKUMEN, doc.name)
		doc.update({"status": status, "alasan_keputusan": alasan})
		return doc.save()


def give_umpan_balik(instansi, siapa: str, skp: str, **isian):
	with as_user(instansi.user[siapa]):
		return frappe.get_doc(
			{
				"doctype": "Umpan Balik Kinerja",
				"skp": skp,
				"tanggal": "2025-03-03",
				"sasaran": "Umum",
				"sifat": "Positif",
				"isi": "Pemetaan rapi",
				**isian,
			}
		).insert()


class UjiPenugasan(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 3, 3)

	def make(self, *args, **isian):
		return make_penugasan(self.instansi, *args, **isian)

	def volunteer(self, *args, **isian):
		return volunteer(self.instansi, *args, **isian)

	def decide(self, *args, **kwargs):
		return decide(self.instansi, *args, **kwargs)

	def get_baris(self, doc):
		"""The stored row and its indikator, wherever the decision put them."""
		rencana = frappe.get_doc("Perubahan SKP" if doc.perubahan else "SKP", doc.perubahan or doc.skp)
		hasil = next(row for row in rencana.hasil_kerja if row.kunci == doc.baris)
		return hasil, [row for row in rencana.indikator if row.hasil_kerja == doc.baris]

	def add_tetangga(self) -> str:
		"""An official of another agency, who runs no system."""
		unit = make_unit("Unit Tetangga", "Dinas Tetangga Uji")
		nama = add_pegawai(self.instansi, "arsiparis", 91, unit, company="Dinas Tetangga Uji")
		frappe.db.set_value("Employee", nama, "jenis_jabatan", "Jabatan Fungsional")
		return nama


class TestMembuat(UjiPenugasan):
	def test_a_pelaksana_appoints_nobody_and_applies_for_himself(self):
		""" "Inisiatif dari Pimpinan" (p. 46 no. 9)."""
		frappe.db.set_value("Employee", self.instansi.pegawai["kolega"], "jenis_jabatan", "Pelaksana")
		self.assert_ditolak("Penunjukan diberikan oleh Pimpinan", frappe.PermissionError, self.make)
		self.assertEqual(self.volunteer("kolega").status, "Menunggu persetujuan")

	def test_a_penilai_appoints_whatever_his_post_is(self):
		frappe.db.set_value("Employee", self.instansi.pegawai["kepala"], "jenis_jabatan", "")
		self.assertEqual(self.make("kepala").nama_pemberi, "Kepala")

	def test_an_appointment_names_its_maker_whatever_he_sends(self):
		palsu = {
			"pemberi": self.instansi.pegawai["kepala"],
			"nama_pemberi": "Bupati",
			"jabatan_pemberi": "Bupati",
			"pemberi_user": self.instansi.user["kepala"],
			"penilai_user": self.instansi.user["kolega"],
			"status": SETUJU,
			"baris": "abc",
			"owner": self.instansi.user["kepala"],
		}
		doc = self.make(**palsu)
		self.assertEqual(
			(doc.pemberi, doc.nama_pemberi, doc.jabatan_pemberi, doc.pemberi_user),
			(self.instansi.pegawai["kolega"], "Kolega", "Jabatan Kolega", self.instansi.user["kolega"]),
		)
		self.assertEqual(
			(doc.status, doc.baris, doc.penilai_user, doc.pegawai_user, doc.periode),
			(TUNGGU, None, self.instansi.user["penilai"], self.instansi.user["petugas"], "DUK-2025"),
		)

	def test_nobody_makes_one_in_anothers_name(self):
		with self.assertRaises(frappe.PermissionError):
			make_penugasan(
				self.instansi, "kolega", bentuk="Pengajuan sukarela", pemberi_luar="Arsip Nasional"
			)
		pemberi = {"bentuk": "Pengajuan sukarela", "pemberi": self.instansi.pegawai["kolega"]}
		self.assert_ditolak("oleh pegawainya sendiri", frappe.PermissionError, self.make, **pemberi)
		self.assert_ditolak("Pengajuan sukarela", frappe.ValidationError, self.make, "petugas")
		with as_user("Guest"), self.assertRaises(frappe.PermissionError):
			frappe.get_doc(doctype=DOKUMEN, pegawai=self.instansi.pegawai["petugas"]).insert()

	def test_the_penilai_needs_no_approval_of_his_own(self):
		self.assert_ditolak("tidak memerlukan persetujuan", frappe.ValidationError, self.make, "penilai")

	def test_a_volunteer_says_whose_assignment_it_is(self):
		luar = self.volunteer()
		self.assertEqual(
			(luar.pemberi, luar.pemberi_user, luar.pemberi_luar), (None, None, "Arsip Nasional, Kepala")
		)
		self.assert_ditolak(
			"Sebutkan siapa",
			frappe.ValidationError,
			self.volunteer,
			pemberi_luar=" ",
			rencana_hasil_kerja="A",
		)
		dalam = self.volunteer(pemberi=self.instansi.pegawai["kepala"])
		self.assertEqual((dalam.nama_pemberi, dalam.pemberi_luar), ("Kepala", None))
		sendiri = {"pemberi": self.instansi.pegawai["petugas"]}
		self.assert_ditolak("harus orang lain", frappe.ValidationError, self.volunteer, **sendiri)

	def test_people_of_another_agency_are_named_by_nip(self):
		arsiparis = self.add_tetangga()
		for nip in (None, make_nip(90)):
			self.assert_ditolak(
				"disebut dengan NIP atau NRP-nya",
				frappe.PermissionError,
				self.make,
				"arsiparis",
				nip_pegawai=nip,
			)
		nip = frappe.db.get_value("Employee", self.instansi.pegawai["petugas"], "nip")
		doc = self.make("arsiparis", nip_pegawai=f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}")
		self.assertEqual((doc.pemberi, doc.nip_pegawai, doc.periode), (arsiparis, nip, "DUK-2025"))
		self.assert_ditolak(
			"disebut dengan NIP atau NRP-nya", frappe.PermissionError, self.volunteer, pemberi=arsiparis
		)
		dikenal = self.volunteer(
			pemberi=arsiparis, nip_pemberi=make_nip(91), rencana_hasil_kerja="Terlatihnya arsiparis"
		)
		self.assertEqual(dikenal.jabatan_pemberi, "Jabatan Arsiparis")

	def test_only_who_is_rated_in_an_open_period(self):
		frappe.db.set_value(
			"Employee", self.instansi.pegawai["petugas"], "status_kinerja", "Masa Persiapan Pensiun"
		)
		self.assert_ditolak("tidak menyusun SKP", frappe.ValidationError, self.make)
		frappe.db.set_value("Employee", self.instansi.pegawai["petugas"], "status_kinerja", "Aktif")
		frappe.get_doc("Periode Kinerja", "DUK-2025").update({"status": "Ditutup"}).save()
		self.assert_ditolak("belum membuka periode", frappe.ValidationError, self.make)
		self.assert_ditolak("berstatus Ditutup", frappe.ValidationError, self.make, periode="DUK-2025")

	def test_what_is_expected_is_measurable_from_the_start(self):
		for isian, pesan in (
			({"target_min": 50}, "melebihi target maksimum"),
			({"satuan": ""}, "satuan"),
			({"aspek": "Indah"}, "tidak dikenal"),
			({"arah": "Naratif", "target_naratif": ""}, "target naratif"),
			({"target_min": "banyak"}, "bukan angka"),
			({"rencana_hasil_kerja": "<b>Peta</b>"}, "tag HTML"),
			({"dari": "2025-05-01", "sampai": "2025-04-01"}, "Tanggal Sampai"),
		):
			with self.subTest(isian=isian):
				self.assert_ditolak(pesan, frappe.ValidationError, self.make, **isian)

	def test_a_jpt_needs_a_perspektif(self):
		frappe.db.set_value("Employee", self.instansi.pegawai["petugas"], "pimpinan_unit_mandiri", 1)
		self.assert_ditolak("Pilih perspektif", frappe.ValidationError, self.make)
		self.assertTrue(self.make(perspektif="Proses Bisnis").name)

	def test_plt_is_utama(self):
		self.assertEqual(self.make(penugasan_sebagai="Plt.", jenis="Tambahan").jenis, "Utama")

	def test_the_same_one_waits_once(self):
		self.make()
		self.assert_ditolak("masih menunggu", frappe.DuplicateEntryError, self.make)
		self.volunteer()
		self.assert_ditolak("masih menunggu", frappe.DuplicateEntryError, self.volunteer)

	def test_no_penilai_nobody_to_decide(self):
		frappe.db.set_value("Employee", self.instansi.pegawai["penilai"], "user_id", None)
		self.assert_ditolak("belum memiliki akun", frappe.ValidationError, self.make)


class TestMemutuskan(UjiPenugasan):
	def test_only_the_penilai_decides_and_only_once(self):
		doc = self.make()
		for nama in ("kolega", "petugas", "kepala", "pengelola", "auditor"):
			with self.subTest(nama=nama):
				self.assertRaises(frappe.PermissionError, self.decide, doc, siapa=nama)
		self.assert_ditolak("Tulis alasan", frappe.ValidationError, self.decide, doc, TOLAK)
		self.assert_ditolak("Setujui atau tolak", frappe.ValidationError, self.decide, doc, TARIK)
		doc = self.decide(doc, TOLAK, "Beban kerja penuh")
		self.assertEqual(
			(doc.diputuskan_oleh, doc.baris, doc.skp), (self.instansi.user["penilai"], None, None)
		)
		self.assertRaises(frappe.PermissionError, self.decide, doc, SETUJU)
		self.assertEqual(frappe.db.get_value(DOKUMEN, doc.name, "status"), TOLAK)

	def test_whatever_else_is_fixed(self):
		doc = self.make()
		sebelum = frappe.get_doc(DOKUMEN, doc.name).as_dict()
		for siapa, isian in (
			("penilai", {"target_maks": 10, "target_min": 10}),
			("penilai", {"pegawai": self.instansi.pegawai["kolega"]}),
			("penilai", {"dari": "2025-05-01"}),
			("penilai", {"baris": "abc"}),
			("kolega", {"dari": "2025-05-01"}),
			("petugas", {"dasar": "Lain"}),
		):
			with self.subTest(siapa=siapa, isian=isian), as_user(self.instansi.user[siapa]):
				salinan = frappe.get_doc(DOKUMEN, doc.name).update(isian)
				self.assertRaises((frappe.PermissionError, frappe.ValidationError), salinan.save)
		with as_user(self.instansi.user["penilai"]):
			self.assertRaises(frappe.PermissionError, frappe.delete_doc, DOKUMEN, doc.name)
		self.assertEqual(frappe.get_doc(DOKUMEN, doc.name).as_dict(), sebelum)

	def test_no_skp_yet_one_begins(self):
		doc = self.decide(self.make(penugasan_sebagai="Plh."))
		hasil, indikator = self.get_baris(doc)
		self.assertEqual(
			(
				hasil.parent,
				hasil.jenis,
				hasil.sumber,
				hasil.penugasan,
				hasil.penugasan_dari,
				hasil.penugasan_sebagai,
			),
			(doc.skp, "Utama", "Penugasan", doc.name, "Jabatan Kolega", "Plh."),
		)
		self.assertEqual(
			[(iki.indikator, iki.target_min, iki.satuan) for iki in indikator],
			[("Jumlah keluarga yang arsipnya terpetakan", 40, "keluarga")],
		)
		self.assertEqual(frappe.db.get_value("SKP", doc.skp, "tahap"), Tahap.DRAF)

	def test_into_an_skp_that_is_being_written_or_waits(self):
		for tahap in (Tahap.DRAF, Tahap.DIAJUKAN):
			with self.subTest(tahap=tahap):
				frappe.db.savepoint("tahap_uji")
				skp = make_skp(self.instansi, tahap=tahap)
				kunci = skp.hasil_kerja[0].kunci
				doc = self.decide(self.make())
				skp.reload()
				self.assertEqual((doc.skp, skp.tahap), (skp.name, tahap))
				self.assertEqual([row.kunci for row in skp.hasil_kerja], [kunci, doc.baris])
				self.assertEqual([row.hasil_kerja for row in skp.indikator], [kunci, doc.baris])
				frappe.db.rollback(save_point="tahap_uji")

	def test_a_set_skp_is_changed_and_one_open_change_takes_several(self):
		skp = make_skp(self.instansi)
		pertama = self.decide(self.make())
		kedua = self.decide(self.volunteer(rencana_hasil_kerja="Terlatihnya arsiparis desa"))
		self.assertEqual(len(skp.reload().hasil_kerja), 1)
		self.assertTrue(pertama.perubahan)
		self.assertEqual((pertama.skp, kedua.perubahan), (skp.name, pertama.perubahan))
		perubahan = frappe.get_doc("Perubahan SKP", pertama.perubahan)
		self.assertEqual((perubahan.alasan, perubahan.tahap), ("Penugasan baru", Tahap.DRAF))
		self.assertEqual([row.kunci for row in perubahan.hasil_kerja][1:], [pertama.baris, kedua.baris])
		move(perubahan, self.instansi.user["petugas"], Tahap.DIAJUKAN)
		move(perubahan, self.instansi.user["penilai"], Tahap.DITETAPKAN)
		skp.reload()
		self.assertEqual([row.kunci for row in skp.hasil_kerja][1:], [pertama.baris, kedua.baris])
		self.assertEqual([row.penugasan for row in skp.hasil_kerja], [None, pertama.name, kedua.name])
		self.assertEqual(skp.hasil_kerja[2].penugasan_dari, "Arsip Nasional, Kepala")

	def test_into_a_submitted_change(self):
		make_skp(self.instansi)
		pertama = self.decide(self.make())
		perubahan = frappe.get_doc("Perubahan SKP", pertama.perubahan)
		move(perubahan, self.instansi.user["petugas"], Tahap.DIAJUKAN)
		kedua = self.decide(self.make(rencana_hasil_kerja="Terlatihnya arsiparis desa"))
		perubahan.reload()
		self.assertEqual((kedua.perubahan, perubahan.tahap), (perubahan.name, Tahap.DIAJUKAN))
		self.assertEqual(perubahan.hasil_kerja[-1].kunci, kedua.baris)

	def test_a_qualitative_plan_takes_it_as_a_narrative(self):
		make_skp(
			self.instansi,
			tahap=Tahap.DIAJUKAN,
			pendekatan="Kualitatif",
			indikator=[make_indikator(arah="Naratif", target_naratif="Semua terlayani tepat waktu")],
		)
		_hasil, (iki,) = self.get_baris(self.decide(self.make()))
		self.assertEqual((iki.arah, iki.target_maks), ("Naratif", 0))
		self.assertTrue(iki.indikator.endswith(": 40 keluarga"), iki.indikator)

	def test_a_volunteer_for_his_own_penilai_is_no_foreign_assignment(self):
		doc = self.decide(self.volunteer(pemberi=self.instansi.pegawai["penilai"]))
		self.assertIsNone(self.get_baris(doc)[0].penugasan_dari)

	def test_the_penilai_approves_also_while_the_plan_lies_with_the_superior(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		frappe.flags.current_date = date(2025, 4, 1)
		pass_on_penetapan()
		doc = self.decide(self.make())
		skp.reload()
		self.assertEqual(skp.hasil_kerja[-1].kunci, doc.baris)
		self.assertEqual((skp.penetap_user, skp.tahap), (self.instansi.user["kepala"], Tahap.DIAJUKAN))

	def test_a_former_penilai_decides_no_more(self):
		make_skp(self.instansi)
		doc = self.make()
		frappe.db.set_value(
			"SKP",
			{"pegawai": doc.pegawai},
			{"penilai_user": self.instansi.user["kepala"], "nama_penilai": "Kepala"},
		)
		self.assert_ditolak("sekarang Kepala", frappe.PermissionError, self.decide, doc)

	def test_nothing_is_left_behind_when_the_plan_refuses(self):
		skp = make_skp(
			self.instansi,
			tahap=Tahap.DIAJUKAN,
			hasil_kerja=[make_hasil_kerja()] * 99,
			indikator=[make_indikator(hasil_kerja_ke=ke) for ke in range(1, 100)],
		)
		for ke in ("satu", "dua"):
			doc = self.make(rencana_hasil_kerja=f"Hasil {ke}")
			frappe.db.savepoint("putusan")
			if ke == "satu":
				self.decide(doc)
				continue
			self.assert_ditolak("paling banyak", frappe.ValidationError, self.decide, doc)
			frappe.db.rollback(save_point="putusan")
		self.assertEqual(frappe.db.get_value(DOKUMEN, doc.name, "status"), TUNGGU)
		self.assertEqual(len(skp.reload().hasil_kerja), 100)

	def test_its_maker_takes_it_back_while_it_waits(self):
		doc, sukarela = self.make(), self.volunteer(pemberi=self.instansi.pegawai["kepala"])
		for nama, milik in (("petugas", doc), ("penilai", doc), ("kepala", sukarela), ("kolega", sukarela)):
			with as_user(self.instansi.user[nama]):
				self.assert_ditolak("oleh pembuatnya", frappe.PermissionError, withdraw, milik)
		for nama, milik in (("kolega", doc), ("petugas", sukarela)):
			with as_user(self.instansi.user[nama]):
				withdraw(frappe.get_doc(DOKUMEN, milik.name))
			self.assertEqual(frappe.db.get_value(DOKUMEN, milik.name, "status"), TARIK)
			self.assertRaises(frappe.PermissionError, self.decide, milik)
		with as_user(self.instansi.user["kolega"]):
			self.assertRaises(frappe.PermissionError, withdraw, frappe.get_doc(DOKUMEN, doc.name))


class TestBarisPenugasan(UjiPenugasan):
	"""What the employee may do to the row in his own draft."""

	def setUp(self):
		super().setUp()
		make_skp(self.instansi, tahap=Tahap.DRAF)
		self.tugas = self.decide(self.make(penugasan_sebagai="Plt."))

	def save(self, change):
		with as_user(self.instansi.user["petugas"]):
			skp = frappe.get_doc("SKP", self.tugas.skp)
			change(skp)
			return skp.save()

	def test_he_words_it_but_does_not_say_whose_it_is(self):
		def change(skp):
			skp.hasil_kerja[1].update(
				{
					"rencana_hasil_kerja": "Terpetakannya arsip",
					"penugasan_dari": "Bupati",
					"penugasan": None,
					"penugasan_sebagai": None,
					"jenis": "Tambahan",
				}
			)

		row = self.save(change).hasil_kerja[1]
		self.assertEqual(
			(row.rencana_hasil_kerja, row.penugasan_dari, row.penugasan, row.penugasan_sebagai, row.jenis),
			("Terpetakannya arsip", "Jabatan Kolega", self.tugas.name, "Plt.", "Utama"),
		)

	def test_he_does_not_take_it_out(self):
		def remove(skp):
			skp.set("hasil_kerja", skp.hasil_kerja[:1])
			skp.set("indikator", skp.indikator[:1])

		self.assert_ditolak("berasal dari penugasan", frappe.ValidationError, self.save, remove)

	def test_he_does_not_call_another_row_assigned(self):
		def append(skp):
			skp.append("hasil_kerja", {**make_hasil_kerja("Palsu"), "penugasan": self.tugas.name})
			skp.hasil_kerja[0].penugasan = self.tugas.name

		self.assertEqual(
			[row.penugasan for row in self.save(append).hasil_kerja], [None, self.tugas.name, None]
		)

	def test_the_penilai_cannot_make_a_plt_additional(self):
		with as_user(self.instansi.user["petugas"]):
			skp = frappe.get_doc("SKP", self.tugas.skp)
		move(skp, self.instansi.user["petugas"], Tahap.DIAJUKAN)
		with as_user(self.instansi.user["penilai"]):
			for row in skp.hasil_kerja[1:]:
				row.jenis = "Tambahan"
			self.assertEqual(skp.save().hasil_kerja[1].jenis, "Utama")


class TestPerubahanDanPerpindahan(UjiPenugasan):
	def test_the_employee_does_not_rewrite_whose_row_it_is_in_a_change_either(self):
		make_skp(self.instansi)
		tugas = self.decide(self.make())
		with as_user(self.instansi.user["petugas"]):
			perubahan = frappe.get_doc("Perubahan SKP", tugas.perubahan)
			perubahan.hasil_kerja[1].update({"penugasan": None, "penugasan_dari": "Bupati"})
			perubahan.hasil_kerja[0].penugasan = tugas.name
			perubahan.save()
		self.assertEqual(
			[(row.penugasan, row.penugasan_dari) for row in perubahan.hasil_kerja],
			[(None, None), (tugas.name, "Jabatan Kolega")],
		)

	def test_a_new_penilai_decides_and_the_assigner_follows_the_row_into_the_successor(self):
		tugas = self.decide(self.make(jenis="Utama"))
		skp = frappe.get_doc("SKP", tugas.skp)
		move(skp, self.instansi.user["petugas"], Tahap.DIAJUKAN)
		move(skp, self.instansi.user["penilai"], Tahap.DITETAPKAN)
		menunggu = self.make(rencana_hasil_kerja="Terlatihnya arsiparis desa")
		baru = add_pegawai(self.instansi, "penerus", 95, self.instansi.unit, self.instansi.pegawai["kepala"])
		with as_user(self.instansi.user["pengelola"]):
			frappe.get_doc(
				doctype="Perpindahan Kinerja",
				jenis="Pergantian Pejabat Penilai",
				tanggal="2025-03-03",
				penilai_lama=self.instansi.pegawai["penilai"],
				penilai_baru=baru,
			).insert()
		tugas.reload()
		penerus = frappe.get_doc("SKP", {"pegawai": tugas.pegawai, "tahap": Tahap.DRAF})
		self.assertEqual((tugas.skp, tugas.baris), (penerus.name, penerus.hasil_kerja[0].kunci))
		self.assertRaises(frappe.DoesNotExistError, self.decide, menunggu)
		diputuskan = self.decide(menunggu, siapa="penerus")
		self.assertEqual(diputuskan.skp, penerus.name)


class TestPemberi(UjiPenugasan):
	"""The assigner sees his assignment and what became of it, and nothing else."""

	def setUp(self):
		super().setUp()
		self.tugas = self.decide(self.make())
		self.skp = frappe.get_doc("SKP", self.tugas.skp)
		with as_user(self.instansi.user["petugas"]):
			self.skp.append("hasil_kerja", make_hasil_kerja())
			self.skp.append("indikator", make_indikator(hasil_kerja_ke=2))
			self.skp.save()
		move(self.skp, self.instansi.user["petugas"], Tahap.DIAJUKAN)
		move(self.skp, self.instansi.user["penilai"], Tahap.DITETAPKAN)
		self.lain = self.skp.hasil_kerja[1]

	def test_he_reads_his_assignment_and_not_the_plan(self):
		realisasi = make_realisasi(self.skp, 1, 10)
		with as_user(self.instansi.user["kolega"]):
			self.assertIn(self.tugas.name, frappe.get_list(DOKUMEN, pluck="name"))
			for doc in (self.skp, realisasi):
				self.assertFalse(doc.has_permission("read"), doc.doctype)
				self.assertNotIn(doc.name, frappe.get_list(doc.doctype, pluck="name"))
			for tabel in ("SKP Hasil Kerja", "SKP Indikator"):
				self.assertEqual(frappe.get_list(tabel, parent_doctype="SKP", pluck="parent"), [])

	def test_colleagues_do_not_see_it(self):
		with as_user(self.instansi.user["pengelola_unit"]):
			self.assertTrue(frappe.get_list(DOKUMEN, pluck="name"))
		add_pegawai(self.instansi, "kolega2", 92, self.instansi.unit, self.instansi.pegawai["penilai"])
		for nama in ("kolega2", "tetangga"):
			with self.subTest(nama=nama), as_user(self.instansi.user[nama]):
				self.assertEqual(frappe.get_list(DOKUMEN, pluck="name"), [])
				self.assertFalse(self.tugas.has_permission("read"))

	def test_his_feedback_is_about_his_row_whatever_he_sends(self):
		for isian in (
			{"isi": "Rapi"},
			{"isi": "Lengkap", "sasaran": "Hasil Kerja", "hasil_kerja": self.lain.kunci},
			{"isi": "Jelas", "sasaran": "Perilaku Kerja", "nilai": "Loyal"},
			{"isi": "Cepat", "hasil_kerja": self.lain.kunci},
		):
			with self.subTest(isian=isian):
				doc = give_umpan_balik(
					self.instansi, "kolega", self.skp.name, penugasan=self.tugas.name, **isian
				)
				self.assertEqual(
					(doc.sasaran, doc.hasil_kerja, doc.sasaran_uraian, doc.nilai),
					("Hasil Kerja", self.tugas.baris, HASIL, None),
				)
				self.assertEqual((doc.nama_pemberi, doc.peran), ("Kolega", "Pimpinan"))
		with as_user(self.instansi.user["kolega"]):
			self.assertEqual(len(frappe.get_list("Umpan Balik Kinerja", pluck="name")), 4)
		with as_user(self.instansi.user["petugas"]):
			self.assertEqual(len(frappe.get_list("Umpan Balik Kinerja", pluck="name")), 4)

	def test_he_reads_no_others_feedback(self):
		give_umpan_balik(self.instansi, "penilai", self.skp.name)
		with as_user(self.instansi.user["kolega"]):
			self.assertEqual(frappe.get_list("Umpan Balik Kinerja", pluck="name"), [])

	def test_without_an_approved_assignment_in_that_skp_no_feedback(self):
		ditolak = self.decide(self.make(rencana_hasil_kerja="Lain"), TOLAK, "Penuh")
		menunggu = self.make(rencana_hasil_kerja="Lain lagi")
		skp_lain = make_skp(self.instansi, "penilai")
		for skp, penugasan in (
			(self.skp.name, None),
			(self.skp.name, ditolak.name),
			(self.skp.name, menunggu.name),
			(skp_lain.name, self.tugas.name),
			(self.skp.name, "tidak-ada"),
		):
			galat = (frappe.PermissionError, frappe.LinkValidationError)
			with self.subTest(skp=skp, penugasan=penugasan), self.assertRaises(galat):
				give_umpan_balik(self.instansi, "kolega", skp, penugasan=penugasan)
		self.assertEqual(frappe.db.count("Umpan Balik Kinerja"), 0)

	def test_nobody_else_speaks_for_the_assigner(self):
		for nama in ("petugas", "penilai", "kepala"):
			with self.subTest(nama=nama), self.assertRaises(frappe.PermissionError):
				give_umpan_balik(self.instansi, nama, self.skp.name, penugasan=self.tugas.name)
		self.assertEqual(frappe.db.count("Umpan Balik Kinerja"), 0)

	def test_not_before_the_change_takes_force(self):
		tugas = self.decide(self.make(rencana_hasil_kerja="Terlatihnya arsiparis desa"))
		self.assertTrue(tugas.perubahan)
		self.assert_ditolak(
			"belum berlaku di SKP",
			frappe.ValidationError,
			give_umpan_balik,
			self.instansi,
			"kolega",
			self.skp.name,
			penugasan=tugas.name,
		)


class TestHalaman(UjiPortal):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 3, 3)
		self.isian = {
			"uraian": HASIL,
			"jenis": "Tambahan",
			"iki-0-indikator": "Jumlah keluarga",
			"iki-0-aspek-Kuantitas": "1",
			"iki-0-arah": "Naik",
			"iki-0-hitung": "Jumlah",
			"iki-0-min": "1.040",
			"iki-0-satuan": "keluarga",
			"dari": "2025-04-01",
			"sampai": "30-06-2025",
		}
		self.alamat = f"/kinerja/penugasan?form=tugaskan&pegawai={self.instansi.pegawai['petugas']}"

	def get_tugas(self, **saring):
		return frappe.get_last_doc(DOKUMEN, saring or None)

	def test_from_the_search_to_the_feedback(self):
		self.assertIn("Tugaskan pegawai lain", self.open("kolega", "/kinerja/penugasan").teks)
		cari = self.open("kolega", "/kinerja/penugasan?form=tugaskan&cari=petu")
		self.assertIn("Petugas", cari.teks)
		self.assertNotIn(make_nip(3), cari.html)
		jawaban = self.send("kolega", self.alamat, "kirim", **self.isian)
		self.assertEqual(jawaban.pesan, "penugasan")
		tugas = self.get_tugas()
		self.assertEqual((tugas.target_min, str(tugas.sampai)), (1040, "2025-06-30"))
		self.assertIn("1 menunggu Anda", self.open("penilai", "/kinerja/tim").teks)
		alamat = f"/kinerja/penugasan?name={tugas.name}"
		halaman = self.open("penilai", alamat)
		self.assertTrue(halaman.has_tombol("setujui"))
		self.assertIn("1.040 keluarga", halaman.teks)
		self.assertIn("Tulis alasan penolakannya", self.send("penilai", alamat, "tolak").get_galat())
		for _kali in range(2):
			self.assertEqual(self.send("penilai", alamat, "setujui").pesan, "penugasan_diputuskan")
		self.assertEqual(frappe.db.count("SKP Hasil Kerja", {"penugasan": tugas.name}), 1)
		skp = frappe.get_doc("SKP", tugas.reload().skp)
		with as_user(self.instansi.user["petugas"]):
			skp.append("hasil_kerja", make_hasil_kerja("Rahasia bagian lain"))
			skp.append("indikator", make_indikator(hasil_kerja_ke=2))
			skp.save()
		move(skp, skp.pegawai_user, Tahap.DIAJUKAN)
		move(skp, skp.penilai_user, Tahap.DITETAPKAN)
		frappe.flags.current_date = date(2025, 4, 5)
		make_realisasi(skp, 3, {skp.indikator[0].kunci: 500, skp.indikator[1].kunci: 77})
		halaman = self.open("kolega", alamat)
		self.assertIn("Kumulatif : 500 keluarga", halaman.teks.replace("Kumulatif:", "Kumulatif :"))
		for rahasia in ("Rahasia bagian lain", "77", "Buka SKP"):
			self.assertNotIn(rahasia, halaman.teks)
		isian = {"sifat": "Positif", "isi": "Petanya lengkap"}
		for _kali in range(2):
			self.assertEqual(self.send("kolega", alamat, "umpan_balik", **isian).pesan, "umpan_balik")
		self.assertEqual(frappe.db.count("Umpan Balik Kinerja", {"penugasan": tugas.name}), 1)
		self.assertIn("Petanya lengkap", self.open("petugas", "/kinerja").teks)
		self.assertIn("Buka SKP", self.open("petugas", alamat).teks)

	def test_a_volunteer_by_nip_or_for_an_outside_body(self):
		pimpinan = self.instansi.pegawai["tetangga"]
		frappe.db.set_value("Employee", pimpinan, "jenis_jabatan", "Jabatan Fungsional")
		nip = frappe.db.get_value("Employee", pimpinan, "nip")
		cari = self.open("petugas", f"/kinerja/penugasan?form=ajukan&cari={nip}")
		self.assertIn("Dinas Tetangga Uji", cari.teks)
		alamat = f"/kinerja/penugasan?form=ajukan&nomor={nip}"
		self.assertEqual(self.send("petugas", alamat, "kirim", **self.isian).pesan, "penugasan")
		self.assertEqual(self.get_tugas().nama_pemberi, "Tetangga")
		luar = "/kinerja/penugasan?form=ajukan&luar_instansi=1"
		isian = {**self.isian, "uraian": "Terlaksananya pelatihan", "luar": "Kedutaan Besar, Atase"}
		for _kali in range(2):
			self.assertEqual(self.send("petugas", luar, "kirim", **isian).pesan, "penugasan")
		self.assertEqual(frappe.db.count(DOKUMEN, {"pemberi_luar": "Kedutaan Besar, Atase"}), 1)

	def test_who_assigns_may_be_no_asn_and_who_is_assigned_is_one(self):
		perwira = add_pegawai(self.instansi, "perwira", 95, self.instansi.unit, company="Dinas Tetangga Uji")
		perwira_memimpin = {
			"nip": None,
			"nrp": "78051234",
			"jenis_jabatan": "Jabatan Pimpinan Tinggi Pratama",
		}
		frappe.db.set_value("Employee", perwira, perwira_memimpin)
		kepala = self.instansi.pegawai["kepala"]
		frappe.db.set_value("Employee", kepala, "nip", None)
		self.assertIn("Kepala", self.open("petugas", "/kinerja/penugasan?form=ajukan&cari=kepala").teks)
		cari = self.open("petugas", "/kinerja/penugasan?form=ajukan&cari=" + quote("NRP. 7805 1234"))
		self.assertIn("Dinas Tetangga Uji", cari.teks)
		for lain in ("perwira", "7805123"):
			halaman = self.open("petugas", f"/kinerja/penugasan?form=ajukan&cari={lain}")
			self.assertNotIn("Dinas Tetangga Uji", halaman.teks)
		for bukan_asn in ("78051234", "kepala"):
			halaman = self.open("penilai", f"/kinerja/penugasan?form=tugaskan&cari={bukan_asn}")
			self.assertNotIn("Pilih", halaman.teks)
		alamat = "/kinerja/penugasan?form=ajukan&nomor=78051234"
		self.assertEqual(self.send("petugas", alamat, "kirim", **self.isian).pesan, "penugasan")
		self.assertEqual(self.get_tugas().pemberi, perwira)

	def test_a_nip_is_found_as_it_was_pasted_and_what_spoils_it_is_named(self):
		nip = frappe.db.get_value("Employee", self.instansi.pegawai["tetangga"], "nip")
		alamat = "/kinerja/penugasan?form=ajukan&cari="
		tempelan = f"NIP. {nip[:8]}\u00a0{nip[8:14]} {nip[14]}-{nip[15:]}\u200b"
		self.assertIn("Dinas Tetangga Uji", self.open("petugas", alamat + quote(tempelan)).teks)
		for cari, pesan in (
			(f"{nip[:17]}O", 'NIP memuat tanda "O" sesudah 17 angka'),
			("1,967E+17", "sehingga angka terakhirnya hilang. Ubah format kolomnya menjadi Teks"),
		):
			self.assertIn(pesan, self.open("petugas", alamat + quote(cari)).teks)

	def test_people_of_other_agencies_are_not_found_by_name_or_record(self):
		self.assertIn(
			"Tidak ditemukan", self.open("kolega", "/kinerja/penugasan?form=tugaskan&cari=tetangga").teks
		)
		alamat = f"/kinerja/penugasan?form=tugaskan&pegawai={self.instansi.pegawai['tetangga']}"
		halaman = self.open("kolega", alamat)
		self.assertNotIn("Tetangga", halaman.teks)
		self.assertIn("Pilih dahulu pegawai", self.send("kolega", alamat, "kirim", **self.isian).get_galat())

	def test_a_refusal_keeps_what_was_typed(self):
		isian = {**self.isian, "iki-0-min": "1,040", "dari": "kemarin"}
		halaman = self.send("kolega", self.alamat, "kirim", **isian)
		self.assertIn("dapat berarti", halaman.get_galat())
		self.assertIn("bukan tanggal", halaman.get_galat())
		self.assertEqual(halaman.get_nilai("uraian"), HASIL)
		self.assertEqual(frappe.db.count(DOKUMEN), 0)

	def test_what_is_missing_is_said_in_the_words_of_this_form(self):
		isian = {**self.isian, "uraian": " ", "iki-0-indikator": ""}
		galat = self.send("kolega", self.alamat, "kirim", **isian).get_galat()
		for kalimat in ("Tulis rencana hasil kerja", "Tulis indikator kinerja individunya"):
			self.assertIn(kalimat, galat)
		self.assertNotIn("hapus baris ini", galat)

	def test_its_maker_withdraws_it_and_others_have_no_page(self):
		self.send("kolega", self.alamat, "kirim", **self.isian)
		alamat = f"/kinerja/penugasan?name={self.get_tugas().name}"
		self.assertFalse(self.open("petugas", alamat).has_tombol("tarik"))
		self.assertTrue(self.send("petugas", alamat, "setujui").get_galat())
		self.assertEqual(self.open("tetangga", alamat).status, 404)
		self.assertEqual(self.send("kolega", alamat, "tarik").pesan, "penugasan_ditarik")
		self.assertIn("Tidak ada yang menunggu Anda", self.open("penilai", "/kinerja/tim").teks)

	def test_a_notice_leads_to_it(self):
		self.send("kolega", self.alamat, "kirim", **self.isian)
		nama = self.get_tugas().name
		jawaban = self.open("penilai", f"/kinerja/buka?jenis=Penugasan+Kinerja&name={nama}")
		self.assertEqual(jawaban.tujuan, f"/kinerja/penugasan?name={nama}")
