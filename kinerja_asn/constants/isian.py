"""Which fields a party may fill in, per DocType and stage. Everything not named here is the server's.

``"tabel"`` opens a whole child table, ``"tabel.field"`` one column of its existing rows.
"""

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PEGAWAI, PENGELOLA, PENILAI

_RENCANA = ("hasil_kerja", "indikator", "lampiran")
_SKP = ("pendekatan", *_RENCANA)
_EKSPEKTASI = ("perilaku.ekspektasi_khusus",)
_SKP_DISUSUN = {PEGAWAI: _SKP, PENGELOLA: _SKP, PENILAI: _EKSPEKTASI}
# What is agreed on may be used less than fully (p. 60 huruf b angka 2).
_TEREALISASI = ("lampiran.terealisasi",)

_PERUBAHAN = ("alasan", "uraian_alasan", "berlaku_mulai", *_RENCANA)
_PERUBAHAN_DISUSUN = {PEGAWAI: _PERUBAHAN, PENILAI: _PERUBAHAN}

_REALISASI = (
	"baris.dilaporkan",
	"baris.realisasi",
	"baris.realisasi_naratif",
	"baris.keterangan",
	"bukti",
	"kendala",
	"tindak_lanjut",
)

_PENILAIAN = (
	"hasil.rating",
	"hasil.alasan",
	"rating_hasil_kerja",
	"alasan_rating_hasil",
	"rating_perilaku",
	"catatan",
)

ISIAN = {
	"SKP": {
		Tahap.DRAF: _SKP_DISUSUN,
		Tahap.DIKEMBALIKAN: _SKP_DISUSUN,
		# The Penilai decides what is utama and may state special expectations (p. 49-50, 53).
		Tahap.DIAJUKAN: {PENILAI: ("hasil_kerja.jenis", *_EKSPEKTASI)},
		# Ekspektasi khusus may be added all year (p. 53 no. 3).
		Tahap.DITETAPKAN: {PEGAWAI: _TEREALISASI, PENILAI: (*_EKSPEKTASI, *_TEREALISASI)},
	},
	"Perubahan SKP": {
		Tahap.DRAF: _PERUBAHAN_DISUSUN,
		Tahap.DIKEMBALIKAN: _PERUBAHAN_DISUSUN,
		Tahap.DIAJUKAN: {PENILAI: ("hasil_kerja.jenis",)},
	},
	"Realisasi Kinerja": {
		Tahap.DRAF: {PEGAWAI: _REALISASI},
		Tahap.DIKEMBALIKAN: {PEGAWAI: _REALISASI},
	},
	"Evaluasi Kinerja": {
		Tahap.DRAF: {PENILAI: _PENILAIAN},
		Tahap.DIKEMBALIKAN: {PENILAI: _PENILAIAN},
	},
}

# What identifies a document: given when it is made (``urutan`` and ``nomor`` by the server), never changed afterwards.
IDENTITAS = {
	"SKP": ("periode", "pegawai", "urutan"),
	"Perubahan SKP": ("skp", "nomor"),
	"Realisasi Kinerja": ("skp", "masa_ke"),
	"Evaluasi Kinerja": ("skp", "jenis", "masa_ke"),
	"Umpan Balik Kinerja": ("skp", "tanggal", "sasaran", "hasil_kerja_ke", "nilai", "sifat", "isi"),
}

BERTAHAP = tuple(ISIAN)
