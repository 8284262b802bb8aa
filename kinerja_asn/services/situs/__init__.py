"""What a site keeps for all its agencies: what HR has set, which forms were carried out already, whose session a browser has,
where somebody acts, whether Frappe HR is there."""

PINTU = {
	"hrms": ("has_hrms",),
	"kamus": ("recall_kamus",),
	"kiriman": ("SudahTerkirim", "TETAP", "get_kunci", "read_tujuan", "run_sekali", "sweep_kiriman"),
	"pengaturan": ("ensure_pengaturan", "get_pengaturan", "may_simpan"),
	"sesi": ("KEPALA", "LUPAKAN", "NAMA", "clear_perangkat", "forget_sesi", "get_kepala_sesi", "mark_keluar"),
	"tujuan": (
		"PORTAL",
		"get_alamat",
		"get_alamat_antrean",
		"get_alamat_desk",
		"get_alamat_tindakan",
		"get_tautan",
		"set_tautan",
	),
}
