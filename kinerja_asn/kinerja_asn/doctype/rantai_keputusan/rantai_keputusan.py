from typing import NoReturn

import frappe
from frappe import _

from kinerja_asn.kinerja_asn.workflow.terjejak import Terjejak


class RantaiKeputusan(Terjejak):
	"""One link of the chain of decisions (design.md §5.6); written by services/penilaian/rantai/penulisan.py alone."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		jenis_rujukan: DF.Data | None
		pada: DF.Datetime | None
		pelaku: DF.Data | None
		perihal: DF.Data | None
		rujukan: DF.Data | None
		sidik: DF.Data | None
		sidik_isi: DF.Data | None
		sidik_sebelum: DF.Data | None
		urutan: DF.Int
	# end: auto-generated types

	def validate(self):
		self.refuse()

	def on_trash(self):
		self.refuse()

	def refuse(self) -> NoReturn:
		frappe.throw(
			_("Rantai Keputusan hanya bertambah: tidak seorang pun membuat, mengubah, atau menghapusnya."),
			frappe.PermissionError,
		)


def on_doctype_update():
	frappe.db.add_unique("Rantai Keputusan", ["urutan"], constraint_name="unik_urutan_rantai")
