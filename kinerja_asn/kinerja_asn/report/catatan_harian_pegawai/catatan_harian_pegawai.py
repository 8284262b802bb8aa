from kinerja_asn.laporan.catatan import build_laporan


def execute(filters: dict | None = None) -> tuple:
	"""Frappe's entry point of a Script Report."""
	return build_laporan(filters)
