"""Report "Daftar Keberatan": that there is an objection, where it stands and by when it is decided. For the agency's
Pengelola, as far as the law needs them to see it: neither reasons nor evidence, and none about themselves.

No role reads the documents themselves; these rows are the only thing that leaves them.
"""

from collections.abc import Iterable

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.tahapan import SUDAH_DIAJUKAN
from kinerja_asn.laporan.bagian import make_kartu, make_kolom, name_unit, read_filters
from kinerja_asn.laporan.surel import read_as_pembaca
from kinerja_asn.permissions.lingkup import get_instansi
from kinerja_asn.services.bersama.waktu import get_today

DOCTYPE = "Keberatan Kinerja"


@read_as_pembaca
def build_laporan(filters: dict | None) -> tuple:
	"""What Frappe expects of a Script Report: columns, rows, message, chart, summary."""
	baris = [_build(row) for row in _query(read_filters(filters))]
	return get_kolom(), name_unit(baris), None, None, _build_ringkasan(baris)


def _query(saringan: frappe._dict) -> list[frappe._dict]:
	table = frappe.qb.DocType(DOCTYPE)
	query = (
		frappe.qb.from_(table)
		.select(table.nama_pegawai, table.nip_pegawai, table.unit_kerja, table.masa, table.tahap)
		.select(table.workflow_state, table.nama_atasan_penilai, table.keputusan)
		.select(table.diajukan_pada, table.tenggat_keputusan, table.ditetapkan_pada)
		.where(table.tahap.isin([*map(str, SUDAH_DIAJUKAN)]))
		.where(table.instansi.isin([*get_instansi(frappe.session.user), ""]))
		.where(table.pegawai_user.isnull() | (table.pegawai_user != frappe.session.user))
		.orderby(table.tenggat_keputusan)
	)
	return (query.where(table.periode == saringan.periode) if saringan.periode else query).run(as_dict=True)


def _build(row: frappe._dict) -> dict:
	menunggu = row.tahap == Tahap.DIAJUKAN
	return {
		"nama_pegawai": row.nama_pegawai,
		"nip_pegawai": row.nip_pegawai,
		"unit_kerja": row.unit_kerja,
		"masa": row.masa,
		"status": _(row.workflow_state),
		"menunggu": row.nama_atasan_penilai if menunggu else None,
		"diajukan_pada": getdate(row.diajukan_pada),
		"tenggat": row.tenggat_keputusan,
		"terlambat": _("Ya") if _is_terlambat(row) else "",
		"keputusan": _(row.keputusan) if row.tahap == Tahap.DITETAPKAN else None,
	}


def _is_terlambat(row: frappe._dict) -> bool:
	if row.tahap == Tahap.DITUTUP:
		return False
	sampai = getdate(row.ditetapkan_pada) if row.ditetapkan_pada else get_today()
	return sampai > getdate(row.tenggat_keputusan)


def get_kolom() -> list[dict]:
	"""Names are plain text: nobody who reads them may open what they are about."""
	return [
		make_kolom("nama_pegawai", _("Pegawai"), "Data", 180),
		make_kolom("nip_pegawai", _("NIP"), "Data", 190),
		make_kolom("unit_kerja", _("Unit Kerja"), "Data", 200),
		make_kolom("masa", _("Masa"), "Data", 120),
		make_kolom("status", _("Status"), "Data", 120),
		make_kolom("menunggu", _("Yang Bertindak"), "Data", 180),
		make_kolom("diajukan_pada", _("Diajukan"), "Date", 110),
		make_kolom("tenggat", _("Tenggat Keputusan"), "Date", 140),
		make_kolom("terlambat", _("Terlambat"), "Data", 100),
		make_kolom("keputusan", _("Keputusan"), "Data", 120),
	]


def _build_ringkasan(baris: Iterable[dict]) -> list[dict]:
	semua = [*baris]
	return [
		make_kartu(_("Menunggu keputusan"), sum(bool(row["menunggu"]) for row in semua), "orange"),
		make_kartu(_("Lewat tenggat"), sum(bool(row["terlambat"]) for row in semua), "red"),
	]
