"""Report "Riwayat Predikat": the annual predikat of people over the years, of one person with his periodic ones too."""

from collections import Counter, defaultdict

import frappe
from frappe import _
from frappe.utils import cint

from kinerja_asn.constants.istilah import JenisEvaluasi, Predikat
from kinerja_asn.constants.tahapan import SAH
from kinerja_asn.laporan.bagian import (
	KODE_WARNA,
	make_kartu_istilah,
	make_kolom,
	make_kolom_istilah,
	name_unit,
	read_filters,
	read_unit,
	take_halaman,
)
from kinerja_asn.laporan.penilaian.dasar import WARNA_PREDIKAT
from kinerja_asn.laporan.surel import read_as_pembaca
from kinerja_asn.permissions.dokumen import get_kondisi
from kinerja_asn.rules.distribusi import TINGKAT
from kinerja_asn.services.bersama.waktu import get_today

DOCTYPE = "Evaluasi Kinerja"
TAHUN_MUNDUR = 5


@read_as_pembaca
def build_laporan(filters: dict | None) -> tuple:
	"""What Frappe expects of a Script Report: columns, rows, message, chart, summary."""
	saring = read_filters(filters)
	rows = _query(saring)
	kolom, baris = _build_tabel(saring, rows)
	baris, pesan = take_halaman(baris, cint(saring.halaman))
	terakhir = Counter(Predikat(row.predikat_kinerja) for row in _find_terakhir(rows).values())
	return (
		kolom,
		name_unit(baris),
		pesan,
		_build_bagan(saring, rows),
		make_kartu_istilah(terakhir, WARNA_PREDIKAT),
	)


def list_semua(filters: dict) -> tuple[list[dict], list[dict]]:
	saring = read_filters(filters)
	kolom, baris = _build_tabel(saring, _query(saring))
	return kolom, name_unit(baris)


def _query(saring: frappe._dict) -> list[frappe._dict]:
	"""What was set and the reader may see, oldest first; of many people the annual ones of the last years."""
	table = frappe.qb.DocType(DOCTYPE)
	kolom = (
		"name",
		"pegawai",
		"nama_pegawai",
		"nip_pegawai",
		"jabatan_pegawai",
		"unit_kerja",
		"nama_penilai",
	)
	kolom += ("jenis", "masa", "akhir", "rating_hasil_kerja", "rating_perilaku", "predikat_kinerja")
	query = frappe.qb.from_(table).select(
		*(table[nama] for nama in (*kolom, "predikat_organisasi", "predikat_pp30"))
	)
	query = query.where(table.tahap.isin([*map(str, SAH)]) & (table.predikat_kinerja != ""))
	query = query.where(get_kondisi(DOCTYPE, frappe.session.user))
	if saring.pegawai:
		query = query.where(table.pegawai == saring.pegawai)
	else:
		query = query.where(
			(table.jenis == str(JenisEvaluasi.TAHUNAN)) & (table.akhir >= f"{_get_mulai()}-01-01")
		)
	if saring.unit_kerja:
		query = query.where(table.unit_kerja.isin(read_unit(saring.unit_kerja)))
	return query.orderby(table.akhir, table.jenis, table.name).run(as_dict=True)


def _get_mulai() -> int:
	return get_today().year - TAHUN_MUNDUR + 1


def _build_tabel(saring: frappe._dict, rows: list) -> tuple[list[dict], list[dict]]:
	if saring.pegawai:
		return get_kolom_orang(), [_build_orang(row) for row in rows]
	tahun = sorted({row.akhir.year for row in rows})
	return get_kolom(tahun), _build_semua(rows)


def _build_orang(row: frappe._dict) -> dict:
	kolom = ("masa", "jenis", "nama_pegawai", "pegawai", "jabatan_pegawai", "unit_kerja", "nama_penilai")
	kolom += ("predikat_organisasi", "rating_hasil_kerja", "rating_perilaku", "predikat_pp30")
	return {**{nama: row[nama] for nama in kolom}, "predikat": row.predikat_kinerja, "evaluasi": row.name}


