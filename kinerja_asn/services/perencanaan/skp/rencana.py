"""The rows of an SKP: their lasting keys, the links between them, their normal form and what is still missing."""

from collections.abc import Iterable, Mapping, Sequence

import frappe
from frappe import _
from frappe.utils import escape_html, getdate

from kinerja_asn.constants.istilah import (
	Arah,
	CaraHitung,
	Formulir,
	JenisHasilKerja,
	KategoriLampiran,
	Lintasan,
	Perspektif,
)
from kinerja_asn.constants.masyarakat import LAYANAN, UkuranLayanan
from kinerja_asn.rules.capaian import ARAH_BERANGKA, complete_target
from kinerja_asn.rules.lintasan import is_bertahap
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.rules.pertanggungjawaban import check_jadwal
from kinerja_asn.rules.skp import (
	HasilKerja,
	Indikator,
	check_skp,
	format_target,
	parse_aspek,
	place_indikator,
)
from kinerja_asn.services.bersama.angka import read_bulanan, write_bulanan
from kinerja_asn.services.bersama.isian import check_angka
from kinerja_asn.services.bersama.kunci import make_kunci
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak
from kinerja_asn.services.perencanaan.skp.pustaka import check_pustaka

_URUTAN_JENIS = {str(jenis): urutan for urutan, jenis in enumerate(JenisHasilKerja)}


def get_hasil_kerja(skp: str) -> list[frappe._dict]:
	"""kunci, idx, jenis, rencana_hasil_kerja of the plan in force, in the order of the forms: utama first."""
	kolom = ["kunci", "idx", "jenis", "rencana_hasil_kerja"]
	rows = frappe.get_all("SKP Hasil Kerja", get_saring_anak("SKP", skp), kolom)
	return sort_hasil_kerja(rows)


def sort_hasil_kerja(rows: Iterable) -> list:
	"""As all forms number them: utama first."""
	return sorted(rows, key=lambda row: (_URUTAN_JENIS[row.jenis], row.idx))


def group_indikator(rencana, jenis: JenisHasilKerja) -> list[frappe._dict]:
	"""Rows of one kind (``baris``), each with its ``indikator``, as forms A.1.7 and the portal show them.

	``rencana`` has the tables hasil_kerja and indikator.
	"""
	return [
		frappe._dict(baris=row, indikator=[iki for iki in rencana.indikator if iki.hasil_kerja == row.kunci])
		for row in rencana.hasil_kerja
		if row.jenis == jenis
	]


def assign_kunci(doc, tabel: tuple[str, ...] = ("hasil_kerja", "indikator")) -> None:
	"""A row gets its key once and keeps it; a key that a client sends is not believed."""
	before = doc.get_doc_before_save()
	for table in tabel:
		stored = {row.name: row.kunci for row in (before.get(table) if before else [])}
		for idx, row in enumerate(doc.get(table), 1):
			row.idx = idx  # a client may have taken rows out without counting anew
			row.kunci = stored.get(row.name) or make_kunci()


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
	check_pustaka(skp)
	for row in skp.indikator:
		try:
			normalize_ukuran(row)
			normalize_lintasan(row)
		except ValueError as salah:
			frappe.throw(f"{name_baris_indikator(skp, row)}: {escape_html(str(salah))}")
		normalize_sumber(skp, row)


def normalize_sumber(skp, row) -> None:
	"""What citizens say about a service feeds an indikator in numbers that are not added up: a mean of means, or the last."""
	if row.arah not in ARAH_BERANGKA or not row.sumber_layanan:
		row.sumber_layanan, row.sumber_ukuran = None, ""
	elif salah := _find_salah_sumber(skp, row):
		frappe.throw(f"{name_baris_indikator(skp, row)}: {salah}")


def _find_salah_sumber(skp, row) -> str | None:
	if frappe.db.get_value(LAYANAN, row.sumber_layanan, "instansi") != skp.instansi:
		return _("pilih layanan dari instansi ini sebagai sumber umpan balik masyarakat.")
	if row.sumber_ukuran not in list(UkuranLayanan):
		return _("pilih angka mana yang dipakai dari umpan balik masyarakat.")
	if row.cara_hitung in (CaraHitung.JUMLAH, CaraHitung.JUMLAH_KUMULATIF):
		return _(
			"angka dari umpan balik masyarakat tidak dapat dijumlahkan. Pilih rata-rata atau nilai terakhir sebagai cara "
			"menghitung realisasi."
		)
	return None


