"""What the drafting form of an SKP or Perubahan SKP shows around what was typed: its choices and explanations."""

from collections import defaultdict
from collections.abc import Iterable

import frappe
from frappe import _

from kinerja_asn.constants.istilah import (
	Arah,
	Aspek,
	CaraHitung,
	Frekuensi,
	Istilah,
	JenisHasilKerja,
	JenisLampiran,
	KategoriLampiran,
	KualitasHasil,
	Lintasan,
	Pendekatan,
	PenugasanSebagai,
	Penyelarasan,
	Perspektif,
	SumberHasil,
)
from kinerja_asn.constants.masyarakat import LAYANAN, UkuranLayanan
from kinerja_asn.constants.ukuran import PERIODE_PELAPORAN
from kinerja_asn.permissions.dokumen import get_kondisi
from kinerja_asn.portal.dasar.dialog import build_dialog
from kinerja_asn.portal.perencanaan.bantuan_skp import find_sebelumnya, get_dibawa
from kinerja_asn.portal.perencanaan.baris_skp import (
	build_hasil,
	build_indikator,
	get_teks_angka,
	is_hasil_terisi,
	is_indikator_terisi,
	number_baris,
)
from kinerja_asn.rules.formulir import is_formulir_jpt
from kinerja_asn.rules.saran import Saran
from kinerja_asn.services.perencanaan.penugasan.baris_penugasan import SUMBER_TERCATAT
from kinerja_asn.services.perencanaan.penyelarasan.hasil_pimpinan import get_pilihan_rhk_pimpinan, is_pilihan
from kinerja_asn.services.perencanaan.penyelarasan.perjanjian import get_perjanjian_pegawai, get_pilihan
from kinerja_asn.services.perencanaan.skp.saran import check_penetap, find_saran

_KONSEKUENSI = (JenisLampiran.POSITIF, JenisLampiran.NEGATIF)


def build_formulir(doc, isian, form=None) -> frappe._dict:
	"""All that templates/kinerja/formulir_skp.html needs to show ``isian`` of ``doc``.

	``form`` holds remarks that were typed but not sent yet.
	"""
	number_baris(isian)
	_link_tersimpan(doc, isian)
	_find_target_semula(isian)
	perjanjian = get_perjanjian_pegawai(doc.pegawai, doc.periode)
	return frappe._dict(
		isian=isian,
		jpt=is_formulir_jpt(doc.formulir),
		kualitatif=isian.pendekatan == Pendekatan.KUALITATIF,
		pilihan=build_pilihan(doc, isian, perjanjian),
		lampiran=build_kelompok_lampiran(isian),
		belum_dibawa=[row for row in perjanjian if row.kunci not in get_dibawa(isian)],
		sebelumnya=find_sebelumnya(doc, isian),
		saran=build_saran(doc, isian),
		dialog=build_dialog(doc, form),
		# A Perubahan SKP may take an assigned row away: the Penilai sees that it does.
		penugasan_tetap=doc.doctype == "SKP",
	)


def _find_target_semula(isian) -> None:
	"""A target that the qualitative form does not show in its narrative would go unseen."""
	for hasil in isian.hasil_kerja:
		for iki in hasil.indikator:
			target = iki.naratif.strip() or get_teks_angka(iki)
			iki.target_semula = "" if target in iki.indikator else target


def _link_tersimpan(doc, isian) -> None:
	"""What is known of a row that is stored already: the key its remarks belong to, its assignment, its leader's row."""
	hasil_kerja = {row.name: row for row in doc.hasil_kerja}
	indikator = {row.name: row for row in doc.indikator}
	rhk = get_pilihan_rhk_pimpinan(doc)
	for hasil in isian.hasil_kerja:
		lama = hasil_kerja.get(hasil.name) or frappe._dict()
		hasil.kunci, hasil.penugasan = lama.get("kunci"), lama.get("penugasan")
		hasil.pilihan_rhk = _list_rhk(hasil, rhk, lama)
		hasil.pilihan_sumber = _list_sumber(hasil)
		for iki in hasil.indikator:
			iki.kunci = (indikator.get(iki.name) or frappe._dict()).get("kunci")


