"""One coaching or mentoring (form B.1.6, B.1.7): each party writes his part, and both sign."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.pembinaan import StatusPembinaan
from kinerja_asn.constants.peran import PEGAWAI, PENILAI
from kinerja_asn.portal.dasar.cetak import get_cetakan_bimbingan
from kinerja_asn.portal.dasar.halaman import get_alamat, get_dokumen, portal_page, run_aksi
from kinerja_asn.portal.pelaksanaan.pembinaan import bimbingan as portal_bimbingan
from kinerja_asn.portal.pelaksanaan.pembinaan.daftar import KELAS
from kinerja_asn.services.pelaksanaan.pembinaan import bimbingan as layanan
from kinerja_asn.services.pelaksanaan.pembinaan.tanggapan import may_answer

_DISIAPKAN, BERJALAN, DITANDATANGANI, SELESAI, DIBATALKAN = StatusPembinaan


@portal_page(PEGAWAI, PENILAI)
def get_context(context):
	nama = frappe.form_dict.get("name")
	doc = get_dokumen(layanan.DOCTYPE, nama)
	context.galat = run_aksi(
		{
			"simpan": partial(save, doc),
			"kirim": partial(advance, doc, BERJALAN, "bimbingan_dikirim", isian=True),
			"sajikan": partial(advance, doc, DITANDATANGANI, "bimbingan_disajikan", isian=True),
			"setujui": partial(advance, doc, SELESAI, "bimbingan_selesai"),
			"perbaiki": partial(advance, doc, BERJALAN, "bimbingan_diperbaiki", "catatan_pegawai"),
			"batalkan": partial(advance, doc, DIBATALKAN, "bimbingan_dibatalkan", "alasan_batal"),
			"tindak_lanjut": partial(decide, doc),
		}
	)
	fill(context, get_dokumen(layanan.DOCTYPE, nama) if context.galat else doc)


def save(doc) -> str:
	portal_bimbingan.fill_isian(doc, frappe.form_dict)
	doc.save()
	return _back(doc, "bimbingan")


def advance(doc, status: StatusPembinaan, pesan: str, medan: str = "", *, isian: bool = False) -> str:
	"""``isian``: with what was typed into the form; ``medan``: with the reason in that field."""
	form = frappe.form_dict
	modified = form.get("modified") or ""
	sudah = doc.status == status and doc.modified_by == frappe.session.user
	if isian and not sudah:
		portal_bimbingan.fill_isian(doc, form)
	dilakukan = layanan.advance(doc, status, modified, **({medan: form.get(medan) or ""} if medan else {}))
	return _back(doc, pesan if dilakukan else "tetap")


def decide(doc) -> str:
	form = frappe.form_dict
	dilakukan = layanan.decide_tindak_lanjut(doc, form.get("tindak_lanjut") or "", form.get("modified") or "")
	return _back(doc, "tindak_lanjut" if dilakukan else "tetap")


def _back(doc, pesan: str) -> str:
	return get_alamat("pembinaan/bimbingan", name=doc.name, pesan=pesan)


def fill(context, doc) -> None:
	form = frappe.form_dict if frappe.request.method == "POST" else None
	context.title = _("{0} {1}").format(_(doc.jenis), doc.nama_pegawai)
	context.doc, context.form, context.kelas = doc, form or {}, KELAS[StatusPembinaan(doc.status)]
	context.modified = context.form.get("modified") or str(doc.modified)
	context.milik_sendiri = doc.pegawai_user == frappe.session.user
	context.peran = portal_bimbingan.get_peran(doc)
	context.dapat_diisi = portal_bimbingan.is_dapat_diisi(context.peran)
	terketik = form if form and form.get("aksi") in ("simpan", "kirim", "sajikan") else None
	if context.peran.persiapan:
		context.keahlian = portal_bimbingan.build_tabel(doc, "keahlian", terketik)
	if context.peran.jurnal:
		context.jurnal = portal_bimbingan.build_tabel(doc, "jurnal", terketik)
	context.terketik = terketik
	context.alamat_perubahan = portal_bimbingan.get_alamat_perubahan(doc)
	context.boleh_menanggapi = may_answer(doc)
	context.cetak = get_cetakan_bimbingan(doc)
