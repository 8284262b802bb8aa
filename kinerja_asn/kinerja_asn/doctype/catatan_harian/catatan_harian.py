import frappe
from frappe import _
from frappe.utils import cint, formatdate, getdate

from kinerja_asn.constants.istilah import PemakaianCatatan, StatusCatatan
from kinerja_asn.kinerja_asn.workflow.kunci_unik import KunciUnik
from kinerja_asn.rules.catatan import is_terlambat
from kinerja_asn.services.bersama.isian import check_angka, check_baris_milik_sendiri, check_ukuran
from kinerja_asn.services.bersama.jejak import add_jejak
from kinerja_asn.services.bersama.periode import check_periode_dibuka, get_periode
from kinerja_asn.services.bersama.waktu import format_saat, get_libur, get_today
from kinerja_asn.services.orang.pihak import get_pihak_laporan
from kinerja_asn.services.pelaksanaan.bukti import check_bukti
from kinerja_asn.services.pelaksanaan.catatan.hari import BARIS_MAKS, MENIT_MAKS
from kinerja_asn.services.perencanaan.skp.versi import get_rencana

# What the server alone writes (services/pelaksanaan/catatan/keputusan.py), and where a day begins and is reopened.
SERVER = (
	"status",
	"catatan_penilai",
	"diajukan_pada",
	"diajukan_oleh",
	"disetujui_pada",
	"disetujui_oleh",
	"nama_penyetuju",
)
DIBUKA = {**dict.fromkeys(SERVER), "status": str(StatusCatatan.DRAF)}
# What a line says; who changes any of it has another line.
ISI = ("uraian", "hasil_kerja", "indikator", "volume", "satuan", "menit", "berkas", "tautan")
ANGKA = ("volume", "menit")


