"""Makes the demo data, or finishes what an interrupted run left half made."""

from collections.abc import Callable

import frappe

from kinerja_asn.demo.instansi import make_instansi
from kinerja_asn.demo.penanda import check_pelaksana, check_situs_kosong
from kinerja_asn.demo.tahun import play_tahun
from kinerja_asn.services.bersama.waktu import get_today


def create_demo_data(lapor: Callable[[str], None] | None = None, paksa: bool = False) -> None:
	"""Create the demo on this site; what is there already stays, so a second call changes nothing.

	``lapor`` gets one Indonesian line for each part of the work (default: printed). ``paksa`` allows a site with data
	of its own. Raises PermissionError outside a command line, ValidationError on a site that is not empty.
	"""
	lapor = lapor or print
	check_pelaksana()
	if not paksa:
		check_situs_kosong()
	tahun = get_today().year - 1  # the last complete year
	lapor("Instansi, unit kerja, dan pegawai")
	periode = make_instansi(tahun)
	frappe.db.commit()  # the people stay even if the year is interrupted: a second run goes on from here
	play_tahun(tahun, periode, lapor)
