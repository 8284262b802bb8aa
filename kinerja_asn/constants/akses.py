"""Who has a part in which DocType, as data for permissions/ and hooks.py (docs/permissions.md has the table)."""

from kinerja_asn.constants.istilah import StatusPenugasan

PIHAK = ("pegawai_user", "penilai_user", "atasan_penilai_user")

# DocTypes of one employee -> the columns whose user may read a row.
TRANSAKSI = {
	"SKP": PIHAK,
	"Perubahan SKP": PIHAK,
	"Versi SKP": PIHAK,
	"Catatan SKP": PIHAK,
	"Tanpa Peran": PIHAK,
	"Penugasan Kinerja": (*PIHAK, "pemberi_user"),
	"Realisasi Kinerja": PIHAK,
	"Umpan Balik Kinerja": (*PIHAK, "pemberi_user"),
	"Evaluasi Kinerja": PIHAK,
}
# ... and those whose user may make one. The server alone makes what is not named here.
PENCIPTA = {
	# A leader divides roles in his matrix before his people have begun (p. 46 no. 1).
	"SKP": ("pegawai_user", "penilai_user"),
	"Perubahan SKP": ("pegawai_user", "penilai_user"),
	"Catatan SKP": PIHAK,
	"Penugasan Kinerja": ("pegawai_user", "pemberi_user"),
	"Realisasi Kinerja": ("pegawai_user",),
	"Umpan Balik Kinerja": ("penilai_user", "atasan_penilai_user", "pemberi_penugasan_user"),
	"Evaluasi Kinerja": ("penilai_user",),
}
DIBUAT_PENGELOLA = ("SKP", "Evaluasi Kinerja")

# DocTypes without stages that wait for somebody's decision -> what he may write to: his column, while it waits.
PENENTU = {
	"Penugasan Kinerja": {"penilai_user": None, "status": (StatusPenugasan.MENUNGGU,)},
}

# Whose user takes the Penilai's steps: on a plan the atasan Penilai, once it has passed to him (p. 65 no. 5).
KOLOM_PENETAP = {"SKP": "penetap_user", "Perubahan SKP": "penetap_user"}

# Records of an agency that only those who run the system see.
PENGATURAN = (
	"Kinerja Unit",
	"Penugasan Penilai",
	"Templat SKP",
	"Pembukaan Periode",
	"Perpindahan Kinerja",
)

# Those of them that are no unit's: a Pengelola Kinerja Unit reads them all.
TANPA_UNIT = ("Templat SKP",)

# Records of an agency that everybody in it reads and its Pengelola writes.
SEINSTANSI = ("Periode Kinerja", "Perjanjian Kinerja")

# Libraries with entries of one agency and entries (``bersama``) for all of a site.
PUSTAKA = ("Indikator Kinerja",)

# Masters that all agencies of a site share.
BERSAMA = ("Skema Penilaian", "Nilai Perilaku")

# DocTypes with row access, and their child tables (with the DocTypes that hold them), which Frappe would list to
# every reader of the parent DocType.
TERJAGA = (*TRANSAKSI, *PENGATURAN, *SEINSTANSI, *PUSTAKA)
_RENCANA = ("SKP", "Perubahan SKP", "Templat SKP")
TABEL_ANAK = {
	"SKP Hasil Kerja": _RENCANA,
	"SKP Indikator": _RENCANA,
	"SKP Lampiran": _RENCANA,
	"SKP Perilaku": ("SKP",),
	"Perjanjian Kinerja Indikator": ("Perjanjian Kinerja",),
	"Pembukaan Periode Galat": ("Pembukaan Periode",),
	"Perpindahan Dokumen": ("Perpindahan Kinerja",),
	"Realisasi Indikator": ("Realisasi Kinerja",),
	"Bukti Dukung": ("Realisasi Kinerja",),
	"Evaluasi Hasil Kerja": ("Evaluasi Kinerja",),
	"Evaluasi Perilaku": ("Evaluasi Kinerja",),
}
