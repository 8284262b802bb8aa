"""Queue entry: carries out a move that concerns many."""

from kinerja_asn.services.perpindahan.latar import run


def jalankan(name: str) -> None:
	run(name)
