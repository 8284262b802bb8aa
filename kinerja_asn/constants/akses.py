"""Who has a part in which DocType, as data for permissions/ and hooks.py (docs/permissions.md has the table)."""

from kinerja_asn.constants.istilah import Tahap

PIHAK = ("pegawai_user", "penilai_user", "atasan_penilai_user")

# DocTypes of one employee -> the columns whose user may read a row.
TRANSAKSI = {
	"SKP": PIHAK,
	"Realisasi Kinerja": PIHAK,
	"Umpan Balik Kinerja": (*PIHAK, "pemberi_user"),
	"Evaluasi Kinerja": PIHAK,
}
# ... and those whose user may make one.
PENCIPTA = {
	"SKP": ("pegawai_user",),
	"Realisasi Kinerja": ("pegawai_user",),
	"Umpan Balik Kinerja": ("penilai_user", "atasan_penilai_user"),
	"Evaluasi Kinerja": ("penilai_user",),
}
DIBUAT_PENGELOLA = ("SKP", "Evaluasi Kinerja")

# Records of an agency that only those who run the system see.
PENGATURAN = ("Kinerja Unit", "Penugasan Penilai")

# Masters that all agencies of a site share.
BERSAMA = ("Skema Penilaian", "Nilai Perilaku")

# The rated person sees nothing of his own evaluation before it is handed over (Pasal 28).
SUDAH_DISERAHKAN = (Tahap.DISERAHKAN, Tahap.DITUTUP)

# DocTypes with row access, and their child tables, which Frappe would list to every reader of the parent DocType.
TERJAGA = (*TRANSAKSI, *PENGATURAN, "Periode Kinerja")
TABEL_ANAK = {
	"SKP Hasil Kerja": "SKP",
	"SKP Indikator": "SKP",
	"SKP Perilaku": "SKP",
	"Realisasi Indikator": "Realisasi Kinerja",
	"Bukti Dukung": "Realisasi Kinerja",
	"Evaluasi Hasil Kerja": "Evaluasi Kinerja",
	"Evaluasi Perilaku": "Evaluasi Kinerja",
}
