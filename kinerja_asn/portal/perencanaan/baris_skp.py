"""One row of the form in which an SKP is drafted: empty, as stored, as typed, and as the document takes it.

A row of the form is a ``frappe._dict`` of texts, so that whatever was typed can be shown again.
"""

from datetime import date, datetime
from decimal import Decimal

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import Arah, Aspek, CaraHitung, JenisHasilKerja, KategoriLampiran, Lintasan
from kinerja_asn.rules.capaian import ARAH_BERANGKA, TargetTidakValid, check_target, complete_target
from kinerja_asn.rules.lintasan import is_bertahap
from kinerja_asn.rules.skp import parse_aspek
from kinerja_asn.services.bersama.angka import AngkaTidakJelas, format_isian, parse_angka, read_bulanan
from kinerja_asn.services.bersama.penolakan import note_medan
from kinerja_asn.services.perencanaan.skp import narasi
from kinerja_asn.services.perencanaan.skp.rencana import describe_indikator

# Field of the form -> column of the row, for what is plain text in both.
MEDAN_HASIL = {
	"jenis": "jenis",
	"uraian": "rencana_hasil_kerja",
	"rhk": "rhk_pimpinan",
	"rhk_uraian": "rhk_pimpinan_uraian",
	"pk": "pk_indikator",
	"penyelarasan": "penyelarasan",
	"kualitas": "kualitas",
	"sumber": "sumber",
	"penugasan_dari": "penugasan_dari",
	"penugasan_sebagai": "penugasan_sebagai",
}
MEDAN_INDIKATOR = {
	"indikator": "indikator",
	"arah": "arah",
	"satuan": "satuan",
	"hitung": "cara_hitung",
	"lintasan": "lintasan",
	"bulanan": "target_bulanan",
	"naratif": "target_naratif",
	"perspektif": "perspektif",
	"pustaka": "pustaka",
	"pk": "pk_indikator",
	"tujuan": "tujuan",
	"definisi": "definisi",
	"formula": "formula",
	"sumber_data": "sumber_data",
	"layanan": "sumber_layanan",
	"ukuran": "sumber_ukuran",
	"periode": "periode_pelaporan",
}
# A target means something only as a whole.
MEDAN_TARGET = ("arah", "hitung", "satuan", "min", "maks", "naratif")
MEDAN_LAMPIRAN = {"kategori": "kategori", "jenis": "jenis", "frekuensi": "frekuensi", "uraian": "uraian"}

_BAWAAN_HASIL = {"jenis": str(JenisHasilKerja.UTAMA)}
_BAWAAN_INDIKATOR = {
	"arah": str(Arah.NAIK),
	"hitung": str(CaraHitung.JUMLAH),
	"lintasan": str(Lintasan.MERATA),
}
_BAWAAN_LAMPIRAN = {"kategori": str(KategoriLampiran.SUMBER_DAYA)}


# --- empty


def make_hasil(**nilai) -> frappe._dict:
	"""A hasil kerja with one empty indikator."""
	kosong = {**dict.fromkeys(MEDAN_HASIL, ""), **_BAWAAN_HASIL, "name": "", "porsi": ""}
	return frappe._dict({**kosong, "indikator": [make_indikator()], **nilai})


def make_indikator(**nilai) -> frappe._dict:
	kosong = {**dict.fromkeys(MEDAN_INDIKATOR, ""), **_BAWAAN_INDIKATOR, "name": "", "min": "", "maks": ""}
	return frappe._dict({**kosong, "aspek": [str(Aspek.KUANTITAS)], **nilai})


def make_lampiran(**nilai) -> frappe._dict:
	kosong = {**dict.fromkeys(MEDAN_LAMPIRAN, ""), **_BAWAAN_LAMPIRAN, "name": "", "tanggal": ""}
	return frappe._dict({**kosong, **nilai})


# --- as stored: rows of the document, or plain dicts with the same columns


def read_hasil(row, indikator: list) -> frappe._dict:
	return make_hasil(
		**_get_teks(row, MEDAN_HASIL),
		name=row.get("name") or "",
		porsi=format_isian(row.porsi) if row.get("porsi") else "",
		indikator=[read_indikator(iki) for iki in indikator],
	)


def read_indikator(row) -> frappe._dict:
	return make_indikator(
		**_get_teks(row, MEDAN_INDIKATOR),
		**_read_target(row),
		name=row.get("name") or "",
		**({"aspek": [str(aspek) for aspek in parse_aspek(row.aspek)]} if row.get("aspek") else {}),
	)


