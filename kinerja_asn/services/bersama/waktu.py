"""The app's one clock, in the site's time zone wherever its reader is: whether something is late has one answer.

``frappe.flags.current_date`` moves it for demo data and tests, never for clients.
"""

from datetime import date

import frappe
from frappe import _
from frappe.utils import data, format_datetime, formatdate, get_system_timezone, getdate, now
from frappe.utils.caching import request_cache

from kinerja_asn.constants.zona import ZONA


def get_today() -> date:
	return getdate(frappe.flags.current_date or _get_hari(get_system_timezone()))


@request_cache  # a page asks for it a hundred times
def _get_hari(_zona: str) -> date:
	"""The day on which the request or the job began: one that runs over midnight has one day."""
	return data.now_datetime().date()


def get_now() -> str:
	"""Datetime as Frappe stores it; honours the same flag."""
	return now()


def get_nama_zona() -> str:
	"""WIB, WITA or WIT; elsewhere as the site calls it."""
	zona = get_system_timezone()
	return ZONA[zona][0] if zona in ZONA else zona


def describe_zona() -> str:
	zona = get_system_timezone()
	return "{1} ({0})".format(*ZONA[zona]) if zona in ZONA else zona


def format_batas(tanggal: date) -> str:
	"""A deadline: that day is still in time."""
	return _("{0} pukul 24.00 {1}").format(formatdate(tanggal, "d MMMM yyyy"), get_nama_zona())


def format_saat(pada) -> str:
	return f"{format_datetime(pada, 'd MMMM yyyy HH:mm')} {get_nama_zona()}"


def get_libur(instansi: str) -> set[date]:
	"""Holidays of the agency's default Holiday List (national holidays, cuti bersama)."""
	daftar = frappe.get_cached_value("Company", instansi, "default_holiday_list")
	if not daftar:
		return set()
	return set(frappe.get_all("Holiday", {"parent": daftar}, pluck="holiday_date"))


@request_cache
def read_libur(instansi: str) -> frozenset[date]:
	"""The same, read once a request: of a large team one page asks thousands of times which days are periods."""
	return frozenset(get_libur(instansi))
