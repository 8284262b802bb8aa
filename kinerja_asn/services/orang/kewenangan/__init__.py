"""Nobody chooses who decides about him, or makes himself who decides: the one rule, and the trace of what others change.

``kedudukan`` says whom a user decides about and who does about him, ``penjagaan`` refuses by it what would change that,
``pasangan`` two people who would rate each other; ``jejak`` keeps every change for the auditor.
"""

PINTU = {
	"jejak": ("record_kalimat", "record_penggabungan", "record_penghapusan", "record_perubahan"),
	"kedudukan": ("get_kedudukan", "is_bebas"),
	"pasangan": ("check_pasangan", "guard_pasangan"),
	"penjagaan": (
		"check_dicatat",
		"check_penilai_baru",
		"explain_unit_penentu",
		"find_alasan_dilewati",
		"find_unit_penentu",
		"guard_akun",
		"guard_gabung",
		"guard_ganti_nama",
		"guard_hapus_akun",
		"guard_hapus_pegawai",
		"guard_izin",
		"guard_kinerja_unit",
		"guard_pegawai",
		"guard_penugasan",
		"mark_diperiksa",
	),
}
