"""After an opening everybody whose draft it made is told once that it waits for him."""

from collections.abc import Iterator
from functools import partial

import frappe
from frappe import _
from frappe.utils import formatdate

from kinerja_asn.constants.istilah import StatusPembukaan, Tahap
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send
from kinerja_asn.services.bersama.periode import get_nama_periode, get_periode
from kinerja_asn.services.perencanaan.pembukaan.giliran import DOCTYPE


def tell_pegawai(name: str) -> int:
	"""How many notices the opening ``name`` led to; none before it is done, nor where the period sends no reminders."""
	pembukaan = frappe.get_doc(DOCTYPE, name)
	periode = get_periode(pembukaan.periode)
	if pembukaan.status != StatusPembukaan.SELESAI or not periode.pengingat:
		return 0
	return send(_build(pembukaan, periode))


def _build(pembukaan, periode) -> Iterator[Pemberitahuan]:
	saring = {
		"periode": periode.name,
		"tahap": str(Tahap.DRAF),
		"creation": (">=", pembukaan.mulai_pada),
		"pegawai_user": ("is", "set"),
	}
	for skp in frappe.get_all("SKP", saring, ["name", "pegawai_user"]):
		yield Pemberitahuan(
			penerima=skp.pegawai_user,
			doctype="SKP",
			dokumen=skp.name,
			tulis=partial(_write_kabar, periode),
			kali="dibuka",
		)


def _write_kabar(periode) -> Kabar:
	return Kabar(
		judul=_("Draf SKP Anda untuk {0} sudah disiapkan").format(get_nama_periode(periode.name)),
		isi=_("Lengkapi rencana hasil kerja dan targetnya, lalu ajukan. Batas penetapannya {0}.").format(
			formatdate(periode.batas_penetapan_skp, "d MMMM yyyy")
		),
		tombol=_("Buka SKP"),
	)
