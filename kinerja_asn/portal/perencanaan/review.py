"""What a Penilai does with a plan of his people: set, return, state expectations. His superior only reads."""

import frappe
from frappe import _

from kinerja_asn.constants.istilah import JenisHasilKerja, Tahap
from kinerja_asn.portal.dasar.dialog import add_alasan, add_ketikan, read_ketikan, summarize_alasan
from kinerja_asn.portal.dasar.pimpinan import get_terbuka
from kinerja_asn.portal.perencanaan.lampiran import TEREALISASI, tick_terealisasi
from kinerja_asn.services.bersama.langkah import advance, check_belum_berubah, send_back


def approve_skp(skp, form) -> bool:
	"""Set the SKP with what the Penilai decided in the form, and store what he remarked. False: it was set already."""
	if skp.tahap == Tahap.DITETAPKAN:
		return False
	fill_keputusan(skp, form)
	dilakukan = advance(skp, Tahap.DITETAPKAN)
	add_ketikan(skp, form)
	return dilakukan


def fill_keputusan(skp, form) -> None:
	"""Kinds of hasil kerja (p. 49-50), special expectations (p. 53), resources that came: what is his to fill in now."""
	check_belum_berubah(skp, form.get("modified") or "")
	terbuka = get_terbuka(skp)
	if "perilaku.ekspektasi_khusus" in terbuka:
		for row in skp.perilaku:
			row.ekspektasi_khusus = form.get(f"ekspektasi-{row.name}", row.ekspektasi_khusus)
	if "hasil_kerja.jenis" in terbuka:
		for row in skp.hasil_kerja:
			row.jenis = _check_jenis(form.get(f"jenis-{row.name}", row.jenis))
	if TEREALISASI in terbuka:
		tick_terealisasi(skp, form)


def save_keputusan(skp, form) -> None:
	"""What he decided without setting the SKP, and the remarks that came with it."""
	fill_keputusan(skp, form)
	skp.save()
	add_ketikan(skp, form)


def _check_jenis(teks: str) -> str:
	if teks not in list(JenisHasilKerja):
		frappe.throw(_("Pilih Utama atau Tambahan."))
	return teks


def return_rencana(doc, form) -> None:
	"""Return an SKP or Perubahan SKP with a reason in general, reasons on rows, or both; all or nothing is stored.

	What he decided about the plan in the same form stays with it.
	"""
	alasan = read_ketikan(doc, form)
	umum = (form.get("alasan") or "").strip() or summarize_alasan(doc, alasan)
	if doc.tahap == Tahap.DIKEMBALIKAN:
		return send_back(doc, umum, form.get("modified") or "")
	fill_keputusan(doc, form)
	send_back(doc, umum)
	add_alasan(doc, alasan)
