"""Figures of another system: HR's worksheet, and one endpoint for the system itself."""

import frappe
from frappe import _
from frappe.desk.utils import provide_binary_file

from kinerja_asn.constants.istilah import HasilImpor
from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.lembar import impor_realisasi
from kinerja_asn.permissions.penjaga import require_role
from kinerja_asn.services.bersama.isian import read_daftar, read_hari
from kinerja_asn.services.pelaksanaan.pengimporan.baris import BarisImpor
from kinerja_asn.services.pelaksanaan.pengimporan.pelaksanaan import import_semua, open_impor

SEKALI_KIRIM = 1_000


@frappe.whitelist(methods=["POST"])
def start(name: str) -> None:
	"""Bring in the file of the Impor Realisasi ``name``, or go on with one that has stopped, in the background."""
	require_role(PENGELOLA)
	impor_realisasi.enqueue(_get_impor(name).name)


@frappe.whitelist(methods=["POST"])
def download_lembar(name: str) -> None:
	"""The worksheet to be filled in, as the answer's file."""
	require_role(PENGELOLA)
	impor = _get_impor(name)
	provide_binary_file(f"Realisasi {impor.masa}", "xlsx", impor_realisasi.export_lembar(impor))


@frappe.whitelist(methods=["POST"])
def send(periode: str, tanggal: str, asal: str, baris: str | list) -> dict:
	"""``baris``: [{nip, indikator (key or text), realisasi, keterangan}], of the reporting period in which ``tanggal`` lies.

	For an account that holds HR's role. Each figure becomes a draft; sent twice it counts once. Answers how many were
	taken, and of each row that was not, why.
	"""
	require_role(PENGELOLA)
	impor = open_impor(periode, read_hari(tanggal, _("Tanggal")), asal)
	daftar = [_read_baris(nomor, isi) for nomor, isi in enumerate(read_daftar(baris, dict), 1)]
	if len(daftar) > SEKALI_KIRIM:
		frappe.throw(_("Kirim paling banyak {0} baris sekaligus.").format(SEKALI_KIRIM))
	hasil = [temuan for bagian in import_semua(impor, daftar) for temuan in bagian]
	return {
		"masa": impor.masa.label,
		**{keadaan.name.lower(): sum(row.hasil == keadaan for row in hasil) for keadaan in HasilImpor},
		"penolakan": [
			{"baris": row.baris.nomor, "nip": row.baris.nip, "penjelasan": row.penjelasan}
			for row in hasil
			if row.hasil == HasilImpor.DITOLAK
		],
	}


def _read_baris(nomor: int, isi: dict) -> BarisImpor:
	teks = {kunci: isi.get(kunci) for kunci in ("nip", "indikator", "keterangan")}
	salah = [kunci for kunci, nilai in teks.items() if nilai is not None and not isinstance(nilai, str)]
	return BarisImpor(
		nomor=nomor,
		nip="".join(str(teks["nip"] or "").split())[:40],
		indikator=str(teks["indikator"] or "")[:1000].strip(),
		nilai=isi.get("realisasi"),
		keterangan="" if salah else (teks["keterangan"] or "").strip(),
		salah=_("{0} harus berupa teks.").format(", ".join(salah)) if salah else "",
	)


def _get_impor(name: str):
	impor = frappe.get_doc("Impor Realisasi", name)
	impor.check_permission("write")
	return impor
