"""The app's one clock. ``frappe.flags.current_date`` moves it for demo data and tests, never for clients."""

from datetime import date

import frappe
from frappe.utils import getdate, now, nowdate


def get_today() -> date:
	return getdate(frappe.flags.current_date or nowdate())


def get_now() -> str:
	"""Datetime as Frappe stores it; honours the same flag."""
	return now()


def get_libur(instansi: str) -> set[date]:
	"""Holidays of the agency's default Holiday List (national holidays, cuti bersama)."""
	daftar = frappe.get_cached_value("Company", instansi, "default_holiday_list")
	if not daftar:
		return set()
	return set(frappe.get_all("Holiday", {"parent": daftar}, pluck="holiday_date"))
