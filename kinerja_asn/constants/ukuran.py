"""The columns that measure a hasil kerja, by the same names wherever an indikator stands."""

from kinerja_asn.constants.istilah import JenisMasa

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
# What decides where an indikator of a plan stands, beside its realisasi.
KOLOM_PROGRES = (
	"kunci",
	"arah",
	"cara_hitung",
	"target_min",
	"target_maks",
	"lintasan",
	"target_bulanan",
)
# A Perjanjian Kinerja names no aspek.
UKURAN_BERASPEK = (*UKURAN, "aspek")
# What form A.1.3 has boxes for: how often an indikator is reported on (p. 33).
PERIODE_PELAPORAN = (JenisMasa.BULANAN, JenisMasa.TRIWULANAN, JenisMasa.SEMESTERAN, JenisMasa.TAHUNAN)
