"""The poster of a service: its name, and the address of its public page as a QR code and in letters that can be typed."""

import frappe
import segno

from kinerja_asn.cetak.dasar import get_tersimpan
from kinerja_asn.services.orang.unit import get_nama_unit
from kinerja_asn.services.pelaksanaan.masyarakat.layanan import get_alamat_layanan


def get_cetak_poster(doc) -> frappe._dict:
	layanan = get_tersimpan(doc)
	alamat = get_alamat_layanan(layanan.token)
	return frappe._dict(
		layanan=layanan.nama_layanan,
		unit=get_nama_unit(layanan.unit_kerja),
		instansi=layanan.instansi,
		alamat=alamat.partition("://")[2],
		kode=draw_kode(alamat),
	)


def draw_kode(alamat: str) -> str:
	"""SVG. A quarter of it may be dirty or torn ("Q"); around it the four modules that readers need."""
	kode = segno.make(alamat, error="q", micro=False)
	return kode.svg_inline(scale=1, border=4, omitsize=True, title=alamat)
