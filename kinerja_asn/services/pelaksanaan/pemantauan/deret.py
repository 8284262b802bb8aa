"""What is kept of one indikator: the figure of each reporting period, and where it stood at the end of each.

Where an indikator stands depends on the day, so that a stored status would be wrong the morning after a period has
ended. Kept is one letter for each reporting period of the year: where the indikator stood when that period had ended,
or will stand if nothing more is reported. Which period has ended is asked by whoever reads it. So no day has to change
what is stored, and days that are past are answered too.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from kinerja_asn.constants.istilah import Arah, CaraHitung, StatusProgres, Tahap
from kinerja_asn.constants.tahapan import DILAPORKAN, DIVERIFIKASI
from kinerja_asn.rules.masa import Masa
from kinerja_asn.rules.pembulatan import round_half_up, to_decimal
from kinerja_asn.rules.progres import combine_realisasi, summarize_realisasi, trace_status
from kinerja_asn.services.bersama.periode import get_masa_pelaporan
from kinerja_asn.services.pelaksanaan.progres import get_bagian, get_masa_skp

HURUF = {
	StatusProgres.BELUM_ADA: "B",
	StatusProgres.TERTINGGAL: "T",
	StatusProgres.SESUAI_JADWAL: "S",
	StatusProgres.MELAMPAUI: "M",
}
STATUS = {huruf: status for status, huruf in HURUF.items()}
# Stages of the reports that count -> the column of where the indikator stands by them.
KOLOM_STATUS = {DILAPORKAN: "status_dilaporkan", DIVERIFIKASI: "status_diverifikasi"}
KOLOM = ("deret", *KOLOM_STATUS.values())
DESIMAL = 9  # as the database keeps a number


class Laporan(NamedTuple):
	"""What the report of one period says of an indikator."""

	nilai: Decimal
	diverifikasi: bool


# By the number of the reporting period (Masa.ke).
Deret = dict[int, Laporan]


class Kalender(NamedTuple):
	"""The reporting periods of the year: their numbers; how many of the SKP's own have ended with each; those themselves."""

	ke: tuple[int, ...]
	masa_ke: tuple[int, ...]
	milik: tuple[Masa, ...]


def get_kalender(skp) -> Kalender:
	"""``skp`` needs periode, awal, akhir. Before the first of its own has ended, that one is what it is measured by."""
	semua, milik = get_masa_pelaporan(skp.periode), get_masa_skp(skp)
	masa_ke = (max(sum(sendiri.akhir <= masa.akhir for sendiri in milik), 1) for masa in semua)
	return Kalender(tuple(masa.ke for masa in semua), tuple(masa_ke), milik)


def read_laporan(nilai: float | Decimal, tahap: Tahap) -> Laporan:
	return Laporan(round_half_up(to_decimal(nilai or 0), DESIMAL), tahap in DIVERIFIKASI)


def read_deret(teks: str | None) -> Deret:
	isi = json.loads(teks or "{}")
	return {int(ke): Laporan(Decimal(nilai), bool(sah)) for ke, (nilai, sah) in isi.items()}


def read_angka(teks: str | None, ke: Collection[str], tahap: Iterable[Tahap]) -> tuple[list[Decimal], bool]:
	"""Of the periods ``ke``, numbers as they are kept, the figures that count by ``tahap``, in their order; and was anything
	reported in them?"""
	dilaporkan = [laporan for nomor, laporan in json.loads(teks or "{}").items() if nomor in ke]
	semua = Tahap.DIAJUKAN in tahap
	return [Decimal(nilai) for nilai, sah in dilaporkan if semua or sah], bool(dilaporkan)


def write_deret(deret: Mapping[int, Laporan]) -> str:
	isi = {ke: [f"{deret[ke].nilai.normalize():f}", int(deret[ke].diverifikasi)] for ke in sorted(deret)}
	return json.dumps(isi, separators=(",", ":"))


def get_nilai(deret: Mapping[int, Laporan], tahap: Iterable[Tahap]) -> dict[int, Decimal]:
	"""Number of the period -> the figure, of the reports that count by ``tahap``."""
	semua = Tahap.DIAJUKAN in tahap
	return {ke: deret[ke].nilai for ke in sorted(deret) if semua or deret[ke].diverifikasi}


def build_isi(iki, kalender: Kalender, deret: Mapping[int, Laporan]) -> dict[str, str]:
	"""The columns that are kept of ``iki``, a row of the plan in force."""
	nilai = {tahap: get_nilai(deret, tahap) for tahap in KOLOM_STATUS}
	dilaporkan = _trace(iki, kalender, nilai[DILAPORKAN])
	sama = nilai[DIVERIFIKASI] == nilai[DILAPORKAN]
	return {
		"deret": write_deret(deret),
		KOLOM_STATUS[DILAPORKAN]: dilaporkan,
		KOLOM_STATUS[DIVERIFIKASI]: dilaporkan if sama else _trace(iki, kalender, nilai[DIVERIFIKASI]),
	}


def _trace(iki, kalender: Kalender, nilai: Mapping[int, Decimal]) -> str:
	"""A letter for each reporting period of the year."""
	if not nilai:
		return HURUF[StatusProgres.BELUM_ADA] * len(kalender.ke)
	status = trace_status(
		Arah(iki.arah),
		CaraHitung(iki.cara_hitung),
		to_decimal(iki.target_min or 0),
		to_decimal(iki.target_maks or 0),
		[nilai.get(ke) for ke in kalender.ke],
		kalender.masa_ke,
		len(kalender.milik),
		get_bagian(iki, kalender.milik),
	)
	return "".join(HURUF[keadaan] for keadaan in status)


def combine(iki, nilai: list[Decimal]) -> Decimal | None:
	return combine_realisasi(Arah(iki.arah), CaraHitung(iki.cara_hitung), summarize_realisasi(nilai))
