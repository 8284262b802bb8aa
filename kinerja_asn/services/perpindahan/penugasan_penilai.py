"""Rows of Penugasan Penilai that follow a recorded move: who evaluates whom from which day on (Pasal 1; p. 89-92)."""

from collections.abc import Iterable
from datetime import date

import frappe
from frappe.utils import add_days, getdate

from kinerja_asn.constants.istilah import HalanganBertindak
from kinerja_asn.services.orang.pejabat import find_halangan
from kinerja_asn.services.orang.pihak import snapshot_pihak

DOCTYPE = "Penugasan Penilai"
DEFINITIF = "Definitif"


def assign(pegawai: str, lama: Iterable[str], baru: str, mulai: date, dasar: str) -> None:
	"""From ``mulai`` on ``baru`` evaluates ``pegawai`` instead of ``lama``; no row where Employee says so already."""
	for penilai in lama:
		end_penugasan(pegawai, penilai, mulai)
	if _get_pihak(pegawai, mulai).penilai != baru:
		_insert(pegawai=pegawai, penilai=baru, jenis=DEFINITIF, dari=mulai, dasar=dasar)


def assign_atasan(pegawai: str, penilai: str, atasan: str, mulai: date, dasar: str) -> None:
	"""From ``mulai`` on ``atasan`` stands above ``penilai``, who goes on evaluating ``pegawai``."""
	semula = end_penugasan(pegawai, penilai, mulai) or frappe._dict()
	_insert(
		pegawai=pegawai,
		penilai=penilai,
		atasan_penilai=atasan,
		jenis=semula.jenis or DEFINITIF,
		dari=mulai,
		sampai=semula.sampai,
		dasar=dasar,
	)


def lend(
	pegawai: str, lama: str, baru: str, jenis: str, mulai: date, sampai: date | None, dasar: str
) -> None:
	"""From ``mulai`` to ``sampai`` (None: not known yet) ``baru`` stands in for ``lama``, who comes back afterwards.

	The superior stays who he was: it is the same post.
	"""
	atasan = _find_atasan(pegawai, baru, mulai)
	semula = end_penugasan(pegawai, lama, mulai)
	akhir = semula and semula.sampai
	_insert(
		pegawai=pegawai,
		penilai=baru,
		atasan_penilai=atasan,
		jenis=jenis,
		dari=mulai,
		sampai=_get_terawal(sampai, akhir),
		dasar=dasar,
	)
	if sampai:
		restore(pegawai, lama, sampai, semula, dasar)


def _find_atasan(pegawai: str, baru: str, mulai: date) -> str | None:
	"""None where he has left, or is one of the two himself: then the stand-in's own superior is."""
	atasan = _get_pihak(pegawai, mulai).atasan_penilai
	dapat = find_halangan([atasan]).get(atasan) in (None, HalanganBertindak.TANPA_AKUN)
	return atasan if dapat and atasan != baru else None


def restore(pegawai: str, lama: str, sampai: date, semula: frappe._dict | None, dasar: str) -> None:
	"""After ``sampai`` ``lama`` evaluates again as in ``semula``; no row where Employee says so anyway, or he cannot."""
	mulai = getdate(add_days(sampai, 1))
	semula = semula or frappe._dict()
	if _get_pihak(pegawai, mulai).penilai == lama or (semula.sampai and semula.sampai < mulai):
		return
	if find_halangan([lama]):
		return
	_insert(
		pegawai=pegawai,
		penilai=lama,
		atasan_penilai=semula.atasan_penilai,
		jenis=semula.jenis or DEFINITIF,
		dari=mulai,
		sampai=semula.sampai,
		dasar=dasar,
	)


def change_sampai(
	pegawai: str, lama: str, baru: str, mulai: date, sampai_semula: date | None, sampai: date, dasar: str
) -> None:
	"""The last day of the stand-in who began on ``mulai`` becomes known, or another one."""
	pengganti = _find(pegawai, baru, mulai)
	if not pengganti:
		return
	kembali = sampai_semula and _find(pegawai, lama, getdate(add_days(sampai_semula, 1)))
	semula = _delete(kembali) if kembali else None
	pengganti.update({"sampai": sampai}).save()
	restore(pegawai, lama, sampai, semula, dasar)


def end_penugasan(pegawai: str, penilai: str, mulai: date) -> frappe._dict | None:
	"""The assignment to ``penilai`` in force on ``mulai`` ends the day before; returns what it said."""
	for doc in _get_berlaku(pegawai, penilai, mulai):
		if getdate(doc.dari) == mulai:
			return _delete(doc)
		semula = _read(doc)
		doc.update({"sampai": add_days(mulai, -1)}).save()
		return semula
	return None


def get_digantikan(baru: str, jenis: str, mulai: date, instansi: str) -> list[str]:
	"""Those for whom ``baru`` has stood in since ``mulai``."""
	saring = {"penilai": baru, "jenis": jenis, "dari": mulai, "instansi": instansi}
	return frappe.get_all(DOCTYPE, saring, pluck="pegawai", order_by="pegawai")


def _get_pihak(pegawai: str, pada: date) -> frappe._dict:
	return frappe._dict(snapshot_pihak(pegawai, pada))


def _get_berlaku(pegawai: str, penilai: str, pada: date) -> list:
	nama = frappe.get_all(
		DOCTYPE,
		{"pegawai": pegawai, "penilai": penilai, "dari": ("<=", pada)},
		pluck="name",
		order_by="dari desc",
		limit=1,
	)
	daftar = [frappe.get_doc(DOCTYPE, name) for name in nama]
	return [doc for doc in daftar if not doc.sampai or getdate(doc.sampai) >= pada]


def _find(pegawai: str, penilai: str, dari: date):
	nama = frappe.db.get_value(DOCTYPE, {"pegawai": pegawai, "penilai": penilai, "dari": dari})
	return frappe.get_doc(DOCTYPE, nama) if nama else None


def _read(doc) -> frappe._dict:
	sampai = getdate(doc.sampai) if doc.sampai else None
	return frappe._dict(jenis=doc.jenis, atasan_penilai=doc.atasan_penilai, sampai=sampai)


def _delete(doc) -> frappe._dict:
	semula = _read(doc)
	doc.delete()
	return semula


def _insert(**isi) -> None:
	"""Up to the day before the next assignment that is on record already, if there is one."""
	sampai = _get_terawal(isi.get("sampai"), _get_batas(isi["pegawai"], isi["dari"]))
	frappe.get_doc({"doctype": DOCTYPE, **isi, "sampai": sampai}).insert()


def _get_batas(pegawai: str, mulai: date) -> date | None:
	dari = frappe.get_all(
		DOCTYPE, {"pegawai": pegawai, "dari": (">", mulai)}, pluck="dari", order_by="dari asc", limit=1
	)
	return getdate(add_days(dari[0], -1)) if dari else None


def _get_terawal(*tanggal: date | None) -> date | None:
	return min((hari for hari in tanggal if hari), default=None)
