"""A calibration meeting: led by the superior of those who evaluate, one rating is changed in it, and it is closed."""

from datetime import date

import frappe

from kinerja_asn.constants.distribusi import StatusRapat
from kinerja_asn.constants.istilah import JenisEvaluasi
from kinerja_asn.demo.orang import MENURUT_KUNCI, ORANG, Orang
from kinerja_asn.demo.peragaan import act_as
from kinerja_asn.demo.rencana import Penilaian
from kinerja_asn.services.penilaian.sebaran.cakupan import build_cakupan
from kinerja_asn.services.penilaian.sebaran.perubahan import change_rating
from kinerja_asn.services.penilaian.sebaran.rapat import open_rapat

RAPAT = "Rapat Penyelarasan Kinerja"
ALASAN = (
	"Dibandingkan dengan bidang lain, ia menjaga penerapan nilai dasar juga di luar unitnya: membimbing perencana tiga "
	"bidang menyusun rencana kerja."
)
KESIMPULAN = "Rating keempat bidang dan sekretariat dibandingkan menurut kontribusi dalam matriks. Satu rating perilaku dinaikkan."


def calibrate(doc, penilai: Orang, penilaian: Penilaian, tanggal: date):
	"""``doc`` was set with the rating before the meeting; returns it as it is afterwards, set again."""
	atasan = MENURUT_KUNCI[penilai.atasan]
	act_as(atasan.email, tanggal)
	rapat = open_rapat(build_cakupan(doc.periode, JenisEvaluasi(doc.jenis), doc.masa_ke))
	act_as(penilai.email, tanggal)
	doc = frappe.get_doc(doc.doctype, doc.name)
	change_rating(doc, doc.rating_hasil_kerja, str(penilaian.perilaku), ALASAN, str(doc.modified))
	close_rapat(rapat, atasan, tanggal)
	return frappe.get_doc(doc.doctype, doc.name)


def close_rapat(nama: str, pimpinan: Orang, tanggal: date) -> None:
	act_as(pimpinan.email, tanggal)
	akun = [orang.email for orang in ORANG if orang.atasan == pimpinan.kunci]
	peserta = frappe.get_all("Employee", {"user_id": ("in", [*akun, pimpinan.email])}, pluck="name")
	rapat = frappe.get_doc(RAPAT, nama)
	rapat.set("peserta", [{"pegawai": pegawai} for pegawai in peserta])
	rapat.update(
		{"tempat": "Ruang rapat Dinas", "kesimpulan": KESIMPULAN, "status": str(StatusRapat.SELESAI)}
	)
	rapat.save()
