"""Puts an uploaded worksheet into drafts: nothing is written unless all of it can be.

A draft's rows are replaced by those of the sheet. A row whose text is the same is the same row: it keeps its key, so
that what others linked to it stays, and what the sheet has no column for.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import frappe
from frappe import _
from frappe.utils import escape_html

from kinerja_asn.constants.istilah import Arah, Pendekatan
from kinerja_asn.services.hasil_pimpinan import get_pilihan_rhk_pimpinan
from kinerja_asn.services.lembar.baca import describe_sel, read_lembar
from kinerja_asn.services.lembar.susun import Hasil, Rencana, build_rencana, normalize
from kinerja_asn.services.portal.halaman import DITOLAK, get_pesan_galat
from kinerja_asn.services.portal.skp import DISUSUN

MASALAH_DISEBUT = 200
SKP_MAKS = 1000  # each is saved by its own rules, about 40 ms, while the user waits


@dataclass
class Ringkasan:
	"""How many SKP a sheet is about, and what becomes of their hasil kerja."""

	skp: int = 0
	tetap: int = 0
	baru: int = 0
	dihapus: int = 0
	indikator: int = 0

	def add(self, sebelum: int, sesudah: int, dihapus: int, indikator: int) -> None:
		"""Another SKP, that had ``sebelum`` hasil kerja and has ``sesudah``."""
		self.skp += 1
		self.tetap += sebelum - dihapus
		self.baru += sesudah - (sebelum - dihapus)
		self.dihapus += dihapus
		self.indikator += indikator

	def __str__(self) -> str:
		return _(
			"{0} SKP, {1} indikator. Hasil kerja: {2} tetap atau diperbarui, {3} baru, {4} dihapus karena tidak ada "
			"dalam berkas."
		).format(self.skp, self.indikator, self.tetap, self.baru, self.dihapus)


def impor_sendiri(skp, nama: str, isi: bytes) -> Ringkasan:
	"""Replace the rows of the session user's own draft. Refuses with everything that is wrong, by row and column."""
	lembar = read_lembar(nama, isi)
	if not skp.nip_pegawai:
		frappe.throw(_("NIP Anda belum tercatat. Hubungi pengelola kinerja."))
	rencana, masalah = build_rencana(lembar.baris, skp.nip_pegawai)
	return save_semua({skp.nip_pegawai: skp.name}, rencana, lembar.masalah + masalah)


def impor_periode(periode: str, nama: str, isi: bytes) -> Ringkasan:
	"""Replace the rows of the drafts of a period that the session user may write, each found by NIP."""
	lembar = read_lembar(nama, isi)
	rencana, masalah = build_rencana(lembar.baris)
	if len(rencana) > SKP_MAKS:
		frappe.throw(
			_(
				"Berkas memuat {0} SKP, paling banyak {1}. Pecah per unit kerja, lalu impor satu per satu."
			).format(len(rencana), SKP_MAKS)
		)
	draf, tanpa_draf = find_draf(periode, rencana)
	return save_semua(draf, rencana, lembar.masalah + masalah + tanpa_draf)


def find_draf(periode: str, rencana: Mapping[str, Rencana]) -> tuple[dict[str, str], list[str]]:
	"""(NIP -> name of the draft, what is wrong). Says the same of an employee of another agency as of nobody."""
	daftar = frappe.get_list(
		"SKP",
		filters={"periode": periode, "nip_pegawai": ("in", list(rencana) or [""])},
		fields=["name", "nip_pegawai", "tahap", "workflow_state"],
		order_by="urutan",
		limit_page_length=0,
	)
	skp = {row.nip_pegawai: row for row in daftar}
	masalah = [
		f"{describe_sel(satu.nomor, 'nip_pegawai')}: {salah}"
		for nip, satu in rencana.items()
		if (salah := _find_salah_draf(nip, periode, skp.get(nip)))
	]
	return {nip: row.name for nip, row in skp.items()}, masalah


def _find_salah_draf(nip: str, periode: str, skp) -> str | None:
	if not skp:
		return _(
			"{0} tidak mempunyai SKP periode {1} yang dapat Anda isi. Periksa NIP-nya, atau buka periode untuknya."
		).format(escape_html(nip), periode)
	if skp.tahap not in DISUSUN:
		return _("SKP {0} berstatus {1}. Hanya draf dan yang dikembalikan yang dapat diimpor.").format(
			skp.name, _(skp.workflow_state)
		)
	return None


# --- all or nothing


