"""Who is who: employees and their units, the parties of a document, the roles that follow from Employee."""

PINTU = {
	"bawahan": ("get_bawahan",),
	"impor": ("tidy_berkas",),
	"keterikatan": ("explain_keterikatan", "find_terikat", "release_keterikatan"),
	"nama_unit": ("keep_nama_unit", "refresh_nama_unit", "set_nama_rekaman"),
	"pegawai": ("check_dinilai", "is_dinilai", "is_jenis_kelamin_sesuai", "query_asn", "validate_pegawai"),
	"peran": ("grant_peran", "grant_peran_pegawai"),
	"pihak": (
		"KOLOM_PENILAI",
		"KOLOM_PIHAK",
		"get_banyak_data",
		"get_data",
		"get_jabatan",
		"get_penugasan",
		"get_pihak_laporan",
		"is_penetap_atasan",
		"snapshot_banyak_pihak",
		"snapshot_pihak",
	),
	"pimpinan": ("propose_pimpinan",),
	"unit": (
		"check_unit_instansi",
		"get_banyak_nama_unit",
		"get_daftar_unit",
		"get_nama_unit",
		"get_unit_ke_atas",
		"get_unit_ke_bawah",
		"guard_susunan",
	),
	"unit_contoh": ("remove_unit_contoh",),
}
