"""Files attached to our documents: seen with them, never lent, swapped, moved or taken away.

Frappe decides on the File document a client sends, lets anybody make a File record for the address of a private
file, and reads, writes and moves on disk before document events run (docs/permissions.md). So a new record is judged
as it was sent, a change before Frappe validates it, and the disk is services/pelaksanaan/penyimpanan.py's.
"""

import os
import posixpath

import frappe
from frappe import _
from frappe.core.doctype.file.file import has_permission as frappe_has_permission
from frappe.core.doctype.file.utils import get_content_hash
from frappe.utils import cint

from kinerja_asn.constants.akses import TERJAGA
from kinerja_asn.permissions.alamat import PRIVAT, check_bentuk, get_alamat, get_bukti, normalize_alamat
from kinerja_asn.permissions.hooks import can_read, get_rujukan_sql
from kinerja_asn.permissions.penjaga import refuse_di_samping

# What stays on a file of a document of ours, and on any other record of the same file or content: Frappe moves a
# file for one record, and writes the new address to all records with its content.
TETAP_BERSAMA = ("file_url", "is_private", "is_folder")
# What the desk calls a document that was never saved; none of ours has such a name.
BELUM_BERNAMA = "new-"
TETAP = (*TETAP_BERSAMA, "file_name", "attached_to_doctype", "attached_to_name", "content_hash")


def get_query_conditions(user: str | None = None, doctype: str | None = None) -> str:
	"""A file of ours is listed only for those who may see the document it belongs to."""
	user = user or frappe.session.user
	return get_rujukan_sql("File", "attached_to_doctype", "attached_to_name", TERJAGA, user)


def has_permission(doc, ptype: str | None = None, user: str | None = None, debug: bool = False) -> bool:
	user = user or frappe.session.user
	if user == "Administrator":
		return True
	if ptype == "create":
		return may_create(doc, user, debug)
	tersimpan = get_tersimpan(doc)
	if not tersimpan or not is_seperti_tersimpan(doc, tersimpan):
		return False
	# Frappe lets whoever made a file have it for ever: with a document of ours it is the document's.
	if is_milik_dokumen(tersimpan) and not can_read(
		tersimpan.attached_to_doctype, tersimpan.attached_to_name, user
	):
		return False
	return frappe_has_permission(tersimpan, ptype, user, debug=debug)


def may_create(doc, user: str, debug: bool) -> bool:
	"""Here the record is still as it was sent; before_insert of Frappe copies what its address leads to."""
	doc.flags.isi_sendiri = bool(doc.get("content"))  # read by is_isi_sendiri; a client cannot set flags
	if doc.get("file_url") or not doc.flags.isi_sendiri:
		check_alamat(doc)
	return frappe_has_permission(doc, "create", user, debug=debug)


def get_tersimpan(doc):
	"""The stored File of this name, whatever the client made of it."""
	return frappe.get_doc("File", doc.name) if doc.name and frappe.db.exists("File", doc.name) else None


def is_seperti_tersimpan(doc, tersimpan) -> bool:
	"""Same address and no content smuggled in: Frappe's file methods write what the sent document says."""
	diisi = doc.get("content") and not (doc.flags.new_file or doc.flags.ditulis)
	return not diisi and get_alamat(doc) == get_alamat(tersimpan)


# --- document events


def guard_baru(doc, method=None) -> None:
	"""before_insert, also where Frappe inserts with permissions ignored."""
	check_sasaran(doc)
	if not (doc.flags.new_file and doc.get("_content")):
		doc.content_hash = get_sidik(doc)  # Frappe made none and would believe the one sent
	if not is_isi_sendiri(doc):
		check_alamat(doc)
	check_privat(doc)


def is_isi_sendiri(doc) -> bool:
	"""Written by Frappe, not only said to be: with a host before the address it leaves the content aside."""
	return bool(
		doc.flags.isi_sendiri
		and doc.flags.new_file
		and doc.file_url == normalize_alamat(doc.file_url)  # Frappe v15 decodes it later
	)


def guard_perubahan(doc, method=None) -> None:
	"""before_validate, before Frappe moves anything on disk, and validate, for what Frappe made of the record."""
	lama = None if doc.is_new() else doc.get_doc_before_save()
	if not lama:
		return
	if is_milik_dokumen(lama):
		if is_berubah(doc, lama, TETAP):
			refuse_perubahan()
		return
	if is_berubah(doc, lama, TETAP_BERSAMA) or get_alamat(doc) != get_alamat(lama):
		check_bersama(doc, lama)
	if is_berubah(doc, lama, ("content_hash",)) and doc.content_hash != get_sidik(doc):
		frappe.throw(_("Sidik berkas ditentukan oleh sistem dan tidak dapat diubah."))
	if is_berubah(doc, lama, ("attached_to_doctype", "attached_to_name")):
		check_sasaran(doc)


