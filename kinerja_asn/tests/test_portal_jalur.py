"""What spares every page of the portal time gives the same answers as the way that it replaces."""

from unittest.mock import patch

import frappe
from frappe.website import path_resolver
from frappe.website.serve import get_response
from werkzeug.routing.exceptions import RequestRedirect

from kinerja_asn.constants.akses import TERJAGA
from kinerja_asn.permissions.dokumen import from_terlihat
from kinerja_asn.portal.dasar.jalur import SENDIRI, resolve_jalur
from kinerja_asn.tests.factories import (
	as_user,
	make_evaluasi,
	make_kinerja_unit,
	make_perubahan,
	make_realisasi,
	make_skp,
)
from kinerja_asn.tests.test_portal_bingkai import add_hook
from kinerja_asn.tests.test_portal_dasar import UjiPortal, permintaan


def resolve_lain(path: str) -> str:
	"""Another app's resolver."""
	return f"lain/{path}"


class TestJalur(UjiPortal):
	def test_a_page_of_ours_is_found_without_the_sites_dynamic_routes(self):
		with patch.object(path_resolver, "evaluate_dynamic_routes") as rute:
			self.assertEqual(self.open("petugas", "/kinerja").status, 200)
			self.assertEqual(self.open("Guest", "/layanan/tidakada2345").status, 404)
		rute.assert_not_called()

	def test_every_other_path_is_resolved_as_frappe_does(self):
		rute = [{"from_route": "/loket/<nomor>", "to_route": "kinerja/keluar"}]
		with (
			permintaan("/loket/7", None),
			patch.object(path_resolver, "get_website_rules", return_value=rute),
		):
			self.assertEqual(resolve_jalur("loket/7"), "kinerja/keluar")
			self.assertEqual(frappe.form_dict.nomor, "7")
			self.assertEqual(resolve_jalur("tidak-ada"), "tidak-ada")

	def test_a_routes_own_redirect_is_followed(self):
		pindah = RequestRedirect("http://situs.example/loket/")
		with (
			permintaan("/loket", None),
			patch.object(path_resolver, "resolve_from_map", side_effect=pindah),
		):
			jawaban = get_response("loket")
			self.assertEqual(jawaban.status_code, pindah.code)
			self.assertEqual(jawaban.headers["Location"], pindah.new_url)
		frappe.local.flags.redirect_location = None

	def test_another_apps_resolver_has_its_say_whatever_the_order(self):
		lain = f"{__name__}.resolve_lain"
		for susunan in ([SENDIRI, lain], [lain, SENDIRI]):
			with add_hook("website_path_resolver", susunan):
				self.assertEqual(resolve_jalur("toko"), "lain/toko")
				self.assertEqual(resolve_jalur("kinerja"), "kinerja")


class TestTerlihat(UjiPortal):
	def test_the_rows_are_those_of_frappes_own_list_for_everybody(self):
		skp = make_skp(self.instansi)
		make_realisasi(skp, 1, 70)
		make_perubahan(skp)
		make_kinerja_unit(self.instansi)
		make_evaluasi(self.instansi, skp)
		ada = set()
		for nama, user in self.instansi.user.items():
			for doctype in TERJAGA:
				with as_user(user), self.subTest(doctype, user=nama):
					if not frappe.has_permission(doctype):
						continue
					terlihat = from_terlihat(doctype)[1].select("name").run(pluck=True)
					self.assertEqual(
						sorted(terlihat), sorted(frappe.get_list(doctype, pluck="name", limit=0))
					)
					ada.update([doctype] * bool(terlihat))
		self.assertLessEqual({"SKP", "Realisasi Kinerja", "Perubahan SKP", "Evaluasi Kinerja"}, ada)
