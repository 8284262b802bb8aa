"""What keeping totals costs, and what it saves: the same figures kept, and worked out from all rows."""

import time
from collections import Counter, defaultdict
from datetime import date
from unittest.mock import patch
from urllib.parse import quote

import frappe
from frappe.query_builder.functions import Count
from frappe.utils import create_batch
from pypika import Case

from kinerja_asn.constants.istilah import Arah, CaraHitung, StatusProgres, Tahap
from kinerja_asn.constants.tahapan import DILAPORKAN
from kinerja_asn.kinerja_asn.doctype.realisasi_kinerja import realisasi_kinerja
from kinerja_asn.laporan import progres as laporan_progres
from kinerja_asn.rules.progres import PERLU_TERAKHIR, Terlapor, combine_realisasi
from kinerja_asn.services.bersama.tabel_anak import is_anak
from kinerja_asn.services.pelaksanaan import progres
from kinerja_asn.services.pelaksanaan.pemantauan.bacaan import count_status
from kinerja_asn.services.pelaksanaan.pemantauan.pencatatan import DOCTYPE, rebuild_semua
from kinerja_asn.tests.factories import make_realisasi
from perf.instansi import POTONGAN, TAHUN, Instansi, get_nama_skp
from perf.jam import Jam, time_terbaik
from perf.ukur import BESAR, BULAN, _time_page, get_pengelola

PERIODE = f"{BESAR}-{TAHUN - 1}"
SAMPAI = date(TAHUN - 1, BULAN, 31)
SIMPAN = 20  # reports that are saved
RUSAK_SETIAP = 500


def rebuild() -> dict:
	"""Every SKP of the site from its rows; there is nothing to mend."""
	jam = Jam()
	selisih = sum(len(bagian) for bagian in rebuild_semua())
	return {**jam.read(), "selisih": selisih}


def spoil() -> dict:
	"""Every so many of the kept rows say something else than the reports, and some are gone: how many."""
	nama = frappe.get_all(DOCTYPE, {"periode": PERIODE}, pluck="name", order_by="name")
	salah, hilang = nama[::RUSAK_SETIAP], nama[1::RUSAK_SETIAP]
	for bagian in create_batch(salah, POTONGAN):
		table = frappe.qb.DocType(DOCTYPE)
		frappe.qb.update(table).set(table.status_dilaporkan, "?").where(table.name.isin(bagian)).run()
	frappe.db.delete(DOCTYPE, {"name": ("in", hilang)})
	frappe.db.commit()
	return {"dirusak": len(salah) + len(hilang)}


def agency() -> dict:
	"""Where all indikator of the agency stand, by unit: kept, and from rows."""
	query = _select_skp()
	tercatat, kini = time_terbaik(lambda: count_status(query, PERIODE, SAMPAI))
	dari_baris, dahulu = time_terbaik(lambda: count_from_rows(query, SAMPAI), ulangan=1)
	beda = sum(sum((tercatat[unit] - dari_baris[unit]).values()) for unit in {*tercatat, *dari_baris})
	return {
		"tercatat": kini,
		"baris": dahulu,
		"beda": beda,
		"indikator": sum(map(Counter.total, tercatat.values())),
	}


def late() -> dict:
	"""Reports that are late, wait or are missing, by unit, after the year."""
	frappe.flags.current_date = f"{TAHUN}-02-28"
	saringan = laporan_progres.read_saringan(frappe._dict(periode=PERIODE, sampai=str(SAMPAI)))
	frappe.set_user(get_pengelola(Instansi(BESAR, 0)))
	jumlah, lama = time_terbaik(lambda: laporan_progres._count_laporan_unit(saringan))
	frappe.set_user("Administrator")
	return {**lama, "belum": sum(unit["belum"] for unit in jumlah.values())}


