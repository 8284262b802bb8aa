"""What the page "Tim Saya" shows a Penilai besides what waits for him: where each of his people stands."""

import frappe
from frappe import _
from frappe.query_builder import Order
from frappe.query_builder.functions import Max
from frappe.utils import getdate

from kinerja_asn.constants.istilah import JenisEvaluasi, StatusProgres, Tahap
from kinerja_asn.constants.tahapan import DISEPAKATI
from kinerja_asn.permissions.dokumen import from_terlihat
from kinerja_asn.permissions.lingkup import get_pegawai
from kinerja_asn.portal.dasar.halaman import get_alamat
from kinerja_asn.portal.dasar.progres import KELAS_TAHAP, summarize_status
from kinerja_asn.services.bersama.periode import get_masa_evaluasi, get_periode
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.giliran.tenggat import KOLOM_TENGGAT, describe_banyak_tenggat, is_lewat
from kinerja_asn.services.orang.bawahan import get_bawahan
from kinerja_asn.services.pelaksanaan.pelaporan.keterlambatan import (
	Terlambat,
	describe_hari,
	find_sering,
	find_terlambat,
	name_masa,
)
from kinerja_asn.services.pelaksanaan.pemantauan.bacaan import get_status
from kinerja_asn.services.pelaksanaan.pemantauan.tindakan import TANPA_TINDAKAN, count_tindakan
from kinerja_asn.services.pelaksanaan.umpan_balik.jadwal import find_banyak_berkala
from kinerja_asn.services.penilaian.evaluasi import get_awal_evaluasi
from kinerja_asn.services.penilaian.kewenangan.jendela import get_jendela
from kinerja_asn.services.penilaian.kewenangan.perpindahan import TANPA, find_perpindahan
from kinerja_asn.services.penilaian.kewenangan.pihak import is_dievaluasi

_KOLOM_DINILAI = (
	*("name", "nama_pegawai", "unit_kerja", "periode", "jenis_asn", "awal", "akhir", "tahap"),
	*("penilai_user", "atasan_penilai_user"),
)
_KOLOM_TIM = (
	*KOLOM_TENGGAT,
	*("pegawai", "nama_pegawai", "jabatan_pegawai", "unit_kerja", "awal", "akhir", "workflow_state"),
)

# --- evaluations whose time has come


def get_skp_dinilai() -> list:
	"""Plans that the session user evaluates, or whose Penilai is below him, of all open periods: a year that has ended is
	evaluated in the next."""
	table, query = from_terlihat("SKP")
	user = frappe.session.user
	periode = frappe.qb.DocType("Periode Kinerja")
	terbuka = frappe.qb.from_(periode).select(periode.name).where(periode.status == "Dibuka")
	query = query.where((table.penilai_user == user) | (table.atasan_penilai_user == user))
	query = query.where(table.periode.isin(terbuka))
	query = query.where(table.tahap.isin([str(tahap) for tahap in DISEPAKATI]))
	return query.select(*_KOLOM_DINILAI).orderby(table.nama_pegawai, table.urutan).run(as_dict=True)


def get_evaluasi_belum_dibuat(tim: list) -> list[frappe._dict]:
	"""Evaluations whose time has come, per period evaluated, with the people who have none yet; newest first.

	Each has a ``kode``, by which the page is asked to show its people.
	"""
	ada = _get_kunci_evaluasi([skp.name for skp in tim])
	riwayat = find_perpindahan([skp.name for skp in tim])
	kelompok: dict[tuple, frappe._dict] = {}
	for skp in tim:
		for jenis, masa in _get_masa_jatuh(skp):
			ke = 0 if jenis == JenisEvaluasi.TAHUNAN else masa.ke
			dievaluasi = is_dievaluasi(skp, jenis, masa, riwayat.get(skp.name, TANPA))
			if (skp.name, str(jenis), ke) not in ada and dievaluasi and _is_giliran(skp, jenis, masa):
				evaluasi = kelompok.setdefault((masa.akhir, str(jenis)), _start_kelompok(jenis, masa))
				alamat = get_alamat("tim/evaluasi", skp=skp.name, jenis=jenis, masa=ke)
				evaluasi.pegawai.append(frappe._dict(nama=skp.nama_pegawai, alamat=alamat))
	return [kelompok[kunci] for kunci in sorted(kelompok, reverse=True)]


def _is_giliran(skp, jenis: JenisEvaluasi, masa) -> bool:
	"""The Penilai's while the time lasts, his superior's afterwards (p. 90 no. 11)."""
	lewat = get_jendela(skp.periode, jenis, masa).is_lewat(get_today()) and bool(skp.atasan_penilai_user)
	return frappe.session.user == (skp.atasan_penilai_user if lewat else skp.penilai_user)


def _start_kelompok(jenis: JenisEvaluasi, masa) -> frappe._dict:
	return frappe._dict(masa=masa.label, jenis=str(jenis), kode=f"{jenis}-{masa.akhir}", pegawai=[])


def _get_kunci_evaluasi(skp: list[str]) -> set[tuple]:
	table, query = from_terlihat("Evaluasi Kinerja")
	rows = query.where(table.skp.isin(skp or [""])).select(table.skp, table.jenis, table.masa_ke)
	return set(rows.run())


