"""Answering a request for feedback, with one's name or without it."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.peran import PEGAWAI, PENILAI
from kinerja_asn.portal.dasar.halaman import get_alamat, get_dokumen, portal_page, redirect, run_aksi
from kinerja_asn.portal.pelaksanaan.umpan_balik import jawab


@portal_page(PEGAWAI, PENILAI)
def get_context(context):
	responden = get_dokumen("Responden Umpan Balik", frappe.form_dict.get("name"))
	minta = jawab.read_permintaan(responden)
	isian = jawab.build_isian(minta, frappe.form_dict)
	tujuan: list[str] = []
	context.galat = run_aksi({"kirim": partial(send, responden, minta, isian, tujuan)})
	if tujuan and not context.galat:
		redirect(tujuan[0])
	context.title = _("Umpan balik untuk {0}").format(minta.nama_pegawai)
	context.responden, context.minta, context.isian = responden, minta, isian
	context.pilihan_sifat, context.panjang = jawab.get_pilihan()


def send(responden, minta, isian, tujuan: list[str]) -> str | None:
	"""Without a name no Kiriman Portal may stay behind (None); whoever sends it twice is told that it is there."""
	baru = jawab.send(responden, minta, isian)
	tujuan.append(get_alamat("umpan_balik", pesan="jawaban" if baru else "tetap"))
	return None if minta.anonim else tujuan[0]
