"""What Frappe does on disk for a File, by its two hooks for storage: they run before anything is written or removed,
whoever asks and whether or not rights are ignored. A document event would come too late, and no rollback restores a
file."""

import os
import re
from functools import partial

import frappe
from frappe.core.doctype.file.utils import delete_file
from frappe.utils import get_files_path

from kinerja_asn.permissions.alamat import is_dipakai
from kinerja_asn.permissions.berkas import (
	check_alamat,
	check_privat,
	get_tersimpan,
	is_bersama,
	is_milik_dokumen,
	refuse_perubahan,
)
from kinerja_asn.services.pelaksanaan.bukti import prevent_penghapusan

FOLDER = ("/files", "/private/files")


def write_file(doc):
	"""Hook ``write_file``: new content gets an address of its own, and none is written over evidence."""
	tersimpan = get_tersimpan(doc)
	if tersimpan and (is_milik_dokumen(tersimpan) or is_bersama(tersimpan)):
		refuse_perubahan()
	if doc.file_url:
		check_alamat(doc)
		check_privat(doc)
	doc.flags.ditulis = True  # read by permissions/berkas.py: this content is no client's
	doc.file_name = get_nama_bebas(doc, None if doc.is_new() else tersimpan)
	berikut = get_hook_berikut("write_file")
	return berikut(doc) if berikut else doc.save_file_on_filesystem()


def get_nama_bebas(doc, tersimpan) -> str:
	"""Frappe looks at the disk alone, v16 for another name than it writes, and v15 decodes the name afterwards."""
	nama = re.sub(r"[/\\%?#]", "_", doc.file_name)
	awal, akhiran = os.path.splitext(nama)
	while is_terisi(nama, doc, tersimpan):
		nama = f"{awal}{frappe.generate_hash(length=6)}{akhiran}"
	return nama


def is_terisi(nama: str, doc, tersimpan) -> bool:
	"""A stored record may write over its own file, as long as no other leads to it."""
	alamat = f"{FOLDER[1] if doc.is_private else FOLDER[0]}/{nama}"
	if is_dipakai(alamat, tersimpan and tersimpan.name):
		return True
	sendiri = tersimpan and tersimpan.file_url == alamat
	return not sendiri and os.path.exists(get_files_path(nama, is_private=doc.is_private))


def delete_file_data_content(doc, only_thumbnail: bool = False) -> None:
	"""Hook of that name: of on_trash, where everything may still be refused, and of an insert that is undone."""
	buang = partial(remove_isi, doc, only_thumbnail)
	if doc.flags.new_file:
		buang()
	else:
		prevent_penghapusan(doc)
		frappe.db.after_commit.add(buang)


def remove_isi(doc, only_thumbnail: bool) -> None:
	"""Not what a record leads to: Frappe goes by the hash a record tells, and by the last part of any address."""
	only_thumbnail = only_thumbnail or is_dipakai(doc.file_url)
	if doc.thumbnail_url and is_dipakai(doc.thumbnail_url):
		doc.thumbnail_url = None
	berikut = get_hook_berikut("delete_file_data_content")
	if berikut:
		return berikut(doc, only_thumbnail=only_thumbnail)
	for alamat in (None if only_thumbnail else doc.file_url, doc.thumbnail_url):
		if alamat and os.path.dirname(alamat) in FOLDER:
			delete_file(alamat)


def get_hook_berikut(hook: str):
	"""Of an app that stores files elsewhere: Frappe itself calls the first hook only."""
	lain = [metode for metode in frappe.get_hooks(hook) if metode != f"{__name__}.{hook}"]
	return frappe.get_attr(lain[0]) if lain else None
