"""Ongoing feedback that somebody gives from the portal without being asked (Pasal 17-18; p. 70 no. 9)."""

from collections.abc import Iterable

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import BentukUmpanBalik, PeranUmpanBalik, SasaranUmpanBalik, Sifat, Tahap
from kinerja_asn.permissions.lingkup import has_left
from kinerja_asn.portal.dasar.halaman import HalamanTertutup
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.umpan_balik.inisiatif import find_pemberi, find_skp
from kinerja_asn.services.pelaksanaan.umpan_balik.lampiran import attach


def may_give(skp) -> bool:
	user, pimpinan = frappe.session.user, (skp.penilai_user, skp.atasan_penilai_user)
	return skp.tahap == Tahap.DITETAPKAN and user in pimpinan and not has_left(user)


def give_umpan_balik(skp, form) -> None:
	_insert(_read_isi(skp, form))


def _insert(isi: dict) -> None:
	"""What the database knows already was sent twice, and is there."""
	try:
		doc = frappe.get_doc(doctype="Umpan Balik Kinerja", **isi).insert()
	except frappe.DuplicateEntryError:
		frappe.clear_last_message()
		return
	if unggahan := read_unggahan("berkas"):
		attach(doc, unggahan)


def read_unggahan(medan: str):
	"""What was chosen in a file input; an empty one sends an upload without a name."""
	unggahan = frappe.request.files.get(medan)
	return unggahan if unggahan and unggahan.filename else None


def give_umpan_balik_penugasan(penugasan, form) -> None:
	"""Who assigned a result speaks about it; which row that is, the server knows."""
	isi = _read_isi(frappe._dict(name=penugasan.skp), {**form, "tentang": str(SasaranUmpanBalik.HASIL_KERJA)})
	akhir = getdate(penugasan.sampai) if penugasan.sampai else get_today()
	_insert({**isi, "penugasan": penugasan.name, "tanggal": str(min(akhir, get_today()))})


def _read_isi(skp, form) -> dict:
	"""``tentang`` is "Umum", "Hasil Kerja:<kunci>" or "Perilaku Kerja:Loyal", as the form's list offers."""
	sasaran, rincian = read_tentang(form)
	if form.get("sifat") not in list(Sifat):
		refuse_isian("sifat", _("Pilih sifat umpan balik: Positif atau Perlu Perbaikan."))
	isi = {
		"skp": skp.name,
		"tanggal": str(get_today()),
		"sasaran": sasaran,
		"sifat": form.get("sifat"),
		"isi": (form.get("isi") or "").strip(),
		"tautan_bukti": (form.get("tautan_bukti") or "").strip() or None,
	}
	if form.get("bentuk") in list(BentukUmpanBalik):
		isi["bentuk"] = form.get("bentuk")
	if sasaran == SasaranUmpanBalik.HASIL_KERJA:
		isi["hasil_kerja"] = rincian
	elif sasaran == SasaranUmpanBalik.PERILAKU:
		isi["nilai"] = rincian
	return isi


def build_pilihan(skp) -> list[tuple[str, str]]:
	"""(value, label) of what feedback can be about."""
	umum, *perilaku = build_pilihan_perilaku(row.nilai for row in skp.perilaku)
	hasil = (
		(
			f"{SasaranUmpanBalik.HASIL_KERJA}:{row.kunci}",
			_("Hasil kerja: {0}").format(row.rencana_hasil_kerja[:90]),
		)
		for row in skp.hasil_kerja
	)
	return [umum, *hasil, *perilaku]


def build_pilihan_perilaku(nilai: Iterable[str]) -> list[tuple[str, str]]:
	"""... to somebody who does not read the plan."""
	perilaku = ((f"{SasaranUmpanBalik.PERILAKU}:{row}", _("Perilaku: {0}").format(row)) for row in nilai)
	return [(str(SasaranUmpanBalik.UMUM), _("Umum")), *perilaku]


def read_tentang(form) -> tuple[str, str]:
	"""(sasaran, which one) of a form's list."""
	sasaran, _titik, rincian = str(form.get("tentang") or "").partition(":")
	if sasaran not in list(SasaranUmpanBalik):
		refuse_isian("tentang", _("Pilih apa yang diberi umpan balik."))
	return sasaran, rincian


# --- a colleague, or oneself


def get_yang_dinilai(pegawai: str | None) -> frappe._dict:
	"""The plan of ``pegawai`` that the session user may speak about unasked: its parties, ``peran`` he speaks in."""
	skp = find_skp(str(pegawai or ""))
	pemberi = skp and find_pemberi(skp)
	if not pemberi:
		raise HalamanTertutup(_("Umpan balik tidak dapat diberikan"), _get_pesan_tertutup(), 404)
	skp.peran = pemberi.peran
	return skp


def _get_pesan_tertutup() -> str:
	return _(
		"Tanpa diminta, umpan balik diberikan tentang rekan setingkat dan atasan langsung, selama instansi membukanya dan SKP "
		"orang itu berlaku. Selain itu jawablah permintaan yang Anda terima."
	)


def build_pilihan_inisiatif(skp) -> list[tuple[str, str]]:
	if skp.peran == PeranUmpanBalik.DIRI:
		return build_pilihan(frappe.get_doc("SKP", skp.name))
	nilai = frappe.get_all("SKP Perilaku", get_saring_anak("SKP", skp.name), pluck="nilai", order_by="idx")
	return build_pilihan_perilaku(nilai)