def _read_target(row) -> dict:
	# A float column cannot say "not filled in": a target of 0 means that, except where lower is better.
	if row.arah != Arah.TURUN and not row.get("target_min") and not row.get("target_maks"):
		return {}
	titik = row.target_min == row.target_maks
	return {"min": format_isian(row.target_min), "maks": "" if titik else format_isian(row.target_maks)}


def read_lampiran(row) -> frappe._dict:
	tanggal = str(getdate(row.tanggal)) if row.get("tanggal") else ""
	return make_lampiran(**_get_teks(row, MEDAN_LAMPIRAN), name=row.get("name") or "", tanggal=tanggal)


def _get_teks(row, medan: dict[str, str]) -> dict[str, str]:
	return {nama: row.get(kolom) for nama, kolom in medan.items() if row.get(kolom)}


# --- as typed; ``awalan`` is what the names of the row's fields begin with, "hk-0"


def take_hasil(form, awalan: str) -> frappe._dict:
	return make_hasil(**_take(form, awalan, (*MEDAN_HASIL, "name", "porsi"), _BAWAAN_HASIL))


def take_indikator(form, awalan: str) -> frappe._dict:
	medan = (*MEDAN_INDIKATOR, "name", "hk", "min", "maks", "cari", "ambil")
	aspek = [str(nilai) for nilai in Aspek if form.get(f"{awalan}-aspek-{nilai}")]
	return make_indikator(**_take(form, awalan, medan, _BAWAAN_INDIKATOR), aspek=aspek)


def take_lampiran(form, awalan: str) -> frappe._dict:
	return make_lampiran(**_take(form, awalan, (*MEDAN_LAMPIRAN, "name", "tanggal"), _BAWAAN_LAMPIRAN))


def _take(form, awalan: str, medan: tuple[str, ...], bawaan: dict[str, str]) -> dict[str, str]:
	return {nama: str(form.get(f"{awalan}-{nama}") or bawaan.get(nama, "")) for nama in medan}


# --- where it stands


def find_baris(daftar: list, nomor: str) -> frappe._dict | None:
	return daftar[int(nomor)] if nomor.isdecimal() and int(nomor) < len(daftar) else None


def number_baris(isian) -> None:
	"""Give every row its ``nomor`` as the reader counts, and the prefix of its fields (``kode``, "hk-0"). An indikator
	counts within its hasil kerja; ``nama`` says in which."""
	indikator = [iki for hasil in isian.hasil_kerja for iki in hasil.indikator]
	for awalan, daftar in (("hk", isian.hasil_kerja), ("iki", indikator), ("lam", isian.lampiran)):
		for nomor, baris in enumerate(daftar):
			baris.update(kode=f"{awalan}-{nomor}", nomor=nomor + 1)
	for hasil in isian.hasil_kerja:
		for nomor, iki in enumerate(hasil.indikator, 1):
			iki.update(
				nomor=nomor,
				nama=describe_indikator(nomor, hasil.nomor if len(isian.hasil_kerja) > 1 else None),
			)


# --- whether there is anything in it


def is_hasil_terisi(hasil) -> bool:
	teks = ("name", "uraian", "rhk", "rhk_uraian", "pk")
	return _has_teks(hasil, teks) or any(map(is_indikator_terisi, hasil.indikator))


def is_indikator_terisi(iki) -> bool:
	return _has_teks(iki, ("name", "indikator", "min", "maks", "naratif"))


def is_lampiran_terisi(lampiran) -> bool:
	return _has_teks(lampiran, ("name", "uraian", "tanggal"))


def _has_teks(baris, medan: tuple[str, ...]) -> bool:
	return any(baris[nama].strip() for nama in medan)


# --- as the document takes it: (values, what is wrong with them)


def build_hasil(hasil) -> tuple[dict, list[str]]:
	row = {**_build_teks(hasil, MEDAN_HASIL), "name": hasil.name, "porsi": 0}
	if row["rhk_pimpinan"]:
		row["pk_indikator"] = None  # it hangs on the leader's own hasil kerja now
	masalah = []
	if not row["rencana_hasil_kerja"]:
		kalimat = _("tulis rencana hasil kerjanya, atau hapus baris ini.")
		masalah.append(note_medan(f"{hasil.kode}-uraian", kalimat))
	try:
		row["porsi"] = float(parse_angka(hasil.porsi) or 0)
	except AngkaTidakJelas as galat:
		masalah.append(note_medan(f"{hasil.kode}-porsi", _("porsi {0}").format(galat)))
	return row, masalah


