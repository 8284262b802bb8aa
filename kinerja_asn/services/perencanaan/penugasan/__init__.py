"""Assignments by somebody who is not the Penilai, and the rows they become (p. 46)."""

PINTU = {
	"baris_penugasan": ("SUMBER_TERCATAT", "guard_baris", "move_penugasan", "require_utama"),
	"penugasan": (
		"CALON",
		"check_boleh_memberi",
		"choose_pemberi",
		"decide",
		"find_calon",
		"find_periode",
		"find_salah_nip",
		"get_baris",
		"may_decide",
		"may_give_umpan_balik",
		"may_menunjuk",
		"may_name",
		"may_withdraw",
		"place",
		"withdraw",
	),
}
