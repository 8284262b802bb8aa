"""Whose drafts the figures of a set go into, read in a fixed number of queries: the plan, its version of then, the report."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

import frappe
from frappe.utils import getdate

from kinerja_asn.constants.tahapan import DISEPAKATI
from kinerja_asn.permissions.dokumen import get_kondisi
from kinerja_asn.services.bersama.isian import normalize_teks
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak
from kinerja_asn.services.orang.pihak import KOLOM_PIHAK
from kinerja_asn.services.pelaksanaan.pengimporan.baris import BarisImpor, Impor, Isi
from kinerja_asn.services.pelaksanaan.progres import may_lapor
from kinerja_asn.services.perencanaan.skp.versi import get_awal_versi, get_rencana

LAPORAN, BARIS = "Realisasi Kinerja", "Realisasi Indikator"
_KOLOM_SKP = ("name", "periode", "tahap", "awal", "akhir", "berlaku_mulai", *KOLOM_PIHAK)
_KOLOM_IKI = ("kunci", "indikator", "arah", "satuan", "idx", "target_min", "target_maks", "target_naratif")
_KOLOM_BARIS = ("name", "parent", "indikator", "arah", "satuan", "dilaporkan", "realisasi")
_KOLOM_ISI = ("realisasi_naratif", "keterangan", "sumber_angka")


@dataclass
class Sasaran:
	"""The report of one employee: ``laporan`` None: there is none yet. ``terima``: kunci -> what goes into that row."""

	skp: frappe._dict
	indikator: list
	laporan: frappe._dict | None = None
	tersimpan: dict[str, frappe._dict] = field(default_factory=dict)
	terima: dict[str, tuple[BarisImpor, Isi]] = field(default_factory=dict)

	def find_indikator(self, sebutan: str) -> list:
		"""By key, else by text; more than one where a plan says the same twice."""
		teks = normalize_teks(sebutan)
		return [iki for iki in self.indikator if iki.kunci == sebutan] or [
			iki for iki in self.indikator if normalize_teks(iki.indikator) == teks
		]


def read_sasaran(impor: Impor, nip: Collection[str]) -> dict[str, Sasaran]:
	"""NIP -> his report, of those whom the session user may see and who report on this period."""
	skp = {row.nip_pegawai: row for row in _get_skp(impor, nip)}
	indikator = _get_indikator(impor, list(skp.values()))
	sasaran = {nomor: Sasaran(row, indikator[row.name]) for nomor, row in skp.items()}
	_add_laporan(impor, {pegawai.skp.name: pegawai for pegawai in sasaran.values()})
	return sasaran


def _get_skp(impor: Impor, nip: Collection[str]) -> Iterable[frappe._dict]:
	"""The last one that is in force in the period."""
	skp, masa = frappe.qb.DocType("SKP"), impor.masa
	query = frappe.qb.from_(skp).where((skp.periode == impor.periode) & skp.nip_pegawai.isin([*nip, ""]))
	query = query.where(skp.tahap.isin([*map(str, DISEPAKATI)]) & get_kondisi("SKP", frappe.session.user))
	query = query.where((skp.awal <= masa.akhir) & (skp.akhir >= masa.awal)).orderby(skp.urutan)
	return [row for row in query.select(*_KOLOM_SKP).run(as_dict=True) if may_lapor(row, masa)]


def _get_indikator(impor: Impor, daftar: list) -> dict[str, list]:
	"""SKP -> the indikator of the version in force when the period ends; of a former one it is read by itself."""
	akhir = {skp.name: min(impor.masa.akhir, getdate(skp.akhir)) for skp in daftar}
	kini = [skp.name for skp in daftar if akhir[skp.name] >= get_awal_versi(skp)]
	hasil = defaultdict(list)
	saring = get_saring_anak("SKP", kini)
	for iki in frappe.get_all("SKP Indikator", saring, ["parent", *_KOLOM_IKI], order_by="parent, idx"):
		hasil[iki.parent].append(iki)
	for name in set(akhir) - set(kini):
		hasil[name] = get_rencana(frappe.get_doc("SKP", name), impor.masa.akhir).indikator
	return hasil


def _add_laporan(impor: Impor, per_skp: dict[str, Sasaran]) -> None:
	"""Locked until the set is written: what its employee submits meanwhile waits."""
	rk = frappe.qb.DocType(LAPORAN)
	query = frappe.qb.from_(rk).where(rk.skp.isin([*per_skp, ""]) & (rk.masa_ke == impor.masa.ke))
	laporan = {
		row.name: row for row in query.select(rk.name, rk.skp, rk.tahap).for_update().run(as_dict=True)
	}
	for row in laporan.values():
		per_skp[row.skp].laporan = row
	saring = get_saring_anak(LAPORAN, [*laporan, ""])
	for row in frappe.get_all(BARIS, saring, [*_KOLOM_BARIS, *_KOLOM_ISI]):
		per_skp[laporan[row.parent].skp].tersimpan[row.indikator] = row
