"""Evaluating: the evaluation of a person, the result of his unit that it stands on, the document in which it is handed
over, and the objection to it."""

from kinerja_asn.constants.distribusi import StatusRapat
from kinerja_asn.constants.dokumen.bentuk import PARA_PIHAK, PEGAWAI_USER, Akses, Pihak
from kinerja_asn.constants.istilah import StatusKinerjaUnit, StatusPenilaianDiri, Tahap
from kinerja_asn.constants.peran import PEGAWAI, PENILAI
from kinerja_asn.constants.tahapan import SUDAH_DIAJUKAN, SUDAH_DISERAHKAN

_DISAMPAIKAN = {"status": (StatusPenilaianDiri.DISAMPAIKAN,)}
_PENILAIAN = {
	PENILAI: (
		"hasil.rating",
		"hasil.alasan",
		"rating_hasil_kerja",
		"alasan_rating_hasil",
		"rating_perilaku",
		"studi_tidak_selesai",
		"rujukan",
		"kekuatan",
		"area_perbaikan",
		"catatan",
		"rekomendasi",
		"alasan_sebaran",
		"ide_baru",
	)
}
_DIAJUKAN = {"tahap": SUDAH_DIAJUKAN}
_KEBERATAN = {
	Tahap.DRAF: {PEGAWAI: ("alasan", "bukti")},
	# The Penilai's role decides in it as the atasan: the step is that of ``penetap``.
	Tahap.DIAJUKAN: {
		PEGAWAI: ("keterangan_pegawai",),
		PENILAI: ("keputusan", "rating_hasil_baru", "rating_perilaku_baru", "pertimbangan", "rekomendasi"),
	},
}

PENILAIAN = {
	"Evaluasi Kinerja": Akses(
		# The rated person sees nothing of his own evaluation before it is handed over (Pasal 28).
		pihak=(Pihak(PEGAWAI_USER, bila={"tahap": SUDAH_DISERAHKAN}), *PARA_PIHAK[1:]),
		# The Penilai, or his atasan once the time is over (p. 90 no. 11).
		pembuat=("penetap_user",),
		penetap="penetap_user",
		dibuat_pengelola=True,
		tentang_lain=True,
		pelaku=("ditetapkan_oleh",),
		isian={Tahap.DRAF: _PENILAIAN, Tahap.DIKEMBALIKAN: _PENILAIAN},
		identitas=("skp", "jenis", "masa_ke"),
		tabel=("Evaluasi Hasil Kerja", "Evaluasi Perilaku"),
	),
	"Penyiapan Evaluasi": Akses(dikelola=True, tabel=("Pembukaan Periode Galat",)),
	# HR keeps the record and the recommendations; the result itself is the leader's above (p. 92-94; SE MenPANRB 3/2023).
	"Kinerja Unit": Akses(
		pihak=(
			Pihak("penetap_user"),
			Pihak("pimpinan_user", bila={"status": (StatusKinerjaUnit.DITETAPKAN,)}),
		),
		pembuat=("penetap_user",),
		penulis=(Pihak("penetap_user"),),
		pelaku=("ditetapkan_oleh",),
		dikelola=True,
	),
	# His own until he hands it in; from then on what he said, which nobody changes.
	"Penilaian Diri": Akses(
		pihak=(Pihak(PEGAWAI_USER), *(Pihak(pihak.kolom, bila=_DISAMPAIKAN) for pihak in PARA_PIHAK[1:])),
		pembuat=(PEGAWAI_USER,),
		bila=_DISAMPAIKAN,
		ditulis_pegawai=True,
		identitas=("skp", "jenis", "masa_ke"),
		tabel=("Penilaian Diri Hasil",),
	),
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
	# It comes to be when a result is handed over; nobody makes, changes or deletes one.
	"Dokumen Evaluasi Kinerja": Akses(
		pihak=PARA_PIHAK,
		tentang_lain=True,
		pelaku=("ditandatangani_oleh", "dilaporkan_oleh"),
	),
	# Between three people: nobody else learns that there is one, no role either.
	"Keberatan Kinerja": Akses(
		pihak=(
			Pihak(PEGAWAI_USER),
			Pihak("penilai_user", bila=_DIAJUKAN),
			Pihak("atasan_penilai_user", bila=_DIAJUKAN),
		),
		pembuat=(PEGAWAI_USER,),
		peran=(),
		penulis=(Pihak("penilai_user", bila={"tahap": (Tahap.DIAJUKAN,)}),),
		penetap="atasan_penilai_user",
		pelaku=("diajukan_oleh", "ditetapkan_oleh"),
		isian=_KEBERATAN,
		identitas=("dokumen",),
		tabel=("Keberatan Bukti",),
	),
	# Read by nobody: what it holds of objections would tell of them. Its check says what it finds.
	"Rantai Keputusan": Akses(peran=()),
}
