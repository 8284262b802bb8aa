"""Turns the rows of a worksheet into plans: hasil kerja with their indikator, per employee; names what is wrong."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from frappe import _
from frappe.utils import escape_html

from kinerja_asn.constants.istilah import Arah, CaraHitung, JenisHasilKerja, Lintasan
from kinerja_asn.constants.lembar import HASIL_KERJA, INDIKATOR, KOLOM, Kolom
from kinerja_asn.lembar.baca import RUSAK, Baris, Masalah, make_masalah
from kinerja_asn.rules.capaian import ARAH_BERANGKA, TargetTidakValid, check_target, complete_target
from kinerja_asn.rules.lintasan import is_bertahap
from kinerja_asn.rules.nip import read_nomor
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.rules.skp import parse_aspek
from kinerja_asn.services.bersama.angka import parse_angka, read_bulanan, write_bulanan
from kinerja_asn.services.bersama.isian import find_salah_angka, find_salah_teks, normalize_teks

TANGGAL = (date, datetime, time, timedelta)


class IsianSalah(ValueError):
	"""A cell cannot be what it should; the message (Indonesian) follows its place."""


@dataclass
class Hasil:
	"""A hasil kerja of the sheet: the number of its first row, its fields, its indikator (nomor, fields)."""

	nomor: int
	isi: dict
	indikator: list[tuple[int, dict]] = field(default_factory=list)


@dataclass
class Rencana:
	"""What the sheet says about one employee, first in row ``nomor``; hasil kerja by their text.

	``nip`` is None while no row has told whose it is. ``cacat``: a row of it may stand under a NIP that cannot be read.
	"""

	nomor: int
	nip: str | None = None
	hasil: dict[str, Hasil] = field(default_factory=dict)
	terakhir: Hasil | None = None
	baris: set[int] = field(default_factory=set)
	cacat: bool = False


@dataclass
class Susunan:
	"""The plans of a sheet by NIP, and whose the row above is."""

	rencana: dict[str, Rencana] = field(default_factory=dict)
	atas: Rencana | None = None
	putus: bool = False

	def find(self, nomor: int, nip: str | None, bernama: bool) -> Rencana:
		"""Whose a row is; without a NIP that can be read, and ``bernama`` (names a hasil kerja): of nobody known.

		Such a row is judged with its neighbours, so that one wrong NIP is not told as further mistakes.
		"""
		self.atas = self._continue(nomor, bernama) if nip is None else self._find(nomor, nip, bernama)
		self.putus = nip is None or self.atas is not self.rencana[nip]
		return self.atas

	def _continue(self, nomor: int, bernama: bool) -> Rencana:
		if self.atas:
			self.atas.cacat = True
		return self.atas if self.atas and not bernama else Rencana(nomor)

	def _find(self, nomor: int, nip: str, bernama: bool) -> Rencana:
		rencana = self.rencana.setdefault(nip, Rencana(nomor, nip))
		rencana.cacat |= self.putus
		if self.putus and not bernama and self.atas.nip in (None, nip):
			self.atas.nip = nip
			return self.atas
		return rencana


def build_rencana(
	daftar: Sequence[Baris], nip_sendiri: str | None = None
) -> tuple[dict[str, Rencana], list[Masalah]]:
	"""(NIP -> plan, what is wrong). With ``nip_sendiri`` the sheet is about that employee alone, and NIP may be blank.

	A row that names nobody's plan (NIP and Nama alone) is left out.
	"""
	susunan = Susunan()
	masalah: list[Masalah] = []
	for baris in daftar:
		sel = {kolom.medan: _take(baris, kolom, masalah) for kolom in KOLOM if kolom.medan != "nama_pegawai"}
		if not _has_isi(sel, (*HASIL_KERJA, *INDIKATOR)):
			continue
		nip = _check_nip(baris.nomor, sel["nip_pegawai"], nip_sendiri, masalah)
		rencana = susunan.find(baris.nomor, nip, sel["rencana_hasil_kerja"] is not None)
		add_baris(rencana, baris.nomor, sel, masalah)
	return susunan.rencana, masalah


def _has_isi(sel: dict, medan: Iterable[str]) -> bool:
	return any(sel[nama] is not None for nama in medan)


def _check_nip(nomor: int, nip, nip_sendiri: str | None, masalah: list[Masalah]) -> str | None:
	if nip is RUSAK:
		return None
	if nip_sendiri and nip not in (None, nip_sendiri):
		salah = _('"{0}" bukan NIP Anda. Lembar ini hanya untuk SKP Anda sendiri.').format(escape_html(nip))
	elif not (nip or nip_sendiri):
		salah = _("kosong. Isi NIP pegawai pada setiap baris.")
	else:
		return nip or nip_sendiri
	masalah.append(make_masalah(nomor, "nip_pegawai", salah))
	return None


# --- hasil kerja and indikator


def add_baris(rencana: Rencana, nomor: int, sel: dict, masalah: list[Masalah]) -> None:
	hasil = rencana.terakhir = _find_hasil(rencana, nomor, sel, masalah)
	rencana.baris.add(nomor)
	if not _has_isi(sel, INDIKATOR):
		return
	hasil.indikator.append((nomor, {medan: sel[medan] for medan in INDIKATOR}))
	masalah += [
		make_masalah(nomor, medan, salah) for medan, salah in complete_indikator(hasil.indikator[-1][1])
	]


def _find_hasil(rencana: Rencana, nomor: int, sel: dict, masalah: list[Masalah]) -> Hasil:
	"""The hasil kerja a row belongs to: the one it names, else that of the row above.

	One that cannot be told is complained about once; the rows below it belong to it all the same.
	"""
	uraian = sel["rencana_hasil_kerja"]
	if uraian is RUSAK:
		return Hasil(nomor, {})
	hasil = rencana.hasil.get(normalize_teks(uraian)) if uraian else rencana.terakhir
	if hasil:
		_check_sama(hasil, nomor, sel, masalah)
		return hasil
	if not uraian:
		salah = _("kosong. Isi pada baris pertama tiap hasil kerja.")
		masalah.append(make_masalah(nomor, "rencana_hasil_kerja", salah))
		return Hasil(nomor, {})
	isi = {medan: sel[medan] for medan in HASIL_KERJA}
	isi["jenis"] = isi["jenis"] or str(JenisHasilKerja.UTAMA)
	return rencana.hasil.setdefault(normalize_teks(uraian), Hasil(nomor, isi))


def _check_sama(hasil: Hasil, nomor: int, sel: dict, masalah: list[Masalah]) -> None:
	"""Further rows of a hasil kerja may leave its other columns empty, but not contradict them."""
	for medan, semula in hasil.isi.items():
		if medan != "rencana_hasil_kerja" and sel[medan] not in (None, RUSAK, semula) and semula is not RUSAK:
			salah = _("berbeda dari baris {0}, padahal hasil kerjanya sama. Samakan atau kosongkan.")
			masalah.append(make_masalah(nomor, medan, salah.format(hasil.nomor)))


def complete_indikator(isi: dict) -> list[tuple[str, str]]:
	"""Put the row of an indikator in order; returns (field, what is wrong)."""
	masalah = [(medan, _("kosong.")) for medan in ("indikator", "aspek", "arah") if not isi[medan]]
	masalah += [*_normalize_aspek(isi), *_complete_lintasan(isi)]
	if isi["arah"] in ARAH_BERANGKA:
		return masalah + _complete_target(isi)
	if isi["arah"] not in (None, RUSAK):
		berlebih = [medan for medan in ("target_min", "target_maks") if isi[medan] is not None]
		masalah += [(medan, _("kosongkan, karena arahnya {0}.").format(isi["arah"])) for medan in berlebih]
	isi.update(target_min=0, target_maks=0)
	return masalah


def _normalize_aspek(isi: dict) -> list[tuple[str, str]]:
	if isi["aspek"] in (None, RUSAK):
		return []
	try:
		isi["aspek"] = ", ".join(parse_aspek(isi["aspek"]))
	except ValueError as salah:
		return [("aspek", escape_html(str(salah)))]
	return []


def _complete_lintasan(isi: dict) -> list[tuple[str, str]]:
	"""How the target falls into the year: evenly where nothing is said, and by months only where it grows over the year."""
	lintasan, bulanan = isi["lintasan"] or str(Lintasan.MERATA), isi["target_bulanan"]
	isi["lintasan"] = lintasan
	if RUSAK in (lintasan, bulanan, isi["arah"], isi["cara_hitung"]):
		return []
	if lintasan != Lintasan.MERATA and not _is_bertahap(isi):
		return [
			(
				"lintasan",
				_("kosongkan: target baris ini berlaku utuh sejak masa pertama, tidak jatuh menurut bulan."),
			)
		]
	if lintasan == Lintasan.MERATA:
		return [("target_bulanan", _("kosongkan, karena lintasannya Merata."))] if bulanan else []
	if lintasan == Lintasan.MUSIMAN and not bulanan:
		return []
	try:
		isi["target_bulanan"] = write_bulanan(read_bulanan(bulanan))
	except ValueError as salah:
		return [("target_bulanan", escape_html(str(salah)))]
	return []


def _is_bertahap(isi: dict) -> bool:
	"""Arah and Cara Hitung that are missing are complained about themselves."""
	if not isi["arah"]:
		return True
	if isi["arah"] not in ARAH_BERANGKA:
		return False
	return not isi["cara_hitung"] or is_bertahap(Arah(isi["arah"]), CaraHitung(isi["cara_hitung"]))


def _complete_target(isi: dict) -> list[tuple[str, str]]:
	"""One figure alone is both ends; none is a draft's blank. The database keeps that as 0."""
	masalah = (
		[] if isi["cara_hitung"] else [("cara_hitung", _("kosong. Pilih cara menggabungkan realisasi."))]
	)
	angka = [isi[medan] for medan in ("target_min", "target_maks")]
	if RUSAK in angka:
		return masalah
	if None not in angka:
		masalah += _find_salah_rentang(isi["arah"], *angka)
	isi["target_min"], isi["target_maks"] = map(float, complete_target(*angka))
	return masalah


