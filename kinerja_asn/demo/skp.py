"""The plans: drafted and submitted by the employees, set by their Penilai, in January from the top down."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.demo.konteks import Konteks, get_kunci, hari_kerja
from kinerja_asn.demo.layanan import get_sumber
from kinerja_asn.demo.orang import MENURUT_KUNCI, Orang
from kinerja_asn.demo.peragaan import act_as, advance_as, without_pemberitahuan
from kinerja_asn.demo.perencanaan import LAMPIRAN
from kinerja_asn.demo.rencana import Hasil
from kinerja_asn.demo.skenario import DRAF_LEBIH_DINI, LAKON
from kinerja_asn.services.perencanaan.penyelarasan.perjanjian import get_perjanjian_pegawai


def load_skp(konteks: Konteks) -> None:
	"""What an earlier run has made."""
	nama = {pegawai: kunci for kunci, pegawai in konteks.pegawai.items()}
	rows = frappe.get_all("SKP", {"periode": konteks.periode}, ["name", "pegawai"])
	konteks.skp = {nama[row.pegawai]: row.name for row in rows if row.pegawai in nama}


def make_skp_tingkat(konteks: Konteks, tingkat: int) -> None:
	"""Those of one level of the hierarchy: the level above has set its own, to which these refer."""
	mulai = hari_kerja(date(konteks.tahun, 1, 1), 3 * tingkat)
	with without_pemberitahuan():
		for penilai, kelompok in konteks.group_by_penilai(tingkat):
			baru = [
				orang for orang, lakon in kelompok if orang.kunci not in konteks.skp and _is_ditetapkan(lakon)
			]
			for doc in [insert_skp(konteks, orang, mulai) for orang in baru]:
				advance_as(doc, penilai.email, Tahap.DITETAPKAN, hari_kerja(mulai, 2))


def make_skp_menunggu(konteks: Konteks) -> None:
	"""Those that still wait for the Penilai; he is told. One for longer than he has time."""
	for kunci, lakon in konteks.lakon.items():
		if kunci not in konteks.skp and not _is_ditetapkan(lakon):
			insert_skp(konteks, MENURUT_KUNCI[kunci], lakon.skp_sejak)


def make_draf(konteks: Konteks) -> None:
	"""Those who begin with next year's plan before it has come."""
	load_skp(konteks)
	for kunci in DRAF_LEBIH_DINI:
		if kunci not in konteks.skp:
			draft_skp(konteks, MENURUT_KUNCI[kunci], konteks.hari)


def _is_ditetapkan(lakon) -> bool:
	return not lakon.skp_sejak


def insert_skp(konteks: Konteks, orang: Orang, tanggal: date):
	"""Drafted, and submitted the day after."""
	doc = draft_skp(konteks, orang, tanggal)
	return advance_as(doc, orang.email, Tahap.DIAJUKAN, hari_kerja(tanggal, 1))


def draft_skp(konteks: Konteks, orang: Orang, tanggal: date):
	rencana = LAKON[orang.kunci].rencana
	act_as(orang.email, tanggal)
	doc = frappe.get_doc(
		doctype="SKP",
		periode=konteks.periode,
		pegawai=konteks.pegawai[orang.kunci],
		hasil_kerja=_get_hasil_kerja(konteks, orang, rencana),
		indikator=_get_indikator(konteks, orang, rencana),
		lampiran=[dict(lampiran) for lampiran in LAMPIRAN],
	).insert()
	konteks.skp[orang.kunci] = doc.name
	return doc


def _get_hasil_kerja(konteks: Konteks, orang: Orang, rencana: tuple[Hasil, ...]) -> list[dict]:
	pimpinan = get_kunci("SKP Hasil Kerja", konteks.skp.get(orang.atasan))
	return [
		{
			"jenis": hasil.jenis,
			"rencana_hasil_kerja": hasil.uraian,
			**(_get_intervensi(orang, hasil.intervensi, pimpinan) if hasil.intervensi else {}),
		}
		for hasil in rencana
	]


def _get_intervensi(orang: Orang, ke: int, pimpinan: list[str]) -> dict:
	"""The leader's hasil kerja that is served: only in words as long as he has no plan for that year."""
	if pimpinan:
		return {"rhk_pimpinan": pimpinan[ke - 1]}
	return {"rhk_pimpinan_uraian": LAKON[orang.atasan].rencana[ke - 1].uraian}


def _get_indikator(konteks: Konteks, orang: Orang, rencana: tuple[Hasil, ...]) -> list[dict]:
	"""A head's are those of his unit's Perjanjian Kinerja, in its order."""
	perjanjian = get_perjanjian_pegawai(konteks.pegawai[orang.kunci], konteks.periode)
	rows = [
		{**vars(ukuran), "hasil_kerja_ke": ke}
		for ke, hasil in enumerate(rencana, 1)
		for ukuran in hasil.ukuran
	]
	rows = [{**row, **get_sumber(orang.kunci, ke)} for ke, row in enumerate(rows, 1)]
	for row, pk in zip(rows, perjanjian, strict=bool(perjanjian)):
		row["pk_indikator"] = pk.kunci
	return rows
