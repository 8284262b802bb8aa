"""Figures for the indikator of a plan that are bound to a service (SKP Indikator, ``sumber_layanan``)."""

from dataclasses import dataclass

import frappe

from kinerja_asn.constants.masyarakat import LAYANAN, UkuranLayanan
from kinerja_asn.rules.masa import Masa
from kinerja_asn.rules.masyarakat import Ukuran
from kinerja_asn.services.pelaksanaan.masyarakat.figur import get_figur


@dataclass(frozen=True)
class AngkaLayanan:
	"""What the answers of a period say about the indikator ``kunci``."""

	kunci: str
	layanan: str
	ukuran: UkuranLayanan
	hasil: Ukuran


def get_angka(rencana, masa: Masa) -> list[AngkaLayanan]:
	"""One for each indikator that is bound, whether its answers are enough or not."""
	terikat = [iki for iki in rencana.indikator if iki.get("sumber_layanan")]
	if not terikat:
		return []
	saring = {"name": ("in", {iki.sumber_layanan for iki in terikat})}
	rows = frappe.get_all(LAYANAN, saring, ["name", "nama_layanan", "minimum_jawaban"])
	figur = {row.name: (row.nama_layanan, get_figur(row.name, row.minimum_jawaban, masa)) for row in rows}
	return [
		AngkaLayanan(iki.kunci, nama, ukuran, hasil.ukuran[ukuran])
		for iki in terikat
		if iki.sumber_layanan in figur
		for nama, hasil in [figur[iki.sumber_layanan]]
		for ukuran in [UkuranLayanan(iki.sumber_ukuran)]
	]
