"""The portal as an application on a phone: its manifest and its service worker, as addresses below /kinerja.

A worker reaches what lies below its own address, and what the header Service-Worker-Allowed names: /kinerja itself is
the portal's first page. Neither answer names a user; a worker is fetched anew also when nobody is signed in any more.
"""

import json
from hashlib import sha256

import frappe
from frappe import _
from frappe.website.page_renderers.base_renderer import BaseRenderer

from kinerja_asn.portal.dasar.aset import get_alamat_aset
from kinerja_asn.portal.dasar.perender import KEPALA_HALAMAN
from kinerja_asn.portal.dasar.templat import render_templat
from kinerja_asn.services.situs.pengaturan import may_simpan
from kinerja_asn.services.situs.sesi import KEPALA, NAMA

MANIFES, PEKERJA = "kinerja/aplikasi.webmanifest", "kinerja/pekerja.js"
CAKUPAN = "/kinerja"
LURING = "/kinerja/luring"
_TEMPLAT_PEKERJA = "templates/kinerja/pekerja.js"
# All that a page of the frame loads.
_ASET = (
	"css/bingkai.css",
	"css/portal.css",
	"images/logo.svg",
	"js/antrean.js",
	"js/bingkai.js",
	"js/draf.js",
	"js/perangkat.js",
	"js/portal.js",
)


class BerkasAplikasi(BaseRenderer):
	def can_render(self) -> bool:
		return self.path in (MANIFES, PEKERJA)

	def render(self):
		jenis, isi = build_manifes() if self.path == MANIFES else build_pekerja()
		kepala = {**KEPALA_HALAMAN, "Content-Type": jenis, "Service-Worker-Allowed": CAKUPAN}
		return self.build_response(isi, headers=kepala)


def build_manifes() -> tuple[str, str]:
	manifes = {
		"id": CAKUPAN,
		"name": "Kinerja ASN",
		"short_name": "Kinerja",
		"description": _("SKP, realisasi, umpan balik, dan evaluasi kinerja pegawai ASN"),
		"lang": frappe.local.lang or "id",
		"start_url": CAKUPAN,
		"scope": CAKUPAN,
		"display": "standalone",
		"background_color": "#ffffff",
		"theme_color": "#14532d",
		"icons": [_build_ikon("images/logo.svg", "any"), _build_ikon("images/ikon.svg", "maskable")],
	}
	return "application/manifest+json; charset=utf-8", json.dumps(manifes)


def _build_ikon(nama: str, guna: str) -> dict[str, str]:
	return {"src": get_alamat_aset(nama), "sizes": "any", "type": "image/svg+xml", "purpose": guna}


def build_pekerja() -> tuple[str, str]:
	"""Another text once one of our files has changed: browsers take the new worker, which fetches the new files.

	Where nothing may be kept it is the worker that removes what was, and itself.
	"""
	aset = [get_alamat_aset(nama) for nama in _ASET]
	isi = frappe._dict(
		boleh=may_simpan(),
		aset=aset,
		sidik=sha256("".join(aset).encode()).hexdigest()[:12],
		cakupan=CAKUPAN,
		luring=LURING,
		kepala=KEPALA,
		kuki=NAMA,
	)
	return "text/javascript; charset=utf-8", render_templat(_TEMPLAT_PEKERJA, isi)
