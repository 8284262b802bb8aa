"""The pattern of predikat that fits the result of a unit: what the regulation says, and the limits of SE Menteri PANRB 3/2023.

The limits were read as others quote them (the circular's own text was not at hand), so they are shipped as records which
HR corrects (Pola Distribusi); the shape of the curves is the regulation's, p. 94-97.
"""

from datetime import date

from kinerja_asn.constants.istilah import Istilah, Predikat, PredikatOrganisasi

SUMBER_POLA = "SE Menteri PANRB 3/2023"
POLA_MULAI = date(2023, 1, 1)

# Fewer people: a single one is more than ten percent, and the limits speak of percent.
PALING_SEDIKIT = 10

# "Idealnya sebagian besar pegawai predikat kinerjanya …" (p. 94-97).
DOMINAN = {
	PredikatOrganisasi.ISTIMEWA: Predikat.SANGAT_BAIK,
	PredikatOrganisasi.BAIK: Predikat.BAIK,
	PredikatOrganisasi.BUTUH_PERBAIKAN: Predikat.BUTUH_PERBAIKAN,
	PredikatOrganisasi.KURANG: Predikat.KURANG,
	PredikatOrganisasi.SANGAT_KURANG: Predikat.SANGAT_KURANG,
}
# The x axis of the curves, worst first, and their height by distance from the peak: the regulation draws a shape and
# gives no figures.
SUMBU = tuple(reversed(Predikat))
TINGGI_KURVA = (100, 58, 30, 16, 10)

# (predikat of the unit, predikat of its people, "dan/atau" this one too, at least %, at most %, must there be somebody)
POLA_DISTRIBUSI = (
	(PredikatOrganisasi.ISTIMEWA, Predikat.SANGAT_BAIK, None, 0, 70, False),
	(PredikatOrganisasi.BAIK, Predikat.BAIK, None, 0, 70, False),
	(PredikatOrganisasi.BAIK, Predikat.BUTUH_PERBAIKAN, Predikat.KURANG, 0, 100, True),
	(PredikatOrganisasi.BUTUH_PERBAIKAN, Predikat.BUTUH_PERBAIKAN, None, 60, 100, False),
	(PredikatOrganisasi.BUTUH_PERBAIKAN, Predikat.SANGAT_BAIK, None, 0, 10, False),
	(PredikatOrganisasi.KURANG, Predikat.KURANG, None, 60, 100, False),
	(PredikatOrganisasi.KURANG, Predikat.BUTUH_PERBAIKAN, None, 10, 100, False),
	(PredikatOrganisasi.KURANG, Predikat.SANGAT_BAIK, None, 0, 10, False),
	(PredikatOrganisasi.SANGAT_KURANG, Predikat.SANGAT_KURANG, None, 60, 100, False),
	(PredikatOrganisasi.SANGAT_KURANG, Predikat.BUTUH_PERBAIKAN, Predikat.KURANG, 10, 100, False),
	(PredikatOrganisasi.SANGAT_KURANG, Predikat.SANGAT_BAIK, None, 0, 0, False),
)


class PenegakanDistribusi(Istilah):
	"""What an agency makes of an evaluation that brings its group beyond a limit."""

	PERINGATAN = "Peringatan"
	WAJIB_ALASAN = "Wajib alasan"
	BLOK = "Tidak dapat ditetapkan"


class JenisCatatanPenyelarasan(Istilah):
	"""What is kept of the calibration of one evaluation."""

	PERUBAHAN = "Perubahan rating"
	PERMINTAAN = "Permintaan tinjau"
	PENYIMPANGAN = "Penyimpangan pola"


class StatusRapat(Istilah):
	BERLANGSUNG = "Berlangsung"
	SELESAI = "Selesai"
