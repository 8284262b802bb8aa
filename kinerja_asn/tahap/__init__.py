"""HR's workflows read by stages: the app knows stages, the names of states are HR's (design.md §7)."""

PINTU = {
	"alur": (
		"find_tindakan",
		"get_alur",
		"get_langkah",
		"get_langkah_maju",
		"get_status",
		"get_status_awal",
		"get_status_menurut_peran",
		"get_tahap",
	),
	"bawaan": ("ALUR_BAWAAN", "Alur", "GAYA_STATUS", "NAMA_STATUS", "NAMA_TINDAKAN", "TAHAP_WAJIB"),
	"hukum": ("get_para_pelaku", "is_melewati", "is_sah"),
	"syarat": ("find_kolom_orang", "is_tanpa_nama", "read_aman"),
}
