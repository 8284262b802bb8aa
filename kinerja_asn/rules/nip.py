"""The number of an ASN: NIP of a PNS and NI PPPK, eighteen digits each."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Literal

KODE_PPPK_TERENDAH = 21
TAHUN_PENGANGKATAN = range(1945, 2100)
TAHUN_PPPK_PERTAMA = 2014  # UU 5/2014 created the PPPK
USIA_PENGANGKATAN = range(15, 71)
PANJANG = 18
PANJANG_TERPOTONG = 15  # shorter than that is no NIP that lost a digit or two
# What people paste around and between the digits: an apostrophe that kept it a text, "NIP.", dots and dashes.
_AWALAN = re.compile(r"['‘’`]*(?:NIPPPK|NIP)?[.:]*['‘’`]*", re.IGNORECASE)
_PEMISAH = re.compile(r"[.\-‐‑‒–—−]")
_ANGKA_HILANG = re.compile(r"[0-9]+(?:[.,][0-9]+)?E\+?[0-9]+", re.IGNORECASE)
_JENIS_KELAMIN = {"1": "Laki-laki", "2": "Perempuan"}


class NipTidakValid(ValueError):
	"""The NIP is wrong; the message (Indonesian) says which digits and what was expected."""


@dataclass(frozen=True)
class Nip:
	"""What an 18-digit number says. ``tmt`` is the first of the CPNS month, None for a PPPK."""

	nomor: str
	tanggal_lahir: date
	tmt: date | None
	tahun_pengangkatan: int
	jenis_kelamin: Literal["Laki-laki", "Perempuan"]
	nomor_urut: str
	pppk: bool


def parse_nip(nip: str | int | float) -> Nip:
	"""Read a NIP ("198501012010011001" or as printed or pasted, "NIP. 19850101 201001 1 001") or a NI PPPK.

	Digits 1-8 date of birth, 9-12 year of appointment, 13-14 month of the TMT CPNS (PPPK: a code from 21),
	15 sex, 16-18 serial number. Raises NipTidakValid.
	"""
	nomor = read_nomor(nip)
	tanggal_lahir = _read_tanggal_lahir(nomor[:8])
	tahun, kode = int(nomor[8:12]), int(nomor[12:14])
	_check_tahun(tahun)
	pppk = kode >= KODE_PPPK_TERENDAH
	tmt = None if pppk else _read_tmt(tahun, kode)
	_check_pengangkatan(tanggal_lahir, tahun, tmt)
	return Nip(
		nomor=nomor,
		tanggal_lahir=tanggal_lahir,
		tmt=tmt,
		tahun_pengangkatan=tahun,
		jenis_kelamin=_read_jenis_kelamin(nomor[14]),
		nomor_urut=_read_nomor_urut(nomor[15:]),
		pppk=pppk,
	)


def read_nomor(nip: str | int | float) -> str:
	"""The eighteen digits of a NIP as people paste it, whatever they say. Raises NipTidakValid, which names what is
	in the way."""
	teks = "".join(tanda for tanda in str(nip) if not _is_kosong(tanda))
	_check_angka_hilang(teks)
	nomor = _PEMISAH.sub("", teks[_AWALAN.match(teks).end() :])
	if asing := re.search(r"[^0-9]", nomor):
		raise NipTidakValid(
			f"NIP memuat tanda {_describe_tanda(asing[0])} sesudah {asing.start()} angka. Hapus atau ganti tanda itu: "
			f"NIP hanya terdiri atas {PANJANG} angka."
		)
	if len(nomor) != PANJANG:
		nrp = " NRP anggota TNI/Polri diisi pada kolom NRP." if len(nomor) < PANJANG_TERPOTONG else ""
		raise NipTidakValid(
			f"NIP harus terdiri atas {PANJANG} angka, yang diisi {len(nomor)} angka. Periksa kembali NIP.{nrp}"
		)
	return nomor


def _is_kosong(tanda: str) -> bool:
	"""Spaces and line breaks of any kind, and what has no width at all."""
	return tanda.isspace() or unicodedata.category(tanda) in ("Cf", "Cc")


def _check_angka_hilang(teks: str) -> None:
	if _ANGKA_HILANG.fullmatch(teks):
		raise NipTidakValid(
			f"NIP ditulis lembar kerja sebagai bilangan ({teks}), sehingga angka terakhirnya hilang. Ubah format kolomnya "
			"menjadi Teks (Text), lalu tulis ulang NIP dari sumbernya."
		)


def _describe_tanda(tanda: str) -> str:
	"""A sign that only looks like a digit or a letter is told by its code."""
	return f'"{tanda}"' if tanda.isascii() else f'"{tanda}" (U+{ord(tanda):04X})'


def _read_tanggal_lahir(angka: str) -> date:
	try:
		return date(int(angka[:4]), int(angka[4:6]), int(angka[6:]))
	except ValueError:
		raise NipTidakValid(
			f"Angka ke-1 sampai ke-8 NIP ({angka}) bukan tanggal lahir. Isi dengan tahun, bulan, dan "
			"tanggal, misalnya 19850101."
		) from None


def _check_tahun(tahun: int) -> None:
	if tahun not in TAHUN_PENGANGKATAN:
		raise NipTidakValid(
			f"Angka ke-9 sampai ke-12 NIP ({tahun:04d}) bukan tahun pengangkatan yang wajar. "
			f"Isi dengan tahun {TAHUN_PENGANGKATAN[0]} sampai {TAHUN_PENGANGKATAN[-1]}."
		)


def _read_tmt(tahun: int, bulan: int) -> date:
	if not 1 <= bulan <= 12:
		raise NipTidakValid(
			f"Angka ke-13 dan ke-14 NIP ({bulan:02d}) bukan bulan TMT CPNS (01 sampai 12) dan bukan kode "
			f"PPPK ({KODE_PPPK_TERENDAH} atau lebih). Periksa kembali NIP."
		)
	return date(tahun, bulan, 1)


def _check_pengangkatan(lahir: date, tahun: int, tmt: date | None) -> None:
	"""A NI PPPK has no month: the age at the end of the year of appointment is taken."""
	if tmt is None and tahun < TAHUN_PPPK_PERTAMA:
		raise NipTidakValid(
			f"Angka ke-9 sampai ke-14 NIP menunjuk PPPK yang diangkat tahun {tahun}, padahal PPPK baru ada "
			f"sejak {TAHUN_PPPK_PERTAMA}. Periksa kembali tahun dan bulan TMT."
		)
	usia = _usia(lahir, tmt or date(tahun, 12, 31))
	if usia not in USIA_PENGANGKATAN:
		raise NipTidakValid(
			f"Menurut NIP, usia saat diangkat {usia} tahun, padahal seharusnya {USIA_PENGANGKATAN[0]} sampai "
			f"{USIA_PENGANGKATAN[-1]} tahun. Periksa kembali tanggal lahir dan tahun pengangkatan."
		)


def _usia(lahir: date, pada: date) -> int:
	return pada.year - lahir.year - ((pada.month, pada.day) < (lahir.month, lahir.day))


def _read_jenis_kelamin(angka: str) -> str:
	if angka not in _JENIS_KELAMIN:
		raise NipTidakValid(
			f"Angka ke-15 NIP ({angka}) bukan kode jenis kelamin. "
			"Isi 1 untuk laki-laki atau 2 untuk perempuan."
		)
	return _JENIS_KELAMIN[angka]


def _read_nomor_urut(angka: str) -> str:
	if angka == "000":
		raise NipTidakValid(
			"Angka ke-16 sampai ke-18 NIP (000) bukan nomor urut. Isi dengan 001 sampai 999. Bila NIP berasal dari lembar "
			"kerja, angka aslinya hilang karena format kolomnya bukan Teks (Text)."
		)
	return angka
