"""Pages of evaluation."""

PINTU = {
	"evaluasi": (
		"RATING",
		"build_hasil",
		"build_isian",
		"build_kuadran",
		"describe_pp30",
		"find_evaluasi",
		"find_kehadiran",
		"get_panduan_hasil",
		"get_panduan_perilaku",
		"is_pp30",
		"make_evaluasi",
		"may_nilai",
		"save_isian",
		"set_evaluasi",
	),
	"kesiapan": ("build_kesiapan", "read_masa"),
	"kinerja_unit": (
		"PREDIKAT",
		"build_baris",
		"choose_masa",
		"get_daftar_masa",
		"get_daftar_periode",
		"save_baris",
	),
	"rapat": ("add_susulan", "fill", "save_rapat"),
	"sebaran": (
		"build_isian",
		"build_tampilan",
		"choose_kelompok",
		"get_evaluasi",
		"read_cakupan",
		"read_kelompok",
	),
}
