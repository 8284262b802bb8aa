"""Next person: open evaluations of the session user in the order of urgency, what has its last day soonest first."""

from datetime import date

import frappe
from frappe.utils import getdate

from kinerja_asn.constants.istilah import JenisEvaluasi
from kinerja_asn.constants.tahapan import BELUM_DITETAPKAN
from kinerja_asn.permissions.dokumen import from_terlihat
from kinerja_asn.portal.dasar.halaman import get_alamat
from kinerja_asn.rules.masa import Masa
from kinerja_asn.services.penilaian.kewenangan.jendela import get_jendela

DOCTYPE = "Evaluasi Kinerja"
_KOLOM = ("name", "nama_pegawai", "periode", "jenis", "masa_ke", "masa", "awal", "akhir", "creation")


def list_urutan() -> list[frappe._dict]:
	"""Drafts that wait for him: by the last day of their time, then the period that ended first, then name."""
	table, query = from_terlihat(DOCTYPE)
	query = query.where(table.penetap_user == frappe.session.user)
	query = query.where(table.tahap.isin([*map(str, BELUM_DITETAPKAN)]))
	rows = query.select(*_KOLOM).run(as_dict=True)
	batas = {kunci: _get_batas(kunci) for kunci in {_get_kunci(row) for row in rows}}
	return sorted(
		rows, key=lambda row: (batas[_get_kunci(row)], getdate(row.akhir), row.nama_pegawai or "", row.name)
	)


def _get_kunci(row) -> tuple:
	return row.periode, row.jenis, row.masa_ke, row.masa, getdate(row.awal), getdate(row.akhir)


def _get_batas(kunci: tuple) -> date:
	periode, jenis, ke, label, awal, akhir = kunci
	return get_jendela(periode, JenisEvaluasi(jenis), Masa(ke, label, awal, akhir)).akhir or date.max


def find_berikut(name: str) -> frappe._dict | None:
	"""The one after ``name``; after the last the first. None: no other waits."""
	urutan = list_urutan()
	ke = next((nomor for nomor, row in enumerate(urutan) if row.name == name), -1)
	lain = [*urutan[ke + 1 :], *urutan[: max(ke, 0)]]
	return (
		frappe._dict(lain[0], sisa=len(lain), alamat=get_alamat("tim/evaluasi", name=lain[0].name))
		if lain
		else None
	)
