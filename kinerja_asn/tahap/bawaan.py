"""The approval workflows the app ships. Created once; from then on they belong to HR (docs/alur-kerja.md)."""

from dataclasses import dataclass

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PEGAWAI, PENGELOLA, PENILAI


@dataclass(frozen=True)
class Status:
	nama: str
	tahap: Tahap
	pengubah: str


@dataclass(frozen=True)
class Langkah:
	dari: str
	tindakan: str
	ke: str
	peran: str


@dataclass(frozen=True)
class Alur:
	nama: str
	doctype: str
	status: tuple[Status, ...]
	langkah: tuple[Langkah, ...]


ALUR_SKP = Alur(
	"Penetapan SKP",
	"SKP",
	(
		Status("Draf", Tahap.DRAF, PEGAWAI),
		Status("Diajukan", Tahap.DIAJUKAN, PENILAI),
		Status("Dikembalikan", Tahap.DIKEMBALIKAN, PEGAWAI),
		Status("Ditetapkan", Tahap.DITETAPKAN, PENILAI),
		Status("Ditutup", Tahap.DITUTUP, PENGELOLA),
	),
	(
		Langkah("Draf", "Ajukan", "Diajukan", PEGAWAI),
		Langkah("Dikembalikan", "Ajukan", "Diajukan", PEGAWAI),
		Langkah("Diajukan", "Tarik Kembali", "Draf", PEGAWAI),
		Langkah("Diajukan", "Kembalikan", "Dikembalikan", PENILAI),
		Langkah("Diajukan", "Tetapkan", "Ditetapkan", PENILAI),
		Langkah("Ditetapkan", "Tutup", "Ditutup", PENGELOLA),
	),
)

ALUR_PERUBAHAN = Alur(
	"Perubahan SKP",
	"Perubahan SKP",
	(
		Status("Draf", Tahap.DRAF, PEGAWAI),
		Status("Diajukan", Tahap.DIAJUKAN, PENILAI),
		Status("Dikembalikan", Tahap.DIKEMBALIKAN, PEGAWAI),
		Status("Ditetapkan", Tahap.DITETAPKAN, PENILAI),
		Status("Dibatalkan", Tahap.DITUTUP, PENGELOLA),
	),
	(
		Langkah("Draf", "Ajukan", "Diajukan", PEGAWAI),
		Langkah("Dikembalikan", "Ajukan", "Diajukan", PEGAWAI),
		Langkah("Diajukan", "Tarik Kembali", "Draf", PEGAWAI),
		Langkah("Diajukan", "Kembalikan", "Dikembalikan", PENILAI),
		Langkah("Diajukan", "Tetapkan", "Ditetapkan", PENILAI),
		Langkah("Draf", "Batalkan", "Dibatalkan", PEGAWAI),
		Langkah("Dikembalikan", "Batalkan", "Dibatalkan", PEGAWAI),
		Langkah("Draf", "Batalkan", "Dibatalkan", PENILAI),
	),
)

ALUR_REALISASI = Alur(
	"Verifikasi Realisasi Kinerja",
	"Realisasi Kinerja",
	(
		Status("Draf", Tahap.DRAF, PEGAWAI),
		Status("Diajukan", Tahap.DIAJUKAN, PENILAI),
		Status("Dikembalikan", Tahap.DIKEMBALIKAN, PEGAWAI),
		Status("Diverifikasi", Tahap.DITETAPKAN, PENILAI),
	),
	(
		Langkah("Draf", "Ajukan", "Diajukan", PEGAWAI),
		Langkah("Dikembalikan", "Ajukan", "Diajukan", PEGAWAI),
		Langkah("Diajukan", "Tarik Kembali", "Draf", PEGAWAI),
		Langkah("Diajukan", "Kembalikan", "Dikembalikan", PENILAI),
		Langkah("Diajukan", "Verifikasi", "Diverifikasi", PENILAI),
	),
)

ALUR_EVALUASI = Alur(
	"Evaluasi Kinerja",
	"Evaluasi Kinerja",
	(
		Status("Draf", Tahap.DRAF, PENILAI),
		Status("Ditetapkan", Tahap.DITETAPKAN, PENILAI),
		Status("Diserahkan", Tahap.DISERAHKAN, PEGAWAI),
		Status("Diterima Pegawai", Tahap.DITUTUP, PENGELOLA),
	),
	(
		Langkah("Draf", "Tetapkan", "Ditetapkan", PENILAI),
		Langkah("Ditetapkan", "Perbaiki", "Draf", PENILAI),
		Langkah("Ditetapkan", "Serahkan", "Diserahkan", PENILAI),
		Langkah("Diserahkan", "Terima", "Diterima Pegawai", PEGAWAI),
	),
)

# Decided by the superior of the Penilai, who holds the Penilai's role (permissions/pelaku.py).
ALUR_KEBERATAN = Alur(
	"Keberatan Kinerja",
	"Keberatan Kinerja",
	(
		Status("Draf", Tahap.DRAF, PEGAWAI),
		Status("Diajukan", Tahap.DIAJUKAN, PENILAI),
		Status("Diputuskan", Tahap.DITETAPKAN, PENILAI),
		Status("Dicabut", Tahap.DITUTUP, PEGAWAI),
	),
	(
		Langkah("Draf", "Ajukan", "Diajukan", PEGAWAI),
		Langkah("Diajukan", "Putuskan", "Diputuskan", PENILAI),
		Langkah("Diajukan", "Cabut", "Dicabut", PEGAWAI),
	),
)

ALUR_BAWAAN = (ALUR_SKP, ALUR_PERUBAHAN, ALUR_REALISASI, ALUR_EVALUASI, ALUR_KEBERATAN)

# Stages that must be reachable for a document of this DocType to run through its year, whatever HR changes.
TAHAP_WAJIB = {
	"SKP": (Tahap.DRAF, Tahap.DIAJUKAN, Tahap.DITETAPKAN),
	"Perubahan SKP": (Tahap.DRAF, Tahap.DIAJUKAN, Tahap.DITETAPKAN, Tahap.DITUTUP),
	"Realisasi Kinerja": (Tahap.DRAF, Tahap.DIAJUKAN, Tahap.DITETAPKAN),
	"Evaluasi Kinerja": (Tahap.DRAF, Tahap.DITETAPKAN, Tahap.DISERAHKAN),
	"Keberatan Kinerja": (Tahap.DRAF, Tahap.DIAJUKAN, Tahap.DITETAPKAN),
}

# Look of the shipped states in lists; the word itself always stands beside the colour.
GAYA_STATUS = {
	"Draf": "",
	"Diajukan": "Primary",
	"Dikembalikan": "Warning",
	"Ditetapkan": "Success",
	"Diverifikasi": "Success",
	"Diserahkan": "Info",
	"Diterima Pegawai": "Success",
	"Ditutup": "Inverse",
	"Dibatalkan": "Inverse",
	"Diputuskan": "Success",
	"Dicabut": "Inverse",
}

NAMA_STATUS = tuple(GAYA_STATUS)
NAMA_TINDAKAN = tuple(dict.fromkeys(langkah.tindakan for alur in ALUR_BAWAAN for langkah in alur.langkah))
