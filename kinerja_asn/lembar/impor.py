"""Puts an uploaded worksheet into drafts: nothing is written unless all of it can be.

A draft's rows are replaced by those of the sheet. A row whose text is the same is the same row: it keeps its key, so
that what others linked to it stays, and what the sheet has no column for. A plan that is no draft any more is left
alone, and must be in the sheet as it is stored, or not at all.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import frappe
from frappe import _
from frappe.utils import escape_html

from kinerja_asn.constants.istilah import Arah, Pendekatan
from kinerja_asn.constants.tahapan import DISUSUN
from kinerja_asn.lembar.baca import Masalah, make_masalah, read_lembar
from kinerja_asn.lembar.banding import Tersimpan
from kinerja_asn.lembar.susun import Hasil, Rencana, build_rencana
from kinerja_asn.services.bersama.isian import normalize_teks
from kinerja_asn.services.bersama.penolakan import DITOLAK, get_pesan_galat
from kinerja_asn.services.bersama.periode import get_nama_periode
from kinerja_asn.services.perencanaan.penyelarasan.hasil_pimpinan import get_pilihan_rhk_pimpinan

MASALAH_DISEBUT = 200
SKP_MAKS = 1000  # each is saved by its own rules, about 40 ms, while the user waits


@dataclass
class Ringkasan:
	"""How many SKP a sheet is about, and what becomes of their hasil kerja; ``dilewati``: state -> SKP left alone."""

	skp: int = 0
	tetap: int = 0
	baru: int = 0
	dihapus: int = 0
	indikator: int = 0
	dilewati: Counter = field(default_factory=Counter)

	def add(self, sebelum: int, sesudah: int, dihapus: int, indikator: int) -> None:
		"""Another SKP, that had ``sebelum`` hasil kerja and has ``sesudah``."""
		self.skp += 1
		self.tetap += sebelum - dihapus
		self.baru += sesudah - (sebelum - dihapus)
		self.dihapus += dihapus
		self.indikator += indikator

	def __str__(self) -> str:
		return " ".join(filter(None, (self._describe_tersimpan(), self._describe_dilewati())))

	def _describe_tersimpan(self) -> str:
		if self.dilewati and not self.skp:
			return ""
		return _(
			"{0} SKP, {1} indikator. Hasil kerja: {2} tetap atau diperbarui, {3} baru, {4} dihapus karena tidak ada "
			"dalam berkas."
		).format(self.skp, self.indikator, self.tetap, self.baru, self.dihapus)

	def _describe_dilewati(self) -> str:
		if not self.dilewati:
			return ""
		rincian = ", ".join(f"{banyak} {_(status)}" for status, banyak in sorted(self.dilewati.items()))
		return _("{0} SKP dilewati, karena bukan draf dan isinya sama dengan yang tersimpan: {1}.").format(
			self.dilewati.total(), rincian
		)


@dataclass
class Sasaran:
	"""What a sheet is about: NIP -> name of the draft, how many plans of each state it leaves alone, what is wrong."""

	draf: dict[str, str] = field(default_factory=dict)
	dilewati: Counter = field(default_factory=Counter)
	masalah: list[Masalah] = field(default_factory=list)


def import_sendiri(skp, nama: str, isi: bytes) -> Ringkasan:
	"""Replace the rows of the session user's own draft. Refuses with everything that is wrong, by row and column."""
	lembar = read_lembar(nama, isi)
	if not skp.nip_pegawai:
		frappe.throw(_("NIP Anda belum tercatat. Hubungi pengelola kinerja."))
	rencana, masalah = build_rencana(lembar.baris, skp.nip_pegawai)
	return save_semua(Sasaran({skp.nip_pegawai: skp.name}, masalah=lembar.masalah + masalah), rencana)


