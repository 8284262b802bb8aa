"""Reads an uploaded workbook that nobody vouches for: bounded in size, and only plain values of its first sheet."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import iterparse
from zipfile import BadZipFile, ZipFile

import frappe
from frappe import _
from frappe.utils import escape_html
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from kinerja_asn.constants.lembar import IDENTITAS, KOLOM
from kinerja_asn.lembar.tampilan import POLOS, Tampilan, TampilanTidakJelas, check_satuan, read_tampilan
from kinerja_asn.rules.pembulatan import format_angka, to_decimal
from kinerja_asn.rules.teks import remove_tak_terlihat

BYTE_MAKS = 5 * 1024 * 1024
BYTE_TERURAI_MAKS = 40 * 1024 * 1024  # a zip may promise a few kilobytes and unfold to gigabytes
BARIS_MAKS = 5000
NOMOR_MAKS = 50_000  # of a row, empty ones included: a file may claim to have billions
KOLOM_MAKS = len(KOLOM) + 50
URUTAN = {kolom.medan: ke for ke, kolom in enumerate(KOLOM)}
ANGKA = {kolom.medan for kolom in KOLOM if kolom.angka}
GABUNGAN_DISEBUT = 20
BUKAN_NILAI = ("f", "e", "b")  # openpyxl's data_type of formulas, errors and booleans
RUSAK = object()  # stands for a cell that has been complained about already


@dataclass(frozen=True)
class Baris:
	"""A row of the sheet: its number there and field -> value (None, text, number, date) of its cells."""

	nomor: int
	sel: dict[str, Any]


@dataclass(frozen=True)
class Masalah:
	"""What is wrong, as a sentence, and where: row (0: the sheet as a whole) and column, in the order of reading."""

	nomor: int
	ke: int
	teks: str


@dataclass
class Lembar:
	"""The rows that hold anything, and what is wrong with cells."""

	baris: list[Baris] = field(default_factory=list)
	masalah: list[Masalah] = field(default_factory=list)


def make_masalah(nomor: int, medan: str, salah: str) -> Masalah:
	"""``salah`` is the rest of a sentence that begins with the cell's place."""
	ke = URUTAN[medan]
	return Masalah(nomor, ke, f"{_('Baris {0}, kolom {1}').format(nomor, KOLOM[ke].judul)}: {salah}")


def read_lembar(nama: str, isi: bytes) -> Lembar:
	"""The rows of the workbook ``isi``, uploaded as ``nama``. A file that is not what we ask for is refused."""
	check_berkas(nama, isi)
	try:
		buku = load_workbook(BytesIO(isi), read_only=True, keep_links=False)
		return read_sheet(buku.worksheets[0], isi)
	except frappe.ValidationError:
		raise
	except Exception:  # whatever openpyxl's parsers raise about a damaged file
		refuse_rusak(nama)


# --- the file


def check_berkas(nama: str, isi: bytes) -> None:
	if not isi:
		frappe.throw(_("Berkas {0} kosong. Pilih berkas lain.").format(escape_html(nama)))
	if len(isi) > BYTE_MAKS:
		frappe.throw(
			_("Berkas {0} lebih besar dari {1} MB. Pecah per unit kerja, lalu impor satu per satu.").format(
				escape_html(nama), BYTE_MAKS // 1024 // 1024
			)
		)
	if nama.lower().endswith((".xlsm", ".xltm", ".xlsb")):
		refuse_makro(nama)
	try:
		with ZipFile(BytesIO(isi)) as arsip:
			check_arsip(nama, arsip)
	except BadZipFile:
		refuse_rusak(nama)


def check_arsip(nama: str, arsip: ZipFile) -> None:
	"""The sizes a zip declares bound what can be read from it."""
	if sum(anggota.file_size for anggota in arsip.infolist()) > BYTE_TERURAI_MAKS:
		frappe.throw(
			_(
				"Isi berkas {0} terlalu besar setelah diuraikan. Simpan hanya lembar rencana, tanpa gambar."
			).format(escape_html(nama))
		)
	if any(anggota.lower().endswith("vbaproject.bin") for anggota in arsip.namelist()):
		refuse_makro(nama)


def refuse_makro(nama: str) -> None:
	frappe.throw(
		_("Berkas {0} berisi makro. Simpan ulang sebagai Excel Workbook (.xlsx), lalu unggah lagi.").format(
			escape_html(nama)
		)
	)


def refuse_rusak(nama: str) -> None:
	frappe.throw(
		_(
			"Berkas {0} bukan buku kerja .xlsx yang dapat dibaca, rusak, atau berkata sandi. Unduh lembar kerja dari "
			"halaman ini, isi, lalu unggah lagi."
		).format(escape_html(nama))
	)


# --- the sheet


def read_sheet(sheet, isi: bytes) -> Lembar:
	sheet.reset_dimensions()  # a file may lie about how large it is
	rows = sheet.iter_rows(max_col=KOLOM_MAKS)
	medan = read_kepala(next(rows, ()))
	lembar = Lembar(masalah=list(find_gabungan(sheet, isi)))
	for nomor, row in enumerate(rows, 2):
		if any(sel.value is not None for sel in row):
			lembar.baris.append(read_baris(nomor, row, medan, lembar.masalah))
		if len(lembar.baris) > BARIS_MAKS or nomor > NOMOR_MAKS:
			refuse_panjang()
	return lembar


