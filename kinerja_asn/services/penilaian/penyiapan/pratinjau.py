"""What a preparation would do, counted before it begins; nothing is written."""

from kinerja_asn.services.borongan.pelaksanaan import name_galat
from kinerja_asn.services.penilaian.penyiapan.calon import describe_sebab, find_ada, find_halangan, get_calon
from kinerja_asn.services.penilaian.penyiapan.konteks import read_konteks

GALAT_TAMPIL = 20  # of those who need mending that are named; all are counted


def preview(penyiapan) -> dict:
	"""The counts under the names of the fields in which the run records them, and ``galat``: the first, in words."""
	konteks = read_konteks(penyiapan)
	calon, sebab = get_calon(konteks)
	ada = find_ada(konteks, calon)
	baru = [baris for baris in calon if baris.kunci not in ada]
	halangan = find_halangan(konteks, baru)
	galat = [(baris.pegawai, halangan[baris.kunci]) for baris in baru if baris.kunci in halangan]
	return {
		"jumlah_calon": len(calon),
		"jumlah_dibuat": len(baru) - len(galat),
		"jumlah_sudah_ada": len(calon) - len(baru),
		"jumlah_galat": len(galat),
		"tidak_ikut": describe_sebab(sebab),
		"galat": name_galat(galat[:GALAT_TAMPIL]),
	}
