"""What the page "Tim Saya" shows a Penilai besides what waits for him: where each of his people stands."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from functools import cache

import frappe
from frappe.utils import getdate

from kinerja_asn.constants.istilah import JenisEvaluasi, Tahap
from kinerja_asn.constants.tahapan import DISEPAKATI, DISUSUN
from kinerja_asn.permissions.lingkup import get_pegawai
from kinerja_asn.portal.dasar.halaman import get_alamat
from kinerja_asn.portal.dasar.progres import KELAS_TAHAP, summarize_status
from kinerja_asn.services.bersama.periode import get_masa_evaluasi, get_periode, get_tenggat_realisasi
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.giliran.tenggat import KOLOM_TENGGAT, describe_banyak_tenggat, is_lewat
from kinerja_asn.services.orang.bawahan import get_bawahan
from kinerja_asn.services.pelaksanaan.progres import get_gabungan, get_masa_skp, get_progres
from kinerja_asn.services.penilaian.evaluasi import get_awal_evaluasi

# --- evaluations whose time has come


def get_skp_dinilai() -> list:
	"""Plans that the session user evaluates, of all open periods: a year that has ended is evaluated in the next."""
	terbuka = frappe.get_all("Periode Kinerja", {"status": "Dibuka"}, pluck="name")
	return frappe.get_list(
		"SKP",
		filters={
			"penilai_user": frappe.session.user,
			"periode": ("in", terbuka or [""]),
			"tahap": ("in", [str(tahap) for tahap in DISEPAKATI]),
		},
		fields=["name", "nama_pegawai", "unit_kerja", "periode", "jenis_asn", "awal", "akhir", "tahap"],
		order_by="nama_pegawai asc, urutan asc",
	)


def get_evaluasi_belum_dibuat(tim: list) -> list[frappe._dict]:
	"""Evaluations whose time has come, per period evaluated, with the people who have none yet; newest first.

	Each has a ``kode``, by which the page is asked to show its people.
	"""
	ada = _get_kunci_evaluasi([skp.name for skp in tim])
	kelompok: dict[tuple, frappe._dict] = {}
	for skp in tim:
		for jenis, masa in _get_masa_jatuh(skp):
			ke = 0 if jenis == JenisEvaluasi.TAHUNAN else masa.ke
			if (skp.name, str(jenis), ke) not in ada:
				evaluasi = kelompok.setdefault((masa.akhir, str(jenis)), _start_kelompok(jenis, masa))
				alamat = get_alamat("tim/evaluasi", skp=skp.name, jenis=jenis, masa=ke)
				evaluasi.pegawai.append(frappe._dict(nama=skp.nama_pegawai, alamat=alamat))
	return [kelompok[kunci] for kunci in sorted(kelompok, reverse=True)]


def _start_kelompok(jenis: JenisEvaluasi, masa) -> frappe._dict:
	return frappe._dict(masa=masa.label, jenis=str(jenis), kode=f"{jenis}-{masa.akhir}", pegawai=[])


def _get_kunci_evaluasi(skp: list[str]) -> set[tuple]:
	rows = frappe.get_list(
		"Evaluasi Kinerja", filters={"skp": ("in", skp or [""])}, fields=["skp", "jenis", "masa_ke"]
	)
	return {(row.skp, row.jenis, row.masa_ke) for row in rows}


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
	rows = frappe.get_list(
		"SKP",
		filters={SEBAGAI[sebagai]: frappe.session.user},
		fields=["periode", "awal"],
		order_by="awal desc",
	)
	return list(dict.fromkeys(row.periode for row in rows))


def get_tim(periode: str, sebagai: str = "penilai") -> list:
	"""SKP of the session user's people in ``periode``, with their progress; a fixed number of queries."""
	tim = frappe.get_list(
		"SKP",
		filters={SEBAGAI[sebagai]: frappe.session.user, "periode": periode},
		fields=[
			*KOLOM_TENGGAT,
			"pegawai",
			"nama_pegawai",
			"jabatan_pegawai",
			"unit_kerja",
			"awal",
			"akhir",
			"workflow_state",
		],
		order_by="nama_pegawai asc, urutan asc",
		limit_page_length=0,
	)
	add_progres(tim)
	tenggat = describe_banyak_tenggat(list(filter(is_lewat, tim)))
	for skp in tim:
		skp.tenggat = tenggat.get(skp.name)
		skp.alamat = get_alamat("tim/skp", name=skp.name)
		skp.alamat_pegawai = get_alamat("pegawai", pegawai=skp.pegawai)
		skp.kelas_tahap = KELAS_TAHAP[Tahap(skp.tahap)]
	return tim


