"""Penilaian diri of some before their annual evaluation: one sees himself as the figures do, one better, one asks for help."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import JenisEvaluasi, Rating, StatusPenilaianDiri
from kinerja_asn.demo.konteks import Konteks, hari_kerja
from kinerja_asn.demo.orang import MENURUT_KUNCI
from kinerja_asn.demo.peragaan import act_as

DOCTYPE = "Penilaian Diri"
# Short name -> (what he achieved, his own rating, behaviour, obstacles, what he wants to develop).
KATA = {
	"yusuf": (
		"Pengaduan kini selesai rata-rata 2,6 hari, turun dari 3,4 hari di awal tahun.",
		Rating.DIATAS,
		"Menelepon pelapor pada hari yang sama, juga bila pengaduannya belum dapat diselesaikan.",
		"Pengaduan yang menyangkut dinas lain masih menunggu balasan surat.",
		"Menangani warga yang marah.",
	),
	"maria": (
		"Kelas terbalik berjalan di tiga kelas dan bahannya dipakai lima guru lain.",
		Rating.DIATAS,
		"Membuka jam tanya bagi siswa dan orang tua setiap Jumat.",
		"",
		"Menulis bahan ajar yang dapat dipakai sekolah lain.",
	),
	"taufik": (
		"Target belum tercapai karena gangguan jaringan dan jadwal yang baru tersusun pada triwulan III.",
		Rating.SESUAI,
		"Selalu memberi tahu atasan ketika pekerjaan tertinggal.",
		"Perlu satu petugas pengganti saat saya bertugas di kecamatan.",
		"Menyusun rencana kerja mingguan.",
	),
}


def make_penilaian_diri(konteks: Konteks) -> None:
	"""In the first days of January, before anybody is evaluated."""
	hari = hari_kerja(date(konteks.tahun, 12, 31), 2)
	for kunci, kata in KATA.items():
		lakon, skp = konteks.lakon.get(kunci), konteks.skp.get(kunci)
		if lakon and lakon.tahunan and not frappe.db.exists(DOCTYPE, {"skp": skp}):
			_write(skp, kunci, kata, hari)


def _write(skp: str, kunci: str, kata: tuple, hari: date) -> None:
	capaian, rating, perilaku, kendala, pengembangan = kata
	act_as(MENURUT_KUNCI[kunci].email, hari)
	isian = {"perilaku": perilaku, "kendala": kendala, "pengembangan": pengembangan}
	doc = frappe.get_doc(doctype=DOCTYPE, skp=skp, jenis=str(JenisEvaluasi.TAHUNAN), **isian).insert()
	for row in doc.hasil:
		row.update({"uraian": capaian, "rating": str(rating)})
	doc.update({"rating_perilaku": str(Rating.SESUAI), "status": str(StatusPenilaianDiri.DISAMPAIKAN)}).save()
