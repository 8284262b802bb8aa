"""The public page of a service, and how its unit reads what was said there."""

PINTU = {
	"formulir": (
		"TerlaluBanyak",
		"choose_bahasa",
		"describe",
		"get_bahasa",
		"get_layanan",
		"is_terlalu_besar",
		"list_jenis",
		"list_penilaian",
		"read_isian",
		"renew_formulir",
		"send_jawaban",
	),
	"perkembangan": ("build_perkembangan", "find_layanan", "has_layanan", "list_layanan"),
}
