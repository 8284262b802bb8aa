"""The official forms as text for the print formats, and the mark by which paper can be checked."""

PINTU = {
	"dokumen": ("get_cetak_dokumen",),
	"evaluasi": ("get_cetak_evaluasi",),
	"kinerja_unit": ("get_cetak_kinerja_unit",),
	"matriks": ("get_cetak_matriks",),
	"pembinaan": ("get_cetak_bimbingan", "get_cetak_laporan", "get_cetak_tanggapan"),
	"poster": ("get_cetak_poster",),
	"rencana_aksi": ("get_cetak_pendokumentasian", "get_cetak_rencana_aksi"),
	"skp": ("get_cetak_lampiran", "get_cetak_manual", "get_cetak_skp"),
	"umpan_balik": ("get_cetak_umpan_balik",),
}
