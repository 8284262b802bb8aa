"""What follows from the employees' data, whenever and in whatever order it is entered: drafts, roles, superiors."""

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PEGAWAI, PENGELOLA, PENILAI
from kinerja_asn.permissions.hooks import can_read
from kinerja_asn.portal.perencanaan.skp import read_dokumen, save_isian
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send
from kinerja_asn.services.orang.bawahan import get_bawahan
from kinerja_asn.services.orang.lingkaran import find_lingkaran
from kinerja_asn.services.orang.peran import sync_semua_peran
from kinerja_asn.services.orang.pihak import snapshot_pihak
from kinerja_asn.services.perencanaan.data_pegawai import mend_data
from kinerja_asn.services.perencanaan.skp.draf import MENYERTAI_SKP, follow_semua_draf
from kinerja_asn.tests.basis import UjiKinerja, watch_query
from kinerja_asn.tests.factories import as_user, make_nip, make_skp, make_user
from kinerja_asn.tests.test_pembukaan import UjiPembukaan as _UjiPembukaan


class UjiPegawai(UjiKinerja):
	def edit(self, nama: str, **isi):
		"""As HR does it in the form."""
		doc = frappe.get_doc("Employee", self.instansi.pegawai[nama])
		doc.update(isi).save()
		return doc

	def set_pegawai(self, nama: str, **nilai) -> None:
		"""As data that came in without Employee's checks and events."""
		frappe.db.set_value("Employee", self.instansi.pegawai[nama], nilai)

	def make_pegawai(self, nama: str, urutan: int, **isi):
		contoh = frappe.get_doc("Employee", self.instansi.pegawai["petugas"])
		baru = frappe.copy_doc(contoh)
		kosong = {
			"lft": 0,
			"rgt": 0,
			"user_id": None,
			"reports_to": None,
			"nip": make_nip(urutan),
			"first_name": nama,
		}
		return baru.update({**kosong, **isi}).insert()

	def get_peran(self, user: str) -> set[str]:
		saring = {"parent": user, "role": ("in", (PEGAWAI, PENILAI, PENGELOLA))}
		return set(frappe.get_all("Has Role", saring, pluck="role"))


class TestPeran(UjiPegawai):
	def test_a_superior_whose_account_comes_in_a_later_row_becomes_penilai(self):
		atasan = self.make_pegawai("Atasan", 201)
		self.make_pegawai("Bawahan", 202, reports_to=atasan.name)
		user = make_user("atasan.baru@uji.example", "Atasan")
		atasan.reload().update({"user_id": user}).save()
		self.assertEqual(self.get_peran(user), {PEGAWAI, PENILAI})

	def test_people_whose_nip_comes_later_make_their_superior_penilai(self):
		user = make_user("atasan.lain@uji.example", "Atasan")
		atasan = self.make_pegawai("Atasan", 203, user_id=user)
		bawahan = self.make_pegawai("Bawahan", 204, nip=None, reports_to=atasan.name)
		self.assertEqual(self.get_peran(user), {PEGAWAI})
		bawahan.reload().update({"nip": make_nip(204)}).save()
		self.assertEqual(self.get_peran(user), {PEGAWAI, PENILAI})

	def test_the_last_of_his_people_gone_he_is_penilai_no_more(self):
		user = make_user("atasan.sepi@uji.example", "Atasan")
		atasan = self.make_pegawai("Atasan", 205, user_id=user)
		bawahan = self.make_pegawai("Bawahan", 206, reports_to=atasan.name)
		bawahan.reload().update({"reports_to": self.instansi.pegawai["kepala"]}).save()
		self.assertEqual(self.get_peran(user), {PEGAWAI})

	def test_a_document_that_names_him_keeps_him_penilai(self):
		make_skp(self.instansi)
		for nama in ("petugas", "kolega"):
			self.edit(nama, reports_to=self.instansi.pegawai["kepala"])
		self.assertIn(PENILAI, self.get_peran(self.instansi.user["penilai"]))

	def test_an_assignment_gives_the_role_and_its_deletion_takes_it(self):
		auditor = self.instansi.user["auditor"]
		penugasan = frappe.get_doc(
			doctype="Penugasan Penilai",
			pegawai=self.instansi.pegawai["petugas"],
			penilai=self.instansi.pegawai["auditor"],
			dari="2025-01-01",
		).insert()
		self.assertIn(PENILAI, self.get_peran(auditor))
		penugasan.delete()
		self.assertNotIn(PENILAI, self.get_peran(auditor))

	def test_the_daily_look_mends_what_went_past_the_form(self):
		kolega = self.instansi.user["kolega"]
		frappe.get_doc("User", kolega).add_roles(PENILAI)
		petugas = self.instansi.user["petugas"]
		frappe.get_doc("User", petugas).remove_roles(PEGAWAI)
		berubah = sync_semua_peran()
		self.assertEqual((berubah[kolega], berubah[petugas]), ((set(), {PENILAI}), ({PEGAWAI}, set())))
		self.assertEqual((self.get_peran(kolega), self.get_peran(petugas)), ({PEGAWAI}, {PEGAWAI}))
		self.assertEqual(sync_semua_peran(), {})

	def test_roles_that_hr_gives_are_left_alone(self):
		sync_semua_peran()
		self.assertIn(PENGELOLA, self.get_peran(self.instansi.user["pengelola"]))


