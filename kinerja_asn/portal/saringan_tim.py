"""How Tim Saya is filtered, sorted and grouped: read from the address, so that it works without script and can be kept."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import frappe
from frappe import _

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.portal.antrean import JENIS
from kinerja_asn.portal.dasar.halaman import get_alamat
from kinerja_asn.services.orang.unit import get_banyak_nama_unit, get_nama_unit

PANJANG_CARI = 100
PER_HALAMAN = 50
URUT = ("nama", "unit", "progres", "lapor", "tahap", "berkala")
KELOMPOK = ("unit", "progres", "tahap")
_KELAS = ("bahaya", "netral", "baik", "unggul")
_TAHAP = tuple(map(str, Tahap))


@dataclass(frozen=True)
class Saringan:
	"""What was chosen; "" is everything. ``jenis`` is about what waits, ``tahap`` about the plans."""

	periode: str = ""
	sebagai: str = "penilai"
	cari: str = ""
	unit: str = ""
	jenis: str = ""
	tahap: str = ""
	masa: str = ""
	urut: str = "nama"
	kelompok: str = ""
	nomor: int = 1

	def get_alamat(self, **lain) -> str:
		"""The address of the same view with ``lain`` chosen instead; what is usual is left out of it."""
		pilihan = replace(self, **lain)
		baku = Saringan()
		return get_alamat(
			"tim", **{kunci: nilai for kunci, nilai in vars(pilihan).items() if nilai != getattr(baku, kunci)}
		)

	def is_menyaring(self) -> bool:
		return any((self.cari, self.unit, self.jenis, self.tahap))

	def is_diatur(self) -> bool:
		return self.is_menyaring() or bool(self.kelompok) or self.urut != URUT[0]


def read_saringan(form, sebagai: tuple[str, ...]) -> Saringan:
	"""What the form says, as far as there is such a choice."""
	return Saringan(
		periode=str(form.get("periode") or ""),
		sebagai=_choose(form.get("sebagai"), sebagai, "penilai"),
		cari=str(form.get("cari") or "").strip()[:PANJANG_CARI],
		unit=str(form.get("unit") or ""),
		jenis=_choose(form.get("jenis"), JENIS, ""),
		tahap=_choose(form.get("tahap"), _TAHAP, ""),
		masa=str(form.get("masa") or "")[:PANJANG_CARI],
		urut=_choose(form.get("urut"), URUT, URUT[0]),
		kelompok=_choose(form.get("kelompok"), KELOMPOK, ""),
		nomor=int(nomor) if (nomor := str(form.get("nomor") or "1")).isdecimal() and len(nomor) < 5 else 1,
	)


def _choose(diminta: str | None, pilihan, baku: str) -> str:
	return diminta if diminta in pilihan else baku


def filter_rows(rows: list, saringan: Saringan) -> list:
	"""By unit and name: what the plans and what waits have in common."""
	cari = saringan.cari.casefold()
	return [
		row
		for row in rows
		if saringan.unit in ("", row.unit_kerja) and cari in (row.nama_pegawai or "").casefold()
	]


def filter_masa(rows: list, saringan: Saringan) -> list:
	"""Reports of one period: those of a whole team are read together."""
	return [row for row in rows if saringan.masa in ("", row.masa)]


def filter_tim(tim: list, saringan: Saringan) -> list:
	return [skp for skp in filter_rows(tim, saringan) if saringan.tahap in ("", skp.tahap)]


def filter_antrean(antrean: list, saringan: Saringan) -> list:
	return [row for row in filter_rows(antrean, saringan) if saringan.jenis in ("", row.kode)]


# --- order and groups of the team


def sort_tim(tim: list, saringan: Saringan) -> list:
	"""By what was chosen, and by name within it; the groups one after the other."""
	kunci = _get_kunci(saringan.urut)
	tim = sorted(tim, key=lambda skp: (kunci(skp), (skp.nama_pegawai or "").casefold()))
	if saringan.kelompok:
		tim.sort(key=_get_kunci(saringan.kelompok))
	return tim


def _get_kunci(urut: str) -> Callable:
	return {
		"nama": lambda skp: "",
		"unit": lambda skp: get_nama_unit(skp.unit_kerja).casefold(),
		"progres": lambda skp: _KELAS.index(skp.progres.kelas) if skp.progres else len(_KELAS),
		"lapor": lambda skp: -len(skp.belum_lapor),
		"tahap": lambda skp: _TAHAP.index(skp.tahap),
		"berkala": lambda skp: (not skp.berkala, not (skp.berkala and skp.berkala.lewat)),
	}[urut]


def group_tim(tim: list, saringan: Saringan) -> list[frappe._dict]:
	"""The sorted rows under their headings: judul ("" without groups), rows."""
	kelompok: dict[str, list] = {}
	for skp in tim:
		kelompok.setdefault(_describe_kelompok(skp, saringan.kelompok), []).append(skp)
	return [frappe._dict(judul=judul, rows=rows) for judul, rows in kelompok.items()]


def _describe_kelompok(skp, kelompok: str) -> str:
	if kelompok == "unit":
		return get_nama_unit(skp.unit_kerja) or _("Tanpa unit")
	if kelompok == "progres":
		return _(str(skp.progres.terpenting)) if skp.progres else _("SKP belum ditetapkan")
	return _(skp.tahap) if kelompok else ""


def cut_halaman(rows: list, halaman: int) -> tuple[list, int]:
	"""(the rows of this page, how many pages there are)."""
	banyak = max(-(-len(rows) // PER_HALAMAN), 1)
	mulai = (min(max(halaman, 1), banyak) - 1) * PER_HALAMAN
	return rows[mulai : mulai + PER_HALAMAN], banyak


# --- what can be chosen


def get_pilihan(tim: list, antrean: list) -> frappe._dict:
	unit = get_banyak_nama_unit(row.unit_kerja for row in (*tim, *antrean) if row.unit_kerja)
	return frappe._dict(
		unit=sorted(unit.items()),
		tahap=[tahap for tahap in _TAHAP if any(skp.tahap == tahap for skp in tim)],
		urut=list(_get_nama_urut().items()),
		kelompok=[("", _("Tanpa kelompok")), *_get_nama_kelompok().items()],
	)


def _get_nama_urut() -> dict[str, str]:
	return {
		"nama": _("Nama"),
		"unit": _("Unit kerja"),
		"progres": _("Kemajuan, yang tertinggal dahulu"),
		"lapor": _("Laporan terlambat, yang terbanyak dahulu"),
		"tahap": _("Tahap SKP"),
		"berkala": _("Umpan balik berkala, yang ditunggu dahulu"),
	}


def _get_nama_kelompok() -> dict[str, str]:
	return {"unit": _("Unit kerja"), "progres": _("Kemajuan"), "tahap": _("Tahap SKP")}
