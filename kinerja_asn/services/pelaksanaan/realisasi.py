"""What was reported on the rows of a plan: one query for all who ask, its words, and what verified reports hold fast."""

from collections.abc import Collection, Iterable
from decimal import Decimal

import frappe
from frappe import _
from pypika.queries import QueryBuilder

from kinerja_asn.constants.istilah import Arah, Tahap
from kinerja_asn.constants.tahapan import DIVERIFIKASI
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.rules.versi import check_baris_terverifikasi
from kinerja_asn.services.bersama.angka import format_tampil
from kinerja_asn.services.bersama.tabel_anak import is_anak
from kinerja_asn.services.perencanaan.skp.rencana import get_teks_target
from kinerja_asn.services.perencanaan.skp.versi import get_nilai


def query_realisasi(skp: str | Collection[str] | QueryBuilder, tahap: Iterable[Tahap] | None = None) -> tuple:
	"""(query, Realisasi Kinerja, Realisasi Indikator): the rows on which something was reported.

	``skp`` is a name, names, or a query that selects them where they are many. ``tahap``: reports at these stages only.
	"""
	rk, ri = frappe.qb.DocType("Realisasi Kinerja"), frappe.qb.DocType("Realisasi Indikator")
	query = frappe.qb.from_(rk).join(ri).on(is_anak(ri, rk)).where(is_di_antara(rk.skp, skp))
	if tahap is not None:
		query = query.where(rk.tahap.isin([*map(str, tahap)]))
	return query.where(ri.dilaporkan == 1), rk, ri


def is_di_antara(kolom, skp: str | Collection[str] | QueryBuilder):
	if isinstance(skp, str):
		return kolom == skp
	return kolom.isin(skp if isinstance(skp, QueryBuilder) else list(skp))


def describe_nilai(iki, nilai: Decimal, narasi: str, satuan: str | None = None) -> str:
	"""A reported figure as people read it, "1.075 dokumen", "Ya"; of a narrative ``narasi``."""
	if iki.arah == Arah.NARATIF:
		return narasi
	if iki.arah == Arah.YA_TIDAK:
		return _("Ya") if nilai else _("Tidak")
	return f"{format_tampil(nilai)} {satuan or ''}".strip()


def name_laporan(skp: str, masa_ke: int) -> str:
	return f"RK-{skp.removeprefix('SKP-')}-{masa_ke:02d}"


def build_baris(iki) -> dict:
	"""What the row of a report says of its indikator, from the version of the plan that it is about."""
	return {
		"indikator": iki.kunci,
		"uraian": iki.indikator,
		"arah": iki.arah,
		"satuan": iki.satuan,
		"idx": iki.idx,
		"target": get_teks_target(iki)[:140],
	}


def describe_baris(row) -> str:
	"""What a row of a report says, in words."""
	if not row.dilaporkan:
		return _("Tidak dilaporkan")
	return describe_nilai(row, to_decimal(row.realisasi), row.realisasi_naratif or "", row.satuan)


def find_terkunci(doc, skp) -> list[str]:
	"""What the change ``doc`` would do to realisasi of ``skp`` that were verified, in sentences (rules/versi.py)."""
	lama, baru = ([get_nilai(row) for row in dokumen.indikator] for dokumen in (skp, doc))
	return check_baris_terverifikasi(lama, baru, get_terverifikasi(skp.name))


def get_terverifikasi(skp: str) -> set[str]:
	"""Keys of the indikator with verified realisasi."""
	query, _rk, ri = query_realisasi(skp, DIVERIFIKASI)
	return set(query.select(ri.indikator).distinct().run(pluck=True))
