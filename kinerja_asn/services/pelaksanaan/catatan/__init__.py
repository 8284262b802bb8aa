"""Progress noted day by day: which days are expected, what was noted, sending and approving weeks, what lines add up to."""

PINTU = {
	"hari": ("BARIS_MAKS", "Kosong", "MENIT_MAKS", "get_hari_kosong"),
	"jumlah": ("BARIS", "DOCTYPE", "sum_catatan"),
	"keputusan": ("approve", "give_back", "submit"),
	"pengingat": ("remind_pekan_lalu",),
}
