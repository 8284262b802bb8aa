"""A request for feedback: how far it is, and what all sides say, side by side."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.peran import AUDITOR, PEGAWAI, PENGELOLA, PENGELOLA_UNIT, PENILAI
from kinerja_asn.portal.dasar.halaman import get_alamat, get_dokumen, portal_page, run_aksi
from kinerja_asn.portal.pelaksanaan.umpan_balik import hasil
from kinerja_asn.services.pelaksanaan.umpan_balik import permintaan as layanan
from kinerja_asn.services.penilaian.umpan_balik import close_permintaan


@portal_page(PEGAWAI, PENILAI, PENGELOLA, PENGELOLA_UNIT, AUDITOR)
def get_context(context):
	nama = frappe.form_dict.get("name")
	doc = get_dokumen("Permintaan Umpan Balik", nama)
	context.galat = run_aksi({"tutup": partial(close, doc), "tolak": partial(decline, doc)})
	context.doc = get_dokumen("Permintaan Umpan Balik", nama) if context.galat else doc
	context.title = _("Umpan balik untuk {0}").format(doc.nama_pegawai)
	context.milik_sendiri = doc.pegawai_user == frappe.session.user
	context.tampilan = hasil.build_tampilan(context.doc)


def close(doc) -> str:
	ditutup = close_permintaan(doc)
	return get_alamat("umpan_balik/hasil", name=doc.name, pesan="permintaan_ditutup" if ditutup else "tetap")


def decline(doc) -> str:
	layanan.decline(doc)
	return get_alamat("umpan_balik/hasil", name=doc.name, pesan="usulan_ditolak")
