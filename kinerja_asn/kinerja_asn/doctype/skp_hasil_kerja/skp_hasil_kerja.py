from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class SKPHasilKerja(BarisDokumen):
	pass
