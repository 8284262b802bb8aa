"""What the queue runs: prepares evaluations in the background, then tells each Penilai once how many wait for him."""

from collections.abc import Iterator
from functools import partial

import frappe
from frappe import _
from frappe.query_builder.functions import Count

from kinerja_asn.constants.istilah import StatusPembukaan
from kinerja_asn.services.bersama.pemberitahuan import (
	Kabar,
	Pemberitahuan,
	get_bahasa_situs,
	in_bahasa,
	send,
)
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.penilaian.penyiapan import pelaksanaan
from kinerja_asn.services.penilaian.penyiapan.giliran import DOCTYPE
from kinerja_asn.services.penilaian.penyiapan.konteks import DOCTYPE as EVALUASI
from kinerja_asn.services.situs.tujuan import get_alamat


def run(name: str) -> None:
	"""A job begins in English; what it records, and what is to be mended, is in the site's language."""
	with in_bahasa(get_bahasa_situs()):
		pelaksanaan.run(name)
	tell_penilai(name)


def tell_penilai(name: str) -> int:
	"""How many notices the preparation ``name`` led to; none before it is done, nor where the period sends no reminders."""
	penyiapan = frappe.get_doc(DOCTYPE, name)
	if penyiapan.status != StatusPembukaan.SELESAI or not get_periode(penyiapan.periode).pengingat:
		return 0
	return send(_build(penyiapan))


def _build(penyiapan) -> Iterator[Pemberitahuan]:
	evaluasi = frappe.qb.DocType(EVALUASI)
	query = frappe.qb.from_(evaluasi).select(evaluasi.penilai_user, Count(evaluasi.name))
	query = query.where((evaluasi.periode == penyiapan.periode) & (evaluasi.jenis == penyiapan.jenis))
	query = query.where((evaluasi.disiapkan_pada >= penyiapan.mulai_pada) & (evaluasi.penilai_user != ""))
	query = query.where(evaluasi.creation >= penyiapan.mulai_pada)
	for user, banyak in query.groupby(evaluasi.penilai_user).run():
		yield Pemberitahuan(
			penerima=user,
			doctype="Periode Kinerja",
			dokumen=penyiapan.periode,
			alamat=get_alamat("tim"),
			tulis=partial(_write_kabar, penyiapan.masa, banyak),
			kali=f"disiapkan-{penyiapan.name}",
		)


def _write_kabar(masa: str, banyak: int) -> Kabar:
	return Kabar(
		judul=_("{0} evaluasi {1} sudah disiapkan").format(banyak, masa),
		isi=_(
			"Realisasi, umpan balik, dan usulannya sudah terkumpul. Yang menilai dan menetapkan tetap Anda."
		),
		tombol=_("Buka Tim Saya"),
	)
