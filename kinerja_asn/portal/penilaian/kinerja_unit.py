"""The page on which a leader sets the results of all units right under him, and HR gathers what he needs for it."""

import frappe
from frappe import _
from frappe.utils import formatdate

from kinerja_asn.constants.istilah import (
	DasarOrganisasi,
	JenisEvaluasi,
	PredikatOrganisasi,
	StatusKinerjaUnit,
)
from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.permissions.lingkup import get_instansi, get_pegawai
from kinerja_asn.rules.organisasi import batas_predikat_tahunan
from kinerja_asn.services.bersama.langkah import check_belum_berubah
from kinerja_asn.services.bersama.penolakan import one_of_many
from kinerja_asn.services.bersama.periode import get_masa_evaluasi, get_periode
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.kewenangan.penjagaan import explain_unit_penentu, find_unit_penentu
from kinerja_asn.services.orang.pihak import get_banyak_data
from kinerja_asn.services.orang.unit import get_daftar_unit
from kinerja_asn.services.penilaian.evaluasi import get_awal_evaluasi_unit
from kinerja_asn.services.penilaian.organisasi.capaian import CapaianUnit, find_capaian
from kinerja_asn.services.penilaian.organisasi.penetapan import PENETAPAN, REKOMENDASI, follow_pihak
from kinerja_asn.services.penilaian.organisasi.pimpinan import Kepemimpinan, find_kepemimpinan

DOCTYPE = "Kinerja Unit"
PREDIKAT = tuple(map(str, PredikatOrganisasi))
ISIAN = (*PENETAPAN, *REKOMENDASI)


# --- which period


def get_daftar_periode() -> list[str]:
	"""Periods of the agencies in which the session user works, or for which he runs the system."""
	return frappe.get_list(
		"Periode Kinerja",
		filters={"instansi": ("in", get_instansi(frappe.session.user) or [""]), "status": ("!=", "Draf")},
		pluck="name",
		order_by="tahun desc",
	)


