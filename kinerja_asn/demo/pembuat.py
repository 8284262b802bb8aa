"""Makes the demo data, or finishes what an interrupted run left half made."""

from collections.abc import Callable
from datetime import date

import frappe
from frappe import _

from kinerja_asn.demo.instansi import make_instansi
from kinerja_asn.demo.orang import ORANG
from kinerja_asn.demo.penanda import check_pelaksana, check_situs_kosong, get_hari
from kinerja_asn.demo.tahun import play
from kinerja_asn.services.bersama.waktu import get_today

TAHUN_AWAL = 1 + max(
	orang.nip.tahun_pengangkatan for orang in ORANG
)  # everybody works the whole year but who came later


def create_demo_data(
	lapor: Callable[[str], None] | None = None, paksa: bool = False, tahun: int | None = None
) -> None:
	"""Create the demo on this site; what is there already stays, so a second call changes nothing.

	``lapor`` gets one Indonesian line for each part of the work (default: printed). ``paksa`` allows a site with data
	of its own. Raises PermissionError outside a command line, ValidationError on a site that is not empty.
	"""
	lapor = lapor or print
	tahun = prepare_tahun(tahun, paksa)
	lapor("Instansi, unit kerja, dan pegawai")
	hari = choose_hari(tahun)
	make_instansi(hari)
	frappe.db.commit()  # the people stay even if the year is interrupted: a second run goes on from here
	play(hari, lapor)


def choose_hari(tahun: int) -> date:
	"""The day up to which the demo is played, in the year after ``tahun``: today, unless that year is over."""
	return get_hari() or min(get_today(), date(tahun + 1, 12, 31))


def prepare_tahun(tahun: int | None = None, paksa: bool = False) -> int:
	"""Refuse where the demo may not be made; else its finished year: that of a demo that is there, the one wished
	for, or the last complete one."""
	check_pelaksana()
	if not paksa:
		check_situs_kosong()
	hari, terakhir = get_hari(), get_today().year - 1
	ada = hari and hari.year - 1
	if ada and tahun not in (None, ada):
		frappe.throw(
			_("Data contoh tahun {0} sudah ada. Hapus dulu sebelum membuat tahun yang lain.").format(ada)
		)
	tahun = ada or tahun or terakhir
	if not TAHUN_AWAL <= tahun <= terakhir:
		frappe.throw(_("Tahun data contoh hanya dari {0} sampai {1}.").format(TAHUN_AWAL, terakhir))
	return tahun