class TestDrafMengikuti(_UjiPembukaan, UjiPegawai):
	def open_tanpa(self, nama: str, **kosong):
		self.set_pegawai(nama, **kosong)
		self.open_periode()
		return self.get_skp(nama)

	def test_his_first_account_opens_the_draft(self):
		"""The first hour on an empty site: the period was opened before there were accounts."""
		skp = self.open_tanpa("petugas", user_id=None)
		self.assertIsNone(skp.pegawai_user)
		user = self.instansi.user["petugas"]
		self.edit("petugas", user_id=user)
		self.assertTrue(can_read("SKP", skp.name, user))
		with as_user(user):
			frappe.get_doc("SKP", skp.name).save()

	def test_a_superior_entered_later_is_the_drafts_penilai(self):
		skp = self.open_tanpa("petugas", reports_to=None)
		self.assertEqual((skp.penilai, skp.penetap_user), (None, None))
		self.edit("petugas", reports_to=self.instansi.pegawai["penilai"])
		skp.reload()
		self.assertEqual(
			(skp.penilai, skp.penetap_user), (self.instansi.pegawai["penilai"], self.instansi.user["penilai"])
		)
		self.assertEqual(skp.atasan_penilai_user, self.instansi.user["kepala"])

	def test_post_unit_and_grade_follow_and_with_them_the_form(self):
		self.open_periode()
		jabatan = {"jenis_jabatan": "Jabatan Pimpinan Tinggi Pratama", "pangkat_golongan": "Pembina / IV.a"}
		self.edit("petugas", department="Sekretariat Uji - DUK", **jabatan)
		skp = self.get_skp("petugas")
		self.assertEqual((skp.unit_kerja, skp.pangkat_pegawai), ("Sekretariat Uji - DUK", "Pembina / IV.a"))
		self.assertEqual((skp.jenis_jabatan, skp.formulir), ("Jabatan Pimpinan Tinggi Pratama", "A.1.2"))

	def test_what_the_penilai_is_called_follows_in_all_his_peoples_drafts(self):
		self.open_periode()
		self.edit("penilai", pangkat_golongan="Pembina / IV.a")
		for nama in ("petugas", "kolega"):
			self.assertEqual(self.get_skp(nama).pangkat_penilai, "Pembina / IV.a")

	def test_another_superior_of_the_penilai_is_the_drafts_atasan(self):
		self.open_periode()
		self.edit("penilai", reports_to=self.instansi.pegawai["auditor"])
		self.assertEqual(self.get_skp("petugas").atasan_penilai, self.instansi.pegawai["auditor"])

	def test_an_assignment_is_followed_at_once(self):
		self.open_periode()
		frappe.get_doc(
			doctype="Penugasan Penilai",
			pegawai=self.instansi.pegawai["petugas"],
			penilai=self.instansi.pegawai["kepala"],
			dari="2025-01-01",
		).insert()
		self.assertEqual(self.get_skp("petugas").penilai, self.instansi.pegawai["kepala"])

	def test_opening_again_mends_what_went_past_the_form(self):
		skp = self.open_tanpa("petugas", user_id=None, reports_to=None)
		self.set_pegawai(
			"petugas", user_id=self.instansi.user["petugas"], reports_to=self.instansi.pegawai["penilai"]
		)
		doc = self.open_periode()
		skp.reload()
		self.assertEqual(
			(skp.pegawai_user, skp.penilai), (self.instansi.user["petugas"], self.instansi.pegawai["penilai"])
		)
		self.assert_jumlah(doc, dibuat=0, sudah_ada=7)

	def test_the_daily_look_mends_it_too_and_then_finds_nothing(self):
		skp = self.open_tanpa("petugas", user_id=None)
		self.set_pegawai("petugas", user_id=self.instansi.user["petugas"])
		self.assertEqual(follow_semua_draf(), 1)
		self.assertEqual(skp.reload().pegawai_user, self.instansi.user["petugas"])
		self.assertEqual(follow_semua_draf(), 0)

	def test_whoever_has_written_in_it_sees_no_change_under_his_hands(self):
		self.open_periode()
		skp = self.get_skp("petugas")
		with as_user(skp.pegawai_user):
			skp.save()
		self.edit("petugas", reports_to=self.instansi.pegawai["kepala"])
		self.assertEqual(skp.reload().penilai, self.instansi.pegawai["penilai"])
		with as_user(skp.pegawai_user):
			skp.save()  # saving takes the parties afresh
		self.assertEqual(skp.penilai, self.instansi.pegawai["kepala"])

	def test_the_page_can_still_be_sent_by_who_has_it_open(self):
		self.open_periode()
		terlihat = self.get_skp("petugas")
		self.edit("penilai", pangkat_golongan="Pembina / IV.a")
		skp = self.get_skp("petugas")
		with as_user(skp.pegawai_user):
			save_isian(skp, read_dokumen(terlihat), str(terlihat.modified))
		self.assertEqual(skp.reload().pangkat_penilai, "Pembina / IV.a")

	def test_in_another_agency_the_draft_stays_where_it_was(self):
		self.open_periode()
		self.set_pegawai("petugas", company="Dinas Tetangga Uji")
		follow_semua_draf()
		self.assertEqual(self.get_skp("petugas").instansi, self.instansi.name)

	def test_as_many_queries_for_one_as_for_all(self):
		self.open_periode()
		self.set_pegawai("petugas", pangkat_golongan="Pembina / IV.a")
		with watch_query() as sedikit:
			follow_semua_draf()
		for nama in ("petugas", "kolega", "pengelola_unit"):
			self.set_pegawai(nama, pangkat_golongan="Penata / III.c", department="Sekretariat Uji - DUK")
		with watch_query() as banyak:
			self.assertEqual(follow_semua_draf(), 3)
		# His unit is kept by the plan and by each kind of document beside it.
		self.assertLessEqual(banyak.call_count, sedikit.call_count + 1 + len(MENYERTAI_SKP))

	def test_nobody_is_told_of_a_draft_that_he_cannot_open(self):
		self.set_pegawai("petugas", user_id=None)
		frappe.get_doc("User", self.instansi.user["kolega"]).remove_roles(PEGAWAI)
		self.open_periode()
		milik = {"document_type": "SKP", "document_name": ("like", f"SKP-{self.periode}-%")}
		diberi_tahu = frappe.get_all("Notification Log", milik, ["for_user", "document_name"])
		self.assertNotIn(self.instansi.user["kolega"], {row.for_user for row in diberi_tahu})
		self.assertTrue(diberi_tahu)
		for row in diberi_tahu:
			self.assertTrue(can_read("SKP", row.document_name, row.for_user), row)


