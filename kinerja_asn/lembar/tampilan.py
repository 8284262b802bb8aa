"""What a spreadsheet shows for a number: 0.85 formatted as percent is 85 % to whoever typed it.

Only formats whose reading is certain are read; the person is asked about every other one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from frappe import _

from kinerja_asn.rules.pembulatan import format_angka, round_half_up

PERSEN = frozenset({"%", "persen", "persentase"})
RUPIAH = frozenset({"rp", "idr", "rupiah"})
POLOS = ("General", "@")
# A section of a number format: texts, what only pads, currency, colours, percent, digits, signs shown as they are.
BAGIAN = re.compile(
	r'"(?P<teks>[^"]*)"|\\(?P<tanda>.)|(?P<isi>[_*].)|\[\$(?P<mata_uang>[^\]\-]*)(?:-[^\]]*)?\]'
	r"|(?P<warna>\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color ?\d+)\])"
	r"|(?P<persen>%)|(?P<umum>General)|(?P<angka>[#0?][#0?,.]*)|(?P<lain>[-+():/!^&'~{}<>=$€£¥ ])|(?P<asing>.)",
	re.IGNORECASE | re.DOTALL,
)
PEMISAH = re.compile(r'((?:"[^"]*"|\\.|[_*].|\[[^\]]*\]|[^;])*);', re.DOTALL)
ANGKA = re.compile(r"[#0?]+(?:,[#0?]+)*(?:\.(?P<pecahan>[#0?]*))?")


class TampilanTidakJelas(ValueError):
	"""The format may show something else than it holds; the message (Indonesian) follows the cell's place."""


@dataclass(frozen=True)
class Tampilan:
	"""The number that is shown, and the unit beside it: "%", "Rp", another text, or nothing."""

	angka: Decimal
	sebutan: str = ""


def read_tampilan(angka: Decimal, format_angka_sel: str) -> Tampilan:
	"""What ``angka`` looks like in a cell of that number format. Raises TampilanTidakJelas."""
	if format_angka_sel in POLOS:
		return Tampilan(angka)
	bagian = _take_bagian(angka, format_angka_sel)
	temuan = list(BAGIAN.finditer(bagian))
	jenis = [found.lastgroup for found in temuan]
	if "asing" in jenis or jenis.count("persen") > 1 or jenis.count("angka") + jenis.count("umum") != 1:
		raise _tidak_jelas(format_angka_sel)
	tampak = angka * 100 if "persen" in jenis else angka
	for found in temuan:
		if found.lastgroup == "angka":
			_check_utuh(tampak, found["angka"], format_angka_sel)
	return Tampilan(tampak, "".join(_get_sebutan(temuan)).strip())


def _take_bagian(angka: Decimal, format_angka_sel: str) -> str:
	"""A format has up to four sections: positive, negative, zero, text."""
	bagian = PEMISAH.findall(f"{format_angka_sel};")
	ke = 2 if angka == 0 else 1 if angka < 0 else 0
	return bagian[ke] if ke < len(bagian) else bagian[0]


def _check_utuh(tampak: Decimal, pola: str, format_angka_sel: str) -> None:
	"""A comma at the end divides by thousand; too few decimals show another number than there is."""
	found = ANGKA.fullmatch(pola)
	if not found:
		raise _tidak_jelas(format_angka_sel)
	bulat = round_half_up(tampak, len(found["pecahan"] or ""))
	if bulat != tampak:
		raise TampilanTidakJelas(
			_(
				"tampak sebagai {0}, padahal isinya {1}. Tampilkan semua angka di belakang komanya, atau tulis ulang "
				"angkanya."
			).format(format_angka(bulat), format_angka(tampak))
		)


def _get_sebutan(temuan: list[re.Match]) -> Iterator[str]:
	for found in temuan:
		if found.lastgroup in ("teks", "tanda", "mata_uang", "persen", "lain"):
			yield found[found.lastgroup]


def _tidak_jelas(format_angka_sel: str) -> TampilanTidakJelas:
	return TampilanTidakJelas(
		_(
			"format angka selnya ({0}) tidak dapat dibaca dengan pasti. Ubah format selnya menjadi Umum (General), lalu "
			"tulis ulang angkanya."
		).format(format_angka_sel[:40])
	)


def check_satuan(sebutan: str, satuan: str | None) -> None:
	"""What stands beside the number in the cell is its unit, and must be the one of the column Satuan."""
	if sebutan and not _is_sama(sebutan.casefold(), (satuan or "").casefold()):
		raise TampilanTidakJelas(
			_(
				'tampak dengan "{0}", padahal kolom Satuan berisi "{1}". Samakan Satuan, atau ubah format selnya menjadi '
				"Umum (General) dan tulis ulang angkanya."
			).format(sebutan[:40], (satuan or "")[:40])
		)


def _is_sama(sebutan: str, satuan: str) -> bool:
	"""Percent of something is still percent; a thousand or million rupiah is not a rupiah."""
	kata = set(re.findall(r"\w+|%", satuan))
	if sebutan == "%":
		return bool(PERSEN & kata)
	return sebutan == satuan.strip() or (sebutan.strip(". ") in RUPIAH and bool(kata) and kata <= RUPIAH)
