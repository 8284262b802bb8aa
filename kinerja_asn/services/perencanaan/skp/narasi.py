"""The qualitative approach: indikator and target are described in one narrative (p. 50)."""

from collections.abc import Mapping

from kinerja_asn.constants.istilah import Arah, CaraHitung
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.rules.skp import format_target


def as_narasi(isi: Mapping) -> dict:
	"""The columns ``UKURAN`` in ``isi`` for the qualitative approach: what was measured is told in words."""
	if isi["arah"] == Arah.NARATIF:
		return dict(isi)
	return {
		**isi,
		"indikator": join_narasi(isi["indikator"], get_teks_angka(isi)),
		"arah": str(Arah.NARATIF),
		"target_min": 0,
		"target_maks": 0,
		"satuan": None,
		"cara_hitung": str(CaraHitung.NILAI_TERAKHIR),
	}


def get_teks_angka(isi: Mapping) -> str:
	"""A target in numbers as people read it, "≤ 3 hari kerja"; "" where there is none: "Ya" says nothing more."""
	if isi["arah"] in (Arah.NARATIF, Arah.YA_TIDAK):
		return ""
	angka = (to_decimal(isi[medan] or 0) for medan in ("target_min", "target_maks"))
	return format_target(Arah(isi["arah"]), *angka, isi["satuan"], None)


def join_narasi(uraian: str | None, target: str) -> str:
	uraian = (uraian or "").rstrip()
	return f"{uraian}: {target}" if target and target not in uraian else uraian


def split_narasi(narasi: str, target: str) -> str:
	"""The words without the target that ``join_narasi`` had put behind them."""
	return narasi.removesuffix(f": {target}") if target else narasi
