"""Two people do not rate each other on the same day: each would decide by what the other decides."""

from collections.abc import Iterator
from datetime import date

import frappe
from frappe import _
from frappe.utils import add_days, escape_html, getdate

from kinerja_asn.constants.kewenangan import SELAMANYA
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.pihak import get_data

Masa = tuple[date, date]


def guard_pasangan(doc, method=None) -> None:
	"""validate of Employee: from today on, on the days on which no assignment stands before the direct superior."""
	if not doc.reports_to or not doc.has_value_changed("reports_to") or doc.is_new():
		return
	for dari, sampai in _find_celah(_get_penugasan(doc.name), get_today(), SELAMANYA):
		check_pasangan(doc.name, doc.reports_to, dari, sampai)


def check_pasangan(pegawai: str, penilai: str, dari: date, sampai: date | None) -> None:
	"""Refuses that ``penilai`` evaluates ``pegawai`` in a time in which he is evaluated by him."""
	sampai = sampai or SELAMANYA
	penugasan = _get_penugasan(penilai)
	ditugaskan = any(
		row.penilai == pegawai and row.dari <= sampai and row.sampai >= dari for row in penugasan
	)
	langsung = get_data(penilai).reports_to == pegawai and any(_find_celah(penugasan, dari, sampai))
	if ditugaskan or langsung:
		orang = [escape_html(get_data(nama).employee_name or nama) for nama in (pegawai, penilai)]
		frappe.throw(
			_(
				"{0} dan {1} akan saling menilai pada hari yang sama. Pilih Pejabat Penilai lain, atau akhiri dahulu penugasan yang "
				"menjadikan {0} Pejabat Penilai {1}."
			).format(*orang)
		)


def _get_penugasan(pegawai: str) -> list[frappe._dict]:
	rows = frappe.get_all(
		"Penugasan Penilai", {"pegawai": pegawai}, ["penilai", "dari", "sampai"], order_by="dari"
	)
	for row in rows:
		row.update({"dari": getdate(row.dari), "sampai": getdate(row.sampai or SELAMANYA)})
	return rows


def _find_celah(penugasan: list[frappe._dict], dari: date, sampai: date) -> Iterator[Masa]:
	"""The days from ``dari`` to ``sampai`` on which none of the assignments holds: then the direct superior evaluates."""
	for row in penugasan:
		if row.sampai < dari:
			continue
		if row.dari > dari:
			yield dari, min(getdate(add_days(row.dari, -1)), sampai)
		if row.sampai >= sampai:
			return
		dari = max(dari, getdate(add_days(row.sampai, 1)))
	if dari <= sampai:
		yield dari, sampai
