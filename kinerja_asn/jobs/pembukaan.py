"""Queue entry: opens a period in the background."""

from kinerja_asn.services.pembukaan.pelaksanaan import run


def jalankan(name: str) -> None:
	run(name)
