"""The kept totals are written in the transaction that changes what they stand on, and rebuilt from there at any time.

A report that is submitted, verified or taken back changes the figures of its own period in what is kept, under a lock
on just that: of two reports of one SKP at the same moment neither reads the other's, and both count. Whatever changes
the plan has its SKP's rows taken anew.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

import frappe
from frappe import _
from frappe.utils import create_batch

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.tahapan import DILAPORKAN, DISEPAKATI
from kinerja_asn.constants.ukuran import KOLOM_PROGRES
from kinerja_asn.services.bersama.sisip import BarisBaku, insert_banyak
from kinerja_asn.services.bersama.tabel_anak import is_anak
from kinerja_asn.services.pelaksanaan.pemantauan.deret import (
	KOLOM,
	Deret,
	Kalender,
	build_isi,
	get_kalender,
	read_deret,
	read_laporan,
)
from kinerja_asn.services.pelaksanaan.realisasi import query_realisasi

DOCTYPE = "Capaian Indikator"
SKP_SEKALIGUS = 500
UBAH_SEKALIGUS = 100


class Selisih(NamedTuple):
	"""Where what was kept of an indikator was not what its rows say."""

	skp: str
	kunci: str
	apa: str


def record_laporan(doc) -> None:
	"""After a Realisasi Kinerja was saved: its figures count, count as verified, or count no more."""
	if not {doc.tahap, doc.tahap_sebelum} & {*DILAPORKAN}:
		return
	tersimpan, rencana = _lock_tercatat(doc.skp), _get_rencana([doc.skp])
	if {*rencana} != {*tersimpan}:
		rebuild([doc.skp])
		return
	deret = _take_deret(tersimpan)
	for row in doc.baris:
		_put(deret.get((doc.skp, row.indikator), {}), doc, row)
	_write(tersimpan, rencana, deret)


def _put(deret: Deret, doc, row) -> None:
	deret.pop(doc.masa_ke, None)
	if row.dilaporkan and doc.tahap in DILAPORKAN:
		deret[doc.masa_ke] = read_laporan(row.realisasi, doc.tahap)


def record_rencana(skp) -> None:
	"""After an SKP was saved: it came into force, its rows changed, or it ended earlier."""
	if skp.tahap not in DISEPAKATI:
		return
	tersimpan, rencana = _lock_tercatat(skp.name), _get_rencana([skp.name])
	deret = _take_deret(tersimpan)
	if {*rencana} - {*tersimpan}:
		deret = {**_read_deret([skp.name]), **deret}
	_write(tersimpan, rencana, deret)


def _take_deret(tersimpan: Mapping) -> dict[tuple[str, str], Deret]:
	return {kunci: read_deret(row.deret) for kunci, row in tersimpan.items()}


def follow_kontrak(doc, method=None) -> None:
	"""on_update of Employee: plans that follow his contract end on another day (services/perencanaan/kontrak.py)."""
	if doc.has_value_changed("contract_end_date") or doc.has_value_changed("jenis_asn"):
		rebuild(frappe.get_all("SKP", {"pegawai": doc.name}, pluck="name"))


# --- from the rows


def rebuild(skp: Collection[str]) -> list[Selisih]:
	"""Keep of these SKP what their rows say; what was kept otherwise. In a fixed number of queries, and one transaction."""
	if not skp:
		return []
	tersimpan = _lock(skp)
	return _write(tersimpan, _get_rencana(skp), _read_deret(skp))


def rebuild_semua() -> Iterator[list[Selisih]]:
	"""``rebuild`` of every SKP of the site, in committed chunks: what differed, chunk by chunk.

	Each chunk locks before it reads: whoever reports meanwhile is either read here, or waits and adds his own.
	"""
	for bagian in create_batch(_list_skp(), SKP_SEKALIGUS):
		frappe.db.commit()
		yield rebuild(bagian)
	frappe.db.commit()


def check_semua() -> None:
	"""Run daily: what differs is mended, and named in the error log, because nothing should."""
	selisih = [baris for bagian in rebuild_semua() for baris in bagian]
	if selisih:
		rincian = "\n".join(f"{baris.skp} {baris.kunci}: {baris.apa}" for baris in selisih)
		frappe.log_error(
			_("Capaian yang tercatat dan berbeda dari realisasinya: {0}").format(len(selisih)), rincian
		)


def _list_skp() -> list[str]:
	"""Those agreed on, and those of which something is kept."""
	tercatat = frappe.qb.DocType(DOCTYPE)
	disepakati = frappe.get_all("SKP", {"tahap": ("in", [*map(str, DISEPAKATI)])}, pluck="name")
	return sorted({*disepakati, *frappe.qb.from_(tercatat).select(tercatat.skp).distinct().run(pluck=True)})


def _lock(skp: Collection[str]) -> dict[tuple[str, str], frappe._dict]:
	"""(SKP, kunci) -> what is kept. Nobody else writes it until this transaction ends."""
	table = frappe.qb.DocType(DOCTYPE)
	return _read_terkunci(table, table.skp.isin(list(skp)))


def _lock_tercatat(skp: str) -> dict[tuple[str, str], frappe._dict]:
	"""The same of one SKP. By name: what is not there yet locks nothing, and two who begin beside each other go on."""
	table = frappe.qb.DocType(DOCTYPE)
	nama = frappe.qb.from_(table).select(table.name).where(table.skp == skp).run(pluck=True)
	return _read_terkunci(table, table.name.isin(nama)) if nama else {}


def _read_terkunci(table, syarat) -> dict[tuple[str, str], frappe._dict]:
	query = frappe.qb.from_(table).select(
		table.name, table.skp, table.kunci, *(table[nama] for nama in KOLOM)
	)
	rows = query.where(syarat).for_update().run(as_dict=True)
	return {(row.skp, row.kunci): row for row in rows}


def _get_rencana(skp: Collection[str]) -> dict[tuple[str, str], frappe._dict]:
	"""(SKP, kunci) -> the indikator of the plans in force, each with its SKP's periode, awal, akhir."""
	plan, iki = frappe.qb.DocType("SKP"), frappe.qb.DocType("SKP Indikator")
	query = frappe.qb.from_(plan).join(iki).on(is_anak(iki, plan)).select(plan.name.as_("skp"))
	query = query.select(plan.periode, plan.awal, plan.akhir, *(iki[nama] for nama in KOLOM_PROGRES))
	query = query.where(plan.name.isin(list(skp)) & plan.tahap.isin([*map(str, DISEPAKATI)]))
	return {(row.skp, row.kunci): row for row in query.run(as_dict=True)}


