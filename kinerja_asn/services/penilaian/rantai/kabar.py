"""The daily check of the chain, and who hears what it found: the auditors and Pengelola of all agencies of the site."""

from collections.abc import Sequence
from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.peran import AUDITOR, PENGELOLA
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send
from kinerja_asn.services.penilaian.rantai.pemeriksaan import Pemeriksaan, Temuan
from kinerja_asn.services.penilaian.rantai.penulisan import DOCTYPE

DISEBUT = 5


def run_harian() -> list[Temuan]:
	temuan = [*Pemeriksaan().run()]
	if temuan:
		frappe.log_error(title="Rantai Keputusan", message="\n".join(row.kalimat for row in temuan))
		send(_build(temuan))
	return temuan


def _build(temuan: Sequence[Temuan]) -> list[Pemberitahuan]:
	users = frappe.get_all(
		"Has Role", {"role": ("in", [AUDITOR, PENGELOLA]), "parenttype": "User"}, pluck="parent"
	)
	return [
		Pemberitahuan(
			user, DOCTYPE, "rantai", tulis=partial(_write, temuan), alamat="/kinerja", kali=_name(temuan)
		)
		for user in sorted(set(users))
	]


def _name(temuan: Sequence[Temuan]) -> str:
	"""The same findings are told once, not every day."""
	return "|".join(row.kalimat for row in temuan[:DISEBUT]) + f"|{len(temuan)}"


def _write(temuan: Sequence[Temuan]) -> Kabar:
	disebut = " ".join(row.kalimat for row in temuan[:DISEBUT])
	return Kabar(
		_("Rantai keputusan tidak cocok: {0} temuan").format(len(temuan)),
		_(
			"{0} Ada yang diubah di luar aplikasi. Minta administrator situs menjalankan kinerja-rantai check."
		).format(disebut),
		_("Buka Kinerja"),
	)