def _list_rhk(hasil, rhk: list, lama) -> list[tuple[str, str]]:
	"""The leaders' rows that this one may serve; also the one it serves although its SKP has been closed."""
	pilihan = [(row.kunci, row.rencana_hasil_kerja) for row in rhk if is_pilihan(hasil, row)]
	tetap = lama.get("rhk_pimpinan")
	if tetap and tetap not in dict(pilihan):
		pilihan.append((tetap, lama.rhk_pimpinan_uraian))
	return pilihan


def _list_sumber(hasil) -> list[tuple[str, str]]:
	"""What a decision or the leader's matrix wrote is shown, and not offered to others."""
	return [
		pilihan
		for pilihan in _list(SumberHasil)
		if pilihan[0] not in SUMBER_TERCATAT or pilihan[0] == hasil.sumber
	]


def build_saran(doc, isian) -> dict[str, list[str]]:
	"""Suggestions on what stands in the form, by the ``kode`` of the row; under "" those about the whole."""
	hasil, indikator = [], []
	for baris in filter(is_hasil_terisi, isian.hasil_kerja):
		hasil.append({**build_hasil(baris)[0], "kunci": baris.kode, "idx": baris.nomor})
		for iki in filter(is_indikator_terisi, baris.indikator):
			row = build_indikator(iki, baris.nomor, isian.pendekatan == Pendekatan.KUALITATIF)[0]
			indikator.append({**row, "kunci": iki.kode, "idx": iki.nomor, "hasil_kerja": baris.kode})
	return group_saran(doc, find_saran(doc, hasil, indikator))


def group_saran(doc, daftar: list[Saran]) -> dict[str, list[str]]:
	"""Sentences by the kunci of their row; under "" those about the whole, who sets the SKP among them."""
	kelompok = defaultdict(list)
	for saran in daftar:
		kelompok[saran.kunci or ""].append(saran.pesan)
	if penetap := check_penetap(doc):
		kelompok[""].append(penetap)
	return dict(kelompok)


def build_pilihan(doc, isian, perjanjian: list) -> frappe._dict:
	"""The options of the form's lists: (value, label)."""
	return frappe._dict(
		pendekatan=_list(Pendekatan) if may_pilih_pendekatan(doc) else [],
		pk=_list_perjanjian_unit(doc, isian, {row.kunci for row in perjanjian}),
		perjanjian=[(row.kunci, f"{row.sasaran}: {row.indikator}") for row in perjanjian],
		jenis=_list(JenisHasilKerja),
		aspek=_list(Aspek),
		arah=list_arah(),
		hitung=list(get_penjelasan_hitung().items()),
		lintasan=list(get_penjelasan_lintasan().items()),
		perspektif=_list(Perspektif),
		kualitas=_list(KualitasHasil),
		penyelarasan=_list(Penyelarasan),
		sebagai=_list(PenugasanSebagai),
		periode=_list(PERIODE_PELAPORAN),
		frekuensi=_list(Frekuensi),
		layanan=_list_layanan(isian),
		ukuran=_list(UkuranLayanan),
	)


def _list_perjanjian_unit(doc, isian, dipimpin: set[str]) -> list[tuple[str, str]]:
	"""On what a row may hang while the leader has no SKP, or hangs since he had none; not on one's own agreement."""
	if not any(hasil.pk or not hasil.pilihan_rhk for hasil in isian.hasil_kerja):
		return []
	return [(row.kunci, row.uraian) for row in get_pilihan(doc) if row.kunci not in dipimpin]


