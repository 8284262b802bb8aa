"""One SKP closed and another begun in its place, after the employee or his Penilai has moved (p. 65 no. 6-7)."""

from collections.abc import Mapping
from datetime import date

import frappe
from frappe.utils import add_days, getdate

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.services.bersama.keputusan import close_menurut_keputusan
from kinerja_asn.services.pelaksanaan.rencana_aksi import carry_on
from kinerja_asn.services.perencanaan.penugasan.baris_penugasan import move_penugasan
from kinerja_asn.services.perencanaan.skp.perubahan import find_terbuka
from kinerja_asn.services.perencanaan.skp.salinan import find_berakhir, select_rencana
from kinerja_asn.services.perencanaan.skp.skp_baru import get_sesudah

RENCANA = ("SKP", "Perubahan SKP")


def succeed(skp, mulai: date, salin: bool, *, atasan_tetap: bool = False):
	"""Close ``skp`` on the day before ``mulai`` and return its successor, a draft with the parties of today.

	``salin`` copies the plan under new keys, and the steps of its rencana aksi; rows of the former leader are no longer served, only his words stay.
	``atasan_tetap``: the employee keeps his post, so the rows of his own people follow his rows into the successor.
	"""
	rencana = select_rencana(skp, mulai, find_berakhir([skp], mulai)) if salin else {}
	kunci_lama = [row["kunci"] for row in rencana.get("hasil_kerja", [])]
	akhir = skp.akhir
	close(skp, mulai)
	baru = _insert_penerus(skp, mulai, akhir, rencana)
	peta = dict(zip(kunci_lama, (row.kunci for row in baru.hasil_kerja), strict=False))
	carry_on(skp.name, baru, peta)
	if atasan_tetap:
		move_bawahan(peta)
	return baru


def close(skp, mulai: date) -> None:
	"""The SKP ends before ``mulai``; a change of it that was under way ends with it. Reports on it go on."""
	if terbuka := find_terbuka(skp.name):
		close_menurut_keputusan(frappe.get_doc("Perubahan SKP", terbuka))
	close_menurut_keputusan(skp, akhir=max(getdate(add_days(mulai, -1)), getdate(skp.awal)))


def _insert_penerus(skp, mulai: date, akhir: date, rencana: Mapping):
	for tabel in ("hasil_kerja", "indikator"):
		for row in rencana.get(tabel, ()):
			_unlink(row)
	baru = frappe.get_doc(
		{
			"doctype": "SKP",
			"periode": skp.periode,
			"pegawai": skp.pegawai,
			"awal": max(getdate(mulai), get_sesudah(skp)),
			"akhir": akhir,
			"skp_sebelumnya": skp.name,
			**rencana,
		}
	)
	baru.flags.oleh_layanan = True
	baru.insert()
	move_penugasan(baru)
	return baru


def _unlink(row: dict) -> None:
	"""Off the former leader's row: who leads now has others, and a share of nothing is no share."""
	row.pop("kunci", None)
	if row.pop("rhk_pimpinan", None):
		row.update({"penyelarasan": None, "porsi": 0})


def move_bawahan(peta: Mapping[str, str]) -> None:
	"""Rows that served a row of the closed SKP serve the copy of it: old kunci -> new kunci."""
	anak, tanpa = frappe.qb.DocType("SKP Hasil Kerja"), frappe.qb.DocType("Tanpa Peran")
	for lama, baru in peta.items():
		for induk in RENCANA:
			(
				frappe.qb.update(anak)
				.set(anak.rhk_pimpinan, baru)
				.where((anak.rhk_pimpinan == lama) & (anak.parenttype == induk))
				.where(anak.parent.isin(_select_terbuka(induk)))
				.run()
			)
		frappe.qb.update(tanpa).set(tanpa.rhk_pimpinan, baru).where(tanpa.rhk_pimpinan == lama).run()


def _select_terbuka(doctype: str):
	table = frappe.qb.DocType(doctype)
	return frappe.qb.from_(table).select(table.name).where(table.tahap != str(Tahap.DITUTUP))
