"""Queue entry: opens a period in the background."""

from kinerja_asn.services.pembukaan.pelaksanaan import run
from kinerja_asn.services.pembukaan.pemberitahuan import tell_pegawai


def jalankan(name: str) -> None:
	run(name)
	tell_pegawai(name)
