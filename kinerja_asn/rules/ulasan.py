"""Strengths, what to improve and recommendations, proposed from the facts of what is evaluated (Pasal 24 ayat (6), Pasal 25
ayat (4); p. 100 g and p. 103 g: "catatan dan/atau rekomendasi ... untuk perbaikan").

Every sentence says from which facts it comes. The Pejabat Penilai writes; this only proposes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_asn.constants.istilah import Rating
from kinerja_asn.rules.pembulatan import format_angka

TERBANYAK = 5  # sentences of one kind: more than that nobody reads


@dataclass(frozen=True)
class Suara:
	"""How many feedbacks showed a positive response, and how many asked for improvement (p. 97)."""

	positif: int = 0
	perbaikan: int = 0


@dataclass(frozen=True)
class FaktaHasil:
	"""One hasil kerja: its rating, the attainment of its indikator in percent, what was said of it."""

	uraian: str
	rating: Rating | None
	capaian: tuple[tuple[str, Decimal], ...] = ()
	suara: Suara = Suara()
	tidak_dilaporkan: bool = False
	diambil_alih: bool = False


@dataclass(frozen=True)
class FaktaPerilaku:
	nilai: str
	suara: Suara


@dataclass(frozen=True)
class Fakta:
	"""``laporan``: how many reports were due and came in; ``terlambat``: how many of them late."""

	hasil: tuple[FaktaHasil, ...] = ()
	perilaku: tuple[FaktaPerilaku, ...] = ()
	laporan: int = 0
	terlambat: int = 0


@dataclass(frozen=True)
class Kalimat:
	"""A proposed sentence, and the facts that it comes from, in words."""

	teks: str
	dasar: str


@dataclass(frozen=True)
class Ulasan:
	kekuatan: tuple[Kalimat, ...]
	area_perbaikan: tuple[Kalimat, ...]
	rekomendasi: tuple[Kalimat, ...]


def propose_ulasan(fakta: Fakta) -> Ulasan:
	"""What the facts let be said to the employee (p. 100 g; p. 103 g); nothing where they say nothing."""
	return Ulasan(_cut(_list_kekuatan(fakta)), _cut(_list_perbaikan(fakta)), _cut(_list_rekomendasi(fakta)))


def join_kalimat(kalimat: Sequence[Kalimat]) -> str:
	"""As it is put into a field, for the Penilai to change (p. 100 g)."""
	return "\n".join(f"• {usulan.teks}" for usulan in kalimat)


def _cut(kalimat: Iterator[Kalimat]) -> tuple[Kalimat, ...]:
	return tuple(usulan for _ke, usulan in zip(range(TERBANYAK), kalimat, strict=False))


# --- strengths


def _list_kekuatan(fakta: Fakta) -> Iterator[Kalimat]:
	for hasil in fakta.hasil:
		if hasil.rating == Rating.DIATAS:
			yield Kalimat(
				f'Melampaui ekspektasi pada "{hasil.uraian}"{_say_capaian(hasil, max)}.',
				_name_dasar(hasil, "rating diatas ekspektasi"),
			)
	dinilai = [hasil.rating for hasil in fakta.hasil if hasil.rating]
	if dinilai and all(rating == Rating.SESUAI for rating in dinilai):
		yield Kalimat(
			f"Memenuhi ekspektasi pada seluruh {len(dinilai)} hasil kerja."
			if len(dinilai) > 1
			else "Memenuhi ekspektasi pada hasil kerjanya.",
			"rating sesuai ekspektasi pada setiap hasil kerja",
		)
	for perilaku in fakta.perilaku:
		if perilaku.suara.positif and not perilaku.suara.perbaikan:
			yield Kalimat(
				f"Menunjukkan perilaku {perilaku.nilai} yang dihargai orang di sekitarnya.",
				f"{perilaku.suara.positif} umpan balik positif dan tidak ada yang meminta perbaikan",
			)
	if fakta.laporan > 1 and not fakta.terlambat:
		yield Kalimat(
			"Melaporkan realisasi selalu tepat waktu.", f"{fakta.laporan} laporan, tidak ada yang terlambat"
		)


# --- what to improve


def _list_perbaikan(fakta: Fakta) -> Iterator[Kalimat]:
	for hasil in fakta.hasil:
		if hasil.diambil_alih:
			yield Kalimat(f'"{hasil.uraian}" perlu diambil alih pimpinan.', "catatan ambil alih")
		elif hasil.tidak_dilaporkan:
			yield Kalimat(
				f'"{hasil.uraian}" ada yang jatuh tempo tetapi tidak pernah dilaporkan.', "laporan realisasi"
			)
		elif hasil.rating == Rating.DIBAWAH:
			yield Kalimat(
				f'"{hasil.uraian}" belum memenuhi ekspektasi{_say_capaian(hasil, min)}.',
				_name_dasar(hasil, "rating dibawah ekspektasi"),
			)
		elif hasil.suara.perbaikan > hasil.suara.positif:
			yield Kalimat(
				f'Cara mencapai "{hasil.uraian}" masih diminta diperbaiki.',
				f"{hasil.suara.perbaikan} umpan balik meminta perbaikan",
			)
	for perilaku in _find_perlu(fakta):
		yield Kalimat(
			f"Perilaku {perilaku.nilai} masih perlu diperkuat.",
			f"{perilaku.suara.perbaikan} umpan balik meminta perbaikan",
		)
	if fakta.terlambat:
		yield Kalimat(
			f"{fakta.terlambat} dari {fakta.laporan} laporan realisasi masuk terlambat.",
			"waktu masuknya laporan",
		)


def _find_perlu(fakta: Fakta) -> list[FaktaPerilaku]:
	return [perilaku for perilaku in fakta.perilaku if perilaku.suara.perbaikan]


# --- recommendations


def _list_rekomendasi(fakta: Fakta) -> Iterator[Kalimat]:
	for hasil in fakta.hasil:
		if hasil.rating == Rating.DIBAWAH or hasil.tidak_dilaporkan:
			yield Kalimat(
				f'Bicarakan penyebab dan dukungan yang diperlukan untuk "{hasil.uraian}", lalu sepakati rencana aksinya.',
				"hasil kerja yang dibawah ekspektasi",
			)
	for perilaku in _find_perlu(fakta):
		yield Kalimat(
			f"Sepakati contoh nyata perilaku {perilaku.nilai} dan tinjau bersama pada umpan balik berikutnya.",
			f"umpan balik atas {perilaku.nilai}",
		)
	if fakta.terlambat:
		yield Kalimat(
			"Sepakati hari tetap untuk melapor, supaya laporan masuk sebelum batasnya.",
			"laporan yang terlambat",
		)
	for hasil in fakta.hasil:
		if hasil.rating == Rating.DIATAS:
			yield Kalimat(
				f'Bagikan cara kerja pada "{hasil.uraian}" kepada rekan kerja.',
				"hasil kerja yang diatas ekspektasi",
			)


def _say_capaian(hasil: FaktaHasil, pilih) -> str:
	"""Of several indikator the one that shows it best."""
	if not hasil.capaian:
		return ""
	nama, persen = pilih(hasil.capaian, key=lambda capaian: capaian[1])
	return f" ({nama}: {format_angka(persen)} % dari target)"


def _name_dasar(hasil: FaktaHasil, rating: str) -> str:
	umpan = hasil.suara.positif + hasil.suara.perbaikan
	return f"{rating}; {umpan} umpan balik" if umpan else rating
