"""What all official forms print, as text (templates escape it), and the mark by which paper can be checked."""

import hashlib
import json
from datetime import date, datetime

import frappe
from babel.dates import format_date, format_time
from frappe import _
from frappe.utils import get_datetime, get_fullname, getdate

from kinerja_asn.cetak.gambar import draw_cap_rancangan
from kinerja_asn.constants.istilah import JenisHasilKerja, Tahap
from kinerja_asn.constants.tahapan import SAH
from kinerja_asn.rules.nomor_induk import format_nomor_induk, get_sebutan_nomor
from kinerja_asn.services.orang.pihak import is_penetap_atasan
from kinerja_asn.services.orang.unit import get_nama_unit

KELOMPOK = (("A. UTAMA", JenisHasilKerja.UTAMA), ("B. TAMBAHAN", JenisHasilKerja.TAMBAHAN))
SIDIK_PANJANG = 16  # hexadecimal digits of the printed mark


def format_tanggal(tanggal: date | str) -> str:
	"""5 Januari 2025"""
	return format_date(getdate(tanggal), "d MMMM yyyy", locale="id")


def format_masa_penilaian(awal: date | str, akhir: date | str) -> str:
	"""1 JANUARI SD 31 DESEMBER TAHUN 2025"""
	mulai, sampai = (format_date(getdate(tanggal), "d MMMM", locale="id") for tanggal in (awal, akhir))
	return f"{mulai} SD {sampai} TAHUN {getdate(akhir).year}".upper()


# --- header


def get_tersimpan(doc):
	"""The stored document of ``doc``. Frappe prints what a client sends under the name of one he may read: an official
	form says what was agreed on, and looks nobody up whom that document does not name."""
	return frappe.get_doc(doc.doctype, doc.name)


def get_kepala(doc) -> dict:
	return {
		"instansi": (doc.instansi or "").upper(),
		"masa_penilaian": format_masa_penilaian(doc.awal, doc.akhir),
		"pegawai": _get_identitas(doc, "pegawai", doc.unit_kerja),
		"penilai": _get_identitas(doc, "penilai", doc.unit_penilai),
	}


def _get_identitas(doc, pihak: str, unit: str | None) -> dict:
	return {
		"nama": doc.get(f"nama_{pihak}") or "",
		"nip": doc.get(f"nip_{pihak}") or "",
		# A PPPK need not have a golongan, one Paruh Waktu has none.
		"pangkat": doc.get(f"pangkat_{pihak}") or "–",
		"jabatan": doc.get(f"jabatan_{pihak}") or "",
		"unit": get_nama_unit(unit),
	}


# --- hasil kerja and perilaku


def number_hasil_kerja(kelompok) -> list[dict]:
	"""Groups A and B; the numbers run on from one to the next, as in the forms."""
	nomor, hasil = 0, []
	for judul, baris in kelompok:
		for row in baris:
			nomor += 1
			row["no"] = nomor
		hasil.append({"judul": judul, "baris": baris})
	return hasil


def get_perilaku(row) -> dict:
	return {
		"no": row.idx,
		"nilai": row.nilai,
		"panduan": (row.panduan or "").splitlines(),
		"ekspektasi": row.ekspektasi_khusus or "",
	}


# --- validity


def add_pengesahan(doc, isi: dict) -> frappe._dict:
	"""``isi``, what the form shows of ``doc``, with ``identitas``, ``tempat`` and ``pengesahan``."""
	return frappe._dict(
		isi,
		identitas=(list_identitas(isi["pegawai"]), list_identitas(isi["penilai"])),
		tempat=_get_tempat(doc),
		pengesahan=_get_pengesahan(doc, isi),
	)


def list_identitas(orang: dict) -> list[tuple[str, str, str]]:
	"""(what it is, its label, value) in the form's order, without the number of whoever has none (Pasal 1; p. 3)."""
	baris = [
		("nama", "NAMA"),
		*([("nip", get_sebutan_nomor(orang["nip"]))] if orang["nip"] else []),
		("pangkat", "PANGKAT"),
		("jabatan", "JABATAN"),
		("unit", "UNIT KERJA"),
	]
	return [(kunci, label, orang[kunci]) for kunci, label in baris]


def _get_pengesahan(doc, isi: dict) -> frappe._dict:
	"""Who confirmed the document and when, and the mark of what is printed; a draft has no mark.

	``pegawai`` and ``penetap`` are {sebagai, nama, nomor, tanda}; ``tanda`` is "" until that person confirmed.
	"""
	sah = doc.tahap in SAH and bool(doc.ditetapkan_pada)
	pengesahan = frappe._dict(
		rancangan=not sah,
		dokumen=doc.name,
		pegawai=_get_tanda_pegawai(doc),
		penetap={**_get_penetap(doc), "tanda": _get_tanda(doc, "ditetapkan") if sah else ""},
	)
	if sah:
		pengesahan.update(tanggal=format_tanggal(doc.ditetapkan_pada), sidik=get_sidik(doc.name, isi))
	else:
		pengesahan.cap = draw_cap_rancangan()
	return pengesahan


def _get_tempat(doc) -> str:
	"""Where it is signed; a setting of the period, so not part of what the mark vouches for."""
	return frappe.get_cached_value("Periode Kinerja", doc.periode, "tempat") or ""


def _get_tanda_pegawai(doc) -> dict:
	"""His confirmation is gone when he takes the document back or gets it back."""
	diajukan = doc.tahap in (Tahap.DIAJUKAN, *SAH) and doc.get("diajukan_pada")
	return {
		"sebagai": "Pegawai yang Dinilai",
		"nama": doc.nama_pegawai or "",
		"nomor": format_nomor_induk(doc.nip_pegawai),
		"tanda": _get_tanda(doc, "diajukan") if diajukan else "",
	}


def _get_penetap(doc) -> dict:
	"""The Penilai, or his superior to whom an SKP passes that is not set in time (p. 65 no. 5)."""
	if not is_penetap_atasan(doc):
		nama, nomor = doc.nama_penilai, format_nomor_induk(doc.nip_penilai)
		return {"sebagai": "Pejabat Penilai Kinerja", "nama": nama or "", "nomor": nomor}
	nip, nrp = frappe.db.get_value("Employee", doc.atasan_penilai, ["nip", "nrp"]) or ("", "")
	return {
		"sebagai": "Atasan Pejabat Penilai Kinerja",
		"nama": doc.nama_atasan_penilai or "",
		"nomor": format_nomor_induk(nip or nrp),
	}


def _get_tanda(doc, langkah: str) -> str:
	pada: datetime = get_datetime(doc.get(f"{langkah}_pada"))
	pukul = format_time(pada.time(), "HH.mm", locale="id")
	nama = _get_nama(doc, doc.get(f"{langkah}_oleh"))
	return f"Ditandatangani secara elektronik oleh {nama} pada {format_tanggal(pada.date())} pukul {pukul}"


def _get_nama(doc, user: str | None) -> str:
	for pihak in ("pegawai", "penilai", "atasan_penilai"):
		if user and doc.get(f"{pihak}_user") == user:
			return doc.get(f"nama_{pihak}")
	return get_fullname(user) if user else _("tidak tercatat")


def get_sidik(dokumen: str, isi: dict) -> str:
	"""The first 16 hexadecimal digits of the SHA-256 over the document's name and the printed values."""
	teks = json.dumps({"dokumen": dokumen, **isi}, sort_keys=True, ensure_ascii=False, default=str)
	return hashlib.sha256(teks.encode()).hexdigest()[:SIDIK_PANJANG]
