"""Pages of the daily note: one's own days, the team's week, the table to paste."""

PINTU = {
	"harian": (
		"build_pekan_saya",
		"build_pilihan",
		"find_rencana",
		"get_catatan",
		"get_saran",
		"get_ulangan",
		"may_tulis",
		"read_baris",
		"read_isian",
		"remove_baris",
		"repeat",
		"save_isian",
		"summarize_hari_ini",
	),
	"pekan": ("is_diminta", "is_dipakai", "read_tanggal", "show_baris"),
	"tabel": (
		"build_tabel",
		"choose_rentang",
		"get_kepala",
		"get_rentang",
		"join_salinan",
		"name_pilihan",
		"name_rentang",
	),
	"tim": (
		"add_baris",
		"add_pekan",
		"choose_tampil",
		"count_menunggu",
		"find_orang",
		"find_pekan_menunggu",
		"get_orang",
	),
}
