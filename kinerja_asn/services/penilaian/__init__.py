"""Evaluating (Pasal 23-29): what an evaluation of one person starts from and proposes."""

PINTU = {
	"ambang": ("guard_pilihan", "guard_sendiri", "guard_skema", "record_pilihan", "record_skema"),
	"evaluasi": (
		"build_hasil",
		"build_perilaku",
		"check_sekali",
		"find_diam",
		"get_awal_evaluasi",
		"get_awal_evaluasi_unit",
		"get_kunci_unit",
		"get_predikat_organisasi",
		"propose_rating",
	),
	"kesiapan": ("Kekurangan", "Perihal", "find_kekurangan", "find_perubahan", "find_terlewat"),
	"numerik": ("count_pp30", "read_konversi"),
	"pembaruan": ("refresh_evaluasi", "spread_predikat"),
	"permintaan": ("ask_kinerja_unit", "remind_laporan", "retire_permintaan"),
	"umpan_balik": ("close_jatuh_tempo", "close_permintaan"),
}
