"""Progress noted day by day: which days are expected, what was noted, sending and approving weeks, what lines add up to."""

PINTU = {
	"hari": ("BARIS_MAKS", "MENIT_MAKS"),
	"jumlah": ("sum_catatan",),
}
