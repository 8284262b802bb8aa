import frappe
from frappe import _

from kinerja_asn.constants.istilah import JenisEvaluasi, StatusPenilaianDiri
from kinerja_asn.kinerja_asn.workflow.kunci_unik import KunciUnik
from kinerja_asn.kinerja_asn.workflow.rekaman.berpihak import Berpihak
from kinerja_asn.services.bersama.isian import check_ukuran
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.penilaian.penilaian_diri import (
	build_hasil,
	check_waktu,
	find_rujukan_diri,
	get_masa,
	get_pihak,
)

KOLOM_ISI = ("rating_perilaku", "perilaku", "kendala", "pengembangan", "sepakat_rujukan")
ISI = (*KOLOM_ISI, "hasil.rating", "hasil.uraian", "status")


class PenilaianDiri(Berpihak, KunciUnik):
	"""What the employee says of his own results and behaviour before he is evaluated; it never changes a rating."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from kinerja_asn.kinerja_asn.doctype.penilaian_diri_hasil.penilaian_diri_hasil import (
			PenilaianDiriHasil,
		)

		atasan_penilai: DF.Link | None
		atasan_penilai_user: DF.Link | None
		disampaikan_pada: DF.Datetime | None
		hasil: DF.Table[PenilaianDiriHasil]
		instansi: DF.Link | None
		jabatan_pegawai: DF.Data | None
		jabatan_penilai: DF.Data | None
		jenis: DF.Literal["Periodik", "Tahunan"]
		kendala: DF.Text | None
		masa: DF.Data | None
		masa_ke: DF.Int
		nama_atasan_penilai: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_penilai: DF.Data | None
		nip_pegawai: DF.Data | None
		nip_penilai: DF.Data | None
		pangkat_pegawai: DF.Data | None
		pangkat_penilai: DF.Data | None
		pegawai: DF.Link | None
		pegawai_user: DF.Link | None
		pengembangan: DF.Text | None
		penilai: DF.Link | None
		penilai_user: DF.Link | None
		perilaku: DF.Text | None
		periode: DF.Link | None
		rating_perilaku: DF.Literal["", "Diatas Ekspektasi", "Sesuai Ekspektasi", "Dibawah Ekspektasi"]
		sepakat_rujukan: DF.Check
		skp: DF.Link
		status: DF.Literal["Draf", "Disampaikan"]
		unit_kerja: DF.Link | None
		unit_penilai: DF.Link | None
	# end: auto-generated types

	ISIAN_BARU = ("skp", "jenis", "masa_ke", "hasil", *KOLOM_ISI)

	def autoname(self):
		"""One for each plan and period, by the same name: of two requests at once the database refuses one."""
		akhiran = "T" if self.jenis == JenisEvaluasi.TAHUNAN else f"P{int(self.masa_ke or 0):02d}"
		self.name = f"PD-{str(self.skp).removeprefix('SKP-')}-{akhiran}"

	def before_insert(self):
		if self.jenis == JenisEvaluasi.TAHUNAN:
			self.masa_ke = 0

	def validate(self):
		check_ukuran(self)
		self.check_isian()
		check_waktu(self)
		self.fill_isi()
		self.check_penyampaian()

	def get_pesan_ganda(self) -> str:
		return _("Penilaian diri ini sudah ada. Muat ulang halaman.")

	def get_pihak(self) -> dict:
		"""Those of the evaluation that it comes before; also what decides who may make it."""
		return get_pihak(self)

	def get_isian_terbuka(self, before) -> set[str]:
		return set(ISI) if before.status == StatusPenilaianDiri.DRAF else set()

	def fill_isi(self) -> None:
		"""While it is a draft: the rows are those of the plan; what he wrote in them stays."""
		lama = self.get_doc_before_save()
		if lama and lama.status != StatusPenilaianDiri.DRAF:
			return
		self.update(self.get_pihak())
		self.masa = get_masa(self).label
		self.status = self.status or str(StatusPenilaianDiri.DRAF)
		given = {row.hasil_kerja: row for row in self.hasil}
		self.set("hasil", [])
		for idx, isi in enumerate(build_hasil(self), 1):
			row = self.append("hasil", given.get(isi["hasil_kerja"]) or {})
			row.update({**isi, "idx": idx})

	def check_penyampaian(self) -> None:
		if self.sepakat_rujukan and not find_rujukan_diri(self):
			self.sepakat_rujukan = 0
		if self.status != StatusPenilaianDiri.DISAMPAIKAN or self.disampaikan_pada:
			return
		for row in self.hasil:
			if not (row.uraian or "").strip():
				refuse_isian(
					f"uraian-{row.hasil_kerja}",
					_('Tulis capaian Anda untuk "{0}" sebelum menyampaikan.').format(row.rencana_hasil_kerja),
				)
		self.disampaikan_pada = get_now()


def on_doctype_update():
	frappe.db.add_unique("Penilaian Diri", ["skp", "jenis", "masa_ke"], constraint_name="unik_penilaian_diri")
