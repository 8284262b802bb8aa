"""Plays the performance year: every document is made and moved by the person whose act it is, on the day of the act.

What happens together (the plans of one level, the reports of one month, the evaluations of one level) is one
transaction: a document that is there is complete, and a second run goes on where the first one stopped.
"""

from collections.abc import Callable

import frappe

from kinerja_asn.demo.evaluasi import make_evaluasi_tahunan, make_evaluasi_triwulan
from kinerja_asn.demo.instansi import get_pegawai
from kinerja_asn.demo.konteks import Konteks, get_semua_tingkat
from kinerja_asn.demo.peragaan import panggung
from kinerja_asn.demo.perencanaan import make_penugasan, make_perjanjian_semua, make_perubahan_bulan
from kinerja_asn.demo.realisasi import make_laporan_semua
from kinerja_asn.demo.skp import load_skp, make_skp_menunggu, make_skp_tingkat
from kinerja_asn.demo.umpan_balik import make_umpan_balik_semua
from kinerja_asn.services.bersama.periode import get_masa_pelaporan


def play_tahun(tahun: int, periode: str, lapor: Callable[[str], None]) -> None:
	konteks = Konteks(tahun, periode, get_pegawai())
	with panggung():
		lapor("Menyusun dan menetapkan SKP")
		_play_perencanaan(konteks)
		for masa in get_masa_pelaporan(periode):
			lapor(f"Realisasi {masa.label}")
			_play_bulan(konteks, masa)
		lapor("Evaluasi tahunan")
		_play_evaluasi(konteks)


def _play_perencanaan(konteks: Konteks) -> None:
	load_skp(konteks)
	make_perjanjian_semua(konteks)
	for tingkat in get_semua_tingkat():
		make_skp_tingkat(konteks, tingkat)
		_save()
	make_skp_menunggu(konteks)
	make_penugasan(konteks)
	_save()


def _play_bulan(konteks: Konteks, masa) -> None:
	make_perubahan_bulan(konteks, masa.ke)
	make_umpan_balik_semua(konteks, masa.ke)
	make_laporan_semua(konteks, masa)
	if masa.ke % 3 == 0:
		make_evaluasi_triwulan(konteks, masa.ke // 3)
	_save()


def _play_evaluasi(konteks: Konteks) -> None:
	for tingkat in reversed(get_semua_tingkat()):
		make_evaluasi_tahunan(konteks, tingkat)
		_save()


def _save() -> None:
	"""A year does not fit one transaction; what is committed is complete and survives an interrupted run."""
	frappe.db.commit()
