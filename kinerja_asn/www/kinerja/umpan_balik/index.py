"""Umpan balik: what one is asked, what one asked, and whom one may speak about."""

from frappe import _

from kinerja_asn.constants.peran import PEGAWAI, PENGELOLA, PENILAI
from kinerja_asn.portal.dasar.halaman import get_alamat, portal_page
from kinerja_asn.portal.pelaksanaan.umpan_balik import daftar
from kinerja_asn.portal.perencanaan import skp as portal_skp


@portal_page(PEGAWAI, PENILAI, PENGELOLA)
def get_context(context):
	context.title = _("Umpan balik")
	context.diminta = daftar.get_diminta()
	context.permintaan = daftar.get_permintaan()
	context.kenalan = daftar.get_kenalan()
	milik = portal_skp.get_daftar_skp() if context.is_pegawai else []
	utama = portal_skp.find_skp_utama(milik) if milik else None
	context.alamat_minta = get_alamat("umpan_balik/minta", skp=utama) if utama else None
