"""Monthly target figures on the steps of a rencana aksi (p. 67): what p. 93 calls the trajectory target.

The plan has them, in one place: ``lintasan`` and ``target_bulanan`` of SKP Indikator. A step names the indikator that it
serves and shows the plan's figures of its months; only figures that differ stand on the step, as a proposal, until the
Penilai agrees to the rencana aksi. Then they become the plan's, with a trace, and the step has none of its own any more.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

import frappe
from frappe import _

from kinerja_asn.constants.istilah import Arah, Bulan, CaraHitung, Lintasan, Tahap
from kinerja_asn.constants.tahapan import BELUM_DITETAPKAN
from kinerja_asn.constants.ukuran import KOLOM_PROGRES
from kinerja_asn.rules.lintasan import is_bertahap, lay_bulanan
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.rules.rencana_aksi import BULAN, list_bulan
from kinerja_asn.services.bersama.angka import (
	AngkaTidakJelas,
	format_tampil,
	read_bulanan,
	write_bulanan,
)
from kinerja_asn.services.bersama.jejak import add_jejak
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak

# kunci of the indikator -> month (1 to 12) -> figure.
Usulan = dict[str, dict[int, Decimal]]


# --- reading


def get_indikator(skp: str) -> dict[str, frappe._dict]:
	"""kunci -> the indikator of the plan in force. The caller has checked that the plan may be read."""
	kolom = ["hasil_kerja", "indikator", "satuan", *KOLOM_PROGRES]
	rows = frappe.get_all("SKP Indikator", get_saring_anak("SKP", skp), kolom, order_by="idx")
	return {row.kunci: row for row in rows}


def can_bertarget(iki) -> bool:
	"""Only a target that grows over the year falls into months."""
	return is_bertahap(Arah(iki.arah), CaraHitung(iki.cara_hitung))


def get_target(row, iki) -> str:
	"""The figures of the step's months, as one types them: those proposed, else the plan's; "" where it has none."""
	return row.target_bulanan or _get_rencana(row, iki) or ""


def _get_rencana(row, iki) -> str | None:
	dasar = _read_dasar(iki)
	if not dasar:
		return None
	return write_bulanan(
		[dasar[BULAN.index(bulan)] for bulan in list_bulan(row.bulan_mulai, row.bulan_selesai)]
	)


def _read_dasar(iki) -> tuple[Decimal, ...] | None:
	if (iki.lintasan or Lintasan.MERATA) == Lintasan.MERATA or not iki.target_bulanan:
		return None
	return read_bulanan(iki.target_bulanan)


def describe_target(skp: str, rows: Iterable) -> dict[str, str]:
	"""Name of the step -> "Arsip terpindai: Maret 100; April 200", of those that name an indikator."""
	rows = [row for row in rows if row.indikator]
	indikator = get_indikator(skp) if rows else {}
	target = {row.name: _describe(row, indikator.get(row.indikator)) for row in rows}
	return {name: kalimat for name, kalimat in target.items() if kalimat}


def _describe(row, iki) -> str | None:
	teks = get_target(row, iki) if iki else ""
	if not teks:
		return None
	bulan = list_bulan(row.bulan_mulai, row.bulan_selesai)
	isi = "; ".join(
		f"{_(str(ke))} {format_tampil(nilai)}"
		for ke, nilai in zip(bulan, read_bulanan(teks, bulan), strict=True)
	)
	return (
		_("{0}: {1}, diusulkan").format(iki.indikator, isi)
		if row.target_bulanan
		else f"{iki.indikator}: {isi}"
	)


def describe_usulan(doc) -> list[str]:
	"""What the Penilai agrees to beside the steps: the course that each indikator has afterwards, in sentences."""
	usulan = _collect(doc.baris)
	indikator = get_indikator(doc.skp) if usulan else {}
	return [
		_describe_lintasan(indikator[kunci], angka) for kunci, angka in usulan.items() if kunci in indikator
	]


def _describe_lintasan(iki, angka: Mapping[int, Decimal]) -> str:
	bulanan = _lay(iki, angka)
	isi = "; ".join(
		f"{_(str(ke))} {format_tampil(nilai)}" for ke, nilai in zip(Bulan, bulanan, strict=True) if nilai
	)
	menjumlah = iki.cara_hitung == CaraHitung.JUMLAH
	akhir = sum(bulanan) if menjumlah else bulanan[-1]
	kalimat = (
		_("{0}: {1}. Jumlah setahun {2}, target {3} {4}.")
		if menjumlah
		else _("{0}: {1}. Pada akhir tahun {2}, target {3} {4}.")
	)
	target = format_tampil(to_decimal(iki.target_min or iki.target_maks or 0))
	return kalimat.format(iki.indikator, isi or "0", format_tampil(akhir), target, iki.satuan or "").strip()


def _lay(iki, angka: Mapping[int, Decimal]) -> tuple[Decimal, ...]:
	return lay_bulanan(CaraHitung(iki.cara_hitung), _read_dasar(iki), angka)


# --- while a rencana aksi is written


def fill_target(doc) -> None:
	"""Every step's indikator and figures in their normal form; what is wrong is said with the step."""
	for row in doc.baris:
		row.target_bulanan = str(row.target_bulanan or "").strip() or None
		if not row.indikator:
			row.indikator = row.uraian_indikator = None
	if not any(row.indikator or row.target_bulanan for row in doc.baris):
		return
	indikator, tahap = get_indikator(doc.skp), frappe.db.get_value("SKP", doc.skp, "tahap")
	lama = _get_lama(doc)
	for ke, row in enumerate(doc.baris, 1):
		iki = indikator.get(row.indikator)
		if iki or not _is_lama(row, lama):
			_check_indikator(row, iki, ke)
		row.uraian_indikator = iki.indikator if iki else row.indikator and lama[row.name].uraian_indikator
		if row.target_bulanan and _has_bulan(row) and not _is_lama(row, lama):
			row.target_bulanan = _read_target(row, iki, tahap, ke)
	_check_tumpang(doc.baris)


