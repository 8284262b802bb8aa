"""All rows of a report as a workbook: made in the background, told and handed to who asked, gone after a week.

The screen shows a page at a time; this is for who needs everything. The file is his alone, and that he took it away
stays on record, as with Frappe's own exports.
"""

from collections.abc import Iterable
from functools import partial
from io import BytesIO

import frappe
from frappe import _
from frappe.core.doctype.access_log.access_log import make_access_log
from frappe.utils import add_days, formatdate
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils import get_column_letter

from kinerja_asn.laporan import catatan, kepatuhan, keterlambatan, penyelarasan, progres
from kinerja_asn.laporan.bagian import read_periode
from kinerja_asn.laporan.penilaian import belum_selesai, kuadran, rekap, riwayat, sebaran
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, get_bahasa, in_bahasa, send
from kinerja_asn.services.bersama.waktu import get_today

LAPORAN = {
	"Progres Realisasi": progres.list_semua,
	"Kepatuhan Penetapan SKP": kepatuhan.list_semua,
	"Menunggu Penyelarasan": penyelarasan.list_semua,
	"Keterlambatan Pelaporan": keterlambatan.list_semua,
	"Rekap Predikat": rekap.list_semua,
	"Sebaran Predikat terhadap Pola": sebaran.list_semua,
	"Evaluasi Belum Selesai": belum_selesai.list_semua,
	"Riwayat Predikat": riwayat.list_semua,
	"Kuadran Kinerja": kuadran.list_semua,
	"Catatan Harian Pegawai": catatan.list_semua,
}
TUGAS = "kinerja_asn.laporan.unduhan.pembuatan.make_unduhan"
AWAL_NAMA = "Unduhan laporan"
HARI_SIMPAN = 7
WAKTU_MAKS = 1800


def request_unduhan(laporan: str, filters: dict) -> None:
	"""Whoever may see the report and export its plans."""
	if laporan not in LAPORAN or not frappe.get_doc("Report", laporan).is_permitted():
		frappe.throw(_("Laporan ini bukan untuk peran Anda."), frappe.PermissionError)
	frappe.has_permission("SKP", "export", throw=True)
	read_periode(filters.get("periode"))
	frappe.enqueue(
		TUGAS, queue="long", timeout=WAKTU_MAKS, enqueue_after_commit=True, laporan=laporan, filters=filters
	)


def make_unduhan(laporan: str, filters: dict) -> None:
	"""The job, as the user who asked: his rights when it runs count."""
	user = frappe.session.user
	with in_bahasa(get_bahasa(user)):
		make_access_log(report_name=laporan, file_type="XLSX", filters=filters, method="Export")
		nama = f"{AWAL_NAMA} {laporan} {filters.get('periode') or ''} {get_today()}.xlsx"
		isi = write_lembar(laporan, *LAPORAN[laporan](filters))
		berkas = frappe.get_doc(doctype="File", file_name=nama, content=isi, is_private=1).insert()
		kabar = partial(build_kabar, laporan)
		send([Pemberitahuan(user, "File", berkas.name, kabar, berkas.file_url)])


def build_kabar(laporan: str) -> Kabar:
	return Kabar(
		judul=_("Unduhan laporan {0} sudah siap").format(_(laporan)),
		isi=_("Berkasnya hanya dapat Anda buka, dan dihapus pada {0}.").format(
			formatdate(add_days(get_today(), HARI_SIMPAN))
		),
		tombol=_("Unduh berkasnya"),
	)


def write_lembar(judul: str, kolom: list[dict], baris: Iterable[dict]) -> bytes:
	"""Written as it is read: a large agency has sixty thousand rows."""
	buku = Workbook(write_only=True)
	lembar = buku.create_sheet(judul)
	lembar.freeze_panes = "A2"
	for ke, isi in enumerate(kolom, 1):
		lembar.column_dimensions[get_column_letter(ke)].width = isi["width"] / 8
	lembar.append([isi["label"] for isi in kolom])
	for row in baris:
		lembar.append([make_sel(lembar, row[isi["fieldname"]]) for isi in kolom])
	keluaran = BytesIO()
	buku.save(keluaran)
	return keluaran.getvalue()


def make_sel(lembar, nilai):
	"""A text stays a text, also one that looks like a formula or a long number."""
	if not isinstance(nilai, str):
		return nilai
	sel = WriteOnlyCell(lembar, ILLEGAL_CHARACTERS_RE.sub("", nilai))
	sel.data_type = "s"
	return sel


def remove_unduhan() -> None:
	"""What is older than a week."""
	kunci = {"file_name": ("like", f"{AWAL_NAMA}%"), "creation": ("<", add_days(get_today(), -HARI_SIMPAN))}
	for nama in frappe.get_all("File", {**kunci, "attached_to_doctype": ("is", "not set")}, pluck="name"):
		frappe.delete_doc("File", nama, delete_permanently=True)
