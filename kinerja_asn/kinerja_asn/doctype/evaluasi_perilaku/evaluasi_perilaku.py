from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class EvaluasiPerilaku(BarisDokumen):
	"""One value with the feedback received on it."""
