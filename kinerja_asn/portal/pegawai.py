"""One person over the years: finding him by name or NIP, and everything of his that the reader may see."""

import frappe
from frappe import _
from frappe.utils import get_url_to_form
from pypika import Order

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.permissions.dokumen import from_terlihat, get_kondisi_pegawai
from kinerja_asn.permissions.lingkup import get_pegawai
from kinerja_asn.portal.dasar.halaman import HalamanTertutup, get_alamat
from kinerja_asn.portal.dasar.progres import KELAS_TAHAP
from kinerja_asn.rules.nomor_induk import format_nomor_induk
from kinerja_asn.services.orang.bawahan import get_bawahan
from kinerja_asn.services.orang.unit import get_banyak_nama_unit, get_nama_unit

CARI_MINIMAL = 3  # letters of a name
CIRI_NIP = 6  # digits that no name has
TERBANYAK = 30

_PIHAK = ("pegawai_user", "penilai_user", "atasan_penilai_user")
# DocType -> what its row says, newest first.
_KOLOM = {
	"SKP": ("urutan", "awal", "akhir", "nama_penilai"),
	"Perubahan SKP": ("nomor", "alasan", "skp"),
	"Realisasi Kinerja": ("skp", "masa", "masa_ke", "terlambat", "hari_terlambat"),
	"Evaluasi Kinerja": ("jenis", "masa", "predikat_kinerja"),
}
_URUT = {
	"SKP": ("awal", "urutan"),
	"Perubahan SKP": ("nomor",),
	"Realisasi Kinerja": ("masa_ke",),
	"Evaluasi Kinerja": ("akhir", "jenis"),
}
_MENAIK = ("Realisasi Kinerja",)  # the months of a year as they come
_HALAMAN_TIM = {
	"SKP": "tim/skp",
	"Perubahan SKP": "perubahan",
	"Realisasi Kinerja": "tim/realisasi",
	"Evaluasi Kinerja": "tim/evaluasi",
}


# --- finding


def find_orang(cari: str) -> list[frappe._dict]:
	"""Employees whom ``cari`` (part of a name, or the beginning of a NIP) finds among those the reader may see.

	Those whose plan he reads, whom he evaluates, and on whom a role of his reports: pegawai, nama, jabatan, unit, alamat.
	"""
	orang = {row.pegawai: row for row in (*_find_di_skp(cari), *_find_di_lingkup(cari))}
	nama_unit = get_banyak_nama_unit(row.unit for row in orang.values())
	for row in orang.values():
		row.unit = nama_unit[row.unit]
		row.alamat = get_alamat("pegawai", pegawai=row.pegawai)
	return sorted(orang.values(), key=lambda row: (row.nama or "").casefold())[:TERBANYAK]


def _read_cari(cari: str) -> tuple[str, str]:
	"""(nama or nip, what it is to be like)."""
	nip = "".join(filter(str.isdigit, cari))
	return ("nip", f"{nip}%") if len(nip) >= CIRI_NIP else ("nama", f"%{cari}%")


def check_cari(cari: str) -> None:
	if len(cari) < CARI_MINIMAL:
		frappe.throw(_("Tulis sedikitnya {0} huruf nama, atau NIP-nya.").format(CARI_MINIMAL))


def find_skp(cari: str, terbanyak: int) -> list[frappe._dict]:
	"""Plans that the reader may see, newest first, of those whom ``cari`` finds."""
	kolom, pola = _read_cari(cari)
	skp, query = from_terlihat("SKP")
	return (
		query.select(
			"name", "periode", "pegawai", "nama_pegawai", "nip_pegawai", "jabatan_pegawai", "unit_kerja"
		)
		.where(skp[f"{kolom}_pegawai"].like(pola))
		.orderby(skp.awal, order=Order.desc)
		.orderby(skp.nama_pegawai)
		.limit(int(terbanyak))
		.run(as_dict=True)
	)


def _find_di_skp(cari: str) -> list[frappe._dict]:
	"""Oldest plan first, so that the newest has the last word on post and unit."""
	return [
		frappe._dict(
			pegawai=row.pegawai, nama=row.nama_pegawai, jabatan=row.jabatan_pegawai, unit=row.unit_kerja
		)
		for row in reversed(find_skp(cari, TERBANYAK * 5))
	]


def _find_di_lingkup(cari: str) -> list[frappe._dict]:
	kolom, pola = _read_cari(cari)
	pegawai = frappe.qb.DocType("Employee")
	bawahan = [row.name for row in get_bawahan(get_pegawai(frappe.session.user))]
	milik = get_kondisi_pegawai(frappe.session.user) | pegawai.name.isin(bawahan or [""])
	return (
		frappe.qb.from_(pegawai)
		.select(pegawai.name.as_("pegawai"), pegawai.employee_name.as_("nama"))
		.select(pegawai.designation.as_("jabatan"), pegawai.department.as_("unit"))
		.where(milik & _is_dicari(pegawai, kolom, pola))
		.orderby(pegawai.employee_name)
		.limit(TERBANYAK)
		.run(as_dict=True)
	)


