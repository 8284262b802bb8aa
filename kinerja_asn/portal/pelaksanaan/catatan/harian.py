"""The page on which an employee notes a day: the plan he notes it for, its lines, those to repeat, the week to send."""

from datetime import date
from decimal import Decimal

import frappe
from frappe import _
from frappe.utils import getdate
from pypika import Order

from kinerja_asn.constants.istilah import Arah
from kinerja_asn.permissions.dokumen import from_terlihat
from kinerja_asn.portal.dasar.halaman import get_dokumen
from kinerja_asn.portal.pelaksanaan.catatan.pekan import (
	KOLOM,
	build_pekan,
	by_tanggal,
	get_baris,
	is_dipakai,
	show_baris,
)
from kinerja_asn.portal.pelaksanaan.realisasi import delete_berkas, store_berkas
from kinerja_asn.rules.catatan import TAK_TERJUMLAH, get_pekan
from kinerja_asn.services.bersama.angka import AngkaTidakJelas, parse_angka
from kinerja_asn.services.bersama.langkah import check_belum_berubah
from kinerja_asn.services.bersama.penolakan import note_medan
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.catatan.hari import get_hari_kosong
from kinerja_asn.services.pelaksanaan.catatan.jumlah import DOCTYPE
from kinerja_asn.services.perencanaan.skp.rencana import sort_hasil_kerja
from kinerja_asn.services.perencanaan.skp.versi import get_rencana

HASIL, INDIKATOR = "hasil", "indikator"
SARAN_MAKS = 15  # words noted before, offered while typing
_ISI = ("uraian", "hasil_kerja", "indikator", "volume", "satuan", "menit")


# --- which plan, which document


def find_rencana(tanggal: date):
	"""The version of the session user's plan that was in force on ``tanggal``; None where he had none."""
	table, query = from_terlihat("SKP")
	query = query.where((table.pegawai_user == frappe.session.user) & (table.awal <= tanggal))
	query = query.where(table.akhir >= tanggal).orderby(table.awal, table.urutan, order=Order.desc)
	nama = query.select(table.name).limit(1).run(pluck=True)
	return get_rencana(get_dokumen("SKP", nama[0]), tanggal) if nama else None


def get_catatan(rencana, tanggal: date):
	"""The stored day, or a new one that is not stored yet."""
	table, query = from_terlihat(DOCTYPE)
	query = query.where((table.pegawai_user == frappe.session.user) & (table.tanggal == tanggal))
	nama = query.select(table.name).run(pluck=True)
	doc = (
		frappe.get_doc(DOCTYPE, nama[0])
		if nama
		else frappe.new_doc(DOCTYPE, skp=rencana.name, tanggal=tanggal)
	)
	doc.flags.rencana = rencana
	return doc


def may_tulis(rencana, tanggal: date) -> bool:
	return tanggal <= get_today() and get_periode(rencana.periode).status == "Dibuka"


def get_hari_saya(awal: date, akhir: date) -> dict[date, frappe._dict]:
	table, query = from_terlihat(DOCTYPE)
	query = query.where((table.pegawai_user == frappe.session.user) & table.tanggal[awal:akhir])
	return by_tanggal(query.select(*KOLOM).run(as_dict=True))


def build_pekan_saya(rencana, tanggal: date, diminta: bool) -> list[frappe._dict]:
	hari = get_pekan(tanggal)
	kosong = get_hari_kosong([rencana.pegawai], hari[0], hari[-1]).get(rencana.pegawai, {})
	pekan = build_pekan(tanggal, get_hari_saya(hari[0], hari[-1]), kosong, diminta)
	for ke in pekan:
		ke.di_luar = not getdate(rencana.awal) <= ke.tanggal <= getdate(rencana.akhir)
	return pekan


# --- the form


def build_pilihan(rencana) -> list[tuple[str, list[tuple[str, str]]]]:
	"""What a line can be for: each hasil kerja with its indikator, as groups of a list."""
	return [
		(
			f"{nomor}. {hasil.rencana_hasil_kerja}"[:90],
			[
				*(
					(f"{INDIKATOR}:{iki.kunci}", iki.indikator[:90])
					for iki in rencana.indikator
					if iki.hasil_kerja == hasil.kunci
				),
				(f"{HASIL}:{hasil.kunci}", _("Hasil kerja ini, tanpa indikator")),
			],
		)
		for nomor, hasil in enumerate(sort_hasil_kerja(rencana.hasil_kerja), 1)
	]


def read_baris(doc, name: str | None, ulangan: list[frappe._dict]) -> frappe._dict:
	"""A line of the day as its form shows it; a new one is for what the last one was for, else the first of the day before."""
	row = next((row for row in doc.get("baris") or [] if name and row.name == name), None)
	if not row:
		sebelum = doc.get("baris") or ulangan[:1]
		return frappe._dict(name="", untuk=get_untuk(sebelum[-1]) if sebelum else "")
	return frappe._dict(
		name=row.name,
		uraian=row.uraian,
		untuk=get_untuk(row),
		volume=show_baris(row).angka,
		satuan=row.satuan or "",
		menit=row.menit or "",
		tautan=row.tautan or "",
		berkas=row.berkas,
	)


def read_isian(form) -> frappe._dict:
	medan = ("uraian", "untuk", "volume", "satuan", "menit", "tautan")
	return frappe._dict(
		{nama: str(form.get(nama) or "").strip() for nama in medan}, name=form.get("baris") or ""
	)


def get_untuk(row) -> str:
	if row.indikator:
		return f"{INDIKATOR}:{row.indikator}"
	return f"{HASIL}:{row.hasil_kerja}" if row.hasil_kerja else ""