def refuse_panjang() -> None:
	frappe.throw(
		_(
			"Lembar kerja memuat lebih dari {0} baris. Pecah per unit kerja, lalu kerjakan satu per satu."
		).format(format_angka(Decimal(BARIS_MAKS)))
	)


def read_kepala(row: tuple) -> list[str | None]:
	"""The field of each column. Titles may stand in any order; each must be there once, and no other."""
	dikenal = {kolom.judul.casefold(): kolom for kolom in KOLOM}
	judul = [
		" ".join(remove_tak_terlihat(str(sel.value)).split()) if sel.value is not None else "" for sel in row
	]
	kunci = [teks.casefold() for teks in judul]
	salah = {
		_("tidak ada: {0}"): [kolom.judul for nama, kolom in dikenal.items() if nama not in kunci],
		_("tidak dikenal: {0}"): [teks for teks in judul if teks and teks.casefold() not in dikenal],
		_("ganda: {0}"): [kolom.judul for nama, kolom in dikenal.items() if kunci.count(nama) > 1],
	}
	rincian = [teks.format(escape_html(", ".join(daftar)[:300])) for teks, daftar in salah.items() if daftar]
	if rincian:
		frappe.throw(
			_(
				"Kolom pada baris pertama tidak sesuai. Kolom {0}. Unduh lembar kerja dari halaman ini dan isi di sana."
			).format("; ".join(rincian))
		)
	return [dikenal[nama].medan if nama else None for nama in kunci]


def read_baris(nomor: int, row: tuple, medan: list[str | None], masalah: list[Masalah]) -> Baris:
	sel = {}
	for ke, cell in enumerate(row):
		kolom = medan[ke] if ke < len(medan) else None
		if kolom:
			sel[kolom] = read_sel(nomor, kolom, cell, masalah)
		elif cell.value is not None:
			teks = _("Baris {0}, kolom {1}: berisi nilai, tetapi kolomnya tidak berjudul. Hapus isinya.")
			masalah.append(Masalah(nomor, ke, teks.format(nomor, get_column_letter(ke + 1))))
	return Baris(
		nomor, {kolom: take_tampilan(nomor, kolom, nilai, sel, masalah) for kolom, nilai in sel.items()}
	)


def read_sel(nomor: int, medan: str, sel, masalah: list[Masalah]) -> Any:
	"""The value of a cell. A formula's is not ours to work out, and what a spreadsheet last showed proves nothing."""
	nilai = sel.value
	if nilai is not None and sel.data_type in BUKAN_NILAI:
		masalah.append(make_masalah(nomor, medan, describe_bukan_nilai(sel)))
		return RUSAK
	if isinstance(nilai, str):
		return remove_tak_terlihat(nilai).strip() or None
	return read_angka(nomor, medan, sel, masalah) if sel.data_type == "n" and nilai is not None else nilai


def read_angka(nomor: int, medan: str, sel, masalah: list[Masalah]) -> Any:
	"""A number as it is shown; in a column for texts only what stands there as it is."""
	if sel.number_format in POLOS or medan in IDENTITAS:
		return sel.value
	try:
		tampilan = read_tampilan(to_decimal(sel.value), sel.number_format)
	except ValueError as salah:
		masalah.append(make_masalah(nomor, medan, escape_html(str(salah))))
		return RUSAK
	if medan in ANGKA or (tampilan.angka == to_decimal(sel.value) and not tampilan.sebutan):
		return tampilan
	teks = _(
		"berisi angka berformat. Ubah format selnya menjadi Teks (Text), lalu tulis ulang seperti tampaknya."
	)
	masalah.append(make_masalah(nomor, medan, teks))
	return RUSAK


def take_tampilan(nomor: int, medan: str, nilai, sel: dict[str, Any], masalah: list[Masalah]) -> Any:
	"""The number of a formatted cell, once the row's Satuan is known."""
	if not isinstance(nilai, Tampilan):
		return nilai
	satuan = sel.get("satuan")
	if satuan is RUSAK:
		return nilai.angka
	try:
		check_satuan(nilai.sebutan, satuan if isinstance(satuan, str) else None)
	except TampilanTidakJelas as salah:
		masalah.append(make_masalah(nomor, medan, escape_html(str(salah))))
		return RUSAK
	return nilai.angka


def describe_bukan_nilai(sel) -> str:
	if sel.data_type == "f":
		return _("berisi rumus. Tempel nilainya saja (Paste Special, Values).")
	if sel.data_type == "e":
		return _("berisi galat {0}. Perbaiki isinya.").format(escape_html(str(sel.value)))
	return _("berisi nilai logika (TRUE/FALSE). Tulis sebagai teks.")


def find_gabungan(sheet, isi: bytes) -> Iterator[Masalah]:
	"""Merged cells hide what stands in all but the first; openpyxl does not report them when it reads row by row."""
	with ZipFile(BytesIO(isi)) as arsip, arsip.open(sheet._worksheet_path) as berkas:
		jumlah = 0
		for _peristiwa, elemen in iterparse(berkas):
			if elemen.tag.rpartition("}")[2] == "mergeCell" and jumlah < GABUNGAN_DISEBUT:
				jumlah += 1
				teks = _("Sel {0} digabung. Pisahkan (Unmerge), lalu isi tiap barisnya.")
				yield Masalah(0, 0, teks.format(escape_html(elemen.get("ref", ""))))
			elemen.clear()