def _get_lama(doc) -> dict:
	before = doc.get_doc_before_save()
	return {row.name: row for row in before.baris} if before else {}


def _is_lama(row, lama: Mapping) -> bool:
	"""As it was: what a change of the plan has overtaken keeps nobody from writing the other steps."""
	dulu = lama.get(row.name)
	kolom = ("indikator", "target_bulanan", "bulan_mulai", "bulan_selesai", "hasil_kerja")
	return bool(dulu) and all((row.get(nama) or "") == (dulu.get(nama) or "") for nama in kolom)


def _check_indikator(row, iki, ke: int) -> None:
	if row.target_bulanan and not row.indikator:
		frappe.throw(_("Langkah ke-{0}: pilih indikator yang target bulanannya Anda tulis.").format(ke))
	if row.indikator and (not iki or iki.hasil_kerja != row.hasil_kerja):
		frappe.throw(
			_("Langkah ke-{0}: indikator itu bukan milik hasil kerjanya. Muat ulang halaman.").format(ke)
		)


def _read_target(row, iki, tahap: str, ke: int) -> str | None:
	"""The figures as stored; None where they are the plan's already."""
	if salah := _find_salah(row, iki, tahap):
		frappe.throw(_("Langkah ke-{0}: {1}").format(ke, salah))
	angka = write_bulanan(read_bulanan(row.target_bulanan, list_bulan(row.bulan_mulai, row.bulan_selesai)))
	return None if angka == _get_rencana(row, iki) else angka


def _find_salah(row, iki, tahap: str) -> str | None:
	if tahap != Tahap.DITETAPKAN:
		return _("selama SKP belum ditetapkan, target bulanan ditulis pada SKP-nya (Kapan target jatuh).")
	if not can_bertarget(iki):
		return _(
			"target {0} berlaku utuh sejak masa pertama, tidak jatuh menurut bulan. Kosongkan angkanya."
		).format(iki.indikator)
	return find_salah_target(row.target_bulanan, row.bulan_mulai, row.bulan_selesai)


