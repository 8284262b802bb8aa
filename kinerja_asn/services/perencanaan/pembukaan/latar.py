"""What the queue runs: opens a period in the background."""

from kinerja_asn.services.bersama.pemberitahuan import get_bahasa_situs, in_bahasa
from kinerja_asn.services.perencanaan.pembukaan import pelaksanaan
from kinerja_asn.services.perencanaan.pembukaan.pemberitahuan import tell_pegawai


def run(name: str) -> None:
	"""A job begins in English; what it records, and what is to be mended, is in the site's language."""
	with in_bahasa(get_bahasa_situs()):
		pelaksanaan.run(name)
	tell_pegawai(name)
