"""Evidence: private files of known kinds and honest links (p. 68: evidence of results, not of activities)."""

import re
from hashlib import sha256
from io import BytesIO
from urllib.parse import urlsplit

import filetype
import frappe
from frappe import _
from frappe.utils import escape_html
from PIL import Image

from kinerja_asn.constants.istilah import StatusCatatan
from kinerja_asn.constants.tahapan import DISUSUN
from kinerja_asn.services.pelaksanaan.tautan import keep_keadaan
from kinerja_asn.services.situs.pengaturan import get_pengaturan

DOCTYPE = "Realisasi Kinerja"
UMPAN_BALIK = "Umpan Balik Kinerja"
# DocType -> (the table whose rows name its files, the column that says how far it is, while which they may go).
BERBUKTI = {
	DOCTYPE: ("Bukti Dukung", "tahap", DISUSUN),
	"Catatan Harian": ("Baris Catatan Harian", "status", (StatusCatatan.DRAF,)),
	UMPAN_BALIK: (UMPAN_BALIK, "name", ()),  # what was said stays as it was said
	"Keberatan Kinerja": ("Keberatan Bukti", "tahap", DISUSUN),
}
PANJANG_SIDIK = 40  # of the column; Frappe's own of a file has 32
# What HR may allow (Pengaturan Kinerja), and what it does unless it says otherwise.
EKSTENSI = ("pdf", "jpg", "jpeg", "png", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "csv", "zip", "mp4")
GAMBAR = ("jpg", "jpeg", "png")
# Content types behind an extension, as `filetype` reads them from the first bytes.
# Office files are zip or OLE containers; csv has no signature.
_ISI = {
	"jpeg": {"jpg"},
	"docx": {"docx", "zip"},
	"xlsx": {"xlsx", "zip"},
	"pptx": {"pptx", "zip"},
	"doc": {"doc", "xls", "ppt"},
	"xls": {"doc", "xls", "ppt"},
	"ppt": {"doc", "xls", "ppt"},
	"mp4": {"mp4", "m4v", "mov"},
}
UKURAN_MAKS_BAKU_MB = 10


def check_berkas(doc, method=None) -> None:
	"""File before_insert: what is attached to one of ``BERBUKTI`` is private, of a known kind and not too large."""
	if doc.attached_to_doctype not in BERBUKTI:
		return
	nama = doc.file_name or doc.file_url or ""
	ekstensi = nama.rpartition(".")[2].lower() if "." in nama else ""
	diterima = get_ekstensi()
	if ekstensi not in diterima:
		frappe.throw(
			_("Berkas {0} tidak diterima sebagai bukti. Gunakan {1}.").format(
				escape_html(nama), ", ".join(diterima)
			)
		)
	isi = _get_isi(doc)
	_check_ukuran(nama, isi, _get_ukuran_maks(doc.attached_to_doctype, doc.attached_to_name))
	_check_isi(nama, ekstensi, isi)


def get_ekstensi() -> tuple[str, ...]:
	"""Kinds of files that HR lets people hand in."""
	dipilih = set(parse_ekstensi(get_pengaturan("jenis_berkas_bukti")))
	return tuple(ekstensi for ekstensi in EKSTENSI if not dipilih or ekstensi in dipilih)


def parse_ekstensi(teks: str | None) -> list[str]:
	"""As people list them: with commas or blanks, dots in front, in capitals."""
	return [kata.lower().lstrip(".") for kata in re.split(r"[\s,;]+", teks or "") if kata.strip(".")]


def check_ekstensi(teks: str | None) -> str:
	"""The setting as it is kept. A kind that we cannot tell from others by its content is refused."""
	dipilih = parse_ekstensi(teks)
	if asing := [ekstensi for ekstensi in dipilih if ekstensi not in EKSTENSI]:
		frappe.throw(
			_("Jenis berkas {0} tidak dapat diterima. Pilih di antara {1}.").format(
				escape_html(", ".join(asing)), ", ".join(EKSTENSI)
			)
		)
	return ", ".join(ekstensi for ekstensi in EKSTENSI if ekstensi in dipilih)


def prevent_penghapusan(doc, method=None) -> None:
	"""File on_trash: evidence under review, or of what was verified, stays. The stored record says whose it is."""
	berkas = frappe.db.get_value(
		"File", doc.name, ["attached_to_doctype", "attached_to_name", "file_url"], as_dict=True
	)
	if not berkas or berkas.attached_to_doctype not in BERBUKTI:
		return
	tabel, kolom, terbuka = BERBUKTI[berkas.attached_to_doctype]
	induk = "name" if tabel == berkas.attached_to_doctype else "parent"
	dipakai = frappe.db.exists(tabel, {induk: berkas.attached_to_name, "berkas": berkas.file_url})
	keadaan = frappe.db.get_value(berkas.attached_to_doctype, berkas.attached_to_name, kolom)
	if dipakai and keadaan not in (None, *terbuka):
		frappe.throw(_("Bukti dukung tidak dapat dihapus setelah dokumennya diajukan."))


def _get_isi(doc) -> bytes:
	isi = doc.content if not doc.name and doc.get("content") is not None else doc.get_content()
	return isi.encode() if isinstance(isi, str) else isi


