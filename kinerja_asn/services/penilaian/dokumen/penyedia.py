"""Electronic signatures by a provider, whichever an agency has: an app of the site names one in its hook
``kinerja_tanda_tangan_elektronik``, the dotted path of a class like ``Penyedia``. There is none inside.

A document goes out as its printed form in PDF, and comes back signed. Whatever fails is said in the document, in words;
it never holds up the document itself, which is valid as it is.
"""

from dataclasses import dataclass
from typing import Protocol

import frappe
from frappe import _

from kinerja_asn.constants.dokumen_evaluasi import StatusTandaTanganElektronik as Status
from kinerja_asn.services.bersama.pemberitahuan import get_bahasa_situs, in_bahasa
from kinerja_asn.services.bersama.penolakan import as_text
from kinerja_asn.services.penilaian.dokumen.penerbitan import DOCTYPE

KAIT = "kinerja_tanda_tangan_elektronik"
SEKALI_KIRIM = 200
PDF = b"%PDF-"


@dataclass(frozen=True)
class Permintaan:
	"""What a provider gets: the form, and who signs it by which NIP."""

	nomor: str
	pdf: bytes
	penanda_tangan: str
	nip: str


@dataclass(frozen=True)
class Jawaban:
	"""Where a document stands with its provider; ``keterangan`` is read by people."""

	status: Status
	pdf: bytes | None = None
	keterangan: str = ""


class Penyedia(Protocol):
	def send(self, permintaan: Permintaan) -> str:
		"""Take it and return what it is called there. An error's text is read by people."""

	def fetch(self, rujukan: str) -> Jawaban:
		"""Where it stands: Dikirim, Ditandatangani with the signed PDF, or Gagal with the reason."""


def get_penyedia() -> Penyedia | None:
	jalur = frappe.get_hooks(KAIT)
	return frappe.get_attr(jalur[-1])() if jalur else None


def exchange() -> None:
	"""Hourly: what was issued goes out, what is out is asked after. One that fails stops no other."""
	penyedia = get_penyedia()
	if not penyedia:
		return
	with in_bahasa(get_bahasa_situs()):
		for nama in _list((None, "")):
			_try(nama, lambda nama=nama: _send(penyedia, nama))
		for nama in _list((str(Status.DIKIRIM),)):
			_try(nama, lambda nama=nama: _fetch(penyedia, nama))


def send_again(nama: str) -> None:
	"""After what hindered it was mended: it goes out with the next run."""
	_write(nama, tte_status=None, tte_rujukan=None, tte_keterangan=None)


def _list(status: tuple) -> list[str]:
	table = frappe.qb.DocType(DOCTYPE)
	cocok = table.tte_status.isin([nilai for nilai in status if nilai is not None])
	cocok = cocok | table.tte_status.isnull() if None in status else cocok
	return (
		frappe.qb.from_(table)
		.select(table.name)
		.where(cocok & table.digantikan.isnull())
		.orderby(table.creation)
		.limit(SEKALI_KIRIM)
		.run(pluck=True)
	)


def _try(nama: str, kerja) -> None:
	try:
		kerja()
	except Exception as galat:
		frappe.clear_messages()
		frappe.log_error(title=f"Tanda tangan elektronik {nama}")
		_write(nama, tte_status=str(Status.GAGAL), tte_keterangan=_describe(galat))


def _describe(galat: Exception) -> str:
	return _("Penyedia tanda tangan elektronik gagal: {0}").format(
		as_text(str(galat))[:500] or type(galat).__name__
	)


def _send(penyedia: Penyedia, nama: str) -> None:
	dokumen = frappe.get_doc(DOCTYPE, nama)
	atasan = dokumen.ditandatangani_oleh == dokumen.atasan_penilai_user
	permintaan = Permintaan(
		nomor=dokumen.nomor,
		pdf=make_pdf(dokumen),
		penanda_tangan=(dokumen.nama_atasan_penilai if atasan else dokumen.nama_penilai) or "",
		nip=_get_nip(dokumen.atasan_penilai if atasan else dokumen.penilai),
	)
	rujukan = penyedia.send(permintaan)
	_write(nama, tte_status=str(Status.DIKIRIM), tte_rujukan=str(rujukan)[:140], tte_keterangan=None)


def _get_nip(pegawai: str) -> str:
	return frappe.db.get_value("Employee", pegawai, "nip") or ""


def make_pdf(dokumen) -> bytes:
	return frappe.get_print(
		DOCTYPE, dokumen.name, f"Dokumen Evaluasi {dokumen.formulir}", as_pdf=True, no_letterhead=1
	)


def _fetch(penyedia: Penyedia, nama: str) -> None:
	jawaban = penyedia.fetch(frappe.db.get_value(DOCTYPE, nama, "tte_rujukan"))
	if jawaban.status == Status.DITANDATANGANI:
		return _store(nama, jawaban)
	_write(nama, tte_status=str(jawaban.status), tte_keterangan=as_text(jawaban.keterangan)[:500] or None)


def _store(nama: str, jawaban: Jawaban) -> None:
	if not (jawaban.pdf or b"").startswith(PDF):
		frappe.throw(_("yang dikembalikan bukan berkas PDF."))
	berkas = frappe.get_doc(
		doctype="File",
		file_name=f"{nama}-bertanda-tangan.pdf",
		content=jawaban.pdf,
		is_private=1,
		attached_to_doctype=DOCTYPE,
		attached_to_name=nama,
	).insert()
	_write(
		nama,
		tte_status=str(jawaban.status),
		tte_berkas=berkas.file_url,
		tte_keterangan=jawaban.keterangan or None,
	)


def _write(nama: str, **isi) -> None:
	frappe.db.set_value(DOCTYPE, nama, isi, update_modified=False)
	frappe.clear_document_cache(DOCTYPE, nama)
