"""Pages of the working year: the report of a period, feedback."""

PINTU = {
	"bukti": ("warn_pemeriksa", "warn_pemilik"),
	"realisasi": (
		"build_baris",
		"build_progres_masa",
		"describe_realisasi",
		"find_tertinggal",
		"get_batas_berkas",
		"get_masa",
		"get_realisasi",
		"get_tenggat",
		"get_unggahan",
		"may_isi",
		"read_tautan",
		"return_laporan",
		"save_isian",
		"submit_isian",
	),
	"umpan_balik": ("build_pilihan", "give_umpan_balik", "give_umpan_balik_penugasan", "may_give"),
}
