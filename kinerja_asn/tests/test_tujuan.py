"""A notice leads to the page on which its reader acts: portal for staff and Penilai, desk for those who run the system."""

from html import unescape
from urllib.parse import quote, urlsplit

import frappe
from frappe.utils import get_url, get_url_to_form

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PEGAWAI, PENGELOLA, PENILAI
from kinerja_asn.portal.saya import get_pemberitahuan
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send
from kinerja_asn.services.situs.tujuan import get_alamat_antrean, get_tautan
from kinerja_asn.tests.factories import (
	as_user,
	make_akun_surel,
	make_evaluasi,
	make_kinerja_unit,
	make_realisasi,
	make_skp,
	read_surel,
)
from kinerja_asn.tests.test_penugasan import make_penugasan
from kinerja_asn.tests.test_portal_dasar import UjiPortal

PENGURUS = ("pengelola", "pengelola_unit", "auditor")


class UjiTujuan(UjiPortal):
	def follow(self, nama: str, doc) -> str:
		"""Where ``nama`` arrives who opens what he was told about ``doc``."""
		halaman = self.open(nama, get_tautan(doc.doctype, doc.name))
		return halaman.tujuan if halaman.status == 302 else str(halaman.status)

	def get_form(self, doc) -> str:
		return urlsplit(get_url_to_form(doc.doctype, doc.name)).path

	def get_log(self, nama: str, doc):
		return frappe.get_last_doc(
			"Notification Log", {"for_user": self.instansi.user[nama], "document_name": doc.name}
		)


class TestTujuan(UjiTujuan):
	def test_of_a_plan_each_reader_has_his_page(self):
		skp = make_skp(self.instansi)
		self.assertEqual(self.follow("petugas", skp), f"/kinerja/skp?name={skp.name}")
		for nama in ("penilai", "kepala"):
			self.assertEqual(self.follow(nama, skp), f"/kinerja/tim/skp?name={skp.name}", nama)
		for nama in PENGURUS:
			self.assertEqual(self.follow(nama, skp), self.get_form(skp), nama)
		self.assertEqual(self.follow("kolega", skp), "404")

	def test_of_a_report_and_an_evaluation(self):
		skp = make_skp(self.instansi)
		realisasi = make_realisasi(skp, 3, 70)
		make_kinerja_unit(self.instansi)
		evaluasi = make_evaluasi(self.instansi, skp)
		self.assertEqual(self.follow("petugas", realisasi), f"/kinerja/realisasi?skp={skp.name}&masa=3")
		self.assertEqual(self.follow("penilai", realisasi), f"/kinerja/tim/realisasi?name={realisasi.name}")
		self.assertEqual(self.follow("penilai", evaluasi), f"/kinerja/tim/evaluasi?name={evaluasi.name}")
		self.assertEqual(self.follow("petugas", evaluasi), "404")
		for nama in PENGURUS:
			self.assertEqual(self.follow(nama, realisasi), self.get_form(realisasi), nama)
			self.assertEqual(self.follow(nama, evaluasi), self.get_form(evaluasi), nama)

	def test_of_an_assignment_all_parties_have_one_page(self):
		make_skp(self.instansi)
		tugas = make_penugasan(self.instansi)
		for nama in ("petugas", "penilai", "kolega"):
			self.assertEqual(self.follow(nama, tugas), f"/kinerja/penugasan?name={tugas.name}", nama)
		self.assertEqual(self.follow("pengelola", tugas), self.get_form(tugas))

	def test_of_feedback_the_employee_reads_his_start_page(self):
		skp = make_skp(self.instansi)
		with as_user(skp.penilai_user):
			umpan_balik = frappe.get_doc(
				doctype="Umpan Balik Kinerja",
				skp=skp.name,
				tanggal="2025-06-30",
				sasaran="Umum",
				sifat="Perlu Perbaikan",
				isi="Lebih cepat",
			).insert()
		self.assertEqual(self.follow("petugas", umpan_balik), f"/kinerja?skp={skp.name}")
		self.assertEqual(self.follow("penilai", umpan_balik), f"/kinerja/tim/skp?name={skp.name}")
		self.assertEqual(self.follow("auditor", umpan_balik), self.get_form(umpan_balik))

	def test_who_runs_the_system_acts_on_his_own_in_the_portal(self):
		skp = make_skp(self.instansi, "pengelola")
		self.assertEqual(self.follow("pengelola", skp), f"/kinerja/skp?name={skp.name}")
		self.assertEqual(self.follow("auditor", skp), self.get_form(skp))

	def test_what_hr_keeps_is_in_the_desk_for_hr_alone(self):
		periode = frappe.get_doc("Periode Kinerja", self.instansi.periode)
		self.assertEqual(self.follow("pengelola", periode), self.get_form(periode))
		self.assertEqual(self.follow("petugas", periode), "/kinerja")

	def test_an_address_that_names_something_else_leads_nowhere_else(self):
		for jenis in ("User", "DocType", "Tidak Ada", "https://jahat.example"):
			for nama in ("petugas", "pengelola"):
				alamat = f"/kinerja/buka?jenis={quote(jenis, safe='')}&name=Administrator"
				self.assertEqual(self.open(nama, alamat).tujuan, "/kinerja", jenis)

	def test_several_that_wait_are_in_the_list_of_that_role(self):
		"""A bare list of all plans does not say which two of them wait for HR."""
		self.assertEqual(get_alamat_antrean(PENILAI), "/kinerja/tim")
		self.assertEqual(get_alamat_antrean(PEGAWAI), "/kinerja")
		for peran in (PENGELOLA, "Verifikator Buatan"):
			self.assertEqual(get_alamat_antrean(peran), "/kinerja/periksa")


