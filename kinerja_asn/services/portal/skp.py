"""The form in which an employee drafts his SKP: what it shows, what was typed, how that becomes the document."""

import re

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import Arah, Aspek, CaraHitung, JenisHasilKerja, Tahap
from kinerja_asn.permissions.lingkup import get_pegawai
from kinerja_asn.rules.skp import parse_aspek
from kinerja_asn.services.portal.aksi import check_belum_berubah, find_langkah
from kinerja_asn.services.portal.angka import AngkaTidakJelas, format_isian, parse_angka
from kinerja_asn.services.portal.halaman import HalamanTertutup
from kinerja_asn.services.rencana import BERANGKA, get_teks_target
from kinerja_asn.services.waktu import get_today

DISUSUN = (Tahap.DRAF, Tahap.DIKEMBALIKAN)
_KUNCI_HASIL = re.compile(r"hk-(\d{1,3})-uraian")
_KUNCI_INDIKATOR = re.compile(r"iki-(\d{1,3})-indikator")


def get_penjelasan_arah() -> dict[str, str]:
	return {
		str(Arah.NAIK): _("Makin besar makin baik, misalnya jumlah dokumen yang selesai."),
		str(Arah.TURUN): _("Makin kecil makin baik, misalnya lama waktu tunggu."),
		str(Arah.RENTANG): _("Baik bila berada di dalam rentang, misalnya serapan 95 sampai 100 persen."),
		str(Arah.YA_TIDAK): _("Tercapai atau tidak, tanpa angka."),
		str(Arah.NARATIF): _("Target diuraikan dengan kalimat dan dinilai Pejabat Penilai."),
	}


def get_penjelasan_hitung() -> dict[str, str]:
	return {
		str(CaraHitung.JUMLAH): _("Realisasi tiap masa ditambahkan."),
		str(CaraHitung.RATA_RATA): _("Realisasi tiap masa dirata-ratakan."),
		str(CaraHitung.NILAI_TERAKHIR): _("Angka masa terakhir yang dipakai."),
	}


# --- whose SKP, which period


def get_daftar_skp() -> list:
	"""The session user's own SKP, newest first."""
	return frappe.get_list(
		"SKP",
		filters={"pegawai_user": frappe.session.user},
		fields=["name", "periode", "awal", "akhir", "urutan", "tahap", "workflow_state"],
		order_by="awal desc, urutan desc",
	)


def get_periode_terbuka(daftar: list) -> list[str]:
	"""Open periods for which the user has yet to start an SKP (again, when the former was closed mid-year)."""
	rows = frappe.get_list(
		"Periode Kinerja", filters={"status": "Dibuka"}, fields=["name", "akhir"], order_by="tahun desc"
	)
	ada = {skp.periode for skp in daftar}
	berjalan = {skp.periode for skp in daftar if skp.tahap != Tahap.DITUTUP}
	hari_ini = get_today()
	return [
		row.name
		for row in rows
		if row.name not in ada or (row.name not in berjalan and getdate(row.akhir) >= hari_ini)
	]


def start_skp(periode: str | None) -> str:
	"""A new, empty draft for the session user's own Employee record; an existing draft is opened instead."""
	for skp in get_daftar_skp():
		if skp.periode == periode and skp.tahap != Tahap.DITUTUP:
			return skp.name
	doc = frappe.get_doc(doctype="SKP", periode=check_periode(periode), pegawai=get_pegawai_saya(periode))
	return doc.insert().name


def check_periode(periode: str | None) -> str:
	if not periode or not frappe.get_list("Periode Kinerja", filters={"name": periode}, limit_page_length=1):
		frappe.throw(_("Periode ini tidak tersedia. Pilih periode yang dibuka."))
	return periode


def get_pegawai_saya(periode: str) -> str:
	"""Of several Employee records of the user, the one in the agency of the period."""
	instansi = frappe.get_cached_value("Periode Kinerja", periode, "instansi")
	for pegawai in get_pegawai(frappe.session.user):
		if frappe.db.get_value("Employee", pegawai, "company") == instansi:
			return pegawai
	frappe.throw(
		_("Akun Anda belum terhubung dengan data pegawai di instansi ini. Hubungi pengelola kinerja.")
	)


def require_milik_sendiri(skp) -> None:
	if skp.pegawai_user != frappe.session.user:
		raise HalamanTertutup(
			_("Dokumen tidak ditemukan"),
			_("Dokumen ini tidak ada atau bukan untuk Anda. Kembali dan pilih dari daftar."),
			404,
		)


def may_susun(skp) -> bool:
	return (
		skp.tahap in DISUSUN
		and skp.pegawai_user == frappe.session.user
		and bool(find_langkah(skp, Tahap.DIAJUKAN))
	)


# --- the form as data: hasil kerja with their indikator


