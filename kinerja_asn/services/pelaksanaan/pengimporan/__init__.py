"""Figures that another system knows, brought by HR into drafts: read set-wise, refused by row, written in a few statements."""

PINTU = {
	"baris": ("BarisImpor", "HasilBaris", "is_dari_impor", "keep_sumber"),
	"giliran": ("DOCTYPE", "KOSONG", "begin", "finish", "record", "stop", "take_giliran"),
	"kemajuan": ("Kemajuan",),
	"pelaksanaan": ("import_semua", "open_impor"),
}
