"""Pages of pembinaan: bimbingan, the statements on it, reports of a behaviour problem, counselling, ambil alih."""

PINTU = {
	"bimbingan": (
		"build_tabel",
		"fill_isian",
		"get_alamat_perubahan",
		"get_peran",
		"is_dapat_diisi",
		"read_mulai",
	),
	"daftar": ("KELAS", "get_daftar", "may_mulai"),
	"rahasia": (
		"build_pernyataan",
		"get_peran_konseling",
		"leave_no_copy",
		"may_putuskan",
		"read_jadwal",
		"read_jawaban",
		"read_laporan",
		"read_penetapan",
	),
}
