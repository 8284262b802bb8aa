"""People side by side: those whom one Penilai evaluates in the unit that he leads (p. 94 g), against its pattern.

The one function of the figures: calibration page, reports and the check when an evaluation is set.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import frappe

from kinerja_asn.constants.istilah import Predikat, PredikatOrganisasi, Rating
from kinerja_asn.constants.tahapan import SAH
from kinerja_asn.rules.distribusi import Batas, Temuan, check_distribusi
from kinerja_asn.services.penilaian.organisasi.predikat import find_berlaku
from kinerja_asn.services.penilaian.sebaran.cakupan import Cakupan
from kinerja_asn.services.penilaian.sebaran.pola import get_pola


@dataclass(frozen=True)
class Kelompok:
	"""``organisasi`` None: nobody has set the result of the unit. ``belum``: how many have no predikat that counts yet."""

	unit: str | None
	penilai: str | None
	nama_penilai: str | None
	organisasi: PredikatOrganisasi | None
	orang: tuple[frappe._dict, ...]
	jumlah: Counter
	belum: int
	temuan: tuple[Temuan, ...]

	@property
	def menyimpang(self) -> bool:
		return any(temuan.mengikat for temuan in self.temuan)


def build_kelompok(cakupan: Cakupan, rows: Iterable[frappe._dict], *, sah: bool) -> list[Kelompok]:
	"""``sah``: only what was set counts, else what is chosen in drafts too."""
	per_penilai: dict[tuple, list] = defaultdict(list)
	for row in rows:
		per_penilai[row.unit_penilai, row.penilai].append(row)
	hasil, pola = get_hasil_unit(cakupan, {unit for unit, _penilai in per_penilai if unit}), get_pola()
	return [
		_build(unit, orang, hasil.get(unit), pola, sah) for (unit, _penilai), orang in per_penilai.items()
	]


def _build(
	unit: str | None, orang: list[frappe._dict], organisasi: str | None, pola: Sequence[Batas], sah: bool
) -> Kelompok:
	jumlah = count_predikat(orang, sah=sah)
	belum = len(orang) - jumlah.total()
	nilai = PredikatOrganisasi(organisasi) if organisasi else None
	return Kelompok(
		unit=unit,
		penilai=orang[0].penilai,
		nama_penilai=orang[0].nama_penilai,
		organisasi=nilai,
		orang=tuple(orang),
		jumlah=jumlah,
		belum=belum,
		temuan=tuple(check_distribusi(nilai, jumlah, belum, pola)) if nilai else (),
	)


def count_predikat(rows: Iterable[frappe._dict], *, sah: bool) -> Counter:
	return Counter(
		Predikat(row.predikat_kinerja)
		for row in rows
		if row.predikat_kinerja and (not sah or row.tahap in SAH)
	)


def count_kuadran(rows: Iterable[frappe._dict], *, sah: bool) -> Counter:
	"""(rating hasil kerja, rating perilaku kerja) -> how many stand in that cell of the quadrant (p. 99)."""
	return Counter(
		(Rating(row.rating_hasil_kerja), Rating(row.rating_perilaku))
		for row in rows
		if row.predikat_kinerja and (not sah or row.tahap in SAH)
	)


def get_hasil_unit(cakupan: Cakupan, unit: Collection[str]) -> dict[str, str]:
	"""Unit -> its result that counts for this period, as the evaluations of its leader's people take it."""
	berlaku = find_berlaku(unit, cakupan.periode, cakupan.jenis, cakupan.masa_ke)
	return {nama: hasil.predikat for nama, hasil in berlaku.items()}
