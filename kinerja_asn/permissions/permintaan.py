"""before_request: takes out of a request what would make Frappe answer about our documents without asking us.

It works on the request and not on a method's name, because Frappe also runs a method by the name of any module that
imports it.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

import frappe
from frappe import _

from kinerja_asn.constants.akses import TABEL_ANAK, TERJAGA

DIJAGA = {*TERJAGA, *TABEL_ANAK, "File", "Workflow", "Workflow Action"}
MENGHITUNG = ("get_count", "get_workflow_state_count")
BERJAGA_SENDIRI = (
	"frappe.client.get_count",
	"frappe.desk.reportview.get_count",
	"frappe.workflow.doctype.workflow.workflow.get_workflow_state_count",
)
# Where a request names the columns it wants, and a column of a linked document as it would name it there.
KOLOM_DIMINTA = (
	"fields",
	"fieldname",
	"field",
	"field_map",
	"filters",
	"or_filters",
	"order_by",
	"group_by",
	"chart",
)
KOLOM_TERTAUT = re.compile(r"\s*`?(\w+)`?\s*\.\s*`?\w+`?(\s+(as|asc|desc)\b.*)?\s*", re.IGNORECASE)


def guard_permintaan() -> None:
	isi = frappe.local.form_dict or {}
	refuse_tertaut(isi)
	if isi.get("doctype") in DIJAGA:
		isi.pop("ignore_user_permissions", None)  # link search would read every row
		refuse_hitungan(isi)
	if isi.get("chart") or isi.get("chart_name"):
		refuse_kalender(isi)


def refuse_tertaut(isi: dict) -> None:
	"""``skp.catatan_pengembalian`` is read with rights on the linked DocType, whatever row it is of."""
	diminta = {teks for kunci in KOLOM_DIMINTA for teks in _walk_teks(isi.get(kunci))}
	awalan = {cocok[1] for teks in diminta if (cocok := KOLOM_TERTAUT.fullmatch(teks))}
	for doctype in _get_doctype_diminta(isi) if awalan else ():
		if any(df.fieldname in awalan for df in frappe.get_meta(doctype).get_link_fields()):
			frappe.throw(
				_("Kolom dokumen lain tidak dapat diambil lewat tautan. Buka dokumen yang ditautkan."),
				frappe.PermissionError,
			)


def _walk_teks(nilai) -> Iterator[str]:
	"""Every text in an argument, which may be JSON or a list with commas."""
	if isinstance(nilai, str):
		terurai = _parse(nilai)
		yield from _walk_teks(terurai) if terurai else nilai.split(",")
	elif isinstance(nilai, dict):
		for kunci, isi in nilai.items():
			yield str(kunci)
			yield from _walk_teks(isi)
	elif isinstance(nilai, list | tuple):
		for satu in nilai:
			yield from _walk_teks(satu)


def _get_doctype_diminta(isi: dict) -> set[str]:
	"""Of ours: named as an argument, in the path (REST) or in a chart."""
	nama = [isi.get("doctype"), _parse_bagan(isi.get("chart")).get("document_type")]
	nama += map(unquote, frappe.local.request.path.split("/"))
	return {satu for satu in nama if isinstance(satu, str) and satu in DIJAGA}


def refuse_hitungan(isi: dict) -> None:
	"""The counting methods under another module's name are not the ones our hooks replace."""
	metode = isi.get("cmd") or frappe.local.request.path.rpartition("/")[2]
	if metode.rpartition(".")[2] in MENGHITUNG and metode not in BERJAGA_SENDIRI:
		frappe.throw(_("Jumlah dokumen kinerja tidak tersedia lewat jalan ini."), frappe.PermissionError)


def _parse(nilai):
	try:
		return frappe.parse_json(nilai)
	except ValueError:
		return None  # plain text


def _parse_bagan(bagan) -> dict:
	"""Empty where it is another method's parameter of that name."""
	bagan = _parse(bagan)
	return bagan if isinstance(bagan, dict) else {}


def refuse_kalender(isi: dict) -> None:
	"""A heatmap is drawn from all rows, whoever asks, and the caller may make the chart up."""
	bagan = _parse_bagan(isi.get("chart"))
	if isi.get("chart_name"):
		bagan = (
			frappe.db.get_value("Dashboard Chart", isi["chart_name"], ["type", "document_type"], as_dict=True)
			or {}
		)
	if bagan.get("type") == "Heatmap" and bagan.get("document_type") in DIJAGA:
		frappe.throw(_("Bagan kalender tidak tersedia untuk dokumen kinerja."), frappe.PermissionError)
