"""Whose SKP a period is opened for, and what in an employee's data has to be mended first (p. 62-66)."""

from collections.abc import Collection

import frappe
from frappe import _
from frappe.query_builder.functions import Count
from frappe.utils import escape_html
from pypika.queries import QueryBuilder

from kinerja_asn.rules.nip import NipTidakValid, parse_nip
from kinerja_asn.services.orang.pegawai import describe_kontrak_habis, is_dinilai, query_asn
from kinerja_asn.services.orang.pihak import KOLOM_JABATAN, get_banyak_data, snapshot_banyak_pihak
from kinerja_asn.services.orang.unit import get_nama_unit
from kinerja_asn.services.perencanaan.pembukaan.konteks import Konteks


def get_calon(konteks: Konteks) -> list[str]:
	"""Names of those who are evaluated: leaders before their people, where the tree of employees is in order."""
	pegawai = frappe.qb.DocType("Employee")
	return (
		_query(konteks)
		.select(pegawai.name)
		.where(is_dinilai(pegawai))
		.orderby(pegawai.lft, pegawai.name)
		.run(pluck=True)
	)


def count_dikecualikan(konteks: Konteks) -> int:
	"""How many have a status that planning does not apply to (p. 66 no. 8)."""
	pegawai = frappe.qb.DocType("Employee")
	return _query(konteks).select(Count(pegawai.name)).where(is_dinilai(pegawai).negate()).run()[0][0]


def get_tidak_ikut(konteks: Konteks) -> dict[str, int]:
	"""Why somebody active in the agency or unit gets no draft, and how many: his status, else what his data lack."""
	pegawai = frappe.qb.DocType("Employee")
	status = (
		_query(konteks)
		.select(pegawai.status_kinerja, Count(pegawai.name))
		.where(is_dinilai(pegawai).negate())
		.groupby(pegawai.status_kinerja)
		.orderby(pegawai.status_kinerja)
		.run()
	)
	lain = {
		_("NIP belum diisi"): pegawai.nip.isnull() | (pegawai.nip == ""),
		_("mulai bekerja setelah periode ini"): (pegawai.nip != "")
		& (pegawai.date_of_joining > konteks.periode.akhir),
	}
	sebab = {**dict(status), **{kata: _count_aktif(konteks, syarat) for kata, syarat in lain.items()}}
	return {kata: banyak for kata, banyak in sebab.items() if banyak}


def _count_aktif(konteks: Konteks, syarat) -> int:
	pegawai = frappe.qb.DocType("Employee")
	query = frappe.qb.from_(pegawai).select(Count(pegawai.name)).where(syarat & (pegawai.status == "Active"))
	query = query.where(pegawai.company == konteks.periode.instansi)
	if konteks.unit is not None:
		query = query.where(pegawai.department.isin(list(konteks.unit)))
	return query.run()[0][0]


def _query(konteks: Konteks) -> QueryBuilder:
	return query_asn(konteks.periode.instansi, konteks.periode.akhir, konteks.unit)


def load_orang(names: Collection[str]) -> dict[str, frappe._dict]:
	"""pegawai -> Employee's data, with the party fields of his SKP under ``pihak``; in a handful of queries."""
	orang = get_banyak_data(names)
	pihak = snapshot_banyak_pihak(list(orang), orang)
	for nama, pegawai in orang.items():
		pegawai.pihak = pihak[nama]
		pegawai.jabatan = {kolom: pegawai[kolom] for kolom in KOLOM_JABATAN}
	return orang


# --- what is to be mended


def find_halangan(konteks: Konteks, orang: dict[str, frappe._dict]) -> dict[str, str]:
	"""pegawai -> why no draft is made for him and what to mend, of those with whose data something is wrong."""
	penilai = {pegawai.pihak["penilai"] for pegawai in orang.values()} - {None}
	akun = {pegawai.pihak["penilai_user"] for pegawai in orang.values()} - {None}
	unit = {pegawai.pihak["unit_kerja"] for pegawai in orang.values()} - {None, ""}
	keadaan = frappe._dict(
		tidak_aktif=_pluck("Employee", {"name": ("in", list(penilai)), "status": ("!=", "Active")}, penilai),
		akun_mati=_pluck("User", {"name": ("in", list(akun)), "enabled": 0}, akun),
		unit=_pluck("Department", {"name": ("in", list(unit)), "company": konteks.periode.instansi}, unit),
	)
	temuan = {nama: _describe_halangan(pegawai, keadaan, konteks) for nama, pegawai in orang.items()}
	return {nama: pesan for nama, pesan in temuan.items() if pesan}


def _pluck(doctype: str, filters: dict, names: set) -> set[str]:
	return set(frappe.get_all(doctype, filters, pluck="name")) if names else set()


def _describe_halangan(orang: frappe._dict, keadaan: frappe._dict, konteks: Konteks) -> str | None:
	return (
		_find_salah_nip(orang.pihak["nip_pegawai"])
		or describe_kontrak_habis(orang, konteks.periode.awal)
		or _find_salah_unit(orang.pihak["unit_kerja"], keadaan, konteks)
		or _find_salah_penilai(orang, keadaan)
	)


def _find_salah_nip(nip: str) -> str | None:
	try:
		parse_nip(nip)
	except NipTidakValid as salah:
		return _("NIP {0}: {1}").format(escape_html(nip), escape_html(str(salah)))
	return None


def _find_salah_unit(unit: str | None, keadaan: frappe._dict, konteks: Konteks) -> str | None:
	if not unit or unit in keadaan.unit:
		return None
	return _("Unit kerja {0} tidak ada di {1}. Perbaiki Department pada data pegawai ini.").format(
		escape_html(get_nama_unit(unit)), konteks.periode.instansi
	)


def _find_salah_penilai(orang: frappe._dict, keadaan: frappe._dict) -> str | None:
	penilai = orang.pihak["penilai"]
	nama = escape_html(orang.pihak["nama_penilai"] or "")
	if orang.reports_to == orang.name and not penilai:
		return _(
			"Pejabat Penilainya adalah dirinya sendiri. Perbaiki Reports to atau Penugasan Penilai pegawai ini."
		)
	if not penilai and orang.reports_to:
		return _("Atasan langsung {0} tidak ditemukan. Perbaiki Reports to pada data pegawai ini.").format(
			escape_html(orang.reports_to)
		)
	if penilai in keadaan.tidak_aktif:
		return _(
			"Pejabat Penilainya, {0}, tidak aktif lagi. Perbaiki Reports to atau buat Penugasan Penilai."
		).format(nama)
	if orang.pihak["penilai_user"] in keadaan.akun_mati:
		return _(
			"Akun Pejabat Penilainya, {0}, dinonaktifkan. Aktifkan akun itu atau ganti Pejabat Penilainya."
		).format(nama)
	return None
