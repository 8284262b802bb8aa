"""What an agency sets before its year begins, and masters that all agencies of a site share."""

from kinerja_asn.constants.dokumen.bentuk import Akses
from kinerja_asn.constants.peran import AUDITOR

PENGATURAN = {
	"Periode Kinerja": Akses(seinstansi=True, dikelola=True),
	"Penugasan Penilai": Akses(dikelola=True),
	# Who changed who decides about whom: the server's to write, for those alone who look over HR's shoulder.
	"Jejak Kewenangan": Akses(peran=(AUDITOR,)),
	"Kiriman Portal": Akses(peran=()),  # the server's own; nobody's to see
}

# Read by all our roles; changed by who answers for every agency (permissions/sekitar.py).
MASTER_BERSAMA = ("Skema Penilaian", "Pola Distribusi", "Nilai Perilaku", "Pengaturan Kinerja")
