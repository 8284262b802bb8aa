"""The regulation as pure functions, a module for each topic: numbers are Decimal, days are dates, answers are the law's words.

Nothing here knows the framework; every public function names the article or page it says.
"""

PINTU = {
	"capaian": (
		"TargetTidakValid",
		"check_target",
		"check_target_berarti",
		"complete_target",
		"persen_capaian",
		"rating_capaian",
	),
	"formulir": (
		"choose_formulir",
		"get_judul",
		"is_formulir_jpt",
		"is_formulir_kualitatif",
		"is_jpt_atau_mandiri",
	),
	"kepatuhan": ("count_hari_lewat", "get_keadaan"),
	"masa": ("Masa", "build_masa", "choose_masa_evaluasi", "end_kontrak"),
	"nip": ("Nip", "NipTidakValid", "parse_nip", "read_nomor"),
	"nomor_induk": (
		"NrpTidakValid",
		"format_nomor_induk",
		"get_sebutan_nomor",
		"parse_nrp",
		"read_nomor_induk",
	),
	"pangkat": ("PangkatTidakDikenal", "read_pangkat"),
	"pembulatan": ("format_angka", "persen", "round_half_up", "to_decimal"),
	"penetap": ("PEJABAT_NEGARA", "check_penetap", "get_penetap"),
	"penyelarasan": ("Simpul", "check_jumlah_porsi", "check_porsi", "combine_turunan", "find_siklus"),
	"perjanjian": ("check_perjanjian",),
	"pertanggungjawaban": ("check_jadwal", "is_jatuh_tempo"),
	"predikat": (
		"Ambang",
		"Baris",
		"KUADRAN",
		"RATING_TANPA_LAPORAN",
		"Usulan",
		"predikat_kinerja",
		"propose_rating_hasil",
		"rating_hasil_kerja",
	),
	"progres": (
		"PERLU_TERAKHIR",
		"Progres",
		"Terlapor",
		"assess_progres",
		"combine_realisasi",
		"summarize_realisasi",
		"target_sampai",
	),
	"rencana_aksi": ("check_rentang", "fit_rentang", "format_rentang", "get_bulan", "is_berjalan"),
	"saran": ("BarisHasil", "BarisIndikator", "Saran", "find_saran"),
	"skp": ("HasilKerja", "Indikator", "check_skp", "format_target", "parse_aspek", "place_indikator"),
	"tautan": ("rate_tautan",),
	"teks": ("remove_tak_terlihat",),
	"tenggat": ("add_hari_kerja", "count_hari_terlambat", "hari_kerja_antara"),
	"versi": ("Perbandingan", "check_baris_terverifikasi", "compare_baris"),
}
