"""A private file as evidence of feedback that bears its giver's name (p. 69: "berdasarkan bukti dukung").

Whoever answers without his name gives none: a file has a name, an owner, a time and what its maker's program wrote into
it. Where one is sent with such an answer all of it is refused, and nothing of it stays.
"""

from collections.abc import Mapping, Sequence

import frappe
from frappe import _

from kinerja_asn.rules.umpan_balik import Jawaban
from kinerja_asn.services.bersama.penolakan import note_medan
from kinerja_asn.services.pelaksanaan.bukti import check_berkas

# What an answer speaks about: sasaran, hasil kerja, nilai.
Tentang = tuple[str, str, str]


def get_tentang(bagian) -> Tentang:
	"""``bagian``: a question, or an answer."""
	return (str(bagian.sasaran), bagian.hasil_kerja or "", bagian.nilai or "")


def attach(doc, unggahan) -> None:
	"""``doc``: the session user's own, stored in this very request; nobody attaches to it later, and nothing of it changes."""
	file = frappe.get_doc(
		doctype="File",
		file_name=unggahan.filename[-120:],
		content=unggahan.stream.read(),
		is_private=1,
		attached_to_doctype=doc.doctype,
		attached_to_name=doc.name,
	)
	check_berkas(file)
	file.flags.bukti_umpan_balik = True
	doc.db_set("berkas", file.insert().file_url, update_modified=False)


def check_terjawab(
	berkas: Mapping[Tentang, object], jawaban: Sequence[Jawaban], medan: Mapping[Tentang, str]
) -> None:
	"""A file belongs to an answer. ``medan``: the field of each question."""
	ada = {get_tentang(bagian) for bagian in jawaban}
	if salah := [
		note_medan(medan[tentang], _("Pilih Positif atau Perlu Perbaikan untuk yang Anda lampiri berkas."))
		for tentang in berkas
		if tentang not in ada
	]:
		frappe.throw(salah, title=_("Isian belum benar"), as_list=True)


def refuse_tanpa_nama(berkas: Mapping) -> None:
	if berkas:
		frappe.throw(
			_(
				"Jawaban tanpa nama tidak menerima berkas: berkas dapat mengungkap siapa Anda. Hapus berkasnya, lalu kirim."
			)
		)
