"""Pembinaan of a few: Siti is coached after her bad April and says what she thinks of it; Taufik is coached in August, and
in December his leader takes a hasil kerja over; Dian's manner on the telephone is reported and counselled. News of it is
marked as read: it is long ago by the time a visitor comes."""

from datetime import date, datetime, time

import frappe

from kinerja_asn.constants.pembinaan import KedudukanKonselor, StatusPembinaan
from kinerja_asn.demo.konteks import Konteks, get_kunci, hari_kerja
from kinerja_asn.demo.orang import MENURUT_KUNCI
from kinerja_asn.demo.peragaan import act_as
from kinerja_asn.demo.skenario import DIAMBIL_ALIH
from kinerja_asn.services.bersama.pemberitahuan import retire
from kinerja_asn.services.pelaksanaan.ambil_alih.ambil_alih import take_over
from kinerja_asn.services.pelaksanaan.pembinaan import bimbingan, konseling, laporan_masalah, tanggapan

DIBIMBING, DIKONSELING, KONSELOR = "siti", "dian", "yohana"
CATATAN = "Panduan tidak dapat diselesaikan: satu dari empat bab sampai Desember, juga setelah coaching pada bulan Agustus."


def make_pembinaan_bulan(konteks: Konteks, bulan: int) -> None:
	"""What happens in ``bulan``, unless an earlier run has made it happen."""
	if bulan == 5 and konteks.tahun < konteks.hari.year:
		coach(konteks, DIBIMBING, bulan, "Jaringan terputus dan dua desa jauh.", "Jemput bola tiap Sabtu.")
	if bulan == 8:
		coach(konteks, DIAMBIL_ALIH, bulan, "Menulis panduan terasa sulit.", "Menulis satu bab seminggu.")
	if bulan == 9:
		report(konteks, bulan)
	if bulan == 12:
		take(konteks, bulan)


def coach(konteks: Konteks, kunci: str, bulan: int, masalah: str, langkah: str) -> None:
	skp, hari = _get_skp(konteks, kunci), date(konteks.tahun, bulan, 12)
	if frappe.db.exists(bimbingan.DOCTYPE, {"skp": skp.name}):
		return
	act_as(skp.penilai_user, hari_kerja(hari, 0))
	doc = bimbingan.begin(skp, "Coaching", "Realisasi tertinggal dari target.", None)
	act_as(skp.pegawai_user, hari_kerja(hari, 1))
	_fill(doc, "masalah", masalah)
	bimbingan.advance(doc, StatusPembinaan.BERJALAN, str(doc.modified))
	act_as(skp.penilai_user, hari_kerja(hari, 3))
	_fill(doc, "langkah", langkah)
	bimbingan.advance(doc, StatusPembinaan.DITANDATANGANI, str(doc.modified))
	act_as(skp.pegawai_user, hari_kerja(hari, 4))
	bimbingan.advance(doc, StatusPembinaan.SELESAI, str(doc.modified))
	jawaban = dict.fromkeys(range(1, 10), ("Ya", ""))
	retire(tanggapan.DOCTYPE, tanggapan.hand_over(doc.name, {**jawaban, 6: ("Sebagian", "")}).name)
	retire(doc.doctype, doc.name)


def _fill(doc, kolom: str, isi: str) -> None:
	for row in doc.indikator:
		row.set(kolom, isi)


def report(konteks: Konteks, bulan: int) -> None:
	"""Reported on the feedback of August; the counsellor comes from another office."""
	skp, hari = _get_skp(konteks, DIKONSELING), date(konteks.tahun, bulan, 3)
	bukti = frappe.get_all(
		"Umpan Balik Kinerja", {"skp": skp.name, "sasaran": "Perilaku Kerja"}, pluck="name"
	)
	if not bukti or frappe.db.exists(laporan_masalah.DOCTYPE, {"skp": skp.name}):
		return
	act_as(skp.penilai_user, hari_kerja(hari, 0))
	isi = {
		"nilai_dasar": "Berorientasi Pelayanan",
		"permasalahan": "Nada bicara di telepon masih dikeluhkan warga setelah umpan balik bulan Agustus.",
		"retrospektif": "Mendengarkan dua rekaman bersama dan memberi contoh jawaban.",
		"dikomunikasikan_pada": str(date(konteks.tahun, 8, 20)),
	}
	doc = laporan_masalah.report(skp, isi, bukti)
	counsel(konteks, doc, hari)
	retire(doc.doctype, doc.name)


def counsel(konteks: Konteks, laporan, hari: date) -> None:
	act_as(laporan.pejabat_user, hari_kerja(hari, 2))
	tetap = {
		"kedudukan": str(KedudukanKonselor.INDEPENDEN),
		"konselor": konteks.pegawai[KONSELOR],
		"jadwal": str(datetime.combine(hari_kerja(hari, 5), time(9))),
		"tempat": "Ruang konseling Inspektorat",
	}
	doc = konseling.arrange(laporan.name, tetap)
	act_as(MENURUT_KUNCI[KONSELOR].email, hari_kerja(hari, 6))
	hasil = "Merasa tertekan oleh antrean telepon; sepakat bergantian tiap dua jam."
	konseling.complete(doc, hasil, "Jadwal telepon bergilir selama sebulan.", str(doc.modified))
	retire(doc.doctype, doc.name)


def take(konteks: Konteks, bulan: int) -> None:
	skp = _get_skp(konteks, DIAMBIL_ALIH)
	if frappe.db.exists("Ambil Alih Hasil Kerja", {"skp": skp.name}):
		return
	act_as(skp.penilai_user, hari_kerja(date(konteks.tahun, bulan, 10), 0))
	doc = take_over(skp, get_kunci("SKP Hasil Kerja", skp.name)[1], CATATAN)
	retire(doc.doctype, doc.name)


def _get_skp(konteks: Konteks, kunci: str):
	return frappe.get_doc("SKP", konteks.skp[kunci])
