"""A target that falls into the year as last year's realisasi did: its months, when the plan is written."""

from collections.abc import Mapping
from decimal import Decimal

import frappe
from frappe import _

from kinerja_asn.constants.istilah import CaraHitung, Lintasan
from kinerja_asn.constants.tahapan import DISEPAKATI, DIVERIFIKASI
from kinerja_asn.rules.lintasan import BULAN_SETAHUN, scale_bulanan
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.services.bersama.angka import write_bulanan
from kinerja_asn.services.bersama.periode import get_masa_pelaporan, get_periode
from kinerja_asn.services.bersama.tabel_anak import is_baris
from kinerja_asn.services.pelaksanaan.pemantauan.deret import get_nilai, read_deret
from kinerja_asn.services.pelaksanaan.pemantauan.pencatatan import DOCTYPE
from kinerja_asn.services.perencanaan.skp.rencana import name_baris_indikator


def fill_musiman(skp) -> None:
	"""While a plan, or a change of one, is written. Months that a row already has stay where last year has none."""
	rows = [row for row in skp.indikator if row.lintasan == Lintasan.MUSIMAN]
	if not rows:
		return
	lalu = _get_tahun_lalu(skp)
	for row in rows:
		if bulanan := _find_bulanan(row, lalu):
			row.target_bulanan = write_bulanan(bulanan)
		elif not row.target_bulanan:
			frappe.throw(
				_(
					"{0}: belum ada realisasi tahun lalu yang diverifikasi untuk indikator ini. Pilih lintasan target Merata atau Bulanan."
				).format(name_baris_indikator(skp, row))
			)


def _get_tahun_lalu(skp) -> list[frappe._dict]:
	"""What is kept of the employee's indikator of the year before."""
	plan, iki = frappe.qb.DocType("SKP"), frappe.qb.DocType("SKP Indikator")
	periode, tercatat = frappe.qb.DocType("Periode Kinerja"), frappe.qb.DocType(DOCTYPE)
	milik = is_baris(iki, "SKP", tercatat.skp) & (iki.kunci == tercatat.kunci)
	query = frappe.qb.from_(plan).join(periode).on(periode.name == plan.periode)
	query = query.join(tercatat).on(tercatat.skp == plan.name).join(iki).on(milik)
	query = query.where((plan.pegawai == skp.pegawai) & (periode.tahun == get_periode(skp.periode).tahun - 1))
	query = query.where(plan.tahap.isin([*map(str, DISEPAKATI)])).orderby(plan.awal)
	query = query.select(
		tercatat.deret, plan.periode, iki.cara_hitung, iki.pustaka, iki.indikator, iki.satuan
	)
	return query.run(as_dict=True)


def _find_bulanan(row, lalu: list[frappe._dict]) -> tuple[Decimal, ...] | None:
	"""Last year's months of the same indikator, so that they come to this year's target. None where there are none."""
	sama = [lama for lama in lalu if _is_sama(row, lama)]
	bulanan = _add_bulan(sama, CaraHitung(row.cara_hitung))
	dari = sum(bulanan) if row.cara_hitung == CaraHitung.JUMLAH else bulanan[-1]
	menjadi = to_decimal(row.target_min or row.target_maks or 0)
	return scale_bulanan(bulanan, dari, menjadi) if dari and menjadi else None


def _is_sama(row, lama: Mapping) -> bool:
	"""Taken from the same entry of the library, else called the same; and counted alike."""
	if row.cara_hitung != lama["cara_hitung"]:
		return False
	if row.pustaka and lama["pustaka"]:
		return row.pustaka == lama["pustaka"]
	return _get_sebutan(row.indikator, row.satuan) == _get_sebutan(lama["indikator"], lama["satuan"])


def _get_sebutan(indikator: str | None, satuan: str | None) -> tuple[str, str]:
	return (" ".join((indikator or "").casefold().split()), (satuan or "").casefold().strip())


def _add_bulan(sama: list[frappe._dict], cara_hitung: CaraHitung) -> list[Decimal]:
	"""A figure falls into the last month of its period; a level stays until there is another."""
	per_bulan: dict[int, Decimal] = {}
	for lama in sama:
		akhir = {masa.ke: masa.akhir.month for masa in get_masa_pelaporan(lama.periode)}
		for ke, nilai in get_nilai(read_deret(lama.deret), DIVERIFIKASI).items():
			per_bulan[akhir[ke]] = nilai
	hasil, terakhir = [], Decimal(0)
	for bulan in range(1, BULAN_SETAHUN + 1):
		terakhir = per_bulan.get(bulan, Decimal(0) if cara_hitung == CaraHitung.JUMLAH else terakhir)
		hasil.append(terakhir)
	return hasil
