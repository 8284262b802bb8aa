"""Monitoring (Pasal 16-17): kept totals, where the agency stands, the tree with its figures."""

PINTU = {
	"bacaan": ("count_status", "get_gabungan_tercatat", "get_status", "get_status_indikator"),
	"deret": ("combine", "read_angka"),
	"musiman": ("fill_musiman",),
	"pelaporan": ("count_laporan",),
	"pencatatan": ("check_semua", "follow_kontrak", "rebuild_semua", "record_laporan", "record_rencana"),
	"pohon": ("Cabang", "Pohon", "SIMPUL_MAKS", "Simpul", "get_pohon"),
	"tindakan": ("DOCTYPE", "TANPA_TINDAKAN", "count_tindakan", "find_diminta", "get_tindakan"),
}
