"""What the scheduler and the queue call: one line each."""

PINTU = {
	"harian": (
		"hand_back_after_plt",
		"pass_on_penetapan",
		"remove_unduhan",
		"resume_perpindahan",
		"send_pengingat",
	),
}
