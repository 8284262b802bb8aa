"""What each of many people carries of his leader's results, from the Matriks Pembagian Peran dan Hasil (p. 47-49): what is
weighed when they are compared (p. 98 huruf e). One query, however many they are."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

import frappe

from kinerja_asn.rules.pembulatan import to_decimal


@dataclass(frozen=True)
class Kontribusi:
	"""One hasil kerja of somebody that serves his leader's ``pimpinan``; ``porsi`` in percent, 0 where none was agreed on."""

	uraian: str
	pimpinan: str
	penyelarasan: str
	porsi: Decimal


def get_kontribusi(daftar_skp: Collection[str]) -> dict[str, list[Kontribusi]]:
	"""SKP -> the rows that carry a leader's result or the agency's agreement, in their order."""
	anak = frappe.qb.DocType("SKP Hasil Kerja")
	kolom = ("rencana_hasil_kerja", "rhk_pimpinan_uraian", "penyelarasan", "porsi")
	query = frappe.qb.from_(anak).select(anak.parent, *(anak[nama] for nama in kolom))
	query = query.where((anak.parenttype == "SKP") & anak.parent.isin(list(daftar_skp) or [""]))
	query = query.where((anak.rhk_pimpinan != "") | (anak.pk_indikator != ""))
	per_skp = defaultdict(list)
	for skp, uraian, pimpinan, cara, porsi in query.orderby(anak.parent, anak.idx).run():
		isi = Kontribusi(uraian or "", pimpinan or "", cara or "", to_decimal(porsi or 0))
		per_skp[skp].append(isi)
	return per_skp