class TestLingkaran(UjiPegawai):
	def make_lingkaran(self) -> None:
		self.set_pegawai("kepala", reports_to=self.instansi.pegawai["penilai"])

	def test_nobody_is_his_own_atasan(self):
		self.make_lingkaran()
		kepala, penilai = (snapshot_pihak(self.instansi.pegawai[nama]) for nama in ("kepala", "penilai"))
		self.assertEqual(
			(kepala["penilai"], kepala["atasan_penilai"]), (self.instansi.pegawai["penilai"], None)
		)
		self.assertEqual(
			(penilai["penilai"], penilai["atasan_penilai"]), (self.instansi.pegawai["kepala"], None)
		)
		petugas = snapshot_pihak(self.instansi.pegawai["petugas"])
		self.assertEqual(petugas["atasan_penilai"], self.instansi.pegawai["kepala"])

	def test_nobody_is_his_own_penilai_whatever_the_data_say(self):
		diri = self.instansi.pegawai["petugas"]
		self.set_pegawai("petugas", reports_to=diri)
		self.assertIsNone(snapshot_pihak(diri)["penilai"])
		self.assertEqual(get_bawahan([diri]), [])

	def test_a_stand_in_for_his_own_superiors_superior_is_not_his_own(self):
		"""The kabid stands in as Penilai of the head who becomes his own Penilai past Employee's checks."""
		self.set_pegawai("penilai", reports_to=None)
		frappe.get_doc(
			doctype="Penugasan Penilai",
			pegawai=self.instansi.pegawai["kepala"],
			penilai=self.instansi.pegawai["penilai"],
			jenis="Plt.",
			dari="2025-01-01",
		).insert()
		self.set_pegawai("penilai", reports_to=self.instansi.pegawai["kepala"])
		self.assertIsNone(snapshot_pihak(self.instansi.pegawai["penilai"])["atasan_penilai"])
		nama = {row.employee_name for daftar in find_lingkaran(self.instansi.name) for row in daftar}
		self.assertEqual(nama, {"Kepala", "Penilai"})

	def test_circles_are_found_whole_and_once(self):
		self.assertEqual(find_lingkaran(self.instansi.name), [])
		self.make_lingkaran()
		self.set_pegawai("auditor", reports_to=self.instansi.pegawai["auditor"])
		daftar = [{row.employee_name for row in orang} for orang in find_lingkaran(self.instansi.name)]
		self.assertCountEqual(daftar, [{"Kepala", "Penilai"}, {"Auditor"}])
		self.assertEqual(find_lingkaran("Dinas Tetangga Uji"), [])

	def test_the_rest_plans_reports_and_sets(self):
		self.make_lingkaran()
		self.assertEqual(make_skp(self.instansi).tahap, Tahap.DITETAPKAN)
		self.assertIsNone(make_skp(self.instansi, "penilai").atasan_penilai)


