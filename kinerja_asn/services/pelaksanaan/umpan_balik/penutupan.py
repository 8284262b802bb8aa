"""Closing a request: what was sealed is opened, all of it together, or destroyed."""

from random import SystemRandom

import frappe
from frappe import _

from kinerja_asn.constants.istilah import StatusPermintaan, Tahap
from kinerja_asn.rules.umpan_balik import Jawaban
from kinerja_asn.services.bersama.sisip import BarisBaku, insert_banyak
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.pihak import KOLOM_PIHAK
from kinerja_asn.services.pelaksanaan.umpan_balik import amplop, kabar
from kinerja_asn.services.pelaksanaan.umpan_balik.permintaan import DOCTYPE, RESPONDEN, is_lewat, may_tutup
from kinerja_asn.services.perencanaan.skp.rencana import get_hasil_kerja

TANPA_NAMA = "Umpan Balik Tanpa Nama"


def close_by_hand(name: str) -> bool:
	"""Whoever asked does not wait for the last day. False: it was closed before."""
	doc = frappe.get_doc(DOCTYPE, name, for_update=True)
	if doc.status == StatusPermintaan.SELESAI:
		return False
	if not may_tutup(doc):
		frappe.throw(
			_(
				"Permintaan ini ditutup oleh yang memintanya, atau oleh Pejabat Penilai dan pengelola kinerja."
			),
			frappe.PermissionError,
		)
	close(doc)
	return True


def close(doc) -> None:
	"""``doc``: a request that runs, locked."""
	per_peran = amplop.open_semua(doc.name)
	_insert(doc, per_peran)
	frappe.db.set_value(
		DOCTYPE,
		doc.name,
		{
			"status": str(StatusPermintaan.SELESAI),
			"ditutup_pada": get_today(),
			"kunci_berjalan": None,
		},
	)
	kabar.tell_penutupan(doc)


def find_jatuh_tempo() -> list[str]:
	"""Requests that run although their last day is over, everybody has answered, or their plan is closed."""
	minta, skp = frappe.qb.DocType(DOCTYPE), frappe.qb.DocType("SKP")
	rows = (
		frappe.qb.from_(minta)
		.join(skp)
		.on(skp.name == minta.skp)
		.select(minta.name, minta.tenggat, skp.tahap)
		.where(minta.status == str(StatusPermintaan.BERJALAN))
		.run(as_dict=True)
	)
	menunggu = _find_menunggu([row.name for row in rows])
	return [
		row.name for row in rows if is_lewat(row) or row.tahap == Tahap.DITUTUP or row.name not in menunggu
	]


def _find_menunggu(names: list[str]) -> set[str]:
	"""Those of which somebody has not answered."""
	saring = {"permintaan": ("in", [*names, ""]), "sudah_menjawab": 0}
	return set(frappe.get_all(RESPONDEN, saring, pluck="permintaan", distinct=True))


def _insert(doc, per_peran: dict[str, list[Jawaban]]) -> None:
	"""All in one statement and one order drawn by lot, as nobody's."""
	skp = frappe.db.get_value("SKP", doc.skp, [*KOLOM_PIHAK, "periode"], as_dict=True)
	uraian = _get_uraian(doc.skp)
	baku = BarisBaku(TANPA_NAMA)
	server = {"owner": "Administrator", "modified_by": "Administrator"}
	rows = [
		baku.build(skp, server, _build_baris(doc, peran, bagian, uraian))
		for peran, daftar in per_peran.items()
		for bagian in daftar
	]
	SystemRandom().shuffle(rows)
	insert_banyak(TANPA_NAMA, rows)


def _build_baris(doc, peran: str, bagian: Jawaban, uraian: dict[str, str]) -> dict:
	return {
		"name": frappe.generate_hash(length=16),
		"permintaan": doc.name,
		"skp": doc.skp,
		"tanggal": get_today(),
		"peran": peran,
		"sasaran": str(bagian.sasaran),
		"hasil_kerja": bagian.hasil_kerja or None,
		"nilai": bagian.nilai or None,
		"sasaran_uraian": bagian.nilai or uraian.get(bagian.hasil_kerja),
		"sifat": str(bagian.sifat),
		"isi": bagian.isi or None,
	}


def _get_uraian(skp: str) -> dict[str, str]:
	return {row.kunci: row.rencana_hasil_kerja[:140] for row in get_hasil_kerja(skp)}
