"""Report "Menunggu Penyelarasan": who or what waits before every result is carried by somebody (p. 26, 46-48).

Rows are limited here to the SKP that the session user may read; whether a result is carried by anybody is asked of
all SKP, because "nobody" must be true. Of a leader's SKP that he may not read he learns only that it is missing, or that
his employee has not answered all of it, as that employee's own row; not how many results it has. The number of
queries does not grow with the number of people.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import frappe
from frappe import _
from frappe.utils import cint
from pypika.terms import Criterion

from kinerja_asn.constants.istilah import Istilah, Tahap
from kinerja_asn.laporan.bagian import (
	count_per_unit,
	make_bagan,
	make_kartu_istilah,
	make_kolom,
	make_kolom_istilah,
	name_unit,
	read_filters,
	read_istilah,
	read_periode,
	read_unit,
	take_halaman,
)
from kinerja_asn.laporan.surel import read_as_pembaca
from kinerja_asn.permissions.dokumen import get_kondisi
from kinerja_asn.services.bersama.periode import get_nama_periode
from kinerja_asn.services.bersama.tabel_anak import is_anak
from kinerja_asn.services.perencanaan.penyelarasan.penautan import is_menunggu


class Perihal(Istilah):
	"""What is waited for."""

	MENUNGGU = "Menunggu SKP pimpinan"
	TANPA_SKP = "Pimpinan belum ber-SKP"
	BELUM_DIPIKUL = "Belum dipikul siapa pun"
	BELUM_DIJAWAB = "Matriks belum dijawab"
	TERPUTUS = "Tautan terputus"


WARNA = {
	Perihal.MENUNGGU: "orange",
	Perihal.TANPA_SKP: "red",
	Perihal.BELUM_DIPIKUL: "blue",
	Perihal.BELUM_DIJAWAB: "gray",
	Perihal.TERPUTUS: "purple",
}


@dataclass(frozen=True)
class Saringan:
	"""The report's filters after checking. ``unit`` or ``perihal`` None: all; ``terbaca``: SKP of the reader."""

	periode: str
	unit: tuple[str, ...] | None
	perihal: Perihal | None
	terbaca: Criterion


@read_as_pembaca
def build_laporan(filters: dict | None) -> tuple:
	"""What Frappe expects of a Script Report: columns, rows, message, chart, summary."""
	saringan = read_saringan(read_filters(filters))
	if not _query(saringan).limit(1).run():
		return get_kolom(), [], _explain_kosong(saringan), None, []
	semua = _get_baris(saringan)
	per_unit = count_per_unit(semua, "perihal")
	baris, pesan = take_halaman(semua, (filters or {}).get("halaman"))
	return get_kolom(), name_unit(baris), pesan, _build_bagan(per_unit), _build_ringkasan(per_unit)


def list_semua(filters: dict) -> tuple[list[dict], list[dict]]:
	"""Columns and all rows, whatever the page (unduhan.py)."""
	return get_kolom(), name_unit(_get_baris(read_saringan(read_filters(filters))))


def _explain_kosong(saringan: Saringan) -> str:
	"""Zeros alone would say that nothing waits."""
	return _(
		"Belum ada SKP yang dapat dilaporkan pada periode {0}. SKP seluruh pegawai dibuat lewat Pembukaan Periode."
	).format(get_nama_periode(saringan.periode))


def read_saringan(filters: frappe._dict) -> Saringan:
	perihal = read_istilah(Perihal, filters.perihal)
	periode = read_periode(filters.periode)
	return Saringan(periode, read_unit(filters.unit_kerja), perihal, get_kondisi("SKP"))


def _get_baris(saringan: Saringan) -> list[dict]:
	baris = [
		*_find_menunggu(saringan),
		*_find_tanpa_skp(saringan),
		*_find_belum_dipikul(saringan),
		*_find_belum_dijawab(saringan),
		*_find_terputus(saringan),
	]
	baris = [row for row in baris if saringan.perihal in (None, row["perihal"])]
	return sorted(baris, key=lambda row: (row["unit_kerja"] or "", row["nama_pegawai"] or ""))


# --- what waits


def _query(saringan: Saringan):
	"""SKP of the period in force or in the making, as far as the reader sees them."""
	skp = frappe.qb.DocType("SKP")
	query = (
		frappe.qb.from_(skp)
		.select(skp.name.as_("skp"), skp.pegawai, skp.nama_pegawai, skp.jabatan_pegawai, skp.unit_kerja)
		.select(skp.penilai, skp.nama_penilai)
		.where(_is_berjalan(skp, saringan) & saringan.terbaca)
	)
	return query if saringan.unit is None else query.where(skp.unit_kerja.isin(saringan.unit))


