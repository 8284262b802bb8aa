"""Carrying a plan out (Pasal 16-22): realisasi combined, evidence and its storage, feedback, the tree with its figures."""

PINTU = {
	"bukti": ("EKSTENSI", "UKURAN_MAKS_BAKU_MB", "check_baris_bukti", "check_berkas", "prevent_penghapusan"),
	"penyimpanan": ("delete_file_data_content", "remove_isi", "write_file"),
	"perubahan_tenggat": (
		"guard_daftar_libur",
		"guard_gabung_libur",
		"guard_hari_libur",
		"guard_instansi",
		"guard_periode",
		"record_daftar_libur",
		"record_instansi",
		"record_periode",
	),
	"pohon": ("Cabang", "Pohon", "SIMPUL_MAKS", "Simpul", "get_pohon"),
	"progres": (
		"count_masa",
		"count_status",
		"get_gabungan",
		"get_gabungan_rencana",
		"get_masa_jatuh_tempo",
		"get_masa_skp",
		"get_progres",
		"get_progres_baris",
		"get_riwayat",
		"may_lapor",
		"rate_progres",
	),
	"realisasi": ("describe_nilai", "find_terkunci", "query_realisasi"),
	"umpan_balik": ("UmpanBalik", "collect_umpan_balik"),
}
