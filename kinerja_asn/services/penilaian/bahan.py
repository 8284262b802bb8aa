"""What an evaluation is weighed with besides its rows: earlier results, and the facts from which words to the employee are
proposed. The caller has checked that the reader evaluates, or reads the evaluation: its readers may know what is named here."""

from collections import defaultdict

import frappe
from frappe.query_builder import Order
from frappe.query_builder.functions import Count, Sum
from frappe.utils import cint, getdate

from kinerja_asn.constants.istilah import SasaranUmpanBalik, Sifat
from kinerja_asn.constants.tahapan import DILAPORKAN, SUDAH_DISERAHKAN
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.rules.predikat import rating_hasil_kerja
from kinerja_asn.rules.ulasan import Fakta, FaktaHasil, FaktaPerilaku, Suara, Ulasan, propose_ulasan
from kinerja_asn.services.penilaian.evaluasi import get_rating_berlaku

DOCTYPE = "Evaluasi Kinerja"
SEBELUMNYA_TERBANYAK = 12
_KOLOM = (
	"name",
	"jenis",
	"masa",
	"awal",
	"akhir",
	"rating_hasil_kerja",
	"rating_perilaku",
	"predikat_kinerja",
	"nama_penilai",
	"penilai_user",
	"atasan_penilai_user",
)
_SUMBER = ("Umpan Balik Kinerja", "Umpan Balik Tanpa Nama")


def get_sebelumnya(evaluasi) -> list[frappe._dict]:
	"""Results of the same person that were handed over and end before this one does, the latest first; a new Penilai weighs
	those of his predecessors too (p. 91 no. 13-14)."""
	table = frappe.qb.DocType(DOCTYPE)
	return (
		frappe.qb.from_(table)
		.select(*_KOLOM)
		.where((table.pegawai == evaluasi.pegawai) & (table.name != evaluasi.name))
		.where(table.tahap.isin([*map(str, SUDAH_DISERAHKAN)]) & (table.akhir <= evaluasi.akhir))
		.orderby(table.akhir, table.jenis, order=Order.desc)
		.limit(SEBELUMNYA_TERBANYAK)
		.run(as_dict=True)
	)


def propose(evaluasi) -> Ulasan:
	"""From the rows as they are rated now, the feedback and the punctuality of the reports."""
	return propose_ulasan(gather(evaluasi))


def gather(evaluasi) -> Fakta:
	suara = _count_suara(evaluasi)
	laporan, terlambat = _count_laporan(evaluasi)
	return Fakta(
		tuple(_build_hasil(rows, suara) for rows in _group(evaluasi).values()),
		tuple(
			FaktaPerilaku(row.nilai, suara[SasaranUmpanBalik.PERILAKU, row.nilai])
			for row in evaluasi.perilaku
		),
		laporan,
		terlambat,
	)


def _group(evaluasi) -> dict[str, list]:
	per_hasil = defaultdict(list)
	for row in evaluasi.hasil:
		per_hasil[row.hasil_kerja].append(row)
	return per_hasil


def _build_hasil(rows: list, suara: dict) -> FaktaHasil:
	return FaktaHasil(
		rows[0].rencana_hasil_kerja,
		rating_hasil_kerja([get_rating_berlaku(row) for row in rows]),
		tuple((row.uraian, to_decimal(row.capaian_persen)) for row in rows if row.capaian_persen),
		suara[SasaranUmpanBalik.HASIL_KERJA, rows[0].hasil_kerja],
		any(row.tidak_dilaporkan for row in rows),
		any(row.ambil_alih for row in rows),
	)


def _count_suara(evaluasi) -> dict[tuple, Suara]:
	"""(what it is about, which) -> how positive it was, with a name or without."""
	jumlah = defaultdict(lambda: defaultdict(int))
	for doctype in _SUMBER:
		for sasaran, hasil_kerja, nilai, sifat, banyak in _query_suara(doctype, evaluasi):
			jumlah[sasaran, hasil_kerja if sasaran == SasaranUmpanBalik.HASIL_KERJA else nilai][sifat] += (
				banyak
			)
	suara = defaultdict(Suara)
	for kunci, menurut_sifat in jumlah.items():
		suara[kunci] = Suara(menurut_sifat[Sifat.POSITIF], menurut_sifat[Sifat.PERLU_PERBAIKAN])
	return suara


def _query_suara(doctype: str, evaluasi) -> list[tuple]:
	table = frappe.qb.DocType(doctype)
	kolom = (table.sasaran, table.hasil_kerja, table.nilai, table.sifat)
	return (
		frappe.qb.from_(table)
		.select(*kolom, Count(table.name))
		.where(
			(table.skp == evaluasi.skp) & (table.tanggal >= evaluasi.awal) & (table.tanggal <= evaluasi.akhir)
		)
		.groupby(*kolom)
		.run()
	)


def _count_laporan(evaluasi) -> tuple[int, int]:
	table = frappe.qb.DocType("Realisasi Kinerja")
	rows = (
		frappe.qb.from_(table)
		.select(Count(table.name), Sum(table.terlambat))
		.where((table.skp == evaluasi.skp) & table.tahap.isin([*map(str, DILAPORKAN)]))
		.where((table.akhir >= getdate(evaluasi.awal)) & (table.akhir <= getdate(evaluasi.akhir)))
		.run()
	)
	return cint(rows[0][0]), cint(rows[0][1])
