from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class SKPIndikator(BarisDokumen):
	"""How one hasil kerja is measured, with the target range that means sesuai ekspektasi."""
