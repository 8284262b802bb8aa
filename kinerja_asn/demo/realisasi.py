"""The reports of one month: entered and submitted by the employees, returned or verified by their Penilai."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.demo.berkas import make_pdf
from kinerja_asn.demo.konteks import Konteks, get_kunci, hari_kerja
from kinerja_asn.demo.orang import DOMAIN, Orang
from kinerja_asn.demo.peragaan import act_as, advance_as, without_pemberitahuan
from kinerja_asn.demo.rencana import Laporan
from kinerja_asn.rules.masa import Masa


def make_laporan_semua(konteks: Konteks, masa: Masa) -> None:
	"""First what ends verified, in silence; then what still waits for somebody, who is told."""
	ada = set(
		frappe.get_all("Realisasi Kinerja", {"periode": konteks.periode, "masa_ke": masa.ke}, pluck="skp")
	)
	for tingkat in konteks.semua_tingkat:
		for penilai, kelompok in konteks.group_by_penilai(tingkat):
			laporan = [
				(orang, isi)
				for orang, lakon in kelompok
				for isi in lakon.laporan
				if isi.bulan == masa.ke and konteks.skp[orang.kunci] not in ada
			]
			with without_pemberitahuan():
				make_terverifikasi(
					konteks, penilai, [pasangan for pasangan in laporan if not pasangan[1].is_menunggu], masa
				)
			make_menunggu(
				konteks, penilai, [pasangan for pasangan in laporan if pasangan[1].is_menunggu], masa
			)


def make_terverifikasi(
	konteks: Konteks, penilai: Orang, daftar: list[tuple[Orang, Laporan]], masa: Masa
) -> None:
	"""Entered, submitted, where it is so told returned and corrected, and verified."""
	diajukan = []
	for orang, laporan in daftar:
		doc = submit(konteks, orang, laporan, masa)
		if laporan.pengembalian:
			doc = send_back(doc, penilai, laporan, masa)
			doc = mend(doc, orang, hari_kerja(get_hari_lapor(laporan, masa), 2))
		diajukan.append((doc, hari_kerja(get_hari_lapor(laporan, masa), 3)))
	for doc, tanggal in diajukan:
		advance_as(doc, penilai.email, Tahap.DITETAPKAN, tanggal)


def make_menunggu(konteks: Konteks, penilai: Orang, daftar: list[tuple[Orang, Laporan]], masa: Masa) -> None:
	"""Submitted and waiting for the Penilai, or returned and waiting for the employee."""
	for orang, laporan in daftar:
		doc = submit(konteks, orang, laporan, masa)
		if laporan.sampai == Tahap.DIKEMBALIKAN:
			send_back(doc, penilai, laporan, masa)


def get_hari_lapor(laporan: Laporan, masa: Masa) -> date:
	"""Due is the fifth working day after the month."""
	return hari_kerja(masa.akhir, 9 if laporan.terlambat else 3)


def submit(konteks: Konteks, orang: Orang, laporan: Laporan, masa: Masa):
	tanggal = get_hari_lapor(laporan, masa)
	act_as(orang.email, tanggal)
	doc = insert_realisasi(konteks.skp[orang.kunci], orang, laporan, masa)
	if laporan.pdf:
		attach_pdf(doc, orang, masa)
	return advance_as(doc, orang.email, Tahap.DIAJUKAN, tanggal)


def insert_realisasi(skp: str, orang: Orang, laporan: Laporan, masa: Masa):
	nilai = zip(get_kunci("SKP Indikator", skp), laporan.nilai, strict=True)
	return frappe.get_doc(
		doctype="Realisasi Kinerja",
		skp=skp,
		masa_ke=masa.ke,
		baris=[_get_baris(kunci, angka) for kunci, angka in nilai if angka is not None],
		bukti=[] if laporan.pdf else [_get_tautan(orang, masa)],
		kendala=laporan.kendala,
		tindak_lanjut=laporan.tindak_lanjut,
	).insert()


def _get_baris(kunci: str, nilai: float | str) -> dict:
	kolom = "realisasi_naratif" if isinstance(nilai, str) else "realisasi"
	return {"indikator": kunci, "dilaporkan": 1, kolom: nilai}


def _get_tautan(orang: Orang, masa: Masa) -> dict:
	return {
		"uraian": f"Rekapitulasi hasil kerja {masa.label}",
		"tautan": f"https://arsip.{DOMAIN}/{masa.awal:%Y/%m}/{orang.kunci}",
	}


def attach_pdf(doc, orang: Orang, masa: Masa) -> None:
	"""A file belongs to the saved document, as in the portal: save, upload, name it as evidence, save."""
	berkas = frappe.get_doc(
		doctype="File",
		file_name=f"rekap-{orang.kunci}-{masa.awal:%Y-%m}.pdf",
		attached_to_doctype=doc.doctype,
		attached_to_name=doc.name,
		is_private=1,
		content=make_pdf(
			["Rekapitulasi hasil kerja", orang.nama, orang.jabatan, masa.label, "", *_get_isi(doc)]
		),
	).insert()
	doc.append("bukti", {"uraian": f"Rekapitulasi {masa.label}", "berkas": berkas.file_url})
	doc.save()


def _get_isi(doc) -> list[str]:
	return [f"{row.uraian}: {row.realisasi_naratif or row.realisasi} {row.satuan or ''}" for row in doc.baris]


def send_back(doc, penilai: Orang, laporan: Laporan, masa: Masa):
	tanggal = hari_kerja(get_hari_lapor(laporan, masa), 1)
	act_as(penilai.email, tanggal)
	doc.catatan_pengembalian = laporan.pengembalian
	doc.save()
	return advance_as(doc, penilai.email, Tahap.DIKEMBALIKAN, tanggal)


def mend(doc, orang: Orang, tanggal: date):
	act_as(orang.email, tanggal)
	doc.append(
		"bukti",
		{"uraian": "Rekapitulasi yang diperbaiki", "tautan": f"https://arsip.{DOMAIN}/perbaikan/{doc.name}"},
	)
	doc.save()
	return advance_as(doc, orang.email, Tahap.DIAJUKAN, tanggal)
