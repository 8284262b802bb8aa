"""Penilai beside each other (p. 98 huruf e): whose ratings are more lenient, for whoever stands above them.

A comparison of figures, no finding: people differ. Whoever is compared does not see it, nor do those whom he rates.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kinerja_asn.constants.istilah import Rating
from kinerja_asn.rules.distribusi import rata_rata_tingkat
from kinerja_asn.services.penilaian.sebaran.kelompok import Kelompok, count_predikat

URUTAN = tuple(reversed(Rating))


@dataclass(frozen=True)
class Kelonggaran:
	"""``selisih``: from the mean rank of all who are compared. ``diatas_usulan``, ``dibawah_usulan``: ratings of hasil kerja
	above and below what the figures suggest."""

	nama: str
	dinilai: int
	jumlah: Counter
	rata_rata: Decimal
	selisih: Decimal
	diatas_usulan: int
	dibawah_usulan: int


def compare_penilai(kelompok: Iterable[Kelompok], user: str) -> list[Kelonggaran]:
	"""The most lenient first; of fewer than two there is nothing to compare. ``user`` reads of others, not of himself."""
	per_penilai: dict[str | None, list] = defaultdict(list)
	for bagian in kelompok:
		per_penilai[bagian.penilai] += [row for row in bagian.orang if row.penilai_user != user]
	jumlah = {penilai: count_predikat(rows, sah=False) for penilai, rows in per_penilai.items()}
	jumlah = {penilai: hitungan for penilai, hitungan in jumlah.items() if hitungan}
	if len(jumlah) < 2:
		return []
	rerata = rata_rata_tingkat(sum(jumlah.values(), Counter()))
	daftar = [_build(per_penilai[penilai], hitungan, rerata) for penilai, hitungan in jumlah.items()]
	return sorted(daftar, key=lambda row: (-row.rata_rata, row.nama))


def _build(rows: list, jumlah: Counter, rerata: Decimal) -> Kelonggaran:
	milik = rata_rata_tingkat(jumlah)
	beda = [_compare_usulan(row) for row in rows if row.rating_hasil_kerja and row.usulan_rating_hasil]
	return Kelonggaran(
		nama=rows[0].nama_penilai or "",
		dinilai=jumlah.total(),
		jumlah=jumlah,
		rata_rata=milik,
		selisih=milik - rerata,
		diatas_usulan=sum(nilai > 0 for nilai in beda),
		dibawah_usulan=sum(nilai < 0 for nilai in beda),
	)


def _compare_usulan(row) -> int:
	return URUTAN.index(Rating(row.rating_hasil_kerja)) - URUTAN.index(Rating(row.usulan_rating_hasil))
