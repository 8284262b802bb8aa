"""Links between the drafts of leaders and of their people: what was served last year is served in the new year.

Whichever of two drafts is made later makes the link, in the transaction that makes the draft: a run that is killed
leaves none half made, and neither the order of the employees nor that of several runs matters. Links are made to the
employee's own Penilai only; a pair of which both were there before is not touched, it is its people's.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.tahapan import DISUSUN
from kinerja_asn.rules.formulir import is_formulir_jpt
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.rules.penyelarasan import check_jumlah_porsi
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak, is_anak
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.perencanaan.pembukaan.isi import Draf, derive_kunci
from kinerja_asn.services.perencanaan.pembukaan.konteks import Konteks
from kinerja_asn.services.perencanaan.penyelarasan.hasil_pimpinan import add_uraian, join_uraian

HASIL_KERJA = "SKP Hasil Kerja"


def link_draf(konteks: Konteks, daftar: Collection[Draf]) -> None:
	"""Before ``daftar`` is written: its rows are linked to the leaders', those of their people to them."""
	baru = {draf.pegawai: draf for draf in daftar}
	link_ke_atas(konteks, baru)
	link_bawahan(konteks, baru)


# --- rows of the new drafts


def link_ke_atas(konteks: Konteks, baru: Mapping[str, Draf]) -> None:
	pimpinan = _get_pimpinan(konteks, baru)
	per_tujuan = defaultdict(list)
	for draf in baru.values():
		atasan = pimpinan.get(draf.skp["penilai"])
		if atasan and atasan.penilai != draf.pegawai:
			for asal, row in draf.hasil_kerja:
				kunci = asal["rhk_pimpinan"] and derive_kunci(asal["rhk_pimpinan"], atasan.skp)
				if kunci in atasan.uraian:
					per_tujuan[kunci, atasan.uraian[kunci]].append(row)
	for (kunci, uraian), rows in _select_muat(per_tujuan):
		for row in rows:
			row.update(rhk_pimpinan=kunci, rhk_pimpinan_uraian=uraian)


def _get_pimpinan(konteks: Konteks, baru: Mapping[str, Draf]) -> dict[str, frappe._dict]:
	"""Penilai of the new drafts -> ``skp``, its ``penilai``, and ``uraian``: kunci -> words of his hasil kerja."""
	penilai = {
		draf.skp["penilai"]
		for draf in baru.values()
		if any(asal["rhk_pimpinan"] for asal in draf.rencana["hasil_kerja"])
	} - {None}
	pimpinan = {nama: _read_draf(baru[nama]) for nama in penilai if nama in baru}
	return pimpinan | _load_pimpinan(konteks, penilai - set(pimpinan))


def _read_draf(draf: Draf) -> frappe._dict:
	indikator = defaultdict(list)
	if is_formulir_jpt(draf.skp["formulir"]):
		for iki in draf.baris["SKP Indikator"]:
			indikator[iki["hasil_kerja"]].append(iki["indikator"])
	uraian = {
		row["kunci"]: join_uraian(row["rencana_hasil_kerja"], indikator[row["kunci"]])
		for row in draf.baris[HASIL_KERJA]
	}
	return frappe._dict(skp=draf.skp["name"], penilai=draf.skp["penilai"], uraian=uraian)


def _load_pimpinan(konteks: Konteks, pegawai: Collection[str]) -> dict[str, frappe._dict]:
	skp = _get_skp_terbuka(konteks, {"pegawai": ("in", list(pegawai))}) if pegawai else []
	pemilik = {row.name: row for row in skp}
	saring = get_saring_anak("SKP", pemilik)
	rows = frappe.get_all(HASIL_KERJA, saring, ["parent", "kunci", "rencana_hasil_kerja"]) if skp else []
	for row in rows:
		row.formulir = pemilik[row.parent].formulir
	uraian = defaultdict(dict)
	for row in add_uraian(rows):
		uraian[row.parent][row.kunci] = row.uraian
	return {
		row.pegawai: frappe._dict(skp=row.name, penilai=row.penilai, uraian=uraian[row.name]) for row in skp
	}


def _get_skp_terbuka(konteks: Konteks, saring: dict) -> list[frappe._dict]:
	tetap = {"periode": konteks.periode.name, "tahap": ("!=", str(Tahap.DITUTUP))}
	return frappe.get_all("SKP", {**tetap, **saring}, ["name", "pegawai", "penilai", "formulir"])


# --- rows of drafts made before, whose leader comes now


