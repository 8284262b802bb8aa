"""Umpan balik masyarakat (Pasal 18 ayat (2) huruf c): a service and its address, what a citizen sends, figures, moderation."""

PINTU = {
	"batas": ("take_giliran",),
	"figur": ("Figur", "Tindakan", "get_figur", "get_per_bulan", "get_tindakan"),
	"formulir": ("read_formulir", "sign_formulir"),
	"jawaban": ("Jawaban", "read_jawaban", "store_jawaban"),
	"kabar": ("remind_moderasi",),
	"layanan": (
		"KOLOM",
		"check_belum_berjawaban",
		"check_bukan_dinilai",
		"find_terbuka",
		"get_alamat_layanan",
		"get_bahasa_lain",
		"make_token",
		"renew_token",
	),
	"moderasi": ("get_komentar_tampil", "moderate"),
	"sumber": ("AngkaLayanan", "get_angka"),
}
