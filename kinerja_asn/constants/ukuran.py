"""The columns that measure a hasil kerja, by the same names wherever an indikator stands."""

UKURAN = (
	"indikator",
	"arah",
	"target_min",
	"target_maks",
	"satuan",
	"cara_hitung",
	"target_naratif",
	"perspektif",
)
# A Perjanjian Kinerja names no aspek.
UKURAN_BERASPEK = (*UKURAN, "aspek")
