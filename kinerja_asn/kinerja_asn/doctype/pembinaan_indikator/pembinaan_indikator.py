from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class PembinaanIndikator(BarisDokumen):
	"""One indikator on which somebody is coached: his own part of form B.1.6 and what was agreed on (p. 80)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		baseline: DF.SmallText | None
		indikator: DF.Data | None
		langkah: DF.SmallText | None
		masalah: DF.SmallText | None
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		penyebab: DF.SmallText | None
		penyesuaian: DF.Check
		progres: DF.SmallText | None
		strategi: DF.SmallText | None
		target: DF.SmallText | None
		target_skp: DF.SmallText | None
		uraian: DF.SmallText | None
	# end: auto-generated types
