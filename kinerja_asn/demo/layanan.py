"""Scenario 2's counter: a service that citizens rate, what they said month by month, and what was made better.

A hundred answers a month, of which so many are satisfied as the officer reports (skenario.KEPUASAN): his figure carries
its source.
"""

from datetime import date

import frappe

from kinerja_asn.constants.masyarakat import JAWABAN, LAYANAN, StatusKomentar, UkuranLayanan
from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.demo.instansi import get_nama_unit
from kinerja_asn.demo.konteks import Konteks
from kinerja_asn.demo.orang import MENURUT_KUNCI, ORANG
from kinerja_asn.demo.peragaan import act_as
from kinerja_asn.demo.skenario import KEPUASAN
from kinerja_asn.services.pelaksanaan.masyarakat.jawaban import Jawaban, store_jawaban
from kinerja_asn.services.pelaksanaan.masyarakat.moderasi import moderate

PETUGAS, NAMA = "yusuf", "Pengaduan Administrasi Kependudukan"
IKI_KE = 2  # of his plan: satisfaction
JAWABAN_SEBULAN = 100
BULAN_TINDAKAN = 7
TINDAKAN = "Membuka loket pengaduan kedua dan nomor antrean yang dapat diambil dari rumah."
# Rating, kind and words, one after the other through the months.
KOMENTAR = (
	(5, "Pujian", "Petugas menjelaskan dengan sabar sampai saya paham."),
	(2, "Keluhan", "Antre terlalu lama, padahal hanya bertanya."),
	(3, "Saran", "Tambah kursi di ruang tunggu, banyak lansia berdiri."),
	(1, "Keluhan", "Pak Yusuf tidak ada di loket waktu jam istirahat."),
	(5, "Pujian", "Cepat, surat saya selesai hari itu juga."),
	(3, "Saran", "Syaratnya ditempel di depan loket supaya tidak bolak-balik."),
	(4, "Pujian", "Sekarang lebih tertib, nomor antrean terdengar jelas."),
	(2, "Keluhan", "Jaringan sering putus, disuruh kembali besok."),
)
KOMENTAR_SEBULAN = 2
ALASAN = "Menyebut nama orang."


def make_layanan(konteks: Konteks) -> None:
	if get_layanan():
		return
	pengelola = next(orang for orang in ORANG if PENGELOLA in orang.peran)
	act_as(pengelola.email, date(konteks.tahun, 1, 2))
	frappe.get_doc(
		doctype=LAYANAN,
		nama_layanan=NAMA,
		unit_kerja=get_nama_unit(MENURUT_KUNCI[PETUGAS].unit),
		bahasa=[{"bahasa": "en"}],
		tindakan=[{"tanggal": date(konteks.tahun, BULAN_TINDAKAN, 1), "uraian": TINDAKAN}],
	).insert()


def get_layanan() -> frappe._dict | None:
	saring = {"nama_layanan": NAMA, "unit_kerja": get_nama_unit(MENURUT_KUNCI[PETUGAS].unit)}
	return frappe.db.get_value(LAYANAN, saring, ["name", "unit_kerja", "instansi"], as_dict=True)


def get_sumber(kunci: str, ke: int) -> dict:
	"""What the ``ke``-th indikator of somebody's plan is filled in from."""
	if (kunci, ke) != (PETUGAS, IKI_KE):
		return {}
	return {"sumber_layanan": get_layanan().name, "sumber_ukuran": str(UkuranLayanan.PUAS)}


def make_jawaban_bulan(konteks: Konteks, masa) -> None:
	"""What citizens said in a month that is over; HR looks at the comments early in the next, the last ones wait."""
	layanan = get_layanan()
	if frappe.db.exists(JAWABAN, {"layanan": layanan.name, "tanggal": ("between", [masa.awal, masa.akhir])}):
		return
	_look_at_komentar(layanan, masa.awal)
	penilaian = list_penilaian(KEPUASAN[masa.ke - 1])
	komentar = _list_komentar(masa.ke)
	for ke, nilai in enumerate(penilaian):
		act_as("Administrator", date(konteks.tahun, masa.ke, 1 + ke % masa.akhir.day))
		isi = komentar.pop(nilai, ("", ""))
		store_jawaban(
			layanan, frappe.generate_hash(), Jawaban(nilai, _count_tunggu(konteks, masa.ke, ke), *isi)
		)


def _list_komentar(bulan: int) -> dict[int, tuple[str, str]]:
	"""Rating -> what the first who gave it in that month wrote."""
	mulai = bulan * KOMENTAR_SEBULAN
	giliran = [KOMENTAR[(mulai + ke) % len(KOMENTAR)] for ke in range(KOMENTAR_SEBULAN)]
	return {nilai: (jenis, teks) for nilai, jenis, teks in giliran}


def list_penilaian(puas: int) -> list[int]:
	senang = [5 if ke % 3 else 4 for ke in range(puas)]
	return senang + [(3, 3, 2, 3, 1)[ke % 5] for ke in range(JAWABAN_SEBULAN - puas)]


def _count_tunggu(konteks: Konteks, bulan: int, ke: int) -> int:
	"""The second counter was opened in the year before the one that runs."""
	sesudah = konteks.tahun == konteks.hari.year or bulan >= BULAN_TINDAKAN
	return (12 if sesudah else 35) + 5 * (ke % 6)


def _look_at_komentar(layanan, hari: date) -> None:
	saring = {"layanan": layanan.name, "status_komentar": StatusKomentar.MENUNGGU}
	rows = frappe.get_all(JAWABAN, saring, ["name", "nilai"])
	if not rows:
		return
	act_as(next(orang for orang in ORANG if PENGELOLA in orang.peran).email, hari)
	menyebut = [row.name for row in rows if row.nilai == 1]
	moderate([row.name for row in rows if row.nilai != 1], StatusKomentar.DITAMPILKAN, "")
	moderate(menyebut, StatusKomentar.DISEMBUNYIKAN, ALASAN)