def _is_dicari(pegawai, kolom: str, pola: str):
	"""Heads of region and officers of TNI or Polri have no NIP."""
	if kolom == "nama":
		return pegawai.employee_name.like(pola)
	return pegawai.nip.like(pola) | pegawai.nrp.like(pola)


# --- the person


def read_orang(pegawai: str) -> frappe._dict:
	"""Who he is, and his years, newest first; whoever may see nothing of him hears the same as of nobody."""
	dokumen = {doctype: _get_rows(doctype, pegawai) for doctype in _KOLOM}
	orang = _get_identitas(pegawai) or _read_identitas(dokumen)
	if not orang:
		raise HalamanTertutup(
			_("Pegawai tidak ditemukan"),
			_("Pegawai ini tidak ada atau bukan untuk Anda. Cari menurut nama atau NIP."),
			404,
		)
	orang.unit, orang.nomor = get_nama_unit(orang.unit), format_nomor_induk(orang.nip or orang.nrp)
	orang.tahun = _group_periode(dokumen)
	return orang


def _get_rows(doctype: str, pegawai: str) -> list:
	table, query = from_terlihat(doctype)
	umum = ("name", "periode", "tahap", "workflow_state")
	identitas = ("nama_pegawai", "nip_pegawai", "jabatan_pegawai", "unit_kerja")
	arah = Order.asc if doctype in _MENAIK else Order.desc
	rows = (
		query.select(*umum, *identitas, *_PIHAK, *_KOLOM[doctype])
		.where(table.pegawai == pegawai)
		.orderby(*(table[kolom] for kolom in _URUT[doctype]), order=arah)
		.run(as_dict=True)
	)
	for row in rows:
		row.kelas = KELAS_TAHAP[Tahap(row.tahap)]
		row.alamat = get_alamat_dokumen(doctype, row)
	return rows


def _get_identitas(pegawai: str) -> frappe._dict | None:
	"""Today's data, for those who report on him, evaluate him, or are he."""
	table, user = frappe.qb.DocType("Employee"), frappe.session.user
	milik = [*get_pegawai(user), *(row.name for row in get_bawahan(get_pegawai(user)))]
	rows = (
		frappe.qb.from_(table)
		.select(table.employee_name.as_("nama"), table.nip, table.nrp, table.designation.as_("jabatan"))
		.select(table.department.as_("unit"))
		.where(table.name == pegawai)
		.where(get_kondisi_pegawai(user) | table.name.isin(milik or [""]))
		.run(as_dict=True)
	)
	return rows[0] if rows else None


def _read_identitas(dokumen: dict[str, list]) -> frappe._dict | None:
	"""As the newest document that the reader sees says it: what he is today is another's business."""
	for rows in dokumen.values():
		for row in rows[:1]:
			return frappe._dict(
				nama=row.nama_pegawai, nip=row.nip_pegawai, jabatan=row.jabatan_pegawai, unit=row.unit_kerja
			)
	return None


def _group_periode(dokumen: dict[str, list]) -> list[frappe._dict]:
	nama = {row.periode for rows in dokumen.values() for row in rows}
	awal = dict(
		frappe.get_all(
			"Periode Kinerja", {"name": ("in", list(nama) or [""])}, ["name", "awal"], as_list=True
		)
	)
	return [
		frappe._dict(
			periode=periode,
			**{
				doctype.split()[0].lower(): [row for row in rows if row.periode == periode]
				for doctype, rows in dokumen.items()
			},
		)
		for periode in sorted(nama, key=lambda periode: str(awal.get(periode)), reverse=True)
	]


def get_alamat_dokumen(doctype: str, row) -> str:
	"""Where the reader opens it: his own pages, the team's for the leaders named on it, the desk for the others."""
	user = frappe.session.user
	if row.pegawai_user == user:
		return _get_alamat_sendiri(doctype, row)
	if user in (row.penilai_user, row.atasan_penilai_user):
		return get_alamat(_HALAMAN_TIM[doctype], name=row.name)
	return get_url_to_form(doctype, row.name)


def _get_alamat_sendiri(doctype: str, row) -> str:
	if doctype == "Realisasi Kinerja":
		return get_alamat("realisasi", skp=row.skp, masa=row.masa_ke)
	halaman = {"SKP": "skp", "Perubahan SKP": "perubahan", "Evaluasi Kinerja": "evaluasi"}
	return get_alamat(halaman[doctype], name=row.name)
