"""Figures that another system knows, brought by HR into drafts: read set-wise, refused by row, written in a few statements."""

PINTU = {
	"baris": ("BarisImpor", "HasilBaris", "is_dari_impor", "keep_sumber"),
	"giliran": ("DOCTYPE", "finish", "record", "stop", "take_giliran"),
	"pelaksanaan": ("import_semua", "open_impor"),
}