def guard_lampiran(doc, method=None) -> None:
	"""validate of every DocType: Frappe gives the file named in an Attach field to the document that names it."""
	for df in doc.meta.get("fields", {"fieldtype": ("in", ("Attach", "Attach Image"))}):
		nilai = doc.get(df.fieldname)
		if nilai and isinstance(nilai, str) and doc.has_value_changed(df.fieldname):
			check_pembaca(get_bukti(normalize_alamat(nilai)))


def check_impor(doc, method=None) -> None:
	"""before_validate of Data Import."""
	if doc.import_file and doc.has_value_changed("import_file"):
		check_terbaca(doc.import_file)


# --- what they ask


def is_milik_dokumen(berkas) -> bool:
	return bool(
		berkas.attached_to_doctype in TERJAGA
		and frappe.db.exists(berkas.attached_to_doctype, berkas.attached_to_name)
	)


def is_berubah(doc, lama, kolom: tuple[str, ...]) -> bool:
	return any(str(doc.get(nama) or "") != str(lama.get(nama) or "") for nama in kolom)


def is_bersama(berkas) -> bool:
	"""Does a document of ours have the same file, or one with the same content?"""
	sama = {"file_url": get_alamat(berkas)}
	if berkas.content_hash:
		sama["content_hash"] = berkas.content_hash
	kunci = {"attached_to_doctype": ("in", TERJAGA), "name": ("!=", berkas.name)}
	return bool(frappe.get_all("File", kunci, or_filters=sama, limit=1))


def check_bersama(doc, lama) -> None:
	check_bentuk(doc.file_url)
	if is_bersama(lama):
		refuse_perubahan()
	tujuan = {get_alamat(doc), f"{PRIVAT}{posixpath.basename(get_alamat(doc))}"} - {get_alamat(lama)}
	if any(map(get_bukti, tujuan)):  # the second is where Frappe moves what becomes private
		refuse_pinjaman()


def get_sidik(doc) -> str | None:
	"""Of what is on disk: Frappe tells by it whether others still need a file."""
	check_bentuk(doc.file_url)
	if doc.is_folder or not doc.file_url or not os.path.isfile(path := doc.get_full_path()):
		return None
	with open(path, "rb") as berkas:
		return get_content_hash(berkas.read())


def check_sasaran(doc) -> None:
	"""Attaching to a document of ours needs the right to change it, and privacy; or, of feedback that nobody changes, that
	it is being given just now (a flag of services/pelaksanaan/umpan_balik/lampiran.py, which no client can set)."""
	refuse_di_samping(doc.attached_to_doctype)
	if doc.attached_to_doctype not in TERJAGA:
		return
	if not doc.is_private:
		frappe.throw(_("Berkas pada dokumen kinerja harus diunggah sebagai berkas privat."))
	# A right that is asked for is refused by v15 with words that tell that there is one.
	if can_read(doc.attached_to_doctype, doc.attached_to_name, frappe.session.user):
		induk = frappe.get_doc(doc.attached_to_doctype, doc.attached_to_name)
		if induk.has_permission("write") or doc.flags.bukti_umpan_balik:
			return
	elif str(doc.attached_to_name or "").startswith(BELUM_BERNAMA):
		return
	# Also of one that is not there yet: it would lie in wait for somebody's next document of that name.
	frappe.throw(_("Anda tidak dapat melampirkan berkas pada dokumen ini."), frappe.PermissionError)


def check_alamat(doc) -> None:
	"""A record for an address that is evidence of a document the user may not see would lend it to him."""
	check_bentuk(doc.file_url)
	check_pembaca(get_bukti(get_alamat(doc)))


def check_privat(doc) -> None:
	"""Whoever may read it does not open it to everybody, by a record or by a copy."""
	if not cint(doc.is_private) and get_bukti(get_alamat(doc)):
		refuse_perubahan()


def check_terbaca(alamat: str) -> None:
	"""An import reads whatever file is named to it, and its preview shows it."""
	berkas = frappe.get_all(
		"File", {"file_url": ("in", [alamat, normalize_alamat(alamat)])}, pluck="name", order_by=None
	)
	if berkas and not any(frappe.has_permission("File", "read", doc=name) for name in berkas):
		refuse_pinjaman()


def check_pembaca(bukti: list) -> None:
	if not all(
		can_read(berkas.attached_to_doctype, berkas.attached_to_name, frappe.session.user) for berkas in bukti
	):
		refuse_pinjaman()


def refuse_pinjaman() -> None:
	frappe.throw(
		_("Anda tidak berhak memakai berkas ini. Unggah berkas Anda sendiri."), frappe.PermissionError
	)


def refuse_perubahan() -> None:
	frappe.throw(_("Berkas pada dokumen kinerja tidak dapat diganti, dipindahkan, atau dibuka untuk umum."))