def _list_layanan(isian) -> list[tuple[str, str]]:
	"""Services of one's unit, of which citizens speak; also one that a row names already."""
	dipakai = {iki.layanan for hasil in isian.hasil_kerja for iki in hasil.indikator if iki.layanan}
	table = frappe.qb.DocType(LAYANAN)
	boleh = get_kondisi(LAYANAN) | table.name.isin(sorted(dipakai) or [""])
	query = frappe.qb.from_(table).select(table.name, table.nama_layanan).where(boleh)
	return list(query.orderby(table.nama_layanan).run())


def may_pilih_pendekatan(doc) -> bool:
	"""A change during the year keeps the approach of its SKP."""
	return not doc.meta.get_field("pendekatan").read_only


def _list(istilah: Iterable[Istilah]) -> list[tuple[str, str]]:
	return [(str(nilai), _(str(nilai))) for nilai in istilah]


def build_kelompok_lampiran(isian) -> list[frappe._dict]:
	"""The three parts of form A.1.8 (p. 60-61) with their rows."""
	return [
		frappe._dict(
			kategori=str(kategori),
			penjelasan=penjelasan,
			jenis=[(str(nilai), _(str(nilai))) for nilai in jenis],
			baris=[row for row in isian.lampiran if row.kategori == kategori],
		)
		for kategori, penjelasan, jenis in (
			(
				KategoriLampiran.SUMBER_DAYA,
				_("Apa yang Anda perlukan agar hasil kerja tercapai."),
				[jenis_lampiran for jenis_lampiran in JenisLampiran if jenis_lampiran not in _KONSEKUENSI],
			),
			(
				KategoriLampiran.PERTANGGUNGJAWABAN,
				_("Kapan dan dengan apa kemajuan dilaporkan kepada pimpinan. Jadwalnya menjadi pengingat."),
				[],
			),
			(
				KategoriLampiran.KONSEKUENSI,
				_("Apa yang disepakati bila hasil kerja tercapai atau tidak tercapai."),
				_KONSEKUENSI,
			),
		)
	]


def list_arah() -> list[tuple[str, str, str]]:
	"""(arah, what it means, an example)."""
	contoh = {
		Arah.NAIK: _("Misalnya jumlah dokumen yang selesai."),
		Arah.TURUN: _("Misalnya lama waktu tunggu."),
		Arah.RENTANG: _("Misalnya serapan anggaran 95 sampai 100 persen."),
		Arah.YA_TIDAK: _("Misalnya peraturan yang terbit."),
		Arah.NARATIF: _("Misalnya mutu kajian yang dinilai dari isinya."),
	}
	return [(str(arah), get_penjelasan_arah()[arah], contoh[arah]) for arah in Arah]


def get_penjelasan_arah() -> dict[str, str]:
	return {
		str(Arah.NAIK): _("makin besar makin baik"),
		str(Arah.TURUN): _("makin kecil makin baik"),
		str(Arah.RENTANG): _("baik di dalam rentang"),
		str(Arah.YA_TIDAK): _("tercapai atau tidak"),
		str(Arah.NARATIF): _("target berupa kalimat"),
	}


def get_penjelasan_hitung() -> dict[str, str]:
	return {
		str(CaraHitung.JUMLAH): _("tiap masa ditambahkan"),
		str(CaraHitung.RATA_RATA): _("tiap masa dirata-ratakan"),
		str(CaraHitung.NILAI_TERAKHIR): _("masa terakhir dipakai"),
		str(CaraHitung.JUMLAH_KUMULATIF): _("yang ditulis jumlah sejak awal"),
		str(CaraHitung.RATA_RATA_KUMULATIF): _("yang ditulis rata-rata sejak awal"),
	}


def get_penjelasan_lintasan() -> dict[str, str]:
	return {
		str(Lintasan.MERATA): _("bagian yang sama tiap masa"),
		str(Lintasan.BULANAN): _("menurut dua belas angka"),
		str(Lintasan.MUSIMAN): _("menurut realisasi tahun lalu"),
	}
