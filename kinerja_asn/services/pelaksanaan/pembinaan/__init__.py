"""Pembinaan kinerja (Pasal 20-22; p. 78-88): bimbingan, what the employee says of it, behaviour problems, counselling."""

PINTU = {
	"bimbingan": ("DOCTYPE", "advance", "begin", "build_indikator", "decide_tindak_lanjut", "find_kurang"),
	"kabar": ("tell_bimbingan", "tell_keputusan_laporan", "tell_konseling", "tell_laporan", "tell_tanggapan"),
	"konseling": (
		"DOCTYPE",
		"TERSANDI",
		"arrange",
		"change",
		"complete",
		"decide_tindak_lanjut",
		"find_konselor",
		"get_kolom_konselor",
		"get_pilihan_kedudukan",
		"hide",
		"read_rekaman",
	),
	"laporan_masalah": (
		"DOCTYPE",
		"build_bukti",
		"check_nilai_dasar",
		"decline",
		"get_umpan_balik",
		"mark_konseling",
		"may_readdress",
		"readdress",
		"report",
	),
	"pejabat": ("find_pejabat",),
	"tanggapan": ("DOCTYPE", "build_butir", "hand_over", "may_answer"),
}
