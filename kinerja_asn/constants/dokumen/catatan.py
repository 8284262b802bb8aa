"""Progress noted day by day: written by the employee alone, approved in services/pelaksanaan/catatan alone."""

from kinerja_asn.constants.dokumen.bentuk import PARA_PIHAK, PEGAWAI_USER, Akses

CATATAN = {
	"Catatan Harian": Akses(
		pihak=PARA_PIHAK,
		pembuat=(PEGAWAI_USER,),
		pelaku=("diajukan_oleh", "disetujui_oleh"),
		ditulis_pegawai=True,
		identitas=("skp", "tanggal"),
		tabel=("Baris Catatan Harian",),
	),
}
