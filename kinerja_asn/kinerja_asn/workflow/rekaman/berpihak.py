"""Base of the records without stages in which several people write: each his own part, while the record stands where it
does. A controller says who may change what (``get_isian_terbuka``), and what a new one keeps (``ISIAN_BARU``)."""

from collections.abc import Iterator

import frappe
from frappe import _
from frappe.model.document import Document

from kinerja_asn.kinerja_asn.workflow.bertahap import is_berbeda
from kinerja_asn.services.bersama.isian import check_baris_milik_sendiri

TATA_LETAK = ("Section Break", "Column Break")


class Berpihak(Document):
	ISIAN_BARU: tuple[str, ...] = ()

	def get_isian_terbuka(self, before: Document) -> set[str]:
		"""Paths ("field", or "tabel.kolom") that the session user may change in ``before``."""
		raise NotImplementedError

	def check_isian(self) -> None:
		check_baris_milik_sendiri(self)
		before = self.get_doc_before_save()
		if not before:
			return self.clear_isian_asing()
		if asing := sorted(set(self.get_perubahan(before)) - self.get_isian_terbuka(before)):
			frappe.throw(
				_(
					"{0} tidak dapat Anda ubah sekarang. Muat ulang halaman untuk melihat isi terakhir."
				).format(", ".join(map(self.get_label_isian, asing))),
				frappe.PermissionError,
			)

	def clear_isian_asing(self) -> None:
		for df in self.meta.fields:
			if df.fieldname not in self.ISIAN_BARU and df.fieldtype not in TATA_LETAK:
				self.set(df.fieldname, [] if df.fieldtype == "Table" else df.default or None)

	def get_perubahan(self, before: Document) -> Iterator[str]:
		terbuka = self.get_isian_terbuka(before)
		for df in self.meta.fields:
			if df.fieldtype in TATA_LETAK or df.fieldname in terbuka:
				continue
			if df.fieldtype == "Table":
				yield from self.get_perubahan_tabel(df.fieldname, before)
			elif is_berbeda(df, self, before):
				yield df.fieldname

	def get_perubahan_tabel(self, nama: str, before: Document) -> Iterator[str]:
		lama = {row.name: row for row in before.get(nama)}
		if [row.name for row in self.get(nama)] != [*lama]:
			yield nama
			return
		for row in self.get(nama):
			for df in row.meta.fields:
				if is_berbeda(df, row, lama[row.name]):
					yield f"{nama}.{df.fieldname}"

	def get_label_isian(self, path: str) -> str:
		nama, _titik, kolom = path.partition(".")
		df = self.meta.get_field(nama)
		if kolom:
			df = frappe.get_meta(df.options).get_field(kolom)
		return _(df.label or df.fieldname)
