import frappe

from kinerja_asn.kinerja_asn.workflow.terjejak import Terjejak


class RespondenUmpanBalik(Terjejak):
	"""Who was asked, as what, and whether he has answered; read by himself alone.

	Nothing in it says when: it is written when the request is made, and neither ``modified`` nor a trace follows the
	answer (docs/permissions.md)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		jabatan_responden: DF.Data | None
		nama_responden: DF.Data | None
		peran: DF.Literal[
			"Diri Sendiri", "Pimpinan", "Rekan Kerja Setingkat", "Pegawai di Bawahnya", "Pihak Lain"
		]
		permintaan: DF.Link
		responden: DF.Link | None
		responden_user: DF.Link | None
		sudah_menjawab: DF.Check
	# end: auto-generated types


def on_doctype_update():
	frappe.db.add_unique(
		"Responden Umpan Balik", ["permintaan", "responden"], constraint_name="unik_permintaan_responden"
	)
