"""What Frappe keeps about what was done with our documents, written by nobody but who did it, when he does it.

Decided in the record itself, whichever call makes it: our documents say what the application is about to write about
them (workflow/terjejak.py), and an entry that was not announced was made up.
"""

PINTU = {
	"akun": ("guard_nama_akun",),
	"komentar": ("guard_hapus_komentar", "guard_komentar", "guard_ubah_komentar"),
	"surat": ("guard_hapus_surat", "guard_surat", "guard_ubah_surat", "refuse_tautan"),
	"tanda": ("announce", "get_penulis"),
	"tugas": ("guard_tugas",),
	"versi": ("guard_ubah_versi", "guard_versi"),
}
