from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class SKPHasilKerja(BarisDokumen):
	"""One hasil kerja that is expected; its ``kunci`` stays through every change of the plan."""
