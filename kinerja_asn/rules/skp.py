"""What an SKP must hold before it is submitted (PermenPANRB 6/2022, Pasal 9; Lampiran II, p. 49-51)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from kinerja_asn.constants.istilah import Arah, Aspek, Formulir, Istilah, JenisHasilKerja, Perspektif
from kinerja_asn.rules.capaian import ARAH_BERANGKA, TargetTidakValid, check_target_berarti
from kinerja_asn.rules.formulir import is_formulir_jpt, is_formulir_kualitatif
from kinerja_asn.rules.pembulatan import format_angka

_SAMPAI = "\u2013"


@dataclass(frozen=True)
class HasilKerja:
	kunci: str
	jenis: JenisHasilKerja
	uraian: str


@dataclass(frozen=True)
class Indikator:
	"""An indikator kinerja individu; ``hasil_kerja`` is the ``kunci`` of the hasil kerja it belongs to."""

	kunci: str
	hasil_kerja: str
	indikator: str
	arah: Arah
	target_min: Decimal | None
	target_maks: Decimal | None
	target_naratif: str | None
	satuan: str | None
	aspek: tuple[Aspek, ...]
	perspektif: Perspektif | None = None


def check_skp(
	hasil_kerja: Sequence[HasilKerja], indikator: Sequence[Indikator], *, formulir: Formulir | None = None
) -> list[str]:
	"""What still bars an SKP from being submitted: Indonesian sentences that name the row and what to do.

	``formulir`` adds what its form asks for: a perspektif (A.1.1, A.1.2), a narrative (A.1.1, A.1.6).
	"""
	urutan = [hasil.kunci for hasil in hasil_kerja]
	kunci = set(urutan)
	berindikator = {iki.hasil_kerja for iki in indikator}
	masalah = _masalah_utama(hasil_kerja)
	for nomor, hasil in enumerate(hasil_kerja, start=1):
		masalah += _masalah_hasil_kerja(f"Hasil kerja ke-{nomor}", hasil, berindikator)
	letak = place_indikator(urutan, [iki.hasil_kerja for iki in indikator])
	for iki, (ke, hasil_ke) in zip(indikator, letak, strict=True):
		masalah += _masalah_indikator(name_indikator(ke, hasil_ke), iki, kunci, formulir)
	return masalah + (_masalah_anggaran(indikator) if is_formulir_jpt(formulir) else [])


def place_indikator(hasil_kerja: Sequence[str], milik: Sequence[str | None]) -> list[tuple[int, int | None]]:
	"""For each indikator (``milik``: kunci of its hasil kerja): which it is of its own hasil kerja, and which that is.

	None where the plan has but one. An indikator measures one hasil kerja (p. 49), and is known by its place there; one
	that belongs to none by its place among all.
	"""
	banyak: Counter[str | None] = Counter()
	letak: list[tuple[int, int | None]] = []
	for nomor, kunci in enumerate(milik, start=1):
		banyak[kunci] += 1
		if kunci not in hasil_kerja:
			letak.append((nomor, None))
		else:
			letak.append((banyak[kunci], hasil_kerja.index(kunci) + 1 if len(hasil_kerja) > 1 else None))
	return letak


def name_indikator(ke: int, hasil_ke: int | None) -> str:
	"""What ``place_indikator`` found, in words (p. 49)."""
	return f"Indikator ke-{ke}" + (f" dari hasil kerja ke-{hasil_ke}" if hasil_ke else "")


def _masalah_utama(hasil_kerja: Sequence[HasilKerja]) -> list[str]:
	""" "Terdiri atas hasil kerja utama dan dapat memuat hasil kerja tambahan" (p. 49)."""
	if any(hasil.jenis == JenisHasilKerja.UTAMA for hasil in hasil_kerja):
		return []
	return ["SKP belum memuat hasil kerja utama. Tambahkan sedikitnya satu hasil kerja berjenis Utama."]


def _masalah_hasil_kerja(nama: str, hasil: HasilKerja, berindikator: set[str]) -> list[str]:
	masalah = []
	if _is_kosong(hasil.uraian):
		masalah.append(f"{nama} belum diuraikan. Tuliskan hasil yang akan dicapai.")
	if hasil.kunci not in berindikator:
		masalah.append(f"{nama} belum mempunyai indikator. Tambahkan sedikitnya satu indikator.")
	return masalah


def _masalah_indikator(nama: str, iki: Indikator, kunci: set[str], formulir: Formulir | None) -> list[str]:
	masalah = []
	if iki.hasil_kerja not in kunci:
		masalah.append(f"{nama} tidak terhubung dengan hasil kerja dalam SKP ini. Pilih hasil kerjanya.")
	if _is_kosong(iki.indikator):
		masalah.append(f"{nama} belum dituliskan. Tuliskan ukuran keberhasilannya.")
	if not iki.aspek:
		masalah.append(f"{nama} belum mempunyai aspek. Pilih {_daftar(Aspek)}.")
	if is_formulir_jpt(formulir) and not iki.perspektif:
		masalah.append(f"{nama} belum mempunyai perspektif. Pilih {_daftar(Perspektif)}.")
	if is_formulir_kualitatif(formulir):
		return masalah + _masalah_narasi(nama, iki)
	return masalah + _masalah_target(nama, iki)


def _masalah_narasi(nama: str, iki: Indikator) -> list[str]:
	"""Indikator "beserta target dideskripsikan dalam satu narasi" (p. 50): the target may stand in either."""
	if iki.arah == Arah.NARATIF:
		return []
	return [
		f"{nama} tidak naratif, sedangkan pendekatan SKP ini kualitatif. Ubah arahnya menjadi Naratif, atau "
		"pilih pendekatan kuantitatif."
	]


def _masalah_anggaran(indikator: Sequence[Indikator]) -> list[str]:
	""" "Perspektif ini harus ada dalam setiap rencana SKP" of a JPT or head of an independent unit (p. 29)."""
	if any(iki.perspektif == Perspektif.ANGGARAN for iki in indikator):
		return []
	return [
		"SKP belum memuat indikator dengan perspektif Anggaran. Tambahkan sedikitnya satu, misalnya tentang "
		"efektivitas dan efisiensi penggunaan anggaran."
	]


def _masalah_target(nama: str, iki: Indikator) -> list[str]:
	"""The quantitative approach stresses "satuan pengukuran", the qualitative one narrates (p. 50)."""
	if iki.arah == Arah.NARATIF and _is_kosong(iki.target_naratif):
		return [f"{nama} belum mempunyai target naratif. Uraikan target yang diharapkan."]
	masalah = []
	if iki.arah in ARAH_BERANGKA and _is_kosong(iki.satuan):
		masalah.append(
			f"{nama} belum mempunyai satuan. Isi satuan targetnya, misalnya dokumen atau hari kerja."
		)
	try:
		check_target_berarti(iki.arah, iki.target_min, iki.target_maks)
	except TargetTidakValid as kesalahan:
		masalah.append(f"{nama}: {kesalahan}")
	return masalah


def parse_aspek(text: str | None) -> tuple[Aspek, ...]:
	"""The aspects in "Kuantitas, waktu", each once, in the order given; () for nothing.

	Raises ValueError (Indonesian) for one that Pasal 9 ayat (2) does not know.
	"""
	dikenal = {aspek.value.lower(): aspek for aspek in Aspek}
	bagian = [kata.strip() for kata in (text or "").split(",") if kata.strip()]
	for kata in bagian:
		if kata.lower() not in dikenal:
			raise ValueError(f'Aspek "{kata}" tidak dikenal. Pilih {_daftar(Aspek)}.')
	return tuple(dict.fromkeys(dikenal[kata.lower()] for kata in bagian))


@lru_cache(maxsize=8192)  # most plans of an agency share theirs
def format_target(
	arah: Arah,
	target_min: Decimal | None,
	target_maks: Decimal | None,
	satuan: str | None,
	target_naratif: str | None,
) -> str:
	"""A target as people read it: "1.000 dokumen", "≤ 3 hari kerja", "Ya"; a range has an en dash.

	A numeric target that is not filled in yet (a draft) is "".
	"""
	if arah == Arah.NARATIF:
		return (target_naratif or "").strip()
	if arah == Arah.YA_TIDAK:
		return "Ya"
	if target_min is None or target_maks is None:
		return ""
	return f"{_format_rentang(arah, target_min, target_maks)} {satuan or ''}".strip()


def _format_rentang(arah: Arah, target_min: Decimal, target_maks: Decimal) -> str:
	if target_min != target_maks:
		return f"{format_angka(target_min)} {_SAMPAI} {format_angka(target_maks)}"
	return f"≤ {format_angka(target_maks)}" if arah == Arah.TURUN else format_angka(target_maks)


def _daftar(istilah: type[Istilah]) -> str:
	*awal, akhir = (kata.value for kata in istilah)
	return f"{', '.join(awal)}, atau {akhir}"


def _is_kosong(text: str | None) -> bool:
	return not (text or "").strip()
