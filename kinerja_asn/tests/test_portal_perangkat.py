"""The portal on a device: manifest, service worker, whose session it is, and the setting that forbids it.

What a browser makes of them is in e2e/test_luring.py.
"""

import json
import re
from pathlib import Path
from unittest.mock import Mock, patch

import frappe
from frappe.website.serve import get_response
from werkzeug.wrappers import Response

from kinerja_asn import setup
from kinerja_asn.portal.perangkat.aplikasi import CAKUPAN, MANIFES, PEKERJA
from kinerja_asn.services.situs.pengaturan import PENGATURAN
from kinerja_asn.services.situs.sesi import (
	KEPALA,
	NAMA,
	clear_perangkat,
	forget_sesi,
	get_kepala_sesi,
	mark_keluar,
)
from kinerja_asn.tests.basis import watch_query
from kinerja_asn.tests.factories import as_user
from kinerja_asn.tests.test_portal_dasar import UjiPortal, permintaan


class UjiPerangkat(UjiPortal):
	def ask(self, nama: str, path: str):
		"""The answer and the cookies that go with it: (set, deleted)."""
		user = self.instansi.user.get(nama, nama)
		kuki = Mock()
		with (
			as_user(user),
			permintaan(path, None),
			patch.object(frappe.local, "cookie_manager", kuki, create=True),
		):
			jawaban = get_response(path.strip("/"))
			frappe.local.flags.redirect_location = None
			frappe.local.response = frappe._dict(docs=[])
		dipasang = {panggilan.args[0]: panggilan.args[1] for panggilan in kuki.set_cookie.call_args_list}
		dihapus = [panggilan.args[0] for panggilan in kuki.delete_cookie.call_args_list]
		return jawaban, dipasang, dihapus

	def forbid(self) -> None:
		doc = frappe.get_single(PENGATURAN)
		doc.izinkan_simpan_di_perangkat = 0
		doc.save()


class TestAplikasi(UjiPerangkat):
	def test_the_manifest_names_the_application_and_its_icons(self):
		jawaban, *_kuki = self.ask("Guest", f"/{MANIFES}")
		self.assertEqual((jawaban.status_code, jawaban.mimetype), (200, "application/manifest+json"))
		manifes = json.loads(jawaban.get_data())
		self.assertEqual((manifes["id"], manifes["start_url"], manifes["scope"]), (CAKUPAN,) * 3)
		self.assertEqual((manifes["name"], manifes["lang"]), ("Kinerja ASN", "id"))
		self.assertEqual({ikon["purpose"] for ikon in manifes["icons"]}, {"any", "maskable"})
		for ikon in manifes["icons"]:
			berkas = ikon["src"].partition("?")[0].removeprefix("/assets/kinerja_asn/")
			self.assertTrue(Path(frappe.get_app_path("kinerja_asn", "public", berkas)).exists(), berkas)

	def test_the_worker_reaches_the_portal_and_no_further(self):
		"""Frappe's desk and other apps are at addresses that do not begin so; the worker itself leaves /kinerja-lain alone."""
		jawaban, *_kuki = self.ask("Guest", f"/{PEKERJA}")
		self.assertEqual((jawaban.status_code, jawaban.mimetype), (200, "text/javascript"))
		self.assertEqual(jawaban.headers["Service-Worker-Allowed"], "/kinerja")
		self.assertEqual(jawaban.headers["Cache-Control"], "no-store")
		self.assertEqual(jawaban.headers["X-Content-Type-Options"], "nosniff")

	def test_the_worker_changes_with_our_files(self):
		lama = self.open("Guest", f"/{PEKERJA}").html
		self.assertEqual(self.open("petugas", f"/{PEKERJA}").html, lama, "it knows no user")
		with patch(
			"kinerja_asn.portal.perangkat.aplikasi.get_alamat_aset", lambda nama: f"/assets/{nama}?v=baru"
		):
			self.assertNotEqual(self.open("Guest", f"/{PEKERJA}").html, lama)

	def test_the_worker_keeps_all_that_a_page_loads(self):
		pekerja = self.open("Guest", f"/{PEKERJA}").html
		kepala = self.open("petugas", "/kinerja").html.partition("<main")[0]
		dimuat = re.findall(r'(?:src|href)="(/assets/kinerja_asn/[^"]+)"', kepala)
		self.assertGreater(len(dimuat), 6)
		for aset in dimuat:
			self.assertIn(f'"{aset}"', pekerja)

	def test_the_policy_against_foreign_scripts_is_that_of_every_page(self):
		kebijakan = {
			self.ask("petugas", path)[0].headers["Content-Security-Policy"]
			for path in ("/kinerja", "/kinerja/luring", f"/{MANIFES}", f"/{PEKERJA}")
		}
		self.assertEqual(len(kebijakan), 1)
		self.assertNotRegex(kebijakan.pop(), r"script-src|worker-src|unsafe-eval|blob:")

	def test_a_guests_page_names_no_application(self):
		self.assertNotIn("manifest", self.open("Guest", "/kinerja/luring").html)
		self.assertNotRegex(self.open("Guest", "/kinerja/luring").html, "data-pengguna|antrean.js")


