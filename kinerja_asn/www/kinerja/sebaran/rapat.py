"""A calibration meeting: kept by whoever leads it, read by HR; after it is closed it only grows."""

import frappe
from frappe import _

from kinerja_asn.constants.peran import AUDITOR, PENGELOLA, PENGELOLA_UNIT, PENILAI
from kinerja_asn.portal.dasar.halaman import get_alamat, get_dokumen, portal_page, run_aksi
from kinerja_asn.portal.penilaian import rapat as portal_rapat

DOCTYPE = "Rapat Penyelarasan Kinerja"


@portal_page(PENILAI, PENGELOLA, PENGELOLA_UNIT, AUDITOR)
def get_context(context):
	form = frappe.form_dict
	context.title = _("Rapat penyelarasan")
	doc = get_dokumen(DOCTYPE, form.get("name"))
	context.galat = run_aksi(
		{
			"simpan": lambda: save(doc, form, selesai=False),
			"tutup": lambda: save(doc, form, selesai=True),
			"susulan": lambda: add(doc, form),
		}
	)
	portal_rapat.fill(context, get_dokumen(DOCTYPE, doc.name), form if context.galat else {})
	masa = f"{doc.jenis}-{doc.masa_ke}"
	context.alamat_sebaran = get_alamat("sebaran", periode=doc.periode, masa=masa)


def save(doc, form, *, selesai: bool) -> str:
	portal_rapat.save_rapat(doc, form, selesai=selesai)
	return get_alamat("sebaran/rapat", name=doc.name, pesan="rapat_ditutup" if selesai else "rapat_disimpan")


def add(doc, form) -> str:
	portal_rapat.add_susulan(doc, form)
	return get_alamat("sebaran/rapat", name=doc.name, pesan="rapat_disimpan")
