"""What citizens say about a service: kept by those who run the system, written by nobody who has an account."""

from kinerja_asn.constants.dokumen.bentuk import Akses

MASYARAKAT = {
	# Its unit and whoever leads that unit reads in the portal how it fares.
	"Layanan Publik": Akses(
		dikelola=True,
		dikelola_unit=True,
		seunit=True,
		tabel=("Layanan Publik Bahasa", "Tindakan Perbaikan Layanan"),
	),
	# The server's own to write (services/pelaksanaan/masyarakat/jawaban.py); nobody changes or deletes one.
	"Umpan Balik Masyarakat": Akses(pelaku=("diperiksa_oleh",)),
}
