"""Mails to those whose turn it is, where HR has ticked *Send Email Alert* on the workflow."""

import frappe
from frappe import _
from frappe.utils import escape_html, get_url

from kinerja_asn import compat
from kinerja_asn.permissions.giliran import Giliran
from kinerja_asn.services.bersama.pemberitahuan import get_bahasa, in_bahasa
from kinerja_asn.services.bersama.penolakan import tolerate
from kinerja_asn.services.giliran.kabar import write_isi, write_judul
from kinerja_asn.services.giliran.penerima import get_penerima
from kinerja_asn.services.situs.tujuan import get_tautan
from kinerja_asn.tahap.alur import get_alur


def send_surel(doc, giliran: list[Giliran]) -> None:
	alur = get_alur(doc.doctype)
	status = next(row for row in alur.states if row.state == doc.workflow_state)
	if not (alur.send_email_alert and compat.is_bersurel(status)):
		return
	for user, bagian in get_penerima(giliran).items():
		with tolerate(f"Surel alur kerja {doc.doctype}"):
			_send(doc, bagian, user, status.next_action_email_template)


def _send(doc, giliran: Giliran, user: str, templat: str | None) -> None:
	"""The words and the way to where he acts. Nothing is attached, and no step can be taken from a mail."""
	with in_bahasa(get_bahasa(user)):
		judul, isi = _write(doc, giliran, templat)
		tombol = escape_html(_("Buka di Kinerja ASN"))
	alamat = escape_html(get_url(get_tautan(doc.doctype, doc.name)))
	frappe.sendmail(
		recipients=[frappe.db.get_value("User", user, "email") or user],
		subject=judul,
		message=f'{isi}<p><a href="{alamat}">{tombol}</a></p>',
		reference_doctype=doc.doctype,
		reference_name=doc.name,
	)


def _write(doc, giliran: Giliran, templat: str | None) -> tuple[str, str]:
	"""By HR's own template for the state, where there is one."""
	if templat:
		surel = frappe.get_doc("Email Template", templat).get_formatted_email(doc.as_dict())
		return surel["subject"], surel["message"]
	langkah = _("Langkah yang dapat Anda ambil: {0}.").format(", ".join(map(_, giliran.tindakan)))
	isi = "".join(f"<p>{escape_html(teks)}</p>" for teks in (write_isi(doc), langkah))
	return write_judul(doc, giliran.peran), isi