def _is_berjalan(skp, saringan: Saringan):
	return (skp.periode == saringan.periode) & (skp.tahap != Tahap.DITUTUP)


def _join_hasil_kerja(query):
	skp, anak = frappe.qb.DocType("SKP"), frappe.qb.DocType("SKP Hasil Kerja")
	query = query.join(anak).on(is_anak(anak, skp))
	return query.select(anak.rencana_hasil_kerja, anak.rhk_pimpinan_uraian), anak


def _find_menunggu(saringan: Saringan) -> Iterator[dict]:
	query, anak = _join_hasil_kerja(_query(saringan))
	for row in query.where(is_menunggu(anak)).run(as_dict=True):
		yield _build(row, Perihal.MENUNGGU, row.nama_penilai, row.rhk_pimpinan_uraian)


def _find_tanpa_skp(saringan: Saringan) -> Iterator[dict]:
	"""Of leaders who make an SKP at all: an elected head of the region has none."""
	skp, pimpinan = frappe.qb.DocType("SKP"), frappe.qb.DocType("Employee")
	lain = frappe.qb.DocType("SKP").as_("skp_pimpinan")
	ber_skp = frappe.qb.from_(lain).select(lain.pegawai).where(_is_berjalan(lain, saringan))
	query = _query(saringan).join(pimpinan).on((pimpinan.name == skp.penilai) & (pimpinan.nip != ""))
	for row in query.where(skp.penilai.notin(ber_skp)).run(as_dict=True):
		yield _build(row, Perihal.TANPA_SKP, row.nama_penilai)


def _find_belum_dipikul(saringan: Saringan) -> Iterator[dict]:
	skp = frappe.qb.DocType("SKP")
	query, anak = _join_hasil_kerja(_query(saringan))
	query = query.where(skp.pegawai.isin(_select_pimpinan(saringan)))
	for row in query.where(anak.kunci.notin(_select_dipikul(saringan))).run(as_dict=True):
		yield _build(row, Perihal.BELUM_DIPIKUL, _("anggota tim {0}").format(row.nama_pegawai))


def _select_pimpinan(saringan: Saringan):
	"""Everybody who evaluates somebody in the period."""
	lain = frappe.qb.DocType("SKP").as_("skp_bawahan")
	return (
		frappe.qb.from_(lain)
		.select(lain.penilai)
		.where(_is_berjalan(lain, saringan) & lain.penilai.notnull())
	)


def _select_dipikul(saringan: Saringan):
	lain = frappe.qb.DocType("SKP").as_("skp_lain")
	anak = frappe.qb.DocType("SKP Hasil Kerja").as_("hasil_lain")
	return (
		frappe.qb.from_(anak)
		.join(lain)
		.on(is_anak(anak, lain))
		.select(anak.rhk_pimpinan)
		.where(_is_berjalan(lain, saringan) & (anak.rhk_pimpinan != ""))
	)


def _find_terputus(saringan: Saringan) -> Iterator[dict]:
	"""Rows whose leader's row is gone: he took it out of his draft, or his SKP was closed when he moved."""
	lain = frappe.qb.DocType("SKP Hasil Kerja").as_("hasil_pimpinan")
	induk = frappe.qb.DocType("SKP").as_("skp_pimpinan")
	query, anak = _join_hasil_kerja(_query(saringan))
	query = query.left_join(lain).on((lain.kunci == anak.rhk_pimpinan) & (lain.parenttype == "SKP"))
	query = query.left_join(induk).on(induk.name == lain.parent)
	hilang = lain.name.isnull() | (induk.tahap == Tahap.DITUTUP)
	for row in query.where((anak.rhk_pimpinan != "") & hilang).run(as_dict=True):
		yield _build(row, Perihal.TERPUTUS, row.nama_pegawai, row.rhk_pimpinan_uraian)


# --- cells of matrices


def _find_belum_dijawab(saringan: Saringan) -> Iterator[dict]:
	"""Of employees with an SKP: results of their leader that neither a row nor "tidak ada peran" answers."""
	kolom = _get_kolom_matriks(saringan)
	dijawab, terbaca = _get_dijawab(saringan), _get_terbaca(saringan)
	for row in _query(saringan).run(as_dict=True):
		belum, semua = len(kolom[row.penilai] - dijawab[row.pegawai]), len(kolom[row.penilai])
		if belum and row.penilai in terbaca:
			keterangan = _("{0} dari {1} hasil kerja pimpinan").format(belum, semua)
			yield _build(row, Perihal.BELUM_DIJAWAB, row.nama_penilai, keterangan, belum)
		elif belum:
			yield _build(
				row, Perihal.BELUM_DIJAWAB, row.nama_penilai, _("Hasil kerja pimpinannya belum semua dijawab")
			)


