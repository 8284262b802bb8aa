"""Who may be asked about an employee: people proposed by what they are to him, and others found by name."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

import frappe
from frappe import _

from kinerja_asn.constants.istilah import PeranUmpanBalik, StatusPenugasan, Tahap
from kinerja_asn.permissions.lingkup import get_kriteria_bertugas
from kinerja_asn.rules.umpan_balik import choose_peran
from kinerja_asn.services.bersama.tabel_anak import is_anak, is_baris
from kinerja_asn.services.orang.bawahan import get_bawahan
from kinerja_asn.services.orang.pejabat import find_halangan

_KOLOM = ("name", "employee_name", "designation", "department", "company", "user_id")


@dataclass
class Sekitar:
	"""Names of the Employees around somebody. ``seunit``: peers whom nobody proposes in a large unit, and finds by name."""

	pimpinan: set[str] = field(default_factory=set)
	bawahan: set[str] = field(default_factory=set)
	rekan: set[str] = field(default_factory=set)
	seunit: set[str] = field(default_factory=set)


def find_sekitar(skp) -> Sekitar:
	"""``skp`` names its parties. Peers have the same Penilai or share a row of the leader's matrix; subordinates are
	evaluated by him or carry a row of his (p. 46)."""
	bawahan = _get_nama(get_bawahan([skp.pegawai])) | _find_turunan(skp.name)
	rekan = _get_nama(get_bawahan([skp.penilai])) if skp.penilai else set()
	sekitar = Sekitar(
		pimpinan={nama for nama in (skp.penilai, skp.atasan_penilai, *_find_pemberi(skp.name)) if nama},
		bawahan=bawahan,
		rekan=rekan | _find_sematriks(skp.name),
	)
	sekitar.seunit = _find_seunit(skp)
	for kelompok in (sekitar.pimpinan, sekitar.bawahan, sekitar.rekan, sekitar.seunit):
		kelompok.discard(skp.pegawai)
	return sekitar


def get_peran(skp, sekitar: Sekitar, pegawai: str) -> PeranUmpanBalik:
	rekan = sekitar.rekan | sekitar.seunit
	return choose_peran(pegawai, skp.pegawai, sekitar.pimpinan, sekitar.bawahan, rekan)


def propose(skp, sekitar: Sekitar, lain: Collection[str] = ()) -> dict[PeranUmpanBalik, list[frappe._dict]]:
	"""Role -> people who can answer, by name; ``lain`` are those found otherwise."""
	nama = {skp.pegawai, *sekitar.pimpinan, *sekitar.bawahan, *sekitar.rekan, *lain}
	per_peran: dict[PeranUmpanBalik, list] = {peran: [] for peran in PeranUmpanBalik}
	for row in get_orang(nama):
		per_peran[get_peran(skp, sekitar, row.name)].append(row)
	return per_peran


def get_orang(nama: Iterable[str]) -> list[frappe._dict]:
	"""Those of ``nama`` who are in service with an account in use. Two queries."""
	table = frappe.qb.DocType("Employee")
	rows = (
		frappe.qb.from_(table)
		.select(*_KOLOM)
		.where(table.name.isin([*nama, ""]) & get_kriteria_bertugas(table))
		.orderby(table.employee_name, table.name)
		.run(as_dict=True)
	)
	halangan = find_halangan(row.name for row in rows)
	return [row for row in rows if row.name not in halangan]


def describe_halangan(diminta: Collection[str], orang: Collection) -> str | None:
	"""A sentence about those of ``diminta`` who are not in ``orang``; None where nobody is missing."""
	kurang = sorted(set(diminta) - {row.name for row in orang})
	if not kurang:
		return None
	nama = frappe.get_all("Employee", {"name": ("in", kurang)}, pluck="employee_name")
	return _(
		"{0} tidak dapat menjawab: tidak bertugas lagi atau tidak memiliki akun. Hapus pilihannya."
	).format(", ".join(sorted(nama)) or _("Pegawai yang dipilih"))


def _get_nama(rows: Iterable) -> set[str]:
	return {row.name for row in rows}


def _find_pemberi(skp: str) -> list[str]:
	"""Leaders who assigned a row of the plan, other than the Penilai (p. 46)."""
	saring = {"skp": skp, "status": str(StatusPenugasan.DISETUJUI), "pemberi": ("is", "set")}
	return frappe.get_all("Penugasan Kinerja", saring, pluck="pemberi", distinct=True)


def _find_seunit(skp) -> set[str]:
	if not skp.unit_kerja:
		return set()
	saring = {"department": skp.unit_kerja, "status": "Active", "nip": ("is", "set")}
	return set(frappe.get_all("Employee", saring, pluck="name"))


def _find_turunan(skp: str) -> set[str]:
	"""Who has a row that serves one of this plan's."""
	baris, turunan, lain = _get_tabel()
	return set(
		_query_berlaku(turunan, lain)
		.join(baris)
		.on((turunan.rhk_pimpinan == baris.kunci) & is_baris(baris, "SKP", skp))
		.run(pluck=True)
	)


def _find_sematriks(skp: str) -> set[str]:
	"""Who has a row that serves the same row of a leader as one of this plan's."""
	baris, serumpun, lain = _get_tabel()
	return set(
		_query_berlaku(serumpun, lain)
		.join(baris)
		.on((serumpun.rhk_pimpinan == baris.rhk_pimpinan) & is_baris(baris, "SKP", skp))
		.where(baris.rhk_pimpinan != "")
		.run(pluck=True)
	)


def _get_tabel() -> tuple:
	baris = frappe.qb.DocType("SKP Hasil Kerja")
	return baris, baris.as_("lain"), frappe.qb.DocType("SKP")


def _query_berlaku(baris, skp):
	return (
		frappe.qb.from_(baris)
		.join(skp)
		.on(is_anak(baris, skp))
		.select(skp.pegawai)
		.distinct()
		.where(skp.tahap != str(Tahap.DITUTUP))
	)
