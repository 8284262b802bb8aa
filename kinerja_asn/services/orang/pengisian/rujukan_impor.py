"""What a row of an import refers to in an office's own words: units by their readable names, superiors by their NIP.

Frappe takes the name of a record only, which no office knows. What is not found stays as it is written: Frappe names it.
"""

from collections import defaultdict
from collections.abc import Sequence

import frappe
from frappe import _

from kinerja_asn.rules.nomor_induk import read_nomor_induk


class Rujukan:
	"""The units and superiors that the file of an import may name; each read once, when the first cell asks."""

	def __init__(self, doctype: str, kepala: Sequence[str], bernomor: Sequence[tuple[int, Sequence[str]]]):
		self.doctype = doctype
		self.kepala = kepala
		self.bernomor = bernomor
		self._unit: dict[tuple[str | None, str], list[frappe._dict]] | None = None

	def find(self, df, teks: str, instansi: str | None) -> str:
		"""The name of the record that ``teks`` means. Raises ValueError where it may mean several, or comes too early."""
		if df.options == "Department":
			return self._find_unit(teks, instansi)
		return self._find_pegawai(teks) if df.options == "Employee" else teks

	def _find_unit(self, teks: str, instansi: str | None) -> str:
		calon = self._get_unit().get((instansi, teks.casefold()), [])
		if len(calon) == 1 or teks in {row.name for row in calon}:
			return teks if len(calon) != 1 else calon[0].name
		if calon:
			raise ValueError(
				_('ada {0} unit bernama "{1}". Tulis salah satu: {2}.').format(
					len(calon), teks, "; ".join(row.nama_unit or row.name for row in calon)
				)
			)
		self._check_urutan(teks)
		return teks

	def _get_unit(self) -> dict[tuple[str | None, str], list[frappe._dict]]:
		if self._unit is None:
			self._unit = defaultdict(list)
			for row in frappe.get_all(
				"Department", fields=["name", "department_name", "nama_unit", "company"]
			):
				for sebutan in {
					(teks or "").casefold() for teks in (row.name, row.department_name, row.nama_unit)
				}:
					for instansi in (row.company, None):
						self._unit[instansi, sebutan].append(row)
		return self._unit

	def _check_urutan(self, teks: str) -> None:
		"""A parent that the same file brings is not there yet when Frappe reads the file."""
		if self.doctype != "Department" or "department_name" not in self.kepala:
			return
		ke = self.kepala.index("department_name")
		for nomor, row in self.bernomor:
			if ke < len(row) and row[ke].casefold() == teks.casefold():
				raise ValueError(
					_(
						'unit induk "{0}" baru ada pada baris {1} berkas ini. Impor dahulu unit-unit induknya, lalu sisanya.'
					).format(teks, nomor)
				)

	def _find_pegawai(self, teks: str) -> str:
		nomor = read_nomor_induk(teks)
		return (nomor and frappe.db.get_value("Employee", dict([nomor]))) or teks
