"""How hasil kerja serve the leader's: cascading (PermenPANRB 6/2022, Lampiran II, p. 39-43)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_asn.constants.istilah import Penyelarasan
from kinerja_asn.rules.pembulatan import SERATUS, format_angka, persen


@dataclass(frozen=True)
class Simpul:
	"""A hasil kerja; ``pimpinan`` is the ``kunci`` of the leader's one it serves, ``porsi`` its share in percent.

	None for a ``porsi`` that nobody stated: convert the 0 of an empty number field.
	"""

	kunci: str
	pimpinan: str | None
	penyelarasan: Penyelarasan | None
	porsi: Decimal | None


def check_porsi(baris: Sequence[Simpul]) -> list[str]:
	"""What is wrong with the shares of one SKP, in sentences that name the row by its place in ``baris``.

	Only direct cascading divides the leader's result, so only there a share has a meaning (p. 39-43).
	"""
	masalah = (_masalah_porsi(f"Hasil kerja ke-{nomor}", hasil) for nomor, hasil in enumerate(baris, start=1))
	return [pesan for pesan in masalah if pesan]


def _masalah_porsi(nama: str, hasil: Simpul) -> str | None:
	if hasil.porsi is None:
		return None
	if hasil.penyelarasan is None or not hasil.penyelarasan.is_langsung:
		return (
			f"{nama} mempunyai porsi, padahal tidak diselaraskan secara langsung. Kosongkan porsinya atau "
			"pilih penyelarasan langsung (aspek, wilayah, atau beban target)."
		)
	if not 0 < hasil.porsi <= 100:
		return (
			f"{nama} mempunyai porsi {format_angka(hasil.porsi)} %. Isi porsi di atas 0 sampai 100 %, atau "
			"kosongkan."
		)
	return None


def check_jumlah_porsi(porsi: Iterable[Decimal]) -> str | None:
	"""A sentence when the shares taken of one hasil kerja of the leader exceed the whole; None when they fit."""
	jumlah = sum(porsi, Decimal(0))
	if jumlah <= 100:
		return None
	return (
		f"Porsi yang diambil dari satu hasil kerja pimpinan berjumlah {format_angka(jumlah)} %, melebihi "
		f"100 %. Kurangi porsinya sebesar {format_angka(jumlah - 100)} %."
	)


def find_siklus(pimpinan: Mapping[str, str | None]) -> list[str] | None:
	"""A chain of hasil kerja that serves itself, or None; ``pimpinan`` maps a kunci to the leader's kunci.

	In ["a", "b", "c"] a serves b, b serves c and c serves a. A kunci without entry ends its chain. Every kunci
	is visited once, without recursion.
	"""
	selesai: set[str] = set()
	for awal in pimpinan:
		jejak: dict[str, None] = {}
		kunci: str | None = awal
		while kunci is not None and kunci not in selesai and kunci not in jejak:
			jejak[kunci] = None
			kunci = pimpinan.get(kunci)
		if kunci in jejak:
			urutan = list(jejak)
			return urutan[urutan.index(kunci) :]
		selesai.update(jejak)
	return None


def combine_turunan(
	anak: Iterable[tuple[Penyelarasan | None, Decimal | None, Decimal | None]],
) -> Decimal | None:
	"""What the hasil kerja below achieved together, in percent of what they took on; two decimals.

	Each of ``anak`` is (penyelarasan, porsi, persen_capaian). Only direct cascading counts (p. 41 no. 2); None
	when there is none. The mean is weighted by porsi; those without one (None or 0) share equally what is left
	of 100, which may be nothing. An achievement that is missing counts as 0.

	This is information for the leader and never the legal result: his own SKP is evaluated by his Penilai
	(p. 97-98), and the regulation knows no such sum.
	"""
	langsung = [
		(porsi or Decimal(0), capaian or Decimal(0))
		for penyelarasan, porsi, capaian in anak
		if penyelarasan is not None and penyelarasan.is_langsung
	]
	if not langsung:
		return None
	bobot = _bobot([porsi for porsi, _ in langsung])
	jumlah = sum(berat * capaian for berat, (_, capaian) in zip(bobot, langsung, strict=True))
	return persen(jumlah, sum(bobot) * SERATUS)


def _bobot(porsi: Sequence[Decimal]) -> list[Decimal]:
	"""Weights in proportion to the shares. Multiplied by those without one instead of dividing: thirds stay exact."""
	tanpa_porsi = sum(not bagian for bagian in porsi)
	sisa = max(SERATUS - sum(porsi, Decimal(0)), Decimal(0))
	return [bagian * (tanpa_porsi or 1) if bagian else sisa for bagian in porsi]
