"""One time zone, the site's: dates do not shift with the reader, and every deadline says whose midnight it means."""

import re
from datetime import datetime
from pathlib import Path
from unittest.mock import patch
from zoneinfo import ZoneInfo

import frappe
from frappe.utils import add_days, getdate

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.zona import ZONA
from kinerja_asn.services.bersama.waktu import describe_zona, format_batas, format_saat, get_now, get_today
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import as_user, make_realisasi, make_skp

TENGGAT = "kinerja_asn.services.bersama.periode.TenggatLaporan.get_tenggat"
# More than a day apart: whatever the hour, their dates differ.
TIMUR, BARAT = "Pacific/Kiritimati", "Pacific/Pago_Pago"


class TestZona(UjiKinerja):
	def set_zona(self, situs: str, user: str | None = None) -> None:
		semula = frappe.get_system_settings("time_zone")
		self.addCleanup(frappe.local.system_settings.set, "time_zone", semula)
		frappe.local.system_settings.set("time_zone", situs)
		if user:
			frappe.db.set_value("User", self.instansi.user["petugas"], "time_zone", user)

	def test_today_is_the_sites_whoever_asks(self):
		for situs, user in ((TIMUR, BARAT), (BARAT, TIMUR), ("Asia/Jayapura", "Asia/Jakarta")):
			self.set_zona(situs, user)
			with as_user(self.instansi.user["petugas"]):
				self.assertEqual(get_today(), datetime.now(ZoneInfo(situs)).date())
				self.assertEqual(getdate(get_now()), get_today())

	def test_a_report_is_late_by_the_sites_day(self):
		"""Handed in on the site's last day, which may be over where the employee sits, or not begun."""
		skp = make_skp(self.instansi)
		for ke, (situs, user) in enumerate(((TIMUR, BARAT), (BARAT, TIMUR))):
			self.set_zona(situs, user)
			for sisa, terlambat in ((0, 0), (-1, 1)):
				with patch(TENGGAT, return_value=add_days(get_today(), sisa)):
					doc = make_realisasi(skp, 1 + 2 * ke + terlambat, 80, Tahap.DIAJUKAN)
				self.assertEqual(doc.reload().terlambat, terlambat)
				self.assertEqual(getdate(doc.diajukan_pada), get_today())

	def test_a_deadline_says_whose_midnight_it_means(self):
		for zona, nama, sebutan in (
			("Asia/Jayapura", "WIT", "Waktu Indonesia Timur (WIT)"),
			("Asia/Makassar", "WITA", "Waktu Indonesia Tengah (WITA)"),
			("Asia/Jakarta", "WIB", "Waktu Indonesia Barat (WIB)"),
			("Asia/Singapore", "Asia/Singapore", "Asia/Singapore"),
		):
			self.set_zona(zona)
			self.assertEqual(format_batas(getdate("2026-05-08")), f"8 Mei 2026 pukul 24.00 {nama}")
			self.assertEqual(format_saat("2026-05-08 07:05:59"), f"8 Mei 2026 07:05 {nama}")
			self.assertEqual(describe_zona(), sebutan)

	def test_the_desk_calls_the_zones_the_same(self):
		naskah = Path(frappe.get_app_path("kinerja_asn", "public", "js", "formulir.js")).read_text()
		self.assertEqual(
			dict(re.findall(r'"(Asia/\w+)": "(\w+)"', naskah)),
			{zona: nama for zona, (nama, _) in ZONA.items()},
		)
