"""Who may see, write and decide: one predicate for each DocType serves lists, forms, reports, portal, prints and files."""

PINTU = {
	"alamat": ("is_dipakai",),
	"berkas": ("check_alamat", "check_privat", "get_query_conditions", "get_tersimpan", "guard_baru", "guard_lampiran", "guard_perubahan", "has_permission", "is_bersama", "is_milik_dokumen", "refuse_perubahan"),
	"dokumen": ("from_terlihat", "get_kondisi", "get_kondisi_pegawai", "get_kriteria"),
	"giliran": ("Giliran", "find_tanpa_pemegang", "get_giliran", "get_klausa_giliran", "get_kolom_giliran", "get_peran_pemeriksa", "has_syarat_lain", "is_pemeriksa", "may_write"),
	"hooks": ("can_read", "get_child_query_conditions", "get_query_conditions", "get_tersimpan", "has_permission"),
	"klausa": ("Klausa", "Selain"),
	"lingkup": ("forget_lingkup", "get_hari_masuk", "get_instansi", "get_kriteria_bertugas", "get_nama_pegawai", "get_pegawai", "get_pengelola", "get_unit", "has_left", "is_bertugas", "with_descendants"),
	"pelaku": ("PERAN_BERNAMA", "is_beralih", "is_pelaku", "syarat_langkah"),
	"pemberian": ("give_izin", "remove_izin"),
	"penjaga": ("check_bertugas", "explain_keluar", "join_atau", "may_use_app", "require_login", "require_role"),
	"permintaan": ("guard_permintaan",),
	"sekitar": ("drop_nama_kiriman", "get_data_import_query_conditions", "get_jejak_query_conditions", "get_laporan", "get_prepared_report_query_conditions", "get_workflow_action_query_conditions", "get_workflow_query_conditions", "guard_docstatus", "guard_nama_alur", "has_bersama_permission", "has_data_import_permission", "has_jejak_permission", "has_prepared_report_permission", "has_workflow_action_permission", "has_workflow_permission", "is_pengatur_situs", "prevent_discard", "prevent_following", "prevent_rename", "prevent_sharing", "prevent_tagging"),
}