def _find_salah_rentang(arah: str, target_min: Decimal, target_maks: Decimal) -> list[tuple[str, str]]:
	"""As it stands in the sheet, where a 0 is no blank."""
	try:
		check_target(Arah(arah), target_min, target_maks)
	except TargetTidakValid as salah:
		return [("target_min", str(salah))]
	return []


# --- cells


def _take(baris: Baris, kolom: Kolom, masalah: list[Masalah]):
	"""The cell's value as the field takes it: text, a word of the list, a Decimal, None; RUSAK after a complaint."""
	nilai = baris.sel.get(kolom.medan)
	if nilai is None or nilai is RUSAK:
		return nilai
	try:
		return parse_sel(kolom, nilai)
	except ValueError as salah:
		masalah.append(make_masalah(baris.nomor, kolom.medan, escape_html(str(salah))))
		return RUSAK


def parse_sel(kolom: Kolom, nilai):
	if isinstance(nilai, TANGGAL):
		raise IsianSalah(describe_tanggal(kolom))
	if kolom.angka:
		return parse_sel_angka(nilai)
	teks = parse_nip(nilai) if kolom.medan == "nip_pegawai" else parse_teks(nilai)
	return parse_pilihan(kolom, teks) if kolom.pilihan else teks


def describe_tanggal(kolom: Kolom) -> str:
	"""Typed as "3/4" or "1:30", a number becomes a date or a duration."""
	if kolom.angka:
		return _(
			"berisi tanggal, jam, atau durasi. Ubah format selnya menjadi Umum (General), lalu tulis angkanya saja."
		)
	return _("berisi tanggal, jam, atau durasi. Ubah format selnya menjadi Teks (Text), lalu tulis ulang.")


