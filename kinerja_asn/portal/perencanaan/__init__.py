"""Pages of planning: the SKP and its form, reviews, changes, the matrix, the tree, assignments."""

PINTU = {
	"banding": ("build_banding",),
	"baris_skp": ("make_hasil", "make_indikator"),
	"formulir_skp": ("build_formulir", "group_saran"),
	"lampiran": ("TEREALISASI", "save_terealisasi"),
	"matriks": ("build_tampilan", "find_skp", "get_pilihan_cara", "get_pilihan_skp", "has_isian", "save_matriks"),
	"penugasan": ("BENTUK", "build_pilihan", "build_rincian", "choose_calon", "find_calon", "get_daftar", "make_penugasan", "read_isian"),
	"persetujuan": ("describe_persetujuan",),
	"perubahan": ("build_kepala", "build_terhapus", "build_versi", "choose_versi", "fill", "get_daftar_perubahan", "get_pilihan_alasan", "get_semula", "may_mulai", "restore", "save", "start"),
	"pohon": ("build_tampilan", "choose_unit", "get_daftar_periode"),
	"review": ("approve_skp", "return_rencana", "save_keputusan"),
	"skp": ("build_tampilan", "fill_isian", "find_skp_utama", "find_target_kosong", "get_aksi_baris", "get_daftar_skp", "get_periode_terbuka", "may_susun", "read_dokumen", "read_isian", "require_milik_sendiri", "save_isian", "start_skp"),
}
