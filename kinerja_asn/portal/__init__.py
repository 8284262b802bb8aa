"""What the portal's pages show and take, divided as services/ is: a page, its service and its rule carry the same word."""

PINTU = {
	"saya": ("build_bulan", "build_evaluasi", "find_ajakan", "get_pemberitahuan", "get_umpan_balik"),
	"tim": (
		"SEBAGAI",
		"count_tim",
		"get_antrean",
		"get_evaluasi_belum_dibuat",
		"get_periode_tim",
		"get_skp_dinilai",
		"get_tanpa_skp",
		"get_tim",
	),
}
