"""Around the plans: the Perjanjian Kinerja they come from, their Lampiran, an assignment and changes during the year."""

from datetime import date, timedelta

import frappe

from kinerja_asn.constants.istilah import (
	AlasanPerubahan,
	Arah,
	Aspek,
	BentukPenugasan,
	Frekuensi,
	JenisLampiran,
	KategoriLampiran,
	Tahap,
)
from kinerja_asn.demo.instansi import get_nama_unit
from kinerja_asn.demo.konteks import Konteks, hari_kerja
from kinerja_asn.demo.orang import MENURUT_KUNCI, Orang
from kinerja_asn.demo.peragaan import act_as, advance_as, without_pemberitahuan
from kinerja_asn.demo.skenario import LAKON

PENGELOLA = MENURUT_KUNCI["dewi"]
# Heads of a Dinas, with the number of its agreement.
PIMPINAN = {"ratna": "065/12/PK-DUKCAPIL", "wayan": "065/14/PK-DISDIK"}

LAMPIRAN = (
	{
		"kategori": str(KategoriLampiran.SUMBER_DAYA),
		"jenis": str(JenisLampiran.PERALATAN),
		"uraian": "perangkat kerja dan jaringan yang andal",
	},
	{
		"kategori": str(KategoriLampiran.PERTANGGUNGJAWABAN),
		"frekuensi": str(Frekuensi.BULANAN),
		"uraian": "rekap hasil kerja bulan itu beserta buktinya",
	},
	{
		"kategori": str(KategoriLampiran.KONSEKUENSI),
		"jenis": str(JenisLampiran.POSITIF),
		"uraian": "diusulkan sebagai pegawai teladan triwulan",
	},
	{
		"kategori": str(KategoriLampiran.KONSEKUENSI),
		"jenis": str(JenisLampiran.NEGATIF),
		"uraian": "dibina dan penugasannya dialihkan",
	},
)

# Set in July: (month, part of the yearly target, reason, explanation).
PERUBAHAN = {
	"indah": (
		7,
		0.9,
		AlasanPerubahan.SUMBER_DAYA,
		"Satu dari tiga loket ditutup sejak Juli karena renovasi gedung.",
	),
}
PERUBAHAN_MENUNGGU = (
	"bayu",
	1.1,
	AlasanPerubahan.EKSPEKTASI,
	"Permohonan terus naik; target disepakati bertambah sepuluh persen.",
)
LALU = timedelta(days=3)  # so long ago came what waits, besides plans and reports


def make_perjanjian_semua(konteks: Konteks) -> None:
	"""Signed in the first week of January, before the heads draft their SKP."""
	act_as(PENGELOLA.email, hari_kerja(date(konteks.tahun, 1, 1), 1))
	for kunci, nomor in PIMPINAN.items():
		kepala = MENURUT_KUNCI[kunci]
		key = {"periode": konteks.periode, "unit_kerja": get_nama_unit(kepala.unit)}
		if not frappe.db.exists("Perjanjian Kinerja", key):
			frappe.get_doc(
				doctype="Perjanjian Kinerja",
				**key,
				pimpinan=konteks.pegawai[kunci],
				status="Ditetapkan",
				nomor=nomor,
				tanggal=date(konteks.tahun, 1, 2),
				indikator=[
					{**vars(ukuran), "sasaran": hasil.uraian}
					for hasil in LAKON[kunci].rencana
					for ukuran in hasil.ukuran
				],
			).insert()


def make_penugasan(konteks: Konteks) -> None:
	"""The secretary of the Dinas wants an officer of Budi's: it waits for Budi."""
	pemberi, petugas = MENURUT_KUNCI["agus"], MENURUT_KUNCI["joko"]
	if frappe.db.exists(
		"Penugasan Kinerja", {"periode": konteks.periode, "pegawai": konteks.pegawai["joko"]}
	):
		return
	act_as(pemberi.email, _get_hari_lalu(konteks))
	frappe.get_doc(
		doctype="Penugasan Kinerja",
		bentuk=str(BentukPenugasan.PENUNJUKAN),
		periode=konteks.periode,
		pegawai=konteks.pegawai[petugas.kunci],
		nip_pegawai=petugas.nip.nomor,
		dasar="Nota dinas Sekretaris Nomor 800/311.",
		rencana_hasil_kerja="Tersedianya data dukung survei kepuasan masyarakat yang lengkap",
		indikator="Kuesioner terisi yang memenuhi syarat",
		aspek=str(Aspek.KUANTITAS),
		arah=str(Arah.NAIK),
		target_min=120,
		target_maks=120,
		satuan="kuesioner",
	).insert()


def make_perubahan_bulan(konteks: Konteks, bulan: int) -> None:
	"""What was set by now is no news."""
	for kunci, (saat, faktor, alasan, uraian) in PERUBAHAN.items():
		if bulan == saat and not _is_diubah(konteks, kunci):
			orang, tanggal = MENURUT_KUNCI[kunci], date(konteks.tahun, bulan, 3)
			doc = _draft_perubahan(konteks, orang, tanggal, alasan, uraian)
			_set_target(doc, faktor)
			with without_pemberitahuan():
				doc = advance_as(doc, orang.email, Tahap.DIAJUKAN, tanggal)
				advance_as(doc, MENURUT_KUNCI[orang.atasan].email, Tahap.DITETAPKAN, hari_kerja(tanggal, 1))


def make_perubahan_menunggu(konteks: Konteks) -> None:
	"""The Penilai is told of it."""
	kunci, faktor, alasan, uraian = PERUBAHAN_MENUNGGU
	if not _is_diubah(konteks, kunci):
		orang, tanggal = MENURUT_KUNCI[kunci], _get_hari_lalu(konteks)
		doc = _draft_perubahan(konteks, orang, tanggal, alasan, uraian)
		_set_target(doc, faktor)
		advance_as(doc, orang.email, Tahap.DIAJUKAN, tanggal)


def _is_diubah(konteks: Konteks, kunci: str) -> bool:
	return bool(frappe.db.exists("Perubahan SKP", {"skp": konteks.skp[kunci]}))


def _get_hari_lalu(konteks: Konteks) -> date:
	return max(konteks.hari - LALU, date(konteks.tahun, 1, 1))


def _draft_perubahan(konteks: Konteks, orang: Orang, tanggal: date, alasan: AlasanPerubahan, uraian: str):
	act_as(orang.email, tanggal)
	return frappe.get_doc(
		doctype="Perubahan SKP", skp=konteks.skp[orang.kunci], alasan=str(alasan), uraian_alasan=uraian
	).insert()


def _set_target(doc, faktor: float) -> None:
	iki = doc.indikator[0]
	iki.target_min = iki.target_maks = round(iki.target_maks * faktor)
	doc.save()
