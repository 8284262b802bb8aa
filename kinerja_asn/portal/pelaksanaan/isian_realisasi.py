"""What the form of a report asks for in each row, in words; the last figure beside it, and typing spared for many rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import frappe
from frappe import _
from frappe.utils import formatdate
from pypika import Order

from kinerja_asn.constants.istilah import Arah, CaraHitung
from kinerja_asn.constants.tahapan import DILAPORKAN
from kinerja_asn.rules.masa import Masa
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.rules.progres import is_turun
from kinerja_asn.services.bersama.angka import AngkaTidakJelas, format_isian, format_tampil, parse_angka
from kinerja_asn.services.bersama.penolakan import note_medan
from kinerja_asn.services.pelaksanaan.progres import get_gabungan, get_masa_skp
from kinerja_asn.services.pelaksanaan.realisasi import describe_baris, query_realisasi

KETERANGAN_BERSAMA = "keterangan_bersama"


# --- what is asked


def describe_isian(iki, skp, masa: Masa) -> tuple[str, str]:
	"""(label of the field, what is meant by it)."""
	akhir = formatdate(masa.akhir, "d MMMM yyyy")
	sejak = formatdate(skp.awal, "d MMMM yyyy")
	if iki.cara_hitung == CaraHitung.JUMLAH_KUMULATIF:
		return (
			_("Jumlah sampai {0}").format(akhir),
			_("Seluruhnya sejak {0}, bukan {1} saja.").format(sejak, masa.label),
		)
	if iki.cara_hitung == CaraHitung.RATA_RATA_KUMULATIF:
		return (
			_("Rata-rata sampai {0}").format(akhir),
			_("Rata-rata sejak {0}, bukan {1} saja.").format(sejak, masa.label),
		)
	if iki.cara_hitung == CaraHitung.NILAI_TERAKHIR:
		return _("Keadaan pada akhir {0}").format(masa.label), ""
	bukan = _("Bukan jumlah sejak awal tahun.") if iki.cara_hitung == CaraHitung.JUMLAH else ""
	return _("Realisasi {0} saja").format(masa.label), bukan


# --- what was reported last


@dataclass(frozen=True)
class MasaLalu:
	"""The latest report before this one: its period, and its reported rows by indikator."""

	masa: str = ""
	baris: Mapping[str, frappe._dict] = field(default_factory=dict)

	def describe(self, kunci: str) -> str | None:
		"""As in: 40 pendaftaran (Februari 2026)."""
		row = self.baris.get(kunci)
		return f"{describe_baris(row)} ({self.masa})" if row else None


def get_masa_lalu(skp, masa: Masa) -> MasaLalu:
	"""One query: of the latest reported rows, those of the latest report."""
	query, rk, ri = query_realisasi(skp.name, DILAPORKAN)
	kolom = (
		ri.indikator,
		ri.arah,
		ri.satuan,
		ri.realisasi,
		ri.realisasi_naratif,
		ri.keterangan,
		ri.dilaporkan,
	)
	query = query.where(rk.akhir < masa.awal).orderby(rk.akhir, order=Order.desc)
	rows = query.select(rk.masa_ke, rk.masa, *kolom).limit(max(len(skp.indikator), 1)).run(as_dict=True)
	terakhir = [row for row in rows if row.masa_ke == rows[0].masa_ke]
	return MasaLalu(rows[0].masa, {row.indikator: row for row in terakhir}) if rows else MasaLalu()


def get_gabungan_sebelum(skp, masa: Masa) -> dict:
	"""Reported up to the period before ``masa``; of what is kumulatif the last figure."""
	lalu = [lain.akhir for lain in get_masa_skp(skp) if lain.akhir < masa.awal]
	return get_gabungan([skp.name], lalu[-1]) if lalu else {}


def find_turun(skp, nilai: Mapping, sebelum: Mapping) -> dict[str, str]:
	"""kunci -> what it was before, of the totals up to now in ``nilai`` that are less than that."""
	return {
		iki.kunci: format_tampil(sebelum[iki.kunci])
		for iki in skp.indikator
		if iki.kunci in nilai
		and is_turun(CaraHitung(iki.cara_hitung), sebelum.get(iki.kunci), nilai[iki.kunci])
	}


def find_turun_masa(skp, masa: Masa, nilai: Mapping) -> dict[str, str]:
	"""The same, read only where a row may fall."""
	return find_turun(skp, nilai, get_gabungan_sebelum(skp, masa)) if _has_kumulatif(skp) else {}


def check_turun(skp, masa: Masa, rows: list[dict], form: Mapping) -> None:
	"""Asks, when it is submitted, about each total that fell; whoever ticks that it did goes on."""
	nilai = {row["indikator"]: to_decimal(row["realisasi"]) for row in rows if row["dilaporkan"]}
	turun = find_turun_masa(skp, masa, nilai)
	tanya = [
		note_medan(
			f"turun-{iki.kunci}",
			_(
				"Indikator ke-{0}: jumlah sampai masa ini {1}, padahal sebelumnya sudah {2}. Perbaiki angkanya, atau centang "
				"bahwa jumlahnya memang turun."
			).format(nomor, format_tampil(nilai[iki.kunci]), turun[iki.kunci]),
		)
		for nomor, iki in enumerate(skp.indikator, 1)
		if iki.kunci in turun and not form.get(f"turun-{iki.kunci}")
	]
	if tanya:
		frappe.throw(tanya, title=_("Periksa lagi angkanya"), as_list=True)


def _has_kumulatif(skp) -> bool:
	return any(iki.cara_hitung == CaraHitung.JUMLAH_KUMULATIF for iki in skp.indikator)


def read_angka(form: Mapping, skp) -> dict:
	"""The figures typed so far, as far as they are numbers."""
	hasil = {}
	for iki in skp.indikator:
		try:
			angka = parse_angka(form.get(f"nilai-{iki.kunci}"))
		except AngkaTidakJelas:
			continue
		if angka is not None:
			hasil[iki.kunci] = angka
	return hasil


# --- for many rows at once: only what is still empty is filled in, and nothing is stored


def take_masa_lalu(skp, masa: Masa, form: dict) -> None:
	"""The last period's figures and narratives."""
	lalu = get_masa_lalu(skp, masa).baris
	for iki in skp.indikator:
		if row := lalu.get(iki.kunci):
			nama, isi = (
				("naratif", row.realisasi_naratif)
				if iki.arah == Arah.NARATIF
				else ("nilai", format_isian(row.realisasi))
			)
			_fill(form, f"{nama}-{iki.kunci}", isi)


def spread_keterangan(skp, form: dict) -> None:
	"""One remark for every row that has none."""
	for iki in skp.indikator:
		_fill(form, f"keterangan-{iki.kunci}", form.get(KETERANGAN_BERSAMA))
	form[KETERANGAN_BERSAMA] = ""


def _fill(form: dict, nama: str, isi: str | None) -> None:
	if not (form.get(nama) or "").strip():
		form[nama] = isi or ""