def save_isian(doc, isian: frappe._dict, form, berkas: list) -> None:
	"""One line, new or changed. All that is wrong is said at once."""
	isi, masalah = parse_isian(doc.flags.rencana, isian)
	if masalah:
		frappe.throw(masalah, title=_("Isian belum benar"), as_list=True)
	row = find_baris(doc, isian.name, form) if isian.name else doc.append("baris", {})
	dibuang = [row.berkas] if row.berkas and (berkas or form.get("buang_berkas")) else []
	row.update({**isi, "berkas": None if dibuang else row.berkas})
	doc.save()
	if berkas:
		row.berkas = store_berkas(doc, berkas[0]).file_url
		doc.save()
	delete_berkas(doc, dibuang)


def find_baris(doc, name: str, form):
	"""A stored line, on the version of the day that was seen."""
	check_belum_berubah(doc, form.get("modified") or "")
	for row in doc.baris:
		if row.name == name:
			return row
	frappe.throw(_("Baris itu sudah tidak ada. Muat ulang halaman."))


def remove_baris(doc, name: str, form) -> None:
	row = find_baris(doc, name, form)
	doc.remove(row)
	doc.save()
	delete_berkas(doc, [row.berkas] if row.berkas else [])


def parse_isian(rencana, isian: frappe._dict) -> tuple[dict, list[str]]:
	"""(what the line says, what is wrong with it)."""
	jenis, _titik, kunci = isian.untuk.partition(":")
	isi = {
		"uraian": isian.uraian,
		"hasil_kerja": kunci if jenis == HASIL else None,
		"indikator": kunci if jenis == INDIKATOR else None,
		"satuan": isian.satuan[:140],
		"tautan": isian.tautan,
	}
	masalah = [] if isian.uraian else [note_medan("uraian", _("Tulis apa yang dikerjakan."))]
	for medan in ("volume", "menit"):
		try:
			isi[medan] = float(parse_angka(isian[medan]) or 0)
		except AngkaTidakJelas as galat:
			masalah.append(note_medan(medan, str(galat)))
	if isi.get("menit", 0) % 1:
		masalah.append(note_medan("menit", _("Menit ditulis tanpa pecahan.")))
	if is_berangka(rencana, isi["indikator"]) and not isian.volume:
		kalimat = _("Tulis volumenya, 0 bila memang nol; atau pilih hasil kerjanya saja.")
		masalah.append(note_medan("volume", kalimat))
	return isi, masalah


def is_berangka(rencana, indikator: str | None) -> bool:
	"""Does a line for this indikator count?"""
	return any(iki.kunci == indikator and Arah(iki.arah) not in TAK_TERJUMLAH for iki in rencana.indikator)


# --- lines to repeat


def get_ulangan(doc, rencana, tanggal: date) -> list[frappe._dict]:
	"""Lines of the last day that was noted before this one, as far as they can be noted for it and are not yet."""
	table, query = from_terlihat(DOCTYPE)
	query = query.where((table.pegawai_user == frappe.session.user) & (table.tanggal < tanggal))
	query = query.where(table.banyak > 0).orderby(table.tanggal, order=Order.desc)
	terakhir = query.select(table.name, table.tanggal).limit(1).run(as_dict=True)
	if not terakhir:
		return []
	dikenal = {None, *(row.kunci for row in (*rencana.hasil_kerja, *rencana.indikator))}
	sudah = {(row.uraian, get_untuk(row)) for row in doc.get("baris") or []}
	return [
		frappe._dict(row, tanggal=terakhir[0].tanggal)
		for row in get_baris([terakhir[0].name])
		if {row.hasil_kerja or None, row.indikator or None} <= dikenal
		and (row.uraian, get_untuk(row)) not in sudah
	]


def repeat(doc, rencana, tanggal: date, form, name: str | None = None) -> None:
	"""Note the line ``name`` of the last day, or all of them, for this day too; with the volume that was typed."""
	baris = [row for row in get_ulangan(doc, rencana, tanggal) if name in (None, row.name)]
	if not baris:
		frappe.throw(_("Baris itu sudah tidak dapat diulangi. Muat ulang halaman."))
	masalah = []
	for row in baris:
		try:
			doc.append("baris", {**{kolom: row[kolom] for kolom in _ISI}, "volume": _read_volume(row, form)})
		except AngkaTidakJelas as galat:
			masalah.append(note_medan(f"volume-{row.name}", str(galat)))
	if masalah:
		frappe.throw(masalah, title=_("Isian belum benar"), as_list=True)
	doc.save()


def _read_volume(row, form) -> float:
	angka: Decimal | None = parse_angka(form.get(f"volume-{row.name}"))
	return row.volume if angka is None else float(angka)


def get_saran(tanggal: date) -> list[str]:
	"""What was noted on the days before, for the list that a browser offers while typing."""
	table, query = from_terlihat(DOCTYPE)
	query = query.where((table.pegawai_user == frappe.session.user) & (table.tanggal < tanggal))
	nama = query.orderby(table.tanggal, order=Order.desc).select(table.name).limit(SARAN_MAKS).run(pluck=True)
	return list(dict.fromkeys(row.uraian for row in reversed(get_baris(nama)) if "\n" not in row.uraian))[
		:SARAN_MAKS
	]


# --- on the page "Kinerja Saya"


def summarize_hari_ini(skp) -> frappe._dict | None:
	"""Today's note, for whoever has a plan that is in force today in a period that uses notes."""
	hari_ini = get_today()
	if not (getdate(skp.awal) <= hari_ini <= getdate(skp.akhir) and is_dipakai(skp.periode)):
		return None
	pekan = get_pekan(hari_ini)
	per_hari = get_hari_saya(pekan[0], pekan[-1])
	return build_pekan(hari_ini, per_hari, {}, False)[hari_ini.weekday()]
