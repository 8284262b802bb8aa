"""When reports come in: how late they are, who is late again and again, what is opened after the last day."""

PINTU = {
	"kabar": ("tell_sering",),
	"keterlambatan": (
		"MASA_DISEBUT",
		"Terlambat",
		"describe_hari",
		"find_sering",
		"find_terlambat",
		"name_masa",
	),
	"riwayat": ("note_riwayat",),
	"susulan": ("check_susulan", "find_tertutup", "may_open", "open_susulan"),
}
