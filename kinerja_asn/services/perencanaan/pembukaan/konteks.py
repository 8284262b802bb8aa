"""What is the same for every draft of one run, read once."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import frappe

from kinerja_asn.constants.istilah import SumberPembukaan
from kinerja_asn.permissions.lingkup import with_descendants
from kinerja_asn.services.bersama.isian import TIPE_TEKS
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.bersama.sisip import BarisBaku
from kinerja_asn.services.perencanaan.skp.salinan import TABEL
from kinerja_asn.tahap.alur import get_status_awal, get_tahap

DOCTYPE = {**TABEL, "perilaku": "SKP Perilaku"}


@dataclass(frozen=True)
class Konteks:
	"""``unit`` None: the whole agency. ``baku``: DocType -> a row with nothing filled in. ``kolom_teks``: DocType ->
	(fieldname, label) of what holds text. ``templat`` is a cache: jabatan -> its plan."""

	periode: object
	unit: tuple[str, ...] | None
	sumber: SumberPembukaan
	periode_lalu: str | None
	status_awal: Mapping[str, str]
	perilaku: tuple[Mapping[str, str], ...]
	baku: Mapping[str, BarisBaku]
	kolom_teks: Mapping[str, tuple[tuple[str, str], ...]]
	templat: dict[str, dict | None] = field(default_factory=dict)


def read_konteks(pembukaan) -> Konteks:
	periode = get_periode(pembukaan.periode)
	status = get_status_awal("SKP")
	return Konteks(
		periode=periode,
		unit=tuple(with_descendants([pembukaan.unit_kerja])) if pembukaan.unit_kerja else None,
		sumber=SumberPembukaan(pembukaan.sumber),
		periode_lalu=_find_periode_lalu(periode),
		status_awal={"workflow_state": status, "tahap": str(get_tahap("SKP", status))},
		perilaku=_get_perilaku(),
		baku={doctype: BarisBaku(doctype) for doctype in ("SKP", *DOCTYPE.values())},
		kolom_teks={doctype: _get_kolom_teks(doctype) for doctype in ("SKP", *TABEL.values())},
	)


def _find_periode_lalu(periode) -> str | None:
	return frappe.db.get_value(
		"Periode Kinerja", {"instansi": periode.instansi, "tahun": periode.tahun - 1}, "name"
	)


def _get_perilaku() -> tuple[dict, ...]:
	rows = frappe.get_all("Nilai Perilaku", fields=["name", "panduan"], order_by="urutan")
	return tuple({"nilai": row.name, "panduan": row.panduan} for row in rows)


def _get_kolom_teks(doctype: str) -> tuple[tuple[str, str], ...]:
	"""Without the keys, which no person wrote."""
	fields = frappe.get_meta(doctype).fields
	return tuple((df.fieldname, df.label) for df in fields if df.fieldtype in TIPE_TEKS and not df.hidden)
