"""Figures of a reporting period as a worksheet: what is handed out, what is read back, and what became of each row."""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO

import frappe
from frappe import _
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from kinerja_asn.lembar.baca import BUKAN_NILAI, check_berkas, describe_bukan_nilai, refuse_rusak
from kinerja_asn.lembar.tampilan import POLOS, check_satuan, read_tampilan
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.rules.teks import remove_tak_terlihat
from kinerja_asn.services.pelaksanaan.pengimporan.baris import BarisImpor, HasilBaris

BARIS_MAKS = 100_000
NOMOR_MAKS = 200_000  # of a row, empty ones included
KOLOM_MAKS = 20
WAJIB = ("NIP", "Indikator", "Realisasi")
JUDUL = ("NIP", "Nama", "Kunci", "Indikator", "Target", "Satuan", "Realisasi", "Keterangan")
LEBAR = (22, 26, 14, 50, 22, 16, 16, 40)
DIGIT_MAKS = 15  # a spreadsheet forgets the others


# --- writing


def write_lembar(judul: Sequence[str], rows: Iterable[Sequence]) -> bytes:
	"""Row by row: an agency has sixty thousand."""
	buku = Workbook(write_only=True)
	lembar = buku.create_sheet(_("Realisasi"))
	lembar.freeze_panes = "A2"
	for huruf, lebar in zip("ABCDEFGH", LEBAR, strict=True):
		lembar.column_dimensions[huruf].width = lebar
	lembar.append(list(judul))
	for row in rows:
		lembar.append([_make_sel(lembar, nilai) for nilai in row])
	keluaran = BytesIO()
	buku.save(keluaran)
	return keluaran.getvalue()


def _make_sel(lembar, nilai):
	"""A text stays a text, also one that looks like a formula or a long number."""
	if not isinstance(nilai, str):
		return nilai
	sel = WriteOnlyCell(lembar, ILLEGAL_CHARACTERS_RE.sub("", nilai))
	sel.data_type, sel.number_format = "s", "@"
	return sel


def write_hasil(hasil: Sequence[HasilBaris]) -> bytes:
	"""In the order of the file; mended there, it can be brought again as it is."""
	judul = ("NIP", "Indikator", "Realisasi", "Keterangan", _("Hasil"), _("Penjelasan"), _("Baris"))
	urut = sorted(hasil, key=lambda temuan: temuan.baris.nomor)
	return write_lembar(
		judul,
		(
			(
				temuan.baris.nip,
				temuan.baris.indikator,
				temuan.baris.nilai,
				temuan.baris.keterangan,
				_(str(temuan.hasil)),
				temuan.penjelasan,
				temuan.baris.nomor,
			)
			for temuan in urut
		),
	)


# --- reading


def read_berkas(nama: str, isi: bytes) -> list[BarisImpor]:
	"""Its rows; a cell that says nothing makes its row's ``salah``. A file that is none of ours is refused as a whole."""
	check_berkas(nama, isi)
	try:
		buku = load_workbook(BytesIO(isi), read_only=True, keep_links=False)
		return _read_sheet(buku.worksheets[0])
	except frappe.ValidationError:
		raise
	except Exception:  # whatever openpyxl's parsers raise about a damaged file
		refuse_rusak(nama)


def _read_sheet(sheet) -> list[BarisImpor]:
	sheet.reset_dimensions()  # a file may lie about how large it is
	rows = sheet.iter_rows(max_col=KOLOM_MAKS)
	kolom = _read_kepala(next(rows, ()))
	daftar = []
	for nomor, row in enumerate(rows, 2):
		if any(sel.value is not None for sel in row):
			daftar.append(_read_baris(nomor, {nama: row[ke] for nama, ke in kolom.items() if ke < len(row)}))
		if len(daftar) > BARIS_MAKS or nomor > NOMOR_MAKS:
			frappe.throw(_("Berkas memuat lebih dari {0} baris. Pecah per unit kerja.").format(BARIS_MAKS))
	if not daftar:
		frappe.throw(_("Berkas tidak memuat satu baris pun. Isi mulai baris kedua, lalu unggah lagi."))
	return daftar


def _read_kepala(row: tuple) -> dict[str, int]:
	"""Title -> its column; they may stand in any order, and others beside them are not read."""
	judul = [_read_teks(sel).casefold() for sel in row]
	ganda = [nama for nama in JUDUL if judul.count(nama.casefold()) > 1]
	kurang = [nama for nama in WAJIB if nama.casefold() not in judul]
	if ganda or kurang:
		frappe.throw(
			_("Baris pertama harus memuat judul kolom {0}, masing-masing sekali. Periksa: {1}.").format(
				", ".join(WAJIB), ", ".join(ganda + kurang)
			)
		)
	return {nama: judul.index(nama.casefold()) for nama in JUDUL if nama.casefold() in judul}


def _read_baris(nomor: int, sel: dict) -> BarisImpor:
	salah = next(_find_salah(sel), "")
	nilai = None
	try:
		nilai = _read_nilai(sel.get("Realisasi"), _read_teks(sel.get("Satuan")))
	except ValueError as galat:
		salah = salah or str(galat)
	return BarisImpor(
		nomor=nomor,
		nip="".join(_read_teks(sel.get("NIP")).split()),
		indikator=_read_teks(sel.get("Kunci")) or _read_teks(sel.get("Indikator")),
		nilai=nilai,
		keterangan=_read_teks(sel.get("Keterangan")),
		salah=salah,
	)


def _find_salah(sel: dict) -> Iterator[str]:
	for nama, isi_sel in sel.items():
		if isi_sel.value is not None and isi_sel.data_type in BUKAN_NILAI:
			yield f"{nama}: {describe_bukan_nilai(isi_sel)}"
	nip = sel["NIP"]
	if nip.data_type == "n" and nip.value is not None and len(str(int(nip.value))) > DIGIT_MAKS:
		yield _(
			"NIP: Excel membulatkan angka sepanjang ini. Ubah format selnya menjadi Teks, lalu tulis ulang."
		)


def _read_teks(sel) -> str:
	"""A whole number in a column for texts as its digits."""
	nilai = getattr(sel, "value", None)
	if nilai is None:
		return ""
	if isinstance(nilai, float) and nilai.is_integer():
		nilai = int(nilai)
	return " ".join(remove_tak_terlihat(str(nilai)).split())


def _read_nilai(sel, satuan: str):
	"""A number as it is shown (tampilan.py). Raises TampilanTidakJelas."""
	nilai = getattr(sel, "value", None)
	if not isinstance(nilai, int | float) or isinstance(nilai, bool):
		return remove_tak_terlihat(nilai).strip() if isinstance(nilai, str) else nilai
	if sel.number_format in POLOS:
		return to_decimal(nilai)
	tampilan = read_tampilan(to_decimal(nilai), sel.number_format)
	check_satuan(tampilan.sebutan, satuan or None)
	return tampilan.angka
