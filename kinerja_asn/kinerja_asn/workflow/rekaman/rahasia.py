"""Base of the documents of which nothing is kept beside them, whatever a site's administrator switches on."""

from typing import NoReturn

import frappe
from frappe import _

from kinerja_asn.kinerja_asn.workflow.terjejak import Terjejak


class Rahasia(Terjejak):
	def save_version(self) -> None:
		"""A version holds the words before and after, and is listed to whoever administers the site."""

	def on_trash(self) -> NoReturn:
		"""Frappe keeps what is deleted, as a whole, in Deleted Document."""
		frappe.throw(_("{0} tidak dapat dihapus.").format(_(self.doctype)), frappe.PermissionError)
