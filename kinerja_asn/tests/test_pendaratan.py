"""Where a sign-in leads: staff to the portal, those who run the system to the workspace, whichever way they came in."""

import json
from pathlib import Path
from unittest.mock import patch

import frappe
from frappe.utils import get_url
from werkzeug.wrappers import Response

from kinerja_asn import hooks
from kinerja_asn.constants.peran import ROLES
from kinerja_asn.portal.akun.arah import lead_on, remember_masuk
from kinerja_asn.services.orang.pendaratan import choose_pendaratan, get_pendaratan
from kinerja_asn.tests.factories import as_user, make_user
from kinerja_asn.tests.test_portal_dasar import UjiPortal, permintaan

STAF = ("petugas", "penilai", "kepala")
PENGURUS = ("pengelola", "pengelola_unit", "auditor")  # employees themselves


class TestPendaratan(UjiPortal):
	def setUp(self):
		super().setUp()
		self.lain = make_user("pelanggan@uji.example", "Pelanggan")
		self.addCleanup(frappe.flags.pop, "baru_masuk", None)

	def set_akun(self, **isi) -> None:
		frappe.db.set_value("User", self.instansi.user["petugas"], isi)
		self.addCleanup(frappe.clear_document_cache, "User", self.instansi.user["petugas"])

	def answer(
		self,
		nama: str,
		response: Response,
		path: str = "/login",
		data: dict | None = None,
		masuk: bool = True,
	) -> Response:
		"""What a browser gets where Frappe answers ``response`` after signing ``nama`` in."""
		with as_user(self.instansi.user.get(nama, nama)), permintaan(path, data):
			frappe.flags.baru_masuk = None
			if masuk:
				remember_masuk()
			lead_on(response=response, request=frappe.local.request)
		return response

	def log_in(self, nama: str) -> str:
		"""home_page as Frappe's own sign-in answers it."""
		isi = json.dumps({"message": "Logged In", "home_page": "/apps", "full_name": "Nama"})
		response = self.answer(nama, Response(isi, mimetype="application/json"), data={"cmd": "login"})
		self.assertEqual(response.get_json()["message"], "Logged In")
		return response.get_json()["home_page"]

	def follow(self, nama: str, ke: str, **kwargs) -> str:
		return self.answer(nama, Response(status=302, headers={"Location": ke}), **kwargs).headers["Location"]

	def test_staff_go_to_the_portal_and_who_runs_the_system_to_the_workspace(self):
		for nama in STAF:
			self.assertEqual(get_pendaratan(self.instansi.user[nama]), "/kinerja", nama)
		for nama in PENGURUS:
			self.assertRegex(get_pendaratan(self.instansi.user[nama]), r"^/\w+/kinerja-asn$", nama)

	def test_it_holds_for_frappes_own_sign_in(self):
		for nama in (*STAF, *PENGURUS):
			self.assertEqual(self.log_in(nama), get_pendaratan(self.instansi.user[nama]), nama)

	def test_it_holds_for_a_link_by_mail_and_for_another_provider(self):
		for bawaan in ("/me", "/apps", "/app", get_url("/me"), get_url("/apps")):
			self.assertEqual(self.follow("petugas", bawaan), "/kinerja", bawaan)

	def test_it_holds_for_a_new_password(self):
		metode = "frappe.core.doctype.user.user.update_password"
		for path, data in ((f"/api/method/{metode}", {}), ("/", {"cmd": metode})):
			response = self.answer(
				"petugas", Response('{"message": "/apps"}', mimetype="application/json"), path, data
			)
			self.assertEqual(response.get_json()["message"], "/kinerja", path)

	def test_it_holds_for_who_opens_the_sign_in_again(self):
		self.assertEqual(self.follow("petugas", "/apps", masuk=False), "/kinerja")

	def test_what_was_asked_for_wins(self):
		self.assertEqual(self.follow("petugas", get_url("/kinerja/tim")), get_url("/kinerja/tim"))
		self.assertEqual(
			self.follow("petugas", "/apps", path="/login?redirect-to=/apps", masuk=False), "/apps"
		)
		self.assertEqual(self.follow("petugas", "/apps", path="/kinerja/tim", masuk=False), "/apps")

	def test_ones_own_default_app_and_workspace_win(self):
		self.set_akun(default_app="erpnext")
		self.assertEqual(self.log_in("petugas"), "/apps")
		self.assertIsNone(choose_pendaratan(self.instansi.user["petugas"]))
		self.set_akun(default_app="kinerja_asn")
		self.assertEqual(self.log_in("petugas"), "/kinerja")
		if frappe.get_meta("User").has_field("default_workspace"):
			self.set_akun(default_app=None, default_workspace="Kinerja ASN")
			self.assertEqual(self.log_in("petugas"), "/apps")

	def test_who_has_no_part_in_the_app_is_left_alone(self):
		for nama in (self.lain, "Administrator", "Guest"):
			self.assertEqual(self.log_in(nama), "/apps", nama)
			self.assertEqual(self.follow(nama, "/me"), "/me")
			self.assertEqual(self.refuse(nama).status_code, 403)
		self.assertIsNone(self.answer("petugas", None))

	def refuse(self, nama: str, path: str = "/app/user") -> Response:
		return self.answer(nama, Response("Not Permitted", status=403), path=path, masuk=False)

	def test_who_works_in_the_portal_reads_no_refusal_of_the_desk(self):
		for path in ("/app", "/app/skp/SKP-1", "/desk/skp"):
			response = self.refuse("petugas", path)
			self.assertEqual((response.status_code, response.headers["Location"]), (302, "/kinerja"))
		for path in ("/apps", "/kinerja/tim", "/application"):
			self.assertEqual(self.refuse("petugas", path).status_code, 403, path)
		self.assertEqual(self.refuse("pengelola").status_code, 403, "he would be led to where he was refused")

	def test_the_apps_tile_and_the_home_page_lead_each_to_his_place(self):
		(ubin,) = hooks.add_to_apps_screen
		rumah = {f"/{alamat}" for alamat in hooks.role_home_page.values()}
		self.assertEqual(rumah, {ubin["route"]})
		for nama in (*STAF, *PENGURUS):
			halaman = self.open(nama, ubin["route"])
			self.assertEqual(
				(halaman.status, halaman.tujuan), (302, get_pendaratan(self.instansi.user[nama])), nama
			)
		self.assertRegex(self.open("Administrator", ubin["route"]).tujuan, r"^/\w+/kinerja-asn$")
		self.assertEqual(self.open(self.lain, ubin["route"]).status, 403)
		self.assertEqual(
			self.open("Guest", ubin["route"]).tujuan, "/kinerja/masuk?redirect-to=%2Fkinerja%2Fbuka"
		)

	def test_the_tiles_of_v16s_desk_are_for_those_whom_they_lead_to_their_place(self):
		ubin = {}
		for berkas in Path(frappe.get_app_path("kinerja_asn", "desktop_icon")).glob("*.json"):
			isi = json.loads(berkas.read_text())
			ubin[isi["link_type"]] = {row["role"] for row in isi["roles"]}
			if frappe.get_meta("Desktop Icon").has_field("link_type"):
				tersimpan = frappe.get_doc("Desktop Icon", isi["name"])
				self.assertEqual((tersimpan.link_type, tersimpan.link), (isi["link_type"], isi["link"]))
		desk = {peran for peran, meja in ROLES.items() if meja}
		self.assertEqual(ubin, {"Workspace Sidebar": desk, "External": set(ROLES) - desk})

	def test_it_is_decided_once(self):
		"""Frame, tile and sign-in ask the same function."""
		with patch(
			"kinerja_asn.services.situs.tujuan.get_url_to_list",
			return_value="https://situs.example/meja/ruang",
		):
			self.assertEqual(self.log_in("auditor"), "/meja/ruang")
			self.assertEqual(self.open("auditor", "/kinerja/buka").tujuan, "/meja/ruang")
			self.assertIn('href="/meja/ruang">Pengelolaan', self.open("auditor", "/kinerja/pohon").html)
