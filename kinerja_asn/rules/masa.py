"""Reporting periods of a performance year (PermenPANRB 6/2022, Pasal 16 ayat (3), Pasal 24 ayat (2))."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from kinerja_asn.constants.istilah import Bulan, JenisASN, JenisEvaluasi, JenisMasa
from kinerja_asn.rules.tenggat import is_hari_kerja, list_hari

_BULAN = tuple(Bulan)
_HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_ROMAWI = ("I", "II", "III", "IV")
_LAMA_BULAN = {
	JenisMasa.BULANAN: 1,
	JenisMasa.TRIWULANAN: 3,
	JenisMasa.SEMESTERAN: 6,
	JenisMasa.TAHUNAN: 12,
}


@dataclass(frozen=True)
class Masa:
	"""One reporting period. ``ke`` is its place in the calendar year: August is 8 in every SKP, 5 January the fifth day."""

	ke: int
	label: str
	awal: date
	akhir: date


@lru_cache(maxsize=1024)  # of a large team one page asks thousands of times for the same few
def build_masa(
	awal: date, akhir: date, jenis: JenisMasa, libur: frozenset[date] = frozenset()
) -> tuple[Masa, ...]:
	"""The calendar periods that ``awal`` to ``akhir`` touches, the first and last cut to these dates.

	Weeks begin on Monday and end with the year. A day on which nobody works (weekend, ``libur``), and a week of such
	days, is no period. Raises ValueError when ``akhir`` comes before ``awal`` or lies in another year.
	"""
	if awal > akhir:
		raise ValueError(
			f"Tanggal awal ({awal}) sesudah tanggal akhir ({akhir}). Tukar atau perbaiki tanggalnya."
		)
	if awal.year != akhir.year:
		raise ValueError(
			f"Masa {awal} sampai {akhir} melewati satu tahun kinerja. Batasi pada tahun yang sama."
		)
	if jenis == JenisMasa.HARIAN:
		return tuple(_build_hari(hari) for hari in _list_hari_kerja(awal, akhir, libur))
	if jenis == JenisMasa.MINGGUAN:
		pekan = {_count_pekan(hari): hari for hari in _list_hari_kerja(awal, akhir, libur)}
		return tuple(_build_pekan(ke, hari, awal, akhir) for ke, hari in pekan.items())
	lama = _LAMA_BULAN[JenisMasa(jenis)]
	nomor = range((awal.month - 1) // lama + 1, (akhir.month - 1) // lama + 2)
	return tuple(_cut(ke, lama, awal, akhir, _label(ke, jenis, awal.year)) for ke in nomor)


def _list_hari_kerja(awal: date, akhir: date, libur: frozenset[date]) -> Iterator[date]:
	return (tanggal for tanggal in list_hari(awal, akhir) if is_hari_kerja(tanggal, libur))


def _build_hari(hari: date) -> Masa:
	label = f"{_HARI[hari.weekday()]}, {_name_tanggal(hari)} {hari.year}"
	return Masa(hari.timetuple().tm_yday, label, hari, hari)


def _count_pekan(hari: date) -> int:
	"""The week of 1 January is the first, however short."""
	return (hari.timetuple().tm_yday - 1 + date(hari.year, 1, 1).weekday()) // 7 + 1


def _build_pekan(ke: int, hari: date, awal: date, akhir: date) -> Masa:
	"""``hari`` is a day of it."""
	senin = hari - timedelta(days=hari.weekday())
	mulai, sampai = max(awal, senin), min(akhir, senin + timedelta(days=6))
	rentang = f"{mulai.day}–{_name_tanggal(sampai)}" if mulai.month == sampai.month else ""
	rentang = rentang or f"{_name_tanggal(mulai)}–{_name_tanggal(sampai)}"
	return Masa(ke, f"Pekan {ke}, {rentang} {hari.year}", mulai, sampai)


def _name_tanggal(hari: date) -> str:
	return f"{hari.day} {_BULAN[hari.month - 1]}"


def choose_masa_evaluasi(jenis: JenisEvaluasi, periodik: JenisMasa, jenis_asn: str | None) -> JenisMasa:
	"""What is evaluated: the year, or what the agency chose (``periodik``; Pasal 24 ayat (2)).

	A PPPK Paruh Waktu is evaluated by quarters, whatever the agency chose (KepmenPANRB 16/2025, diktum 17).
	"""
	if jenis == JenisEvaluasi.TAHUNAN:
		return JenisMasa.TAHUNAN
	return JenisMasa.TRIWULANAN if jenis_asn == JenisASN.PPPK_PARUH_WAKTU else periodik


def is_masa_baku(jenis: JenisMasa) -> bool:
	"""Is that a length of a periodic evaluation that the regulation knows: "bulanan; atau triwulanan" (Pasal 24 ayat (2))?"""
	return jenis in (JenisMasa.BULANAN, JenisMasa.TRIWULANAN)


def end_kontrak(akhir: date, jenis_asn: str | None, kontrak_sampai: date | None) -> date:
	"""The last day of a plan that else ends on ``akhir``: one of a PPPK Paruh Waktu ends with his contract, which is
	made for a year and crosses the calendar year (KepmenPANRB 16/2025, diktum 13)."""
	berbatas = jenis_asn == JenisASN.PPPK_PARUH_WAKTU and kontrak_sampai is not None
	return min(akhir, kontrak_sampai) if berbatas else akhir


def masa_pada(tanggal: date, awal: date, akhir: date, jenis: JenisMasa) -> Masa:
	"""The period of ``build_masa(awal, akhir, jenis)`` in which ``tanggal`` falls.

	Raises ValueError when it falls in none of them.
	"""
	for masa in build_masa(awal, akhir, jenis):
		if masa.awal <= tanggal <= masa.akhir:
			return masa
	raise ValueError(f"Tanggal {tanggal} di luar masa {awal} sampai {akhir}. Pilih tanggal di dalamnya.")


def _cut(ke: int, lama: int, awal: date, akhir: date, label: str) -> Masa:
	bulan_akhir = ke * lama
	pertama = date(awal.year, bulan_akhir - lama + 1, 1)
	terakhir = date(awal.year, bulan_akhir, monthrange(awal.year, bulan_akhir)[1])
	return Masa(ke=ke, label=label, awal=max(awal, pertama), akhir=min(akhir, terakhir))


def _label(ke: int, jenis: JenisMasa, tahun: int) -> str:
	if jenis == JenisMasa.BULANAN:
		return f"{_BULAN[ke - 1]} {tahun}"
	if jenis == JenisMasa.TAHUNAN:
		return f"Tahun {tahun}"
	nama = "Triwulan" if jenis == JenisMasa.TRIWULANAN else "Semester"
	return f"{nama} {_ROMAWI[ke - 1]} {tahun}"
