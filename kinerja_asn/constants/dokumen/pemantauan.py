"""Monitoring (Pasal 16-17): what is kept so that the whole agency can be asked."""

from kinerja_asn.constants.dokumen.bentuk import Akses

PEMANTAUAN = {
	# Derived, without parties of its own: it is read within the SKP's clauses, which so cannot disagree with it.
	"Capaian Indikator": Akses(peran=()),
}
