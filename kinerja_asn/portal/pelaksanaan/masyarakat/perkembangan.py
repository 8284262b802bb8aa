"""How a unit reads what citizens say about its services: by month, before and after each measure, and in their words."""

from collections.abc import Iterator
from datetime import date

import frappe
from frappe import _
from frappe.utils import add_months, formatdate, getdate

from kinerja_asn.constants.masyarakat import LAYANAN, StatusLayanan, UkuranLayanan
from kinerja_asn.permissions.dokumen import from_terlihat
from kinerja_asn.permissions.penjaga import get_pesan_tidak_ada
from kinerja_asn.portal.dasar.halaman import HalamanTertutup
from kinerja_asn.portal.pelaksanaan.masyarakat.grafik import build_grafik
from kinerja_asn.rules.masyarakat import Rentang
from kinerja_asn.services.bersama.angka import format_tampil
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.unit import get_banyak_nama_unit
from kinerja_asn.services.pelaksanaan.masyarakat.figur import (
	Figur,
	Tindakan,
	get_figur,
	get_per_bulan,
	get_tindakan,
)
from kinerja_asn.services.pelaksanaan.masyarakat.layanan import KOLOM, get_alamat_layanan
from kinerja_asn.services.pelaksanaan.masyarakat.moderasi import get_komentar_tampil

BULAN = 12
KOMENTAR = 20


def list_layanan() -> list[frappe._dict]:
	"""The services of which the session user may read, open ones first."""
	table, query = from_terlihat(LAYANAN)
	kolom = [table[nama] for nama in (*KOLOM, "status")]
	rows = query.select(*kolom).orderby(table.status, table.nama_layanan).run(as_dict=True)
	unit = get_banyak_nama_unit(row.unit_kerja for row in rows)
	for row in rows:
		row.update(unit=unit[row.unit_kerja], buka=row.status == StatusLayanan.DIBUKA)
	return rows


def has_layanan() -> bool:
	"""Is there any that the session user may read? Asked by his start page, which leads there."""
	table, query = from_terlihat(LAYANAN)
	return bool(query.select(table.name).limit(1).run())


def find_layanan(daftar: list, name: str) -> frappe._dict:
	if layanan := next((row for row in daftar if row.name == name), None):
		return layanan
	raise HalamanTertutup(_("Dokumen tidak ditemukan"), get_pesan_tidak_ada(), 404)


def build_perkembangan(layanan) -> frappe._dict:
	"""All that the page says of one service. Below the minimum there are no figures, and no words either: one could tell
	whose they are."""
	minimum = layanan.minimum_jawaban
	semua, tindakan = get_figur(layanan.name, minimum), get_tindakan(layanan.name, minimum)
	bulan = list(_list_bulan(layanan))
	bertanda = {f"{langkah.tanggal:%Y-%m}" for langkah in tindakan}
	cukup = semua.jawaban >= minimum
	return frappe._dict(
		alamat=get_alamat_layanan(layanan.token),
		ringkasan=describe_figur(semua),
		bulan=[
			frappe._dict(describe_angka(figur), label=_name_bulan(nama), bertanda=nama in bertanda)
			for nama, figur in bulan
		],
		grafik=build_grafik([_get_titik(nama, figur) for nama, figur in bulan], bertanda),
		tindakan=[_describe_tindakan(langkah) for langkah in tindakan],
		komentar=[
			frappe._dict(row, bulan=_name_bulan(row.bulan))
			for row in get_komentar_tampil(layanan.name, KOMENTAR)
		]
		if cukup
		else [],
	)


def _list_bulan(layanan) -> Iterator[tuple[str, Figur | None]]:
	"""The last twelve months, those without an answer too."""
	awal = getdate(add_months(get_today().replace(day=1), 1 - BULAN))
	nama = [f"{getdate(add_months(awal, ke)):%Y-%m}" for ke in range(BULAN)]
	per_bulan = get_per_bulan({layanan.name: layanan.minimum_jawaban}, nama[0], nama[-1])
	yield from ((bulan, per_bulan.get((layanan.name, bulan))) for bulan in nama)


def _get_titik(nama: str, figur: Figur | None):
	nilai = figur and figur.ukuran[UkuranLayanan.RATA_RATA].nilai
	return nama, formatdate(f"{nama}-01", "MMM"), nilai


def _name_bulan(nama: str) -> str:
	return formatdate(f"{nama}-01", "MMMM yyyy")


def describe_angka(figur: Figur | None) -> dict:
	"""The cells of one span: figures, or how many answers are lacking."""
	if not figur:
		return {"jawaban": 0, "kurang": None}
	ukuran, tunggu = figur.ukuran[UkuranLayanan.RATA_RATA], figur.ukuran[UkuranLayanan.MEDIAN_TUNGGU]
	return {
		"jawaban": figur.jawaban,
		"kurang": ukuran.kurang or None,
		"rata_rata": format_tampil(ukuran.nilai),
		"puas": format_tampil(figur.ukuran[UkuranLayanan.PUAS].nilai),
		"tunggu": format_tampil(tunggu.nilai),
	}


def describe_figur(figur: Figur) -> str:
	angka = frappe._dict(describe_angka(figur))
	if not figur.jawaban:
		return _("Belum ada jawaban.")
	if angka.kurang:
		return _("{0} jawaban, kurang {1} lagi sebelum angkanya ditampilkan.").format(
			figur.jawaban, angka.kurang
		)
	kalimat = _("Rata-rata {0} dari 5, {1} persen puas, dari {2} jawaban.").format(
		angka.rata_rata, angka.puas, figur.jawaban
	)
	return f"{kalimat} {_describe_tunggu(figur)}".strip()


def _describe_tunggu(figur: Figur) -> str:
	tunggu = figur.ukuran[UkuranLayanan.MEDIAN_TUNGGU]
	if tunggu.nilai is None:
		return ""
	return _("Separuhnya menunggu paling lama {0} menit ({1} jawaban).").format(
		format_tampil(tunggu.nilai), tunggu.jawaban
	)


def _describe_tindakan(langkah: Tindakan) -> frappe._dict:
	sebelum, sesudah = langkah.rentang
	return frappe._dict(
		tanggal=_format_hari(langkah.tanggal),
		uraian=langkah.uraian,
		sebelum=f"{_describe_rentang(sebelum)}: {describe_figur(langkah.sebelum)}",
		sesudah=f"{_describe_rentang(sesudah)}: {describe_figur(langkah.sesudah)}" if sesudah else None,
		selisih=_describe_selisih(langkah),
	)


def _describe_selisih(langkah: Tindakan) -> str:
	"""In words, and without saying that one came of the other."""
	if not langkah.sesudah:
		return _("Belum dapat dibandingkan: tindakannya belum mulai.")
	lama, baru = (figur.ukuran[UkuranLayanan.RATA_RATA].nilai for figur in (langkah.sebelum, langkah.sesudah))
	if lama is None or baru is None:
		return _("Belum dapat dibandingkan: jawaban sebelum atau sesudahnya belum cukup.")
	if baru > lama:
		return _("Rata-rata penilaian naik {0}.").format(format_tampil(baru - lama))
	if baru < lama:
		return _("Rata-rata penilaian turun {0}.").format(format_tampil(lama - baru))
	return _("Rata-rata penilaian tetap.")


def _describe_rentang(rentang: Rentang) -> str:
	return _("{0} sampai {1} ({2} hari)").format(
		_format_hari(rentang.awal), _format_hari(rentang.akhir), rentang.hari
	)


def _format_hari(tanggal: date) -> str:
	return formatdate(tanggal, "d MMMM yyyy")
