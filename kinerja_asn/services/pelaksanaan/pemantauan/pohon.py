"""Pohon kinerja: from the Perjanjian Kinerja of an agency down to each person, along ``rhk_pimpinan`` (p. 26, 39-43).

Only SKP that the session user may read are part of it, and nothing is counted that is not shown. A fixed number
of queries, however many nodes.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

import frappe
from frappe.query_builder.functions import Count
from pypika.terms import Criterion

from kinerja_asn.constants.istilah import Penyelarasan
from kinerja_asn.constants.tahapan import DISEPAKATI
from kinerja_asn.constants.ukuran import KOLOM_PROGRES
from kinerja_asn.permissions.dokumen import get_kondisi
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.rules.penyelarasan import combine_turunan
from kinerja_asn.rules.progres import Progres
from kinerja_asn.services.bersama.tabel_anak import is_anak
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.unit import get_unit_ke_bawah
from kinerja_asn.services.pelaksanaan.ambil_alih.ambil_alih import list_diambil_alih
from kinerja_asn.services.pelaksanaan.pemantauan.bacaan import get_gabungan_tercatat
from kinerja_asn.services.pelaksanaan.progres import count_masa, rate_progres

# More hasil kerja than a browser shows pleasantly: then only those of the heads of units, until a unit is chosen.
SIMPUL_MAKS = 3000


@dataclass(frozen=True)
class Saringan:
	"""Which SKP the tree is about; ``terbaca`` is the criterion of those that the session user may read."""

	periode: str
	unit: tuple[str, ...] | None
	terbaca: Criterion
	pimpinan_saja: bool = False


@dataclass(eq=False)
class Simpul:
	"""A hasil kerja: its row with its SKP's people, the progress of its indikator, and who serves it.

	``turunan``: what its people achieved together in percent, for information (rules/penyelarasan.py).
	``diambil_alih``: the leader's own by now (Pasal 20); it has no progress, and is no part of what was achieved above.
	"""

	baris: frappe._dict
	progres: list[Progres] = field(default_factory=list)
	anak: list["Simpul"] = field(default_factory=list)
	turunan: Decimal | None = None
	diambil_alih: bool = False

	@property
	def is_menunggu(self) -> bool:
		"""Hangs on a Perjanjian Kinerja until the leader's SKP is set."""
		return bool(self.baris.pk_indikator and not self.baris.rhk_pimpinan)


@dataclass(frozen=True)
class Cabang:
	"""A row of a Perjanjian Kinerja. ``rujukan``: those that carry it too, but stand elsewhere in the tree."""

	baris: frappe._dict
	anak: list[Simpul]
	rujukan: list[Simpul]


@dataclass(frozen=True)
class Pohon:
	"""``perjanjian`` by document; ``lepas``: hasil kerja that serve nothing, ``luar``: something not shown here.

	``sebagian``: only the heads' hasil kerja, because all together were too many.
	"""

	perjanjian: dict[str, list[Cabang]]
	lepas: list[Simpul]
	luar: list[Simpul]
	jumlah: int
	sebagian: bool


def get_pohon(periode: str, unit: str | None = None) -> Pohon:
	saringan = _read_saringan(periode, unit)
	simpul = {row.kunci: Simpul(row) for row in _get_hasil_kerja(saringan)}
	indikator = [iki for iki in _get_indikator(saringan) if iki.hasil_kerja in simpul]
	_rate(simpul, indikator, saringan)
	_join(simpul)
	_roll_up(simpul)
	perjanjian = _build_perjanjian(saringan, simpul, indikator)
	akar = _find_akar(
		simpul, [anak for daftar in perjanjian.values() for cabang in daftar for anak in cabang.anak]
	)
	return Pohon(
		perjanjian=perjanjian,
		lepas=[hasil for hasil in akar if not _has_acuan(hasil)],
		luar=[hasil for hasil in akar if _has_acuan(hasil)],
		jumlah=len(simpul),
		sebagian=saringan.pimpinan_saja,
	)


def _read_saringan(periode: str, unit: str | None) -> Saringan:
	saringan = Saringan(periode, get_unit_ke_bawah(unit) if unit else None, get_kondisi("SKP"))
	anak = frappe.qb.DocType("SKP Hasil Kerja")
	banyak = _query(saringan, anak).select(Count(anak.name)).run()[0][0]
	return replace(saringan, pimpinan_saja=banyak > SIMPUL_MAKS)