def save_semua(draf: Mapping[str, str], rencana: Mapping[str, Rencana], masalah: list[str]) -> Ringkasan:
	"""The caller takes back what was written when this raises (services/portal/halaman.py, all_or_nothing)."""
	refuse(masalah)
	if not rencana:
		frappe.throw(
			_("Berkas tidak memuat rencana hasil kerja satu pun. Isi mulai baris kedua, lalu unggah lagi.")
		)
	ringkasan = Ringkasan()
	for nip, satu in rencana.items():
		doc = frappe.get_doc("SKP", draf[nip])
		masalah += find_bukan_narasi(doc, satu) or save_satu(doc, satu, ringkasan)
	refuse(masalah)
	return ringkasan


def refuse(masalah: list[str]) -> None:
	if not masalah:
		return
	sisa = len(masalah) - MASALAH_DISEBUT
	disebut = masalah[:MASALAH_DISEBUT] + ([_("… dan {0} masalah lainnya.").format(sisa)] if sisa > 0 else [])
	frappe.throw(disebut, title=_("Lembar kerja belum benar"), as_list=True)


def find_bukan_narasi(doc, rencana: Rencana) -> list[str]:
	"""Indikator and target of a qualitative plan are one narrative (p. 50)."""
	if doc.pendekatan != Pendekatan.KUALITATIF:
		return []
	return [
		_(
			"{0}: pendekatan SKP ini kualitatif. Tulis Naratif, dan uraikan target dalam kolom Indikator."
		).format(describe_sel(nomor, "arah"))
		for hasil in rencana.hasil.values()
		for nomor, isi in hasil.indikator
		if isi["arah"] != Arah.NARATIF
	]


def save_satu(doc, rencana: Rencana, ringkasan: Ringkasan) -> list[str]:
	"""Save one draft with the user's own rights; what its rules refuse becomes sentences about its first row."""
	replace_rencana(doc, rencana, ringkasan)
	try:
		doc.save()
	except DITOLAK as galat:
		return [
			_("Mulai baris {0}, SKP {1}: {2}").format(
				rencana.nomor, escape_html(doc.nama_pegawai), escape_html(pesan)
			)
			for pesan in get_pesan_galat(galat)
		]
	return []


# --- the rows of one draft


class BarisLama:
	"""The stored rows of a table by what identifies them in a sheet; each is taken once."""

	def __init__(self, rows: Iterable, kunci: Callable):
		self.daftar = defaultdict(list)
		for row in rows:
			self.daftar[kunci(row)].append(row)

	def take(self, kunci):
		return self.daftar[kunci].pop(0) if self.daftar.get(kunci) else None

	def count(self) -> int:
		return sum(map(len, self.daftar.values()))


def replace_rencana(doc, rencana: Rencana, ringkasan: Ringkasan) -> None:
	hasil_lama = BarisLama(doc.hasil_kerja, lambda row: normalize(row.rencana_hasil_kerja))
	indikator_lama = BarisLama(doc.indikator, lambda row: (row.hasil_kerja, normalize(row.indikator)))
	pimpinan = get_hasil_pimpinan(doc)
	hasil_kerja, indikator = [], []
	for ke, (uraian, hasil) in enumerate(rencana.hasil.items(), 1):
		row = hasil_lama.take(uraian)
		hasil_kerja.append(merge(row, build_hasil(row, hasil, pimpinan), ke))
		for _nomor, isi in hasil.indikator:
			iki = row and indikator_lama.take((row.kunci, normalize(isi["indikator"])))
			indikator.append(merge(iki, {**isi, "hasil_kerja_ke": ke}, len(indikator) + 1))
	ringkasan.add(len(doc.hasil_kerja), len(hasil_kerja), hasil_lama.count(), len(indikator))
	doc.set("hasil_kerja", hasil_kerja)
	doc.set("indikator", indikator)


def get_hasil_pimpinan(doc) -> dict[str, str]:
	"""Text of a hasil kerja that the plan may serve -> its kunci."""
	return {
		normalize(teks): satu.kunci
		for satu in get_pilihan_rhk_pimpinan(doc)
		for teks in (satu.rencana_hasil_kerja, satu.uraian)
		if not satu.penugasan
	}


def build_hasil(row, hasil: Hasil, pimpinan: Mapping[str, str]) -> dict:
	"""The columns of the sheet. Naming another hasil kerja of the leader ends how the row served the former one."""
	isi = dict(hasil.isi)
	uraian = normalize(isi["rhk_pimpinan_uraian"])
	if row and normalize(row.rhk_pimpinan_uraian) == uraian:
		del isi["rhk_pimpinan_uraian"]
		return isi
	return {
		**isi,
		"rhk_pimpinan": pimpinan.get(uraian),
		"pk_indikator": None,
		"penyelarasan": None,
		"porsi": 0,
	}


def merge(row, isi: dict, idx: int):
	"""``isi`` in the stored row, which keeps everything else, or a new row."""
	if row:
		row.update({**isi, "idx": idx})
	return row or {**isi, "idx": idx}
