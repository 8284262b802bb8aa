"""Pembinaan (p. 78-88): who guides and is guided, who hears what the employee says of it, and counselling, of which
nobody knows but the counsellor, the employee and those whom the regulation names."""

from kinerja_asn.constants.dokumen.bentuk import PARA_PIHAK, PEGAWAI_USER, Akses, Pihak
from kinerja_asn.constants.pembinaan import (
	PEMBINAAN_TERBUKA,
	KedudukanKonselor,
	StatusAmbilAlih,
	StatusKonseling,
	StatusLaporanMasalah,
	StatusPembinaan,
)

_SELESAI = {"status": (StatusKonseling.SELESAI,)}
_DIJADWALKAN = {"status": (StatusKonseling.DIJADWALKAN,)}
# To whom the record of a counselling goes, by who counselled (p. 87-88 huruf d).
_INDEPENDEN = {"kedudukan": (KedudukanKonselor.INDEPENDEN,), **_SELESAI}
_OLEH_PENILAI = {"kedudukan": (KedudukanKonselor.PENILAI,), **_SELESAI}
_OLEH_FUNGSI = {"kedudukan": (KedudukanKonselor.FUNGSI,), **_SELESAI}
_PENERIMA_REKAMAN = (
	Pihak("pejabat_user", bila=_INDEPENDEN),
	Pihak("atasan_penilai_user", bila=_OLEH_PENILAI),
	Pihak("atasan_penilai_user", bila=_OLEH_FUNGSI),
	Pihak("penilai_user", bila=_OLEH_FUNGSI),
)

PEMBINAAN = {
	"Pembinaan Kinerja": Akses(
		pihak=(*PARA_PIHAK, Pihak("pembina_user")),
		pembuat=("penilai_user",),
		pelaku=("ditandatangani_pembina_oleh", "ditandatangani_pegawai_oleh"),
		ditulis_pegawai=True,
		penulis=(
			Pihak("pembina_user", bila={"status": PEMBINAAN_TERBUKA}),
			Pihak("penilai_user", bila={"status": PEMBINAAN_TERBUKA}),
			Pihak("atasan_penilai_user", bila={"status": (StatusPembinaan.SELESAI,)}),
		),
		identitas=("skp", "jenis", "pembina"),
		tabel=("Pembinaan Indikator", "Pembinaan Keahlian", "Jurnal Mentoring"),
	),
	# Handed to the superior of the leader whom it is about, who does not read it (p. 83 huruf g).
	"Tanggapan Pembinaan": Akses(
		pihak=(Pihak(PEGAWAI_USER), Pihak("atasan_penilai_user")),
		pembuat=(PEGAWAI_USER,),
		peran=(),
		rahasia=True,
		identitas=("pembinaan",),
		tabel=("Tanggapan Pembinaan Butir",),
	),
	# To the official who heads the unit for personnel; told to the employee first (p. 86 huruf c-d).
	"Laporan Masalah Perilaku": Akses(
		pihak=(
			Pihak(PEGAWAI_USER),
			Pihak("penilai_user"),
			Pihak("pejabat_user"),
			Pihak("konselor_user", bila={"status": (StatusLaporanMasalah.KONSELING,)}),
		),
		pembuat=("penilai_user",),
		peran=(),
		penentu={"pejabat_user": None, "status": (StatusLaporanMasalah.DILAPORKAN,)},
		rahasia=True,
		identitas=("skp",),
		tabel=("Laporan Masalah Bukti",),
	),
	"Konseling Kinerja": Akses(
		pihak=(
			Pihak(PEGAWAI_USER),
			Pihak("konselor_user"),
			Pihak("pejabat_user", bila=_DIJADWALKAN),
			*_PENERIMA_REKAMAN,
		),
		pembuat=("pejabat_user",),
		peran=(),
		penulis=(
			Pihak("konselor_user", bila=_DIJADWALKAN),
			Pihak("pejabat_user", bila=_DIJADWALKAN),
			# Who decides what is to follow (p. 88 huruf e).
			*(pihak for pihak in _PENERIMA_REKAMAN if pihak.kolom != "penilai_user"),
		),
		rahasia=True,
		identitas=("laporan",),
	),
	"Ambil Alih Hasil Kerja": Akses(
		pihak=PARA_PIHAK,
		pembuat=("penilai_user",),
		pelaku=("oleh", "dicabut_oleh"),
		penulis=(Pihak("penilai_user", bila={"status": (StatusAmbilAlih.BERLAKU,)}),),
		identitas=("skp", "hasil_kerja"),
	),
}