def import_periode(periode: str, nama: str, isi: bytes) -> Ringkasan:
	"""Replace the rows of the drafts of a period that the session user may write, each found by NIP."""
	lembar = read_lembar(nama, isi)
	rencana, masalah = build_rencana(lembar.baris)
	sasaran = find_sasaran(periode, rencana, lembar.masalah + masalah)
	if len(sasaran.draf) > SKP_MAKS:
		frappe.throw(
			_(
				"Berkas memuat {0} draf SKP, paling banyak {1}. Pecah per unit kerja, lalu impor satu per satu."
			).format(len(sasaran.draf), SKP_MAKS)
		)
	return save_semua(sasaran, rencana)


# --- whose plans


def find_sasaran(periode: str, rencana: Mapping[str, Rencana], masalah: list[Masalah]) -> Sasaran:
	"""``masalah`` of the reading, but for rows that are left alone, and what is wrong with whose they are."""
	daftar = get_skp(periode, rencana)
	milik = defaultdict(list)
	for row in daftar:
		milik[row.nip_pegawai].append(row)
	sasaran, rusak = Sasaran(masalah=masalah), {temuan.nomor for temuan in masalah}
	tersimpan = Tersimpan([row for row in daftar if any(map(is_terkunci, milik[row.nip_pegawai]))])
	for nip, rencana_pegawai in rencana.items():
		rencana_pegawai.cacat |= bool(rencana_pegawai.baris & rusak)
		_add_sasaran(sasaran, rencana_pegawai, milik[nip], tersimpan, periode)
	return sasaran


def get_skp(periode: str, nip: Iterable[str]) -> list:
	return frappe.get_list(
		"SKP",
		filters={"periode": periode, "nip_pegawai": ("in", list(nip) or [""])},
		fields=["name", "nip_pegawai", "nama_pegawai", "tahap", "workflow_state"],
		order_by="urutan",
		limit_page_length=0,
	)


def is_terkunci(skp) -> bool:
	return skp.tahap not in DISUSUN


def _add_sasaran(sasaran: Sasaran, rencana: Rencana, milik: list, tersimpan: Tersimpan, periode: str) -> None:
	"""Says the same of an employee of another agency as of nobody."""
	if not milik:
		salah = _(
			"{0} tidak mempunyai SKP periode {1} yang dapat Anda isi. Periksa NIP-nya, atau buka periode untuknya."
		).format(escape_html(rencana.nip), get_nama_periode(periode))
		sasaran.masalah.append(make_masalah(rencana.nomor, "nip_pegawai", salah))
	elif skp := _find_sama(rencana, milik, tersimpan):
		sasaran.dilewati[skp.workflow_state] += 1
		sasaran.masalah = [temuan for temuan in sasaran.masalah if temuan.nomor not in rencana.baris]
	elif not is_terkunci(milik[-1]):
		sasaran.draf[rencana.nip] = milik[-1].name
	elif not rencana.cacat:
		sasaran.masalah.append(_describe_beda(rencana, milik[-1], tersimpan))


def _find_sama(rencana: Rencana, milik: list, tersimpan: Tersimpan):
	"""A plan that is no draft any more and that the sheet repeats. Who was moved has a closed one before his own:
	a sheet of the whole period has both, one of his former unit the closed one alone."""
	for skp in filter(is_terkunci, milik):
		if tersimpan.find_beda(rencana, skp) is None or tersimpan.find_beda(rencana, *milik) is None:
			return skp
	return None


def _describe_beda(rencana: Rencana, skp, tersimpan: Tersimpan) -> Masalah:
	nomor = tersimpan.find_beda(rencana, skp)
	teks = _(
		"Baris {0}: berbeda dari yang tersimpan, padahal SKP {1} ({2}) berstatus {3}. Hanya draf dan yang dikembalikan "
		"yang dapat diimpor. Hapus barisnya dari berkas, atau kembalikan isinya."
	)
	return Masalah(
		nomor, -1, teks.format(nomor, escape_html(skp.nama_pegawai), skp.nip_pegawai, _(skp.workflow_state))
	)


# --- all or nothing


