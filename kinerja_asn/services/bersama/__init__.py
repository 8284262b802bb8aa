"""Common ground of all stages: time, keys, limits on what is typed, steps, traces, notices, refusals."""

PINTU = {
	"angka": ("AngkaTidakJelas", "format_isian", "format_tampil", "parse_angka"),
	"isian": ("TIPE_TEKS", "check_angka", "check_baris_milik_sendiri", "check_jenis", "check_ukuran", "find_salah_angka", "find_salah_teks", "normalize_teks"),
	"jejak": ("add_jejak",),
	"keputusan": ("close_menurut_keputusan", "save_menurut_keputusan"),
	"kunci": ("PANJANG_KUNCI", "make_kunci", "make_sidik", "shorten_nama"),
	"langkah": ("advance", "check_belum_berubah", "describe_penunggu", "describe_penunggu_lain", "find_langkah", "get_bertahap", "get_status_pelaku", "get_tombol", "name_penunggu", "read_tahap", "send_back", "take_banyak"),
	"pemberitahuan": ("Kabar", "Pemberitahuan", "get_bahasa", "get_bahasa_situs", "in_bahasa", "retire", "retire_banyak", "send"),
	"penolakan": ("BERSAMAAN", "DITOLAK", "all_or_nothing", "as_text", "get_medan_salah", "get_pesan_bersamaan", "get_pesan_berubah", "get_pesan_galat", "note_medan", "one_of_many", "refuse_isian", "tolerate"),
	"periode": ("check_periode_dibuka", "choose_periode", "count_tenggat_realisasi", "find_masa", "find_periode_utama", "get_masa_evaluasi", "get_masa_pelaporan", "get_nama_periode", "get_periode", "get_tenggat_penetapan", "get_tenggat_realisasi", "name_periode", "sync_nama_periode"),
	"sisip": ("BarisBaku", "insert_banyak"),
	"tabel_anak": ("get_saring_anak", "is_anak"),
	"waktu": ("describe_zona", "format_batas", "format_saat", "get_libur", "get_nama_zona", "get_now", "get_today"),
}
