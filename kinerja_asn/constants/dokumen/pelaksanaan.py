"""Carrying out: what was achieved, and what others say about it."""

from kinerja_asn.constants.dokumen.bentuk import PARA_PIHAK, PEGAWAI_USER, Akses
from kinerja_asn.constants.dokumen.catatan import CATATAN
from kinerja_asn.constants.dokumen.pengimporan import PENGIMPORAN
from kinerja_asn.constants.dokumen.umpan_balik import UMPAN_BALIK
from kinerja_asn.constants.istilah import StatusRencanaAksi, Tahap
from kinerja_asn.constants.peran import PEGAWAI, PENILAI

_REALISASI = {
	PEGAWAI: (
		"baris.dilaporkan",
		"baris.realisasi",
		"baris.realisasi_naratif",
		"baris.keterangan",
		"bukti",
		"kendala",
		"tindak_lanjut",
	)
}

PELAKSANAAN = {
	"Rencana Aksi": Akses(
		pihak=PARA_PIHAK,
		# The Penilai makes an empty one by asking for it.
		pembuat=(PEGAWAI_USER, "penilai_user"),
		pelaku=("diminta_oleh", "diajukan_oleh", "disepakati_oleh"),
		ditulis_pegawai=True,
		penentu={"penilai_user": None, "status": (StatusRencanaAksi.MENUNGGU,)},
		identitas=("skp",),
		tabel=("Rencana Aksi Langkah",),
	),
	"Realisasi Kinerja": Akses(
		pihak=PARA_PIHAK,
		pembuat=(PEGAWAI_USER,),
		pelaku=("diajukan_oleh", "ditetapkan_oleh", "susulan_oleh"),
		isian={
			Tahap.DRAF: _REALISASI,
			Tahap.DIKEMBALIKAN: _REALISASI,
			Tahap.DIAJUKAN: {PENILAI: ("baris.catatan_penilai",)},
		},
		identitas=("skp", "masa_ke"),
		tabel=("Realisasi Indikator", "Bukti Dukung"),
	),
	**CATATAN,
	**UMPAN_BALIK,
	**PENGIMPORAN,
}
