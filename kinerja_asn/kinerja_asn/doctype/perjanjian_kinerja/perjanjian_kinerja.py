import frappe
from frappe import _
from frappe.utils import escape_html

from kinerja_asn.constants.istilah import Arah
from kinerja_asn.kinerja_asn.workflow.kunci_unik import KunciUnik
from kinerja_asn.kinerja_asn.workflow.milik_instansi import MilikInstansi
from kinerja_asn.rules.capaian import check_target, check_target_berarti
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.services.bersama.isian import check_baris_milik_sendiri, check_ukuran
from kinerja_asn.services.bersama.kunci import shorten_nama
from kinerja_asn.services.bersama.periode import get_nama_periode
from kinerja_asn.services.orang.unit import check_unit_instansi, get_nama_unit
from kinerja_asn.services.perencanaan.penyelarasan.perjanjian import get_nama_pembawa
from kinerja_asn.services.perencanaan.skp.rencana import assign_kunci, normalize_target

DITETAPKAN = "Ditetapkan"


class PerjanjianKinerja(MilikInstansi, KunciUnik):
	"""Sasaran, indikator and target of a unit, which its head's SKP must carry as utama (Pasal 8; p. 27 no. 3)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from kinerja_asn.kinerja_asn.doctype.perjanjian_kinerja_indikator.perjanjian_kinerja_indikator import (
			PerjanjianKinerjaIndikator,
		)

		indikator: DF.Table[PerjanjianKinerjaIndikator]
		instansi: DF.Link | None
		nama_pimpinan: DF.Data | None
		nomor: DF.Data | None
		periode: DF.Link
		pimpinan: DF.Link
		status: DF.Literal["Rancangan", "Ditetapkan"]
		tanggal: DF.Date | None
		unit_kerja: DF.Link
	# end: auto-generated types

	def autoname(self):
		self.name = shorten_nama(f"PK-{self.periode}-{self.unit_kerja}")

	def validate(self):
		check_ukuran(self)
		check_baris_milik_sendiri(self)
		self.set_instansi()
		self.set_pimpinan()
		self.check_penetapan()
		assign_kunci(self, ("indikator",))
		self.check_target()
		self.check_baris_dibawa()

	def on_trash(self):
		self.check_dibawa(self.indikator)

	def get_pihak(self) -> dict:
		"""Whose it is, worked out on the server: decides who may create it."""
		return {
			"instansi": self.periode and frappe.get_cached_value("Periode Kinerja", self.periode, "instansi"),
			"unit_kerja": self.unit_kerja,
		}

	def get_pesan_ganda(self) -> str:
		return _("Perjanjian Kinerja {0} untuk {1} sudah ada. Buka dan lanjutkan di sana.").format(
			get_nama_periode(self.periode), escape_html(get_nama_unit(self.unit_kerja))
		)

	def set_instansi(self) -> None:
		self.instansi = self.get_pihak()["instansi"]
		check_unit_instansi(self.unit_kerja, self.instansi)

	def set_pimpinan(self) -> None:
		"""A head stays the head of this year's agreement when he leaves the agency later."""
		if not self.has_value_changed("pimpinan"):
			return
		pegawai = frappe.db.get_value(
			"Employee", self.pimpinan, ["employee_name", "company", "status"], as_dict=True
		)
		if not pegawai or pegawai.company != self.instansi or pegawai.status != "Active":
			frappe.throw(
				_("Pimpinan unit harus pegawai aktif di {0}. Pilih pegawai instansi ini.").format(
					self.instansi
				)
			)
		self.nama_pimpinan = pegawai.employee_name

	def check_penetapan(self) -> None:
		if self.status == DITETAPKAN and not (self.nomor and self.tanggal):
			frappe.throw(_("Isi Nomor dan Tanggal Perjanjian Kinerja sebelum menetapkannya."))
		self.check_tetap_ditetapkan()

	def check_tetap_ditetapkan(self) -> None:
		before = self.get_doc_before_save()
		if before and before.status == DITETAPKAN != self.status:
			frappe.throw(
				_(
					"Perjanjian Kinerja yang sudah ditetapkan tidak kembali menjadi rancangan. Perbaiki isinya, atau isi Nomor dan "
					"Tanggal perubahannya."
				)
			)

	def check_target(self) -> None:
		periksa = check_target_berarti if self.status == DITETAPKAN else check_target  # a draft may be blank
		for row in self.indikator:
			normalize_target(row)
			try:
				periksa(Arah(row.arah), to_decimal(row.target_min), to_decimal(row.target_maks))
			except ValueError as salah:
				frappe.throw(_("Baris {0}: {1}").format(row.idx, escape_html(str(salah))))

	def check_baris_dibawa(self) -> None:
		before = self.get_doc_before_save()
		tetap = {row.name for row in self.indikator}
		self.check_dibawa([row for row in (before.indikator if before else []) if row.name not in tetap])

	def check_dibawa(self, rows: list) -> None:
		"""A row on which a set SKP rests stays; its wording may be mended."""
		pembawa = get_nama_pembawa([row.kunci for row in rows])
		for row in rows:
			if nama := pembawa.get(row.kunci):
				frappe.throw(
					_(
						'Indikator "{0}" sudah dimuat dalam SKP yang ditetapkan ({1}) dan tidak dapat dihapus. '
						"Perbaiki kalimatnya, atau ubah SKP itu dahulu."
					).format(escape_html(row.indikator), escape_html(", ".join(nama)))
				)


def on_doctype_update():
	frappe.db.add_unique("Perjanjian Kinerja", ["unit_kerja", "periode"], constraint_name="unik_unit_periode")
