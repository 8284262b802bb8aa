"""The file of a Data Import of employees, units and posts, as offices make it, put into the form that Frappe reads (doc_events).

Frappe takes a byte order mark for part of the first title, knows no semicolons, guesses one style of dates for a column
and wants the words of a list to the letter. What can be told is written as it should be; the rest is refused by row,
column and remedy, before anything is imported.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO, StringIO

import frappe
from frappe import _
from frappe.utils import escape_html
from openpyxl import load_workbook

from kinerja_asn.constants.peran import DIIMPOR
from kinerja_asn.rules.nip import parse_nip
from kinerja_asn.rules.nomor_induk import parse_nrp
from kinerja_asn.rules.pangkat import read_pangkat
from kinerja_asn.rules.teks import remove_tak_terlihat
from kinerja_asn.services.orang.pengisian.rujukan_impor import Rujukan

PEMISAH = (",", ";", "\t")
POLA_TANGGAL = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y")
MASALAH_DISEBUT = 100


@dataclass
class Hasil:
	"""The rows as they should be (titles first; ``nomor`` of the others in the file), how many cells that changed, and
	what is wrong with others."""

	rows: list[list[str]] = field(default_factory=list)
	nomor: list[int] = field(default_factory=list)
	dirapikan: int = 0
	masalah: list[str] = field(default_factory=list)

	def add_masalah(self, nomor: int, judul: str, salah: ValueError) -> None:
		tempat = _("Baris {0}, kolom {1}").format(nomor, judul)
		self.masalah.append(escape_html(f"{tempat}: {salah}"))


def tidy_berkas(doc, method=None) -> None:
	"""before_validate of Data Import: Frappe reads the file when it validates."""
	if (
		doc.reference_doctype not in DIIMPOR
		or not doc.import_file
		or not doc.has_value_changed("import_file")
	):
		return
	berkas = _get_terbaca(doc.import_file)
	rows = _read(berkas) if berkas else []
	if not rows:
		return
	hasil = tidy_rows(doc.reference_doctype, rows)
	if hasil.masalah:
		frappe.throw(_limit(hasil.masalah), title=_("Berkas impor belum benar"), as_list=True)
	_save(doc, berkas, hasil)


def _limit(masalah: list[str]) -> list[str]:
	sisa = len(masalah) - MASALAH_DISEBUT
	return masalah[:MASALAH_DISEBUT] + ([_("… dan {0} masalah lainnya.").format(sisa)] if sisa > 0 else [])


# --- the file


def _get_terbaca(alamat: str):
	"""The file of that address that the session user may read: what is tidied becomes a file of his own."""
	nama = frappe.get_list("File", filters={"file_url": alamat}, pluck="name", limit=1)
	return frappe.get_doc("File", nama[0]) if nama else None


def _read(berkas) -> list[list]:
	"""Rows of values; none where Frappe had better say what it thinks of the file."""
	jenis, isi = berkas.file_name.rpartition(".")[2].lower(), berkas.get_content()
	if jenis == "xlsx":
		lembar = load_workbook(BytesIO(isi), read_only=True, data_only=True).worksheets[0]
		return [list(row) for row in lembar.iter_rows(values_only=True)]
	return _read_csv(isi if isinstance(isi, str) else _decode(isi)) if jenis == "csv" else []


def _decode(isi: bytes) -> str:
	try:
		return isi.decode("utf-8-sig")
	except UnicodeDecodeError:
		return isi.decode("cp1252", errors="replace")


def _read_csv(teks: str) -> list[list[str]]:
	teks = teks.removeprefix("\ufeff")
	kepala = teks.partition("\n")[0]
	return list(csv.reader(StringIO(teks), delimiter=max(PEMISAH, key=kepala.count)))


def _save(doc, berkas, hasil: Hasil) -> None:
	isi = StringIO()
	csv.writer(isi, lineterminator="\n").writerows(hasil.rows)
	lampiran = {} if doc.is_new() else {"attached_to_doctype": doc.doctype, "attached_to_name": doc.name}
	rapi = frappe.get_doc(
		doctype="File",
		file_name=f"{berkas.file_name.rpartition('.')[0]}-rapi.csv",
		content=isi.getvalue().encode(),
		is_private=1,
		**lampiran,
	).insert()
	doc.import_file = rapi.file_url
	frappe.msgprint(
		_(
			"{0} sel dirapikan (spasi, tanda tak terlihat, NIP, pangkat, tanggal) dan disimpan sebagai {1}. Periksa "
			"pratinjaunya sebelum mengimpor."
		).format(hasil.dirapikan, escape_html(rapi.file_name)),
		alert=True,
	)


# --- the rows


def tidy_rows(doctype: str, rows: Sequence[Sequence]) -> Hasil:
	kepala = [_tidy_teks(judul) for judul in rows[0]]
	nama = _get_nama_kolom(doctype)
	kolom = [nama.get(judul.casefold()) for judul in kepala]
	hasil = Hasil([kepala])
	for nomor, row in enumerate(rows[1:], 2):
		if any(nilai not in (None, "") for nilai in row):
			hasil.rows.append(_tidy_row(nomor, row, kepala, kolom, hasil))
			hasil.nomor.append(nomor)
	_follow_rujukan(doctype, kolom, hasil)
	return hasil


def _follow_rujukan(doctype: str, kolom: list, hasil: Hasil) -> None:
	"""Units and superiors in the tidied rows: the names of their records for what the office calls them."""
	medan = [df.fieldname if df else "" for df in kolom]
	bernomor = list(zip(hasil.nomor, hasil.rows[1:], strict=True))
	rujukan = Rujukan(doctype, medan, bernomor)
	for nomor, row in bernomor:
		instansi = row[medan.index("company")] if "company" in medan[: len(row)] else None
		for ke, df in enumerate(kolom[: len(row)]):
			if not (df and df.fieldtype == "Link" and row[ke]):
				continue
			try:
				temuan = rujukan.find(df, row[ke], instansi or None)
			except ValueError as salah:
				hasil.add_masalah(nomor, hasil.rows[0][ke], salah)
				continue
			hasil.dirapikan += temuan != row[ke]
			row[ke] = temuan


def _get_nama_kolom(doctype: str) -> dict:
	"""Title, in small letters -> field. A title is its name, or its label in the reader's language or as it is stored."""
	fields = [df for df in frappe.get_meta(doctype).fields if df.fieldname and df.label]
	nama = {df.fieldname.casefold(): df for df in fields}
	for df in fields:
		for label in (df.label, _(df.label)):
			nama.setdefault(label.casefold(), df)
	return nama


