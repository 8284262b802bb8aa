"""The page of the tree: its nodes in words, where each leads, and the branches that match a search."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import frappe
from frappe import _
from frappe.utils import get_url_to_form

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import ROLES
from kinerja_asn.constants.tahapan import DISEPAKATI
from kinerja_asn.portal.dasar.halaman import get_alamat
from kinerja_asn.portal.dasar.progres import KELAS_TAHAP, name_diambil_alih, summarize_status
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.services.bersama.angka import format_tampil
from kinerja_asn.services.orang.unit import get_nama_unit
from kinerja_asn.services.pelaksanaan.pemantauan.pohon import Cabang, Pohon, Simpul
from kinerja_asn.services.perencanaan.skp.rencana import get_teks_target

TINGKAT_TERBUKA = 2


@dataclass
class Butir:
	"""A node as the page shows it. ``lencana``: (words, colour)."""

	judul: str
	keterangan: str = ""
	lencana: list[tuple[str, str]] = field(default_factory=list)
	alamat: str | None = None
	jangkar: str = ""
	anak: list["Butir"] = field(default_factory=list)
	terbuka: bool = False


# --- what may be chosen


def get_daftar_periode() -> list[str]:
	return frappe.get_list("Periode Kinerja", pluck="name", order_by="tahun desc")


def choose_unit(daftar: list[tuple[str, str]], diminta: str | None) -> str | None:
	return diminta if diminta in dict(daftar) else None


# --- nodes in words


def build_tampilan(pohon: Pohon, cari: str = "") -> list[Butir]:
	"""The tree as the page shows it; with ``cari`` only branches in which something matches, opened up to it."""
	pembaca = _Pembaca()
	akar = [
		*(_build_perjanjian(daftar, pembaca) for daftar in pohon.perjanjian.values()),
		*_build_kelompok(_("Belum selaras: {0}"), pohon.lepas, pembaca),
		*_build_kelompok(_("Mendukung hasil kerja di luar tampilan ini: {0}"), pohon.luar, pembaca),
	]
	if cari:
		return [butir for butir in akar if _prune(butir, cari.casefold())]
	_open(akar, 1)
	return akar


def _open(daftar: Iterable[Butir], tingkat: int) -> None:
	for butir in daftar:
		butir.terbuka = True
		if tingkat < TINGKAT_TERBUKA:
			_open(butir.anak, tingkat + 1)


def _prune(butir: Butir, cari: str) -> bool:
	"""Keeps the branches that lead to a match; what stands under a match stays, folded."""
	cocok = cari in f"{butir.judul} {butir.keterangan}".casefold()
	tersisa = [anak for anak in butir.anak if _prune(anak, cari)]
	if tersisa or not cocok:
		butir.anak, butir.terbuka = tersisa, True
	return cocok or bool(tersisa)


def _build_perjanjian(daftar: list[Cabang], pembaca: "_Pembaca") -> Butir:
	pk = daftar[0].baris
	return Butir(
		judul=_("Perjanjian Kinerja {0}").format(get_nama_unit(pk.unit_kerja)),
		keterangan=pk.nama_pimpinan or "",
		lencana=[(_(pk.status), "baik" if pk.status == "Ditetapkan" else "netral")],
		anak=[_build_cabang(cabang, pembaca) for cabang in daftar],
	)


def _build_cabang(cabang: Cabang, pembaca: "_Pembaca") -> Butir:
	tak_dimuat = not (cabang.anak or cabang.rujukan)
	return Butir(
		judul=cabang.baris.indikator,
		keterangan=_("{0}. Target: {1}").format(cabang.baris.sasaran, get_teks_target(cabang.baris)),
		lencana=[(_("Belum ada hasil kerja yang terlihat oleh Anda"), "ingat")] if tak_dimuat else [],
		anak=[
			*(_build_simpul(simpul, pembaca) for simpul in cabang.anak),
			*(_build_rujukan(simpul) for simpul in cabang.rujukan),
		],
	)


def _build_simpul(simpul: Simpul, pembaca: "_Pembaca") -> Butir:
	baris = simpul.baris
	return Butir(
		judul=baris.rencana_hasil_kerja,
		keterangan=_join(baris.nama_pegawai, baris.jabatan_pegawai, _describe_cara(baris)),
		lencana=_get_lencana(simpul),
		alamat=pembaca.get_alamat(baris),
		jangkar=f"h-{baris.kunci}",
		anak=[_build_simpul(anak, pembaca) for anak in simpul.anak],
	)


def _build_rujukan(simpul: Simpul) -> Butir:
	return Butir(
		judul=simpul.baris.rencana_hasil_kerja,
		keterangan=_join(simpul.baris.nama_pegawai, _("tampil di tempat lain pada pohon ini")),
		alamat=f"#h-{simpul.baris.kunci}",
	)


def _build_kelompok(judul: str, daftar: list[Simpul], pembaca: "_Pembaca") -> list[Butir]:
	per_unit: dict[str, list[Butir]] = {}
	for simpul in daftar:
		unit = get_nama_unit(simpul.baris.unit_kerja) or _("Tanpa unit")
		per_unit.setdefault(unit, []).append(_build_simpul(simpul, pembaca))
	return [Butir(judul.format(unit), anak=per_unit[unit]) for unit in sorted(per_unit)]


def _get_lencana(simpul: Simpul) -> list[tuple[str, str]]:
	lencana = []
	if simpul.diambil_alih:
		lencana.append((name_diambil_alih(), "netral"))
	elif simpul.progres:
		ringkas = summarize_status([progres.status for progres in simpul.progres])
		lencana.append((ringkas.kalimat, ringkas.kelas))
	elif simpul.baris.tahap not in DISEPAKATI:
		kelas = KELAS_TAHAP[Tahap(simpul.baris.tahap)]
		lencana.append((_("SKP: {0}").format(_(simpul.baris.workflow_state)), kelas))
	if simpul.is_menunggu:
		lencana.append((_("Menunggu SKP pimpinan"), "ingat"))
	if simpul.turunan is not None:
		lencana.append(
			(_("Informasi: turunan langsung mencapai {0} %").format(format_tampil(simpul.turunan)), "info")
		)
	return lencana


def _describe_cara(baris) -> str:
	if not baris.penyelarasan:
		return ""
	if not baris.porsi:
		return _(baris.penyelarasan)
	return _("{0}, porsi {1} %").format(_(baris.penyelarasan), format_tampil(to_decimal(baris.porsi)))


def _join(*bagian: str | None) -> str:
	return " · ".join(teks for teks in bagian if teks)


class _Pembaca:
	"""Where the session user reads an SKP: his own page, the team's page, or the desk of those who run the system."""

	def __init__(self):
		self.user = frappe.session.user
		self.berdesk = any(ROLES.get(peran) for peran in frappe.get_roles())

	def get_alamat(self, baris) -> str | None:
		if baris.pegawai_user == self.user:
			return get_alamat("skp", name=baris.skp)
		if self.user in (baris.penilai_user, baris.atasan_penilai_user):
			return get_alamat("tim/skp", name=baris.skp)
		return get_url_to_form("SKP", baris.skp) if self.berdesk else None
