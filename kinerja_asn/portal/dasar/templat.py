"""The portal's templates, compiled once in each process: Frappe v15 compiles them anew for every request.

What is kept between requests knows no user, language or site: ``_`` asks for the reader's language when it is called.
"""

from functools import cache
from types import SimpleNamespace

import frappe
from frappe import _
from frappe.utils import format_datetime, formatdate
from frappe.website.utils import abs_url
from jinja2 import Environment, PackageLoader

from kinerja_asn.portal.dasar.aset import get_alamat_aset
from kinerja_asn.services.bersama.periode import get_nama_periode, name_periode
from kinerja_asn.services.bersama.waktu import format_saat
from kinerja_asn.services.situs.kiriman import get_kunci


def render_templat(templat: str, context: frappe._dict) -> str:
	return _get_lingkungan().get_template(templat).render(context)


@cache
def _get_lingkungan() -> Environment:
	"""Without Frappe's sandbox, which asks at each attribute and call: nobody writes a template in the desk that runs here."""
	lingkungan = Environment(loader=PackageLoader("kinerja_asn", "."), autoescape=True)
	lingkungan.filters.update(abs_url=abs_url, nama_periode=get_nama_periode, namai_periode=name_periode)
	lingkungan.globals.update(
		_=_,
		aset=get_alamat_aset,
		format_saat=format_saat,
		kunci_kiriman=get_kunci,
		frappe=SimpleNamespace(utils=SimpleNamespace(formatdate=formatdate, format_datetime=format_datetime)),
	)
	return lingkungan