def _get_terbaca(saringan: Saringan) -> set[str]:
	"""Employees whose SKP of the period the reader may read, whatever unit he asks for."""
	skp = frappe.qb.DocType("SKP")
	query = frappe.qb.from_(skp).select(skp.pegawai).where(_is_berjalan(skp, saringan) & saringan.terbaca)
	return set(query.run(pluck=True))


def _get_kolom_matriks(saringan: Saringan) -> dict[str, set[str]]:
	"""Leader -> kunci of his hasil kerja."""
	skp, anak = frappe.qb.DocType("SKP"), frappe.qb.DocType("SKP Hasil Kerja")
	rows = (
		frappe.qb.from_(anak)
		.join(skp)
		.on(is_anak(anak, skp))
		.select(skp.pegawai, anak.kunci)
		.where(_is_berjalan(skp, saringan) & skp.pegawai.isin(_select_pimpinan(saringan)))
		.run()
	)
	return _group(rows)


def _get_dijawab(saringan: Saringan) -> dict[str, set[str]]:
	"""Employee -> kunci of the leader's hasil kerja that are answered."""
	skp, anak = frappe.qb.DocType("SKP"), frappe.qb.DocType("SKP Hasil Kerja")
	tanpa = frappe.qb.DocType("Tanpa Peran")
	berperan = (
		frappe.qb.from_(anak)
		.join(skp)
		.on(is_anak(anak, skp))
		.select(skp.pegawai, anak.rhk_pimpinan)
		.where(_is_berjalan(skp, saringan) & (anak.rhk_pimpinan != ""))
		.run()
	)
	tanpa_peran = (
		frappe.qb.from_(tanpa)
		.select(tanpa.pegawai, tanpa.rhk_pimpinan)
		.where(tanpa.periode == saringan.periode)
		.run()
	)
	return _group((*berperan, *tanpa_peran))


def _group(rows) -> dict[str, set[str]]:
	kelompok = defaultdict(set)
	for pegawai, kunci in rows:
		kelompok[pegawai].add(kunci)
	return kelompok


# --- rows, chart, summary


def get_kolom() -> list[dict]:
	"""Names are plain text, not links: Frappe would drop rows by User Permissions on Employee (frappe-notes §2.5)."""
	return [
		make_kolom_istilah("perihal", _("Perihal"), 190, WARNA),
		make_kolom("nama_pegawai", _("Pegawai"), "Data", 170),
		make_kolom("jabatan_pegawai", _("Jabatan"), "Data", 180),
		make_kolom("unit_kerja", _("Unit Kerja"), "Data", 180),
		make_kolom("hasil_kerja", _("Rencana Hasil Kerja"), "Data", 280),
		make_kolom("menunggu", _("Menunggu"), "Data", 170),
		make_kolom("keterangan", _("Keterangan"), "Data", 260),
		make_kolom("jumlah", _("Jumlah"), "Int", 90),
		make_kolom("skp", _("SKP"), "Link", 180, options="SKP"),
	]


def _build(row, perihal: Perihal, menunggu: str | None, keterangan: str | None = "", jumlah: int = 1) -> dict:
	return {
		"perihal": str(perihal),
		"nama_pegawai": row.nama_pegawai,
		"jabatan_pegawai": row.jabatan_pegawai,
		"unit_kerja": row.unit_kerja,
		"hasil_kerja": row.get("rencana_hasil_kerja"),
		"menunggu": menunggu,
		"keterangan": keterangan,
		"jumlah": cint(jumlah),
		"skp": row.skp,
	}


def _build_bagan(per_unit: dict[str, Counter]) -> dict | None:
	legenda = (_("Menunggu"), _("Tanpa SKP"), _("Belum dipikul"), _("Belum dijawab"), _("Terputus"))
	per_hal = dict(zip(Perihal, legenda, strict=True))
	return make_bagan(_("Yang menunggu penyelarasan per unit"), per_unit, per_hal, WARNA)


def _build_ringkasan(per_unit: dict[str, Counter]) -> list[dict]:
	return make_kartu_istilah(sum(per_unit.values(), Counter()), WARNA)
