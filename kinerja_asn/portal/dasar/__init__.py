"""What all pages share: who may open them, carrying a posted form out, dialogue, progress and charts, links to prints."""

PINTU = {
	"aset": ("get_alamat_aset",),
	"cetak": (
		"get_cetakan_realisasi",
		"get_cetakan_skp",
		"get_tautan_evaluasi",
		"get_tautan_matriks",
		"get_tautan_rencana_aksi",
	),
	"dialog": (
		"add_alasan",
		"add_ketikan",
		"build_dialog",
		"drop_terkirim",
		"read_ketikan",
		"send_ketikan",
		"summarize_alasan",
	),
	"halaman": (
		"HalamanTertutup",
		"Terdesak",
		"fill_kerangka",
		"get_aksi",
		"get_alamat",
		"get_dokumen",
		"portal_page",
		"redirect",
		"require_masuk",
		"require_peran",
		"run_aksi",
	),
	"jalur": ("resolve_jalur",),
	"perender": ("HalamanPortal", "KEPALA_HALAMAN", "explain_gangguan"),
	"pimpinan": ("get_terbuka", "is_penilai", "require_pimpinan"),
	"progres": ("KELAS_TAHAP", "build_indikator", "describe_progres", "summarize_status"),
	"templat": ("render_templat",),
}