def link_bawahan(konteks: Konteks, baru: Mapping[str, Draf]) -> None:
	menunggu = _get_skp_terbuka(
		konteks, {"penilai": ("in", list(baru)), "tahap": ("in", [str(tahap) for tahap in DISUSUN])}
	)
	skp = {row.pegawai: row for row in menunggu if baru[row.penilai].skp["penilai"] != row.pegawai}
	tujuan = {
		(nama, asal["kunci"]): row["kunci"]
		for nama in {row.penilai for row in skp.values()}
		for asal, row in baru[nama].hasil_kerja
	}
	pasangan = {
		derive_kunci(row.kunci, skp[row.pegawai].name): tujuan[skp[row.pegawai].penilai, row.rhk_pimpinan]
		for row in _get_baris_lama(konteks, {lama for _pegawai, lama in tujuan})
		if row.pegawai in skp and (skp[row.pegawai].penilai, row.rhk_pimpinan) in tujuan
	}
	_link(baru, pasangan)


def _get_baris_lama(konteks: Konteks, dilayani: Collection[str]) -> list[frappe._dict]:
	"""Rows of the year before that served the rows ``dilayani``: pegawai, kunci, rhk_pimpinan."""
	if not dilayani:
		return []
	skp, anak = frappe.qb.DocType("SKP"), frappe.qb.DocType(HASIL_KERJA)
	return (
		frappe.qb.from_(anak)
		.join(skp)
		.on(is_anak(anak, skp))
		.select(skp.pegawai, anak.kunci, anak.rhk_pimpinan)
		.where(anak.rhk_pimpinan.isin(list(dilayani)) & (skp.periode == konteks.periode_lalu))
		.run(as_dict=True)
	)


def _link(baru: Mapping[str, Draf], pasangan: Mapping[str, str]) -> None:
	"""``pasangan``: kunci of a row that is stored -> kunci of a row in ``baru``. A row with a link keeps it."""
	saring = {"kunci": ("in", list(pasangan)), "parenttype": "SKP", "rhk_pimpinan": ("is", "not set")}
	rows = frappe.get_all(HASIL_KERJA, saring, ["name", "kunci", "parent", "porsi"]) if pasangan else []
	uraian = (
		{kunci: kalimat for draf in baru.values() for kunci, kalimat in _read_draf(draf).uraian.items()}
		if rows
		else {}
	)
	per_tujuan = defaultdict(list)
	for row in rows:
		per_tujuan[pasangan[row.kunci], uraian[pasangan[row.kunci]]].append(row)
	tertaut = list(_select_muat(per_tujuan))
	for (kunci, teks), bawahan in tertaut:
		_write_tautan(kunci, teks, [row.name for row in bawahan])
	_touch({row.parent for _tujuan, bawahan in tertaut for row in bawahan})


def _write_tautan(kunci: str, uraian: str, names: list[str]) -> None:
	anak = frappe.qb.DocType(HASIL_KERJA)
	(
		frappe.qb.update(anak)
		.set(anak.rhk_pimpinan, kunci)
		.set(anak.rhk_pimpinan_uraian, uraian)
		.where(anak.name.isin(names))
		.run()
	)


def _touch(names: Collection[str]) -> None:
	"""An open form of the employee must not write the old row back."""
	if not names:
		return
	skp = frappe.qb.DocType("SKP")
	frappe.qb.update(skp).set(skp.modified, get_now()).where(skp.name.isin(list(names))).run()
	for name in names:
		frappe.clear_document_cache("SKP", name)


# --- shares


def _select_muat(per_tujuan: Mapping[tuple[str, str], list]) -> Iterable[tuple]:
	"""Leaves out what exceeds the whole: where last year's people have changed, the leader divides anew."""
	terambil = _get_terambil(per_tujuan)
	for tujuan, rows in per_tujuan.items():
		porsi = [to_decimal(row["porsi"]) for row in rows if row["porsi"]]
		if not porsi or not check_jumlah_porsi([*terambil[tujuan[0]], *porsi]):
			yield tujuan, rows


def _get_terambil(per_tujuan: Mapping[tuple[str, str], list]) -> dict[str, list]:
	"""kunci of a leader's row -> the shares that are taken of it already."""
	berporsi = [kunci for (kunci, _uraian), rows in per_tujuan.items() if any(row["porsi"] for row in rows)]
	terambil = defaultdict(list)
	if berporsi:
		saring = {"rhk_pimpinan": ("in", berporsi), "porsi": (">", 0), "parenttype": "SKP"}
		for row in frappe.get_all(HASIL_KERJA, saring, ["rhk_pimpinan", "porsi"]):
			terambil[row.rhk_pimpinan].append(to_decimal(row.porsi))
	return terambil
