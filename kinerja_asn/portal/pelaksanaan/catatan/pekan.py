"""A week of days as the pages of the daily note show it: what each is called, in words and colour."""

from collections.abc import Collection, Mapping
from datetime import date

import frappe
from frappe import _
from frappe.utils import formatdate, getdate

from kinerja_asn.constants.istilah import PemakaianCatatan, StatusCatatan
from kinerja_asn.rules.catatan import find_belum, get_pekan
from kinerja_asn.services.bersama.angka import format_isian
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.catatan.jumlah import BARIS, DOCTYPE

KELAS = {StatusCatatan.DRAF: "ingat", StatusCatatan.DIAJUKAN: "info", StatusCatatan.DISETUJUI: "baik"}
KOLOM = (
	*("name", "modified", "pegawai", "pegawai_user", "nama_pegawai", "penilai_user", "nama_penilai", "skp"),
	*("periode", "tanggal", "status", "banyak", "menit", "terlambat", "catatan_penilai", "nama_penyetuju"),
)
KOLOM_BARIS = (
	*("name", "parent", "uraian", "hasil_kerja", "rencana_hasil_kerja", "indikator", "uraian_indikator"),
	*("volume", "satuan", "menit", "berkas", "tautan", "terlambat"),
)
TAHUN = range(2000, 2101)


def read_tanggal(teks: str | None) -> date:
	"""The day that an address asks for; today where it asks for none that there is."""
	try:
		tanggal = date.fromisoformat(str(teks or ""))
	except ValueError:
		return get_today()
	return tanggal if tanggal.year in TAHUN else get_today()


def is_dipakai(periode: str) -> bool:
	return get_periode(periode).catatan_harian != PemakaianCatatan.TIDAK_DIPAKAI


def is_diminta(periode: str) -> bool:
	return get_periode(periode).catatan_harian == PemakaianCatatan.DIMINTA


def get_baris(nama: Collection[str]) -> list[frappe._dict]:
	"""Lines of days that were found readable before, in their order."""
	rows = frappe.get_all(BARIS, get_saring_anak(DOCTYPE, nama), [*KOLOM_BARIS], order_by="parent, idx")
	return [show_baris(row) for row in rows]


def show_baris(row) -> frappe._dict:
	"""A line with ``angka``, its volume as people write it: none where nobody counted."""
	isi = {kolom: row.get(kolom) for kolom in KOLOM_BARIS}
	return frappe._dict(isi, angka=format_isian(row.volume) if row.volume or row.indikator else "")


def build_pekan(
	tanggal: date, per_hari: Mapping[date, frappe._dict], kosong: Mapping[date, str], diminta: bool
) -> list[frappe._dict]:
	"""Monday to Sunday: each day with its document, and what it is called."""
	hari = get_pekan(tanggal)
	tercatat = [ke for ke, dokumen in per_hari.items() if dokumen.banyak]
	belum = find_belum(hari, tercatat, kosong, get_today())
	return [
		frappe._dict(
			tanggal=ke,
			nama=formatdate(ke, "EEE d"),
			dokumen=per_hari.get(ke),
			nanti=ke > get_today(),
			kosong=ke in kosong,
			belum=diminta and ke in belum,
			**_describe(ke, per_hari.get(ke), kosong.get(ke), diminta and ke in belum),
		)
		for ke in hari
	]


def _describe(hari: date, dokumen, kosong: str | None, belum: bool) -> dict:
	if dokumen and dokumen.banyak:
		if dokumen.status == StatusCatatan.DRAF and dokumen.catatan_penilai:
			return {"kata": _("Dikembalikan"), "kelas": "bahaya"}
		return {"kata": _(dokumen.status), "kelas": KELAS[StatusCatatan(dokumen.status)]}
	if kosong:
		return {"kata": kosong, "kelas": "netral"}
	if belum:
		return {"kata": _("Belum diisi"), "kelas": "bahaya"}
	return {"kata": "–" if hari > get_today() else _("Belum ada"), "kelas": "netral"}


def by_tanggal(rows: list[frappe._dict]) -> dict[date, frappe._dict]:
	return {getdate(row.tanggal): row for row in rows}