def _tidy_row(nomor: int, row: Sequence, kepala: list[str], kolom: list, hasil: Hasil) -> list[str]:
	pppk = any(
		df and df.fieldname == "jenis_asn" and "PPPK" in str(nilai)
		for df, nilai in zip(kolom, row, strict=False)
	)
	rapi = []
	for ke, nilai in enumerate(row):
		try:
			rapi.append(_tidy_sel(kolom[ke] if ke < len(kolom) else None, nilai, pppk))
		except ValueError as salah:
			hasil.add_masalah(nomor, kepala[ke], salah)
			rapi.append("")
	hasil.dirapikan += sum(
		lama is not None and str(lama) != baru for lama, baru in zip(row, rapi, strict=True)
	)
	return rapi


def _tidy_sel(df, nilai, pppk: bool) -> str:
	teks = _tidy_teks(nilai)
	if not (df and teks):
		return teks
	if df.fieldname == "nip":
		return parse_nip(nilai).nomor
	if df.fieldname == "nrp":
		return parse_nrp(nilai)
	if df.fieldname == "pangkat_golongan":
		return _read_pangkat(df, teks, pppk)
	return str(read_tanggal(nilai)) if df.fieldtype == "Date" else teks


def _read_pangkat(df, teks: str, pppk: bool) -> str:
	"""HR may have put more words on the list."""
	return teks if teks in (df.options or "").split("\n") else read_pangkat(teks, pppk)


def _tidy_teks(nilai) -> str:
	"""One space for each run of spaces and line breaks; nothing that has no width."""
	teks = "" if nilai is None else str(int(nilai) if isinstance(nilai, bool) else nilai)
	return " ".join(remove_tak_terlihat(teks).split())


def read_tanggal(nilai) -> date:
	"""A day as offices write it, the day before the month. Raises ValueError."""
	if isinstance(nilai, date):
		return nilai.date() if isinstance(nilai, datetime) else nilai
	teks = _tidy_teks(nilai)
	for pola in POLA_TANGGAL:
		try:
			return datetime.strptime(teks, pola).date()
		except ValueError:
			continue
	raise ValueError(
		_('"{0}" bukan tanggal. Tulis tahun, bulan, tanggal, misalnya 1985-07-31, atau 31/07/1985.').format(
			teks[:40]
		)
	)