def read_dokumen(skp) -> list[frappe._dict]:
	"""The stored rows as the form shows them."""
	return [
		frappe._dict(
			name=row.name,
			jenis=row.jenis,
			uraian=row.rencana_hasil_kerja,
			rhk=row.rhk_pimpinan or "",
			rhk_uraian=row.rhk_pimpinan_uraian or "",
			indikator=[_read_indikator(iki) for iki in skp.indikator if iki.hasil_kerja == row.kunci],
		)
		for row in skp.hasil_kerja
	]


def _read_indikator(iki) -> frappe._dict:
	# A float column cannot say "not filled in": a target of 0 means that, except where lower is better.
	kosong = iki.arah != Arah.TURUN and not iki.target_min and not iki.target_maks
	titik = iki.target_min == iki.target_maks
	return frappe._dict(
		name=iki.name,
		aspek=[str(satu) for satu in parse_aspek(iki.aspek)],
		indikator=iki.indikator,
		arah=iki.arah,
		min="" if kosong else format_isian(iki.target_min),
		maks="" if kosong or titik else format_isian(iki.target_maks),
		satuan=iki.satuan or "",
		hitung=iki.cara_hitung,
		naratif=iki.target_naratif or "",
	)


def read_isian(form) -> list[frappe._dict]:
	"""What was typed, in the order of the form."""
	indikator = [_read_isian_indikator(form, nomor) for nomor in _find_nomor(form, _KUNCI_INDIKATOR)]
	return [
		frappe._dict(
			name=form.get(f"hk-{nomor}-name") or "",
			jenis=form.get(f"hk-{nomor}-jenis") or str(JenisHasilKerja.UTAMA),
			uraian=form.get(f"hk-{nomor}-uraian") or "",
			rhk=form.get(f"hk-{nomor}-rhk") or "",
			rhk_uraian=form.get(f"hk-{nomor}-rhk_uraian") or "",
			indikator=[iki for iki in indikator if iki.hk == str(nomor)],
		)
		for nomor in _find_nomor(form, _KUNCI_HASIL)
	]


def _find_nomor(form, pola: re.Pattern) -> list[int]:
	return sorted(int(cocok[1]) for kunci in form if (cocok := pola.fullmatch(kunci)))


def _read_isian_indikator(form, nomor: int) -> frappe._dict:
	def ambil(nama: str) -> str:
		return form.get(f"iki-{nomor}-{nama}") or ""

	return frappe._dict(
		hk=ambil("hk"),
		name=ambil("name"),
		aspek=[str(satu) for satu in Aspek if ambil(f"aspek-{satu}")],
		indikator=ambil("indikator"),
		arah=ambil("arah") or str(Arah.NAIK),
		min=ambil("min"),
		maks=ambil("maks"),
		satuan=ambil("satuan"),
		hitung=ambil("hitung") or str(CaraHitung.JUMLAH),
		naratif=ambil("naratif"),
	)


def make_hasil_kosong(**nilai) -> frappe._dict:
	return frappe._dict(
		{
			"name": "",
			"jenis": str(JenisHasilKerja.UTAMA),
			"uraian": "",
			"rhk": "",
			"rhk_uraian": "",
			"indikator": [make_indikator_kosong()],
			**nilai,
		}
	)


def make_indikator_kosong(**nilai) -> frappe._dict:
	return frappe._dict(
		{
			"name": "",
			"aspek": [str(Aspek.KUANTITAS)],
			"indikator": "",
			"arah": str(Arah.NAIK),
			"min": "",
			"maks": "",
			"satuan": "",
			"hitung": str(CaraHitung.JUMLAH),
			"naratif": "",
			**nilai,
		}
	)


def change_baris(isian: list, aksi: str, rincian: str) -> list:
	"""The form after "tambah"/"hapus" of a row: nothing is stored yet. ``rincian``: "2" or "2.1" (hasil.indikator)."""
	hasil, _titik, indikator = rincian.partition(".")
	if aksi == "tambah_hasil":
		return [*isian, make_hasil_kosong(baru=True)]
	baris = _get_nomor(isian, hasil)
	if aksi == "tambah_indikator" and baris is not None:
		isian[baris].indikator.append(make_indikator_kosong(baru=True))
	elif aksi == "hapus_hasil" and baris is not None:
		isian.pop(baris)
	elif aksi == "hapus_indikator" and baris is not None:
		nomor = _get_nomor(isian[baris].indikator, indikator)
		if nomor is not None:
			isian[baris].indikator.pop(nomor)
	return isian


def _get_nomor(daftar: list, teks: str) -> int | None:
	return int(teks) if teks.isdecimal() and int(teks) < len(daftar) else None


# --- saving