def save_semua(sasaran: Sasaran, rencana: Mapping[str, Rencana]) -> Ringkasan:
	"""The caller takes back what was written when this raises (services/bersama/penolakan.py, all_or_nothing)."""
	refuse(sasaran.masalah)
	if not rencana:
		frappe.throw(
			_("Berkas tidak memuat rencana hasil kerja satu pun. Isi mulai baris kedua, lalu unggah lagi.")
		)
	ringkasan, masalah = Ringkasan(dilewati=sasaran.dilewati), []
	for nip, name in sasaran.draf.items():
		doc = frappe.get_doc("SKP", name)
		masalah += find_bukan_narasi(doc, rencana[nip]) or save_rencana(doc, rencana[nip], ringkasan)
	refuse(masalah)
	return ringkasan


def refuse(masalah: list[Masalah]) -> None:
	"""All that is wrong, in the order in which the sheet is read."""
	if not masalah:
		return
	teks = [temuan.teks for temuan in sorted(masalah, key=lambda temuan: (temuan.nomor, temuan.ke))]
	sisa = len(teks) - MASALAH_DISEBUT
	disebut = teks[:MASALAH_DISEBUT] + ([_("… dan {0} masalah lainnya.").format(sisa)] if sisa > 0 else [])
	frappe.throw(disebut, title=_("Lembar kerja belum benar"), as_list=True)


def find_bukan_narasi(doc, rencana: Rencana) -> list[Masalah]:
	"""Indikator and target of a qualitative plan are one narrative (p. 50)."""
	if doc.pendekatan != Pendekatan.KUALITATIF:
		return []
	salah = _("pendekatan SKP ini kualitatif. Tulis Naratif, dan uraikan target dalam kolom Indikator.")
	return [
		make_masalah(nomor, "arah", salah)
		for hasil in rencana.hasil.values()
		for nomor, isi in hasil.indikator
		if isi["arah"] != Arah.NARATIF
	]


def save_rencana(doc, rencana: Rencana, ringkasan: Ringkasan) -> list[Masalah]:
	"""Save one draft with the user's own rights; what its rules refuse becomes sentences about its first row."""
	replace_rencana(doc, rencana, ringkasan)
	try:
		doc.save()
	except DITOLAK as galat:
		teks, nama = _("Mulai baris {0}, SKP {1}: {2}"), escape_html(doc.nama_pegawai)
		return [
			Masalah(rencana.nomor, -1, teks.format(rencana.nomor, nama, escape_html(pesan)))
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
	hasil_lama = BarisLama(doc.hasil_kerja, lambda row: normalize_teks(row.rencana_hasil_kerja))
	indikator_lama = BarisLama(doc.indikator, lambda row: (row.hasil_kerja, normalize_teks(row.indikator)))
	pimpinan = get_hasil_pimpinan(doc)
	hasil_kerja, indikator = [], []
	for ke, (uraian, hasil) in enumerate(rencana.hasil.items(), 1):
		row = hasil_lama.take(uraian)
		hasil_kerja.append(merge(row, build_hasil(row, hasil, pimpinan), ke))
		for _nomor, isi in hasil.indikator:
			iki = row and indikator_lama.take((row.kunci, normalize_teks(isi["indikator"])))
			indikator.append(merge(iki, {**isi, "hasil_kerja_ke": ke}, len(indikator) + 1))
	ringkasan.add(len(doc.hasil_kerja), len(hasil_kerja), hasil_lama.count(), len(indikator))
	doc.set("hasil_kerja", hasil_kerja)
	doc.set("indikator", indikator)


def get_hasil_pimpinan(doc) -> dict[str, str]:
	"""Text of a hasil kerja that the plan may serve -> its kunci."""
	return {
		normalize_teks(teks): hasil.kunci
		for hasil in get_pilihan_rhk_pimpinan(doc)
		for teks in (hasil.rencana_hasil_kerja, hasil.uraian)
		if not hasil.penugasan
	}


def build_hasil(row, hasil: Hasil, pimpinan: Mapping[str, str]) -> dict:
	"""The columns of the sheet. Naming another hasil kerja of the leader ends how the row served the former one."""
	isi = dict(hasil.isi)
	uraian = normalize_teks(isi["rhk_pimpinan_uraian"])
	if row and normalize_teks(row.rhk_pimpinan_uraian) == uraian:
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
