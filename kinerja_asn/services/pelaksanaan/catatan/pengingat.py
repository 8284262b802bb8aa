"""Whoever is asked for daily notes hears once a week how many working days of the last one have none."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

import frappe
from frappe import _
from frappe.utils import formatdate, getdate

from kinerja_asn.constants.istilah import PemakaianCatatan
from kinerja_asn.rules.catatan import find_belum, get_pekan
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.catatan.hari import get_hari_kosong
from kinerja_asn.services.pelaksanaan.catatan.jumlah import DOCTYPE
from kinerja_asn.services.situs.tujuan import get_alamat


def remind_pekan_lalu() -> int:
	"""How many were told. Run daily: a week is told of once, also where the scheduler was down on its Monday."""
	pekan = get_pekan(get_today() - timedelta(days=7))
	rows = _get_diminta(pekan)
	return send(_build(rows, pekan)) if rows else 0


def _get_diminta(pekan: tuple[date, ...]) -> list[frappe._dict]:
	"""Plans of that week in open periods that ask for notes and remind, of people who have an account."""
	skp, periode = frappe.qb.DocType("SKP"), frappe.qb.DocType("Periode Kinerja")
	diminta = (periode.status == "Dibuka") & (periode.pengingat == 1)
	diminta &= periode.catatan_harian == str(PemakaianCatatan.DIMINTA)
	return (
		frappe.qb.from_(skp)
		.join(periode)
		.on((periode.name == skp.periode) & diminta)
		.select(skp.name, skp.pegawai, skp.pegawai_user, skp.awal, skp.akhir)
		.where((skp.awal <= pekan[-1]) & (skp.akhir >= pekan[0]) & (skp.pegawai_user != ""))
		.run(as_dict=True)
	)


def _build(rows: list[frappe._dict], pekan: tuple[date, ...]) -> Iterator[Pemberitahuan]:
	tercatat = _get_tercatat(pekan)
	kosong = get_hari_kosong({row.pegawai for row in rows}, pekan[0], pekan[-1])
	for row in rows:
		hari = [ke for ke in pekan if getdate(row.awal) <= ke <= getdate(row.akhir)]
		belum = find_belum(hari, tercatat[row.pegawai], kosong.get(row.pegawai, {}), get_today())
		if belum:
			yield Pemberitahuan(
				row.pegawai_user,
				"SKP",
				row.name,
				tulis=partial(_write, belum),
				alamat=get_alamat("harian", tanggal=belum[0]),
				kali=f"catatan harian {pekan[0]}",
			)


def _get_tercatat(pekan: tuple[date, ...]) -> dict[str, set[date]]:
	table = frappe.qb.DocType(DOCTYPE)
	query = frappe.qb.from_(table).select(table.pegawai, table.tanggal)
	tercatat: dict[str, set[date]] = defaultdict(set)
	for pegawai, tanggal in query.where(table.tanggal[pekan[0] : pekan[-1]] & (table.banyak > 0)).run():
		tercatat[pegawai].add(getdate(tanggal))
	return tercatat


def _write(belum: list[date]) -> Kabar:
	return Kabar(
		judul=_("{0} hari kerja pekan lalu belum Anda catat").format(len(belum)),
		isi=", ".join(formatdate(hari, "EEEE d MMMM") for hari in belum),
		tombol=_("Tulis catatannya"),
	)
