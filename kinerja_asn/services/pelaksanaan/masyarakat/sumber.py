"""Figures for the indikator of a plan that are bound to a service (SKP Indikator, ``sumber_layanan``)."""

from dataclasses import dataclass

import frappe
from frappe.utils import getdate

from kinerja_asn.constants.istilah import CaraHitung
from kinerja_asn.constants.masyarakat import LAYANAN, UkuranLayanan
from kinerja_asn.rules.masa import Masa
from kinerja_asn.rules.masyarakat import Rentang, Ukuran
from kinerja_asn.rules.progres import KUMULATIF
from kinerja_asn.services.pelaksanaan.masyarakat.figur import Figur, get_figur


@dataclass(frozen=True)
class AngkaLayanan:
	"""What the answers of a period say about the indikator ``kunci``."""

	kunci: str
	layanan: str
	ukuran: UkuranLayanan
	hasil: Ukuran


def get_angka(rencana, masa: Masa) -> list[AngkaLayanan]:
	"""One for each indikator that is bound, whether its answers are enough or not. What a plan asks for as a mean up to now
	is that of all answers since it began."""
	terikat = {iki.kunci: iki for iki in rencana.indikator if iki.get("sumber_layanan")}
	if not terikat:
		return []
	saring = {"name": ("in", {iki.sumber_layanan for iki in terikat.values()})}
	rows = frappe.get_all(LAYANAN, saring, ["name", "nama_layanan", "minimum_jawaban"])
	layanan = {row.name: row for row in rows}
	masa_iki = {
		kunci: (iki.sumber_layanan, _get_rentang(rencana, iki, masa)) for kunci, iki in terikat.items()
	}
	figur = {
		(name, rentang): get_figur(name, layanan[name].minimum_jawaban, rentang)
		for name, rentang in set(masa_iki.values())
		if name in layanan
	}
	return [
		_build(iki, layanan[iki.sumber_layanan], figur[masa_iki[kunci]])
		for kunci, iki in terikat.items()
		if masa_iki[kunci] in figur
	]


def _get_rentang(rencana, iki, masa: Masa) -> Rentang:
	sejak_awal = CaraHitung(iki.cara_hitung) in KUMULATIF
	return Rentang(getdate(rencana.awal) if sejak_awal else masa.awal, masa.akhir)


def _build(iki, layanan, figur: Figur) -> AngkaLayanan:
	ukuran = UkuranLayanan(iki.sumber_ukuran)
	return AngkaLayanan(iki.kunci, layanan.nama_layanan, ukuran, figur.ukuran[ukuran])