class CatatanHarian(KunciUnik):
	"""What one employee did on one day (Pasal 16 ayat (3): documentation may be daily). It locks nothing: a day that is
	changed after it was sent or approved is a draft again, with a trace."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from kinerja_asn.kinerja_asn.doctype.baris_catatan_harian.baris_catatan_harian import (
			BarisCatatanHarian,
		)

		atasan_penilai: DF.Link | None
		atasan_penilai_user: DF.Link | None
		banyak: DF.Int
		baris: DF.Table[BarisCatatanHarian]
		catatan_penilai: DF.SmallText | None
		diajukan_oleh: DF.Link | None
		diajukan_pada: DF.Datetime | None
		disetujui_oleh: DF.Link | None
		disetujui_pada: DF.Datetime | None
		instansi: DF.Link | None
		jabatan_pegawai: DF.Data | None
		jabatan_penilai: DF.Data | None
		menit: DF.Int
		nama_atasan_penilai: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_penilai: DF.Data | None
		nama_penyetuju: DF.Data | None
		nip_pegawai: DF.Data | None
		nip_penilai: DF.Data | None
		pangkat_pegawai: DF.Data | None
		pangkat_penilai: DF.Data | None
		pegawai: DF.Link | None
		pegawai_user: DF.Link | None
		penilai: DF.Link | None
		penilai_user: DF.Link | None
		periode: DF.Link | None
		skp: DF.Link
		status: DF.Literal["Draf", "Diajukan", "Disetujui"]
		tanggal: DF.Date
		terlambat: DF.Check
		unit_kerja: DF.Link | None
		unit_penilai: DF.Link | None
	# end: auto-generated types

	def autoname(self):
		"""One for each person and day, by its name: of two requests at once the database refuses one."""
		self.name = f"CH-{self.get_pihak().get('pegawai')}-{getdate(self.tanggal):%Y%m%d}"

	def validate(self):
		check_ukuran(self)
		check_baris_milik_sendiri(self)
		self.restore_server()
		self.check_hari()
		self.update(self.get_pihak())
		self.arrange_baris()
		self.reopen()

	def get_pihak(self) -> dict:
		"""As on a report: after the Penilai has moved his successor reads and approves."""
		pihak = get_pihak_laporan(str(self.skp or ""))
		pihak.pop("tahap", None)
		return pihak

	def get_pesan_ganda(self) -> str:
		return _("Catatan tanggal itu sudah ada. Buka harinya dan tambahkan di sana.")

	def restore_server(self) -> None:
		"""Whatever a client sends."""
		before = self.get_doc_before_save()
		for kolom, nilai in DIBUKA.items():
			self.set(kolom, before.get(kolom) if before else nilai)

	# --- the day

	def check_hari(self) -> None:
		skp = frappe.db.get_value("SKP", str(self.skp or ""), ["periode", "awal", "akhir"], as_dict=True)
		check_periode_dibuka(skp.periode)
		if get_periode(skp.periode).catatan_harian == PemakaianCatatan.TIDAK_DIPAKAI:
			frappe.throw(_("Instansi Anda tidak memakai catatan harian pada periode ini."))
		tanggal = getdate(self.tanggal)
		if tanggal > get_today():
			frappe.throw(_("Catatan ditulis setelah harinya tiba. Pilih hari ini atau hari sebelumnya."))
		if not getdate(skp.awal) <= tanggal <= getdate(skp.akhir):
			frappe.throw(
				_("{0} di luar masa berlaku SKP ini, {1} sampai {2}.").format(
					*(formatdate(hari, "d MMMM yyyy") for hari in (tanggal, skp.awal, skp.akhir))
				)
			)

	# --- the lines

	def arrange_baris(self) -> None:
		if len(self.baris) > BARIS_MAKS:
			frappe.throw(
				_("Sehari paling banyak {0} baris. Gabungkan pekerjaan yang sejenis.").format(BARIS_MAKS)
			)
		before = self.get_doc_before_save()
		lama = {row.name: row for row in before.baris} if before else {}
		for row in self.baris:
			self.fill_baris(row, lama.get(row.name))
		self.banyak, self.menit = len(self.baris), sum(cint(row.menit) for row in self.baris)
		self.terlambat = int(any(row.terlambat for row in self.baris))
		if self.menit > MENIT_MAKS:
			frappe.throw(
				_("Sehari paling banyak {0} menit; yang tertulis {1}.").format(MENIT_MAKS, self.menit)
			)

	def fill_baris(self, row, lama) -> None:
		row.uraian = (row.uraian or "").strip()
		if lama and get_isi(row) == get_isi(lama):
			row.update(
				{kolom: lama.get(kolom) for kolom in ("terlambat", "rencana_hasil_kerja", "uraian_indikator")}
			)
			return
		if not row.uraian:
			frappe.throw(_("Baris ke-{0}: tulis apa yang dikerjakan.").format(row.idx))
		for kolom in ANGKA:
			check_angka(row, kolom)
		check_bukti(self, row)
		self.link_rencana(row, lama)
		row.terlambat = int(self.is_terlambat())

	def link_rencana(self, row, lama) -> None:
		"""By the version of the plan in force on that day; what a change took out of it since stays as it was noted."""
		row.indikator, row.hasil_kerja = row.indikator or None, row.hasil_kerja or None
		if lama and (row.indikator, row.hasil_kerja) == (lama.indikator, lama.hasil_kerja):
			return
		rencana = self.get_rencana()
		iki = _find(rencana.indikator, row.indikator)
		hasil = _find(rencana.hasil_kerja, iki.hasil_kerja if iki else row.hasil_kerja)
		if (row.indikator and not iki) or (row.hasil_kerja and (not hasil or hasil.kunci != row.hasil_kerja)):
			frappe.throw(
				_(
					"Baris ke-{0}: hasil kerja itu tidak ada di SKP pada tanggal ini. Muat ulang halaman."
				).format(row.idx)
			)
		row.hasil_kerja, row.rencana_hasil_kerja = (
			(hasil.kunci, hasil.rencana_hasil_kerja) if hasil else (None, None)
		)
		row.uraian_indikator = iki.indikator if iki else None
		row.satuan = (iki.satuan if iki else row.satuan) or None

	def get_rencana(self):
		"""A page that has read it in this request hands it over in ``flags``."""
		return self.flags.rencana or get_rencana(frappe.get_doc("SKP", self.skp), getdate(self.tanggal))

	def is_terlambat(self) -> bool:
		periode = get_periode(self.periode)
		return is_terlambat(
			getdate(self.tanggal), get_today(), cint(periode.hari_kerja_catatan), get_libur(periode.instansi)
		)

	# --- changed after it was sent

	def reopen(self) -> None:
		before = self.get_doc_before_save()
		if not before or before.status == StatusCatatan.DRAF or not self.is_berubah(before):
			return
		if before.status == StatusCatatan.DISETUJUI:
			kalimat = _("Diubah sesudah disetujui {0} pada {1}, sehingga menjadi draf lagi.").format(
				before.nama_penyetuju, format_saat(before.disetujui_pada)
			)
			add_jejak([(self.doctype, self.name, kalimat)])
		self.update(DIBUKA)

	def is_berubah(self, before) -> bool:
		return [*map(get_isi, self.baris)] != [*map(get_isi, before.baris)]


def _find(rows, kunci: str | None):
	return next((row for row in rows if kunci and row.kunci == kunci), None)


def get_isi(row) -> tuple[str, ...]:
	return tuple(
		str(float(row.get(kolom) or 0)) if kolom in ANGKA else str(row.get(kolom) or "").replace("\r\n", "\n")
		for kolom in ISI
	)


def on_doctype_update():
	# His own weeks, a team's calendar, what a plan's period adds up to, and what waits for a Penilai: a year has millions of days.
	for kolom in ("pegawai_user", "pegawai", "skp"):
		frappe.db.add_index("Catatan Harian", [kolom, "tanggal"])
	frappe.db.add_index("Catatan Harian", ["penilai_user", "status", "tanggal"])
	# Who noted what in a week (services/pelaksanaan/catatan/pengingat.py): the index alone answers.
	frappe.db.add_index("Catatan Harian", ["tanggal", "banyak", "pegawai"])