def _get_masa_jatuh(skp) -> list[tuple]:
	periode, hari_ini = get_periode(skp.periode), get_today()
	return [
		(jenis, masa)
		for jenis in JenisEvaluasi
		for masa in get_masa_evaluasi(skp.periode, jenis, skp.jenis_asn)
		if masa.akhir >= getdate(skp.awal)
		and masa.awal <= getdate(skp.akhir)
		and hari_ini >= max(get_awal_evaluasi(periode, masa, jenis, skp), masa.awal)
	]


# --- the team


# The page's two views -> the column of SKP that names the session user.
SEBAGAI = {"penilai": "penilai_user", "atasan": "atasan_penilai_user"}


def get_periode_tim(sebagai: str) -> list[str]:
	"""Periods in which the session user is Penilai (or atasan) of somebody, newest first."""
	table, query = from_terlihat("SKP")
	query = query.where(table[SEBAGAI[sebagai]] == frappe.session.user).groupby(table.periode)
	rows = query.select(table.periode).orderby(Max(table.awal), order=Order.desc).run()
	return [periode for (periode,) in rows]


def get_tim(periode: str, sebagai: str = "penilai") -> list:
	"""SKP of the session user's people in ``periode``, with their progress; a fixed number of queries."""
	table, query = from_terlihat("SKP")
	query = query.where((table[SEBAGAI[sebagai]] == frappe.session.user) & (table.periode == periode))
	tim = query.select(*_KOLOM_TIM).orderby(table.nama_pegawai, table.urutan).run(as_dict=True)
	add_progres(tim)
	tenggat = describe_banyak_tenggat(list(filter(is_lewat, tim)))
	for skp in tim:
		skp.tenggat = tenggat.get(skp.name)
		skp.alamat = get_alamat("tim/skp", name=skp.name)
		skp.alamat_pegawai = get_alamat("pegawai", pegawai=skp.pegawai)
		skp.kelas_tahap = KELAS_TAHAP[Tahap(skp.tahap)]
	return tim


def add_progres(tim: list) -> None:
	"""Put ``progres`` (words and colour), ``tindakan``, ``berkala`` and ``belum_lapor`` on every SKP of ``tim``."""
	nama = [skp.name for skp in tim]
	status = get_status(nama, get_today())
	terlambat = find_terlambat(tim[0].periode, tim) if tim else {}
	berkala = find_banyak_berkala(tim)
	tindakan = count_tindakan([skp.name for skp in tim if skp.tahap == Tahap.DITETAPKAN])
	for skp in tim:
		skp.progres = _describe_progres(skp, status.get(skp.name))
		skp.berkala = berkala.get(skp.name)
		skp.tindakan = tindakan.get(skp.name, TANPA_TINDAKAN)  # a plan that was closed is followed up no more
		_add_terlambat(skp, terlambat.get(skp.name, []))


def _describe_progres(skp, status: list[StatusProgres] | None) -> frappe._dict | None:
	return summarize_status(status) if status and skp.tahap in DISEPAKATI else None


def _add_terlambat(skp, terlambat: list[Terlambat]) -> None:
	"""``belum_lapor``: periods past their last day without a report, ``belum_disebut`` some of them, ``terlama`` the most
	working days; ``sering``: quarters in which reports were late again and again."""
	belum = [row for row in terlambat if not row.masuk]
	skp.belum_lapor = [row.masa.label for row in belum]
	skp.belum_disebut = name_masa(skp.belum_lapor)
	skp.terlama = describe_hari(max((row.hari for row in belum), default=0))
	skp.sering = [
		_("{0} laporan terlambat dalam {1}").format(banyak, triwulan)
		for triwulan, banyak in find_sering(terlambat)
	]


def get_tanpa_skp(periode: str, tim: list) -> list[str]:
	"""Names of the user's own staff, by assignment or as direct superior, who have no SKP in ``periode``.

	Read for the session user's own Employee records only, never for one that a client names.
	"""
	dalam_tim = {skp.pegawai for skp in tim}
	lain = [row for row in get_bawahan(get_pegawai(frappe.session.user)) if row.name not in dalam_tim]
	saring = {"periode": periode, "pegawai": ("in", [row.name for row in lain])}
	punya = set(frappe.get_all("SKP", saring, pluck="pegawai")) if lain else set()
	return [row.employee_name for row in lain if row.name not in punya]


def count_tim(tim: list) -> frappe._dict:
	"""How many people are behind, on schedule, or still without a set SKP."""
	kelas = [skp.progres.kelas for skp in tim if skp.progres]
	return frappe._dict(
		pegawai=len(tim),
		tertinggal=kelas.count("bahaya"),
		sesuai=kelas.count("baik") + kelas.count("unggul"),
		belum=kelas.count("netral"),
		belum_lapor=sum(bool(skp.belum_lapor) for skp in tim),
		sering=sum(bool(skp.sering) for skp in tim),
		berkala=sum(bool(skp.berkala) for skp in tim),
		belum_ditetapkan=len(tim) - len(kelas),
	)
