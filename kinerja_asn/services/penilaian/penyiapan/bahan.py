"""What there is of many plans when their period ends, read in a fixed number of queries.

Figures come from the kept totals (services/pelaksanaan/pemantauan), which the transaction that changes a report writes; from
the reports themselves where these say nothing: of a former version of a plan, of reports by days or weeks, whose periods a
holiday moves, and of an indikator of which nothing is kept.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache

import frappe
from frappe.utils import getdate

from kinerja_asn.constants.istilah import Arah, JenisMasa
from kinerja_asn.constants.tahapan import DILAPORKAN, DIVERIFIKASI
from kinerja_asn.constants.ukuran import KOLOM_PROGRES
from kinerja_asn.rules.masa import Masa
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.services.bersama.periode import get_masa_pelaporan
from kinerja_asn.services.pelaksanaan.ambil_alih.ambil_alih import AmbilAlih, get_banyak_ambil_alih
from kinerja_asn.services.pelaksanaan.pemantauan.deret import combine, read_angka
from kinerja_asn.services.pelaksanaan.progres import combine_masa, get_masa_jatuh_tempo
from kinerja_asn.services.pelaksanaan.realisasi import query_realisasi
from kinerja_asn.services.pelaksanaan.umpan_balik.rekaman import UmpanBalik, collect_banyak
from kinerja_asn.services.penilaian.evaluasi import Bahan, count_bukti, get_narasi, pick_diam
from kinerja_asn.services.penilaian.kewenangan.pihak import KOLOM_SKP, Kewenangan, decide_banyak
from kinerja_asn.services.penilaian.penyiapan.calon import Calon
from kinerja_asn.services.penilaian.penyiapan.konteks import Konteks
from kinerja_asn.services.perencanaan.skp.versi import TABEL, get_awal_versi, get_rencana

_KOLOM_SKP = ("tahap", "awal", "akhir", "berlaku_mulai", "versi", *KOLOM_SKP)
# What services/penilaian/evaluasi.py reads of the rows of a plan.
_KOLOM = {
	"hasil_kerja": ("kunci", "jenis", "rhk_pimpinan_uraian", "rencana_hasil_kerja"),
	"indikator": (
		*KOLOM_PROGRES,
		*("hasil_kerja", "aspek", "perspektif", "indikator", "satuan", "target_naratif"),
	),
	"perilaku": ("nilai", "panduan", "ekspektasi_khusus"),
}
_BERGESER = (JenisMasa.HARIAN, JenisMasa.MINGGUAN)


@dataclass(frozen=True)
class Terkumpul:
	"""Of one plan: its present parties and days (``skp``), the version that is evaluated, and what there is of it."""

	calon: Calon
	skp: frappe._dict
	rencana: Mapping
	bahan: Bahan
	diam: set[str]
	umpan_balik: UmpanBalik
	kewenangan: Kewenangan


class Bacaan:
	"""What was read of the plans of ``calon``, who are all evaluated for the period ``masa``."""

	def __init__(self, konteks: Konteks, masa: Masa, calon: Collection[Calon]):
		self.skp = _read_rencana([baris.skp for baris in calon])
		find_masa = cache(_find_masa)
		self.versi = {
			nama: Versi(skp, masa.akhir, find_masa(skp.periode, skp.awal, skp.akhir, skp.tahap, masa.akhir))
			for nama, skp in self.skp.items()
		}
		self.angka = Angka(konteks, self.versi, masa.akhir)
		self.bukti = count_bukti([*self.skp], masa.akhir)
		self.narasi = get_narasi(_select_naratif(self.versi) or [""], masa.akhir)
		self.diambil = get_banyak_ambil_alih([*self.skp], masa.akhir)
		self.umpan_balik = collect_banyak([*self.skp], masa.awal, masa.akhir)
		self.kewenangan = decide_banyak([*self.skp.values()], konteks.jenis, masa)

	def collect(self, calon: Calon) -> Terkumpul:
		"""Raises what the plan's own figures raise."""
		nama, versi = calon.skp, self.versi[calon.skp]
		realisasi, dilaporkan = self.angka.combine(nama)
		diambil: Mapping[str, AmbilAlih] = self.diambil.get(nama, {})
		return Terkumpul(
			calon,
			versi.skp,
			versi.dievaluasi,
			Bahan(realisasi, self.bukti.get(nama, {}), self.narasi.get(nama, {}), diambil),
			pick_diam(versi.jatuh_tempo, versi.masa, dilaporkan, diambil) if versi.masa else set(),
			self.umpan_balik.get(nama) or UmpanBalik(),
			self.kewenangan[nama],
		)


class Versi:
	"""A plan, its reporting periods that were due, and its versions in force when what is evaluated, and the last of those
	periods, ended. Former ones are read one by one: they are few."""

	def __init__(self, skp: frappe._dict, akhir: date, masa: list[Masa]):
		self.skp, self.masa = skp, masa
		self.dievaluasi = _get_versi(skp, akhir)
		self.jatuh_tempo = _get_versi(skp, self.masa[-1].akhir) if self.masa else None

	@property
	def kini(self) -> bool:
		"""Is all of it the present version?"""
		return self.dievaluasi is self.skp and self.jatuh_tempo in (None, self.skp)


