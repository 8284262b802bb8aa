"""Evaluating: the evaluation of a person, and the result of his unit that it stands on."""

from kinerja_asn.constants.distribusi import StatusRapat
from kinerja_asn.constants.dokumen.bentuk import PARA_PIHAK, PEGAWAI_USER, Akses, Pihak
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PENILAI
from kinerja_asn.constants.tahapan import SUDAH_DISERAHKAN

_PENILAIAN = {
	PENILAI: (
		"hasil.rating",
		"hasil.alasan",
		"rating_hasil_kerja",
		"alasan_rating_hasil",
		"rating_perilaku",
		"catatan",
		"alasan_sebaran",
		"ide_baru",
	)
}

PENILAIAN = {
	"Evaluasi Kinerja": Akses(
		# The rated person sees nothing of his own evaluation before it is handed over (Pasal 28).
		pihak=(Pihak(PEGAWAI_USER, bila={"tahap": SUDAH_DISERAHKAN}), *PARA_PIHAK[1:]),
		pembuat=("penilai_user",),
		dibuat_pengelola=True,
		tentang_lain=True,
		pelaku=("ditetapkan_oleh",),
		isian={Tahap.DRAF: _PENILAIAN, Tahap.DIKEMBALIKAN: _PENILAIAN},
		identitas=("skp", "jenis", "masa_ke"),
		tabel=("Evaluasi Hasil Kerja", "Evaluasi Perilaku"),
	),
	"Kinerja Unit": Akses(dikelola=True),
	# Notes compare people with each other: the rated person has no part in those on him, but his account follows him.
	"Catatan Penyelarasan": Akses(
		pihak=(Pihak(PEGAWAI_USER, bila={"name": ()}), *PARA_PIHAK[1:]),
		tentang_lain=True,
	),
	"Rapat Penyelarasan Kinerja": Akses(
		pihak=(Pihak("pimpinan_user"),),
		tanpa_pegawai=True,
		pembuat=("pimpinan_user",),
		penulis=(Pihak("pimpinan_user", bila={"status": tuple(StatusRapat)}),),
		identitas=("periode", "jenis", "masa_ke"),
		tabel=("Peserta Rapat Penyelarasan",),
	),
}
