"""The plan itself: its rows, the library they come from, its dialogue, setting it, changing it, its versions."""

PINTU = {
	"dialog": ("UMUM", "add_catatan", "find_uraian", "get_catatan_dokumen", "tell_lawan_bicara"),
	"draf": ("MENYERTAI_SKP", "follow_draf", "follow_pegawai", "follow_semua_draf"),
	"narasi": ("as_narasi", "get_teks_angka", "join_narasi", "split_narasi"),
	"penetapan": ("pass_on_penetapan",),
	"perubahan": ("DOCTYPE", "TABEL", "apply", "assign_kunci", "check_ada_beda", "check_berlaku_mulai", "check_dapat_diubah", "check_dasar", "copy_rencana_berlaku", "find_terbuka", "find_terhapus", "get_hari_penetapan", "get_mulai", "get_nomor_berikut", "restore_baris"),
	"pustaka": ("MAKNA", "get_isian", "get_pilihan", "get_versi_lain", "is_dipakai", "make_versi"),
	"rencana": ("BERANGKA", "assign_kunci", "build_indikator", "build_perilaku", "describe_indikator", "find_masalah", "get_teks_target", "link_indikator", "name_baris_indikator", "normalize_indikator", "normalize_target", "normalize_ukuran"),
	"salinan": ("TABEL", "copy_rencana", "find_berakhir", "select_rencana"),
	"saran": ("check_penetap", "find_saran"),
	"skp_baru": ("build_nama", "build_pihak", "check_berurutan", "choose_bentuk", "get_akhir", "get_awal", "get_pendahulu", "get_sesudah"),
	"templat": ("find_templat",),
	"versi": ("TABEL", "compare", "get_kolom", "get_nilai", "get_rencana", "get_versi", "read_versi"),
}
