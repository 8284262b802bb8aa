"""The nine statements on a bimbingan (form B.1.8): answered by the employee, read by the superior of the leader."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.pembinaan import JawabanPernyataan
from kinerja_asn.constants.peran import PEGAWAI, PENILAI
from kinerja_asn.portal.dasar.cetak import get_cetakan_tanggapan
from kinerja_asn.portal.dasar.halaman import get_alamat, get_dokumen, portal_page, run_aksi
from kinerja_asn.portal.pelaksanaan.pembinaan import rahasia as portal_rahasia
from kinerja_asn.services.pelaksanaan.pembinaan import bimbingan as layanan_bimbingan
from kinerja_asn.services.pelaksanaan.pembinaan import tanggapan as layanan


@portal_page(PEGAWAI, PENILAI)
def get_context(context):
	portal_rahasia.leave_no_copy(context)
	nama = frappe.form_dict.get("name")
	context.title = _("Umpan balik pelaksanaan bimbingan")
	context.galat = run_aksi({"serahkan": partial(hand_over, nama)})
	if bimbingan := find_belum_dijawab(nama):
		context.form = frappe.form_dict if frappe.request.method == "POST" else {}
		context.bimbingan, context.pilihan = bimbingan, [*map(str, JawabanPernyataan)]
		context.pernyataan = portal_rahasia.build_pernyataan(context.form)
	else:
		context.doc = get_dokumen(layanan.DOCTYPE, nama)
		context.cetak = get_cetakan_tanggapan(context.doc.name)
		context.milik_sendiri = context.doc.pegawai_user == frappe.session.user


def find_belum_dijawab(nama: str | None):
	"""The bimbingan, while the reader is to answer; everybody else is shown the answers, or hears that there are none."""
	if not nama or frappe.db.exists(layanan.DOCTYPE, str(nama)):
		return None
	if not frappe.db.exists(
		layanan_bimbingan.DOCTYPE, {"name": str(nama), "pegawai_user": frappe.session.user}
	):
		return None
	doc = get_dokumen(layanan_bimbingan.DOCTYPE, nama)
	return doc if layanan.may_answer(doc) else None


def hand_over(nama: str) -> str:
	layanan.hand_over(str(nama), portal_rahasia.read_jawaban(frappe.form_dict))
	return get_alamat("pembinaan/tanggapan", name=nama, pesan="tanggapan")
