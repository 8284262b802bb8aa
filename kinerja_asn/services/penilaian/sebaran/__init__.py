"""Distribution of predikat and calibration (p. 94-98): people side by side, against the pattern of their unit, and what
was changed in comparing them."""

PINTU = {
	"cakupan": ("Cakupan", "DOCTYPE", "build_cakupan", "get_daftar_periode", "list_orang"),
	"catatan": ("list_catatan",),
	"kelompok": ("Kelompok", "build_kelompok", "count_kuadran", "count_predikat"),
	"kelonggaran": ("compare_penilai",),
	"penegakan": ("check_sebaran", "get_penegakan", "record_penyimpangan"),
	"perubahan": ("ask_tinjau", "change_rating", "may_minta", "may_ubah"),
	"pola": ("guard_pola", "read_batas", "record_penghapusan", "record_pola"),
	"rapat": ("append_susulan", "fill_peserta", "find_pimpinan", "list_calon", "list_rapat", "open_rapat"),
}
