"""Who evaluates: the plan's Penilai, or whom the regulation puts in his place (p. 89-92)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import frappe
from frappe import _
from frappe.utils import formatdate, getdate

from kinerja_asn.constants.istilah import (
	DasarPenilai,
	HalanganBertindak,
	JenisEvaluasi,
	JenisPerpindahan,
)
from kinerja_asn.rules.masa import Masa
from kinerja_asn.rules.penilai_evaluasi import (
	Jendela,
	Pejabat,
	choose_bertugas,
	choose_dasar,
	explain,
	is_beralih,
	is_penilai_lama,
	is_rencana_dievaluasi,
)
from kinerja_asn.services.bersama.jejak import add_jejak
from kinerja_asn.services.bersama.waktu import get_now, get_today
from kinerja_asn.services.orang.kewenangan.jejak import record_kalimat
from kinerja_asn.services.orang.pejabat import find_halangan
from kinerja_asn.services.orang.pihak import (
	KOLOM_JABATAN,
	KOLOM_PENILAI,
	KOLOM_PIHAK,
	choose_penilai,
	get_banyak_data,
	get_data,
	snapshot_penilai,
)
from kinerja_asn.services.penilaian.kewenangan.fakta import (
	Fakta,
	query_digantikan,
	query_penugasan,
	read_fakta,
)
from kinerja_asn.services.penilaian.kewenangan.jabatan import find_alasan_jabatan, read_jabatan
from kinerja_asn.services.penilaian.kewenangan.jendela import get_jendela
from kinerja_asn.services.penilaian.kewenangan.perpindahan import TANPA, Riwayat, find_perpindahan

LAPIS_MAKS = 10  # on the way up: no agency has more
KOLOM_SKP = (*KOLOM_PIHAK, "name", "periode", *KOLOM_JABATAN)


@dataclass(frozen=True)
class Kewenangan:
	"""``pihak``: the party columns of the evaluation. ``beralih``: its steps are the atasan's, because the time is over."""

	pihak: Mapping
	dasar: DasarPenilai
	final: bool
	beralih: bool

	@property
	def nama(self) -> str:
		return self.pihak["nama_atasan_penilai" if self.beralih else "nama_penilai"] or _(
			"pejabat yang belum ada"
		)

	@property
	def uraian(self) -> str:
		return explain(self.nama, self.dasar, self.final)

	def as_dict(self) -> dict:
		"""As an Evaluasi Kinerja keeps it."""
		return {
			**self.pihak,
			"penetap_user": self.pihak["atasan_penilai_user" if self.beralih else "penilai_user"],
			"dasar_penilai": str(self.dasar),
			"uraian_penilai": self.uraian,
			"bersifat_final": int(self.final),
		}


def decide(skp: str, jenis: JenisEvaluasi, masa: Masa, dinilai_pada: date | None = None) -> Kewenangan | None:
	"""Who evaluates ``masa`` on ``skp``; ``dinilai_pada``: the day on which it was set before. None: no such plan."""
	row = frappe.db.get_value("SKP", skp, list(KOLOM_SKP), as_dict=True)
	if not row:
		return None
	pihak, dasar = _choose(row, jenis, masa)
	penilai, atasan = pihak["penilai"], pihak["atasan_penilai"]
	fakta = Fakta(jabatan=read_jabatan([penilai]), halangan=find_halangan([atasan]))
	return _decide(row, pihak, dasar, get_jendela(row.periode, jenis, masa), fakta, dinilai_pada)


def decide_banyak(daftar: Collection[Mapping], jenis: JenisEvaluasi, masa: Masa) -> dict[str, Kewenangan]:
	"""SKP -> what ``decide`` says of a plan that was not evaluated for ``masa`` yet. ``daftar``: rows with KOLOM_SKP.

	One by one only where somebody moved, is Plt. himself or has no Penilai in office: they are few.
	"""
	fakta, hasil = read_fakta(daftar), {}
	for row in daftar:
		if fakta.is_khusus(row):
			hasil[row["name"]] = decide(row["name"], jenis, masa)
			continue
		pihak = {kolom: row[kolom] for kolom in (*KOLOM_PIHAK, "periode")}
		dasar = choose_dasar(fakta.get_jenis_penugasan(row), fakta.status.get(row["pegawai"]))
		hasil[row["name"]] = _decide(row, pihak, dasar, get_jendela(row["periode"], jenis, masa), fakta, None)
	return hasil


