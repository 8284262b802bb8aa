from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class SKPPerilaku(BarisDokumen):
	"""One of the seven values with what the leader expects in particular."""