def _build_semua(rows: list) -> list[dict]:
	"""One row for each person: his data as they were last, and the predikat of each year."""
	per_orang: dict[str, dict] = {}
	for row in rows:
		isi = per_orang.setdefault(row.pegawai, {})
		isi |= {
			nama: row[nama]
			for nama in ("pegawai", "nama_pegawai", "nip_pegawai", "jabatan_pegawai", "unit_kerja")
		}
		isi[f"tahun_{row.akhir.year}"] = row.predikat_kinerja
	kosong = {f"tahun_{row.akhir.year}": None for row in rows}
	baris = [{**kosong, **isi} for isi in per_orang.values()]
	return sorted(baris, key=lambda isi: (isi["unit_kerja"] or "", isi["nama_pegawai"] or ""))


def _find_terakhir(rows: list) -> dict[str, frappe._dict]:
	"""Employee -> his latest annual one."""
	return {row.pegawai: row for row in rows if row.jenis == JenisEvaluasi.TAHUNAN}


def get_kolom(tahun: list[int]) -> list[dict]:
	return [
		make_kolom("nama_pegawai", _("Pegawai"), "Data", 180),
		make_kolom("nip_pegawai", _("NIP"), "Data", 200),
		make_kolom("jabatan_pegawai", _("Jabatan"), "Data", 180),
		make_kolom("unit_kerja", _("Unit Kerja"), "Data", 200),
		*(make_kolom_istilah(f"tahun_{ke}", str(ke), 140, WARNA_PREDIKAT) for ke in tahun),
	]


def get_kolom_orang() -> list[dict]:
	return [
		make_kolom("nama_pegawai", _("Pegawai"), "Data", 170),
		make_kolom("masa", _("Masa"), "Data", 150),
		make_kolom("jenis", _("Jenis Evaluasi"), "Data", 120),
		make_kolom_istilah("predikat", _("Predikat"), 150, WARNA_PREDIKAT),
		make_kolom("rating_hasil_kerja", _("Rating Hasil Kerja"), "Data", 160),
		make_kolom("rating_perilaku", _("Rating Perilaku Kerja"), "Data", 160),
		make_kolom("predikat_organisasi", _("Capaian Kinerja Organisasi"), "Data", 170),
		make_kolom("jabatan_pegawai", _("Jabatan"), "Data", 180),
		make_kolom("unit_kerja", _("Unit Kerja"), "Data", 180),
		make_kolom("nama_penilai", _("Pejabat Penilai Kinerja"), "Data", 190),
		make_kolom("predikat_pp30", _("Predikat Menurut PP 30/2019"), "Data", 170),
		make_kolom("evaluasi", _("Evaluasi Kinerja"), "Link", 200, options=DOCTYPE),
	]


def _build_bagan(saring: frappe._dict, rows: list) -> dict | None:
	if not rows:
		return None
	return _build_bagan_orang(rows) if saring.pegawai else _build_bagan_tahun(rows)


def _build_bagan_orang(rows: list) -> dict:
	"""One person: 1 Sangat Kurang to 5 Sangat Baik."""
	tingkat = [int(TINGKAT[Predikat(row.predikat_kinerja)]) for row in rows]
	return {
		"data": {
			"labels": [row.masa for row in rows],
			"datasets": [{"name": _("Tingkat predikat, 1 sampai 5"), "values": tingkat}],
		},
		"type": "line",
		"colors": [KODE_WARNA["blue"]],
		"title": _("Predikat dari masa ke masa"),
	}


def _build_bagan_tahun(rows: list) -> dict:
	per_tahun: dict[int, Counter] = defaultdict(Counter)
	for row in rows:
		per_tahun[row.akhir.year][row.predikat_kinerja] += 1
	return {
		"data": {
			"labels": [str(tahun) for tahun in per_tahun],
			"datasets": [
				{"name": _(str(predikat)), "values": [jumlah[str(predikat)] for jumlah in per_tahun.values()]}
				for predikat in Predikat
			],
		},
		"type": "bar",
		"barOptions": {"stacked": 1},
		"colors": [KODE_WARNA[warna] for warna in WARNA_PREDIKAT.values()],
		"title": _("Predikat per tahun"),
	}
