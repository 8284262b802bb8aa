"""Which result of a unit counts for an evaluation, and why: that of its period, or last year's (p. 92-94)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import JenisEvaluasi, PredikatOrganisasi, Rating
from kinerja_asn.rules.organisasi import is_memakai_tahun_lalu, rating_pimpinan
from kinerja_asn.rules.predikat import Usulan
from kinerja_asn.services.bersama.periode import get_masa_evaluasi, get_periode
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.unit import get_nama_unit
from kinerja_asn.services.penilaian.organisasi.pimpinan import find_dipimpin

DOCTYPE = "Kinerja Unit"


@dataclass(frozen=True)
class Berlaku:
	"""``keterangan``: where it is not simply the result of the period, which it is and why."""

	predikat: str | None = None
	keterangan: str | None = None


def get_masa_unit(periode: str, jenis: JenisEvaluasi, akhir: date) -> int:
	"""Number of the unit's period that an evaluation which ends on ``akhir`` stands on: units are evaluated as their agency
	chose, also where a person is by quarters."""
	if jenis != JenisEvaluasi.PERIODIK:
		return 0
	masa = get_masa_evaluasi(periode, jenis)
	return next(bagian.ke for bagian in masa if akhir <= bagian.akhir)


def get_kunci_unit(unit_kerja: str, periode: str, jenis: JenisEvaluasi, akhir: date) -> dict:
	masa_ke = get_masa_unit(periode, jenis, akhir)
	return {"unit_kerja": unit_kerja, "periode": periode, "jenis": str(jenis), "masa_ke": masa_ke}


def get_berlaku(unit: str | None, periode: str, jenis: JenisEvaluasi, akhir: date) -> Berlaku:
	"""The result that an evaluation which ends on ``akhir`` stands on."""
	masa_ke = get_masa_unit(periode, jenis, akhir)
	return find_berlaku([unit], periode, jenis, masa_ke).get(unit, Berlaku()) if unit else Berlaku()


def find_berlaku(
	unit: Collection[str], periode: str, jenis: JenisEvaluasi, masa_ke: int
) -> dict[str, Berlaku]:
	"""Unit -> the result that counts, of those for which one does; in two queries."""
	kini = _read(unit, periode, jenis, masa_ke)
	if jenis != JenisEvaluasi.TAHUNAN:
		return {nama: Berlaku(row.predikat_organisasi) for nama, row in kini.items()}
	tahun = get_periode(periode).tahun
	terlambat = [
		nama for nama in unit if is_memakai_tahun_lalu(tahun, _get_hari(kini.get(nama)), get_today())
	]
	lalu = _read(terlambat, _find_periode_lalu(periode), jenis, 0)
	berlaku = {nama: _choose(tahun, kini.get(nama), lalu.get(nama), nama in terlambat) for nama in unit}
	return {nama: isi for nama, isi in berlaku.items() if isi.predikat}


def _read(
	unit: Collection[str], periode: str | None, jenis: JenisEvaluasi, masa_ke: int
) -> dict[str, frappe._dict]:
	if not unit or not periode:
		return {}
	kunci = {"periode": periode, "jenis": str(jenis), "masa_ke": masa_ke, "unit_kerja": ("in", [*unit])}
	rows = frappe.get_all(DOCTYPE, kunci, ["unit_kerja", "predikat_organisasi", "ditetapkan_pada"])
	return {row.unit_kerja: row for row in rows if row.predikat_organisasi}


def _find_periode_lalu(periode: str) -> str | None:
	kini = get_periode(periode)
	return frappe.db.get_value(
		"Periode Kinerja", {"instansi": kini.instansi, "tahun": kini.tahun - 1}, "name"
	)


def _get_hari(row) -> date | None:
	return getdate(row.ditetapkan_pada) if row and row.ditetapkan_pada else None


def _choose(tahun: int, kini, lalu, terlambat: bool) -> Berlaku:
	if terlambat and lalu:
		kalimat = _(
			"Predikat tahun {0}: capaian kinerja organisasi tahun {1} dikeluarkan melebihi Januari {2} (hlm. 94 huruf f)."
		)
		return Berlaku(lalu.predikat_organisasi, kalimat.format(tahun - 1, tahun, tahun + 1))
	if terlambat and kini:
		kalimat = _(
			"Dikeluarkan melebihi Januari {0}; predikat tahun {1} tidak tercatat, sehingga predikat ini dipakai."
		)
		return Berlaku(kini.predikat_organisasi, kalimat.format(tahun + 1, tahun - 1))
	return Berlaku(kini.predikat_organisasi) if kini else Berlaku()


# --- of whoever leads a unit


@dataclass(frozen=True)
class HasilUnit:
	"""The result of the unit that somebody leads."""

	unit: str
	predikat: PredikatOrganisasi

	@property
	def rating(self) -> Rating:
		return rating_pimpinan(self.predikat)


def find_hasil_pimpinan(
	pegawai: Collection[str], periode: str, jenis: JenisEvaluasi, akhir: date
) -> dict[str, HasilUnit]:
	"""Employee -> the result of the unit he leads, of those who lead one that has a result."""
	return find_hasil_dipimpin(find_dipimpin(periode, pegawai), periode, jenis, akhir)


def find_hasil_dipimpin(
	dipimpin: Mapping[str, str], periode: str, jenis: JenisEvaluasi, akhir: date
) -> dict[str, HasilUnit]:
	"""The same of heads whose units are known (``dipimpin``)."""
	if not dipimpin:
		return {}
	berlaku = find_berlaku([*dipimpin.values()], periode, jenis, get_masa_unit(periode, jenis, akhir))
	return {
		nama: HasilUnit(unit, PredikatOrganisasi(berlaku[unit].predikat))
		for nama, unit in dipimpin.items()
		if unit in berlaku
	}


def follow_hasil_unit(usulan: Usulan, hasil: HasilUnit | None) -> Usulan:
	"""The head's rating of hasil kerja is his unit's result (SE MenPANRB 3/2023); what his own rows say stands below it."""
	if not hasil:
		return usulan
	kalimat = _(
		"Pegawai memimpin {0} yang predikat kinerja organisasinya {1}: hasil kerjanya mengikuti, {2}."
	).format(get_nama_unit(hasil.unit), _(str(hasil.predikat)), _(str(hasil.rating)))
	alasan = [kalimat]
	if usulan.rating:
		alasan.append(_("Menurut barisnya sendiri: {0}.").format(_(str(usulan.rating))))
	return Usulan(hasil.rating, (*alasan, *usulan.alasan))
