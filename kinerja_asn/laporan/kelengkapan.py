"""Report "Data Pegawai Belum Lengkap": whose data keep him from planning or being evaluated, and what is missing.

Rows are those on whom a role of the reader reports (permissions/dokumen.py). Who is no ASN needs none of this; how many
have neither a NIP nor a kind of ASN is told, because among them may be ASN whose data were never entered.
"""

from collections import Counter
from collections.abc import Iterator

import frappe
from frappe import _

from kinerja_asn.constants.istilah import Istilah
from kinerja_asn.laporan.bagian import (
	make_kartu,
	make_kolom,
	name_unit,
	read_filters,
	read_istilah,
	read_unit,
)
from kinerja_asn.laporan.surel import read_as_pembaca
from kinerja_asn.permissions.dokumen import get_kondisi_pegawai
from kinerja_asn.rules.nip import NipTidakValid, parse_nip
from kinerja_asn.services.orang.pegawai import is_dinilai, is_jenis_kelamin_sesuai
from kinerja_asn.services.orang.pihak import get_penugasan


class Kekurangan(Istilah):
	"""What is missing, the gravest first."""

	NIP = "NIP kosong"
	NIP_SALAH = "NIP tidak valid"
	JENIS_KELAMIN = "Jenis kelamin berbeda dengan NIP"
	JENIS_ASN = "Jenis ASN kosong"
	JENIS_JABATAN = "Jenis jabatan kosong"
	JABATAN = "Jabatan kosong"
	UNIT = "Unit kerja kosong"
	PENILAI = "Pejabat Penilai belum ada"
	AKUN = "Akun belum ada"


KOLOM_KOSONG = {
	"nip": Kekurangan.NIP,
	"jenis_asn": Kekurangan.JENIS_ASN,
	"jenis_jabatan": Kekurangan.JENIS_JABATAN,
	"designation": Kekurangan.JABATAN,
	"department": Kekurangan.UNIT,
	"user_id": Kekurangan.AKUN,
}


@read_as_pembaca
def build_laporan(filters: dict | None) -> tuple:
	"""What Frappe expects of a Script Report: columns, rows, message, chart, summary."""
	saring = read_filters(filters)
	kekurangan = read_istilah(Kekurangan, saring.kekurangan)
	semua = find_belum_lengkap(read_unit(saring.unit_kerja))
	jumlah = Counter(nilai for row in semua for nilai in row["daftar"])
	baris = [row for row in semua if kekurangan in (None, *row["daftar"])]
	return get_kolom(), name_unit(baris), None, None, _build_ringkasan(semua, jumlah)


def find_belum_lengkap(unit: tuple[str, ...] | None = None) -> list[dict]:
	"""A row for each employee of whom something is missing, by unit and name."""
	pegawai = frappe.qb.DocType("Employee")
	query = _query().where((pegawai.nip != "") | (pegawai.jenis_asn != "")).where(is_dinilai(pegawai))
	if unit is not None:
		query = query.where(pegawai.department.isin(unit))
	orang = (
		query.select(pegawai.name, pegawai.employee_name, pegawai.gender, pegawai.reports_to)
		.select(*(pegawai[kolom] for kolom in KOLOM_KOSONG))
		.orderby(pegawai.department, pegawai.employee_name, pegawai.name)
		.run(as_dict=True)
	)
	berpenilai = get_penugasan(row.name for row in orang if not row.reports_to)
	return [row for row in (_build(row, row.name in berpenilai) for row in orang) if row["daftar"]]


def count_tanpa_nip_dan_jenis() -> int:
	pegawai = frappe.qb.DocType("Employee")
	query = _query().where(_is_kosong(pegawai.nip) & _is_kosong(pegawai.jenis_asn) & _is_kosong(pegawai.nrp))
	return len(query.select(pegawai.name).run())


def _query():
	pegawai = frappe.qb.DocType("Employee")
	return (
		frappe.qb.from_(pegawai)
		.where(pegawai.status == "Active")
		.where(get_kondisi_pegawai(frappe.session.user))
	)


def _is_kosong(kolom):
	return kolom.isnull() | (kolom == "")


def _build(orang: frappe._dict, berpenilai: bool) -> dict:
	daftar = sorted(_find_kekurangan(orang, berpenilai), key=list(Kekurangan).index)
	return {
		"pegawai": orang.name,
		"nama_pegawai": orang.employee_name,
		"nip_pegawai": orang.nip,
		"jabatan_pegawai": orang.designation,
		"unit_kerja": orang.department,
		"daftar": daftar,
		"kekurangan": "; ".join(_(str(nilai)) for nilai in daftar),
	}


def _find_kekurangan(orang: frappe._dict, berpenilai: bool) -> Iterator[Kekurangan]:
	yield from (nilai for kolom, nilai in KOLOM_KOSONG.items() if not orang[kolom])
	if not (orang.reports_to or berpenilai):
		yield Kekurangan.PENILAI
	if not orang.nip:
		return
	try:
		if not is_jenis_kelamin_sesuai(orang.gender, parse_nip(orang.nip).jenis_kelamin):
			yield Kekurangan.JENIS_KELAMIN
	except NipTidakValid:
		yield Kekurangan.NIP_SALAH


def get_kolom() -> list[dict]:
	"""Names are plain text, not links: Frappe would drop rows by User Permissions on Employee (frappe-notes §2.5)."""
	return [
		make_kolom("nama_pegawai", _("Pegawai"), "Data", 180),
		make_kolom("nip_pegawai", _("NIP"), "Data", 200),
		make_kolom("kekurangan", _("Yang belum lengkap"), "Data", 340),
		make_kolom("jabatan_pegawai", _("Jabatan"), "Data", 180),
		make_kolom("unit_kerja", _("Unit Kerja"), "Data", 220),
		make_kolom("pegawai", _("Nomor Pegawai"), "Data", 140),
	]


def _build_ringkasan(semua: list[dict], jumlah: Counter) -> list[dict]:
	return [
		make_kartu(_("Pegawai belum lengkap"), len(semua), "red" if semua else "green"),
		*(make_kartu(_(str(nilai)), jumlah[nilai], "orange") for nilai in Kekurangan if jumlah[nilai]),
		make_kartu(_("Tanpa NIP dan jenis ASN"), count_tanpa_nip_dan_jenis(), "gray"),
	]
