"""Ratings and the predikat kinerja pegawai (PermenPANRB 6/2022, Lampiran IV, p. 97-103)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median_low

from kinerja_asn.constants.istilah import JenisHasilKerja, Predikat, Rating, Sifat
from kinerja_asn.rules.pembulatan import format_angka, persen
from kinerja_asn.rules.skp import name_indikator

# Kuadran kinerja pegawai: (rating hasil kerja, rating perilaku kerja), p. 99-100 and again p. 102-103.
KUADRAN = {
	(Rating.DIATAS, Rating.DIATAS): Predikat.SANGAT_BAIK,
	(Rating.DIATAS, Rating.SESUAI): Predikat.BAIK,
	(Rating.DIATAS, Rating.DIBAWAH): Predikat.KURANG,
	(Rating.SESUAI, Rating.DIATAS): Predikat.BAIK,
	(Rating.SESUAI, Rating.SESUAI): Predikat.BAIK,
	(Rating.SESUAI, Rating.DIBAWAH): Predikat.KURANG,
	(Rating.DIBAWAH, Rating.DIATAS): Predikat.BUTUH_PERBAIKAN,
	(Rating.DIBAWAH, Rating.SESUAI): Predikat.BUTUH_PERBAIKAN,
	(Rating.DIBAWAH, Rating.DIBAWAH): Predikat.SANGAT_KURANG,
}

_TERBURUK_KE_TERBAIK = (Rating.DIBAWAH, Rating.SESUAI, Rating.DIATAS)


def predikat_kinerja(rating_hasil: Rating, rating_perilaku: Rating) -> Predikat:
	"""The predikat of the quadrant; hasil kerja is its y axis, perilaku kerja its x axis (p. 99).

	Raises ValueError for what is no rating.
	"""
	return KUADRAN[Rating(rating_hasil), Rating(rating_perilaku)]


def rating_hasil_kerja(ratings: Sequence[Rating | None]) -> Rating | None:
	"""A helper rating for one hasil kerja: the lower median of its indikator that are rated, None if none is.

	The regulation rates the whole, not the row. With two indikator the weaker one decides, so that one strong
	indikator cannot hide a weak one.
	"""
	tingkat = [_TERBURUK_KE_TERBAIK.index(rating) for rating in ratings if rating is not None]
	return _TERBURUK_KE_TERBAIK[median_low(tingkat)] if tingkat else None


# The rating of an indikator that was due and never reported: silence must not do better than an honest report. Also of a
# hasil kerja tambahan: a plan need not have one (p. 49), but one that was agreed on is among "seluruh hasil kerja" that
# the guide weighs (p. 97); its low priority shows in that it does not count among the utama, reported or not. The Pejabat
# Penilai Kinerja may rate the row otherwise.
RATING_TANPA_LAPORAN = Rating.DIBAWAH


@dataclass(frozen=True)
class Baris:
	"""One hasil kerja: its key, its priority, its rating (None: not rated yet) and the feedback on it.

	``tidak_dilaporkan``: which of its indikator count as below because nothing was ever reported on them.
	"""

	kunci: str
	jenis: JenisHasilKerja
	rating: Rating | None
	umpan_balik: tuple[Sifat, ...] = ()
	tidak_dilaporkan: tuple[int, ...] = ()


@dataclass(frozen=True)
class Ambang:
	"""What an agency takes the guide's words for, in percent.

	"Sebagian besar" is more than ``sebagian_besar``, "sebagian kecil" at most ``sebagian_kecil_utama``.
	"""

	sebagian_besar: Decimal = Decimal(50)
	sebagian_kecil_utama: Decimal = Decimal(25)

	def __post_init__(self):
		if not 50 <= self.sebagian_besar < 100:
			raise ValueError('Ambang "sebagian besar" harus paling sedikit 50 % dan kurang dari 100 %.')
		if not 0 <= self.sebagian_kecil_utama <= 50:
			raise ValueError('Ambang "sebagian kecil" hasil kerja utama harus antara 0 % dan 50 %.')


@dataclass(frozen=True)
class Usulan:
	"""A proposed rating (None: nothing to go by) and, in Indonesian sentences, why it is not higher."""

	rating: Rating | None
	alasan: tuple[str, ...]


AMBANG_BAKU = Ambang()


@dataclass(frozen=True)
class _Hitungan:
	jumlah: int
	diatas: int
	sesuai: int
	dibawah: int
	utama: int
	utama_dibawah: int
	umpan_balik: int
	positif: int


def propose_rating_hasil(baris: Sequence[Baris], ambang: Ambang = AMBANG_BAKU) -> Usulan:
	"""The rating hasil kerja that the guide of p. 97-98 (annual: p. 100-101) suggests, with the reasons.

	The guide's three cases leave gaps (a third each above, as expected and below is none of them). They are
	read as a ladder, so that there is always exactly one outcome:

	1. Diatas: most rows are above, no utama is below, and most of the feedback, if there is any, is positive.
	2. else Sesuai: not most rows are below, and at most a small part of the utama is. A row above counts
	   here as one that met its expectation.
	3. else Dibawah.

	Feedback decides only between Diatas and Sesuai. The guide asks for weak results *and* weak feedback
	before it says Dibawah, so feedback that is not positive is named among the reasons but lowers nobody
	whose results are as expected; nor does praise lift results that are below. No feedback blocks nothing.
	Rows without a rating are not counted; the feedback on them is ("seluruh umpan balik", p. 97). What was due and
	never reported has a rating (``RATING_TANPA_LAPORAN``), and the reasons name it.
	The Pejabat Penilai Kinerja decides; this only proposes.
	"""
	hitungan = _count(baris)
	belum_dinilai = (*_alasan_tidak_dilaporkan(baris), *_alasan_belum_dinilai(baris))
	if not hitungan.jumlah:
		return Usulan(
			None, (*belum_dinilai, "Belum ada hasil kerja yang dapat dinilai, jadi belum ada usulan.")
		)
	rating, penghalang = _tingkat_tertinggi(hitungan, ambang)
	return Usulan(rating, (*_alasan_hitungan(hitungan), *belum_dinilai, *penghalang))


def _count(baris: Sequence[Baris]) -> _Hitungan:
	dinilai = [hasil for hasil in baris if hasil.rating is not None]
	ratings = [hasil.rating for hasil in dinilai]
	utama = [hasil.rating for hasil in dinilai if hasil.jenis == JenisHasilKerja.UTAMA]
	umpan_balik = [sifat for hasil in baris for sifat in hasil.umpan_balik]
	return _Hitungan(
		jumlah=len(ratings),
		diatas=ratings.count(Rating.DIATAS),
		sesuai=ratings.count(Rating.SESUAI),
		dibawah=ratings.count(Rating.DIBAWAH),
		utama=len(utama),
		utama_dibawah=utama.count(Rating.DIBAWAH),
		umpan_balik=len(umpan_balik),
		positif=umpan_balik.count(Sifat.POSITIF),
	)


def _tingkat_tertinggi(hitungan: _Hitungan, ambang: Ambang) -> tuple[Rating, tuple[str, ...]]:
	"""The highest rating nothing stands against, and what stands against the next one."""
	penghalang_diatas = _penghalang_diatas(hitungan, ambang)
	if not penghalang_diatas:
		return Rating.DIATAS, ()
	penghalang_sesuai = _penghalang_sesuai(hitungan, ambang)
	if not penghalang_sesuai:
		return Rating.SESUAI, penghalang_diatas
	return Rating.DIBAWAH, penghalang_sesuai


def _penghalang_diatas(hitungan: _Hitungan, ambang: Ambang) -> tuple[str, ...]:
	batas = format_angka(ambang.sebagian_besar)
	awalan = "Belum diusulkan diatas ekspektasi karena"
	penghalang = []
	if not _lebih_dari(hitungan.diatas, hitungan.jumlah, ambang.sebagian_besar):
		penghalang.append(f"{awalan} hasil kerja yang diatas ekspektasi harus lebih dari {batas} %.")
	if hitungan.utama_dibawah:
		penghalang.append(f"{awalan} tidak boleh ada hasil kerja utama yang dibawah ekspektasi.")
	if hitungan.umpan_balik and not _lebih_dari(
		hitungan.positif, hitungan.umpan_balik, ambang.sebagian_besar
	):
		penghalang.append(f"{awalan} umpan balik positif harus lebih dari {batas} %.")
	return tuple(penghalang)


def _penghalang_sesuai(hitungan: _Hitungan, ambang: Ambang) -> tuple[str, ...]:
	awalan = "Belum diusulkan sesuai ekspektasi karena"
	penghalang = []
	if _lebih_dari(hitungan.dibawah, hitungan.jumlah, ambang.sebagian_besar):
		batas = format_angka(ambang.sebagian_besar)
		penghalang.append(f"{awalan} hasil kerja yang dibawah ekspektasi tidak boleh lebih dari {batas} %.")
	if _lebih_dari(hitungan.utama_dibawah, hitungan.utama, ambang.sebagian_kecil_utama):
		batas = format_angka(ambang.sebagian_kecil_utama)
		penghalang.append(
			f"{awalan} hasil kerja utama yang dibawah ekspektasi tidak boleh lebih dari {batas} %."
		)
	return tuple(penghalang)


def _alasan_hitungan(hitungan: _Hitungan) -> tuple[str, ...]:
	jumlah = hitungan.jumlah
	alasan = [
		_bagian(banyak, jumlah, f"hasil kerja {keadaan}")
		for banyak, keadaan in (
			(hitungan.diatas, "diatas ekspektasi"),
			(hitungan.sesuai, "sesuai ekspektasi"),
			(hitungan.dibawah, "dibawah ekspektasi"),
		)
		if banyak
	]
	if hitungan.utama:
		alasan.append(
			_bagian(hitungan.utama_dibawah, hitungan.utama, "hasil kerja utama dibawah ekspektasi")
			if hitungan.utama_dibawah
			else "Tidak ada hasil kerja utama yang dibawah ekspektasi."
		)
	return (*alasan, _alasan_umpan_balik(hitungan))


def _alasan_umpan_balik(hitungan: _Hitungan) -> str:
	if not hitungan.umpan_balik:
		return "Belum ada umpan balik atas hasil kerja."
	return _bagian(hitungan.positif, hitungan.umpan_balik, "umpan balik menunjukkan respon positif")


def _alasan_belum_dinilai(baris: Sequence[Baris]) -> tuple[str, ...]:
	"""Rows are named by their position: the key is a hash that tells the reader nothing."""
	return tuple(
		f"Hasil kerja ke-{nomor} belum dapat dinilai dan tidak ikut dihitung."
		for nomor, hasil in enumerate(baris, start=1)
		if hasil.rating is None
	)


def _alasan_tidak_dilaporkan(baris: Sequence[Baris]) -> tuple[str, ...]:
	return tuple(
		f"{name_indikator(ke, nomor if len(baris) > 1 else None)} sudah jatuh tempo tetapi tidak pernah dilaporkan, "
		"sehingga dihitung dibawah ekspektasi."
		for nomor, hasil in enumerate(baris, start=1)
		for ke in hasil.tidak_dilaporkan
	)


def _bagian(banyak: int, jumlah: int, keterangan: str) -> str:
	return f"{banyak} dari {jumlah} {keterangan} ({format_angka(persen(banyak, jumlah))} %)."


def _lebih_dari(banyak: int, jumlah: int, batas: Decimal) -> bool:
	"""Multiplied instead of divided: a share is compared exactly, and no rows at all is no share."""
	return banyak * 100 > batas * jumlah
