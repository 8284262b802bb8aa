"""Writes rows into a workbook that spreadsheets open without running anything."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_asn.constants.lembar import JUDUL_PETUNJUK, JUDUL_RENCANA, KEPALA_PETUNJUK, KOLOM

AWAL_BERBAHAYA = ("=", "+", "-", "@")


def write_lembar(rows: Sequence[dict]) -> bytes:
	"""The workbook: ``rows`` (field -> value) under the titles, and a sheet that explains them."""
	buku = Workbook()
	fill_rencana(buku.active, rows)
	fill_petunjuk(buku.create_sheet(JUDUL_PETUNJUK))
	isi = BytesIO()
	buku.save(isi)
	return isi.getvalue()


def fill_rencana(lembar: Worksheet, rows: Sequence[dict]) -> None:
	lembar.title = JUDUL_RENCANA
	write_kepala(lembar, [kolom.judul for kolom in KOLOM])
	for nomor, row in enumerate(rows, 2):
		for ke, kolom in enumerate(KOLOM, 1):
			write_sel(lembar.cell(nomor, ke), row.get(kolom.medan))
	for ke, kolom in enumerate(KOLOM, 1):
		lembar.column_dimensions[get_column_letter(ke)].width = kolom.lebar
		if kolom.pilihan:
			add_pilihan(lembar, get_column_letter(ke), [str(istilah) for istilah in kolom.pilihan])


def fill_petunjuk(lembar: Worksheet) -> None:
	write_kepala(lembar, KEPALA_PETUNJUK)
	for nomor, kolom in enumerate(KOLOM, 2):
		pilihan = ", ".join(str(istilah) for istilah in kolom.pilihan or ())
		for ke, teks in enumerate((kolom.judul, kolom.petunjuk, pilihan), 1):
			write_sel(lembar.cell(nomor, ke), teks)
	for huruf, lebar in zip("ABC", (22, 80, 60), strict=True):
		lembar.column_dimensions[huruf].width = lebar


def write_kepala(lembar: Worksheet, judul: Sequence[str]) -> None:
	lembar.append(list(judul))
	for sel in lembar[1]:
		sel.font = Font(bold=True)
	lembar.freeze_panes = "A2"


def write_sel(sel: Cell, nilai) -> None:
	"""A text stays a text, also one that looks like a formula or a long number."""
	if not isinstance(nilai, str):
		sel.value = nilai
		return
	sel.value = ILLEGAL_CHARACTERS_RE.sub("", nilai)
	sel.data_type = "s"
	sel.number_format = "@"
	sel.quotePrefix = nilai.startswith(AWAL_BERBAHAYA)
	sel.alignment = Alignment(wrap_text=True, vertical="top")


def add_pilihan(lembar: Worksheet, huruf: str, pilihan: list[str]) -> None:
	"""The spreadsheet offers the words; what is typed beside them is refused at import, where it can be explained."""
	daftar = DataValidation(type="list", formula1=f'"{",".join(pilihan)}"', showErrorMessage=False)
	daftar.add(f"{huruf}2:{huruf}5001")
	lembar.add_data_validation(daftar)
