"""Who evaluates a plan for a period, and whether the result is final (p. 89-92): the facts on record for
``rules/penilai_evaluasi.py``, its answer on the documents, with a trace.

``jendela`` when an evaluation is made, ``perpindahan`` the moves on record, ``pihak`` who evaluates, ``pengalihan`` what passes
to the atasan when the time is over.
"""

PINTU = {
	"jabatan": ("find_alasan_jabatan", "read_jabatan"),
	"jendela": ("get_jendela",),
	"pengalihan": ("find_tetap", "pass_on_evaluasi"),
	"penjagaan": ("guard_jendela",),
	"perpindahan": ("TANPA", "find_perpindahan"),
	"pihak": (
		"KOLOM_SKP",
		"Kewenangan",
		"check_rencana",
		"decide",
		"decide_banyak",
		"find_rencana_lain",
		"get_dialihkan_pada",
		"is_dievaluasi",
		"read_dinilai_pada",
		"record_banyak",
		"record_kewenangan",
	),
	"rujukan": ("describe_rujukan", "find_rujukan", "is_disepakati", "require_rujukan"),
}