# --- rows


def _query(saringan: Saringan, anak):
	"""Rows of a child table of the SKP that the session user may read."""
	skp = frappe.qb.DocType("SKP")
	query = frappe.qb.from_(anak).join(skp).on(is_anak(anak, skp))
	return _filter(query, skp, saringan)


def _filter(query, skp, saringan: Saringan):
	query = query.where((skp.periode == saringan.periode) & saringan.terbaca)
	if saringan.unit is not None:
		query = query.where(skp.unit_kerja.isin(saringan.unit))
	if saringan.pimpinan_saja:
		query = query.where(skp.pegawai.isin(_select_pimpinan(saringan)))
	return query


def _select_pimpinan(saringan: Saringan):
	pk = frappe.qb.DocType("Perjanjian Kinerja")
	return frappe.qb.from_(pk).select(pk.pimpinan).where(pk.periode == saringan.periode)


def _get_hasil_kerja(saringan: Saringan) -> list[frappe._dict]:
	skp, anak = frappe.qb.DocType("SKP"), frappe.qb.DocType("SKP Hasil Kerja")
	return (
		_query(saringan, anak)
		.select(anak.kunci, anak.rencana_hasil_kerja, anak.rhk_pimpinan, anak.rhk_pimpinan_uraian)
		.select(anak.pk_indikator, anak.penyelarasan, anak.porsi)
		.select(skp.name.as_("skp"), skp.nama_pegawai, skp.jabatan_pegawai, skp.unit_kerja)
		.select(skp.tahap, skp.workflow_state, skp.periode, skp.awal, skp.akhir)
		.select(skp.pegawai_user, skp.penilai_user, skp.atasan_penilai_user)
		.orderby(skp.nama_pegawai, skp.name, anak.idx)
		.run(as_dict=True)
	)


def _get_indikator(saringan: Saringan) -> list[frappe._dict]:
	iki = frappe.qb.DocType("SKP Indikator")
	return (
		_query(saringan, iki)
		.select(iki.hasil_kerja, iki.pk_indikator, *(iki[nama] for nama in KOLOM_PROGRES))
		.orderby(iki.parent, iki.idx)
		.run(as_dict=True)
	)


def _get_perjanjian(saringan: Saringan) -> list[frappe._dict]:
	"""Rows of the Perjanjian Kinerja, which everybody in the agency reads; units from the top down."""
	pk, baris = frappe.qb.DocType("Perjanjian Kinerja"), frappe.qb.DocType("Perjanjian Kinerja Indikator")
	unit = frappe.qb.DocType("Department")
	query = (
		frappe.qb.from_(pk)
		.join(baris)
		.on(is_anak(baris, pk))
		.join(unit)
		.on(unit.name == pk.unit_kerja)
		.select(pk.name, pk.unit_kerja, pk.nama_pimpinan, pk.status)
		.select(baris.kunci, baris.sasaran, baris.indikator, baris.arah, baris.satuan)
		.select(baris.target_min, baris.target_maks, baris.target_naratif)
		.where((pk.periode == saringan.periode) & get_kondisi("Perjanjian Kinerja"))
		.orderby(unit.lft, pk.name, baris.idx)
	)
	if saringan.unit is not None:
		query = query.where(pk.unit_kerja.isin(saringan.unit))
	return query.run(as_dict=True)


# --- progress


def _rate(simpul: dict[str, Simpul], indikator: list, saringan: Saringan) -> None:
	"""Where each hasil kerja of a set SKP stands today."""
	skp, hari_ini = frappe.qb.DocType("SKP"), get_today()
	berjalan = skp.tahap.isin([str(tahap) for tahap in DISEPAKATI])
	gabungan = get_gabungan_tercatat(
		_filter(frappe.qb.from_(skp).select(skp.name), skp, saringan).where(berjalan), hari_ini
	)
	for kunci in list_diambil_alih(hari_ini) & {*simpul}:
		simpul[kunci].diambil_alih = True
	masa: dict[tuple, tuple] = {}
	for iki in indikator:
		baris = simpul[iki.hasil_kerja].baris
		if baris.tahap in DISEPAKATI and not simpul[iki.hasil_kerja].diambil_alih:
			kunci = (baris.awal, baris.akhir)
			masa[kunci] = masa.get(kunci) or count_masa(baris, hari_ini)
			simpul[iki.hasil_kerja].progres.append(rate_progres(iki, gabungan.get(iki.kunci), *masa[kunci]))


