"""Monitoring (Pasal 16-17): what is kept so that the whole agency can be asked, and what is done where somebody is behind."""

from kinerja_asn.constants.dokumen.bentuk import PARA_PIHAK, PEGAWAI_USER, Akses

PEMANTAUAN = {
	# Derived, without parties of its own: it is read within the SKP's clauses, which so cannot disagree with it.
	"Capaian Indikator": Akses(peran=()),
	"Tindakan Perbaikan": Akses(
		pihak=PARA_PIHAK,
		pembuat=(PEGAWAI_USER,),
		ditulis_pegawai=True,
		identitas=("skp", "indikator", "masa_ke"),
	),
}
