from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class SKPLampiran(BarisDokumen):
	"""One line of the Lampiran SKP: support, accountability or consequence (form A.1.8, p. 61)."""
