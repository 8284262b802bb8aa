"""Hasil kerja of leaders that others may serve: which, in what words, and the chains they form (p. 46-47, 57, 59)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.rules.formulir import is_formulir_jpt
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak, is_anak


def get_pilihan_rhk_pimpinan(doc) -> list[frappe._dict]:
	"""Rows of leaders that ``doc`` may serve, in their order: kunci, rencana_hasil_kerja, uraian.

	Those of the Penilai's SKP of the same period; and of another Pimpinan of the same agency who assigned a row
	(then ``penugasan`` holds the names of his assignments, and only those rows may serve his).
	"""
	pemberi = _get_pemberi(doc)
	pimpinan = [pejabat for pejabat in {doc.penilai, *pemberi} if pejabat]
	rows = query_hasil_kerja(pimpinan, doc.periode).run(as_dict=True) if pimpinan else []
	rows = [row for row in rows if row.instansi == doc.instansi]
	for row in rows:
		row.penugasan = [] if row.pegawai == doc.penilai else pemberi[row.pegawai]
	return add_uraian(rows)


def _get_pemberi(doc) -> dict[str, list[str]]:
	"""Pimpinan who assigned rows of ``doc`` -> his Penugasan."""
	penugasan = [row.penugasan for row in doc.hasil_kerja if row.penugasan]
	pemberi = defaultdict(list)
	if penugasan:
		saring = {"name": ("in", penugasan), "pegawai": doc.pegawai, "pemberi": ("is", "set")}
		for row in frappe.get_all("Penugasan Kinerja", saring, ["name", "pemberi"]):
			pemberi[row.pemberi].append(row.name)
	return pemberi


def query_hasil_kerja(pegawai: Collection[str], periode: str):
	"""Rows of the SKP of ``pegawai`` in ``periode`` that are not closed, which are always the version in force."""
	skp, anak = frappe.qb.DocType("SKP"), frappe.qb.DocType("SKP Hasil Kerja")
	return (
		frappe.qb.from_(anak)
		.join(skp)
		.on(is_anak(anak, skp))
		.select(anak.kunci, anak.rencana_hasil_kerja, anak.rhk_pimpinan, anak.pk_indikator)
		.select(anak.parent, skp.formulir, skp.pegawai, skp.nama_pegawai, skp.penilai, skp.instansi)
		.where(skp.pegawai.isin(list(pegawai)) & (skp.periode == periode) & (skp.tahap != Tahap.DITUTUP))
		.orderby(skp.name, anak.idx)
	)


def add_uraian(rows: list[frappe._dict]) -> list[frappe._dict]:
	"""Put on every leader's row the words that column 2 shows: of a JPT or head with its indikator (p. 57, 59)."""
	jpt = {row.parent for row in rows if is_formulir_jpt(row.formulir)}
	indikator = defaultdict(list)
	if jpt:
		saring = get_saring_anak("SKP", jpt)
		for iki in frappe.get_all("SKP Indikator", saring, ["hasil_kerja", "indikator"], order_by="idx"):
			indikator[iki.hasil_kerja].append(iki.indikator)
	for row in rows:
		row.uraian = join_uraian(row.rencana_hasil_kerja, indikator[row.kunci])
	return rows


def join_uraian(rencana_hasil_kerja: str, indikator: Iterable[str]) -> str:
	return "\n".join([rencana_hasil_kerja, *(f"- {uraian}" for uraian in indikator)])


def is_pilihan(row, hasil_pimpinan: frappe._dict | None) -> bool:
	"""Every row may serve the Penilai's; one that another Pimpinan assigned, also that Pimpinan's own."""
	return bool(hasil_pimpinan) and (
		not hasil_pimpinan.penugasan or row.penugasan in hasil_pimpinan.penugasan
	)


# --- chains


def get_rantai(awal: Mapping[str, str | None]) -> dict[str, str | None]:
	"""``awal`` with everything above it: kunci -> the leader's kunci. One query for each level."""
	rantai = dict(awal)
	while atas := {kunci for kunci in rantai.values() if kunci and kunci not in rantai}:
		rantai |= dict.fromkeys(atas)
		saring = {"kunci": ("in", atas), "parenttype": "SKP"}
		rows = frappe.get_all("SKP Hasil Kerja", saring, ["kunci", "rhk_pimpinan"])
		rantai |= {row.kunci: row.rhk_pimpinan or None for row in rows}
	return rantai


def walk(kunci: str | None, rantai: Mapping[str, str | None]) -> Iterable[str]:
	"""``kunci`` and what it serves, upwards; a circle ends where it began."""
	jalur: dict[str, None] = {}
	while kunci and kunci not in jalur:
		jalur[kunci] = None
		kunci = rantai.get(kunci)
	return jalur
