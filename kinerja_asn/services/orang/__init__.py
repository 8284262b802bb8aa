"""Who is who: employees and their units, the parties of a document, the roles that follow from Employee."""

PINTU = {
	"akun": ("follow_akun", "follow_nama", "mend_akun"),
	"bawahan": ("get_bawahan",),
	"impor": ("tidy_berkas",),
	"lingkaran": ("find_lingkaran",),
	"pegawai": ("check_dinilai", "is_dinilai", "query_asn", "validate_pegawai"),
	"pejabat": ("check_pejabat", "find_halangan", "search_pejabat"),
	"peran": ("follow_pegawai", "grant_peran", "sync_peran_pegawai", "sync_semua_peran"),
	"pihak": (
		"DATA_PEGAWAI",
		"KOLOM_PENILAI",
		"KOLOM_PIHAK",
		"choose_penilai",
		"get_banyak_data",
		"get_data",
		"get_jabatan",
		"get_pihak_laporan",
		"is_penetap_atasan",
		"snapshot_banyak_pihak",
		"snapshot_pihak",
	),
	"pimpinan": ("propose_pimpinan",),
	"unit": (
		"check_unit_instansi",
		"get_daftar_unit",
		"get_nama_unit",
		"get_unit_ke_atas",
		"get_unit_ke_bawah",
		"guard_susunan",
	),
}
