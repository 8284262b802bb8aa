from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class PerpindahanDokumen(BarisDokumen):
	"""What a Perpindahan Kinerja did to one SKP."""
