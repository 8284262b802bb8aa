from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class PembukaanPeriodeGalat(BarisDokumen):
	"""An employee for whom no draft could be made, and what to mend."""
