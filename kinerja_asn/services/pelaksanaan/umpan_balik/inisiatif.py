"""Feedback that nobody asked for (p. 70 no. 9), where the agency lets people give it: of peers and subordinates, and of the
employee about himself."""

import frappe

from kinerja_asn.constants.istilah import PeranUmpanBalik, Tahap
from kinerja_asn.permissions.lingkup import get_nama_pegawai, get_pegawai
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.pelaksanaan.umpan_balik.responden import find_sekitar, get_peran

BOLEH = (PeranUmpanBalik.REKAN, PeranUmpanBalik.BAWAHAN)


def find_pemberi(skp) -> frappe._dict | None:
	"""Who the session user is to the employee of ``skp`` (its parties, periode) when he speaks unasked: responden,
	nama_responden, responden_user, peran; None where he may not."""
	user = frappe.session.user
	if not get_periode(skp.periode).umpan_balik_tanpa_diminta:
		return None
	if skp.pegawai_user == user:
		return _build(skp.pegawai, PeranUmpanBalik.DIRI)
	sekitar = find_sekitar(skp)
	for pegawai in get_pegawai(user):
		peran = get_peran(skp, sekitar, pegawai)
		if peran in BOLEH:
			return _build(pegawai, peran)
	return None


def _build(pegawai: str, peran: PeranUmpanBalik) -> frappe._dict:
	user = frappe.session.user
	return frappe._dict(
		responden=pegawai, nama_responden=get_nama_pegawai(user), responden_user=user, peran=str(peran)
	)


def find_skp(pegawai: str) -> frappe._dict | None:
	"""The employee's plan in force, of the latest open period: what a peer who may not read it speaks about."""
	skp, periode = frappe.qb.DocType("SKP"), frappe.qb.DocType("Periode Kinerja")
	rows = (
		frappe.qb.from_(skp)
		.join(periode)
		.on((periode.name == skp.periode) & (periode.status == "Dibuka"))
		.select(skp.name, skp.periode, skp.tahap, skp.pegawai, skp.nama_pegawai, skp.jabatan_pegawai)
		.select(
			skp.pegawai_user, skp.penilai, skp.penilai_user, skp.atasan_penilai, skp.unit_kerja, skp.instansi
		)
		.where((skp.pegawai == pegawai) & (skp.tahap == str(Tahap.DITETAPKAN)))
		.orderby(skp.awal)
		.run(as_dict=True)
	)
	return rows[-1] if rows else None