def save_isian(skp, isian: list, modified: str | None) -> None:
	"""Write the form to the document. Rows left wholly empty are dropped; all that is wrong is said at once."""
	check_belum_berubah(skp, modified or "")
	terisi = [hasil for hasil in isian if _is_terisi(hasil)]
	indikator, masalah = _build_indikator(terisi)
	masalah = [*_find_kosong(terisi), *masalah]
	if masalah:
		frappe.throw(masalah, title=_("Isian belum benar"), as_list=True)
	skp.set("hasil_kerja", _merge(skp, "hasil_kerja", [_build_hasil(skp, hasil) for hasil in terisi]))
	skp.set("indikator", _merge(skp, "indikator", indikator))
	skp.save()


def _is_terisi(hasil) -> bool:
	return bool(
		hasil.name or hasil.uraian.strip() or hasil.rhk or hasil.rhk_uraian.strip() or _get_terisi(hasil)
	)


def _get_terisi(hasil) -> list:
	return [
		iki
		for iki in hasil.indikator
		if iki.name or any(iki[nama].strip() for nama in ("indikator", "min", "maks", "naratif"))
	]


def _find_kosong(terisi: list) -> list[str]:
	return [
		_("Hasil kerja ke-{0}: tulis rencana hasil kerjanya, atau hapus baris ini.").format(nomor)
		for nomor, hasil in enumerate(terisi, 1)
		if not hasil.uraian.strip()
	]


def _build_hasil(skp, hasil) -> dict:
	stored = {row.name: row for row in skp.hasil_kerja}.get(hasil.name)
	uraian = hasil.rhk_uraian
	if hasil.rhk and stored and stored.rhk_pimpinan == hasil.rhk:
		uraian = stored.rhk_pimpinan_uraian
	return {
		"name": hasil.name,
		"jenis": hasil.jenis,
		"rencana_hasil_kerja": hasil.uraian.strip(),
		"rhk_pimpinan": hasil.rhk or None,
		"rhk_pimpinan_uraian": uraian,
	}


def _build_indikator(terisi: list) -> tuple[list[dict], list[str]]:
	rows, masalah = [], []
	for ke, hasil in enumerate(terisi, 1):
		for iki in _get_terisi(hasil):
			rows.append(_build_satu_indikator(iki, ke))
			nama = _("Indikator ke-{0} (hasil kerja ke-{1})").format(len(rows), ke)
			masalah += [f"{nama}: {satu}" for satu in _fill_target(rows[-1], iki)]
	return rows, masalah


def _build_satu_indikator(iki, ke: int) -> dict:
	return {
		"name": iki.name,
		"hasil_kerja_ke": ke,
		"aspek": ", ".join(iki.aspek),
		"indikator": iki.indikator.strip(),
		"arah": iki.arah,
		"satuan": iki.satuan.strip(),
		"cara_hitung": iki.hitung,
		"target_naratif": iki.naratif.strip(),
	}


def _fill_target(row: dict, iki) -> list[str]:
	"""Puts the target range into ``row``; one figure alone is both ends. Returns what is wrong."""
	masalah = [] if row["indikator"] else [_("tulis indikatornya, atau hapus baris ini.")]
	if not row["aspek"]:
		masalah.append(_("pilih paling sedikit satu aspek."))
	if row["arah"] not in BERANGKA:
		return masalah
	try:
		angka = [satu for satu in (parse_angka(iki.min), parse_angka(iki.maks)) if satu is not None]
	except AngkaTidakJelas as galat:
		return [*masalah, _("target {0}").format(galat)]
	row["target_min"], row["target_maks"] = (float(angka[0]), float(angka[-1])) if angka else (0, 0)
	return masalah


def find_target_kosong(isian: list) -> list[str]:
	"""Numeric targets left blank: a draft may have them, a submitted SKP may not."""
	return [
		_('Hasil kerja ke-{0}: isi target indikator "{1}".').format(ke, iki.indikator.strip()[:80])
		for ke, hasil in enumerate([satu for satu in isian if _is_terisi(satu)], 1)
		for iki in _get_terisi(hasil)
		if iki.arah in BERANGKA and not (iki.min.strip() or iki.maks.strip())
	]


def _merge(skp, tabel: str, rows: list[dict]) -> list:
	"""Existing rows of this document keep their identity; a row name the document does not have is a new row."""
	stored = {row.name: row for row in skp.get(tabel)}
	hasil = []
	for idx, values in enumerate(rows, 1):
		row = stored.pop(values.pop("name"), None)
		if row:
			row.update({**values, "idx": idx})
		hasil.append(row or {**values, "idx": idx})
	return hasil


# --- reading


def build_tampilan(skp) -> list[frappe._dict]:
	"""Hasil kerja with their indikator for reading, utama first."""
	return [
		frappe._dict(
			jenis=str(jenis),
			baris=satu.baris,
			indikator=[
				frappe._dict(
					indikator=iki.indikator,
					aspek=iki.aspek,
					target=get_teks_target(iki),
					arah=iki.arah,
					penjelasan=get_penjelasan_arah()[iki.arah],
				)
				for iki in satu.indikator
			],
		)
		for jenis in JenisHasilKerja
		for satu in skp.get_hasil_kerja(jenis)
	]