def pages() -> dict:
	"""The page of monitoring as HR reads it after the year: the whole agency, and a unit down to its people."""
	frappe.flags.current_date = f"{TAHUN}-02-28"
	alamat, user = f"/kinerja/pantau?periode={PERIODE}", get_pengelola(Instansi(BESAR, 0))
	unit = quote(next(Instansi(BESAR, 1).list_orang()).unit)
	return {
		"instansi": _time_page(alamat, user),
		"unit": _time_page(f"{alamat}&unit={unit}", user),
	}


def save() -> dict:
	"""The year's last report written and submitted, as its people do: how long that takes, and how much of it the totals."""
	frappe.flags.current_date = f"{TAHUN}-01-02"
	orang = list(Instansi(BESAR, SIMPAN + 2).list_orang())[2:]
	di_total: list[float] = []

	def record(doc, asli=realisasi_kinerja.record_laporan):
		mulai = time.perf_counter()
		asli(doc)
		di_total.append(time.perf_counter() - mulai)

	with (
		patch.object(realisasi_kinerja, "record_laporan", record),
		patch.object(realisasi_kinerja, "enqueue_baru"),  # asks the internet, in the background
	):
		lama = [_save_laporan(frappe.get_doc("SKP", get_nama_skp(PERIODE, pegawai))) for pegawai in orang]
	frappe.db.rollback()
	return {"detik": sum(lama) / len(lama), "total": sum(di_total) / len(lama)}


def _save_laporan(skp) -> float:
	lama = f"RK-{skp.name.removeprefix('SKP-')}-{BULAN:02d}"
	frappe.db.delete("Realisasi Indikator", {"parent": lama})
	frappe.db.delete("Realisasi Kinerja", {"name": lama})
	mulai = time.perf_counter()
	make_realisasi(skp, BULAN, {iki.kunci: 2 for iki in skp.indikator}, Tahap.DIAJUKAN)
	return time.perf_counter() - mulai


def _select_skp():
	skp = frappe.qb.DocType("SKP")
	return (
		frappe.qb.from_(skp)
		.select(skp.name)
		.where((skp.periode == PERIODE) & (skp.tahap == str(Tahap.DITETAPKAN)))
	)


# --- the same from the rows: what the app did before it kept totals


def count_from_rows(skp, sampai: date) -> dict[str | None, Counter]:
	terakhir = progres._get_terakhir(skp, sampai, DILAPORKAN)
	jumlah: dict[str | None, Counter] = defaultdict(Counter)
	for row in _group_serupa(skp, sampai).run(as_dict=True):
		jumlah[row.unit_kerja][_rate_serupa(row, terakhir, sampai)] += row.banyak_serupa
	return jumlah


def _group_serupa(skp, sampai: date):
	"""A row for all indikator of a unit whose rating is the same question. The latest figure is each one's own."""
	plan, iki = frappe.qb.DocType("SKP"), frappe.qb.DocType("SKP Indikator")
	terlapor = progres._query_sum(skp, sampai, DILAPORKAN).as_("terlapor")
	sendiri = Case().when(iki.cara_hitung.isin([*map(str, PERLU_TERAKHIR)]), iki.kunci).else_("")
	serupa = (
		*(plan[nama] for nama in ("unit_kerja", "periode", "awal", "akhir")),
		*(iki[nama] for nama in ("arah", "cara_hitung", "target_min", "target_maks")),
		*(terlapor.jumlah, terlapor.banyak, sendiri),
	)
	query = frappe.qb.from_(plan).join(iki).on(is_anak(iki, plan))
	query = query.left_join(terlapor).on(terlapor.kunci == iki.kunci).where(plan.name.isin(skp))
	kolom = (*serupa[:-1], sendiri.as_("kunci"), Count("*").as_("banyak_serupa"))
	return query.select(*kolom).groupby(*serupa)


def _rate_serupa(row, terakhir: dict, sampai: date) -> StatusProgres:
	terlapor = Terlapor(row.banyak or 0, progres._to_eksak(row.jumlah or 0), terakhir.get(row.kunci))
	realisasi = combine_realisasi(Arah(row.arah), CaraHitung(row.cara_hitung), terlapor)
	return progres.get_progres(row, row, realisasi, sampai).status
