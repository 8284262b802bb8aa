"""What the scheduler and the queue call: one line each."""

PINTU = {
	"harian": (
		"check_capaian",
		"check_rantai",
		"check_tautan",
		"close_umpan_balik",
		"examine_keberatan",
		"exchange_tanda_tangan",
		"hand_back_after_plt",
		"mend_data_pegawai",
		"pass_on_evaluasi",
		"pass_on_penetapan",
		"remind_catatan",
		"remind_dokumen",
		"remind_moderasi",
		"remind_tindakan",
		"remind_umpan_balik",
		"remind_umpan_balik_berkala",
		"remove_unduhan",
		"resume_perpindahan",
		"send_pengingat",
		"sweep_kiriman",
		"tell_sering_terlambat",
	),
}