def parse_sel_angka(nilai) -> Decimal | None:
	angka = parse_angka(nilai) if isinstance(nilai, str) else to_decimal(nilai)
	if salah := find_salah_angka(angka or Decimal(0)):
		raise IsianSalah(salah)
	return angka


def parse_nip(nilai) -> str:
	"""A spreadsheet keeps fifteen digits of a number: the last three of a NIP would be lost."""
	if not isinstance(nilai, str):
		raise IsianSalah(
			_(
				"NIP tersimpan sebagai angka, sehingga digit terakhirnya berubah. Ubah format kolom menjadi Teks (Text), "
				"lalu tulis ulang."
			)
		)
	return read_nomor(nilai)


def parse_teks(nilai) -> str:
	teks = nilai if isinstance(nilai, str) else f"{to_decimal(nilai).normalize():f}".replace(".", ",")
	if salah := find_salah_teks(teks):
		raise IsianSalah(salah)
	return teks


def parse_pilihan(kolom: Kolom, teks: str) -> str:
	kata = normalize_teks(teks)
	for istilah in kolom.pilihan:
		if istilah.value.casefold() == kata:
			return istilah.value
	daftar = ", ".join(istilah.value for istilah in kolom.pilihan)
	raise IsianSalah(_('"{0}" tidak ada dalam pilihan. Tulis salah satu: {1}.').format(teks[:40], daftar))
