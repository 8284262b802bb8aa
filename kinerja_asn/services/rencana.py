"""The rows of an SKP: their lasting keys, the links between them, their normal form and what is still missing."""

import frappe
from frappe import _
from frappe.utils import escape_html

from kinerja_asn.constants.istilah import Arah, CaraHitung, JenisHasilKerja
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.rules.skp import HasilKerja, Indikator, check_skp, format_target, parse_aspek
from kinerja_asn.services.isian import check_angka

BERANGKA = (Arah.NAIK, Arah.TURUN, Arah.RENTANG)


def assign_kunci(skp) -> None:
	"""A row gets its key once and keeps it; a key that a client sends is not believed."""
	before = skp.get_doc_before_save()
	stored = {
		row.name: row.kunci
		for table in ("hasil_kerja", "indikator")
		for row in (before or {}).get(table) or []
	}
	for table in ("hasil_kerja", "indikator"):
		for idx, row in enumerate(skp.get(table), 1):
			row.idx = idx  # a client may have taken rows out without counting anew
			row.kunci = stored.get(row.name) or frappe.generate_hash(length=10)


def link_indikator(skp) -> None:
	"""The form counts rows (``hasil_kerja_ke``), the data knows keys: a changed number wins, else the key."""
	before = skp.get_doc_before_save()
	stored = {row.name: row for row in (before.indikator if before else [])}
	nomor = {row.kunci: row.idx for row in skp.hasil_kerja}
	kunci = {row.idx: row.kunci for row in skp.hasil_kerja}
	for row in skp.indikator:
		lama = stored.get(row.name)
		if lama and lama.hasil_kerja_ke == row.hasil_kerja_ke and lama.hasil_kerja in nomor:
			row.hasil_kerja = lama.hasil_kerja
		else:
			row.hasil_kerja = kunci.get(row.hasil_kerja_ke)
		row.hasil_kerja_ke = nomor.get(row.hasil_kerja, row.hasil_kerja_ke)


def normalize_indikator(skp) -> None:
	for row in skp.indikator:
		check_angka(row, "target_min")
		check_angka(row, "target_maks")
		try:
			row.aspek = ", ".join(parse_aspek(row.aspek or ""))
		except ValueError as salah:
			frappe.throw(_("Indikator ke-{0}: {1}").format(row.idx, escape_html(str(salah))))
		if row.arah not in BERANGKA:
			row.target_min = row.target_maks = 0
			row.satuan = None
			row.cara_hitung = CaraHitung.NILAI_TERAKHIR
		if row.arah != Arah.NARATIF:
			row.target_naratif = None


def link_rhk_pimpinan(skp) -> None:
	"""A row that names the leader's hasil kerja takes its words from there (A.1.7 column 2)."""
	before = skp.get_doc_before_save()
	stored = {row.name: row.rhk_pimpinan for row in (before.hasil_kerja if before else [])}
	for row in skp.hasil_kerja:
		if row.rhk_pimpinan and row.rhk_pimpinan != stored.get(row.name):
			row.rhk_pimpinan_uraian = _get_rhk_pimpinan(skp, row)


def _get_rhk_pimpinan(skp, row) -> str:
	daftar = {pilihan.kunci: pilihan.rencana_hasil_kerja for pilihan in get_pilihan_rhk_pimpinan(skp)}
	if row.rhk_pimpinan not in daftar:
		frappe.throw(
			_(
				"Hasil kerja ke-{0}: hasil kerja pimpinan yang diintervensi tidak ditemukan di SKP {1}."
			).format(row.idx, skp.nama_penilai or _("Pejabat Penilai"))
		)
	return daftar[row.rhk_pimpinan]


def get_pilihan_rhk_pimpinan(skp) -> list:
	"""Rows of the Penilai's own SKP of the same period that this SKP may serve: kunci, rencana_hasil_kerja."""
	if not skp.penilai:
		return []
	induk = frappe.qb.DocType("SKP")
	anak = frappe.qb.DocType("SKP Hasil Kerja")
	return (
		frappe.qb.from_(anak)
		.join(induk)
		.on(anak.parent == induk.name)
		.select(anak.kunci, anak.rencana_hasil_kerja)
		.where((induk.pegawai == skp.penilai) & (induk.periode == skp.periode))
		.orderby(anak.idx)
		.run(as_dict=True)
	)


def build_perilaku(skp) -> None:
	"""The seven values with their guides; the special expectations already stated stay (Pasal 10)."""
	stated = {row.nilai: row.ekspektasi_khusus for row in skp.perilaku}
	skp.set("perilaku", [row for row in skp.perilaku if not row.is_new()])
	known = {row.nilai for row in skp.perilaku}
	for nilai in frappe.get_all("Nilai Perilaku", fields=["name", "panduan"], order_by="urutan"):
		if nilai.name not in known:
			skp.append(
				"perilaku",
				{"nilai": nilai.name, "panduan": nilai.panduan, "ekspektasi_khusus": stated.get(nilai.name)},
			)


def find_masalah(skp) -> list[str]:
	"""What keeps this SKP from being submitted, in sentences (rules/skp.py)."""
	return check_skp(
		[
			HasilKerja(row.kunci, JenisHasilKerja(row.jenis), row.rencana_hasil_kerja)
			for row in skp.hasil_kerja
		],
		[build_indikator(row) for row in skp.indikator],
	)


def build_indikator(row) -> Indikator:
	"""The rules' view of an SKP Indikator row; numbers as exact decimals."""
	return Indikator(
		kunci=row.kunci,
		hasil_kerja=row.hasil_kerja,
		indikator=row.indikator,
		arah=Arah(row.arah),
		target_min=to_decimal(row.target_min or 0),
		target_maks=to_decimal(row.target_maks or 0),
		target_naratif=row.target_naratif,
		satuan=row.satuan,
		aspek=parse_aspek(row.aspek or ""),
	)


def get_teks_target(row) -> str:
	"""The target as people read it: "1.000 dokumen", "900 – 1.000 dokumen", "≤ 3 hari kerja"."""
	return format_target(
		Arah(row.arah),
		to_decimal(row.target_min or 0),
		to_decimal(row.target_maks or 0),
		row.satuan,
		row.target_naratif,
	)
