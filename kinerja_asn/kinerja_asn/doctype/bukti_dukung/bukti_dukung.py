from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class BuktiDukung(BarisDokumen):
	"""Evidence of a result: a private file of the same document, or a link."""
