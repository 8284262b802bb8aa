"""Who is who on a document: the rated employee, his Penilai and the Penilai's superior, as they are on a day.

Transactions keep a copy (design.md §5.2): access and prints read it, never the Employee tree.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

import frappe

from kinerja_asn.constants.istilah import JenisPerpindahan, Tahap
from kinerja_asn.services.bersama.waktu import get_today

DATA_PEGAWAI = (
	"name",
	"employee_name",
	"nip",
	"nrp",
	"pangkat_golongan",
	"designation",
	"department",
	"company",
	"user_id",
	"reports_to",
	"date_of_joining",
	"contract_end_date",
	"jenis_asn",
	"jenis_jabatan",
	"pimpinan_unit_mandiri",
)


# Of the Employee, beside who he is: his post (p. 31, 53, 65) and his kind of ASN (KepmenPANRB 16/2025, diktum 17).
KOLOM_JABATAN = ("jenis_jabatan", "pimpinan_unit_mandiri", "jenis_asn")


def get_data(pegawai: str | None) -> frappe._dict:
	"""The Employee's data that documents copy; empty when there is no such Employee."""
	return get_banyak_data([pegawai]).get(pegawai) or frappe._dict()


def get_banyak_data(pegawai: Iterable[str | None]) -> dict[str, frappe._dict]:
	"""``get_data`` of many: name -> data. Who is not an Employee is absent."""
	nama = {name for name in pegawai if name}
	if not nama:
		return {}
	table = frappe.qb.DocType("Employee")
	rows = frappe.qb.from_(table).select(*DATA_PEGAWAI).where(table.name.isin(list(nama))).run(as_dict=True)
	return {row.name: row for row in rows}


def get_jabatan(pegawai: str) -> dict:
	"""What decides the form of an SKP, who sets it and how often it is evaluated (``KOLOM_JABATAN``)."""
	return frappe.db.get_value("Employee", pegawai, list(KOLOM_JABATAN), as_dict=True) or {}


def get_penugasan(pegawai: Iterable[str | None], pada: date | None = None) -> dict[str, frappe._dict]:
	"""pegawai -> the Penugasan Penilai in force on ``pada`` (default today), of those for whom one is."""
	nama = {name for name in pegawai if name}
	if not nama:
		return {}
	pada = pada or get_today()
	table = frappe.qb.DocType("Penugasan Penilai")
	rows = (
		frappe.qb.from_(table)
		.select(table.pegawai, table.penilai, table.atasan_penilai)
		.where(table.pegawai.isin(list(nama)) & (table.dari <= pada))
		.where(table.sampai.isnull() | (table.sampai >= pada))
		.orderby(table.dari)
		.run(as_dict=True)
	)
	return {row.pegawai: row for row in rows}  # the latest wins


def snapshot_pihak(pegawai: str, pada: date | None = None) -> dict:
	"""Fields that every transaction copies from the people it concerns."""
	return snapshot_banyak_pihak([pegawai], get_banyak_data([pegawai]), pada)[pegawai]


def snapshot_banyak_pihak(
	pegawai: Collection[str], data: dict[str, frappe._dict], pada: date | None = None
) -> dict[str, dict]:
	"""``snapshot_pihak`` of many, with their ``get_banyak_data``: pegawai -> fields, in four queries."""
	penugasan = get_penugasan(pegawai, pada)
	penilai = _choose_penilai(data.values(), penugasan)
	data_penilai = get_banyak_data(penilai.values())
	atasan = _choose_atasan(penilai, penugasan, data_penilai, pada)
	data_atasan = get_banyak_data(atasan.values())
	kosong = frappe._dict()
	return {
		name: {
			**_copy_pegawai(data.get(name, kosong)),
			**_copy_penilai(data_penilai.get(penilai.get(name), kosong)),
			**_copy_atasan(data_atasan.get(atasan.get(name), kosong)),
		}
		for name in pegawai
	}


def snapshot_penilai(pegawai: str, penilai: str, pada: date | None = None) -> dict:
	"""The columns of ``penilai`` and of his own superior, as if he evaluated ``pegawai``."""
	data = get_data(penilai)
	atasan = choose_penilai([data], pada).get(penilai)
	return {
		**_copy_penilai(data),
		**_copy_atasan(get_data(atasan) if atasan not in (pegawai, penilai) else frappe._dict()),
	}


def choose_penilai(orang: Collection[Mapping], pada: date | None = None) -> dict[str, str | None]:
	"""Employee -> his Penilai on ``pada`` (default today). ``orang``: their names and reports_to."""
	return _choose_penilai(orang, get_penugasan((row["name"] for row in orang), pada))