def place_baris(hasil_kerja: Sequence[Mapping], indikator: Sequence[Mapping]) -> list[tuple[int, int | None]]:
	"""``place_indikator`` for rows of a plan, stored or as they are being typed."""
	return place_indikator(
		[row.get("kunci") for row in hasil_kerja], [row.get("hasil_kerja") for row in indikator]
	)


def describe_indikator(ke: int, hasil_ke: int | None) -> str:
	"""As ``name_indikator``, in the reader's language."""
	if hasil_ke:
		return _("Indikator ke-{0} dari hasil kerja ke-{1}").format(ke, hasil_ke)
	return _("Indikator ke-{0}").format(ke)


def name_baris_indikator(doc, row) -> str:
	letak = place_baris(doc.hasil_kerja, doc.indikator)
	return describe_indikator(*letak[doc.indikator.index(row)])


def normalize_ukuran(row) -> None:
	"""Aspek and target of whatever holds an indikator in their normal form. Raises ValueError for an unknown aspek."""
	row.aspek = ", ".join(parse_aspek(row.aspek or ""))
	normalize_target(row)


def normalize_lintasan(row) -> None:
	"""Only where the target grows over the year; last year's months come from services/pelaksanaan/pemantauan."""
	if not is_bertahap(Arah(row.arah), CaraHitung(row.cara_hitung)):
		row.lintasan = Lintasan.MERATA
	if (row.lintasan or Lintasan.MERATA) == Lintasan.MERATA:
		row.target_bulanan = None
	elif row.lintasan == Lintasan.BULANAN or row.target_bulanan:
		row.target_bulanan = write_bulanan(read_bulanan(row.target_bulanan))


def normalize_target(row) -> None:
	"""Only what the direction of the target needs."""
	check_angka(row, "target_min")
	check_angka(row, "target_maks")
	if row.arah in ARAH_BERANGKA:
		complete_isian_target(row)
	else:
		row.target_min = row.target_maks = 0
		row.satuan = None
		row.cara_hitung = CaraHitung.NILAI_TERAKHIR
	if row.arah != Arah.NARATIF:
		row.target_naratif = None


def complete_isian_target(row) -> None:
	"""A blank maximum means one figure, wherever a target is filled in."""
	isian = (row.get("target_min"), row.get("target_maks"))
	angka = (None if nilai in (None, "") else to_decimal(nilai) for nilai in isian)
	row.target_min, row.target_maks = map(float, complete_target(*angka))


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
	"""What keeps this SKP from being submitted, in sentences (rules/skp.py, rules/pertanggungjawaban.py)."""
	return _find_masalah_baris(skp) + _find_masalah_jadwal(skp)


def _find_masalah_jadwal(skp) -> list[str]:
	"""Within the period, not the plan's own time: a copy may have a date that was over when its owner moved."""
	periode = get_periode(skp.periode) if skp.get("periode") else frappe._dict()
	masa = [getdate(tanggal) if tanggal else None for tanggal in (periode.awal, periode.akhir)]
	jadwal = {
		row.idx: check_jadwal(row.frekuensi, getdate(row.tanggal) if row.tanggal else None, *masa)
		for row in skp.lampiran
		if row.kategori == KategoriLampiran.PERTANGGUNGJAWABAN
	}
	return [f"Lampiran ke-{idx}: {salah}" for idx, salah in jadwal.items() if salah]


def _find_masalah_baris(skp) -> list[str]:
	return check_skp(
		[
			HasilKerja(row.kunci, JenisHasilKerja(row.jenis), row.rencana_hasil_kerja)
			for row in skp.hasil_kerja
		],
		[build_indikator(row) for row in skp.indikator],
		formulir=Formulir(skp.formulir) if skp.get("formulir") else None,
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
		perspektif=Perspektif(row.perspektif) if row.perspektif in list(Perspektif) else None,
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
