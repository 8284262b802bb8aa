"""The Script Reports, one module each; ``bagian`` has what they share.

Reports bypass Frappe's permission hooks: every module limits its rows to what the session user may read.
"""

PINTU = {
	"kepatuhan": ("build_laporan",),
	"penyelarasan": ("build_laporan",),
	"progres": ("build_laporan",),
	"unduhan": ("remove_unduhan", "request_unduhan"),
}
