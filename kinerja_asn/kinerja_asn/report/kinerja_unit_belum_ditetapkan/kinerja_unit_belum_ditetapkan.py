from kinerja_asn.laporan.kinerja_unit import build_laporan


def execute(filters: dict | None = None) -> tuple:
	"""Frappe's entry point of a Script Report."""
	return build_laporan(filters)
