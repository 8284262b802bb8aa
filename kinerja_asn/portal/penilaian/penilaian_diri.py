"""Penilaian diri on the employee's own page: which can be written now, the form, and how it is kept and handed in."""

import frappe
from frappe import _
from frappe.utils import cint, getdate

from kinerja_asn.constants.istilah import JenisEvaluasi, Rating, StatusPenilaianDiri
from kinerja_asn.constants.tahapan import DISEPAKATI
from kinerja_asn.permissions.dokumen import from_terlihat
from kinerja_asn.portal.dasar.halaman import get_alamat
from kinerja_asn.services.bersama.langkah import check_belum_berubah
from kinerja_asn.services.bersama.periode import get_masa_evaluasi
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.penilaian.kewenangan.jendela import get_jendela
from kinerja_asn.services.penilaian.kewenangan.perpindahan import TANPA, find_perpindahan
from kinerja_asn.services.penilaian.kewenangan.pihak import is_dievaluasi
from kinerja_asn.services.penilaian.penilaian_diri import DOCTYPE, build_hasil, find_rujukan_diri

RATING = tuple(str(rating) for rating in Rating)
TEKS = ("rating_perilaku", "perilaku", "kendala", "pengembangan")


# --- which


def list_terbuka(skp, evaluasi: list) -> list[frappe._dict]:
	"""Of the user's own plan: periods whose time has begun and whose result is not handed over (``evaluasi``: those that are),
	the latest first, and what he handed in. Three queries."""
	if skp.tahap not in DISEPAKATI:
		return []
	ada = _get_ada(skp.name)
	diserahkan = {(row.jenis, row.masa) for row in evaluasi}
	rows = [
		_build_row(skp, jenis, ke, masa, ada.get((str(jenis), ke)))
		for jenis, ke, masa in _list_masa(skp)
		if (str(jenis), masa.label) not in diserahkan
	]
	return sorted(rows, key=lambda row: (row.akhir, row.jenis), reverse=True)


def _get_ada(skp: str) -> dict[tuple, frappe._dict]:
	table, query = from_terlihat(DOCTYPE)
	query = query.where((table.skp == skp) & (table.pegawai_user == frappe.session.user))
	rows = query.select(table.jenis, table.masa_ke, table.status).run(as_dict=True)
	return {(row.jenis, row.masa_ke): row for row in rows}


def _list_masa(skp) -> list[tuple]:
	riwayat = find_perpindahan([skp.name]).get(skp.name, TANPA)
	awal, akhir = getdate(skp.awal), getdate(skp.akhir)
	return [
		(jenis, 0 if jenis == JenisEvaluasi.TAHUNAN else masa.ke, masa)
		for jenis in JenisEvaluasi
		for masa in get_masa_evaluasi(skp.periode, jenis, skp.jenis_asn)
		if masa.awal <= akhir
		and masa.akhir >= awal
		and get_today() >= get_jendela(skp.periode, jenis, masa).mulai
		and is_dievaluasi(skp, jenis, masa, riwayat)
	]


def _build_row(skp, jenis, ke: int, masa, ada) -> frappe._dict:
	status = ada.status if ada else None
	return frappe._dict(
		jenis=str(jenis),
		masa=masa.label,
		akhir=masa.akhir,
		status=status,
		disampaikan=status == StatusPenilaianDiri.DISAMPAIKAN,
		alamat=get_alamat("penilaian_diri", skp=skp.name, jenis=str(jenis), masa=ke),
	)


# --- the form


def open_dokumen(skp, jenis: str | None, masa_ke: str | None):
	"""The stored one, else a new one that is not stored yet."""
	jenis = jenis if jenis in list(JenisEvaluasi) else str(JenisEvaluasi.TAHUNAN)
	kunci = {"skp": skp.name, "jenis": str(jenis), "masa_ke": cint(masa_ke)}
	nama = frappe.db.get_value(DOCTYPE, {**kunci, "pegawai_user": frappe.session.user})
	return frappe.get_doc(DOCTYPE, nama) if nama else frappe.get_doc(doctype=DOCTYPE, status="Draf", **kunci)


def build_baris(doc, form=None) -> list[frappe._dict]:
	"""The rows of the plan, with what is stored or was typed."""
	ada = {row.hasil_kerja: row for row in doc.hasil}
	return [_build_baris(isi, ada.get(isi["hasil_kerja"]), form) for isi in build_hasil(doc)]


def _build_baris(isi: dict, ada, form) -> frappe._dict:
	kunci = isi["hasil_kerja"]
	tersimpan = {nama: ada.get(nama) if ada else None for nama in ("rating", "uraian")}
	if form is not None:
		tersimpan = {nama: form.get(f"{nama}-{kunci}") for nama in tersimpan}
	return frappe._dict(isi, kunci=kunci, **{nama: nilai or "" for nama, nilai in tersimpan.items()})


def build_isian(doc, form=None) -> frappe._dict:
	isian = frappe._dict({nama: (form if form is not None else doc).get(nama) or "" for nama in TEKS})
	isian.sepakat_rujukan = bool((form if form is not None else doc).get("sepakat_rujukan"))
	return isian


def get_rujukan(doc) -> frappe._dict | None:
	return find_rujukan_diri(doc)


def save(doc, form, disampaikan: bool) -> None:
	if doc.name:
		check_belum_berubah(doc, form.get("modified") or "")
	ada = {row.hasil_kerja: row for row in doc.hasil}
	for isi in build_hasil(doc):
		kunci = isi["hasil_kerja"]
		row = ada.get(kunci) or doc.append("hasil", isi)
		row.rating, row.uraian = _check_rating(form.get(f"rating-{kunci}")), form.get(f"uraian-{kunci}")
	for nama in TEKS:
		doc.set(nama, form.get(nama))
	doc.rating_perilaku = _check_rating(form.get("rating_perilaku"))
	doc.sepakat_rujukan = int(bool(form.get("sepakat_rujukan")))
	doc.save() if doc.name else doc.insert()
	if disampaikan:
		doc.status = str(StatusPenilaianDiri.DISAMPAIKAN)
		doc.save()


def _check_rating(teks: str | None) -> str | None:
	if teks and teks not in RATING:
		frappe.throw(_("Pilih rating dari daftarnya."))
	return teks or None
