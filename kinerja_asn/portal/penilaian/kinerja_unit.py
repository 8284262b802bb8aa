"""The page on which HR fills in the results of all units of a period at once, row by row."""

import frappe
from frappe import _
from frappe.query_builder.functions import Count

from kinerja_asn.constants.istilah import JenisEvaluasi, PredikatOrganisasi
from kinerja_asn.constants.tahapan import DISEPAKATI
from kinerja_asn.permissions.lingkup import get_instansi
from kinerja_asn.services.bersama.langkah import check_belum_berubah
from kinerja_asn.services.bersama.penolakan import one_of_many
from kinerja_asn.services.bersama.periode import get_masa_evaluasi, get_periode
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.kewenangan.penjagaan import explain_unit_penentu, find_unit_penentu
from kinerja_asn.services.orang.unit import get_daftar_unit
from kinerja_asn.services.penilaian.evaluasi import get_awal_evaluasi_unit

DOCTYPE = "Kinerja Unit"
PREDIKAT = tuple(str(predikat) for predikat in PredikatOrganisasi)


# --- which period


def get_daftar_periode() -> list[str]:
	"""Periods of the agencies for which the session user runs the system."""
	return frappe.get_list(
		"Periode Kinerja",
		filters={"instansi": ("in", get_instansi(frappe.session.user) or [""]), "status": ("!=", "Draf")},
		pluck="name",
		order_by="tahun desc",
	)


def get_daftar_masa(periode: str) -> dict[str, frappe._dict]:
	"""Key in the address, "Periodik-3", "Tahunan-0" -> jenis, ke, label and the day from which it can be evaluated."""
	return {
		f"{jenis}-{ke}": frappe._dict(
			jenis=jenis,
			ke=ke,
			label=masa.label,
			mulai=get_awal_evaluasi_unit(get_periode(periode), masa, jenis),
		)
		for jenis in JenisEvaluasi
		for masa in get_masa_evaluasi(periode, jenis)
		for ke in [0 if jenis == JenisEvaluasi.TAHUNAN else masa.ke]
	}


def choose_masa(daftar: dict[str, frappe._dict], diminta: str | None) -> str:
	"""The one asked for, else the latest whose time has come."""
	if diminta in daftar:
		return diminta
	jatuh = [kunci for kunci, masa in daftar.items() if masa.mulai <= get_today()]
	return jatuh[-1] if jatuh else next(iter(daftar))


# --- rows


def build_baris(periode: str, masa: frappe._dict, semua: bool, form=None) -> list[frappe._dict]:
	"""A row for every unit whose leader evaluates somebody, or that has a result; ``semua``: for every unit."""
	dinilai, hasil = _count_dinilai(periode), _get_hasil(periode, masa)
	penentu = find_unit_penentu(frappe.session.user, periode)
	return [
		_build(unit, nama, dinilai.get(unit, 0), hasil.get(unit), form or {}, milik_sendiri=unit in penentu)
		for unit, nama in get_daftar_unit(periode)
		if semua or unit in dinilai or unit in hasil
	]


def _count_dinilai(periode: str) -> dict[str, int]:
	"""Unit -> how many are evaluated by who leads it."""
	skp = frappe.qb.DocType("SKP")
	query = frappe.qb.from_(skp).select(skp.unit_penilai, Count(skp.name)).groupby(skp.unit_penilai)
	query = query.where((skp.periode == periode) & skp.tahap.isin([str(tahap) for tahap in DISEPAKATI]))
	return dict(query.where(skp.unit_penilai != "").run())


def _get_hasil(periode: str, masa: frappe._dict) -> dict[str, frappe._dict]:
	rows = frappe.get_list(
		DOCTYPE,
		filters={"periode": periode, "jenis": str(masa.jenis), "masa_ke": masa.ke},
		fields=["name", "unit_kerja", "predikat_organisasi", "dasar", "modified"],
	)
	return {row.unit_kerja: row for row in rows}


def _build(unit: str, nama: str, dinilai: int, hasil, form, *, milik_sendiri: bool) -> frappe._dict:
	"""With what was typed, where something was."""
	hasil = hasil or frappe._dict()
	return frappe._dict(
		unit=unit,
		nama=nama,
		dinilai=dinilai,
		dokumen=hasil.name,
		versi=form.get(f"versi:{unit}", str(hasil.modified or "")),
		predikat=form.get(f"predikat:{unit}", hasil.predikat_organisasi or ""),
		dasar=form.get(f"dasar:{unit}", hasil.dasar or ""),
		tersimpan=(hasil.predikat_organisasi or "", hasil.dasar or ""),
		galat=[],
		terkunci=explain_unit_penentu() if milik_sendiri else None,
	)


# --- saving


def save_baris(periode: str, masa: frappe._dict, form) -> tuple[dict[str, list[str]], int]:
	"""Every row that was filled in differently, by itself: unit -> what is wrong with it, and how many were saved."""
	galat, tersimpan = {}, 0
	for row in build_baris(periode, masa, True, form):
		row.dasar = row.dasar.strip() or (row.predikat and (form.get("dasar_bersama") or "").strip())
		if f"predikat:{row.unit}" not in form or (row.predikat, row.dasar) == row.tersimpan:
			continue
		with one_of_many() as salah:
			_save(periode, masa, row)
		if salah:
			galat[row.unit] = salah
		else:
			tersimpan += 1
	return galat, tersimpan


def _save(periode: str, masa: frappe._dict, row: frappe._dict) -> None:
	if row.predikat not in PREDIKAT:
		frappe.throw(_("Pilih capaian kinerja organisasi unit ini dari daftarnya."))
	if not row.dasar:
		frappe.throw(_("Isi dasar penetapannya, misalnya nomor dan tanggal keputusan."))
	if row.dokumen:
		doc = frappe.get_doc(DOCTYPE, row.dokumen)
		check_belum_berubah(doc, row.versi)
	else:
		kunci = {"periode": periode, "jenis": str(masa.jenis), "masa_ke": masa.ke}
		doc = frappe.get_doc(doctype=DOCTYPE, unit_kerja=row.unit, **kunci)
	doc.update({"predikat_organisasi": row.predikat, "dasar": row.dasar})
	doc.save()
