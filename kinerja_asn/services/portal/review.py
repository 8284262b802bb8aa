"""What a Penilai does with a document of his people: set, return, state expectations. His superior only reads."""

import frappe
from frappe import _

from kinerja_asn.constants.istilah import JenisHasilKerja, Tahap
from kinerja_asn.services.portal.aksi import check_belum_berubah, kembalikan, majukan
from kinerja_asn.services.portal.dialog import add_alasan, add_ketikan, read_ketikan, summarize_alasan
from kinerja_asn.services.portal.halaman import HalamanTertutup
from kinerja_asn.services.portal.lampiran import TEREALISASI, tick_terealisasi


def require_pimpinan(doc) -> None:
	"""The team pages are for the leaders named on the document; nobody reviews himself here."""
	if frappe.session.user not in (doc.penilai_user, doc.atasan_penilai_user):
		raise HalamanTertutup(
			_("Dokumen tidak ditemukan"),
			_("Dokumen ini tidak ada atau bukan untuk Anda. Kembali dan pilih dari daftar."),
			404,
		)


def get_terbuka(skp) -> set[str]:
	"""Fields of the SKP that the session user may fill in at its present stage."""
	if not skp.has_permission("write"):
		return set()
	skp.load_doc_before_save()
	return skp.get_isian_terbuka()


def may_nilai(doc) -> bool:
	if not doc.has_permission("write"):
		return False
	doc.load_doc_before_save()
	return "rating_hasil_kerja" in doc.get_isian_terbuka()


def approve_skp(skp, form) -> None:
	"""Save what the Penilai decided and remarked in the form, then set the SKP."""
	if skp.tahap == Tahap.DITETAPKAN:
		return
	fill_keputusan(skp, form)
	add_ketikan(skp, form)
	majukan(skp, Tahap.DITETAPKAN)


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
	skp.save()


def save_keputusan(skp, form) -> None:
	"""``fill_keputusan`` without setting the SKP, and the remarks that came with it."""
	fill_keputusan(skp, form)
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
		return kembalikan(doc, umum, form.get("modified") or "")
	fill_keputusan(doc, form)
	kembalikan(doc, umum)
	add_alasan(doc, alasan)


def return_dokumen(doc, form) -> None:
	kembalikan(doc, form.get("alasan"), form.get("modified") or "")
