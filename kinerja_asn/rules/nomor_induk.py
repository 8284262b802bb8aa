"""The number under a person's name: the NIP of an ASN, the NRP of an officer of TNI or Polri, nothing for a head of region.

A Pejabat Penilai Kinerja need not be an ASN (Pasal 1; p. 3), and the forms' line for the number is then another one or
none (form A.1.1 calls it optional; p. 34).
"""

import re

from kinerja_asn.rules.nip import PANJANG as PANJANG_NIP
from kinerja_asn.rules.nip import parse_nip

# Polri has 8 digits; TNI 5 to 14, in the Navy with the corps behind them.
_NRP = re.compile(r"[0-9]{5,14}(/[A-Z]{1,2})?")
_HIASAN = re.compile(r"^['‘’`]*(NRP)?[.:]*|[\s.\-]", re.IGNORECASE)


class NrpTidakValid(ValueError):
	"""The NRP is wrong; the message (Indonesian) says what was expected."""


def parse_nrp(nrp: str | int) -> str:
	"""The NRP as it is printed (Pasal 1; p. 3), read as people paste it ("NRP. 7805 1234"). Raises NrpTidakValid."""
	nomor = _HIASAN.sub("", str(nrp).strip()).upper()
	if not _NRP.fullmatch(nomor):
		raise NrpTidakValid(
			"NRP anggota TNI/Polri terdiri atas 5 sampai 14 angka, untuk Polri 8 angka, misalnya 78051234. Periksa "
			"kembali NRP; NIP diisi pada kolom NIP."
		)
	return nomor


def read_nomor_induk(teks: str | None) -> tuple[str, str] | None:
	"""What such a number, as people paste it, is ("nip" or "nrp") and reads (p. 34); None: it is none of them."""
	for jenis, parse in (("nip", lambda nomor: parse_nip(nomor).nomor), ("nrp", parse_nrp)):
		try:
			return jenis, parse(teks or "")
		except ValueError:
			continue
	return None


def format_nomor_induk(nomor: str | None) -> str:
	"""The line of identity of forms and pages (p. 34): "NIP 19…", "NRP 78…", or nothing."""
	return f"{get_sebutan_nomor(nomor)} {nomor}" if nomor else ""


def get_sebutan_nomor(nomor: str | None) -> str:
	"""What such a number is called (p. 34): only a NIP has eighteen digits."""
	return "NIP" if not nomor or len(nomor) == PANJANG_NIP else "NRP"
