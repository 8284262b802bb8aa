"""Mean ratings month by month as bars, with the months in which something was made better marked; drawn on the server."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_asn.constants.masyarakat import PENILAIAN
from kinerja_asn.services.bersama.angka import format_tampil

LEBAR, TINGGI, ATAS, BAWAH, TEPI = 640, 240, 34, 30, 8
TERTINGGI = max(PENILAIAN)


@dataclass(frozen=True)
class Batang:
	"""One month: where its bar stands, what is written on it and below it; ``tinggi`` 0: too few answers."""

	x: float
	y: float
	lebar: float
	tinggi: float
	angka: str
	label: str
	bertanda: bool

	@property
	def tengah(self) -> float:
		return round(self.x + self.lebar / 2, 1)


@dataclass(frozen=True)
class GrafikLayanan:
	lebar: int
	tinggi: int
	atas: int
	dasar: int
	batang: tuple[Batang, ...]


def build_grafik(
	bulan: Sequence[tuple[str, str, Decimal | None]], bertanda: Collection[str]
) -> GrafikLayanan | None:
	"""``bulan``: (month, its label, mean rating). None where no month has a figure."""
	if not any(nilai for _bulan, _label, nilai in bulan):
		return None
	jarak = (LEBAR - 2 * TEPI) / len(bulan)
	batang = tuple(
		_build_batang(TEPI + jarak * ke, jarak, label, nilai, nama in bertanda)
		for ke, (nama, label, nilai) in enumerate(bulan)
	)
	return GrafikLayanan(LEBAR, TINGGI, ATAS, TINGGI - BAWAH, batang)


def _build_batang(x: float, jarak: float, label: str, nilai: Decimal | None, bertanda: bool) -> Batang:
	tinggi = round(float((nilai or 0) / TERTINGGI) * (TINGGI - BAWAH - ATAS), 1)
	angka = format_tampil(nilai) if nilai else ""
	lebar = round(jarak * 0.7, 1)
	return Batang(round(x + jarak * 0.15, 1), TINGGI - BAWAH - tinggi, lebar, tinggi, angka, label, bertanda)
