"""Frappe's hooks ``page_renderer`` and ``after_request``: the pages in our www folder, and a request to one that failed.

In Frappe's own frame a page brings a framework script, every icon and the boot data along, which none of ours uses.
"""

import re
from functools import cache
from importlib import import_module
from pathlib import Path

import frappe
from frappe.website.page_renderers.base_renderer import BaseRenderer

import kinerja_asn
from kinerja_asn.portal.dasar.bingkai import fill_bingkai
from kinerja_asn.portal.dasar.gangguan import fill_gangguan
from kinerja_asn.portal.dasar.halaman import find_medan, mark_medan
from kinerja_asn.portal.dasar.templat import render_templat
from kinerja_asn.services.situs.sesi import get_kepala_sesi

_APP = Path(kinerja_asn.__file__).parent
# Pages whose address goes on with a token, which they read themselves.
BERTOKEN = ("keaslian", "layanan")
_GANGGUAN = "templates/kinerja/gangguan.html"
KEPALA_HALAMAN = {
	"Cache-Control": "no-store",
	"Content-Security-Policy": (
		"default-src 'self'; img-src 'self' data: https:; style-src 'self' 'unsafe-inline'; object-src 'none'; "
		"base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
	),
	"Referrer-Policy": "same-origin",
	"X-Content-Type-Options": "nosniff",
}


@cache
def get_halaman() -> dict[str, str]:
	"""Address -> template of every page in our www folder."""
	halaman = {}
	for berkas in (_APP / "www").rglob("*.html"):
		alamat = str(berkas.relative_to(_APP / "www").with_suffix(""))
		halaman[alamat] = halaman[re.sub(r"/?index$", "", alamat)] = str(berkas.relative_to(_APP))
	return halaman


class HalamanPortal(BaseRenderer):
	def can_render(self) -> bool:
		return self.path in get_halaman()

	def render(self):
		context = frappe._dict(path=self.path)
		fill_bingkai(context)
		context.kepala = get_kepala(context)
		templat = self.fill(context)
		apply_hook(context)
		context.medan_salah = find_medan(context.galat)
		html = mark_medan(render_templat(templat, context), context.medan_salah)
		return self.build_response(html, context.http_status_code, context.kepala)

	def fill(self, context: frappe._dict) -> str:
		"""What the page itself has to say; returns its template."""
		templat = get_halaman()[self.path]
		nama = templat.removesuffix(".html").replace("/", ".").replace("-", "_")
		import_module(f"kinerja_asn.{nama}").get_context(context)
		return templat


def get_kepala(context: frappe._dict) -> dict[str, str]:
	return {**KEPALA_HALAMAN, **get_kepala_sesi(context.boleh_simpan)}


def explain_gangguan(response, request) -> None:
	"""after_request: what Frappe answers, on a page of its own, to a request for one of ours that it refused."""
	gagal = (
		response is not None
		and response.status_code >= 400
		and "Content-Security-Policy" not in response.headers  # a page of ours says itself why
		and response.mimetype == "text/html"
	)
	if (
		not gagal
		or request.path.split("/")[1] not in ("kinerja", *BERTOKEN)
		or not (frappe.db and frappe.session)
	):
		return
	context = frappe._dict(path=request.path.strip("/"))
	fill_bingkai(context)
	if context.path.partition("/")[0] in BERTOKEN:
		context.update(umum=True, masuk=False)
	fill_gangguan(context, response.status_code)
	apply_hook(context)
	response.set_data(render_templat(_GANGGUAN, context))
	response.headers.pop("Link", None)  # of the page that this stands in for
	response.headers.update(get_kepala(context))


def apply_hook(context: frappe._dict) -> None:
	"""As Frappe's own pages do it: the site's title, then what other apps have to say."""
	awalan = context.title_prefix
	if awalan and context.title and not context.title.startswith(awalan):
		context.title = f"{awalan} - {context.title}"
	for metode in frappe.get_hooks("update_website_context"):
		context.update(frappe.get_attr(metode)(context) or {})
