"""The Script Reports, one module each; ``bagian`` has what they share.

Reports bypass Frappe's permission hooks: every module limits its rows to what the session user may read.
"""

PINTU = {
	"bagian": (
		"KODE_WARNA",
		"PER_PEGAWAI",
		"PER_UNIT",
		"build_hitungan",
		"count_per_unit",
		"make_bagan",
		"make_kartu",
		"make_kartu_istilah",
		"make_kolom",
		"make_kolom_hitungan",
		"make_kolom_istilah",
		"name_unit",
		"read_filters",
		"read_istilah",
		"read_periode",
		"read_tampilan",
		"read_unit",
		"take_halaman",
	),
	"catatan": ("build_laporan", "list_semua"),
	"keberatan": ("build_laporan",),
	"kelengkapan": ("build_laporan", "find_belum_lengkap"),
	"kepatuhan": ("build_laporan", "list_semua"),
	"keterlambatan": ("build_laporan", "list_semua"),
	"kinerja_unit": ("build_laporan",),
	"layanan": ("build_laporan",),
	"pejabat": ("build_laporan",),
	"penyelarasan": ("build_laporan", "list_semua"),
	"progres": ("build_laporan", "list_semua"),
	"surel": ("note_pembaca", "read_as_pembaca"),
}
