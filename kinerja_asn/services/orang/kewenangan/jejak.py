"""The trace of every change of who decides about whom, for the auditor: who, what, when (doc_events).

A record of its own: Frappe's Version of an Employee would show the auditor what HR keeps besides, and no Version is kept of
what is deleted with it.
"""

from collections.abc import Iterable, Mapping

import frappe
from frappe import _
from frappe.utils import formatdate, get_fullname

from kinerja_asn.constants.kewenangan import DICATAT
from kinerja_asn.services.bersama.sisip import BarisBaku, insert_banyak
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.orang.kewenangan.banding import find_berubah, get_sebelum
from kinerja_asn.services.orang.kewenangan.kedudukan import forget_kedudukan, is_bebas
from kinerja_asn.services.orang.pihak import get_data
from kinerja_asn.services.orang.unit import get_nama_unit

DOCTYPE = "Jejak Kewenangan"
PANJANG_NAMA = 140  # of the column; a unit's own may be longer


def record_perubahan(doc, method=None) -> None:
	"""on_update of what ``DICATAT`` names."""
	lama = get_sebelum(doc)
	if berubah := find_berubah(doc, lama, DICATAT[doc.doctype]):
		_forget()
		_record(doc, lama, "; ".join(_describe(doc, lama, kolom) for kolom in berubah))


def record_penghapusan(doc, method=None) -> None:
	"""after_delete of the same."""
	_forget()
	isi = "; ".join(_describe(doc, {}, kolom) for kolom in find_berubah(doc, {}, DICATAT[doc.doctype]))
	_record(doc, {}, _("Dihapus: {0}").format(isi))


def record_penggabungan(doc, method=None, lama: str = "", baru: str = "", gabung: bool = False) -> None:
	"""after_rename: whatever named the one names the other, without any of it having been saved."""
	if gabung:
		_forget()
		_record(doc, {}, _("{0} digabung ke dalam {1}").format(lama, baru))


def record_kalimat(jenis_dokumen: str, catatan: Iterable[tuple[Mapping, str]]) -> None:
	"""``catatan``: (a document's row with its parties, what became of it), written in one go: what the regulation itself put
	into other hands."""
	baku, pelaku = BarisBaku(DOCTYPE), _build_pelaku()
	insert_banyak(
		DOCTYPE,
		[
			baku.build(
				{kolom: row.get(kolom) for kolom in ("pegawai", "nama_pegawai", "unit_kerja", "instansi")},
				{
					"name": frappe.generate_hash(length=16),
					"jenis_dokumen": jenis_dokumen,
					"dokumen": row.get("name"),
				},
				{"uraian": uraian, **pelaku},
			)
			for row, uraian in catatan
		],
	)


def _forget() -> None:
	"""What a bound user may do leaves his own position as it is (``penjagaan``)."""
	if is_bebas(frappe.session.user):
		forget_kedudukan()


def _describe(doc, lama: Mapping, kolom: str) -> str:
	label = _("Akun aktif") if doc.doctype == "User" else _(doc.meta.get_label(kolom))
	if not lama:
		return f"{label}: {_format(doc, doc, kolom)}"
	return _("{0}: dari {1} menjadi {2}").format(label, _format(doc, lama, kolom), _format(doc, doc, kolom))


def _format(doc, data: Mapping, kolom: str) -> str:
	df, nilai = doc.meta.get_field(kolom), data.get(kolom)
	if df.fieldtype == "Link" and df.options == "Employee" and nilai:
		return f"{get_data(nilai).employee_name or nilai} ({nilai})"
	return formatdate(nilai) if df.fieldtype == "Date" and nilai else str(nilai or "–")


def _record(doc, lama: Mapping, uraian: str) -> None:
	orang = _find_orang(doc)
	baku, tentang = BarisBaku(DOCTYPE), _build_tentang(doc, orang)
	instansi = {tentang["instansi"], _get_instansi(lama)} - {None}
	insert_banyak(
		DOCTYPE,
		[
			baku.build(
				tentang,
				{
					"name": frappe.generate_hash(length=16),
					"instansi": nama,
					"uraian": uraian,
					**_build_pelaku(),
				},
			)
			for nama in instansi
		],
	)


def _build_pelaku() -> dict:
	return {"oleh": frappe.session.user, "nama_oleh": get_fullname(frappe.session.user), "saat": get_now()}


def _build_tentang(doc, orang: Mapping) -> dict:
	return {
		"jenis_dokumen": doc.doctype,
		"dokumen": doc.name,
		"pegawai": orang.get("name"),
		"nama_pegawai": _name_tentang(doc, orang),
		"unit_kerja": doc.get("unit_kerja") or orang.get("department"),
		"instansi": _get_instansi(doc) or orang.get("company"),
	}


def _name_tentang(doc, orang: Mapping) -> str:
	"""The person, or the unit where it is about many; a list of traces is read by it."""
	unit = get_nama_unit(doc.get("unit_kerja")) or doc.get("department_name")
	nama = orang.get("employee_name") or doc.get("nama_pegawai") or unit or doc.name
	return nama if len(nama) <= PANJANG_NAMA else f"{nama[: PANJANG_NAMA - 1]}…"


def _get_instansi(data: Mapping) -> str | None:
	"""Of an Employee or Department its company; a permission on an agency is about that."""
	milik = data.get("instansi") or data.get("company")
	return milik or (data.get("for_value") if data.get("allow") == "Company" else None)


def _find_orang(doc) -> Mapping:
	if doc.doctype == "Employee":
		return doc
	akun = {"User": doc.name, "User Permission": doc.get("user")}.get(doc.doctype)
	if akun:
		kolom = ["name", "employee_name", "department", "company"]
		return frappe.db.get_value("Employee", {"user_id": akun}, kolom, as_dict=True) or {}
	return get_data(doc.get("pegawai")) if doc.get("pegawai") else {}
