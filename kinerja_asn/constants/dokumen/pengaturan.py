"""What an agency sets before its year begins, and masters that all agencies of a site share."""

from kinerja_asn.constants.dokumen.bentuk import Akses

PENGATURAN = {
	"Periode Kinerja": Akses(seinstansi=True, dikelola=True),
	"Penugasan Penilai": Akses(dikelola=True),
	"Kiriman Portal": Akses(peran=()),  # the server's own; nobody's to see
}

# Read by all our roles; changed by who answers for every agency (permissions/sekitar.py).
MASTER_BERSAMA = ("Skema Penilaian", "Nilai Perilaku", "Pengaturan Kinerja")