def add_progres(tim: list) -> None:
	"""Put ``progres`` (words and colour) and ``belum_lapor`` on every SKP of ``tim``."""
	nama = [skp.name for skp in tim]
	indikator = _get_indikator(nama)
	gabungan = get_gabungan(nama, get_today())
	laporan = _get_laporan(nama)
	get_tenggat = cache(get_tenggat_realisasi)  # of a few periods and months, however many people
	for skp in tim:
		skp.progres = _describe_progres(skp, indikator[skp.name], gabungan)
		skp.belum_lapor = _find_belum_lapor(skp, laporan[skp.name], get_tenggat)


def _get_indikator(nama: list[str]) -> dict[str, list]:
	"""Children of SKP that get_list has already found readable."""
	rows = frappe.get_all(
		"SKP Indikator",
		get_saring_anak("SKP", nama),
		["parent", "kunci", "arah", "cara_hitung", "target_min", "target_maks"],
	)
	return _group(rows, "parent")


def _get_laporan(nama: list[str]) -> dict[str, list]:
	rows = frappe.get_list(
		"Realisasi Kinerja", filters={"skp": ("in", nama or [""])}, fields=["skp", "masa_ke", "tahap"]
	)
	return _group(rows, "skp")


def _group(rows: list, kolom: str) -> dict[str, list]:
	kelompok = defaultdict(list)
	for row in rows:
		kelompok[row[kolom]].append(row)
	return kelompok


def _describe_progres(skp, indikator: list, gabungan: dict) -> frappe._dict | None:
	if skp.tahap not in DISEPAKATI or not indikator:
		return None
	status = [get_progres(skp, iki, gabungan.get(iki.kunci), get_today()).status for iki in indikator]
	return summarize_status(status)


def _find_belum_lapor(skp, laporan: list, get_tenggat: Callable[[str, date], date]) -> list[str]:
	"""Periods past their deadline without a submitted report."""
	if skp.tahap != Tahap.DITETAPKAN:
		return []
	sudah = {row.masa_ke for row in laporan if row.tahap not in DISUSUN}
	return [
		masa.label
		for masa in get_masa_skp(skp)
		if masa.ke not in sudah and get_tenggat(skp.periode, masa.akhir) < get_today()
	]


def get_tanpa_skp(periode: str, tim: list) -> list[str]:
	"""Names of the user's own staff, by assignment or as direct superior, who have no SKP in ``periode``.

	Read for the session user's own Employee records only, never for one that a client names.
	"""
	bawahan = get_bawahan(get_pegawai(frappe.session.user))
	names = [row.name for row in bawahan] or [""]
	punya = set(frappe.get_all("SKP", {"periode": periode, "pegawai": ("in", names)}, pluck="pegawai"))
	return [row.employee_name for row in bawahan if row.name not in punya]


def count_tim(tim: list) -> frappe._dict:
	"""How many people are behind, on schedule, or still without a set SKP."""
	kelas = [skp.progres.kelas for skp in tim if skp.progres]
	return frappe._dict(
		pegawai=len(tim),
		tertinggal=kelas.count("bahaya"),
		sesuai=kelas.count("baik") + kelas.count("unggul"),
		belum=kelas.count("netral"),
		belum_lapor=sum(bool(skp.belum_lapor) for skp in tim),
		belum_ditetapkan=len(tim) - len(kelas),
	)
