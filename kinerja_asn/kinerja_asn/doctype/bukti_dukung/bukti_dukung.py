from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class BuktiDukung(BarisDokumen):
	pass