class TestPembukaanDenganLingkaran(_UjiPembukaan):
	def test_a_period_is_opened_for_all(self):
		self.set_pegawai("kepala", reports_to=self.instansi.pegawai["penilai"])
		doc = self.open_periode()
		self.assert_jumlah(doc, dibuat=7, galat=0)
		self.assertIsNone(self.get_skp("kepala").atasan_penilai)

	def test_his_own_superior_is_named_as_to_be_mended(self):
		self.set_pegawai("petugas", reports_to=self.instansi.pegawai["petugas"])
		doc = self.open_periode()
		self.assertIn("dirinya sendiri", doc.galat[0].pesan)


class TestTemuanHarian(UjiPegawai):
	def get_kabar(self, nama: str = "pengelola") -> list[str]:
		saring = {"for_user": self.instansi.user[nama], "document_type": "Periode Kinerja"}
		return frappe.get_all("Notification Log", saring, pluck="email_content", order_by="creation")

	def test_hr_is_told_in_words_and_once(self):
		self.set_pegawai("kepala", reports_to=self.instansi.pegawai["penilai"])
		self.set_pegawai("kolega", user_id=None)
		frappe.db.set_value("User", self.instansi.user["penilai"], "enabled", 0)
		mend_data()
		(kabar,) = self.get_kabar()
		for kalimat in (
			"Saling menjadi atasan: Kepala, Penilai.",
			"Belum memiliki akun, sehingga tidak dapat membuka SKP-nya: 1 orang (Kolega).",
			"Pejabat Penilai dengan akun dinonaktifkan: 1 orang (Penilai).",
		):
			self.assertIn(kalimat, kabar)
		mend_data()
		self.assertEqual(len(self.get_kabar()), 1)
		self.assertEqual(self.get_kabar("tetangga"), [])

	def test_in_order_nobody_is_told(self):
		mend_data()
		self.assertEqual(self.get_kabar(), [])


class TestPenerimaKabar(UjiPegawai):
	def tell(self, nama: str) -> int:
		kabar = Kabar("Ada yang menunggu", "Baca.", "Buka")
		user = self.instansi.user[nama]
		return send([Pemberitahuan(user, "Periode Kinerja", self.instansi.periode, lambda: kabar)])

	def test_nobody_is_told_who_does_not_read_it(self):
		self.assertEqual(self.tell("kepala"), 1)
		frappe.db.set_value("User", self.instansi.user["petugas"], "enabled", 0)
		self.set_pegawai("kolega", status="Left")
		user = make_user("tanpa.peran@uji.example", "Tanpa Peran")
		self.instansi.user["tanpa_peran"] = user
		self.addCleanup(self.instansi.user.pop, "tanpa_peran")
		for nama in ("petugas", "kolega", "tanpa_peran"):
			with self.subTest(nama):
				self.assertEqual(self.tell(nama), 0)

	def test_who_came_back_under_another_record_is_told(self):
		self.set_pegawai("kolega", status="Left", user_id=None)
		user = self.instansi.user["kolega"]
		self.make_pegawai("Kolega", 207, user_id=user)
		self.assertEqual(self.tell("kolega"), 1)
