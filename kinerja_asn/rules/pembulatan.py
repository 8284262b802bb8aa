"""Numbers: the one way the app converts, rounds, takes percentages and prints them."""

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

SERATUS = Decimal("100.00")
SATUAN_TERKECIL = Decimal("0.01")
_TITIK_KOMA = str.maketrans(",.", ".,")


def to_decimal(value: int | float | str | Decimal) -> Decimal:
	"""The finite number that ``value`` prints as: ``0.1`` becomes ``Decimal("0.1")``.

	Text is in machine notation ("1000.5"). Raises ValueError for text that is no number, NaN and infinity.
	"""
	try:
		angka = Decimal(str(value).strip())
	except InvalidOperation:
		raise ValueError(f'"{value}" bukan angka. Isi dengan angka, misalnya 12 atau 12.5.') from None
	if not angka.is_finite():
		raise ValueError(f'"{value}" bukan angka yang berhingga. Isi dengan angka, misalnya 12 atau 12.5.')
	return angka


def round_half_up(value: Decimal, places: int = 2) -> Decimal:
	"""``value`` with ``places`` decimals; a half goes away from zero (2.345 -> 2.35), never to "-0"."""
	return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP) + 0


def persen(bagian: Decimal | int, dari: Decimal | int) -> Decimal:
	"""``bagian`` as a percentage of ``dari`` (> 0), two decimals, never below 0.

	Rounding never crosses 100: a part that falls short of the whole prints at most 99.99, one that exceeds
	it at least 100.01. Otherwise "100,00 %" could stand beside "Dibawah Ekspektasi".
	"""
	hasil = max(round_half_up(Decimal(bagian) * 100 / Decimal(dari)), Decimal("0.00"))
	if bagian < dari:
		return min(hasil, SERATUS - SATUAN_TERKECIL)
	if bagian > dari:
		return max(hasil, SERATUS + SATUAN_TERKECIL)
	return hasil


def format_angka(value: Decimal) -> str:
	"""``value`` as Indonesians write it, no trailing zeros: 1075 -> "1.075", 107.50 -> "107,5"."""
	return f"{(value + 0).normalize():,f}".translate(_TITIK_KOMA)
