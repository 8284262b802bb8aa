import frappe
from frappe import _
from frappe.utils import cint, escape_html, getdate

from kinerja_asn.constants.masyarakat import MINIMUM_TERENDAH
from kinerja_asn.kinerja_asn.workflow.kunci_unik import KunciUnik
from kinerja_asn.kinerja_asn.workflow.milik_instansi import MilikInstansi
from kinerja_asn.services.bersama.isian import check_baris_milik_sendiri, check_ukuran
from kinerja_asn.services.bersama.kunci import shorten_nama
from kinerja_asn.services.orang.unit import check_unit_instansi, get_nama_unit
from kinerja_asn.services.pelaksanaan.masyarakat.layanan import (
	check_belum_berjawaban,
	check_bukan_dinilai,
	make_token,
)


class LayananPublik(MilikInstansi, KunciUnik):
	"""A service of a unit about which citizens give feedback, at an address that stands on its poster."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from kinerja_asn.kinerja_asn.doctype.layanan_publik_bahasa.layanan_publik_bahasa import (
			LayananPublikBahasa,
		)
		from kinerja_asn.kinerja_asn.doctype.tindakan_perbaikan_layanan.tindakan_perbaikan_layanan import (
			TindakanPerbaikanLayanan,
		)

		bahasa: DF.TableMultiSelect[LayananPublikBahasa]
		instansi: DF.Link | None
		minimum_jawaban: DF.Int
		nama_layanan: DF.Data
		status: DF.Literal["Dibuka", "Ditutup"]
		tindakan: DF.Table[TindakanPerbaikanLayanan]
		token: DF.Data | None
		unit_kerja: DF.Link
	# end: auto-generated types

	def autoname(self):
		"""Readable wherever it is linked to: the title of a linked document is shown to nobody (permissions/permintaan.py)."""
		self.name = shorten_nama(f"{self.nama_layanan}, {self.unit_kerja}")

	def before_insert(self):
		self.tidy_nama()

	def validate(self):
		self.tidy_nama()
		check_baris_milik_sendiri(self)
		check_bukan_dinilai(self.name)
		self.set_instansi()
		self.set_token()
		self.check_minimum()
		self.tidy_bahasa()
		self.sort_tindakan()

	def on_trash(self):
		check_bukan_dinilai(self.name)
		check_belum_berjawaban(self.name)

	def get_pihak(self) -> dict:
		"""Whose it is, worked out on the server: decides who may create it."""
		instansi = self.unit_kerja and frappe.get_cached_value("Department", self.unit_kerja, "company")
		return {"instansi": instansi or None, "unit_kerja": self.unit_kerja}

	def get_pesan_ganda(self) -> str:
		return _(
			"Unit {0} sudah mempunyai layanan bernama {1}. Buka layanan itu, atau beri nama lain."
		).format(escape_html(get_nama_unit(self.unit_kerja)), escape_html(self.nama_layanan))

	def tidy_nama(self) -> None:
		"""Before it becomes the record's name."""
		check_ukuran(self)
		self.nama_layanan = " ".join((self.nama_layanan or "").split())

	def set_instansi(self) -> None:
		self.instansi = self.get_pihak()["instansi"]
		if not self.instansi:
			frappe.throw(_("Pilih unit kerja dari instansi Anda."))
		check_unit_instansi(self.unit_kerja, self.instansi)

	def set_token(self) -> None:
		"""The server's own, whatever a client sends."""
		before = self.get_doc_before_save()
		self.token = before.token if before else make_token()

	def check_minimum(self) -> None:
		if cint(self.minimum_jawaban) < MINIMUM_TERENDAH:
			frappe.throw(
				_(
					"Jumlah jawaban minimum paling sedikit {0}: dari jawaban yang lebih sedikit, orangnya dapat dikenali."
				).format(MINIMUM_TERENDAH)
			)

	def tidy_bahasa(self) -> None:
		"""Indonesian is always there, and each other language once."""
		self.bahasa = list({row.bahasa: row for row in self.bahasa if row.bahasa != "id"}.values())
		for idx, row in enumerate(self.bahasa, 1):
			row.idx = idx

	def sort_tindakan(self) -> None:
		self.tindakan.sort(key=lambda row: getdate(row.tanggal))
		for idx, row in enumerate(self.tindakan, 1):
			row.idx = idx


def on_doctype_update():
	frappe.db.add_unique(
		"Layanan Publik", ["unit_kerja", "nama_layanan"], constraint_name="unik_unit_layanan"
	)