def _has_bulan(row) -> bool:
	"""What is wrong with the months themselves is said of them."""
	ada = row.bulan_mulai in BULAN and row.bulan_selesai in BULAN
	return ada and bool(list_bulan(row.bulan_mulai, row.bulan_selesai))


def find_salah_target(teks: str, mulai: str, selesai: str) -> str | None:
	try:
		read_bulanan(teks, list_bulan(mulai, selesai))
	except AngkaTidakJelas as salah:
		return str(salah)
	return None


def _check_tumpang(baris: Iterable) -> None:
	terisi: dict[tuple[str, Bulan], int] = {}
	for ke, row in enumerate(baris, 1):
		for bulan in (
			list_bulan(row.bulan_mulai, row.bulan_selesai) if row.target_bulanan and _has_bulan(row) else ()
		):
			lain = terisi.setdefault((row.indikator, bulan), ke)
			if lain != ke:
				frappe.throw(
					_(
						"Langkah ke-{0} dan ke-{1} sama-sama memuat target {2} untuk {3}. Tulis pada satu langkah saja."
					).format(lain, ke, _(str(bulan)), row.uraian_indikator)
				)


# --- the agreement


def take_target(doc) -> Usulan:
	"""The figures that are agreed on with ``doc``; its steps have none of their own from here on."""
	usulan = _collect(doc.baris)
	if usulan:
		_check_tanpa_perubahan(doc.skp)
	for row in doc.baris:
		row.target_bulanan = None
	return usulan


def _collect(baris: Iterable) -> Usulan:
	usulan: Usulan = defaultdict(dict)
	for row in baris:
		if row.target_bulanan:
			bulan = list_bulan(row.bulan_mulai, row.bulan_selesai)
			angka = zip(bulan, read_bulanan(row.target_bulanan, bulan), strict=True)
			usulan[row.indikator] |= {BULAN.index(ke) + 1: nilai for ke, nilai in angka}
	return dict(usulan)


def set_lintasan(doc, usulan: Usulan) -> None:
	"""The plan has the course that its Penilai has just agreed to in ``doc``, a rencana aksi, whose controller checked who
	he is. Targets stay: what falls when is all that changes."""
	skp = frappe.get_doc("SKP", doc.skp, for_update=True)
	indikator = {iki.kunci: iki for iki in skp.indikator}
	jejak = [_set(skp, indikator.get(kunci), angka) for kunci, angka in usulan.items()]
	skp.flags.oleh_layanan = True
	skp.save()
	add_jejak([("SKP", skp.name, kalimat) for kalimat in jejak])


def _set(skp, iki, angka: Mapping[int, Decimal]) -> str:
	if not iki or skp.tahap != Tahap.DITETAPKAN or not can_bertarget(iki):
		frappe.throw(
			_(
				"Sebuah target bulanan tidak sesuai lagi dengan SKP-nya. Minta pegawai memperbaiki rencana aksinya."
			)
		)
	kalimat = _describe_lintasan(iki, angka)
	iki.target_bulanan = write_bulanan(_lay(iki, angka))
	iki.lintasan = str(Lintasan.BULANAN)
	return _("Lintasan target menurut rencana aksi yang disepakati. {0}").format(kalimat)


def _check_tanpa_perubahan(skp: str) -> None:
	"""A change that is being written has the months as they were, and would put them back."""
	saring = {"skp": skp, "tahap": ("in", [*map(str, BELUM_DITETAPKAN)])}
	if frappe.db.exists("Perubahan SKP", saring):
		frappe.throw(
			_(
				"Perubahan SKP pegawai ini sedang disusun atau menunggu. Putuskan dahulu, lalu sepakati rencana aksi yang memuat target bulanan."
			)
		)
