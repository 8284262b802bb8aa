"""Keberatan Kinerja (Pasal 29; p. 117-119): who may object until when, who examines and decides, what follows."""

PINTU = {
	"harian": ("run_harian",),
	"kabar": ("tell_diajukan", "tell_dicabut", "tell_dijelaskan", "tell_diputuskan"),
	"keputusan": ("carry_out", "check_keputusan", "tidy_keputusan"),
	"pengajuan": (
		"DOCTYPE",
		"DOKUMEN",
		"check_dapat_diajukan",
		"check_sekali",
		"find_hambatan",
		"find_keberatan",
		"find_pemeriksa",
		"get_tenggat",
		"get_tenggat_putusan",
	),
}
