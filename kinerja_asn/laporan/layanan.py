"""Report "Perkembangan Layanan Publik": what citizens say about each service, month by month, with the measures marked.

Rows are of the services that the reader's role reaches; a month with too few answers says how many are lacking.
"""

from collections import defaultdict

import frappe
from frappe import _
from frappe.utils import add_months, formatdate, getdate

from kinerja_asn.constants.masyarakat import LAYANAN, JenisMasukan, UkuranLayanan
from kinerja_asn.laporan.bagian import KODE_WARNA, make_kolom, name_unit, read_filters, read_unit
from kinerja_asn.laporan.surel import read_as_pembaca
from kinerja_asn.permissions.dokumen import from_terlihat
from kinerja_asn.services.bersama.isian import read_hari
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.masyarakat.figur import Figur, get_per_bulan

BULAN_BAKU = 12
BULAN_MAKS = 60


@read_as_pembaca
def build_laporan(filters: dict | None) -> tuple:
	"""What Frappe expects of a Script Report: columns, rows, message, chart, summary."""
	saring = read_filters(filters)
	mulai, sampai = _read_bulan(saring)
	layanan = _get_layanan(saring)
	figur = get_per_bulan({name: row.minimum_jawaban for name, row in layanan.items()}, mulai, sampai)
	baris = _build_baris(layanan, figur)
	return (
		get_kolom(),
		name_unit(baris),
		None if baris else _explain_kosong(),
		_build_bagan(layanan, figur),
		[],
	)


def get_kolom() -> list[dict]:
	return [
		make_kolom("nama_layanan", _("Layanan"), "Data", 220),
		make_kolom("unit_kerja", _("Unit Kerja"), "Data", 180),
		make_kolom("bulan", _("Bulan"), "Data", 130),
		make_kolom("jawaban", _("Jawaban"), "Int", 90),
		make_kolom("rata_rata", _("Rata-rata penilaian"), "Float", 150, precision=2),
		make_kolom("puas", _("Persen puas"), "Float", 110, precision=2),
		make_kolom("tunggu", _("Median tunggu (menit)"), "Float", 160, precision=1),
		*(make_kolom(str(jenis).lower(), _(str(jenis)), "Int", 90) for jenis in JenisMasukan),
		make_kolom("kurang", _("Kurang jawaban"), "Int", 120),
		make_kolom("tindakan", _("Tindakan perbaikan"), "Data", 320),
	]


def _read_bulan(saring) -> tuple[str, str]:
	akhir = getdate(read_hari(saring.sampai, _("Sampai dengan"))) if saring.sampai else get_today()
	awal = (
		getdate(read_hari(saring.dari, _("Dari")))
		if saring.dari
		else getdate(add_months(akhir, 1 - BULAN_BAKU))
	)
	if awal > akhir or awal < getdate(add_months(akhir, -BULAN_MAKS)):
		frappe.throw(_("Pilih rentang bulan yang berurutan, paling banyak {0} bulan.").format(BULAN_MAKS))
	return f"{awal:%Y-%m}", f"{akhir:%Y-%m}"


def _get_layanan(saring) -> dict[str, frappe._dict]:
	table, query = from_terlihat(LAYANAN)
	query = query.select(table.name, table.nama_layanan, table.unit_kerja, table.minimum_jawaban)
	if saring.layanan:
		query = query.where(table.name == saring.layanan)
	if (unit := read_unit(saring.unit_kerja)) is not None:
		query = query.where(table.unit_kerja.isin(unit))
	return {row.name: row for row in query.orderby(table.nama_layanan).run(as_dict=True)}


def _build_baris(layanan: dict, figur: dict[tuple[str, str], Figur]) -> list[dict]:
	tindakan = _get_tindakan(layanan)
	urutan = {name: ke for ke, name in enumerate(layanan)}
	return [
		{
			"nama_layanan": layanan[name].nama_layanan,
			"unit_kerja": layanan[name].unit_kerja,
			"bulan": formatdate(f"{bulan}-01", "MMMM yyyy"),
			"tindakan": "; ".join(tindakan[name, bulan]),
			**_build_angka(figur[name, bulan]),
		}
		for name, bulan in sorted(figur, key=lambda kunci: (urutan[kunci[0]], kunci[1]))
	]


def _build_angka(figur: Figur) -> dict:
	nilai = {ukuran: hasil.nilai for ukuran, hasil in figur.ukuran.items()}
	return {
		"jawaban": figur.jawaban,
		"rata_rata": nilai[UkuranLayanan.RATA_RATA],
		"puas": nilai[UkuranLayanan.PUAS],
		"tunggu": nilai[UkuranLayanan.MEDIAN_TUNGGU],
		**{str(jenis).lower(): banyak for jenis, banyak in figur.jenis.items()},
		"kurang": figur.ukuran[UkuranLayanan.RATA_RATA].kurang or None,
	}


def _get_tindakan(layanan: dict) -> dict[tuple[str, str], list[str]]:
	"""(service, month) -> what was begun then."""
	per_bulan = defaultdict(list)
	for row in frappe.get_all(
		"Tindakan Perbaikan Layanan",
		get_saring_anak(LAYANAN, layanan),
		["parent", "tanggal", "uraian"],
		order_by="idx",
	):
		per_bulan[row.parent, f"{getdate(row.tanggal):%Y-%m}"].append(row.uraian)
	return per_bulan


def _build_bagan(layanan: dict, figur: dict[tuple[str, str], Figur]) -> dict | None:
	"""Of one service alone: lines of many would not be told apart."""
	titik = [(bulan, hasil.ukuran[UkuranLayanan.RATA_RATA].nilai) for (_name, bulan), hasil in figur.items()]
	if len(layanan) != 1 or not any(nilai for _bulan, nilai in titik):
		return None
	return {
		"data": {
			"labels": [formatdate(f"{bulan}-01", "MM/yy") for bulan, _nilai in titik],
			"datasets": [
				{"name": _("Rata-rata penilaian"), "values": [float(nilai or 0) for _bulan, nilai in titik]}
			],
		},
		"type": "bar",
		"colors": [KODE_WARNA["blue"]],
		"title": _("Rata-rata penilaian"),
	}


def _explain_kosong() -> str:
	return _(
		"Belum ada umpan balik masyarakat pada bulan-bulan ini. Buat Layanan Publik, lalu cetak dan tempel posternya."
	)
