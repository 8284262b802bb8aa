"""A leader takes a hasil kerja over (Pasal 20 ayat (6)-(8)): what came before, the note, and what is asked for no more."""

PINTU = {
	"ambil_alih": (
		"AmbilAlih",
		"DOCTYPE",
		"describe",
		"drop_diambil_alih",
		"find_dasar",
		"find_penghalang",
		"find_sukarela",
		"get_ambil_alih",
		"get_banyak_ambil_alih",
		"list_diambil_alih",
		"list_indikator_diambil",
		"select_diambil_alih",
		"take_over",
		"withdraw",
	),
	"kabar": ("tell",),
}
