"""Daily reminders: plans before and after their last day, agreed reports that are due, assignments that wait.

Who has acted is not reminded. Each person is told at most once a day about one document (services/bersama/pemberitahuan.py).
A period's switch ``pengingat`` turns all of them off for its agency.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import partial

import frappe
from frappe import _
from frappe.utils import formatdate, getdate
from pypika.terms import ExistsCriterion

from kinerja_asn.constants.akses import RENCANA
from kinerja_asn.constants.istilah import Frekuensi, KategoriLampiran, StatusPenugasan, Tahap
from kinerja_asn.constants.peran import PENILAI
from kinerja_asn.constants.tahapan import DISUSUN
from kinerja_asn.permissions.giliran import get_giliran, get_kolom_giliran
from kinerja_asn.rules.pertanggungjawaban import is_jatuh_tempo
from kinerja_asn.rules.tenggat import hari_kerja_antara
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send
from kinerja_asn.services.bersama.penolakan import tolerate
from kinerja_asn.services.bersama.periode import get_nama_periode
from kinerja_asn.services.bersama.tabel_anak import is_anak
from kinerja_asn.services.bersama.waktu import get_libur, get_today
from kinerja_asn.services.orang.pegawai import is_dinilai, query_asn
from kinerja_asn.services.situs.tujuan import PORTAL, get_alamat_antrean

# Days left until the last day on which a plan is set; below zero: days since.
HARI_PENGINGAT = (14, 7, 1, -1, -7, -14)
# Hari kerja an assignment may wait before its Penilai is reminded, and again after as many.
HARI_TUNGGU_PENUGASAN = 5
PANJANG_JUDUL = 120


def send_pengingat() -> int:
	"""All reminders of today; how many were new. May be run any number of times a day."""
	periode = _get_periode()
	jumlah = 0
	for susun in (
		build_belum_diajukan,
		build_tanpa_skp,
		build_belum_ditetapkan,
		build_laporan,
		build_penugasan,
	):
		with tolerate(f"Pengingat {susun.__name__}"):
			jumlah += send(susun(periode))
	return jumlah


def _get_periode() -> dict[str, frappe._dict]:
	"""Open periods that remind: name -> instansi, batas_penetapan_skp."""
	rows = frappe.get_all(
		"Periode Kinerja",
		{"status": "Dibuka", "pengingat": 1},
		["name", "instansi", "batas_penetapan_skp"],
	)
	return {row.name: row for row in rows}


def _get_mendekati_batas(periode: dict) -> dict[str, frappe._dict]:
	"""Periods whose last day is one of the days of which people are reminded today."""
	return {name: row for name, row in periode.items() if getdate(row.batas_penetapan_skp) in _get_batas()}


def _get_batas() -> list[date]:
	return [get_today() + timedelta(days=hari) for hari in HARI_PENGINGAT]


def _describe_batas(batas: date) -> str:
	tanggal = formatdate(batas, "d MMMM yyyy")
	if getdate(batas) < get_today():
		return _("Batas penetapannya, {0}, sudah lewat.").format(tanggal)
	return _("Batas penetapannya {0}.").format(tanggal)


# --- the plan: to the employee


def build_belum_diajukan(periode: dict) -> Iterator[Pemberitahuan]:
	"""Drafts, and plans that were returned."""
	dekat = _get_mendekati_batas(periode)
	for row in _get_belum_diajukan(dekat):
		yield Pemberitahuan(
			penerima=row.pegawai_user,
			doctype="SKP",
			dokumen=row.name,
			tulis=partial(_write_belum_diajukan, dekat[row.periode].batas_penetapan_skp),
		)


def _write_belum_diajukan(batas: date) -> Kabar:
	return Kabar(_("SKP Anda belum diajukan"), _describe_batas(batas), _("Buka SKP"))


def _get_belum_diajukan(periode: dict) -> list[frappe._dict]:
	"""Of those to whom planning applies still: a draft may be older than the leave that its employee is on."""
	skp, pegawai = frappe.qb.DocType("SKP"), frappe.qb.DocType("Employee")
	return (
		frappe.qb.from_(skp)
		.join(pegawai)
		.on(skp.pegawai == pegawai.name)
		.select(skp.name, skp.periode, skp.pegawai_user)
		.where(skp.periode.isin(list(periode) or [""]) & (skp.pegawai_user != ""))
		.where(skp.tahap.isin([str(tahap) for tahap in DISUSUN]))
		.where((pegawai.status == "Active") & is_dinilai(pegawai))
		.run(as_dict=True)
	)


def build_tanpa_skp(periode: dict) -> Iterator[Pemberitahuan]:
	"""Employees to whom planning applies (p. 66) and who have not begun."""
	for name, row in _get_mendekati_batas(periode).items():
		for user in _get_tanpa_skp(name, row.instansi):
			yield Pemberitahuan(
				penerima=user,
				doctype="Periode Kinerja",
				dokumen=name,
				alamat=PORTAL,
				tulis=partial(_write_tanpa_skp, name, row.batas_penetapan_skp),
			)


def _write_tanpa_skp(periode: str, batas: date) -> Kabar:
	judul = _("Anda belum menyusun SKP periode {0}").format(get_nama_periode(periode))
	return Kabar(judul, _describe_batas(batas), _("Buka Kinerja Saya"))


def _get_tanpa_skp(periode: str, instansi: str) -> list[str]:
	pegawai, skp = frappe.qb.DocType("Employee"), frappe.qb.DocType("SKP")
	ada = (
		frappe.qb.from_(skp).select(skp.name).where((skp.pegawai == pegawai.name) & (skp.periode == periode))
	)
	return (
		query_asn(instansi, get_today())
		.select(pegawai.user_id)
		.where((pegawai.user_id != "") & is_dinilai(pegawai))
		.where(ExistsCriterion(ada).negate())
		.run(pluck=True)
	)


# --- the plan: to whoever sets it


def build_belum_ditetapkan(periode: dict) -> Iterator[Pemberitahuan]:
	"""One notice for each of them and kind of plan, however many plans wait."""
	for doctype in RENCANA:
		for (user, batas, peran), nama in _group_menunggu(doctype, periode).items():
			yield Pemberitahuan(
				penerima=user,
				doctype=doctype,
				dokumen=nama[0],
				alamat=get_alamat_antrean(peran),
				tulis=partial(_write_belum_ditetapkan, doctype, len(nama), batas, peran),
			)


def _write_belum_ditetapkan(doctype: str, banyak: int, batas: date, peran: str) -> Kabar:
	if peran == PENILAI:
		judul, tombol = _("{0} {1} menunggu penetapan Anda"), _("Buka Tim Saya")
	else:
		judul, tombol = _("{0} {1} menunggu Anda"), _("Buka daftarnya")
	return Kabar(judul.format(banyak, _(doctype)), _describe_batas(batas), tombol)


def _group_menunggu(doctype: str, periode: dict) -> dict[tuple, list[str]]:
	"""(whose turn it is, last day, as which role) -> the plans, oldest first."""
	rows = frappe.get_all(
		doctype,
		{
			"periode": ("in", list(periode) or [""]),
			"tahap": str(Tahap.DIAJUKAN),
			"tenggat_penetapan": ("in", [str(hari) for hari in _get_batas()]),
		},
		[*get_kolom_giliran(doctype), "tenggat_penetapan"],
		order_by="diajukan_pada asc, name asc",
	)
	giliran = get_giliran(doctype, rows)
	kelompok = defaultdict(list)
	for row in rows:
		for bagian in giliran[row.name]:
			for user in bagian.users:
				kelompok[user, row.tenggat_penetapan, bagian.peran].append(row.name)
	return kelompok


# --- agreed reports (Pasal 12; p. 60)


def build_laporan(periode: dict) -> Iterator[Pemberitahuan]:
	"""What an employee and his leader agreed to be reported today, all of one SKP in one notice."""
	jatuh_tempo = defaultdict(list)
	for row in _get_skema(periode):
		if _is_hari_ini(row):
			jatuh_tempo[row.skp, row.pegawai_user].append(row.uraian)
	for (skp, user), uraian in jatuh_tempo.items():
		yield Pemberitahuan(
			penerima=user,
			doctype="SKP",
			dokumen=skp,
			alamat=PORTAL,
			tulis=partial(_write_laporan, uraian),
		)


def _write_laporan(uraian: list[str]) -> Kabar:
	judul = _shorten(_("Laporkan hari ini: {0}").format(uraian[0]))
	return Kabar(judul, _describe_laporan(uraian), _("Buka Kinerja Saya"))


def _get_skema(periode: dict) -> list[frappe._dict]:
	skp, lampiran = frappe.qb.DocType("SKP"), frappe.qb.DocType("SKP Lampiran")
	hari_ini = get_today()
	return (
		frappe.qb.from_(lampiran)
		.join(skp)
		.on(is_anak(lampiran, skp))
		.select(skp.name.as_("skp"), skp.pegawai_user, skp.awal, skp.akhir)
		.select(lampiran.frekuensi, lampiran.tanggal, lampiran.uraian)
		.where(lampiran.kategori == str(KategoriLampiran.PERTANGGUNGJAWABAN))
		.where((lampiran.frekuensi != "") & (skp.pegawai_user != ""))
		.where(skp.periode.isin(list(periode) or [""]) & (skp.tahap == str(Tahap.DITETAPKAN)))
		.where((skp.awal <= hari_ini) & (skp.akhir >= hari_ini))
		.orderby(skp.name, lampiran.idx)
		.run(as_dict=True)
	)


def _is_hari_ini(row) -> bool:
	tanggal = getdate(row.tanggal) if row.tanggal else None
	return is_jatuh_tempo(
		Frekuensi(row.frekuensi), tanggal, get_today(), getdate(row.awal), getdate(row.akhir)
	)


def _describe_laporan(uraian: Iterable[str]) -> str:
	return _("Waktu pelaporan yang disepakati dalam Lampiran SKP jatuh hari ini: {0}").format(
		"; ".join(teks.strip() for teks in uraian)
	)


def _shorten(teks: str) -> str:
	return teks if len(teks) <= PANJANG_JUDUL else f"{teks[: PANJANG_JUDUL - 1].rstrip()}…"


# --- assignments


def build_penugasan(periode: dict) -> Iterator[Pemberitahuan]:
	"""Assignments on which the Penilai has not decided (p. 46 no. 10-12)."""
	libur = {instansi: get_libur(instansi) for instansi in {row.instansi for row in periode.values()}}
	rows = frappe.get_all(
		"Penugasan Kinerja",
		{"periode": ("in", list(periode) or [""]), "status": str(StatusPenugasan.MENUNGGU)},
		["name", "periode", "nama_pegawai", "penilai_user", "creation"],
	)
	for row in rows:
		sejak = getdate(row.creation)
		if _is_waktunya(sejak, libur[periode[row.periode].instansi]):
			yield Pemberitahuan(
				penerima=row.penilai_user,
				doctype="Penugasan Kinerja",
				dokumen=row.name,
				tulis=partial(_write_penugasan, row.nama_pegawai, sejak),
			)


def _write_penugasan(nama_pegawai: str, sejak: date) -> Kabar:
	return Kabar(
		judul=_("Penugasan untuk {0} masih menunggu keputusan Anda").format(nama_pegawai),
		isi=_("Menunggu sejak {0}. Setujui, atau tolak dengan alasan.").format(
			formatdate(sejak, "d MMMM yyyy")
		),
		tombol=_("Buka Penugasan"),
	)


def _is_waktunya(sejak: date, libur) -> bool:
	"""On the first working day after it has waited that long, and so on."""
	hari_ini = get_today()
	lama = hari_kerja_antara(sejak, hari_ini, libur)
	bertambah = lama > hari_kerja_antara(sejak, hari_ini - timedelta(days=1), libur)
	return bertambah and lama > HARI_TUNGGU_PENUGASAN and lama % HARI_TUNGGU_PENUGASAN == 1
