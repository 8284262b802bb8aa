"""Pangkat and golongan ruang as people write them: "PEMBINA TK I / IV.B", "III d", "Penata Tk. I (III/d)", "PPPK-IX".

Golongan ruang of a PNS go with their pangkat (PP 99/2000 as amended); a PPPK has golongan I to XVII (Perpres 98/2020).
"""

import re
import unicodedata

from kinerja_asn.constants.custom_fields import PANGKAT_GOLONGAN
from kinerja_asn.rules.teks import remove_tak_terlihat

_CONTOH = 'Tulis misalnya "Penata Tingkat I / III.d" untuk PNS atau "Golongan IX" untuk PPPK.'
_PNS = tuple(nilai for nilai in PANGKAT_GOLONGAN if " / " in nilai)
_PER_RUANG = {nilai.rpartition(" / ")[2].casefold(): nilai for nilai in _PNS}
_PER_PANGKAT = {nilai.partition(" / ")[0].casefold(): nilai for nilai in _PNS}
_PER_GOLONGAN = {nilai.split()[1].casefold(): nilai for nilai in PANGKAT_GOLONGAN if nilai not in _PNS}
_RUANG = re.compile(r"(?<![a-z0-9])(iv|iii|ii|i)[\s./,-]*([a-e])(?![a-z0-9])")
_KATA = re.compile(r"[a-z0-9]+")
_PENGANTAR = {"pangkat", "gol", "golongan", "ruang", "pns", "pppk", "p3k"}
_TINGKAT = {"tk": "tingkat", "tkt": "tingkat", "1": "i"}


class PangkatTidakDikenal(ValueError):
	"""It cannot be told which is meant; the message (Indonesian) says how to write it."""


def read_pangkat(teks: str, pppk: bool = False) -> str:
	"""The entry of PANGKAT_GOLONGAN that is meant; "" for a dash. Raises PangkatTidakDikenal.

	A golongan without ruang ("III") is one of a PPPK: only where it says so, or ``pppk`` does.
	"""
	bersih = " ".join(remove_tak_terlihat(unicodedata.normalize("NFKC", teks)).casefold().split())
	ruang = list(_RUANG.finditer(bersih))
	sisa = f"{bersih[: ruang[-1].start()]} {bersih[ruang[-1].end() :]}" if ruang else bersih
	kata = _KATA.findall(sisa)
	pangkat = " ".join(_TINGKAT.get(bagian, bagian) for bagian in kata if bagian not in _PENGANTAR)
	if ruang:
		return _match(teks, ".".join(ruang[-1].groups()), pangkat)
	if not kata:
		return ""
	if pangkat in _PER_GOLONGAN and (pppk or {"pppk", "p3k"} & set(kata)):
		return _PER_GOLONGAN[pangkat]
	return _get_menurut_pangkat(teks, pangkat)


def _match(teks: str, ruang: str, pangkat: str) -> str:
	"""Whoever names both must name what goes together."""
	if ruang not in _PER_RUANG:
		raise PangkatTidakDikenal(f'Tidak ada golongan ruang dalam "{teks}". {_CONTOH}')
	if pangkat and _get_menurut_pangkat(teks, pangkat) != _PER_RUANG[ruang]:
		raise PangkatTidakDikenal(
			f'Pangkat dan golongan ruang dalam "{teks}" tidak sesuai: {_PER_RUANG[ruang]}, sedangkan '
			f"{_PER_PANGKAT[pangkat]}. Perbaiki yang salah."
		)
	return _PER_RUANG[ruang]


def _get_menurut_pangkat(teks: str, pangkat: str) -> str:
	if pangkat in _PER_PANGKAT:
		return _PER_PANGKAT[pangkat]
	if pangkat in _PER_GOLONGAN:
		raise PangkatTidakDikenal(f'"{teks}" belum menyebut ruangnya. {_CONTOH}')
	raise PangkatTidakDikenal(f'Pangkat "{teks}" tidak dikenal. {_CONTOH}')