def _get_ukuran_maks(doctype: str, name: str | None) -> int:
	periode = name and frappe.db.get_value(doctype, name, "periode")
	return (
		periode and frappe.get_cached_value("Periode Kinerja", periode, "ukuran_bukti_maks_mb")
	) or UKURAN_MAKS_BAKU_MB


def _check_ukuran(nama: str, isi: bytes, maks_mb: int) -> None:
	if not isi:
		frappe.throw(_("Berkas {0} kosong. Pilih berkas lain.").format(escape_html(nama)))
	if len(isi) > maks_mb * 1024 * 1024:
		frappe.throw(
			_(
				"Berkas {0} berukuran {1} MB; paling besar {2} MB. Perkecil berkasnya atau gunakan tautan."
			).format(escape_html(nama), round(len(isi) / 1024 / 1024), maks_mb)
		)


def _check_isi(nama: str, ekstensi: str, isi: bytes) -> None:
	"""An executable renamed to .pdf is still an executable."""
	jenis = filetype.guess_extension(isi)
	if ekstensi == "csv":
		cocok = jenis is None and b"\0" not in isi[:4096]
	else:
		cocok = jenis in _ISI.get(ekstensi, {ekstensi})
	if not cocok:
		frappe.throw(
			_("Isi berkas {0} bukan {1}. Simpan ulang dalam format yang benar lalu unggah lagi.").format(
				escape_html(nama), ekstensi
			)
		)
	if ekstensi in GAMBAR:
		_check_gambar(nama, isi)


def _check_gambar(nama: str, isi: bytes) -> None:
	"""Frappe takes out of a photo where it was made, and would end in an error over one that nothing can open."""
	try:
		with Image.open(BytesIO(isi)) as gambar:
			gambar.load()
	except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
		frappe.throw(
			_(
				"Gambar {0} rusak, terpotong, atau terlalu besar. Ambil atau simpan ulang, lalu unggah lagi."
			).format(escape_html(nama))
		)


def check_baris_bukti(doc) -> None:
	"""Every evidence row of a Realisasi has a file of its own document or an honest link."""
	for row in doc.bukti:
		if not (row.berkas or row.tautan):
			frappe.throw(_("Bukti ke-{0}: lampirkan berkas atau isi tautan.").format(row.idx))
		check_bukti(doc, row)
	_sign(doc)
	keep_keadaan(doc)


def check_bukti(doc, row) -> None:
	"""What a row of ``doc`` names as evidence, if anything: an honest link, a file of its own document."""
	if row.tautan:
		row.tautan = _check_tautan(row)
	if row.berkas:
		_check_kepemilikan(doc, row)


def _sign(doc) -> None:
	"""The same content has the same ``sidik``, whoever gives it (bukti_kembar.py)."""
	berkas = get_sidik_berkas([doc.name]) if any(row.berkas for row in doc.bukti) else {}
	for row in doc.bukti:
		row.sidik = berkas.get((doc.name, row.berkas)) or sign_tautan(row.tautan)


def get_sidik_berkas(realisasi: list[str]) -> dict[tuple[str, str], str]:
	"""(report, address of a file of its own) -> Frappe's hash of the content."""
	saring = {"attached_to_doctype": DOCTYPE, "attached_to_name": ("in", realisasi), "is_private": 1}
	kolom = ["attached_to_name", "file_url", "content_hash"]
	return {
		(nama, alamat): sidik for nama, alamat, sidik in frappe.get_all("File", saring, kolom, as_list=True)
	}


def sign_tautan(tautan: str | None) -> str | None:
	return sha256(tautan.encode()).hexdigest()[:PANJANG_SIDIK] if tautan else None


def _check_tautan(row) -> str:
	tautan = row.tautan.strip()
	if not is_tautan(tautan):
		frappe.throw(
			_("Bukti ke-{0}: tautan harus diawali https:// dan menuju sebuah situs.").format(row.idx)
		)
	return tautan


def is_tautan(tautan: str) -> bool:
	"""Does it lead to a site, and run nothing?"""
	try:
		bagian = urlsplit(tautan)
	except ValueError:
		return False
	return bagian.scheme in ("http", "https") and bool(bagian.hostname)


def _check_kepemilikan(doc, row) -> None:
	"""Naming another document's file here would lend it to the readers of this one."""
	daftar = frappe.get_all(
		"File",
		{"file_url": row.berkas, "is_private": 1},
		["name", "attached_to_doctype", "attached_to_name", "owner"],
	)
	if any(
		(berkas.attached_to_doctype, berkas.attached_to_name) == (doc.doctype, doc.name) for berkas in daftar
	):
		return
	for berkas in daftar:
		if berkas.owner == frappe.session.user and not _is_terlampir(berkas):
			return _adopt(berkas.name, doc)
	frappe.throw(_("Bukti ke-{0}: unggah berkasnya ke dokumen ini.").format(row.idx))


def _is_terlampir(berkas) -> bool:
	"""Attached to a document that exists? The form uploads before a new document has its name."""
	nama, doctype = berkas.attached_to_name, berkas.attached_to_doctype
	return bool(nama and doctype and frappe.db.exists(doctype, nama))


def _adopt(name: str, doc) -> None:
	"""The uploader's own loose file becomes evidence, under the same checks as one uploaded here."""
	berkas = frappe.get_doc("File", name)
	berkas.update({"attached_to_doctype": doc.doctype, "attached_to_name": doc.name})
	check_berkas(berkas)
	berkas.save()
