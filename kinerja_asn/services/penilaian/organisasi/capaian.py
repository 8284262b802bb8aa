"""On what the result of a unit stands: the attainment of its Perjanjian Kinerja, from kept totals (p. 92 huruf c-d).

The indikator of a Perjanjian Kinerja are in its head's SKP as utama (p. 27 no. 3), and what is reported on them there is
verified by whoever sets the result. Where each stands by its trajectory is kept with them.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import frappe
from frappe import _

from kinerja_asn.constants.istilah import StatusProgres
from kinerja_asn.constants.tahapan import DISEPAKATI, DIVERIFIKASI
from kinerja_asn.rules.organisasi import HitunganUnit, UsulanOrganisasi, propose_predikat
from kinerja_asn.services.bersama.tabel_anak import is_anak
from kinerja_asn.services.pelaksanaan.pemantauan.bacaan import get_gabungan_tercatat, get_status_indikator
from kinerja_asn.services.pelaksanaan.realisasi import describe_nilai
from kinerja_asn.services.penilaian.organisasi.pimpinan import Kepemimpinan
from kinerja_asn.services.perencanaan.skp.rencana import get_teks_target

_KOLOM = (
	"kunci",
	"pk_indikator",
	"indikator",
	"arah",
	"satuan",
	"target_min",
	"target_maks",
	"target_naratif",
)


@dataclass(frozen=True)
class BarisCapaian:
	indikator: str
	target: str
	realisasi: str
	status: StatusProgres

	def __str__(self) -> str:
		return _("{0}: {1}, target {2} ({3})").format(
			self.indikator, self.realisasi, self.target, _(str(self.status))
		)


@dataclass(frozen=True)
class CapaianUnit:
	"""``perjanjian``: are these the indikator of the unit's Perjanjian Kinerja, or all that its head has in his SKP?"""

	perjanjian: bool = False
	baris: tuple[BarisCapaian, ...] = ()

	@property
	def hitungan(self) -> HitunganUnit:
		banyak = Counter(row.status for row in self.baris)
		return HitunganUnit(
			melampaui=banyak[StatusProgres.MELAMPAUI],
			sesuai=banyak[StatusProgres.SESUAI_JADWAL],
			tertinggal=banyak[StatusProgres.TERTINGGAL],
			belum_ada=banyak[StatusProgres.BELUM_ADA],
		)

	@property
	def usulan(self) -> UsulanOrganisasi:
		return propose_predikat(self.hitungan)

	@property
	def ringkasan(self) -> str:
		if not self.baris:
			return _("Belum ada indikator yang capaiannya tercatat.")
		sumber = _("Perjanjian Kinerja") if self.perjanjian else _("SKP pimpinan unit")
		banyak = Counter(row.status for row in self.baris)
		rincian = ", ".join(
			f"{banyak[status]} {_(str(status)).lower()}" for status in StatusProgres if banyak[status]
		)
		return _("{0}: {1} indikator, {2}.").format(sumber, len(self.baris), rincian)


def find_capaian(daftar: Iterable[Kepemimpinan], periode: str, sampai: date) -> dict[str, CapaianUnit]:
	"""Unit -> the attainment of its indikator on ``sampai``, by verified reports; in six queries."""
	pemimpin = {milik.pimpinan: milik.unit for milik in daftar if milik.pimpinan}
	skp = _find_skp(periode, [*pemimpin])
	indikator = _group_indikator([*skp])
	status = get_status_indikator([*skp], sampai, DIVERIFIKASI)
	nilai = get_gabungan_tercatat([*skp], sampai, DIVERIFIKASI)
	perjanjian = _find_perjanjian(periode, [*pemimpin.values()])
	hasil = {}
	for nama, pegawai in skp.items():
		unit = pemimpin[pegawai]
		dibawa = [iki for iki in indikator[nama] if iki.pk_indikator in perjanjian[unit]]
		baris = (_build(iki, nilai, status) for iki in dibawa or indikator[nama] if iki.kunci in status)
		hasil[unit] = CapaianUnit(bool(dibawa), tuple(baris))
	return hasil


def get_capaian(milik: Kepemimpinan, periode: str, sampai: date) -> CapaianUnit:
	return find_capaian([milik], periode, sampai).get(milik.unit) or CapaianUnit()


def _find_skp(periode: str, pegawai: Collection[str]) -> dict[str, str]:
	"""SKP -> whose it is: the last one of each that was agreed on."""
	saring = {"periode": periode, "pegawai": ("in", [*pegawai, ""]), "tahap": ("in", [*map(str, DISEPAKATI)])}
	rows = frappe.get_all("SKP", saring, ["name", "pegawai"], order_by="urutan asc")
	terakhir = {row.pegawai: row.name for row in rows}
	return {nama: orang for orang, nama in terakhir.items()}


def _group_indikator(skp: Collection[str]) -> Mapping[str, list[frappe._dict]]:
	per_skp: dict[str, list[frappe._dict]] = defaultdict(list)
	rencana, iki = frappe.qb.DocType("SKP"), frappe.qb.DocType("SKP Indikator")
	query = frappe.qb.from_(iki).join(rencana).on(is_anak(iki, rencana)).orderby(iki.idx)
	query = query.where(rencana.name.isin([*skp, ""])).select(rencana.name.as_("skp"))
	for row in query.select(*(iki[kolom] for kolom in _KOLOM)).run(as_dict=True):
		per_skp[row.skp].append(row)
	return per_skp


def _find_perjanjian(periode: str, unit: Collection[str]) -> Mapping[str, set[str]]:
	"""Unit -> keys of the indikator of its Perjanjian Kinerja."""
	kunci: dict[str, set[str]] = defaultdict(set)
	pk, baris = frappe.qb.DocType("Perjanjian Kinerja"), frappe.qb.DocType("Perjanjian Kinerja Indikator")
	query = frappe.qb.from_(baris).join(pk).on(is_anak(baris, pk)).select(pk.unit_kerja, baris.kunci)
	for nama, isi in query.where((pk.periode == periode) & pk.unit_kerja.isin([*unit, ""])).run():
		kunci[nama].add(isi)
	return kunci


def _build(iki, nilai: Mapping[str, Decimal], status: Mapping[str, StatusProgres]) -> BarisCapaian:
	angka = nilai.get(iki.kunci)
	realisasi = (
		_("belum ada realisasi")
		if angka is None
		else describe_nilai(iki, angka, _("dilaporkan dengan kata-kata"), iki.satuan)
	)
	return BarisCapaian(iki.indikator, get_teks_target(iki), realisasi, status[iki.kunci])
