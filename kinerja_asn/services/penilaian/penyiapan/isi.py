"""The evaluations themselves, as rows ready to be written: what EvaluasiKinerja.fill_isi gathers for one, for many."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import frappe

from kinerja_asn.constants.istilah import DasarPenilai, JenisEvaluasi
from kinerja_asn.services.penilaian.evaluasi import build_hasil, build_perilaku, propose_rating
from kinerja_asn.services.penilaian.kewenangan.pihak import Kewenangan, get_dialihkan_pada
from kinerja_asn.services.penilaian.organisasi.predikat import (
	Berlaku,
	HasilUnit,
	find_berlaku,
	find_hasil_dipimpin,
	follow_hasil_unit,
	get_masa_unit,
)
from kinerja_asn.services.penilaian.penyiapan.bahan import Terkumpul
from kinerja_asn.services.penilaian.penyiapan.calon import Calon, get_nama
from kinerja_asn.services.penilaian.penyiapan.konteks import DOCTYPE, HASIL, PERILAKU, Konteks

TABEL = {"hasil": HASIL, "perilaku": PERILAKU}


@dataclass(frozen=True)
class Siap:
	"""One evaluation: its row, and DocType -> the rows of its tables."""

	calon: Calon
	evaluasi: dict
	baris: dict[str, list[dict]]

	@property
	def catatan(self) -> frappe._dict:
		return frappe._dict(self.evaluasi)

	@property
	def biasa(self) -> bool:
		"""Does the plan's own Penilai evaluate, as the direct superior? Otherwise it leaves a trace."""
		return self.evaluasi["dasar_penilai"] == DasarPenilai.ATASAN_LANGSUNG


@dataclass(frozen=True)
class Organisasi:
	"""Unit -> the result that counts for those its head evaluates; head -> that of the unit he leads."""

	berlaku: Mapping[str, Berlaku]
	hasil: Mapping[str, HasilUnit]


def read_organisasi(
	konteks: Konteks, daftar: Collection[Mapping], kewenangan: Collection[Kewenangan], akhir: date
) -> Organisasi:
	"""Of evaluations of the plans ``daftar`` that all end on ``akhir``; ``kewenangan``: who makes them."""
	periode, jenis = konteks.periode.name, konteks.jenis
	unit = {siapa.pihak["unit_penilai"] for siapa in kewenangan} - {None, ""}
	dipimpin = {
		skp["pegawai"]: konteks.dipimpin[skp["pegawai"]]
		for skp in daftar
		if skp["pegawai"] in konteks.dipimpin
	}
	return Organisasi(
		find_berlaku(unit, periode, jenis, get_masa_unit(periode, jenis, akhir)),
		find_hasil_dipimpin(dipimpin, periode, jenis, akhir),
	)


def build(konteks: Konteks, isi: Terkumpul, organisasi: Organisasi) -> Siap:
	calon = isi.calon
	nama = get_nama(konteks, calon)
	tabel = {
		"hasil": build_hasil(
			isi.rencana, calon.masa.akhir, konteks.jenis, isi.umpan_balik, isi.diam, isi.bahan
		),
		"perilaku": build_perilaku(isi.rencana, isi.umpan_balik),
	}
	anak = {TABEL[kolom]: _build_anak(konteks, nama, kolom, rows) for kolom, rows in tabel.items()}
	return Siap(calon, _build_evaluasi(konteks, nama, isi, anak[HASIL], organisasi), anak)


def _build_anak(konteks: Konteks, nama: str, kolom: str, rows: list[dict]) -> list[dict]:
	"""Named in order, not at random (services/perencanaan/pembukaan/isi.py)."""
	baku = konteks.baku[TABEL[kolom]]
	induk = {"parent": nama, "parenttype": DOCTYPE, "parentfield": kolom}
	return [
		baku.build(row, induk, {"name": f"{nama}-{kolom[0].upper()}{idx}", "idx": idx})
		for idx, row in enumerate(rows, 1)
	]


def _build_evaluasi(
	konteks: Konteks, nama: str, isi: Terkumpul, hasil: list[dict], organisasi: Organisasi
) -> dict:
	calon, skp = isi.calon, isi.skp
	kewenangan = isi.kewenangan
	berlaku = organisasi.berlaku.get(kewenangan.pihak["unit_penilai"]) or Berlaku()
	usulan = propose_rating(map(frappe._dict, hasil), isi.umpan_balik, konteks.periode.skema, konteks.ambang)
	usulan = follow_hasil_unit(usulan, organisasi.hasil.get(skp.pegawai))
	return konteks.baku[DOCTYPE].build(
		{
			"name": nama,
			"skp": calon.skp,
			"jenis": str(konteks.jenis),
			"masa_ke": 0 if konteks.jenis == JenisEvaluasi.TAHUNAN else calon.masa_ke,
			"periode": konteks.periode.name,
			"masa": calon.masa.label,
			"awal": calon.masa.awal,
			"akhir": calon.masa.akhir,
			**konteks.status_awal,
			**kewenangan.as_dict(),
			"dialihkan_pada": get_dialihkan_pada(kewenangan, None),
			"predikat_organisasi": berlaku.predikat,
			"usulan_rating_hasil": usulan.rating and str(usulan.rating),
			"keterangan_organisasi": berlaku.keterangan,
			"disiapkan_pada": konteks.saat,
			"alasan_usulan": "\n".join(usulan.alasan),
			"umpan_balik_umum": "\n".join(isi.umpan_balik.umum),
		}
	)