def _find_masa(periode: str, awal: date, akhir: date, tahap: str, sampai: date) -> list[Masa]:
	"""The same for all plans of the same days."""
	return get_masa_jatuh_tempo(frappe._dict(periode=periode, awal=awal, akhir=akhir, tahap=tahap), sampai)


def _get_versi(skp: frappe._dict, pada: date):
	if min(pada, getdate(skp.akhir)) >= get_awal_versi(skp):
		return skp
	return get_rencana(frappe.get_doc("SKP", skp.name), pada)


def _read_rencana(nama: Collection[str]) -> dict[str, frappe._dict]:
	"""SKP -> its row, with its tables."""
	skp = frappe.qb.DocType("SKP")
	rows = frappe.qb.from_(skp).select(*_KOLOM_SKP).where(skp.name.isin([*nama, ""])).run(as_dict=True)
	rencana = {row.name: row for row in rows}
	for tabel, kolom in _KOLOM.items():
		for row in rows:
			row[tabel] = []
		anak = frappe.qb.DocType(TABEL[tabel])
		query = frappe.qb.from_(anak).select(anak.parent, *kolom).where(anak.parent.isin([*nama, ""]))
		query = query.where(anak.parenttype == "SKP").orderby(anak.idx)
		for baris in query.run(as_dict=True):
			rencana[baris.parent][tabel].append(baris)
	return rencana


def _select_naratif(versi: Mapping[str, Versi]) -> list[str]:
	return [
		nama
		for nama, milik in versi.items()
		if any(iki.arah == Arah.NARATIF for iki in milik.dievaluasi.indikator)
	]


# --- figures


class Angka:
	"""From the kept totals where they say it all, else from the reports."""

	def __init__(self, konteks: Konteks, versi: Mapping[str, Versi], akhir: date):
		self.versi = versi
		bergeser = JenisMasa(konteks.periode.jenis_pendokumentasian) in _BERGESER
		self.tercatat = {} if bergeser else _read_tercatat([nama for nama in versi if versi[nama].kini])
		self.berakhir = {
			str(masa.ke) for masa in get_masa_pelaporan(konteks.periode.name) if masa.akhir <= akhir
		}
		self.laporan = _read_laporan([nama for nama in versi if not self._is_tercatat(nama)], akhir)

	def _is_tercatat(self, nama: str) -> bool:
		catatan = self.tercatat.get(nama, {})
		return self.versi[nama].kini and all(iki.kunci in catatan for iki in self.versi[nama].skp.indikator)

	def combine(self, nama: str) -> tuple[Mapping[str, Decimal], set[str]]:
		"""(verified realisasi combined by indikator, indikator on which something was reported)."""
		if nama in self.laporan:
			laporan = self.laporan[nama]
			return combine_masa(self.versi[nama].dievaluasi, [*laporan.per_masa.values()]), laporan.dilaporkan
		return _combine_tercatat(self.versi[nama].skp, self.tercatat[nama], self.berakhir)


@dataclass
class Laporan:
	"""Of one plan: period -> kunci -> verified figure; the indikator on which something was reported."""

	per_masa: dict[int, dict[str, Decimal]] = field(default_factory=lambda: defaultdict(dict))
	dilaporkan: set[str] = field(default_factory=set)


def _read_tercatat(nama: Collection[str]) -> dict[str, dict[str, str]]:
	"""SKP -> kunci -> what is kept of it."""
	tercatat = frappe.qb.DocType("Capaian Indikator")
	query = frappe.qb.from_(tercatat).where(tercatat.skp.isin([*nama, ""]))
	per_skp: dict[str, dict[str, str]] = defaultdict(dict)
	for skp, kunci, deret in query.select(tercatat.skp, tercatat.kunci, tercatat.deret).run():
		per_skp[skp][kunci] = deret
	return per_skp


def _combine_tercatat(
	skp, catatan: Mapping[str, str], berakhir: set[str]
) -> tuple[dict[str, Decimal], set[str]]:
	realisasi, dilaporkan = {}, set()
	for iki in skp.indikator:
		nilai, ada = read_angka(catatan[iki.kunci], berakhir, DIVERIFIKASI)
		if ada:
			dilaporkan.add(iki.kunci)
		if nilai:
			realisasi[iki.kunci] = combine(iki, nilai)
	return realisasi, dilaporkan


def _read_laporan(nama: Collection[str], akhir: date) -> dict[str, Laporan]:
	"""From the rows of the reports, as progres.py:get_gabungan_rencana and evaluasi.py:find_diam do for one."""
	laporan = {skp: Laporan() for skp in nama}
	if not laporan:
		return {}
	query, rk, ri = query_realisasi([*nama], DILAPORKAN)
	query = query.where(rk.akhir <= akhir).orderby(rk.masa_ke)
	sah = {*map(str, DIVERIFIKASI)}
	for skp, ke, tahap, kunci, nilai in query.select(
		rk.skp, rk.masa_ke, rk.tahap, ri.indikator, ri.realisasi
	).run():
		laporan[skp].dilaporkan.add(kunci)
		if tahap in sah:
			laporan[skp].per_masa[ke][kunci] = to_decimal(nilai)
	return laporan
