"""Capaian kinerja organisasi (Pasal 24-25; p. 92-94): who leads a unit and who sets its result, on what it stands, which counts."""

PINTU = {
	"belum": ("Belum", "ask", "find_belum", "retire"),
	"capaian": ("CapaianUnit", "find_capaian"),
	"pencatat": ("guard_pencatat", "record_pencatat"),
	"penetapan": (
		"PENETAPAN",
		"REKOMENDASI",
		"check_isian",
		"check_penghapusan",
		"follow_pihak",
		"get_pihak_unit",
	),
	"pimpinan": ("Kepemimpinan", "find_kepemimpinan", "find_semua_pimpinan", "get_kepemimpinan"),
	"predikat": (
		"Berlaku",
		"HasilUnit",
		"find_berlaku",
		"find_hasil_dipimpin",
		"find_hasil_pimpinan",
		"follow_hasil_unit",
		"get_berlaku",
		"get_kunci_unit",
		"get_masa_unit",
	),
}
