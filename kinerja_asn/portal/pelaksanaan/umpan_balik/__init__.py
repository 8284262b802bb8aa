"""Pages of feedback: asking, answering, what all sides say, and speaking without being asked."""

PINTU = {
	"daftar": ("get_diminta", "get_kenalan", "get_permintaan"),
	"hasil": ("build_tampilan",),
	"jawab": ("build_isian", "get_pilihan", "read_permintaan", "send"),
	"minta": ("build_calon", "build_pilihan_tentang", "read_isian", "read_jenis", "require_boleh", "send"),
	"pemberian": (
		"build_pilihan",
		"build_pilihan_inisiatif",
		"get_yang_dinilai",
		"give_umpan_balik",
		"give_umpan_balik_penugasan",
		"may_give",
	),
}
