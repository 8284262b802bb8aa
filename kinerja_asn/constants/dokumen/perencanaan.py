"""Planning: the plan, its changes, versions and dialogue, what it is made from, and how a period is opened."""

from kinerja_asn.constants.dokumen.bentuk import PARA_PIHAK, PEGAWAI_USER, Akses, Pihak
from kinerja_asn.constants.istilah import StatusPenugasan, Tahap
from kinerja_asn.constants.peran import PEGAWAI, PENGELOLA, PENILAI

_RENCANA = ("hasil_kerja", "indikator", "lampiran")
_TABEL_RENCANA = ("SKP Hasil Kerja", "SKP Indikator", "SKP Lampiran")
_SKP = ("pendekatan", *_RENCANA)
_EKSPEKTASI = ("perilaku.ekspektasi_khusus",)
_SKP_DISUSUN = {PEGAWAI: _SKP, PENGELOLA: _SKP, PENILAI: _EKSPEKTASI}
# What is agreed on may be used less than fully (p. 60 huruf b angka 2).
_TEREALISASI = ("lampiran.terealisasi",)
_PELAKU = ("diajukan_oleh", "ditetapkan_oleh")
_PERUBAHAN = ("alasan", "uraian_alasan", "berlaku_mulai", *_RENCANA)
_PERUBAHAN_DISUSUN = {PEGAWAI: _PERUBAHAN, PENILAI: _PERUBAHAN}

PERENCANAAN = {
	"SKP": Akses(
		pihak=PARA_PIHAK,
		# A leader divides roles in his matrix before his people have begun (p. 46 no. 1).
		pembuat=(PEGAWAI_USER, "penilai_user"),
		dibuat_pengelola=True,
		# The atasan Penilai, once it has passed to him (p. 65 no. 5).
		penetap="penetap_user",
		pelaku=_PELAKU,
		isian={
			Tahap.DRAF: _SKP_DISUSUN,
			Tahap.DIKEMBALIKAN: _SKP_DISUSUN,
			# The Penilai decides what is utama and may state special expectations (p. 49-50, 53).
			Tahap.DIAJUKAN: {PENILAI: ("hasil_kerja.jenis", *_EKSPEKTASI)},
			# Ekspektasi khusus may be added all year (p. 53 no. 3).
			Tahap.DITETAPKAN: {PEGAWAI: _TEREALISASI, PENILAI: (*_EKSPEKTASI, *_TEREALISASI)},
		},
		identitas=("periode", "pegawai", "urutan"),
		tabel=(*_TABEL_RENCANA, "SKP Perilaku"),
	),
	"Perubahan SKP": Akses(
		pihak=PARA_PIHAK,
		pembuat=(PEGAWAI_USER, "penilai_user"),
		penetap="penetap_user",
		pelaku=_PELAKU,
		isian={
			Tahap.DRAF: _PERUBAHAN_DISUSUN,
			Tahap.DIKEMBALIKAN: _PERUBAHAN_DISUSUN,
			Tahap.DIAJUKAN: {PENILAI: ("hasil_kerja.jenis",)},
		},
		identitas=("skp", "nomor"),
		tabel=_TABEL_RENCANA,
	),
	"Versi SKP": Akses(pihak=PARA_PIHAK, pelaku=("ditetapkan_oleh",)),
	"Catatan SKP": Akses(
		pihak=PARA_PIHAK, pembuat=tuple(pihak.kolom for pihak in PARA_PIHAK), pelaku=("oleh",)
	),
	"Tanpa Peran": Akses(pihak=PARA_PIHAK),
	"Penugasan Kinerja": Akses(
		pihak=(*PARA_PIHAK, Pihak("pemberi_user")),
		pembuat=(PEGAWAI_USER, "pemberi_user"),
		pelaku=("diputuskan_oleh",),
		penentu={"penilai_user": None, "status": (StatusPenugasan.MENUNGGU,)},
	),
	"Perjanjian Kinerja": Akses(seinstansi=True, dikelola=True, tabel=("Perjanjian Kinerja Indikator",)),
	"Indikator Kinerja": Akses(seinstansi=True, bersama=True, dikelola=True),
	"Templat SKP": Akses(tanpa_unit=True, dikelola=True, tabel=_TABEL_RENCANA),
	"Pembukaan Periode": Akses(dikelola=True, tabel=("Pembukaan Periode Galat",)),
	"Perpindahan Kinerja": Akses(dikelola=True, tabel=("Perpindahan Dokumen", "Perpindahan Pegawai")),
}