def _read_deret(skp: Collection[str]) -> dict[tuple[str, str], Deret]:
	query, rk, ri = query_realisasi(skp, DILAPORKAN)
	deret: dict[tuple[str, str], Deret] = defaultdict(dict)
	for nama, masa_ke, tahap, kunci, nilai in query.select(
		rk.skp, rk.masa_ke, rk.tahap, ri.indikator, ri.realisasi
	).run():
		deret[nama, kunci][masa_ke] = read_laporan(nilai, Tahap(tahap))
	return deret


# --- writing


def _write(tersimpan: Mapping, rencana: Mapping, deret: Mapping[tuple, Deret]) -> list[Selisih]:
	"""Bring what is kept to what it should be; what had to be changed."""
	seharusnya, salah = _build_semua(rencana, deret)
	baru = [kunci for kunci in seharusnya if kunci not in tersimpan]
	berubah = [kunci for kunci in seharusnya if kunci in tersimpan and _is_lain(tersimpan, seharusnya, kunci)]
	berlebih = [kunci for kunci in tersimpan if kunci not in rencana]
	if berlebih:
		frappe.db.delete(DOCTYPE, {"name": ("in", [tersimpan[kunci].name for kunci in berlebih])})
	_insert({kunci: {**seharusnya[kunci], "periode": rencana[kunci].periode} for kunci in baru})
	_update({tersimpan[kunci].name: seharusnya[kunci] for kunci in berubah})
	return [
		*(Selisih(*kunci, _("belum tercatat")) for kunci in baru),
		*(Selisih(*kunci, _describe(tersimpan[kunci], seharusnya[kunci])) for kunci in berubah),
		*(Selisih(*kunci, _("tercatat tanpa indikatornya")) for kunci in berlebih),
		*salah,
	]


def _build_semua(rencana: Mapping, deret: Mapping) -> tuple[dict[tuple, dict], list[Selisih]]:
	"""What should be kept; and rows of which nothing can be said, which keep nobody else from his figures."""
	isi, salah = {}, []
	find_kalender = cache(_get_kalender)
	for kunci, iki in rencana.items():
		try:
			isi[kunci] = build_isi(iki, find_kalender(iki.periode, iki.awal, iki.akhir), deret.get(kunci, {}))
		except ValueError as galat:
			salah.append(Selisih(*kunci, str(galat)))
	return isi, salah


def _get_kalender(periode: str, awal: date, akhir: date) -> Kalender:
	return get_kalender(frappe._dict(periode=periode, awal=awal, akhir=akhir))


def _is_lain(tersimpan: Mapping, seharusnya: Mapping, kunci: tuple) -> bool:
	return any(tersimpan[kunci][kolom] != isi for kolom, isi in seharusnya[kunci].items())


def _describe(tersimpan: Mapping, seharusnya: Mapping) -> str:
	beda = (
		f"{kolom} {tersimpan[kolom]} → {isi}" for kolom, isi in seharusnya.items() if isi != tersimpan[kolom]
	)
	return "; ".join(beda)


def _insert(isi: Mapping[tuple[str, str], Mapping]) -> None:
	if not isi:
		return
	baku = BarisBaku(DOCTYPE)
	insert_banyak(
		DOCTYPE,
		[
			baku.build(kolom, {"name": f"{skp}-{kunci}", "skp": skp, "kunci": kunci})
			for (skp, kunci), kolom in isi.items()
		],
	)


def _update(isi: Mapping[str, Mapping]) -> None:
	for bagian in create_batch(list(isi), UBAH_SEKALIGUS):
		frappe.db.bulk_update(DOCTYPE, {name: isi[name] for name in bagian}, update_modified=False)