def _decide(
	row: Mapping,
	pihak: Mapping,
	dasar: DasarPenilai,
	jendela: Jendela,
	fakta: Fakta,
	dinilai_pada: date | None,
) -> Kewenangan:
	beralih = _is_beralih(pihak, jendela, fakta, dinilai_pada)
	final = beralih or bool(find_alasan_jabatan(row, fakta.jabatan.get(pihak["penilai"])))
	return Kewenangan(pihak, DasarPenilai.LEWAT_WAKTU if beralih else dasar, final, beralih)


def _choose(row, jenis: JenisEvaluasi, masa: Masa) -> tuple[dict, DasarPenilai]:
	pihak, dasar = _follow_perpindahan(row, jenis, masa)
	if tempat := _find_tempat_plt(row.pegawai, pihak, masa):
		return {**pihak, **snapshot_penilai(row.pegawai, tempat)}, DasarPenilai.TEMPAT_PLT
	if not _is_bertugas(pihak["penilai"]):
		jalur = _climb(row.pegawai, pihak)
		if pengganti := choose_bertugas(row.pegawai, jalur):
			return {**pihak, **snapshot_penilai(row.pegawai, pengganti)}, DasarPenilai.BERHALANGAN
	return pihak, dasar


# --- moves (no. 13-14)


def _follow_perpindahan(row, jenis: JenisEvaluasi, masa: Masa) -> tuple[dict, DasarPenilai]:
	"""Of a plan that a move closed, the Penilai who comes after: unless it was not the employee's Penilai who changed
	within the time of this evaluation."""
	pihak = {kolom: row[kolom] for kolom in (*KOLOM_PIHAK, "periode")}
	riwayat = find_perpindahan([row.name]).get(row.name, TANPA)
	jendela = get_jendela(row.periode, jenis, masa)
	if riwayat.sesudah and riwayat.sesudah.jenis == JenisPerpindahan.GANTI_PENILAI:
		if is_penilai_lama(jenis, jendela, riwayat.sesudah):
			return pihak, DasarPenilai.PENILAI_LAMA
		return {**pihak, **_get_penilai(riwayat.skp_baru)}, DasarPenilai.PENILAI_BARU
	if riwayat.sebelum and masa.awal <= riwayat.sebelum.tanggal <= masa.akhir:
		pegawai = riwayat.sebelum.jenis == JenisPerpindahan.MUTASI
		return pihak, DasarPenilai.PEGAWAI_PINDAH if pegawai else DasarPenilai.PENILAI_BARU
	return pihak, _get_dasar(pihak)


def _get_penilai(skp: str) -> dict:
	"""Of the plan that came after; of the one after that, where its Penilai has moved too."""
	riwayat = find_perpindahan([skp]).get(skp, TANPA)
	if (
		riwayat.sesudah
		and riwayat.sesudah.jenis == JenisPerpindahan.GANTI_PENILAI
		and riwayat.skp_baru != skp
	):
		return _get_penilai(riwayat.skp_baru)
	return frappe.db.get_value("SKP", skp, list(KOLOM_PENILAI), as_dict=True) or {}


def _get_dasar(pihak: Mapping) -> DasarPenilai:
	status = frappe.db.get_value("Employee", pihak["pegawai"], "status_kinerja")
	return choose_dasar(_get_jenis_penugasan(pihak["pegawai"], pihak["penilai"]), status)


def _get_jenis_penugasan(pegawai: str, penilai: str | None) -> str | None:
	"""Of the assignment in force today, if it is to ``penilai``."""
	rows = query_penugasan([pegawai]).run(as_dict=True)
	return next((row.jenis for row in rows if not penilai or row.penilai == penilai), None)


# --- the employee is Plt. himself (no. 5-6)


def _find_tempat_plt(pegawai: str, pihak: Mapping, masa: Masa) -> str | None:
	"""Who leads where he reports as Plt., while he is and nobody else was assigned; back to his own post afterwards.

	Never himself, nor somebody whom he evaluates.
	"""
	hari = min(get_today(), masa.akhir)
	digantikan = _find_digantikan(pegawai, hari)
	if not digantikan or _get_jenis_penugasan(pegawai, None):
		return None
	pimpinan = choose_penilai([get_data(digantikan)], hari).get(digantikan)
	if not pimpinan or pimpinan in (pegawai, pihak["penilai"]) or not _is_bertugas(pimpinan):
		return None
	return pimpinan if choose_penilai([get_data(pimpinan)], hari)[pimpinan] != pegawai else None