def get_daftar_masa(periode: str) -> dict[str, frappe._dict]:
	"""Key in the address, "Periodik-3", "Tahunan-0" -> jenis, ke, label, akhir and the day from which it can be evaluated."""
	return {
		f"{jenis}-{ke}": frappe._dict(
			jenis=jenis,
			ke=ke,
			label=masa.label,
			akhir=masa.akhir,
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


def get_pilihan_dasar(jenis: JenisEvaluasi) -> list[str]:
	tahunan = (DasarOrganisasi.TAHUNAN,)
	periodik = (DasarOrganisasi.TRAJECTORY, DasarOrganisasi.RENCANA_AKSI)
	return [*map(str, tahunan if jenis == JenisEvaluasi.TAHUNAN else periodik)]


def find_peringatan(periode: str, masa: frappe._dict) -> str | None:
	"""An annual result that is issued now would come too late (p. 94 huruf f)."""
	tahun = get_periode(periode).tahun
	if masa.jenis != JenisEvaluasi.TAHUNAN or get_today() <= batas_predikat_tahunan(tahun):
		return None
	return _(
		"Januari {0} sudah lewat: evaluasi tahunan {1} memakai predikat tahun {2} bagi unit yang predikatnya dikeluarkan "
		"sesudah itu (hlm. 94 huruf f)."
	).format(tahun + 1, tahun, tahun - 1)


# --- rows


def build_baris(periode: str, masa: frappe._dict, semua: bool, form=None) -> list[frappe._dict]:
	"""A row for every unit whose result the session user sets, first; for who runs the system a row for every unit whose
	leader evaluates somebody, or that has a record; ``semua``: for every unit."""
	kepemimpinan, hasil = find_kepemimpinan(periode), _get_hasil(periode, masa)
	milik = _select(periode, kepemimpinan, hasil, semua)
	capaian = find_capaian((row for row in milik.values()), periode, masa.akhir)
	data = get_banyak_data(nama for row in milik.values() for nama in (row.pimpinan, row.penetap))
	penentu = find_unit_penentu(frappe.session.user, periode)
	nama_unit = dict(get_daftar_unit(periode))
	baris = [
		_build(row, nama_unit[unit], hasil.get(unit), capaian.get(unit), data, form or {}, unit in penentu)
		for unit, row in milik.items()
		if unit in nama_unit
	]
	urutan = [*nama_unit]
	return sorted(baris, key=lambda row: (not row.penetap_saya, urutan.index(row.unit)))


def _select(periode: str, kepemimpinan: dict, hasil: dict, semua: bool) -> dict[str, Kepemimpinan]:
	saya = get_pegawai(frappe.session.user)
	milik = {unit: row for unit, row in kepemimpinan.items() if row.penetap in saya}
	if is_pengelola(periode):
		lain = [unit for unit, _nama in get_daftar_unit(periode)] if semua else hasil
		milik |= {unit: kepemimpinan.get(unit) or Kepemimpinan(unit) for unit in (*kepemimpinan, *lain)}
	return milik


def is_pengelola(periode: str) -> bool:
	user = frappe.session.user
	return PENGELOLA in frappe.get_roles(user) and get_periode(periode).instansi in get_instansi(user)


def _get_hasil(periode: str, masa: frappe._dict) -> dict[str, frappe._dict]:
	"""What is on record, as far as the session user reads it."""
	rows = frappe.get_list(
		DOCTYPE,
		filters={"periode": periode, "jenis": str(masa.jenis), "masa_ke": masa.ke},
		fields=["name", "unit_kerja", "modified", "status", "nama_penetap", "ditetapkan_pada", *ISIAN],
	)
	return {row.unit_kerja: row for row in rows}


def _build(
	milik: Kepemimpinan, nama: str, hasil, capaian: CapaianUnit | None, data, form, milik_sendiri: bool
) -> frappe._dict:
	"""With what was typed, where something was."""
	hasil, unit = hasil or frappe._dict(), milik.unit
	tersimpan = {kolom: hasil.get(kolom) or "" for kolom in ISIAN}
	pimpinan, penetap = (data.get(orang) or frappe._dict() for orang in (milik.pimpinan, milik.penetap))
	saya = bool(milik.penetap) and penetap.user_id == frappe.session.user
	return frappe._dict(
		unit=unit,
		nama=nama,
		dinilai=milik.dinilai,
		pimpinan=pimpinan.employee_name,
		penetap=_name_penetap(milik, penetap),
		penetap_saya=saya,
		di_luar=milik.di_luar,
		capaian=capaian or CapaianUnit(),
		dokumen=hasil.name,
		sah=hasil.status == StatusKinerjaUnit.DITETAPKAN,
		keadaan=_describe_keadaan(hasil),
		versi=form.get(f"versi:{unit}", str(hasil.modified or "")),
		isi={kolom: form.get(f"{kolom}:{unit}", tersimpan[kolom]) for kolom in ISIAN},
		tersimpan=tersimpan,
		galat=[],
		menetapkan=saya and not milik_sendiri,
		terkunci=explain_unit_penentu() if milik_sendiri else None,
	)


def _name_penetap(milik: Kepemimpinan, penetap) -> str:
	if not milik.penetap:
		return _("belum ditentukan: isi Pencatat Predikat Unit Puncak pada Periode Kinerja")
	return penetap.employee_name or milik.penetap


def _describe_keadaan(hasil) -> str:
	if hasil.status != StatusKinerjaUnit.DITETAPKAN:
		return _("Belum ditetapkan")
	return _("Ditetapkan {0} pada {1}").format(
		hasil.nama_penetap or _("administrator situs"), formatdate(hasil.ditetapkan_pada, "d MMMM yyyy")
	)


# --- saving


def save_baris(periode: str, masa: frappe._dict, form) -> tuple[dict[str, list[str]], int]:
	"""Every row that was filled in differently, by itself: unit -> what is wrong with it, and how many were saved."""
	galat, tersimpan = {}, 0
	for row in build_baris(periode, masa, True, form):
		_fill_bersama(row, form)
		if row.isi == row.tersimpan:
			continue
		with one_of_many() as salah:
			_save(periode, masa, row)
		if salah:
			galat[row.unit] = salah
		else:
			tersimpan += 1
	return galat, tersimpan


def _fill_bersama(row: frappe._dict, form) -> None:
	row.isi = {kolom: nilai.strip() for kolom, nilai in row.isi.items()}
	if not row.isi["predikat_organisasi"]:
		row.isi["jenis_dasar"] = row.tersimpan["jenis_dasar"]  # a choice always has a value
	elif row.menetapkan and not row.isi["dasar"]:
		row.isi["dasar"] = (form.get("dasar_bersama") or "").strip()


def _save(periode: str, masa: frappe._dict, row: frappe._dict) -> None:
	if row.isi["predikat_organisasi"] not in ("", *PREDIKAT):
		frappe.throw(_("Pilih capaian kinerja organisasi unit ini dari daftarnya."))
	doc = _open(periode, masa, row)
	doc.update({kolom: nilai for kolom, nilai in row.isi.items() if nilai != row.tersimpan[kolom]})
	doc.save()


def _open(periode: str, masa: frappe._dict, row: frappe._dict):
	if not row.dokumen:
		kunci = {"periode": periode, "jenis": str(masa.jenis), "masa_ke": masa.ke}
		return frappe.get_doc(doctype=DOCTYPE, unit_kerja=row.unit, **kunci)
	follow_pihak(row.dokumen)
	doc = frappe.get_doc(DOCTYPE, row.dokumen)
	check_belum_berubah(doc, row.versi)
	return doc
