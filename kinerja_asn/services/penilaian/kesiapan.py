"""What an evaluation lacks before it stands on all that was done: said first, on what is there now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import frappe
from frappe import _

from kinerja_asn.constants.istilah import Istilah, JenisEvaluasi, StatusPenugasan, Tahap
from kinerja_asn.constants.tahapan import DILAPORKAN, DISEPAKATI, DISUSUN, DIVERIFIKASI
from kinerja_asn.rules.masa import Masa
from kinerja_asn.services.orang.pihak import get_data
from kinerja_asn.services.orang.unit import get_nama_unit
from kinerja_asn.services.pelaksanaan.pelaporan.keterlambatan import MASA_DISEBUT, name_masa
from kinerja_asn.services.pelaksanaan.progres import get_masa_jatuh_tempo
from kinerja_asn.services.penilaian.organisasi.pimpinan import get_kepemimpinan
from kinerja_asn.services.penilaian.organisasi.predikat import get_berlaku
from kinerja_asn.services.perencanaan.skp.perubahan import get_mulai


class Perihal(Istilah):
	"""What is waited for."""

	UNIT = "Capaian organisasi"
	PERUBAHAN = "Perubahan SKP"
	PENUGASAN = "Penugasan"
	BELUM_DIVERIFIKASI = "Realisasi belum diverifikasi"
	BELUM_DILAPORKAN = "Realisasi belum dilaporkan"
	TERLEWAT = "Realisasi diverifikasi kemudian"


@dataclass(frozen=True)
class Kekurangan:
	"""``dokumen``: the record in which it is mended. ``menghalangi``: nothing is set before it is."""

	perihal: Perihal
	kalimat: str
	doctype: str | None = None
	dokumen: str | None = None
	menghalangi: bool = False


def find_kekurangan(skp, jenis: JenisEvaluasi, masa: Masa) -> list[Kekurangan]:
	"""What the evaluation of ``skp`` (its document or its row) for ``masa`` lacks; what hinders it first.

	The caller has checked that the reader may see the evaluation: its readers see all that is named here.
	"""
	return [
		*_find_unit(skp, jenis, masa),
		*find_perubahan(skp, masa.akhir),
		*_find_penugasan(skp),
		*_find_realisasi(skp, masa.akhir),
	]


def _find_unit(skp, jenis: JenisEvaluasi, masa: Masa) -> Iterator[Kekurangan]:
	if not get_berlaku(skp.unit_penilai, skp.periode, jenis, masa.akhir).predikat:
		yield Kekurangan(Perihal.UNIT, _describe_unit(skp, masa), menghalangi=True)


def _describe_unit(skp, masa: Masa) -> str:
	unit = get_nama_unit(skp.unit_penilai) or _("unit Pejabat Penilai")
	penetap = skp.unit_penilai and get_kepemimpinan(skp.periode, skp.unit_penilai).penetap
	if not penetap:
		return _(
			"Capaian kinerja organisasi {0} untuk {1} belum ada, dan penetapnya belum ditentukan."
		).format(unit, masa.label)
	return _("Capaian kinerja organisasi {0} untuk {1} belum ditetapkan {2}.").format(
		unit, masa.label, get_data(penetap).employee_name or penetap
	)


def find_terlewat(evaluasi) -> list[Kekurangan]:
	"""Reports that were verified after the evaluation was set: it counts them once it is a draft again."""
	if not evaluasi.ditetapkan_pada or evaluasi.tahap in DISUSUN:
		return []
	rows = frappe.get_all(
		"Realisasi Kinerja",
		{
			"skp": evaluasi.skp,
			"akhir": ("<=", evaluasi.akhir),
			"tahap": ("in", [str(tahap) for tahap in DIVERIFIKASI]),
			"ditetapkan_pada": (">", evaluasi.ditetapkan_pada),
		},
		["name", "masa"],
		order_by="akhir",
	)
	kalimat = _(
		"Realisasi {0} diverifikasi setelah evaluasi ini ditetapkan. Perbaiki evaluasinya agar ikut dihitung."
	)
	return [
		Kekurangan(Perihal.TERLEWAT, kalimat.format(row.masa), "Realisasi Kinerja", row.name) for row in rows
	]


# --- changes of the plan


def find_perubahan(skp, akhir: date) -> list[Kekurangan]:
	"""Changes that would alter the plan which is evaluated up to ``akhir``. One that its Penilai has to decide on hinders."""
	rows = frappe.get_all(
		"Perubahan SKP",
		{"skp": skp.name, "tahap": ("not in", [str(tahap) for tahap in DISEPAKATI])},
		["name", "nomor", "tahap", "berlaku_mulai", "nama_pegawai"],
	)
	return [_describe_perubahan(row) for row in rows if get_mulai(row, skp) <= akhir]


def _describe_perubahan(row) -> Kekurangan:
	diajukan = row.tahap == Tahap.DIAJUKAN
	kalimat = (
		_("Perubahan ke-{0} SKP ini menunggu keputusan. Tetapkan atau kembalikan dahulu.").format(row.nomor)
		if diajukan
		else _(
			"Perubahan ke-{0} SKP ini belum diajukan {1}. Setelah evaluasi ditetapkan, perubahan itu hanya dapat dibatalkan."
		).format(row.nomor, row.nama_pegawai)
	)
	return Kekurangan(Perihal.PERUBAHAN, kalimat, "Perubahan SKP", row.name, menghalangi=diajukan)


# --- assignments


def _find_penugasan(skp) -> Iterator[Kekurangan]:
	saring = {"pegawai": skp.pegawai, "periode": skp.periode, "status": str(StatusPenugasan.MENUNGGU)}
	for row in frappe.get_all("Penugasan Kinerja", saring, ["name", "rencana_hasil_kerja"]):
		kalimat = _('Penugasan "{0}" menunggu keputusan.').format(row.rencana_hasil_kerja)
		yield Kekurangan(Perihal.PENUGASAN, kalimat, "Penugasan Kinerja", row.name)


# --- reports


def _find_realisasi(skp, akhir: date) -> Iterator[Kekurangan]:
	laporan = {row.masa_ke: row for row in _get_laporan(skp)}
	belum, menunggu = [], 0
	for masa in get_masa_jatuh_tempo(skp, akhir):
		row = laporan.get(masa.ke)
		if not row or row.tahap not in DILAPORKAN:
			belum.append(masa.label)
		elif row.tahap == Tahap.DIAJUKAN and (menunggu := menunggu + 1) <= MASA_DISEBUT:
			kalimat = _("Realisasi {0} belum diverifikasi, sehingga belum ikut dihitung.").format(masa.label)
			yield Kekurangan(Perihal.BELUM_DIVERIFIKASI, kalimat, "Realisasi Kinerja", row.name)
	if belum:
		yield Kekurangan(
			Perihal.BELUM_DILAPORKAN,
			_("Realisasi {0} belum dilaporkan {1}.").format(name_masa(belum), skp.nama_pegawai),
		)


def _get_laporan(skp) -> list[frappe._dict]:
	return frappe.get_all("Realisasi Kinerja", {"skp": skp.name}, ["name", "masa_ke", "tahap"])
