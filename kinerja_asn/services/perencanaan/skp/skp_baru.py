"""How an SKP begins: its name, its parties, its days and its form; for one employee as for a whole agency."""

from collections.abc import Collection
from datetime import date

import frappe
from frappe import _
from frappe.utils import add_days, formatdate, getdate

from kinerja_asn.constants.istilah import Pendekatan, Tahap
from kinerja_asn.rules.formulir import choose_formulir, is_jpt_atau_mandiri
from kinerja_asn.rules.masa import end_kontrak


def build_nama(periode: str, pegawai: str, urutan: int) -> str:
	return f"SKP-{periode}-{pegawai}" + (f"-{urutan}" if urutan > 1 else "")


def build_pihak(pihak: dict, jabatan: dict, dialihkan: bool = False) -> dict:
	"""The party fields of an SKP: ``snapshot_pihak`` and ``get_jabatan`` of the employee, and whose user sets it."""
	penetap = (dialihkan and pihak["atasan_penilai_user"]) or pihak["penilai_user"]
	return {**pihak, **jabatan, "penetap_user": penetap}


def get_awal(periode, mulai_bekerja: date | str | None, sesudah: date | None = None) -> date:
	"""First day of a plan of ``periode``: nobody is behind on months before he was employed, or on those that his plan
	before was about (``sesudah``)."""
	mulai = getdate(mulai_bekerja or periode.awal)
	awal = max(getdate(periode.awal), min(mulai, getdate(periode.akhir)))
	return max(awal, sesudah) if sesudah else awal


def get_akhir(periode, data) -> date:
	"""Last day of a plan of ``periode`` for the Employee ``data`` (jenis_asn, contract_end_date)."""
	kontrak = data.get("contract_end_date")
	return end_kontrak(getdate(periode.akhir), data.get("jenis_asn"), getdate(kontrak) if kontrak else None)


def choose_bentuk(periode, jabatan: dict, pendekatan: str | None) -> dict:
	"""pendekatan and formulir. The form follows the post and the approach (p. 31, 53).

	``jabatan`` has jenis_jabatan and pimpinan_unit_mandiri; without ``pendekatan`` the period's for such posts.
	"""
	jenis, mandiri = jabatan.get("jenis_jabatan"), bool(jabatan.get("pimpinan_unit_mandiri"))
	baku = periode.pendekatan_jpt if is_jpt_atau_mandiri(jenis, mandiri) else periode.pendekatan_ja
	pendekatan = pendekatan or baku
	return {
		"pendekatan": pendekatan,
		"formulir": str(choose_formulir(jenis, mandiri, Pendekatan(pendekatan))),
	}


# --- one plan at a time: a further one begins after the last day of the one before (p. 65 no. 6-7)


def lock_pegawai(pegawai: Collection[str]) -> None:
	"""Whoever else begins a plan for one of them waits, in whichever agency, until this transaction ends: that two plans
	cover the same days no index can tell. After this, look with ``terkini``.

	By writing nothing new: SQLite locks for writers only.
	"""
	table = frappe.qb.DocType("Employee")
	frappe.qb.update(table).set(table.status, table.status).where(
		table.name.isin(sorted(pegawai) or [""])
	).run()


def get_pendahulu(
	pegawai: Collection[str], awal: date, akhir: date, terkini: bool = False
) -> dict[str, frappe._dict]:
	"""pegawai -> of his plans that cover days between ``awal`` and ``akhir`` the one that lasts longest: name, periode, akhir,
	tahap.

	Of any period: who changed to another agency is still one person. One that was closed before it was ever set covers
	nothing. ``terkini``: as they are now; MariaDB would show a plain read what was there when the transaction began.
	"""
	if not pegawai:
		return {}
	skp = frappe.qb.DocType("SKP")
	query = (
		frappe.qb.from_(skp)
		.select(skp.name, skp.pegawai, skp.periode, skp.akhir, skp.tahap)
		.where(skp.pegawai.isin(list(pegawai)) & (skp.akhir >= awal) & (skp.awal <= akhir))
		.where((skp.tahap != str(Tahap.DITUTUP)) | skp.ditetapkan_pada.notnull())
		.orderby(skp.akhir)
	)
	rows = (query.for_update() if terkini else query).run(as_dict=True)
	return {row.pegawai: row for row in rows}


def get_sesudah(pendahulu) -> date | None:
	"""The first day that is free after ``pendahulu``; None without one."""
	return getdate(add_days(pendahulu.akhir, 1)) if pendahulu else None


def check_berurutan(skp) -> None:
	"""Refuses the new ``skp`` while another plan covers days of it, or when none is left to it."""
	awal, akhir = getdate(skp.awal), getdate(skp.akhir)
	lock_pegawai([skp.pegawai])
	pendahulu = get_pendahulu([skp.pegawai], min(awal, akhir), akhir, terkini=True).get(skp.pegawai)
	if pendahulu and not _is_sama(skp, pendahulu):
		refuse(skp, pendahulu)


def _is_sama(skp, pendahulu) -> bool:
	"""An open plan of the same period is no plan before it but the same one: its unique key refuses that."""
	return pendahulu.periode == skp.periode and pendahulu.tahap != Tahap.DITUTUP


def refuse(skp, pendahulu) -> None:
	pesan = (
		_(
			"Hari kerja pegawai ini sampai {1} sudah termasuk SKP {0}, yang ditutup. SKP berikutnya dimulai sesudahnya."
		)
		if pendahulu.tahap == Tahap.DITUTUP
		else _("Pegawai ini masih mempunyai SKP {0} sampai {1}. Minta pengelola kinerja menutupnya dahulu.")
	)
	frappe.throw(pesan.format(pendahulu.name, formatdate(pendahulu.akhir, "d MMMM yyyy")))
