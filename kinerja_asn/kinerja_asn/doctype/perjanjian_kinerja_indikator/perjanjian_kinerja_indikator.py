from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class PerjanjianKinerjaIndikator(BarisDokumen):
	"""One indikator of a Perjanjian Kinerja with its sasaran and target."""
