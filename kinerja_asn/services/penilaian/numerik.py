"""The figure of PP 30/2019 for an evaluation, where its scheme shows one: beside the predikat, which stays what it is."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

import frappe
from frappe.utils import flt

from kinerja_asn.constants.istilah import Rating
from kinerja_asn.constants.numerik import BobotPP30
from kinerja_asn.rules.numerik import Konversi, nilai_kinerja, nilai_skp, predikat_numerik
from kinerja_asn.rules.pembulatan import to_decimal


def count_pp30(evaluasi, skema: str) -> tuple[float, str | None]:
	"""(figure, its predikat); (0, None) where the scheme shows none, or something that it is made of is missing."""
	aturan = frappe.get_cached_doc("Skema Penilaian", skema)
	if not aturan.pp30 or not evaluasi.predikat_kinerja:
		return 0, None
	konversi = read_konversi(aturan)
	skp = nilai_skp(list(_list_capaian(evaluasi.hasil, konversi)))
	if skp is None:
		return 0, None
	perilaku = konversi.convert(Rating(evaluasi.rating_perilaku))
	nilai = nilai_kinerja(skp, perilaku, BobotPP30(aturan.pp30_bobot))
	return float(nilai), str(predikat_numerik(nilai, bool(evaluasi.ide_baru)))


def read_konversi(aturan) -> Konversi:
	"""Raises ValueError for figures that are out of order."""
	return Konversi(
		*(to_decimal(flt(aturan.get(f"pp30_{nama}"))) for nama in ("diatas", "sesuai", "dibawah"))
	)


def _list_capaian(rows: Iterable, konversi: Konversi) -> Iterator[Decimal]:
	"""What was reached of each indikator; where only the Penilai judges, his rating as the agency counts it."""
	for row in rows:
		if row.rating_usulan:
			yield to_decimal(flt(row.capaian_persen))
		elif row.rating:
			yield konversi.convert(Rating(row.rating))
