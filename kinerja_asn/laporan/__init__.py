"""The Script Reports, one module each; ``bagian`` has what they share.

Reports bypass Frappe's permission hooks: every module limits its rows to what the session user may read.
"""

PINTU = {
	"catatan": ("build_laporan",),
	"kelengkapan": ("build_laporan", "find_belum_lengkap"),
	"kepatuhan": ("build_laporan",),
	"keterlambatan": ("build_laporan",),
	"layanan": ("build_laporan",),
	"pejabat": ("build_laporan",),
	"penyelarasan": ("build_laporan",),
	"progres": ("build_laporan",),
	"surel": ("note_pembaca",),
	"unduhan": ("remove_unduhan", "request_unduhan"),
}
