from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class EvaluasiHasilKerja(BarisDokumen):
	"""One indikator as evaluated: data, proposed rating and the Penilai's own."""