def get_capaian(progres: Iterable[Progres]) -> Decimal | None:
	"""Mean of the percentages of the yearly targets; None where nothing has a percentage."""
	persen = [nilai.persen_target for nilai in progres if nilai.persen_target is not None]
	return sum(persen, Decimal(0)) / len(persen) if persen else None


def _roll_up(simpul: dict[str, Simpul]) -> None:
	"""Only where somebody below has a set SKP: before that there is nothing to be behind with."""
	for induk in simpul.values():
		if any(anak.progres for anak in induk.anak):
			milik = (anak for anak in induk.anak if not anak.diambil_alih)
			induk.turunan = combine_turunan(_get_sumbangan(anak) for anak in milik)


def _get_sumbangan(anak: Simpul) -> tuple[Penyelarasan | None, Decimal | None, Decimal | None]:
	cara, porsi = anak.baris.penyelarasan, anak.baris.porsi
	return (
		Penyelarasan(cara) if cara else None,
		to_decimal(porsi) if porsi else None,
		get_capaian(anak.progres),
	)


# --- shape


def _join(simpul: dict[str, Simpul]) -> None:
	"""Every row under the leader's that it serves."""
	for hasil in simpul.values():
		if atas := simpul.get(hasil.baris.rhk_pimpinan):
			atas.anak.append(hasil)


def _build_perjanjian(
	saringan: Saringan, simpul: dict[str, Simpul], indikator: list
) -> dict[str, list[Cabang]]:
	"""A hasil kerja stands in one place: under its leader's if that is shown, else under the first row it carries."""
	pembawa = _find_pembawa(simpul, indikator)
	diletakkan: set[str] = set()
	perjanjian: dict[str, list[Cabang]] = defaultdict(list)
	for row in _get_perjanjian(saringan):
		calon = pembawa.get(row.kunci, [])
		anak = [
			hasil
			for hasil in calon
			if hasil.baris.kunci not in diletakkan and hasil.baris.rhk_pimpinan not in simpul
		]
		diletakkan |= {hasil.baris.kunci for hasil in anak}
		perjanjian[row.name].append(Cabang(row, anak, [hasil for hasil in calon if hasil not in anak]))
	return perjanjian


def _find_pembawa(simpul: dict[str, Simpul], indikator: list) -> dict[str, list[Simpul]]:
	"""Row of a Perjanjian Kinerja -> the hasil kerja that carry it by an indikator or hang on it, each once."""
	pembawa: dict[str, dict[str, None]] = defaultdict(dict)
	for iki in indikator:
		pembawa[iki.pk_indikator][iki.hasil_kerja] = None
	for kunci, hasil in simpul.items():
		if hasil.is_menunggu:
			pembawa[hasil.baris.pk_indikator][kunci] = None
	return {pk: [simpul[kunci] for kunci in daftar] for pk, daftar in pembawa.items() if pk}


def _find_akar(simpul: dict[str, Simpul], diletakkan: list[Simpul]) -> list[Simpul]:
	"""What stands under nothing. A circle, which our forms refuse, is cut open rather than lost."""
	terlihat = _reach(diletakkan)
	akar = []
	for hasil in simpul.values():
		if hasil not in terlihat and hasil.baris.rhk_pimpinan not in simpul:
			akar.append(hasil)
			terlihat |= _reach([hasil])
	for hasil in simpul.values():
		if hasil not in terlihat:
			simpul[hasil.baris.rhk_pimpinan].anak.remove(hasil)
			akar.append(hasil)
			terlihat |= _reach([hasil])
	return akar


def _reach(awal: list[Simpul]) -> set[Simpul]:
	tercapai, antrean = set(), list(awal)
	while antrean:
		hasil = antrean.pop()
		if hasil not in tercapai:
			tercapai.add(hasil)
			antrean += hasil.anak
	return tercapai


def _has_acuan(simpul: Simpul) -> bool:
	return bool(simpul.baris.rhk_pimpinan or simpul.baris.pk_indikator)
