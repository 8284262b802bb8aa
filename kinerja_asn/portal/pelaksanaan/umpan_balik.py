"""Ongoing feedback that a Penilai or his superior gives from the portal (Pasal 17-18)."""

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import SasaranUmpanBalik, Sifat, Tahap
from kinerja_asn.permissions.lingkup import has_left
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.bersama.waktu import get_today


def may_give(skp) -> bool:
	user, pimpinan = frappe.session.user, (skp.penilai_user, skp.atasan_penilai_user)
	return skp.tahap == Tahap.DITETAPKAN and user in pimpinan and not has_left(user)


def give_umpan_balik(skp, form) -> None:
	_insert(_read_isi(skp, form))


def _insert(isi: dict) -> None:
	"""What the database knows already was sent twice, and is there."""
	try:
		frappe.get_doc(doctype="Umpan Balik Kinerja", **isi).insert()
	except frappe.DuplicateEntryError:
		frappe.clear_last_message()


def give_umpan_balik_penugasan(penugasan, form) -> None:
	"""Who assigned a result speaks about it; which row that is, the server knows."""
	isi = _read_isi(frappe._dict(name=penugasan.skp), {**form, "tentang": str(SasaranUmpanBalik.HASIL_KERJA)})
	akhir = getdate(penugasan.sampai) if penugasan.sampai else get_today()
	_insert({**isi, "penugasan": penugasan.name, "tanggal": str(min(akhir, get_today()))})


def _read_isi(skp, form) -> dict:
	"""``tentang`` is "Umum", "Hasil Kerja:<kunci>" or "Perilaku Kerja:Loyal", as the form's list offers."""
	sasaran, _titik, rincian = (form.get("tentang") or "").partition(":")
	if sasaran not in list(SasaranUmpanBalik):
		refuse_isian("tentang", _("Pilih apa yang diberi umpan balik."))
	if form.get("sifat") not in list(Sifat):
		refuse_isian("sifat", _("Pilih sifat umpan balik: Positif atau Perlu Perbaikan."))
	isi = {
		"skp": skp.name,
		"tanggal": str(get_today()),
		"sasaran": sasaran,
		"sifat": form.get("sifat"),
		"isi": (form.get("isi") or "").strip(),
	}
	if sasaran == SasaranUmpanBalik.HASIL_KERJA:
		isi["hasil_kerja"] = rincian
	elif sasaran == SasaranUmpanBalik.PERILAKU:
		isi["nilai"] = rincian
	return isi


def build_pilihan(skp) -> list[tuple[str, str]]:
	"""(value, label) of what feedback can be about."""
	return [
		(str(SasaranUmpanBalik.UMUM), _("Umum")),
		*(
			(
				f"{SasaranUmpanBalik.HASIL_KERJA}:{row.kunci}",
				_("Hasil kerja: {0}").format(row.rencana_hasil_kerja[:90]),
			)
			for row in skp.hasil_kerja
		),
		*(
			(f"{SasaranUmpanBalik.PERILAKU}:{row.nilai}", _("Perilaku: {0}").format(row.nilai))
			for row in skp.perilaku
		),
	]
