"""The calendar of a Penilai's people: who has noted which day of a week, and the days that wait for him."""

from collections import defaultdict
from datetime import date

import frappe
from frappe.query_builder.functions import Count

from kinerja_asn.constants.istilah import StatusCatatan
from kinerja_asn.permissions.dokumen import from_terlihat
from kinerja_asn.portal.dasar.halaman import get_alamat
from kinerja_asn.portal.pelaksanaan.catatan.pekan import (
	KOLOM,
	build_pekan,
	by_tanggal,
	get_baris,
	is_diminta,
	is_dipakai,
)
from kinerja_asn.rules.catatan import get_pekan
from kinerja_asn.services.pelaksanaan.catatan.hari import get_hari_kosong
from kinerja_asn.services.pelaksanaan.catatan.jumlah import DOCTYPE


def get_orang(tanggal: date) -> list[frappe._dict]:
	"""People whose plan of that week names the session user as Penilai, by name; of a week's two plans the later one."""
	pekan = get_pekan(tanggal)
	table, query = from_terlihat("SKP")
	query = query.where((table.penilai_user == frappe.session.user) & (table.awal <= pekan[-1]))
	query = query.where(table.akhir >= pekan[0]).orderby(table.nama_pegawai, table.pegawai, table.awal)
	rows = query.select("pegawai", "nama_pegawai", "jabatan_pegawai", "periode").run(as_dict=True)
	return [*{row.pegawai: row for row in rows if is_dipakai(row.periode)}.values()]


def add_pekan(orang: list[frappe._dict], tanggal: date) -> None:
	"""Put ``pekan`` on each, and ``menunggu``: the days that he has sent; however many they are, in a fixed number of queries."""
	hari = get_pekan(tanggal)
	nama = [row.pegawai for row in orang]
	per_orang = _get_dokumen(nama, hari[0], hari[-1])
	kosong = get_hari_kosong(nama, hari[0], hari[-1])
	for row in orang:
		row.pekan = build_pekan(
			tanggal, by_tanggal(per_orang[row.pegawai]), kosong.get(row.pegawai, {}), is_diminta(row.periode)
		)
		row.menunggu = [hari_ini.dokumen for hari_ini in row.pekan if is_menunggu(hari_ini.dokumen)]
		row.alamat = get_alamat("tim/harian", pegawai=row.pegawai, tanggal=tanggal)


def choose_tampil(orang: list[frappe._dict]) -> None:
	"""Put ``tampil`` on each: the days of the week on which somebody of them is expected to work, or has worked."""
	dipakai = {hari.tanggal for row in orang for hari in row.pekan if not hari.kosong or hari.dokumen}
	for row in orang:
		row.tampil = [hari for hari in row.pekan if hari.tanggal in dipakai]


def _get_dokumen(pegawai: list[str], awal: date, akhir: date) -> dict[str, list]:
	table, query = from_terlihat(DOCTYPE)
	query = query.where(table.pegawai.isin([*pegawai, ""]) & table.tanggal[awal:akhir])
	per_orang = defaultdict(list)
	for row in query.select(*KOLOM).run(as_dict=True):
		per_orang[row.pegawai].append(row)
	return per_orang


def is_menunggu(dokumen) -> bool:
	return bool(
		dokumen and dokumen.status == StatusCatatan.DIAJUKAN and dokumen.penilai_user == frappe.session.user
	)


def add_baris(pekan: list[frappe._dict]) -> None:
	"""What was noted, in full, for whoever reads one person's week."""
	per_hari = defaultdict(list)
	for row in get_baris([hari.dokumen.name for hari in pekan if hari.dokumen]):
		per_hari[row.parent].append(row)
	for hari in pekan:
		hari.baris = per_hari[hari.dokumen.name] if hari.dokumen else []
		hari.menunggu = is_menunggu(hari.dokumen)


def find_orang(pegawai: str, tanggal: date) -> frappe._dict | None:
	"""One person of whom the session user may read a plan of that week; he evaluates him, or leads who does."""
	pekan = get_pekan(tanggal)
	table, query = from_terlihat("SKP")
	user = frappe.session.user
	query = query.where((table.penilai_user == user) | (table.atasan_penilai_user == user))
	query = query.where((table.pegawai == pegawai) & (table.awal <= pekan[-1]) & (table.akhir >= pekan[0]))
	query = query.select("pegawai", "nama_pegawai", "jabatan_pegawai", "periode")
	rows = [row for row in query.orderby(table.awal).run(as_dict=True) if is_dipakai(row.periode)]
	return rows[-1] if rows else None


def count_menunggu() -> int:
	"""Days that wait for the session user, of all weeks."""
	_table, query = _from_menunggu()
	return query.select(Count("*")).run()[0][0]


def find_pekan_menunggu() -> date | None:
	"""The oldest day that waits: its week is what the page opens on."""
	table, query = _from_menunggu()
	rows = query.orderby(table.tanggal).select(table.tanggal).limit(1).run(pluck=True)
	return rows[0] if rows else None


def _from_menunggu() -> tuple:
	table, query = from_terlihat(DOCTYPE)
	penilai = table.penilai_user == frappe.session.user
	return table, query.where(penilai & (table.status == str(StatusCatatan.DIAJUKAN)))
