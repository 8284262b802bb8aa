"""Writes drafts of many employees in a few statements; one that the database refuses never stops the others.

What RealisasiKinerja.validate and Frappe do for one document is done here for many, or is not needed: name, parties,
days, first state and rows by the same functions; the period is open (``open_impor``); texts and figures were checked row
by row (pemeriksaan.py). Nothing is submitted or verified for anybody: that and evidence are the employee's.
"""

from collections.abc import Iterable
from secrets import token_hex

import frappe
from frappe import _

from kinerja_asn.constants.istilah import HasilImpor, Tahap
from kinerja_asn.services.bersama.jejak import add_jejak
from kinerja_asn.services.bersama.periode import get_tenggat_realisasi
from kinerja_asn.services.bersama.sisip import BarisBaku, insert_banyak
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.orang.pihak import KOLOM_PIHAK, get_pihak_laporan
from kinerja_asn.services.pelaksanaan.pengimporan.baris import HasilBaris, Impor
from kinerja_asn.services.pelaksanaan.pengimporan.sasaran import BARIS, LAPORAN, Sasaran
from kinerja_asn.services.pelaksanaan.realisasi import build_baris, name_laporan
from kinerja_asn.tahap.alur import get_status_awal

TITIK = "impor_realisasi"


def write(impor: Impor, daftar: list[Sasaran]) -> list[HasilBaris]:
	"""All of ``daftar`` at once; when the database refuses, halve it until the one is found. What it refused."""
	if not daftar:
		return []
	frappe.db.savepoint(TITIK)
	try:
		_write(impor, daftar)
	except (frappe.QueryDeadlockError, frappe.QueryTimeoutError):
		raise  # the transaction is gone: the run stops and is gone on with
	except Exception:  # whatever a database driver raises
		frappe.db.rollback(save_point=TITIK)
		if len(daftar) == 1:
			return _refuse(daftar[0])
		tengah = len(daftar) // 2
		return write(impor, daftar[:tengah]) + write(impor, daftar[tengah:])
	frappe.db.release_savepoint(TITIK)
	return []


def _refuse(sasaran: Sasaran) -> list[HasilBaris]:
	frappe.log_error(title=_("Impor realisasi: {0}").format(sasaran.skp.nip_pegawai))
	pesan = _("Laporan ini baru saja ditulis orang lain, atau ditolak basis data. Impor lagi barisnya.")
	return [HasilBaris(baris, HasilImpor.DITOLAK, pesan) for baris, _isi in sasaran.terima.values()]


def _write(impor: Impor, daftar: list[Sasaran]) -> None:
	baru = [sasaran for sasaran in daftar if not sasaran.laporan]
	lama = [sasaran for sasaran in daftar if sasaran.laporan]
	_insert_laporan(impor, baru)
	insert_banyak(BARIS, list(_build_baris(impor, daftar)))
	_update(impor, lama)


def _insert_laporan(impor: Impor, daftar: list[Sasaran]) -> None:
	if not daftar:
		return
	masa, baku = impor.masa, BarisBaku(LAPORAN)
	bersama = {
		"periode": impor.periode,
		"masa_ke": masa.ke,
		"masa": masa.label,
		"awal": masa.awal,
		"akhir": masa.akhir,
		"tenggat": get_tenggat_realisasi(impor.periode, masa.akhir),
		"workflow_state": get_status_awal(LAPORAN),
		"tahap": str(Tahap.DRAF),
	}
	insert_banyak(
		LAPORAN,
		[
			baku.build(bersama, _get_pihak(skp), {"skp": skp.name, "name": name_laporan(skp.name, masa.ke)})
			for skp in (sasaran.skp for sasaran in daftar)
		],
	)


def _get_pihak(skp) -> dict:
	"""Of a plan that a move closed its successor's Penilai verifies."""
	return (
		get_pihak_laporan(skp.name)
		if skp.tahap == Tahap.DITUTUP
		else {kolom: skp[kolom] for kolom in KOLOM_PIHAK}
	)


def _build_baris(impor: Impor, daftar: Iterable[Sasaran]) -> Iterable[dict]:
	"""Rows that there are none of yet: all of a new report, and those that the plan has had since."""
	baku = BarisBaku(BARIS)
	for sasaran in daftar:
		induk = {**get_saring_anak(LAPORAN, _get_nama(impor, sasaran)), "parentfield": "baris"}
		for iki in sasaran.indikator:
			if iki.kunci not in sasaran.tersimpan and (not sasaran.laporan or iki.kunci in sasaran.terima):
				nama = {"name": token_hex(5)}  # as long as Frappe's, at a tenth of its price
				yield baku.build(induk, build_baris(iki), _get_isi(impor, sasaran, iki.kunci), nama)


def _get_isi(impor: Impor, sasaran: Sasaran, kunci: str) -> dict:
	if kunci not in sasaran.terima:
		return {}
	baris, isi = sasaran.terima[kunci]
	return {
		"dilaporkan": 1,
		"realisasi": float(isi.realisasi),
		"realisasi_naratif": isi.naratif,
		"sumber_angka": impor.sumber,
		**({"keterangan": baris.keterangan} if baris.keterangan else {}),
	}


def _update(impor: Impor, daftar: list[Sasaran]) -> None:
	"""Drafts that were there: a new version, so that a page that is open says that it has changed, and a trace."""
	if not daftar:
		return
	frappe.db.bulk_update(
		BARIS,
		{
			sasaran.tersimpan[kunci].name: _get_isi(impor, sasaran, kunci)
			for sasaran in daftar
			for kunci in sasaran.terima
			if kunci in sasaran.tersimpan
		},
		update_modified=False,
	)
	laporan = [sasaran.laporan.name for sasaran in daftar]
	table = frappe.qb.DocType(LAPORAN)
	query = frappe.qb.update(table).where(table.name.isin(laporan))
	query.set(table.modified, get_now()).set(table.modified_by, frappe.session.user).run()
	add_jejak(
		(
			LAPORAN,
			sasaran.laporan.name,
			_("{0} angka diisi dari {1}.").format(len(sasaran.terima), impor.asal),
		)
		for sasaran in daftar
	)


def _get_nama(impor: Impor, sasaran: Sasaran) -> str:
	return sasaran.laporan.name if sasaran.laporan else name_laporan(sasaran.skp.name, impor.masa.ke)
