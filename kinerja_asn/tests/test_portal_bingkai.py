"""The frame around every page: identity, ways out, the words of a lost session, other apps' hooks, headers, addresses of files."""

import os
import re
from pathlib import Path
from unittest.mock import Mock, patch

import frappe
from frappe.website.serve import get_response
from werkzeug.wrappers import Response

from kinerja_asn.constants.bahasa import BAHASA, BAHASA_DAERAH
from kinerja_asn.constants.peran import AUDITOR, PEGAWAI
from kinerja_asn.portal.dasar import aset
from kinerja_asn.portal.dasar.aset import get_alamat_aset
from kinerja_asn.portal.dasar.perender import explain_gangguan
from kinerja_asn.tests.factories import as_user
from kinerja_asn.tests.test_portal_dasar import Halaman, UjiPortal, permintaan


def add_hook(nama: str, nilai):
	"""A context in which another app has the hook ``nama``."""
	asli = frappe.get_hooks
	return patch.object(
		frappe, "get_hooks", lambda hook=None, *a, **kw: nilai if hook == nama else asli(hook, *a, **kw)
	)


class TestBingkai(UjiPortal):
	def setUp(self):
		super().setUp()
		self.bahasa_tamu = frappe.db.get_value("User", "Guest", "language")

	def get_kepala(self, nama: str, path: str = "/kinerja/pohon") -> str:
		return self.open(nama, path).html.partition("<main")[0]

	def test_the_menu_says_who_is_signed_in(self):
		frappe.db.set_value("Employee", self.instansi.pegawai["petugas"], "employee_name", "<b>Siti</b>")
		nip = frappe.db.get_value("Employee", self.instansi.pegawai["petugas"], "nip")
		kepala = self.get_kepala("petugas")
		for teks in ("&lt;b&gt;Siti&lt;/b&gt;", f"NIP {nip}", "Jabatan Petugas", "/update-password"):
			self.assertIn(teks, kepala)
		self.assertNotIn('"/me"', kepala, "Frappe's account page offers him the desk")
		self.assertIn('"/me"', self.get_kepala("pengelola"))
		self.assertNotIn("Siti", self.get_kepala("penilai"), "what is kept between requests knows no user")

	def test_an_officer_is_named_with_his_nrp_and_a_head_of_region_without_a_number(self):
		for nomor, tampil in (({"nrp": "78051234"}, ["NRP 78051234"]), ({"nrp": None}, [])):
			frappe.db.set_value("Employee", self.instansi.pegawai["penilai"], {"nip": None, **nomor})
			kepala = self.get_kepala("penilai", "/kinerja/tim")
			self.assertEqual(re.findall(r"N[IR]P[ \d]*", kepala), tampil)
			self.assertIn("Penilai", kepala)

	def test_the_way_to_the_desk_is_for_whoever_may_use_it(self):
		self.assertIn("Pengelolaan", self.get_kepala("pengelola"))
		desk = [PEGAWAI, "All", "Desk User"]
		for roles, ada in (
			([PEGAWAI], False),
			(desk, False),
			([*desk, "Employee"], False),  # ERPNext gives it to everybody who has an Employee record
			([*desk, "Employee", "Accounts User"], True),
		):
			with patch.object(frappe, "get_roles", return_value=roles):
				kepala = self.get_kepala("petugas")
			self.assertEqual(bool(re.search(r'href="[^"]*/(app|desk)">Buka desk', kepala)), ada, roles)

	def test_the_page_is_in_the_readers_language(self):
		self.open("petugas", "/kinerja/pohon")
		frappe.local.lang = "en"
		kepala = self.get_kepala("petugas")
		self.assertIn('<html lang="en">', kepala)
		self.assertIn("Change password", kepala)
		frappe.local.lang = "id"
		self.assertIn("Ubah kata sandi", self.get_kepala("petugas"))

	def test_the_first_stop_of_the_keyboard_leads_past_the_menu(self):
		html = self.open("petugas", "/kinerja").html
		self.assertEqual(
			re.search(r"<(?:a|button|summary|input)[^>]*>", html)[0], '<a class="kb-lompat" href="#isi">'
		)
		self.assertIn('<main id="isi" tabindex="-1">', html)

	def test_a_guest_has_the_same_frame_without_a_menu(self):
		halaman = self.open("Guest", "/kinerja/keluar")
		self.assertEqual(halaman.status, 200)
		self.assertIn("Anda sudah keluar", halaman.teks)
		self.assertNotRegex(halaman.html, "csrf_token|kb-akun|portal.js")

	def test_the_mark_leads_everybody_to_where_he_starts(self):
		for nama, alamat in (("petugas", "/kinerja"), ("Guest", "/kinerja"), ("Administrator", "/kinerja")):
			self.assertIn(f'class="kb-merek" href="{alamat}">', self.open(nama, "/kinerja/keluar").html)
		with patch.object(frappe, "get_roles", return_value=[AUDITOR]):
			self.assertIn('class="kb-merek" href="/kinerja/buka">', self.get_kepala("auditor"))

	def test_the_language_is_chosen_in_the_menu_for_oneself_alone(self):
		kepala = self.get_kepala("petugas", "/kinerja/pohon?periode=")
		self.assertRegex(
			kepala, r'action="/kinerja/bahasa".*csrf_token.*name="kembali" value="/kinerja/pohon\?periode="'
		)
		self.assertIn('value="id" lang="id" aria-current="true">Bahasa Indonesia', kepala)
		isian = {"bahasa": "en", "kembali": "/kinerja/pohon", "user": self.instansi.user["kolega"]}
		halaman = self.open("petugas", "/kinerja/bahasa", isian)
		self.assertEqual((halaman.status, halaman.tujuan), (303, "/kinerja/pohon"))
		bahasa = {
			nama: frappe.db.get_value("User", self.instansi.user[nama], "language")
			for nama in ("petugas", "kolega")
		}
		self.assertEqual(bahasa, {"petugas": "en", "kolega": "id"})

	def test_a_language_that_the_app_does_not_speak_is_refused(self):
		for kode in ("xx", "", "<script>"):
			halaman = self.open("petugas", "/kinerja/bahasa", {"bahasa": kode, "kembali": "//evil.example"})
			self.assertIn("Bahasa ini belum tersedia.", halaman.get_galat())
			self.assertEqual(halaman.get_nilai("kembali"), "/kinerja")
		self.assertEqual(self.open("Guest", "/kinerja/bahasa", {"bahasa": "en"}).status, 302)
		self.assertEqual(frappe.db.get_value("User", "Guest", "language"), self.bahasa_tamu)

	def test_a_guest_reads_the_sites_language_even_where_frappe_asks_too_early(self):
		"""v15 reads it before there is a session: every guest would be answered in English."""
		with (
			patch.object(frappe.local, "lang", "en"),
			patch.object(frappe.db, "get_default", return_value="id"),
		):
			self.assertIn('<html lang="id"', self.open("Guest", "/kinerja/masuk").html)

	def test_every_catalogue_of_the_app_is_offered(self):
		katalog = Path(frappe.get_app_path("kinerja_asn", "translations")).glob("*.csv")
		self.assertEqual({*BAHASA, *BAHASA_DAERAH}, {"id", *(berkas.stem for berkas in katalog)})

	def test_log_out_is_a_form_and_is_said_in_words(self):
		self.assertRegex(
			self.get_kepala("petugas"),
			r'<form method="post" action="/kinerja/keluar" data-keluar>.*csrf_token',
		)
		self.assertIn("Keluar dari akun ini?", self.open("petugas", "/kinerja/keluar").teks)
		with patch.object(frappe.local, "login_manager", Mock(), create=True) as masuk:
			halaman = self.open("petugas", "/kinerja/keluar", {})
		masuk.logout.assert_called_once_with()
		self.assertEqual((halaman.status, halaman.tujuan), (303, "/kinerja/keluar"))

	def test_a_refused_request_is_explained_in_the_frame(self):
		for kode, kalimat in (
			(400, "Isian belum terkirim Halaman ini sudah lama terbuka"),
			(401, "Sesi Anda sudah berakhir Masuk lagi"),
			(403, "Halaman ini belum dapat dibuka Pesan"),
			(417, "Halaman ini belum dapat dibuka Pesan"),
			(404, "Halaman tidak ditemukan"),
			(500, "Terjadi gangguan"),
		):
			with self.subTest(kode):
				halaman = self.fail_request("/kinerja/skp", kode)
				self.assertEqual(halaman.status, kode)
				self.assertIn(kalimat, halaman.teks)
				self.assertNotIn("rahasia", halaman.teks)

	def test_an_address_that_is_none_is_explained_too(self):
		self.assertIn("Halaman tidak ditemukan", self.fail_request("/kinerja/tidak-ada", 404).teks)

	def test_a_script_gets_what_frappe_answers(self):
		with as_user(self.instansi.user["petugas"]), permintaan("/kinerja/skp", {}):
			jawaban = Response('{"exc_type": "ValidationError"}', status=417, mimetype="application/json")
			explain_gangguan(response=jawaban, request=frappe.local.request)
		self.assertEqual(jawaban.get_json(), {"exc_type": "ValidationError"})

	def test_elsewhere_it_is_explained_by_frappe(self):
		self.assertNotIn("kb-kepala", self.fail_request("/kontak", 403).html)

	def fail_request(self, path: str, kode: int) -> Halaman:
		"""As Frappe answers where it lets a request not through (frappe/app.py, handle_exception)."""
		with as_user(self.instansi.user["petugas"]), permintaan(path, {}):
			pesan = "<pre>rahasia</pre>" if kode == 500 else "<b>Pesan</b>"
			frappe.clear_messages()
			frappe.msgprint(pesan)
			frappe.respond_as_web_page("Judul", pesan, http_status_code=kode)
			jawaban = get_response("message", http_status_code=kode)
			explain_gangguan(response=jawaban, request=frappe.local.request)
			frappe.local.response = frappe._dict(docs=[])
			return Halaman(jawaban)

	def test_hooks_of_other_apps_are_honoured(self):
		with add_hook("update_website_context", ["kinerja_asn.tests.test_portal_bingkai.rename_title"]):
			self.assertIn("<title>Kinerja Saya, diubah</title>", self.open("petugas", "/kinerja").html)
		with add_hook("website_context", {"favicon": ["/a.png"], "brand_html": "<b>Dinas</b>"}):
			kepala = self.get_kepala("petugas")
		self.assertIn('<link rel="icon" href="/a.png">', kepala)
		self.assertIn("<b>Dinas</b></a>", kepala)

	def test_a_personal_page_is_kept_nowhere_and_runs_no_foreign_script(self):
		with as_user(self.instansi.user["petugas"]), permintaan("/kinerja", None):
			kepala = get_response("kinerja").headers
		self.assertEqual(kepala["Cache-Control"], "no-store")
		kebijakan = kepala["Content-Security-Policy"]
		self.assertIn("default-src 'self'", kebijakan)
		self.assertNotRegex(kebijakan, r"script-src|unsafe-eval")

	def test_addresses_of_files_change_with_their_content(self):
		folder = Path(frappe.get_app_path("kinerja_asn", "public"))
		self.assertRegex(
			get_alamat_aset("css/portal.css"), r"^/assets/kinerja_asn/css/portal\.css\?v=[0-9a-f]{12}$"
		)
		tiruan = Path(frappe.get_site_path("aset-uji.css"))
		self.addCleanup(tiruan.unlink)
		tiruan.write_text("a{}")
		with patch.object(aset, "_FOLDER", tiruan.parent):
			lama = get_alamat_aset(tiruan.name)
			os.utime(tiruan, (1, 1))
			self.assertEqual(get_alamat_aset(tiruan.name), lama, "touched only")
			tiruan.write_text("b{}")
			self.assertNotEqual(get_alamat_aset(tiruan.name), lama)
		for html in (*folder.parent.glob("templates/kinerja/*.html"), *folder.parent.glob("www/**/*.html")):
			self.assertNotRegex(html.read_text(), r"/assets/[^\"]+\.(css|js)", f"{html}: by aset()")


def rename_title(context):
	return {"title": f"{context.title}, diubah"}