def _choose_penilai(orang: Iterable[Mapping], penugasan: Mapping) -> dict[str, str | None]:
	"""By assignment, else the direct superior (Pasal 1; p. 3); whatever the data say, nobody is his own."""
	return {
		row["name"]: next(
			(
				nama
				for nama in ((penugasan.get(row["name"]) or {}).get("penilai"), row["reports_to"])
				if nama and nama != row["name"]
			),
			None,
		)
		for row in orang
	}


def _choose_atasan(
	penilai: dict[str, str | None], penugasan: dict, data_penilai: dict, pada: date | None
) -> dict[str, str | None]:
	"""The atasan Penilai that the assignment names, else the Penilai's own Penilai; always a third person.

	Where superiors stand in a circle there is none: ``lingkaran`` says who has to mend that.
	"""
	penilainya = choose_penilai(data_penilai.values(), pada)
	atasan = {
		pegawai: (penugasan.get(pegawai) or {}).get("atasan_penilai") or penilainya.get(nama)
		for pegawai, nama in penilai.items()
	}
	return {pegawai: nama for pegawai, nama in atasan.items() if nama not in (pegawai, penilai[pegawai])}


def _copy_pegawai(data: frappe._dict) -> dict:
	return {
		"pegawai": data.name,
		"nama_pegawai": data.employee_name,
		"nip_pegawai": data.nip,
		"pangkat_pegawai": data.pangkat_golongan,
		"jabatan_pegawai": data.designation,
		"unit_kerja": data.department,
		"instansi": data.company,
		"pegawai_user": data.user_id,
	}


def _copy_penilai(data: frappe._dict) -> dict:
	return {
		"penilai": data.name,
		"nama_penilai": data.employee_name,
		"nip_penilai": data.nip or data.nrp,
		"pangkat_penilai": data.pangkat_golongan,
		"jabatan_penilai": data.designation,
		"unit_penilai": data.department,
		"penilai_user": data.user_id,
	}


def _copy_atasan(data: frappe._dict) -> dict:
	return {
		"atasan_penilai": data.name,
		"nama_atasan_penilai": data.employee_name,
		"atasan_penilai_user": data.user_id,
	}


def is_penetap_atasan(doc) -> bool:
	"""Does the atasan Penilai stand in the Penilai's place: who set this version of ``doc``, else who is to (p. 65 no. 5)?"""
	penetap = doc.ditetapkan_oleh or doc.get("penetap_user")
	return bool(penetap) and penetap != doc.penilai_user and penetap == doc.atasan_penilai_user


# Columns a document made from an SKP takes over from it.
KOLOM_PIHAK = tuple(
	{**_copy_pegawai(frappe._dict()), **_copy_penilai(frappe._dict()), **_copy_atasan(frappe._dict())}
)
KOLOM_PENILAI = tuple(kolom for kolom in KOLOM_PIHAK if "penilai" in kolom)


# --- reports on an SKP that was closed because its Penilai moved


def get_pihak_laporan(skp: str) -> dict:
	"""Parties, periode of a report on ``skp``: those of the SKP; after its Penilai has moved his successor verifies."""
	pihak = _read_pihak(skp)
	if pihak.pop("tahap", None) == Tahap.DITUTUP and (pengganti := _find_pengganti(skp)):
		berikut = get_pihak_laporan(pengganti)
		pihak.update({kolom: berikut[kolom] for kolom in KOLOM_PENILAI})
	return pihak


def _read_pihak(skp: str) -> frappe._dict:
	table = frappe.qb.DocType("SKP")
	rows = (
		frappe.qb.from_(table)
		.select(*KOLOM_PIHAK, "periode", "tahap")
		.where(table.name == skp)
		.run(as_dict=True)
	)
	return rows[0] if rows else frappe._dict()


def _find_pengganti(skp: str) -> str | None:
	"""The successor of ``skp``, if a change of Penilai made it; an employee who moved is known to his former one."""
	jejak, induk = frappe.qb.DocType("Perpindahan Dokumen"), frappe.qb.DocType("Perpindahan Kinerja")
	rows = (
		frappe.qb.from_(jejak)
		.join(induk)
		.on(jejak.parent == induk.name)
		.select(jejak.skp_baru)
		.where((jejak.skp_lama == skp) & (jejak.skp_baru != ""))
		.where(induk.jenis == str(JenisPerpindahan.GANTI_PENILAI))
		.limit(1)
		.run(pluck=True)
	)
	return rows[0] if rows else None
