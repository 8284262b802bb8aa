"""Evaluating (Pasal 23-29): what an evaluation of one person starts from and proposes."""

PINTU = {
	"evaluasi": (
		"build_hasil",
		"build_perilaku",
		"get_awal_evaluasi",
		"get_predikat_organisasi",
		"propose_rating",
	),
}
