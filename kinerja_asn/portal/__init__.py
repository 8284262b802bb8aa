"""What the portal's pages show and take, divided as services/ is: a page, its service and its rule carry the same word."""

PINTU = {
	"antrean": ("TERBANYAK_DI_MUKA", "TERBANYAK_DI_TIM", "find_berikut", "get_alamat_langkah", "get_alamat_sesudah", "get_antrean", "get_nama_jenis", "group_jenis"),
	"banyak": ("JENIS", "TERBANYAK", "build_tinjauan", "decide", "get_judul", "get_kata", "read_pilihan"),
	"pegawai": ("CARI_MINIMAL", "check_cari", "find_orang", "find_skp", "read_orang"),
	"pemeriksaan": ("build_isi", "build_lampiran", "describe", "get_diperiksa", "get_tombol_kembali", "get_tombol_maju", "give_back", "pass_on"),
	"saringan_tim": ("PER_HALAMAN", "cut_halaman", "filter_antrean", "filter_rows", "filter_tim", "get_pilihan", "group_tim", "read_saringan", "sort_tim"),
	"saya": ("add_antrean", "add_lain", "build_bulan", "build_evaluasi", "find_ajakan", "get_pemberitahuan", "get_umpan_balik"),
	"tim": ("SEBAGAI", "count_tim", "get_evaluasi_belum_dibuat", "get_periode_tim", "get_skp_dinilai", "get_tanpa_skp", "get_tim"),
}
