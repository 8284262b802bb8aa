"""What the lines of a period add up to: the figures that they propose for its report."""

from datetime import date
from decimal import Decimal

import frappe
from frappe.utils import getdate

from kinerja_asn.constants.istilah import Arah, CaraHitung
from kinerja_asn.rules.catatan import Angka, sum_baris
from kinerja_asn.rules.pembulatan import round_half_up, to_decimal
from kinerja_asn.rules.progres import KUMULATIF
from kinerja_asn.services.bersama.tabel_anak import is_anak

DOCTYPE, BARIS = "Catatan Harian", "Baris Catatan Harian"
PECAHAN = 6  # an average of thirds is offered as the form takes it


def sum_catatan(skp, awal: date, akhir: date) -> dict[str, Decimal]:
	"""kunci of the indikator -> what was noted for it from ``awal`` to ``akhir``, whatever became of the days; where the plan asks
	for totals up to now, since it began.

	``skp``: the version of the plan that is asked about. The report is verified, and not the line: a day that the
	Penilai has not come to yet counts like any other.
	"""
	ukuran = [(iki.kunci, Arah(iki.arah), CaraHitung(iki.cara_hitung)) for iki in skp.indikator]
	kumulatif = any(cara_hitung in KUMULATIF for _kunci, _arah, cara_hitung in ukuran)
	sejak = min(awal, getdate(skp.awal)) if kumulatif else awal
	jumlah = sum_baris(_get_angka(skp.name, sejak, akhir), ukuran, awal)
	return {kunci: round_half_up(nilai, PECAHAN) for kunci, nilai in jumlah.items()}


def _get_angka(skp: str, awal: date, akhir: date) -> list[Angka]:
	catatan, baris = frappe.qb.DocType(DOCTYPE), frappe.qb.DocType(BARIS)
	rows = (
		frappe.qb.from_(catatan)
		.join(baris)
		.on(is_anak(baris, catatan))
		.select(baris.indikator, catatan.tanggal, baris.volume)
		.where((catatan.skp == skp) & (catatan.tanggal >= awal) & (catatan.tanggal <= akhir))
		.where(baris.indikator != "")
		.orderby(catatan.tanggal)
		.orderby(baris.idx)
		.run()
	)
	return [Angka(indikator, getdate(tanggal), to_decimal(volume)) for indikator, tanggal, volume in rows]
