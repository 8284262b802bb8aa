"""The page that a citizen opens from a poster: what it asks, what he sent, and whether that may be taken in.

Read on any phone: one form, no script, no cookie, no account. Whoever happens to be signed in is a citizen here too.
"""

from collections.abc import Mapping

import frappe
from frappe import _

from kinerja_asn.constants.masyarakat import PENILAIAN, JenisMasukan
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.orang.unit import get_nama_unit
from kinerja_asn.services.pelaksanaan.masyarakat.batas import take_giliran
from kinerja_asn.services.pelaksanaan.masyarakat.formulir import read_formulir, sign_formulir
from kinerja_asn.services.pelaksanaan.masyarakat.jawaban import read_jawaban, store_jawaban
from kinerja_asn.services.pelaksanaan.masyarakat.layanan import find_terbuka, get_bahasa_lain

MEDAN = ("nilai", "waktu_tunggu", "jenis", "komentar")
# A field that people do not see, and that whatever fills in every field of a form does.
JEBAKAN = "situs_web"
BAHASA_INDONESIA = {"id": "Bahasa Indonesia"}
BYTE_MAKS = 64 * 1024


class TerlaluBanyak(Exception):
	"""As much has come in as may for now, from this address or altogether; ``menit`` until the next may."""

	def __init__(self, menit: int):
		super().__init__(menit)
		self.menit = menit


def get_layanan() -> frappe._dict | None:
	"""The open service that the address names."""
	halaman, _garis, token = frappe.request.path.strip("/").partition("/")
	return find_terbuka(token) if halaman == "layanan" and token.isascii() else None


def get_bahasa(layanan) -> dict[str, str]:
	"""Code -> name of the languages in which the page can be read."""
	return {**BAHASA_INDONESIA, **get_bahasa_lain(layanan.name)}


def choose_bahasa(bahasa: Mapping[str, str]) -> str:
	"""The one that the address asks for; a phone that is set to English does not choose for its owner."""
	diminta = frappe.request.args.get("bahasa")
	return diminta if diminta in bahasa else "id"


def read_isian() -> dict[str, str]:
	"""What was typed, to be shown again. Of the form alone: an address, JSON or a file says nothing here."""
	form = frappe.request.form if frappe.request.method == "POST" else {}
	return {medan: str(form.get(medan) or "") for medan in MEDAN}


def is_terlalu_besar() -> bool:
	return (frappe.request.content_length or 0) > BYTE_MAKS


def send_jawaban(layanan, isian: Mapping[str, str]) -> None:
	"""In the order in which whoever meant well is told first what he can do about it."""
	formulir = read_formulir(frappe.request.form.get("formulir") or "", layanan.name)
	_check_jebakan()
	jawaban = read_jawaban(*(isian[medan] for medan in MEDAN))
	if not formulir:
		frappe.throw(
			_("Halaman ini sudah lama terbuka. Isian Anda masih ada di bawah ini: tekan Kirim sekali lagi.")
		)
	if formulir.terlalu_cepat:
		frappe.throw(
			_("Terkirim terlalu cepat untuk diterima. Tunggu beberapa detik, lalu tekan Kirim sekali lagi.")
		)
	if menit := take_giliran(layanan.token):
		raise TerlaluBanyak(menit)
	store_jawaban(layanan, formulir.kunci, jawaban)


def _check_jebakan() -> None:
	"""A program that fills in forms sees this as one more refusal; a person whose browser did it for him is not told that
	his words came in when they did not."""
	if frappe.request.form.get(JEBAKAN):
		refuse_isian(JEBAKAN, _("Bagian ini harus kosong. Hapus isinya, lalu tekan Kirim sekali lagi."))


def renew_formulir(layanan, galat: list[str]) -> str:
	"""The signed field of the form that is shown: the same one again while it can still be sent."""
	lama = frappe.request.form.get("formulir") if galat else None
	return lama if lama and read_formulir(lama, layanan.name) else sign_formulir(layanan.name)


def describe(layanan) -> frappe._dict:
	return frappe._dict(
		nama=layanan.nama_layanan, unit=get_nama_unit(layanan.unit_kerja), instansi=layanan.instansi
	)


def list_penilaian() -> list[tuple[str, str]]:
	return [(str(nilai), _(kata)) for nilai, kata in PENILAIAN.items()]


def list_jenis() -> list[tuple[str, str]]:
	return [(str(jenis), _(str(jenis))) for jenis in JenisMasukan]
