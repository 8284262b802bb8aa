"""The page of a coaching or mentoring: what each party may do now, what he typed, and how that becomes the document."""

import re
from collections.abc import Mapping

import frappe
from frappe import _

from kinerja_asn.constants.istilah import AlasanPerubahan, Tahap
from kinerja_asn.constants.pembinaan import PEMBINAAN_TERBUKA, JenisPembinaan, StatusPembinaan
from kinerja_asn.permissions.lingkup import has_left
from kinerja_asn.portal.dasar.halaman import get_alamat, read_centang
from kinerja_asn.services.bersama.isian import read_hari
from kinerja_asn.services.bersama.langkah import check_belum_berubah
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.pelaksanaan.pembinaan.konseling import find_konselor

DISIAPKAN, BERJALAN, DITANDATANGANI, SELESAI, _DIBATALKAN = StatusPembinaan
PERSIAPAN = ("baseline", "target", "strategi", "progres", "masalah", "penyebab")
TABEL = {
	"keahlian": ("keahlian", "jangka_waktu", "perubahan", "ukuran"),
	"jurnal": ("tanggal", "tempat", "materi", "rencana_aksi", "target_waktu"),
}
# What makes a row one; and the days among its columns.
_POKOK = {"keahlian": "keahlian", "jurnal": "materi"}
_HARI = ("tanggal", "target_waktu")
_NOMOR = re.compile(r"(keahlian|jurnal)-(\d{1,3})-name")


# --- beginning


def read_mulai(form: Mapping) -> dict:
	jenis = form.get("jenis") or ""
	if jenis not in list(JenisPembinaan):
		refuse_isian("jenis", _("Pilih bentuk bimbingannya: Coaching atau Mentoring."))
	nomor = (form.get("nomor") or "").strip()
	return {
		"jenis": jenis,
		"alasan": form.get("alasan") or "",
		"pembina": find_konselor(nomor) if nomor else None,
		"indikator": [*read_centang(form, "iki-")],
	}


# --- who may do what


def get_peran(doc) -> frappe._dict:
	"""What the session user may do with ``doc`` as it stands."""
	user = frappe.session.user
	bertugas = not has_left(user)
	pegawai, pembina = doc.pegawai_user == user, doc.pembina_user == user and bertugas
	terbuka = doc.status in PEMBINAAN_TERBUKA
	return frappe._dict(
		persiapan=pegawai and doc.status in (DISIAPKAN, BERJALAN),
		kirim=pegawai and doc.status == DISIAPKAN,
		langkah=pembina and doc.status == BERJALAN,
		jurnal=(pegawai or pembina) and doc.status == BERJALAN and doc.jenis == JenisPembinaan.MENTORING,
		sajikan=pembina and doc.status == BERJALAN,
		tanda_tangan=pegawai and doc.status == DITANDATANGANI,
		batal=terbuka and bertugas and user in (doc.pembina_user, doc.penilai_user) and not pegawai,
		tindak_lanjut=doc.status == SELESAI
		and bertugas
		and not doc.tindak_lanjut
		and doc.atasan_penilai_user == user,
	)


def is_dapat_diisi(peran: frappe._dict) -> bool:
	return bool(peran.persiapan or peran.langkah or peran.jurnal)


def get_alamat_perubahan(doc) -> str | None:
	"""Where a change of the plan begins that the coaching found necessary (form B.1.6, p. 80), for those who may."""
	perlu = any(row.penyesuaian for row in doc.indikator)
	pihak = frappe.session.user in (doc.pegawai_user, doc.penilai_user)
	berlaku = frappe.db.get_value("SKP", doc.skp, "tahap") == Tahap.DITETAPKAN
	if not (perlu and pihak and berlaku):
		return None
	return get_alamat("versi", skp=doc.skp, alasan=AlasanPerubahan.PEMBINAAN)


# --- the form


def fill_isian(doc, form: Mapping) -> None:
	"""As typed, onto ``doc``; only what the reader may fill in, else what an old page brings along would be refused."""
	check_belum_berubah(doc, form.get("modified") or "")
	put_isian(doc, form)


def put_isian(doc, form: Mapping) -> None:
	peran = get_peran(doc)
	kolom = (*(PERSIAPAN if peran.persiapan else ()), *(("langkah",) if peran.langkah else ()))
	for row in doc.indikator:
		for nama in kolom:
			row.set(nama, (form.get(f"{nama}-{row.name}") or "").strip())
		if peran.langkah:
			row.penyesuaian = int(bool(form.get(f"penyesuaian-{row.name}")))
	if peran.persiapan and doc.jenis == JenisPembinaan.COACHING:
		doc.peluang = (form.get("peluang") or "").strip()
	if peran.persiapan and doc.jenis == JenisPembinaan.MENTORING:
		put_tabel(doc, "keahlian", form)
	if peran.jurnal:
		put_tabel(doc, "jurnal", form)


def put_tabel(doc, tabel: str, form: Mapping) -> None:
	"""A row whose first words were emptied goes."""
	lama = {row.name: row for row in doc.get(tabel)}
	doc.set(tabel, [])
	for nomor in _list_nomor(tabel, form):
		isi = {kolom: (form.get(f"{tabel}-{nomor}-{kolom}") or "").strip() for kolom in TABEL[tabel]}
		if isi[_POKOK[tabel]]:
			row = doc.append(tabel, lama.get(form.get(f"{tabel}-{nomor}-name")) or {})
			row.update({kolom: _read(tabel, nomor, kolom, nilai) for kolom, nilai in isi.items()})


def _list_nomor(tabel: str, form: Mapping) -> list[int]:
	cocok = (_NOMOR.fullmatch(medan) for medan in form)
	return sorted(int(temuan[2]) for temuan in cocok if temuan and temuan[1] == tabel)


def _read(tabel: str, nomor: int, kolom: str, nilai: str):
	if kolom not in _HARI:
		return nilai
	if not nilai and kolom == "tanggal":
		refuse_isian(
			f"{tabel}-{nomor}-{kolom}", _("Jurnal ke-{0}: isi tanggal pertemuannya.").format(nomor + 1)
		)
	return read_hari(nilai, _("Jurnal ke-{0}").format(nomor + 1)) if nilai else None


def build_tabel(doc, tabel: str, form: Mapping | None) -> list[frappe._dict]:
	"""Rows of the form, as stored or as typed, and an empty one after them."""
	if form is not None:
		rows = [
			frappe._dict(
				name=form.get(f"{tabel}-{nomor}-name") or "",
				**{kolom: form.get(f"{tabel}-{nomor}-{kolom}") or "" for kolom in TABEL[tabel]},
			)
			for nomor in _list_nomor(tabel, form)
		]
	else:
		rows = [
			frappe._dict(name=row.name, **{kolom: row.get(kolom) or "" for kolom in TABEL[tabel]})
			for row in doc.get(tabel)
		]
	if not rows or rows[-1][_POKOK[tabel]]:
		rows.append(frappe._dict(name="", **dict.fromkeys(TABEL[tabel], "")))
	return rows
