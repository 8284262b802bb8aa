"""Which plans are evaluated for a period, what keeps one from it, and who has no part in it (p. 89-92).

Of an employee who moved the plan in force when the period ends is evaluated: the new Penilai evaluates (p. 91 no. 13). What
ended before by a move, or because somebody left, its Penilai still evaluates singly where that is due.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

import frappe
from frappe import _
from frappe.utils import escape_html, getdate

from kinerja_asn.constants.istilah import JenisEvaluasi, Tahap
from kinerja_asn.constants.tahapan import DISEPAKATI
from kinerja_asn.rules.masa import Masa
from kinerja_asn.services.bersama.periode import get_masa_evaluasi
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.penilaian.evaluasi import get_awal_evaluasi, name_evaluasi
from kinerja_asn.services.penilaian.kewenangan.pihak import find_rencana_lain
from kinerja_asn.services.penilaian.penyiapan.konteks import DOCTYPE, Konteks

_KOLOM = ("name", "pegawai", "pegawai_user", "penilai", "tahap", "awal", "akhir", "jenis_asn")


@dataclass(frozen=True)
class Calon:
	"""One evaluation to be prepared: of this plan, for this period of its owner."""

	skp: str
	pegawai: str
	penilai: str | None
	awal: date
	akhir: date
	masa: Masa
	masa_ke: int

	@property
	def kunci(self) -> tuple[str, int]:
		return self.skp, self.masa_ke


def get_calon(konteks: Konteks) -> tuple[list[Calon], Counter]:
	"""The evaluations that are due, and why how many plans have none."""
	sebab: Counter = Counter()
	find_masa = cache(partial(_find_masa, konteks))
	terakhir = {skp.pegawai: skp for skp in _read_skp(konteks)}
	calon = [baris for skp in terakhir.values() for baris in _pick(konteks, skp, find_masa, sebab)]
	return sorted(calon, key=lambda baris: (baris.masa.akhir, baris.skp)), sebab


def _read_skp(konteks: Konteks) -> list[frappe._dict]:
	"""Plans with a day in the period; of each employee the last one stands last."""
	skp, masa = frappe.qb.DocType("SKP"), konteks.masa
	query = frappe.qb.from_(skp).select(*_KOLOM).where(skp.periode == konteks.periode.name)
	query = query.where((skp.awal <= masa.akhir) & (skp.akhir >= masa.awal)).orderby(skp.urutan, skp.name)
	if konteks.unit is not None:
		query = query.where(skp.unit_kerja.isin([*konteks.unit]))
	return query.run(as_dict=True)


def _pick(konteks: Konteks, skp: frappe._dict, find_masa: Callable, sebab: Counter) -> Iterable[Calon]:
	if skp.tahap not in DISEPAKATI:
		sebab[_("SKP belum ditetapkan")] += 1
	elif skp.pegawai_user and skp.pegawai_user == frappe.session.user:
		sebab[_("milik Anda sendiri, dibuat Pejabat Penilainya atau pengelola kinerja lain")] += 1
	elif skp.tahap == Tahap.DITUTUP and getdate(skp.akhir) < konteks.masa.akhir:
		sebab[_("SKP berakhir sebelum masa ini selesai, dievaluasi Pejabat Penilainya bila perlu")] += 1
	else:
		for masa, tiba in find_masa(skp.jenis_asn, getdate(skp.awal), getdate(skp.akhir)):
			if tiba:
				yield _build(konteks, skp, masa)
			else:
				sebab[_("belum waktunya")] += 1


def _find_masa(konteks: Konteks, jenis_asn: str | None, awal: date, akhir: date) -> list[tuple[Masa, bool]]:
	"""The periods of such a plan that end in this one, and whether they may be evaluated yet: a PPPK Paruh Waktu has quarters,
	whatever the agency chose. Most plans are alike."""
	skp = frappe._dict(jenis_asn=jenis_asn, akhir=akhir)
	return [
		(masa, get_awal_evaluasi(konteks.periode, masa, konteks.jenis, skp) <= get_today())
		for masa in get_masa_evaluasi(konteks.periode.name, konteks.jenis, jenis_asn)
		if konteks.masa.awal <= masa.akhir <= konteks.masa.akhir
		if masa.akhir >= awal and masa.awal <= akhir
	]


def _build(konteks: Konteks, skp: frappe._dict, masa: Masa) -> Calon:
	ke = 0 if konteks.jenis == JenisEvaluasi.TAHUNAN else masa.ke
	return Calon(skp.name, skp.pegawai, skp.penilai, getdate(skp.awal), getdate(skp.akhir), masa, ke)


# --- of some of them


def find_ada(konteks: Konteks, calon: Collection[Calon]) -> set[tuple[str, int]]:
	"""Keys of those whose evaluation there is."""
	saring = {"jenis": str(konteks.jenis), "skp": ("in", [baris.skp for baris in calon] or [""])}
	rows = frappe.get_all(DOCTYPE, saring, ["skp", "masa_ke"])
	return {(row.skp, row.masa_ke) for row in rows}


def find_halangan(konteks: Konteks, calon: Collection[Calon]) -> dict[tuple[str, int], str]:
	"""Key -> why none is made and what to mend."""
	ganda, pindah = _find_ganda(konteks, calon), _find_pindah(konteks, calon)
	halangan = {}
	for baris in calon:
		if baris.kunci in pindah:
			halangan[baris.kunci] = pindah[baris.kunci]
		elif not baris.penilai:
			halangan[baris.kunci] = _(
				"SKP {0} tidak mempunyai Pejabat Penilai. Isi Reports to atau buat Penugasan Penilai, lalu catat pergantiannya "
				"di Perpindahan Kinerja."
			).format(escape_html(baris.skp))
		elif lain := ganda.get(baris.kunci):
			halangan[baris.kunci] = _(
				"Kinerja pada hari yang sama sudah dievaluasi atas SKP {0}. Satu hari hanya dievaluasi sekali."
			).format(escape_html(lain))
	return halangan


def _find_pindah(konteks: Konteks, calon: Collection[Calon]) -> dict[tuple[str, int], str]:
	"""Key -> on which other plan the period is evaluated, because somebody moved (p. 91-92 no. 13-14)."""
	pindah = {}
	for masa in {baris.masa for baris in calon}:
		sejalan = [baris for baris in calon if baris.masa == masa]
		rows = [frappe._dict(name=baris.skp, periode=konteks.periode.name) for baris in sejalan]
		kalimat = find_rencana_lain(rows, konteks.jenis, masa)
		pindah |= {baris.kunci: kalimat[baris.skp] for baris in sejalan if baris.skp in kalimat}
	return pindah


def _find_ganda(konteks: Konteks, calon: Collection[Calon]) -> dict[tuple[str, int], str]:
	"""As services/penilaian/evaluasi.py:check_sekali asks it of one: key -> the other plan of the same person."""
	lain = _read_evaluasi_lain(konteks, calon)
	ganda = {}
	for baris in calon:
		awal, akhir = max(baris.masa.awal, baris.awal), min(baris.masa.akhir, baris.akhir)
		for row in lain.get(baris.pegawai, ()):
			bertemu = getdate(row.skp_awal) <= akhir and getdate(row.skp_akhir) >= awal
			if row.skp != baris.skp and bertemu and getdate(row.awal) <= akhir and getdate(row.akhir) >= awal:
				ganda[baris.kunci] = row.skp
	return ganda


def _read_evaluasi_lain(konteks: Konteks, calon: Collection[Calon]) -> Mapping[str, list[frappe._dict]]:
	evaluasi, skp = frappe.qb.DocType(DOCTYPE), frappe.qb.DocType("SKP")
	query = frappe.qb.from_(evaluasi).join(skp).on(evaluasi.skp == skp.name)
	query = query.where(skp.pegawai.isin([*{baris.pegawai for baris in calon}, ""]))
	query = query.where(evaluasi.jenis == str(konteks.jenis))
	query = query.select(skp.pegawai, evaluasi.skp, evaluasi.awal, evaluasi.akhir)
	rows: dict[str, list[frappe._dict]] = defaultdict(list)
	for row in query.select(skp.awal.as_("skp_awal"), skp.akhir.as_("skp_akhir")).run(as_dict=True):
		rows[row.pegawai].append(row)
	return rows


def get_nama(konteks: Konteks, calon: Calon) -> str:
	return name_evaluasi(calon.skp, str(konteks.jenis), calon.masa_ke)


def describe_sebab(sebab: Mapping[str, int]) -> str:
	return "\n".join(_("{0} pegawai: {1}").format(banyak, kata) for kata, banyak in sebab.items())
