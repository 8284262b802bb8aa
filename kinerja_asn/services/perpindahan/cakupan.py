"""Whom a move concerns: all whom the former Penilai evaluates, a unit's people, those on a list; and from whom they pass.

Whoever has been moved is no longer among them, so that a run may begin again at any time.
"""

from collections.abc import Collection

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import CakupanPergantian, JenisPerpindahan, Tahap
from kinerja_asn.services.orang.bawahan import get_bawahan
from kinerja_asn.services.orang.pihak import get_banyak_data, get_data, snapshot_banyak_pihak
from kinerja_asn.services.orang.unit import get_nama_unit, get_unit_ke_bawah
from kinerja_asn.services.perpindahan.pemeriksaan import find_periode

_SKP = (
	"name",
	"pegawai",
	"nama_pegawai",
	"penilai",
	"jabatan_pegawai",
	"unit_kerja",
	"instansi",
	"tahap",
	"awal",
)


def is_menurut_penilai(doc) -> bool:
	"""Is it about whomever one Penilai evaluates? A stand-in always is."""
	terbatas = (CakupanPergantian.UNIT, CakupanPergantian.DAFTAR)
	return doc.jenis != JenisPerpindahan.GANTI_PENILAI or doc.cakupan not in terbatas


def get_terdampak(doc) -> dict[str, str]:
	"""Employees of the agency whom ``doc`` concerns: pegawai -> name."""
	return _get_milik_penilai(doc) if is_menurut_penilai(doc) else _get_di_cakupan(doc)


def require_terdampak(doc) -> dict[str, str]:
	if terdampak := get_terdampak(doc):
		return terdampak
	if not is_menurut_penilai(doc):
		frappe.throw(
			_("Tidak ada yang perlu dipindahkan: semua pegawai yang dicakup sudah dinilai {0}.").format(
				get_data(doc.penilai_baru).employee_name
			)
		)
	frappe.throw(
		_("{0} tidak menilai siapa pun di {1}. Periksa Pejabat Penilai yang lama.").format(
			get_data(doc.penilai_lama).employee_name, doc.instansi
		)
	)


def _get_milik_penilai(doc) -> dict[str, str]:
	"""By their SKP or by today's data."""
	skp = get_skp_berjalan(doc, penilai=doc.penilai_lama)
	bawahan = [row for row in get_bawahan([doc.penilai_lama]) if row.company == doc.instansi]
	return {row.pegawai: row.nama_pegawai for row in skp} | {row.name: row.employee_name for row in bawahan}


def _get_di_cakupan(doc) -> dict[str, str]:
	calon = get_calon(doc)
	lama = find_lama(doc, list(calon))
	return {pegawai: nama for pegawai, nama in calon.items() if lama[pegawai] is not None}


def get_calon(doc) -> dict[str, str]:
	"""Whom the unit or the list names, whether there is anything to do about them or not; also who plans nothing now."""
	pegawai = frappe.qb.DocType("Employee")
	query = (
		frappe.qb.from_(pegawai)
		.select(pegawai.name, pegawai.employee_name)
		.where((pegawai.company == doc.instansi) & (pegawai.status == "Active") & (pegawai.nip != ""))
		.orderby(pegawai.employee_name, pegawai.name)
	)
	if doc.cakupan == CakupanPergantian.UNIT:
		return dict(query.where(pegawai.department.isin(get_unit_ke_bawah(doc.unit_cakupan))).run())
	return dict(query.where(pegawai.name.isin([row.pegawai for row in doc.daftar_pegawai] or [""])).run())


def find_lama(doc, pegawai: Collection[str]) -> dict[str, list[str] | None]:
	"""Employee -> the Penilai from whom he passes to the new one; [] for who has had none; None: he is with him already."""
	if is_menurut_penilai(doc):
		return {name: [doc.penilai_lama] for name in pegawai}
	kini = snapshot_banyak_pihak(pegawai, get_banyak_data(pegawai), getdate(doc.tanggal))
	lama = {name: [kini[name]["penilai"]] for name in pegawai}
	for skp in get_skp_berjalan(doc, pegawai=("in", list(pegawai) or [""])):
		lama[skp.pegawai].append(skp.penilai)
	return {name: _select_lama(doc, daftar) for name, daftar in lama.items()}


def _select_lama(doc, daftar: list[str | None]) -> list[str] | None:
	"""Of a unit with ``penilai_lama``, those whom he evaluates; its head, say, stays with his own Penilai."""
	if doc.penilai_lama:
		return [doc.penilai_lama] if doc.penilai_lama in daftar else None
	if set(daftar) == {doc.penilai_baru}:
		return None
	return [penilai for penilai in dict.fromkeys(daftar) if penilai and penilai != doc.penilai_baru]


def get_skp_berjalan(doc, **saring) -> list[frappe._dict]:
	"""Open SKP in force on the day of the move."""
	tanggal = getdate(doc.tanggal)
	masa = {"periode": find_periode(doc), "awal": ("<=", tanggal), "akhir": (">=", tanggal)}
	return get_skp(**masa, **saring)


def get_skp(**saring) -> list[frappe._dict]:
	saring["tahap"] = ("!=", str(Tahap.DITUTUP))
	return frappe.get_all("SKP", saring, _SKP, order_by="nama_pegawai, name")


def describe_cakupan(doc) -> str:
	"""What the record is called."""
	if doc.jenis == JenisPerpindahan.MUTASI:
		return get_data(doc.pegawai).employee_name or ""
	if is_menurut_penilai(doc):
		return get_data(doc.penilai_lama).employee_name or ""
	if doc.cakupan == CakupanPergantian.UNIT:
		return get_nama_unit(doc.unit_cakupan)
	nama = get_data(doc.daftar_pegawai[0].pegawai).employee_name if doc.daftar_pegawai else ""
	lain = len(doc.daftar_pegawai) - 1
	return _("{0} dan {1} pegawai lain").format(nama, lain) if lain > 0 else nama or ""
