"""Writes links. Whoever decides calls it in the same transaction, so that a decision is linked or is not taken."""

import frappe
from frappe.model.naming import getseries

from kinerja_asn.constants.dokumen_evaluasi import PerihalRantai
from kinerja_asn.constants.tahapan import SAH
from kinerja_asn.services.bersama.sisip import BarisBaku, insert_banyak
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.penilaian.rantai.isi import IKATAN, make_sidik_isi, make_sidik_mata, read_isi

DOCTYPE = "Rantai Keputusan"
KUNCI = "kinerja_asn.rantai."  # of Frappe's table of series: its row is held until the transaction ends


def add_mata(perihal: PerihalRantai, rujukan: str) -> int:
	"""Link what the stored document ``rujukan`` says now, as a decision of the session user. Returns the link's number."""
	ujung = _lock_ujung()
	mata = {
		"urutan": ujung.urutan + 1,
		"pada": get_now(),
		"perihal": str(perihal),
		"jenis_rujukan": IKATAN[perihal].doctype,
		"rujukan": rujukan,
		"pelaku": frappe.session.user,
		"sidik_isi": make_sidik_isi(perihal, read_isi(perihal, [rujukan])[rujukan]),
		"sidik_sebelum": ujung.sidik,
	}
	mata["sidik"] = make_sidik_mata(mata)
	nama = f"RK-{mata['urutan']:012d}"
	insert_banyak(DOCTYPE, [BarisBaku(DOCTYPE).build(mata, {"name": nama})])
	return mata["urutan"]


def _lock_ujung() -> frappe._dict:
	"""The last link, read after everybody who is adding one has finished."""
	getseries(KUNCI, 1)
	table = frappe.qb.DocType(DOCTYPE)
	rows = (
		frappe.qb.from_(table)
		.select(table.urutan, table.sidik)
		.orderby(table.urutan, order=frappe.qb.desc)
		.limit(1)
		.for_update()
		.run(as_dict=True)
	)
	return rows[0] if rows else frappe._dict(urutan=0, sidik="")


def follow_evaluasi(doc) -> None:
	"""on_update of an Evaluasi: its result was set, changed by a decision on an objection, or taken up again."""
	before = doc.get_doc_before_save()
	dulu = bool(before) and before.tahap in SAH
	kini = doc.tahap in SAH
	if kini and not (dulu and _is_sama(doc, before)):
		add_mata(PerihalRantai.DITETAPKAN, doc.name)
	if dulu and not kini:
		add_mata(PerihalRantai.DIBUKA, doc.name)


def _is_sama(doc, before) -> bool:
	return all(
		str(doc.get(kolom) or "") == str(before.get(kolom) or "")
		for kolom in IKATAN[PerihalRantai.DITETAPKAN].kolom
	)


def get_ujung() -> tuple[int, str]:
	"""Number and digest of the last link, to be kept elsewhere: with it the end of the chain cannot be cut off unnoticed."""
	rows = frappe.get_all(DOCTYPE, fields=["urutan", "sidik"], order_by="urutan desc", limit=1)
	return (rows[0].urutan, rows[0].sidik) if rows else (0, "")