def _find_digantikan(pegawai: str, hari: date) -> str | None:
	rows = query_digantikan([pegawai], hari).run(as_dict=True)
	return rows[-1].penilai_lama if rows else None


# --- who is berhalangan tetap (no. 2)


def _is_bertugas(pegawai: str | None) -> bool:
	return find_halangan([pegawai]).get(pegawai) != HalanganBertindak.TIDAK_AKTIF


def _climb(pegawai: str, pihak: Mapping) -> list[Pejabat]:
	"""From the Penilai upwards."""
	jalur, nama = [], pihak["penilai"]
	berikut = pihak["atasan_penilai"]
	while nama and nama not in {pejabat.name for pejabat in jalur} and len(jalur) < LAPIS_MAKS:
		jalur.append(Pejabat(nama, _is_bertugas(nama)))
		nama = berikut or choose_penilai(get_banyak_data([nama]).values()).get(nama)
		berikut = None
	return jalur


# --- the time is over (no. 11)


def _is_beralih(pihak: Mapping, jendela: Jendela, fakta: Fakta, dinilai_pada: date | None) -> bool:
	atasan = pihak["atasan_penilai"]
	return (
		is_beralih(jendela, get_today(), dinilai_pada)
		and bool(pihak["atasan_penilai_user"])
		and atasan not in (pihak["pegawai"], pihak["penilai"])
		and atasan not in fakta.halangan
	)


# --- on which plan


def is_dievaluasi(skp, jenis: JenisEvaluasi, masa: Masa, riwayat: Riwayat) -> bool:
	"""``skp``: a row with periode."""
	return is_rencana_dievaluasi(
		jenis, masa, get_jendela(skp.periode, jenis, masa), riwayat.sebelum, riwayat.sesudah
	)


def check_rencana(skp, jenis: JenisEvaluasi, masa: Masa) -> None:
	"""Refuses the plan on which this period is not evaluated, and says on which it is."""
	if kalimat := find_rencana_lain([skp], jenis, masa).get(skp.name):
		frappe.throw(kalimat)


def find_rencana_lain(daftar: Collection, jenis: JenisEvaluasi, masa: Masa) -> dict[str, str]:
	"""SKP of ``daftar`` (rows with name, periode) on which ``masa`` is not evaluated -> on which it is, in words."""
	riwayat = find_perpindahan([skp.name for skp in daftar])
	return {
		skp.name: _describe_rencana_lain(masa, riwayat[skp.name])
		for skp in daftar
		if skp.name in riwayat and not is_dievaluasi(skp, jenis, masa, riwayat[skp.name])
	}


def _describe_rencana_lain(masa: Masa, riwayat: Riwayat) -> str:
	lain = riwayat.skp_baru if riwayat.sesudah and riwayat.sesudah.tanggal <= masa.akhir else riwayat.skp_lama
	pindah = riwayat.sesudah if lain == riwayat.skp_baru else riwayat.sebelum
	return _(
		"{0} dievaluasi sekali, atas SKP {1}: terjadi perpindahan pada {2} (hlm. 91-92 angka 13-14)."
	).format(masa.label, lain, formatdate(pindah.tanggal))


# --- the trace


def record_kewenangan(evaluasi) -> None:
	"""on_update of Evaluasi Kinerja: another evaluates, or by another provision, than before."""
	lama = evaluasi.get_doc_before_save()
	sebelum = (
		(lama.dasar_penilai, lama.penetap_user)
		if lama
		else (str(DasarPenilai.ATASAN_LANGSUNG), evaluasi.penilai_user)
	)
	if (evaluasi.dasar_penilai, evaluasi.penetap_user) != sebelum:
		record_banyak([evaluasi])


def record_banyak(rows) -> None:
	"""``rows``: evaluations (documents or their rows) with what they keep now."""
	rows = list(rows)
	add_jejak(("Evaluasi Kinerja", row.name, row.uraian_penilai) for row in rows)
	record_kalimat("Evaluasi Kinerja", [(row, row.uraian_penilai) for row in rows])


def get_dialihkan_pada(kewenangan: Kewenangan, semula):
	"""Since when it is the atasan's; None while it is not."""
	return (semula or get_now()) if kewenangan.beralih else None


def read_dinilai_pada(saat) -> date | None:
	return getdate(saat) if saat else None