def build_indikator(iki, ke: int, kualitatif: bool) -> tuple[dict, list[str]]:
	row = {
		**_build_teks(iki, MEDAN_INDIKATOR),
		"name": iki.name,
		"hasil_kerja_ke": ke,
		"aspek": ", ".join(iki.aspek),
	}
	if kualitatif:
		row["arah"] = str(Arah.NARATIF)
	masalah = []
	if not row["indikator"]:
		kalimat = _("tulis indikatornya, atau hapus baris ini.")
		masalah.append(note_medan(f"{iki.kode}-indikator", kalimat))
	if not row["aspek"]:
		kalimat = _("pilih paling sedikit satu aspek.")
		masalah.append(note_medan(f"{iki.kode}-aspek-{Aspek.KUANTITAS}", kalimat))
	if row["arah"] in ARAH_BERANGKA:
		masalah += [*_fill_target(row, iki), *_find_salah_bulanan(row, iki)]
	return row, masalah


def _find_salah_bulanan(row: dict, iki) -> list[str]:
	"""Of a plan that goes as last year went the server fills in the months."""
	if row["lintasan"] != Lintasan.BULANAN or not is_bertahap(
		Arah(row["arah"]), CaraHitung(row["cara_hitung"])
	):
		return []
	try:
		read_bulanan(row["target_bulanan"])
	except AngkaTidakJelas as galat:
		return [note_medan(f"{iki.kode}-bulanan", str(galat))]
	return []


def _fill_target(row: dict, iki) -> list[str]:
	"""Puts the target range into ``row``; one figure alone is both ends. Says what is wrong with either end."""
	angka, masalah = [], []
	for medan in ("min", "maks"):
		try:
			angka.append(parse_angka(iki[medan]))
		except AngkaTidakJelas as galat:
			masalah.append(note_medan(f"{iki.kode}-{medan}", _("target {0}").format(galat)))
	if not masalah:
		salah = _find_salah_rentang(row["arah"], *angka)
		masalah = [note_medan(f"{iki.kode}-min", kalimat) for kalimat in salah]
		row["target_min"], row["target_maks"] = map(float, complete_target(*angka))
	return masalah


def _find_salah_rentang(arah: str, target_min: Decimal | None, target_maks: Decimal | None) -> list[str]:
	"""As it was typed, where a 0 is no blank: "10 sampai 0" would become 10."""
	if target_min is None or target_maks is None:
		return []
	try:
		check_target(Arah(arah), target_min, target_maks)
	except TargetTidakValid as salah:
		return [str(salah)]
	return []


def get_teks_angka(iki) -> str:
	"""The target in numbers as it reads; as it was typed where that is no number; "" where there is none."""
	row = {"arah": iki.arah, "satuan": iki.satuan.strip()}
	if iki.arah not in ARAH_BERANGKA or not _has_teks(iki, ("min", "maks")):
		return ""
	return " ".join((iki.min, iki.maks)).strip() if _fill_target(row, iki) else narasi.get_teks_angka(row)


def build_lampiran(lampiran) -> tuple[dict, list[str]]:
	row = {**_build_teks(lampiran, MEDAN_LAMPIRAN), "name": lampiran.name, "tanggal": None}
	masalah = []
	if not row["uraian"]:
		kalimat = _("tulis uraiannya, atau hapus baris ini.")
		masalah.append(note_medan(f"{lampiran.kode}-uraian", kalimat))
	try:
		row["tanggal"] = parse_tanggal(lampiran.tanggal.strip())
	except ValueError:
		kalimat = _('"{0}" bukan tanggal. Tulis seperti 31-12-2025.').format(lampiran.tanggal.strip()[:20])
		masalah.append(note_medan(f"{lampiran.kode}-tanggal", kalimat))
	return row, masalah


def parse_tanggal(teks: str) -> date | None:
	"""A browser sends "2025-12-31"; one that shows no calendar sends what was typed, "31-12-2025"."""
	if not teks:
		return None
	try:
		return date.fromisoformat(teks)
	except ValueError:
		return datetime.strptime(teks.replace("/", "-"), "%d-%m-%Y").date()


def _build_teks(baris, medan: dict[str, str]) -> dict:
	return {kolom: baris[nama].strip() or None for nama, kolom in medan.items()}
