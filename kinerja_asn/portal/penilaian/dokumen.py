"""A Dokumen Evaluasi Kinerja as its parties see it: what it says, where its clock stands, what they can do now."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

import frappe
from frappe import _
from frappe.utils import formatdate, getdate
from pypika import Order

from kinerja_asn.constants.dokumen_evaluasi import TandaTanganPegawai
from kinerja_asn.permissions.dokumen import from_terlihat
from kinerja_asn.portal.dasar.halaman import get_alamat
from kinerja_asn.rules.dokumen_evaluasi import get_jangka_kembali
from kinerja_asn.services.bersama.penolakan import one_of_many
from kinerja_asn.services.bersama.waktu import format_batas, format_saat, get_libur, get_today
from kinerja_asn.services.orang.pejabat import find_halangan
from kinerja_asn.services.penilaian.dokumen.langkah import get_pelapor, may_report, report
from kinerja_asn.services.penilaian.dokumen.pengingat import get_tenggat_serah
from kinerja_asn.services.penilaian.keberatan.pengajuan import find_hambatan, find_keberatan, get_tenggat

DOCTYPE = "Dokumen Evaluasi Kinerja"
TERBANYAK = 100


@dataclass(frozen=True)
class Langkah:
	"""One step of the clock in words; ``kelas`` colours a word that stands there anyway."""

	judul: str
	keadaan: str
	kelas: str
	kalimat: str = ""


# --- one document


def build_jam(doc) -> list[Langkah]:
	return [
		*_build_serah(doc),
		_build_terima(doc),
		_build_tanda_tangan(doc),
		*_build_keberatan(doc),
		_build_lapor(doc),
	]


def _build_serah(doc) -> Iterator[Langkah]:
	yield Langkah(
		_("Ditandatangani pejabat"),
		_("Selesai"),
		"baik",
		_("Pada {0}.").format(format_saat(doc.ditandatangani_pada)),
	)
	evaluasi = frappe._dict(
		ditetapkan_pada=doc.ditandatangani_pada,
		ditetapkan_oleh=doc.ditandatangani_oleh,
		penilai_user=doc.penilai_user,
		atasan_penilai_user=doc.atasan_penilai_user,
	)
	tenggat, pada = get_tenggat_serah(evaluasi, get_libur(doc.instansi)), getdate(doc.diserahkan_pada)
	keadaan = (_("Terlambat"), "ingat") if pada > tenggat else (_("Selesai"), "baik")
	kalimat = _("Pada {0}; paling lambat {1}.").format(
		format_saat(doc.diserahkan_pada), format_batas(tenggat)
	)
	yield Langkah(_("Diserahkan kepada pegawai"), *keadaan, kalimat)


def _build_terima(doc) -> Langkah:
	judul = _("Diterima pegawai")
	if doc.diterima_pada:
		return Langkah(judul, _("Selesai"), "baik", _("Pada {0}.").format(format_saat(doc.diterima_pada)))
	return Langkah(judul, _("Menunggu"), "ingat", name_giliran(doc.pegawai, doc.nama_pegawai))


def _build_tanda_tangan(doc) -> Langkah:
	judul = _("Ditandatangani pegawai dan dikembalikan")
	if doc.tanda_tangan_pegawai == TandaTanganPegawai.DITANDATANGANI:
		return Langkah(judul, _("Selesai"), "baik", _("Pada {0}.").format(format_saat(doc.tanda_tangan_pada)))
	if doc.tanda_tangan_pegawai == TandaTanganPegawai.TIDAK_BERSEDIA:
		return Langkah(judul, _("Tidak bersedia"), "ingat", doc.alasan_tidak_bersedia or "")
	if doc.digantikan:
		return Langkah(judul, _("Digantikan"), "netral", _("Dokumen penggantinya yang ditandatangani."))
	if not doc.diterima_pada:
		jangka = get_jangka_kembali(doc.formulir == "D.1.2")
		return Langkah(
			judul, _("Belum"), "netral", _("Paling lama {0} hari kerja sejak diterima.").format(jangka.hari)
		)
	return _describe_menunggu(judul, doc.tenggat_kembali, name_giliran(doc.pegawai, doc.nama_pegawai))


def _build_keberatan(doc) -> Iterator[Langkah]:
	"""How long the employee has; that he has objected is said to nobody here."""
	if doc.digantikan or doc.alasan_final:
		return
	tenggat = get_tenggat(doc)
	judul = _("Waktu pegawai mengajukan keberatan")
	if not tenggat:
		yield Langkah(judul, _("Belum berjalan"), "netral", _("14 hari kerja sejak dokumen diterima."))
	elif tenggat >= get_today():
		yield Langkah(judul, _("Berjalan"), "info", _("Sampai {0}.").format(format_batas(tenggat)))
	else:
		yield Langkah(judul, _("Berakhir"), "netral", _("Berakhir {0}.").format(format_batas(tenggat)))


def _build_lapor(doc) -> Langkah:
	judul = _("Dilaporkan kepada PyB")
	if doc.dilaporkan_pada:
		return Langkah(judul, _("Selesai"), "baik", _("Pada {0}.").format(format_saat(doc.dilaporkan_pada)))
	if doc.digantikan:
		return Langkah(judul, _("Digantikan"), "netral", _("Dokumen penggantinya yang dilaporkan."))
	oleh_penilai = get_pelapor(doc) == doc.penilai_user
	orang = (doc.penilai, doc.nama_penilai) if oleh_penilai else (doc.atasan_penilai, doc.nama_atasan_penilai)
	return _describe_menunggu(judul, doc.tenggat_lapor, name_giliran(*orang))


def _describe_menunggu(judul: str, tenggat, giliran: str) -> Langkah:
	if not tenggat:
		return Langkah(judul, _("Menunggu"), "ingat", giliran)
	lewat = getdate(tenggat) < get_today()
	keadaan, kelas = (_("Lewat tenggat"), "bahaya") if lewat else (_("Menunggu"), "ingat")
	kalimat = _("{0} Tenggatnya {1}.").format(giliran, format_batas(getdate(tenggat)))
	return Langkah(judul, keadaan, kelas, kalimat)


def name_giliran(pegawai: str | None, nama: str | None) -> str:
	"""Whose turn it is, as far as he can act."""
	if pegawai and not find_halangan([pegawai]):
		return _("Menunggu {0} bertindak.").format(nama)
	return _("{0} tidak dapat bertindak; hubungi pengelola kinerja.").format(nama or _("Pejabatnya"))


def get_tindakan(doc) -> frappe._dict:
	sendiri = doc.pegawai_user == frappe.session.user
	menunggu = doc.tanda_tangan_pegawai == TandaTanganPegawai.MENUNGGU
	return frappe._dict(
		terima=sendiri and not doc.diterima_pada,
		tanda_tangan=sendiri and bool(doc.diterima_pada) and menunggu and not doc.digantikan,
		lapor=may_report(doc),
	)


def get_keberatan(doc) -> frappe._dict:
	"""For the employee: the way to it, or why there is none. Others hear of it only if they may read it."""
	nama = find_keberatan(doc.name) if frappe.has_permission("Keberatan Kinerja", "read") else None
	sendiri = doc.pegawai_user == frappe.session.user
	hambatan = find_hambatan(doc) if sendiri and not nama else None
	tenggat: date | None = get_tenggat(doc)
	return frappe._dict(
		alamat=get_alamat("keberatan", name=nama) if nama else None,
		ajukan=get_alamat("keberatan", dokumen=doc.name) if sendiri and not nama and not hambatan else None,
		hambatan=hambatan,
		batas=format_batas(tenggat) if tenggat else None,
	)


# --- the list


def list_dokumen() -> list[frappe._dict]:
	"""Those on which the session user is named, open ones first."""
	table, query = from_terlihat(DOCTYPE)
	user = frappe.session.user
	milik = (table.pegawai_user == user) | (table.penilai_user == user) | (table.atasan_penilai_user == user)
	rows = (
		query.select(
			table.name, table.nomor, table.formulir, table.nama_pegawai, table.masa, table.predikat_kinerja
		)
		.select(table.diterima_pada, table.dilaporkan_pada, table.tanda_tangan_pegawai, table.digantikan)
		.select(
			table.tenggat_kembali, table.tenggat_lapor, table.pegawai_user, table.penilai, table.penilai_user
		)
		.select(table.atasan_penilai_user)
		.where(milik)
		.orderby(table.dilaporkan_pada.isnotnull())
		.orderby(table.creation, order=Order.desc)
		.limit(TERBANYAK)
		.run(as_dict=True)
	)
	berhalangan = find_halangan(row.penilai for row in rows)
	for row in rows:
		row.update(_describe_baris(row, berhalangan))
	return rows


def _describe_baris(row, berhalangan: Collection[str]) -> dict:
	return {
		"alamat": get_alamat("dokumen", name=row.name),
		"dapat_lapor": may_report(row, berhalangan),
		"keadaan": _get_keadaan(row),
		"tenggat": formatdate(row.tenggat_lapor, "d MMMM yyyy"),
	}


def _get_keadaan(row) -> str:
	if row.digantikan:
		return _("Digantikan")
	if row.dilaporkan_pada:
		return _("Dilaporkan")
	if not row.diterima_pada:
		return _("Menunggu diterima pegawai")
	if row.tanda_tangan_pegawai == TandaTanganPegawai.MENUNGGU:
		return _("Menunggu tanda tangan pegawai")
	return _("Siap dilaporkan")


def report_banyak(rows: list) -> list[str]:
	"""All that can be reported now; why some were not."""
	gagal = []
	for row in rows:
		if row.dapat_lapor:
			with one_of_many() as pesan:
				report(row.name)
			gagal += pesan
	return gagal
