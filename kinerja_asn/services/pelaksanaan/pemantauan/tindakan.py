"""Corrective action (Pasal 16-17): asked for where an indikator is behind at the end of a period, and followed up until
it is said what came of it. Nothing waits for it, and nobody is rated by it."""

from collections.abc import Collection

import frappe
from frappe.utils import getdate

from kinerja_asn.constants.istilah import StatusProgres, Tahap
from kinerja_asn.constants.tahapan import DILAPORKAN
from kinerja_asn.permissions.dokumen import from_terlihat
from kinerja_asn.rules.masa import Masa
from kinerja_asn.services.bersama.angka import format_tampil
from kinerja_asn.services.bersama.periode import TenggatLaporan, get_masa_pelaporan
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.ambil_alih.ambil_alih import get_ambil_alih
from kinerja_asn.services.pelaksanaan.pemantauan.bacaan import (
	count_tertinggal,
	get_gabungan_tercatat,
	get_tertinggal,
)
from kinerja_asn.services.pelaksanaan.progres import count_masa, rate_progres

DOCTYPE = "Tindakan Perbaikan"
TANPA_TINDAKAN = frappe._dict(diminta=0, terbuka=0, lewat=0)


def find_diminta(skp) -> list[frappe._dict]:
	"""Indikator of a set SKP (a document) that are behind at the end of the last period, and for which nothing was begun:
	kunci, indikator, masa_ke, masa, kekurangan."""
	hari_ini = get_today()
	masa_ke, daftar = count_masa(skp, hari_ini)
	if skp.tahap != Tahap.DITETAPKAN or daftar[0].akhir > hari_ini:
		return []
	masa, gabungan = daftar[masa_ke - 1], get_gabungan_tercatat([skp.name], hari_ini)
	ditangani, diambil = _get_ditangani([skp.name], masa.ke), get_ambil_alih(skp.name, hari_ini)
	diminta = []
	for iki in skp.indikator:
		if iki.hasil_kerja in diambil:
			continue
		progres = rate_progres(iki, gabungan.get(iki.kunci), masa_ke, daftar)
		if progres.status == StatusProgres.TERTINGGAL and (skp.name, iki.kunci) not in ditangani:
			diminta.append(
				frappe._dict(
					kunci=iki.kunci,
					indikator=iki.indikator,
					masa_ke=masa.ke,
					masa=masa.label,
					kekurangan=f"{format_tampil(progres.realisasi)} / {format_tampil(progres.seharusnya)}",
				)
			)
	return diminta


def find_banyak_diminta(periode: str) -> list[frappe._dict]:
	"""Set SKP of ``periode`` that are asked for something now, of people with an account: skp, pegawai_user, masa_ke, masa,
	banyak. In a fixed number of queries.

	``waktunya``: the report of that period is in, or late. Before, it is only not written yet.
	"""
	masa = _get_masa_terakhir(periode)
	if not masa:
		return []
	banyak = count_tertinggal(periode, get_today(), _get_ditangani(None, masa.ke, periode))
	skp, laporan = frappe.qb.DocType("SKP"), frappe.qb.DocType("Realisasi Kinerja")
	masuk = (
		(laporan.skp == skp.name) & (laporan.masa_ke == masa.ke) & laporan.tahap.isin([*map(str, DILAPORKAN)])
	)
	query = frappe.qb.from_(skp).left_join(laporan).on(masuk)
	query = query.where(
		(skp.periode == periode) & (skp.tahap == str(Tahap.DITETAPKAN)) & (skp.pegawai_user != "")
	)
	query = query.where((skp.awal <= masa.akhir) & (skp.akhir >= masa.awal))
	rows = query.select(skp.name.as_("skp"), skp.pegawai_user, laporan.name.as_("laporan")).run(as_dict=True)
	lewat = bool(TenggatLaporan(periode).count_terlambat(masa.akhir))
	return [
		frappe._dict(
			row, masa_ke=masa.ke, masa=masa.label, banyak=banyak[row.skp], waktunya=bool(row.laporan) or lewat
		)
		for row in rows
		if banyak[row.skp]
	]


def _get_ditangani(skp: Collection[str] | None, masa_ke: int, periode: str = "") -> set[tuple[str, str]]:
	"""(SKP, kunci) for which something is being done, or was done for this very period; of ``skp``, else of all of
	``periode``."""
	table = frappe.qb.DocType(DOCTYPE)
	milik = table.periode == periode if skp is None else table.skp.isin(list(skp))
	query = frappe.qb.from_(table).select(table.skp, table.indikator).where(milik)
	return set(query.where(table.selesai_pada.isnull() | (table.masa_ke == masa_ke)).run())


def get_tindakan(skp: str) -> list[frappe._dict]:
	"""Those of one SKP that the session user may read; what is not answered first, by its deadline."""
	table, query = from_terlihat(DOCTYPE)
	kolom = (
		"name",
		"modified",
		"uraian",
		"masa",
		"kekurangan",
		"tindakan",
		"tenggat",
		"hasil",
		"selesai_pada",
	)
	rows = query.where(table.skp == skp).select(*(table[nama] for nama in kolom)).run(as_dict=True)
	for row in rows:
		row.lewat = not row.hasil and getdate(row.tenggat) < get_today()
	return sorted(rows, key=lambda row: (bool(row.hasil), getdate(row.tenggat), row.name))


def count_tindakan(skp: Collection[str]) -> dict[str, frappe._dict]:
	"""SKP -> ``diminta``: indikator behind without any action; ``terbuka``, ``lewat``: actions not answered, and late."""
	jumlah = {name: TANPA_TINDAKAN.copy() for name in skp}
	if not jumlah:
		return jumlah
	ditangani, kolom = set(), ("skp", "indikator", "periode", "masa_ke", "tenggat", "selesai_pada")
	table, query = from_terlihat(DOCTYPE)
	query = query.where(table.skp.isin(list(skp))).select(*(table[nama] for nama in kolom))
	for row in query.run(as_dict=True):
		if not row.selesai_pada or row.masa_ke == _find_masa_terakhir(row.periode):
			ditangani.add((row.skp, row.indikator))
		if not row.selesai_pada:
			jumlah[row.skp].terbuka += 1
			jumlah[row.skp].lewat += getdate(row.tenggat) < get_today()
	for kunci in get_tertinggal(list(skp), get_today()) - ditangani:
		jumlah[kunci[0]].diminta += 1
	return jumlah


def _find_masa_terakhir(periode: str) -> int:
	"""Number of the reporting period of the year that ended last; 0 before the first has."""
	masa = _get_masa_terakhir(periode)
	return masa.ke if masa else 0


def _get_masa_terakhir(periode: str) -> Masa | None:
	berakhir = [masa for masa in get_masa_pelaporan(periode) if masa.akhir <= get_today()]
	return max(berakhir, key=lambda masa: masa.ke, default=None)
