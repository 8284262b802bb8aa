"""The agreed resources of a plan on its pages (Pasal 11; form A.1.8)."""

from collections.abc import Mapping

from kinerja_asn.constants.istilah import KategoriLampiran
from kinerja_asn.services.bersama.langkah import check_belum_berubah

TEREALISASI = "lampiran.terealisasi"  # as constants/dokumen/perencanaan.py calls it


def tick_terealisasi(skp, form: Mapping) -> None:
	"""Which of the resources have come, as ticked in the form (p. 60 huruf b angka 2)."""
	for row in skp.lampiran:
		if row.kategori == KategoriLampiran.SUMBER_DAYA:
			row.terealisasi = 1 if form.get(f"terealisasi-{row.name}") else 0


def save_terealisasi(skp, form: Mapping) -> None:
	check_belum_berubah(skp, form.get("modified") or "")
	tick_terealisasi(skp, form)
	skp.save()
