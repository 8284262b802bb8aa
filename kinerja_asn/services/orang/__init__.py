"""Who is who: employees and their units, the parties of a document, the roles that follow from Employee."""

PINTU = {
	"akun": ("find_akun",),
	"bawahan": ("get_bawahan",),
	"impor": ("tidy_berkas",),
	"pegawai": ("check_dinilai", "is_dinilai", "query_asn", "validate_pegawai"),
	"pendaratan": ("PORTAL", "choose_pendaratan", "get_alamat_desk", "get_pendaratan"),
	"peran": ("grant_peran", "grant_peran_pegawai"),
	"pihak": (
		"KOLOM_PENILAI",
		"KOLOM_PIHAK",
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
