"""Plays a finished year and the one that runs: every document is made and moved by the person whose act it is, on the
day of the act.

What happens together (the plans of one level, the reports of one month, the evaluations of one level) is one
transaction: a document that is there is complete, and a second run goes on where the first one stopped.
"""

from collections.abc import Callable
from datetime import date, timedelta

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.demo.catatan import leave_catatan
from kinerja_asn.demo.evaluasi import (
	extend_batas,
	make_evaluasi_lewat,
	make_evaluasi_tahunan,
	make_evaluasi_triwulan,
)
from kinerja_asn.demo.instansi import get_nama_periode, get_pegawai, get_tahun_dibuka
from kinerja_asn.demo.keberatan import make_keberatan_tahun
from kinerja_asn.demo.konteks import Konteks
from kinerja_asn.demo.layanan import make_jawaban_bulan, make_layanan
from kinerja_asn.demo.pembinaan import make_pembinaan_bulan
from kinerja_asn.demo.penilaian_diri import make_penilaian_diri
from kinerja_asn.demo.peragaan import act_as, panggung
from kinerja_asn.demo.perencanaan import (
	make_penugasan,
	make_perjanjian_semua,
	make_perubahan_bulan,
	make_perubahan_menunggu,
)
from kinerja_asn.demo.realisasi import make_laporan_semua
from kinerja_asn.demo.rencana_aksi import leave_rencana_aksi, make_rencana_aksi_tahun
from kinerja_asn.demo.skenario import build_lakon
from kinerja_asn.demo.skp import load_skp, make_draf, make_skp_menunggu, make_skp_tingkat
from kinerja_asn.demo.tindakan import leave_tindakan, make_tindakan_bulan
from kinerja_asn.demo.umpan_balik import make_umpan_balik_semua
from kinerja_asn.demo.umpan_balik_360 import leave_umpan_balik_360, make_umpan_balik_360_tahun
from kinerja_asn.services.bersama.pemberitahuan import get_bahasa_situs, in_bahasa
from kinerja_asn.services.bersama.periode import get_masa_pelaporan
from kinerja_asn.services.perencanaan.skp.penetapan import pass_on_penetapan


def play(hari: date, lapor: Callable[[str], None]) -> None:
	"""Up to ``hari``: the year before, its own, and towards its end the first plans for the next."""
	pegawai = get_pegawai()
	lalu, berjalan, *nanti = [
		Konteks(tahun, hari, get_nama_periode(tahun), pegawai, build_lakon(tahun, hari))
		for tahun in get_tahun_dibuka(hari)
	]
	with panggung(hari):
		_play_tahun(lalu, lapor)
		lapor(f"Evaluasi tahunan {lalu.tahun}")
		_play_evaluasi(lalu)
		_play_tahun(berjalan, lapor)
		_leave_menunggu(berjalan)
		leave_catatan((lalu, berjalan), hari)
		for konteks in nanti:
			make_draf(konteks)
	_save()


def _play_tahun(konteks: Konteks, lapor: Callable[[str], None]) -> None:
	lapor(f"Menyusun dan menetapkan SKP {konteks.tahun}")
	_play_perencanaan(konteks)
	for masa in get_masa_pelaporan(konteks.periode):
		if masa.akhir < konteks.hari:
			lapor(f"Realisasi {masa.label}")
			_play_bulan(konteks, masa)


def _play_perencanaan(konteks: Konteks) -> None:
	load_skp(konteks)
	make_layanan(konteks)
	make_perjanjian_semua(konteks)
	for tingkat in konteks.semua_tingkat:
		make_skp_tingkat(konteks, tingkat)
		_save()
	make_rencana_aksi_tahun(konteks)


def _leave_menunggu(konteks: Konteks) -> None:
	make_skp_menunggu(konteks)
	_pass_on(konteks)
	make_perubahan_menunggu(konteks)
	make_penugasan(konteks)
	leave_rencana_aksi(konteks)
	leave_umpan_balik_360(konteks)
	leave_tindakan(konteks)
	_save()


def _pass_on(konteks: Konteks) -> None:
	"""As the scheduler does every day: on the first after the Penilai's last."""
	menunggu = {"periode": konteks.periode, "tahap": Tahap.DIAJUKAN}
	for tenggat in sorted(set(frappe.get_all("SKP", menunggu, pluck="tenggat_penetapan"))):
		act_as("Administrator", tenggat + timedelta(days=1))
		with in_bahasa(get_bahasa_situs()):
			pass_on_penetapan()


def _play_bulan(konteks: Konteks, masa) -> None:
	make_perubahan_bulan(konteks, masa.ke)
	make_umpan_balik_semua(konteks, masa.ke)
	make_jawaban_bulan(konteks, masa)
	make_umpan_balik_360_tahun(konteks, masa.ke)
	make_pembinaan_bulan(konteks, masa.ke)
	make_laporan_semua(konteks, masa)
	make_tindakan_bulan(konteks, masa)
	if masa.ke % 3 == 0:
		make_evaluasi_triwulan(konteks, masa.ke // 3)
	_save()


def _play_evaluasi(konteks: Konteks) -> None:
	make_penilaian_diri(konteks)
	for tingkat in reversed(konteks.semua_tingkat):
		make_evaluasi_tahunan(konteks, tingkat)
		_save()
	make_evaluasi_lewat(konteks)
	make_keberatan_tahun(konteks)
	extend_batas(konteks)
	_save()


def _save() -> None:
	"""A year does not fit one transaction; what is committed is complete and survives an interrupted run."""
	frappe.db.commit()
