"""What the scheduler and the queue call: one line each."""

PINTU = {
	"harian": (
		"check_tautan",
		"hand_back_after_plt",
		"mend_data_pegawai",
		"pass_on_penetapan",
		"remove_unduhan",
		"resume_perpindahan",
		"send_pengingat",
		"sweep_kiriman",
		"tell_sering_terlambat",
	),
}
