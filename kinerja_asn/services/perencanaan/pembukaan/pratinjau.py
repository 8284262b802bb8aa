"""What an opening would do, counted before it begins: by the planning of the opening itself, and nothing is written."""

from collections import Counter

from frappe.utils import create_batch

from kinerja_asn.services.borongan.pelaksanaan import name_galat
from kinerja_asn.services.perencanaan.pembukaan.calon import count_dikecualikan, get_calon, get_tidak_ikut
from kinerja_asn.services.perencanaan.pembukaan.hitungan import count_sumber, describe_tidak_ikut
from kinerja_asn.services.perencanaan.pembukaan.konteks import read_konteks
from kinerja_asn.services.perencanaan.pembukaan.rancangan import plan_potongan

BANYAK = 500  # employees that are planned at a time
GALAT_TAMPIL = 20  # of those who need mending that are named; all are counted


def preview(pembukaan) -> dict:
	"""The counts under the names of the fields in which the run records them, and ``galat``: the first, in words."""
	konteks = read_konteks(pembukaan)
	calon = get_calon(konteks)
	sumber, galat, sudah_ada = Counter(), [], 0
	for potongan in create_batch(calon, BANYAK):
		rancangan = plan_potongan(konteks, potongan)
		sumber.update(draf.sumber for draf in rancangan.draf)
		galat += rancangan.galat
		sudah_ada += len(rancangan.sudah_ada)
	return {
		"jumlah_calon": len(calon),
		**count_sumber(sumber),
		"jumlah_sudah_ada": sudah_ada,
		"jumlah_dikecualikan": count_dikecualikan(konteks),
		"tidak_ikut": describe_tidak_ikut(get_tidak_ikut(konteks)),
		"jumlah_galat": len(galat),
		"galat": name_galat(galat[:GALAT_TAMPIL]),
	}
