"""PP 30/2019 as numbers: weights and bands of its predikat (Pasal 41-42), an optional scheme beside the ordinal result."""

from datetime import date
from decimal import Decimal

from kinerja_asn.constants.istilah import Istilah

SUMBER_NUMERIK = "PP 30/2019"
NUMERIK_MULAI = date(2019, 4, 26)


class BobotPP30(Istilah):
	"""Without, or with, the opinion of peers and direct subordinates."""

	TANPA_PENDAPAT = "70/30"
	DENGAN_PENDAPAT = "60/40"


class PredikatPP30(Istilah):
	"""Best first. What PermenPANRB 6/2022 calls Butuh Perbaikan is called Cukup here."""

	SANGAT_BAIK = "Sangat Baik"
	BAIK = "Baik"
	CUKUP = "Cukup"
	KURANG = "Kurang"
	SANGAT_KURANG = "Sangat Kurang"


# Percent of SKP and of perilaku kerja.
BOBOT = {BobotPP30.TANPA_PENDAPAT: (70, 30), BobotPP30.DENGAN_PENDAPAT: (60, 40)}
PALING_TINGGI = Decimal(120)
# The least of each band, best first. From 110 on it is Sangat Baik only with a new idea, else it stays Baik.
BATAS_BAWAH = (
	(PredikatPP30.SANGAT_BAIK, Decimal(110)),
	(PredikatPP30.BAIK, Decimal(90)),
	(PredikatPP30.CUKUP, Decimal(70)),
	(PredikatPP30.KURANG, Decimal(50)),
	(PredikatPP30.SANGAT_KURANG, Decimal(0)),
)
