"""Numbers as Indonesians type and read them in the portal."""

import re
from collections.abc import Sequence
from decimal import Decimal

from frappe import _

from kinerja_asn.constants.istilah import Bulan
from kinerja_asn.rules.lintasan import BULAN_SETAHUN
from kinerja_asn.rules.pembulatan import format_angka, round_half_up, to_decimal
from kinerja_asn.services.bersama.isian import ANGKA_MAKS

_BULAT = re.compile(r"[0-9]+")
_RIBUAN = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+(,[0-9]{1,9})?")
_DESIMAL = re.compile(r"[0-9]+,[0-9]{1,9}")
# "1,075" is 1.075 to a clerk who learnt on an English keyboard and a little over one to everybody else.
_MENDUA = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_TITIK_DESIMAL = re.compile(r"[0-9]+\.[0-9]+")


class AngkaTidakJelas(ValueError):
	"""The text is no number, or could be two; the message (Indonesian) says how to write it."""


def parse_angka(teks: str | None) -> Decimal | None:
	"""The number in "1075", "1.075" or "107,5"; None for an empty text. Raises AngkaTidakJelas."""
	teks = (teks or "").replace("\u00a0", " ").strip()
	if not teks:
		return None
	if _MENDUA.fullmatch(teks):
		raise AngkaTidakJelas(
			_(
				'"{0}" dapat berarti {1} atau {2}. Tulis {1} tanpa tanda baca untuk ribuan, atau {2} untuk pecahan.'
			).format(teks, teks.replace(",", ""), f"{teks}0")
		)
	if _BULAT.fullmatch(teks) or _RIBUAN.fullmatch(teks) or _DESIMAL.fullmatch(teks):
		return _to_angka(teks)
	raise AngkaTidakJelas(_describe_salah(teks[:40]))


def _to_angka(teks: str) -> Decimal:
	"""What the database cannot keep is said here, beside the field, not by the document later and one by one."""
	bulat, _koma, pecahan = teks.replace(".", "").partition(",")
	if len(bulat.lstrip("0")) >= len(str(ANGKA_MAKS)):
		raise AngkaTidakJelas(_('"{0}" terlalu besar. Angka harus di bawah 100 miliar.').format(teks[:40]))
	return to_decimal(f"{bulat}.{pecahan or 0}")


def _describe_salah(teks: str) -> str:
	if _TITIK_DESIMAL.fullmatch(teks):
		return _('"{0}": pecahan ditulis dengan koma, misalnya {1}.').format(teks, teks.replace(".", ","))
	if teks.startswith("-"):
		return _('"{0}": angka tidak boleh negatif. Tulis nol atau lebih.').format(teks)
	return _('"{0}" bukan angka. Tulis angka saja, misalnya 1075, 1.075, atau 107,5.').format(teks)


def format_isian(value) -> str:
	"""A stored number as text for an input, "1.000.000"; ``parse_angka`` reads it back as the same number."""
	teks = format_angka(to_decimal(value or 0))
	return f"{teks}0" if _MENDUA.fullmatch(teks) else teks


def format_tampil(value: Decimal | None) -> str:
	"""A number for reading, at most two decimals; "–" for none."""
	return "–" if value is None else format_angka(round_half_up(value))


# --- twelve monthly figures in one field, January first: "100; 100; 1.000,5; …"


def read_bulanan(teks: str | None, bulan: Sequence[Bulan] = tuple(Bulan)) -> tuple[Decimal, ...]:
	"""A figure for each of ``bulan``; an empty place is 0. Raises AngkaTidakJelas, which names the month."""
	bagian = (teks or "").strip().replace("\n", ";").split(";")
	if len(bagian) != len(bulan):
		raise AngkaTidakJelas(_describe_banyak(bulan, len([angka for angka in bagian if angka.strip()])))
	return tuple(_read_bulan(ke, angka) for ke, angka in zip(bulan, bagian, strict=True))


def _describe_banyak(bulan: Sequence[Bulan], ada: int) -> str:
	if len(bulan) == BULAN_SETAHUN:
		return _(
			"Target bulanan berisi {0} angka. Tulis dua belas angka, Januari sampai Desember, dipisahkan titik koma."
		).format(ada)
	kalimat = _(
		"Target bulanan berisi {0} angka. Tulis {1}, satu untuk tiap bulan langkahnya, dipisahkan titik koma."
	)
	return kalimat.format(ada, len(bulan))


def _read_bulan(bulan: Bulan, teks: str) -> Decimal:
	try:
		return parse_angka(teks) or Decimal(0)
	except AngkaTidakJelas as salah:
		raise AngkaTidakJelas(f"{_(str(bulan))}: {salah}") from None


def write_bulanan(bulanan: Sequence[Decimal]) -> str:
	return "; ".join(map(format_isian, bulanan))
