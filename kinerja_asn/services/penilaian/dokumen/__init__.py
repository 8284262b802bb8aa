"""The Dokumen Evaluasi Kinerja (Pasal 28; p. 114-119): issued, frozen, handed over, returned, reported, verified."""

PINTU = {
	"final": ("describe_final",),
	"isi": ("read_isi",),
	"langkah": ("decline", "get_pelapor", "may_report", "receive", "receive_evaluasi", "report", "sign"),
	"penerbitan": ("DOCTYPE", "check_penomoran", "issue", "issue_perubahan"),
	"pengesahan": ("ALAMAT", "Keaslian", "SIDIK_TERCETAK", "get_alamat_pengesahan", "verify"),
	"pengingat": ("get_tenggat_serah", "send_pengingat"),
	"penyedia": ("exchange",),
}
