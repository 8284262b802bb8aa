"""Line chart of an indikator, drawn on the server as SVG: what was reached against what was due, month by month."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_asn.services.bersama.angka import format_tampil

LEBAR, TINGGI = 640, 260
KIRI, KANAN, ATAS, BAWAH = 8, 8, 34, 30


@dataclass(frozen=True)
class Titik:
	label: str
	kumulatif: Decimal | None
	seharusnya: Decimal | None


@dataclass(frozen=True)
class Grafik:
	"""Coordinates for the template; ``sumbu`` are (x, label), ``titik`` (x, y); ``atas`` is the height of ``puncak``."""

	lebar: int
	tinggi: int
	atas: int
	dasar: int
	garis_kumulatif: str
	garis_seharusnya: str
	titik: tuple[tuple[float, float], ...]
	sumbu: tuple[tuple[float, str], ...]
	puncak: str


def build_grafik(data: Sequence[Titik]) -> Grafik | None:
	"""None when there is nothing numeric to draw."""
	nilai = [angka for titik in data for angka in (titik.kumulatif, titik.seharusnya) if angka is not None]
	if len(data) < 2 or not nilai or not max(nilai):
		return None
	puncak = max(nilai)
	kumulatif = _locate(data, [titik.kumulatif for titik in data], puncak)
	seharusnya = _locate(data, [titik.seharusnya for titik in data], puncak)
	return Grafik(
		lebar=LEBAR,
		tinggi=TINGGI,
		atas=ATAS,
		dasar=TINGGI - BAWAH,
		garis_kumulatif=_join(kumulatif),
		garis_seharusnya=_join(seharusnya),
		titik=tuple(kumulatif),
		sumbu=tuple((_x(nomor, len(data)), titik.label[:3]) for nomor, titik in enumerate(data)),
		puncak=format_tampil(puncak),
	)


def _locate(
	data: Sequence[Titik], nilai: Sequence[Decimal | None], puncak: Decimal
) -> list[tuple[float, float]]:
	return [
		(_x(nomor, len(data)), _y(angka, puncak)) for nomor, angka in enumerate(nilai) if angka is not None
	]


def _x(nomor: int, banyak: int) -> float:
	lebar = LEBAR - KIRI - KANAN - 32
	return round(KIRI + 16 + lebar * nomor / (banyak - 1), 1)


def _y(nilai: Decimal, puncak: Decimal) -> float:
	return round(TINGGI - BAWAH - float(nilai / puncak) * (TINGGI - BAWAH - ATAS), 1)


def _join(titik: list[tuple[float, float]]) -> str:
	return " ".join(f"{x},{y}" for x, y in titik)


# --- how many stand where, as one bar

PITA_LEBAR, PITA_TINGGI = 240, 16


def build_pita(bagian: Sequence[tuple[int, str]]) -> list[tuple[float, float, str]]:
	"""(x, width, colour) of each of ``bagian``, (how many, colour); the words and figures stand beside it."""
	semua, x, pita = sum(banyak for banyak, _kelas in bagian), 0.0, []
	for banyak, kelas in bagian:
		if banyak:
			lebar = round(PITA_LEBAR * banyak / semua, 1)
			pita.append((round(x, 1), lebar, kelas))
			x += lebar
	return pita
