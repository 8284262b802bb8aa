"""A Penilai checks one month's report: figures with their progress, evidence; verifies or returns it."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.istilah import Sifat, Tahap
from kinerja_asn.constants.peran import PENILAI
from kinerja_asn.portal.antrean import get_alamat_langkah, get_alamat_sesudah
from kinerja_asn.portal.dasar.cetak import get_cetakan_realisasi
from kinerja_asn.portal.dasar.halaman import get_alamat, get_dokumen, portal_page, run_aksi
from kinerja_asn.portal.dasar.pimpinan import require_pimpinan
from kinerja_asn.portal.dasar.progres import KELAS_TAHAP
from kinerja_asn.portal.pelaksanaan import bukti as portal_bukti
from kinerja_asn.portal.pelaksanaan import realisasi as portal_realisasi
from kinerja_asn.portal.pelaksanaan.umpan_balik import pemberian as portal_umpan_balik
from kinerja_asn.services.bersama.langkah import advance, describe_penunggu_lain, get_tombol
from kinerja_asn.services.pelaksanaan.ambil_alih.ambil_alih import describe as describe_ambil_alih
from kinerja_asn.services.pelaksanaan.ambil_alih.ambil_alih import drop_diambil_alih, get_ambil_alih
from kinerja_asn.services.pelaksanaan.progres import read_masa
from kinerja_asn.services.perencanaan.skp.versi import get_rencana


@portal_page(PENILAI)
def get_context(context):
	nama = frappe.form_dict.get("name")
	doc = get_dokumen("Realisasi Kinerja", nama)
	require_pimpinan(doc)
	skp = get_dokumen("SKP", doc.skp)
	context.galat = run_aksi(
		{
			"verifikasi": partial(verify, doc),
			"kembalikan": partial(give_back, doc),
			"umpan_balik": partial(give_umpan_balik, doc, skp),
		}
	)
	fill(context, skp, get_dokumen("Realisasi Kinerja", nama) if context.galat else doc)


def verify(doc) -> str:
	return get_alamat_langkah(
		"realisasi", advance(doc, Tahap.DITETAPKAN, frappe.form_dict.get("modified") or "")
	)


def give_back(doc) -> str:
	portal_realisasi.return_laporan(doc, frappe.form_dict)
	return get_alamat_sesudah("realisasi", "dikembalikan")


def give_umpan_balik(doc, skp) -> str:
	portal_umpan_balik.give_umpan_balik(skp, frappe.form_dict)
	return get_alamat("tim/realisasi", name=doc.name, pesan="umpan_balik")


def fill(context, skp, doc) -> None:
	form = frappe.form_dict if frappe.request.method == "POST" else {}
	masa = read_masa(doc)
	context.title = _("Realisasi {0} {1}").format(doc.nama_pegawai, doc.masa)
	context.skp, context.doc, context.form = skp, doc, form
	context.modified = form.get("modified") or str(doc.modified)
	context.kelas_tahap = KELAS_TAHAP[Tahap(doc.tahap)]
	rencana = get_rencana(skp, masa.akhir)
	diambil = get_ambil_alih(rencana.name)
	context.diambil_alih = [
		describe_ambil_alih(row) for row in drop_diambil_alih(rencana, masa.awal, diambil)
	]
	context.progres = portal_realisasi.build_progres_masa(rencana, doc, masa, diambil)
	context.cetak = get_cetakan_realisasi(doc.name)
	context.tombol = get_tombol(doc, Tahap.DITETAPKAN, Tahap.DIKEMBALIKAN)
	portal_bukti.warn_pemeriksa(doc)
	context.penunggu = describe_penunggu_lain(doc, context.tombol)
	context.boleh_umpan_balik = portal_umpan_balik.may_give(skp)
	context.pilihan_tentang = portal_umpan_balik.build_pilihan(skp)
	context.pilihan_sifat = [str(sifat) for sifat in Sifat]
