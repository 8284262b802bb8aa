"""The dialogue on a plan: remarks on its rows and on the whole, by the employee and his leaders (Pasal 7; p. 65)."""

from collections import defaultdict
from collections.abc import Mapping
from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.istilah import SifatCatatan
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak
from kinerja_asn.services.bersama.waktu import get_today

UMUM = ""  # remarks that are about no single row


def get_catatan(skp: str, perubahan: str | None = None) -> dict[str, list]:
	"""Remarks the session user may read, oldest first, by the kunci of their row (``UMUM`` for the whole plan).

	Those on the SKP itself, or on one ``perubahan`` of it. A rewritten row keeps its kunci and its remarks.
	"""
	rows = frappe.get_list(
		"Catatan SKP",
		filters={"skp": skp, "perubahan": perubahan or ("is", "not set")},
		fields=["name", "baris", "sifat", "isi", "oleh", "nama_penulis", "peran", "pada"],
		order_by="pada asc, creation asc",
	)
	per_baris = defaultdict(list)
	for row in rows:
		per_baris[row.baris or UMUM].append(row)
	return dict(per_baris)


def get_catatan_dokumen(doc) -> dict[str, list]:
	"""``get_catatan`` of an SKP or Perubahan SKP."""
	return get_catatan(**get_rujukan(doc))


def get_rujukan(doc) -> dict[str, str | None]:
	if doc.doctype == "Perubahan SKP":
		return {"skp": doc.skp, "perubahan": doc.name}
	return {"skp": doc.name, "perubahan": None}


def add_catatan(doc, isi: Mapping[str, str], sifat: SifatCatatan = SifatCatatan.KOMENTAR) -> None:
	"""Store what the session user says about rows of an SKP or Perubahan SKP: ``isi`` is kunci (or ``UMUM``) -> text.

	Empty texts are nothing; the words he just said last about the same row (a double click) are not stored again.
	"""
	isi = {baris: teks.strip() for baris, teks in isi.items() if teks.strip()}
	ada = get_catatan_dokumen(doc) if isi else {}
	for baris, teks in isi.items():
		if not _is_terulang(ada.get(baris), teks, sifat):
			_insert(doc, baris, teks, sifat)


def _is_terulang(catatan: list | None, teks: str, sifat: SifatCatatan) -> bool:
	if not catatan:
		return False
	terakhir = catatan[-1]
	return (terakhir.oleh, terakhir.isi, terakhir.sifat) == (frappe.session.user, teks, sifat)


def _insert(doc, baris: str, isi: str, sifat: SifatCatatan) -> None:
	catatan = frappe.get_doc(doctype="Catatan SKP", baris=baris or None, isi=isi, **get_rujukan(doc))
	catatan.pegawai = doc.pegawai
	if sifat == SifatCatatan.PENGEMBALIAN:
		catatan.flags.oleh_layanan, catatan.sifat = True, str(sifat)
	catatan.insert()


def find_uraian(doctype: str, name: str, kunci: str) -> str | None:
	"""The words of the row ``kunci`` of a plan; None when it has no such row."""
	for tabel, kolom in (("SKP Hasil Kerja", "rencana_hasil_kerja"), ("SKP Indikator", "indikator")):
		baris = {**get_saring_anak(doctype, name), "kunci": kunci}
		if uraian := frappe.db.get_value(tabel, baris, kolom):
			return uraian
	return None


def tell_lawan_bicara(catatan) -> None:
	"""One notice a day about the remarks on one plan; reasons for returning come with the notice of the return."""
	if catatan.sifat != SifatCatatan.KOMENTAR:
		return
	doctype, name = catatan.get_rujukan()
	dari_pegawai = catatan.oleh == catatan.pegawai_user
	penerima = frappe.db.get_value(doctype, name, "penetap_user") if dari_pegawai else catatan.pegawai_user
	if penerima:
		send([_build_pemberitahuan(catatan, penerima)])


def _build_pemberitahuan(catatan, penerima: str) -> Pemberitahuan:
	doctype, name = catatan.get_rujukan()
	return Pemberitahuan(
		penerima=penerima,
		doctype=doctype,
		dokumen=name,
		tulis=partial(_write_kabar, catatan, doctype),
		kali=f"catatan {get_today()}",
	)


def _write_kabar(catatan, doctype: str) -> Kabar:
	return Kabar(
		judul=_("Ada catatan baru pada {0} {1}").format(_(doctype), catatan.nama_pegawai),
		isi=_("{0} menulis catatan. Baca dan tanggapi di sana.").format(catatan.nama_penulis),
		tombol=_("Buka dokumennya"),
	)
