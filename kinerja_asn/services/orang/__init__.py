"""Who is who: employees and their units, the parties of a document, the roles that follow from Employee."""

PINTU = {
	"akun": ("follow_akun", "follow_nama", "mend_akun"),
	"bawahan": ("get_bawahan",),
	"lingkaran": ("find_lingkaran",),
	"pegawai": ("check_dinilai", "describe_kontrak_habis", "is_dinilai", "is_jenis_kelamin_sesuai", "query_asn", "validate_pegawai"),
	"pejabat": ("LAPORAN", "check_pejabat", "find_halangan", "get_alamat_laporan", "search_pejabat"),
	"pendaratan": ("PORTAL", "choose_pendaratan", "get_pendaratan"),
	"pengenal": ("find_akun",),
	"peran": ("follow_pegawai", "grant_peran", "sync_peran_pegawai", "sync_semua_peran"),
	"pihak": ("DATA_PEGAWAI", "KOLOM_JABATAN", "KOLOM_PENILAI", "KOLOM_PIHAK", "choose_penilai", "get_banyak_data", "get_data", "get_jabatan", "get_penugasan", "get_pihak_laporan", "is_penetap_atasan", "snapshot_banyak_pihak", "snapshot_pihak"),
	"pimpinan": ("propose_pimpinan",),
	"unit": ("check_unit_instansi", "get_anak", "get_banyak_nama_unit", "get_daftar_unit", "get_nama_unit", "get_unit_ke_atas", "get_unit_ke_bawah", "guard_susunan"),
}