class TestJalan(UjiTujuan):
	"""Every way by which somebody is told keeps the same address."""

	def test_a_notice_of_ours_in_both_bells_and_in_its_text(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		log = self.get_log("penilai", skp)
		self.assertEqual(log.link, get_tautan("SKP", skp.name))
		self.assertIn(f'href="{get_url(log.link)}"', unescape(log.email_content))
		with as_user(skp.penilai_user):
			self.assertEqual(get_pemberitahuan()[0].alamat, log.link)

	def test_a_notice_by_a_notification_that_hr_may_change(self):
		skp = make_skp(self.instansi)
		log = self.get_log("petugas", skp)
		self.assertEqual(log.subject, "SKP Anda sudah ditetapkan")
		self.assertEqual(log.link, get_tautan("SKP", skp.name))
		self.assertIn(f'href="{get_url(log.link)}"', unescape(log.email_content))

	def test_what_frappe_tells_of_a_document_of_ours(self):
		periode = frappe.get_doc("Periode Kinerja", self.instansi.periode)
		self.assertEqual(self.tell(periode).link, get_tautan("Periode Kinerja", periode.name))
		lain = frappe.get_doc("Company", self.instansi.name)
		self.assertFalse(self.tell(lain).link)

	def tell(self, doc):
		"""As Frappe does for an assignment, a mention, a share."""
		return frappe.get_doc(
			doctype="Notification Log",
			for_user=self.instansi.user["pengelola"],
			type="Mention",
			document_type=doc.doctype,
			document_name=doc.name,
			subject="Baca",
		).insert(ignore_permissions=True)

	def test_another_page_is_kept_where_one_is_named(self):
		kabar = Kabar("Ada yang perlu dibenahi", "Baca.", "Buka")
		user = self.instansi.user["pengelola"]
		send([Pemberitahuan(user, "Periode Kinerja", self.instansi.periode, lambda: kabar, "/kinerja/unit")])
		log = frappe.get_last_doc("Notification Log", {"for_user": user})
		self.assertEqual(log.link, "/kinerja/unit")
		self.assertIn(f'href="{get_url("/kinerja/unit")}"', log.email_content)

	def test_frappes_own_mail_of_a_mention_leads_there_too(self):
		make_akun_surel()
		periode = frappe.get_doc("Periode Kinerja", self.instansi.periode)
		terkirim = set(frappe.get_all("Email Queue", pluck="name"))
		self.tell(periode)
		(surel,) = set(frappe.get_all("Email Queue", pluck="name")) - terkirim
		pesan = read_surel(frappe.db.get_value("Email Queue", surel, "message"))
		self.assertIn(get_url(get_tautan("Periode Kinerja", periode.name)), pesan)
		self.assertNotIn(get_url_to_form("Periode Kinerja", periode.name), pesan)
