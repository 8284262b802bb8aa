"""Capaian kinerja organisasi: what is proposed for a unit, which year's counts, what it means for its head (p. 92-94)."""

from dataclasses import dataclass
from datetime import date

from kinerja_asn.constants.istilah import PredikatOrganisasi, Rating

# SE MenPANRB 3/2023 makes the result of the unit its head's rating of hasil kerja, and gives no table from the five to the
# three: what exceeds what was agreed on is above, what meets it is as expected, the rest is below.
RATING_PIMPINAN = {
	PredikatOrganisasi.ISTIMEWA: Rating.DIATAS,
	PredikatOrganisasi.BAIK: Rating.SESUAI,
	PredikatOrganisasi.BUTUH_PERBAIKAN: Rating.DIBAWAH,
	PredikatOrganisasi.KURANG: Rating.DIBAWAH,
	PredikatOrganisasi.SANGAT_KURANG: Rating.DIBAWAH,
}


@dataclass(frozen=True)
class HitunganUnit:
	"""How many of a unit's indikator stand where when the period ends."""

	melampaui: int = 0
	sesuai: int = 0
	tertinggal: int = 0
	belum_ada: int = 0

	@property
	def jumlah(self) -> int:
		return self.melampaui + self.sesuai + self.tertinggal + self.belum_ada


@dataclass(frozen=True)
class UsulanOrganisasi:
	"""A proposed predikat (None: the leader weighs it without one) and why, in Indonesian."""

	predikat: PredikatOrganisasi | None
	alasan: str


def propose_predikat(hitungan: HitunganUnit) -> UsulanOrganisasi:
	"""What the attainment of all indikator suggests (p. 92 huruf c; SE MenPANRB 3/2023).

	The circular names two ends: Istimewa where what was agreed on is exceeded, Sangat Kurang where most of it shows no
	progress. All that is kept is Baik. What lies between is not measured by anybody: nothing is proposed there.
	"""
	jumlah = hitungan.jumlah
	if not jumlah:
		return UsulanOrganisasi(None, "Belum ada indikator unit ini yang capaiannya tercatat.")
	if hitungan.belum_ada * 2 > jumlah:
		alasan = f"{hitungan.belum_ada} dari {jumlah} indikator belum menunjukkan kemajuan."
		return UsulanOrganisasi(PredikatOrganisasi.SANGAT_KURANG, alasan)
	if hitungan.tertinggal or hitungan.belum_ada:
		kurang = hitungan.tertinggal + hitungan.belum_ada
		alasan = (
			f"{kurang} dari {jumlah} indikator di bawah target; bobotnya ditimbang pimpinan, tanpa usulan."
		)
		return UsulanOrganisasi(None, alasan)
	if hitungan.melampaui * 2 > jumlah:
		alasan = f"Semua target tercapai, dan {hitungan.melampaui} dari {jumlah} indikator melampauinya."
		return UsulanOrganisasi(PredikatOrganisasi.ISTIMEWA, alasan)
	return UsulanOrganisasi(PredikatOrganisasi.BAIK, f"Semua target dari {jumlah} indikator tercapai.")


def rating_pimpinan(predikat: PredikatOrganisasi) -> Rating:
	"""The rating of hasil kerja of whoever leads the unit (p. 94 huruf g; SE MenPANRB 3/2023)."""
	return RATING_PIMPINAN[PredikatOrganisasi(predikat)]


def batas_predikat_tahunan(tahun: int) -> date:
	"""The last day on which the annual result of ``tahun`` is issued in time (p. 94 huruf f)."""
	return date(tahun + 1, 1, 31)


def is_memakai_tahun_lalu(tahun: int, dikeluarkan: date | None, hari_ini: date) -> bool:
	"""Does the annual result of the year before count, because that of ``tahun`` came after January (p. 94 huruf f)?

	``dikeluarkan`` None: there is none yet, which matters once January is over.
	"""
	return (dikeluarkan or hari_ini) > batas_predikat_tahunan(tahun)