class TestSesi(UjiPerangkat):
	def test_a_page_names_its_session_in_header_and_cookie(self):
		jawaban, dipasang, dihapus = self.ask("petugas", "/kinerja")
		sesi = jawaban.headers[KEPALA]
		self.assertRegex(sesi, r"^[^:@]+%40[^:]+:[0-9a-f]{16}$")
		self.assertEqual((dipasang[NAMA], dihapus), (sesi, []))
		self.assertNotEqual(self.ask("penilai", "/kinerja/tim")[0].headers[KEPALA], sesi)

	def test_another_session_of_the_same_person_is_another(self):
		sesi = set()
		for sid in ("sesi pagi", "sesi malam"):
			with (
				as_user(self.instansi.user["petugas"]),
				patch.object(frappe.local, "session", frappe._dict(frappe.session, sid=sid)),
			):
				sesi.add(get_kepala_sesi(True)[KEPALA])
		self.assertEqual(len(sesi), 2)

	def test_where_nobody_is_signed_in_it_goes(self):
		for path in ("/kinerja/luring", "/kinerja/keluar", "/kinerja"):
			jawaban, dipasang, dihapus = self.ask("Guest", path)
			with self.subTest(path):
				self.assertNotIn(KEPALA, jawaban.headers)
				self.assertEqual((dipasang, dihapus), ({}, [NAMA]))

	def test_whoever_signs_in_or_out_anywhere_takes_it_away(self):
		self.assertIn(f"{forget_sesi.__module__}.{forget_sesi.__name__}", frappe.get_hooks("on_login"))
		with patch.object(frappe.local, "cookie_manager", Mock(), create=True) as kuki:
			forget_sesi(login_manager=None)
		kuki.delete_cookie.assert_called_once_with(NAMA)

	def test_signing_out_beside_the_portal_has_the_browser_forget_too(self):
		self.assertIn(f"{mark_keluar.__module__}.{mark_keluar.__name__}", frappe.get_hooks("on_logout"))
		self.assertIn(
			f"{clear_perangkat.__module__}.{clear_perangkat.__name__}", frappe.get_hooks("after_request")
		)
		self.addCleanup(frappe.local.flags.pop, "kinerja_keluar", None)
		for keluar, user, lupa in (
			(False, "Guest", False),
			(True, "Guest", True),
			(True, "Administrator", False),
		):
			frappe.local.flags.pop("kinerja_keluar", None)
			if keluar:
				mark_keluar(login_manager=None)
			jawaban = Response()
			with self.subTest(keluar=keluar, user=user), as_user(user):
				clear_perangkat(response=jawaban)
				self.assertEqual("Clear-Site-Data" in jawaban.headers, lupa)

	def test_the_page_that_says_goodbye_has_the_browser_forget(self):
		self.assertEqual(self.ask("Guest", "/kinerja/keluar")[0].headers["Clear-Site-Data"], '"storage"')
		for nama, path in (
			("petugas", "/kinerja/keluar"),
			("petugas", "/kinerja"),
			("Guest", "/kinerja/luring"),
		):
			self.assertNotIn("Clear-Site-Data", self.ask(nama, path)[0].headers)


class TestPengaturan(UjiPerangkat):
	def test_switched_off_nothing_is_offered_and_what_was_kept_goes(self):
		self.forbid()
		jawaban, dipasang, dihapus = self.ask("petugas", "/kinerja")
		self.assertNotIn(KEPALA, jawaban.headers)
		self.assertEqual((dipasang, dihapus), ({}, [NAMA]))
		html = jawaban.get_data(as_text=True)
		self.assertNotRegex(html, "manifest|data-simpan")
		pekerja = self.open("Guest", f"/{PEKERJA}").html
		self.assertIn("registration.unregister()", pekerja)
		self.assertNotIn("fetch", pekerja)

	def test_it_is_on_where_nothing_was_ever_set(self):
		frappe.db.delete("Singles", {"doctype": PENGATURAN})
		frappe.clear_document_cache(PENGATURAN, PENGATURAN)
		self.assertIn("data-simpan", self.open("petugas", "/kinerja").html)

	def test_a_setting_that_comes_with_an_update_begins_with_its_default(self):
		for tersimpan, sesudah in ((None, "1"), ("0", "0")):
			frappe.db.delete("Singles", {"doctype": PENGATURAN})
			if tersimpan is not None:
				frappe.db.set_single_value(PENGATURAN, "izinkan_simpan_di_perangkat", tersimpan)
			setup.ensure_pengaturan()
			nilai = frappe.db.get_singles_dict(PENGATURAN)["izinkan_simpan_di_perangkat"]
			self.assertEqual(str(nilai), sesudah)

	def test_it_is_read_once_a_request(self):
		self.open("petugas", "/kinerja/pohon")
		frappe.clear_document_cache(PENGATURAN, PENGATURAN)
		with watch_query() as query:
			self.open("petugas", "/kinerja/pohon")
		dibaca = [str(panggilan) for panggilan in query.call_args_list if PENGATURAN in str(panggilan)]
		self.assertLessEqual(len(dibaca), 1)

	def test_who_may_change_it(self):
		for nama, boleh in (
			("pengelola", True),
			("pengelola_unit", False),
			("auditor", False),
			("petugas", False),
			("penilai", False),
		):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				self.assertEqual(bool(frappe.get_single(PENGATURAN).has_permission("write")), boleh)

	def test_hr_of_one_agency_among_several_does_not_decide_for_the_others(self):
		with as_user(self.instansi.user["tetangga"]):
			self.assert_ditolak("", frappe.PermissionError, self.forbid)
