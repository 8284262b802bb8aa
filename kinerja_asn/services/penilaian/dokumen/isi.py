"""What a document says, as canonical JSON: the same content has the same bytes, and one SHA-256."""

import hashlib
import json
import secrets

import frappe

from kinerja_asn.constants.dokumen_evaluasi import ULASAN, FormulirDokumen
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.orang.pihak import get_data
from kinerja_asn.services.orang.unit import get_nama_unit

SKEMA = 1  # of the JSON; a reader of old documents asks for it
_HASIL = ("predikat_organisasi", "rating_hasil_kerja", "rating_perilaku", "predikat_kinerja")


def build_isi(evaluasi, kepala: dict, keberatan=None) -> dict:
	"""``kepala``: number, form, day and so on, as the record has them too. ``garam`` keeps the digest from telling what
	it is of: without it five predikat are tried out at once."""
	return {
		"skema": SKEMA,
		"garam": secrets.token_hex(16),
		**{kunci: nilai if nilai is None else str(nilai) for kunci, nilai in kepala.items()},
		"instansi": evaluasi.instansi,
		"tempat": get_periode(evaluasi.periode).tempat or "",
		"jenis": evaluasi.jenis,
		"masa": evaluasi.masa,
		"awal": str(evaluasi.awal),
		"akhir": str(evaluasi.akhir),
		"pegawai": _read_pihak(evaluasi, "pegawai", evaluasi.unit_kerja),
		"penilai": _read_pihak(evaluasi, "penilai", evaluasi.unit_penilai),
		"atasan": _read_orang(keberatan.atasan_penilai if keberatan else evaluasi.atasan_penilai),
		**{kolom: evaluasi.get(kolom) or "" for kolom in _HASIL},
		"ulasan": {kolom: evaluasi.get(kolom) or "" for kolom in ULASAN},
		"tanda_penilai": _read_tanda(evaluasi, "ditetapkan"),
		**(_read_keberatan(keberatan) if keberatan else {}),
	}


def _read_keberatan(keberatan) -> dict:
	return {
		"keberatan": keberatan.alasan or "",
		"penjelasan": keberatan.penjelasan_penilai or "",
		"dijelaskan_pada": str(keberatan.dijelaskan_pada or ""),
		"keputusan": keberatan.pertimbangan or "",
		"rekomendasi": keberatan.rekomendasi or "",
		"tanda_atasan": str(keberatan.ditetapkan_pada or ""),
	}


def _read_pihak(evaluasi, pihak: str, unit: str | None) -> dict:
	"""As he was when he was evaluated."""
	return {
		"nama": evaluasi.get(f"nama_{pihak}") or "",
		"nip": evaluasi.get(f"nip_{pihak}") or "",
		"pangkat": evaluasi.get(f"pangkat_{pihak}") or "",
		"jabatan": evaluasi.get(f"jabatan_{pihak}") or "",
		"unit": get_nama_unit(unit),
	}


def _read_orang(pegawai: str | None) -> dict:
	data = get_data(pegawai)
	return {
		"nama": data.employee_name or "",
		"nip": data.nip or data.nrp or "",
		"pangkat": data.pangkat_golongan or "",
		"jabatan": data.designation or "",
		"unit": get_nama_unit(data.department),
	}


def _read_tanda(evaluasi, langkah: str) -> str:
	return str(evaluasi.get(f"{langkah}_pada") or "")


def write_kanonis(isi: dict) -> str:
	return json.dumps(isi, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def make_sidik(teks: str) -> str:
	return hashlib.sha256(teks.encode()).hexdigest()


def read_isi(dokumen) -> frappe._dict:
	"""Of a stored document, as it was frozen; pages and prints read this, and no column."""
	return frappe._dict(json.loads(dokumen.isi or "{}"))


def is_utuh(dokumen) -> bool:
	return bool(dokumen.isi) and make_sidik(dokumen.isi) == dokumen.sidik


def is_oleh_penilai(formulir: str) -> bool:
	return formulir == FormulirDokumen.PENILAI
