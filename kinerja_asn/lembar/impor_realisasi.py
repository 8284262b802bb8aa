"""The worksheet of an Impor Realisasi, and the job that brings it in: in sets that are committed, so that it can be gone on with."""

from collections.abc import Iterator
from functools import partial

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.tahapan import DISEPAKATI
from kinerja_asn.lembar.lembar_realisasi import JUDUL, read_berkas, write_hasil, write_lembar
from kinerja_asn.permissions.dokumen import get_kondisi
from kinerja_asn.services.bersama.pemberitahuan import (
	Kabar,
	Pemberitahuan,
	get_bahasa,
	get_bahasa_situs,
	in_bahasa,
	send,
)
from kinerja_asn.services.bersama.tabel_anak import is_anak
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.pelaksanaan.pengimporan import giliran
from kinerja_asn.services.pelaksanaan.pengimporan.kemajuan import Kemajuan
from kinerja_asn.services.pelaksanaan.pengimporan.pelaksanaan import import_semua, open_impor
from kinerja_asn.services.perencanaan.skp.rencana import get_teks_target

DOCTYPE = giliran.DOCTYPE
TUGAS = "kinerja_asn.lembar.impor_realisasi.run"
WAKTU_MAKS = 3 * 60 * 60  # seconds


def export_lembar(impor) -> bytes:
	"""Everybody's indikator of that period, to be filled in; the caller has checked that it may be read."""
	return write_lembar(JUDUL, _list_indikator(impor))


def _list_indikator(impor) -> Iterator[tuple]:
	skp, iki = frappe.qb.DocType("SKP"), frappe.qb.DocType("SKP Indikator")
	tanggal = getdate(impor.tanggal)
	rows = (
		frappe.qb.from_(skp)
		.join(iki)
		.on(is_anak(iki, skp))
		.select(skp.nip_pegawai, skp.nama_pegawai, iki.kunci, iki.indikator, iki.arah, iki.satuan)
		.select(iki.target_min, iki.target_maks, iki.target_naratif)
		.where((skp.periode == impor.periode) & skp.tahap.isin([*map(str, DISEPAKATI)]))
		.where((skp.awal <= tanggal) & (skp.akhir >= tanggal) & get_kondisi("SKP", frappe.session.user))
		.orderby(skp.unit_kerja, skp.nama_pegawai, skp.name, iki.idx)
		.run(as_dict=True)
	)
	for row in rows:
		teks = (row.nip_pegawai, row.nama_pegawai, row.kunci, row.indikator, get_teks_target(row), row.satuan)
		yield (*(isi or "" for isi in teks), None, "")


def enqueue(name: str) -> None:
	"""Begin, or go on. The caller has checked that the session user may."""
	giliran.take_giliran(name)
	frappe.enqueue(TUGAS, queue="long", timeout=WAKTU_MAKS, enqueue_after_commit=True, name=name)


def run(name: str) -> None:
	"""The job, as the user who asked; what it records is in the site's language."""
	try:
		with in_bahasa(get_bahasa_situs()):
			_run(frappe.get_doc(DOCTYPE, name))
	except Exception:
		frappe.db.rollback()
		giliran.stop(name)
		frappe.db.commit()
		raise


def _run(dokumen) -> None:
	impor = open_impor(dokumen.periode, getdate(dokumen.tanggal), dokumen.asal)
	baris = read_berkas(*_get_berkas(dokumen))
	giliran.begin(dokumen.name, len(baris))
	hasil, kemajuan = [], Kemajuan(dokumen.kemajuan)
	for temuan in import_semua(impor, baris):
		hasil += kemajuan.note(temuan)
		giliran.record(dokumen.name, kemajuan)
		frappe.db.commit()
		frappe.publish_progress(
			len(hasil) * 100 / len(baris),
			title=_("Mengimpor realisasi"),
			doctype=DOCTYPE,
			docname=dokumen.name,
		)
	with in_bahasa(get_bahasa(frappe.session.user)):
		giliran.finish(dokumen.name, _store_hasil(dokumen, write_hasil(hasil)))
	tulis = partial(_write_kabar, impor.masa.label, len(hasil))
	send([Pemberitahuan(frappe.session.user, DOCTYPE, dokumen.name, tulis, kali=get_now())])
	frappe.db.commit()


def _get_berkas(dokumen) -> tuple[str, bytes]:
	milik = {"file_url": dokumen.berkas, "attached_to_doctype": DOCTYPE, "attached_to_name": dokumen.name}
	berkas = frappe.get_doc("File", milik)
	return berkas.file_name, berkas.get_content()


def _store_hasil(dokumen, isi: bytes) -> str:
	"""Beside the document, for whoever may read that; the former one goes."""
	if dokumen.hasil:
		lama = {"file_url": dokumen.hasil, "attached_to_doctype": DOCTYPE, "attached_to_name": dokumen.name}
		for nama in frappe.get_all("File", lama, pluck="name"):
			frappe.delete_doc("File", nama)
	berkas = frappe.get_doc(
		doctype="File",
		file_name=_("Hasil impor realisasi {0}.xlsx").format(dokumen.masa),
		content=isi,
		is_private=1,
		attached_to_doctype=DOCTYPE,
		attached_to_name=dokumen.name,
	)
	return berkas.insert().file_url


def _write_kabar(masa: str, baris: int) -> Kabar:
	return Kabar(
		judul=_("Impor realisasi {0} selesai").format(masa),
		isi=_("{0} baris dibaca. Hasil tiap barisnya dapat diunduh di sana.").format(baris),
		tombol=_("Lihat hasilnya"),
	)
