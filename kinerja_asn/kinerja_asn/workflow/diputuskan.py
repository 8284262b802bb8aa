"""Base of the documents on which officials decide: whoever has left the service hears why he no longer does."""

from kinerja_asn.kinerja_asn.workflow.terjejak import Terjejak
from kinerja_asn.permissions.penjaga import check_bertugas


class Diputuskan(Terjejak):
	def raise_no_permission_to(self, perm_type):
		"""Frappe says in general terms that a right is missing."""
		if perm_type in ("create", "write"):
			check_bertugas()
		super().raise_no_permission_to(perm_type)
