"""What a site keeps for all its agencies: what HR has set, which forms were carried out already, whose session a browser has."""

PINTU = {
	"kiriman": ("SudahTerkirim", "TETAP", "get_kunci", "read_tujuan", "run_sekali", "sweep_kiriman"),
	"pengaturan": ("ensure_pengaturan", "may_simpan"),
	"sesi": ("KEPALA", "LUPAKAN", "NAMA", "clear_perangkat", "forget_sesi", "get_kepala_sesi", "mark_keluar"),
}
