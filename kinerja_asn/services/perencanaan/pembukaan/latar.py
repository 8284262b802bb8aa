"""What the queue runs: opens a period in the background."""

from kinerja_asn.services.perencanaan.pembukaan import pelaksanaan
from kinerja_asn.services.perencanaan.pembukaan.pemberitahuan import tell_pegawai


def run(name: str) -> None:
	pelaksanaan.run(name)
	tell_pegawai(name)
