"""Reports on evaluations: all read people by ``services/penilaian/sebaran/cakupan.py``, within what the reader may see."""

PINTU = {
	"belum_selesai": ("build_laporan", "list_semua"),
	"kuadran": ("build_laporan", "list_semua"),
	"rekap": ("build_laporan", "list_semua"),
	"riwayat": ("build_laporan", "list_semua"),
	"sebaran": ("build_laporan", "list_semua"),
}
