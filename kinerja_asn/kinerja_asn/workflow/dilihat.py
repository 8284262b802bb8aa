"""Base of the documents whose steps are taken on the version that was seen, by whichever of Frappe's methods."""

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import cstr

from kinerja_asn.services.bersama.penolakan import get_pesan_berubah


class Dilihat(Document):
	"""What a client sends says by its ``modified`` which version it has seen. Flags, which no client can set:
	``tersimpan``: what is here was read from the database; ``dilihat``: the version that was sent before or since;
	``sudah_dibaca``: a service has read it itself."""

	def load_from_db(self, *args, **kwargs):
		"""Frappe reads a document anew before a step, since a client may have sent it."""
		if self.flags.sudah_dibaca:
			return self
		dilihat = None if self.flags.tersimpan else self.get("modified")
		hasil = super().load_from_db(*args, **kwargs)
		self.flags.update(tersimpan=True, dilihat=dilihat)
		return hasil

	def update(self, d, *args, **kwargs):
		"""As REST changes a stored document: by what it has been sent."""
		if self.is_tersimpan() and "modified" in d:
			self.flags.dilihat = d["modified"]
		return super().update(d, *args, **kwargs)

	def set(self, key, value, *args, **kwargs):
		"""Frappe's step sets the state, then runs what is attached to it (v16's Transition Tasks), and only then saves:
		whether the step may be taken is asked first."""
		if key == "workflow_state" and self.is_tersimpan():
			self.check_langkah_dari(self, value)
		return super().set(key, value, *args, **kwargs)

	def is_tersimpan(self) -> bool:
		"""Also not while Frappe is reading it."""
		return bool(self.flags.tersimpan) and not self.flags.ignore_children

	def check_langkah_dari(self, before: Document, status: str) -> None:
		"""May the session user bring the stored document ``before`` to ``status``?"""
		raise NotImplementedError

	def check_dilihat(self, before: Document) -> None:
		"""Of a document that was sent as a whole Frappe itself compares the version when it is saved."""
		if self.flags.sudah_dibaca or not self.flags.tersimpan:
			return
		if not self.flags.dilihat:
			frappe.throw(
				_(
					"Buka dokumennya dahulu ({0}), lalu ambil langkahnya di sana: langkah diambil atas isi yang dilihat."
				).format(self.name),
				frappe.TimestampMismatchError,
			)
		if cstr(self.flags.dilihat) != cstr(before.modified):
			frappe.throw(get_pesan_berubah(), frappe.TimestampMismatchError)
