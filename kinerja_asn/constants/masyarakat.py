"""Umpan balik masyarakat: what citizens are asked, and what is counted of their answers (PermenPANRB 6/2022, Pasal 18 ayat (2) huruf c)."""

from kinerja_asn.constants.istilah import Istilah

LAYANAN, JAWABAN = "Layanan Publik", "Umpan Balik Masyarakat"

# Rating -> its words; from PUAS_MULAI on somebody is satisfied.
PENILAIAN = {5: "Sangat puas", 4: "Puas", 3: "Cukup puas", 2: "Tidak puas", 1: "Sangat tidak puas"}
PUAS_MULAI = 4
TUNGGU_MAKS = 24 * 60  # minutes
KOMENTAR_MAKS = 1_000  # characters

# Of fewer answers nothing is said: one could tell whose they are, and one angry or glad person would be the figure.
MINIMUM_BAKU, MINIMUM_TERENDAH = 10, 5


class StatusLayanan(Istilah):
	DIBUKA = "Dibuka"
	DITUTUP = "Ditutup"


class JenisMasukan(Istilah):
	PUJIAN = "Pujian"
	KELUHAN = "Keluhan"
	SARAN = "Saran"


class StatusKomentar(Istilah):
	"""What becomes of the words alone: the marks count whatever becomes of them."""

	TANPA = "Tanpa komentar"
	MENUNGGU = "Menunggu diperiksa"
	DITAMPILKAN = "Ditampilkan"
	DISEMBUNYIKAN = "Disembunyikan"


class UkuranLayanan(Istilah):
	"""What an indikator may take from the answers (SKP Indikator, ``sumber_ukuran``)."""

	RATA_RATA = "Rata-rata penilaian"
	PUAS = "Persen puas"
	MEDIAN_TUNGGU = "Median waktu tunggu"
	RATA_TUNGGU = "Rata-rata waktu tunggu"
