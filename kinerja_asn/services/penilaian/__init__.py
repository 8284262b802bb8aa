"""Evaluating (Pasal 23-29): what an evaluation of one person starts from and proposes."""

PINTU = {
	"ambang": ("guard_pilihan", "guard_skema", "record_pilihan", "record_skema"),
	"evaluasi": (
		"Bahan",
		"build_hasil",
		"build_perilaku",
		"check_sekali",
		"count_bukti",
		"find_diam",
		"get_ambang",
		"get_awal_evaluasi",
		"get_awal_evaluasi_unit",
		"get_narasi",
		"name_evaluasi",
		"pick_diam",
		"propose_rating",
	),
	"kesiapan": ("Kekurangan", "Perihal", "find_kekurangan", "find_perubahan", "find_terlewat"),
	"pembaruan": ("refresh_evaluasi", "spread_predikat"),
	"permintaan": ("ask_kinerja_unit", "remind_laporan"),
	"umpan_balik": ("close_jatuh_tempo", "close_permintaan"),
}
