"""Plans and reports from before their totals were kept: they are made from the rows, in committed chunks."""

from kinerja_asn.services.pelaksanaan.pemantauan.pencatatan import rebuild_semua


def execute() -> None:
	for _selisih in rebuild_semua():
		pass
