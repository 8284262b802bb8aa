"""The numbers of the demo. The year that is over is complete but for Siti's December; the one that runs has come as far
as the day on which the demo is made (``build_lakon``). Scenarios 1, 2 and 4 can be checked with pencil and paper; the others follow a pattern.

Scenario 1, Siti Aminah, petugas pendaftaran (penilai Budi Santoso): target 1,000 registrations.
    April: 75 + 68 + 72 + 65 = 280; due 4/12 of 1,000 = 333.33; tertinggal, 53.33 missing.
    Through November 975. Her December is left to the visitor: 100 make it 1,075 = 107.5 %, diatas ekspektasi.
Scenario 2, Yusuf Maulana, loket pengaduan: complaints in at most 3 working days (lower is better) and satisfaction.
    31.2 / 12 = 2.60 days = 113.33 %, diatas; 1,047 / 12 = 87.25 of 85-90, sesuai. One of two is not most: sesuai.
    Behaviour diatas: predikat Baik.
Scenario 4, Maria Goreti Lestari, guru: 82 of 75-80 (102.5 %, diatas); an innovation that the Penilai judges
    diatas with his reason; interaction 14.4 / 4 = 3.60 within 3.2-4 (sesuai). Two of three: diatas. Sangat Baik.
"""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from kinerja_asn.constants.istilah import (
	Arah,
	Aspek,
	CaraHitung,
	JenisHasilKerja,
	PredikatOrganisasi,
	Rating,
	Sifat,
	Tahap,
)
from kinerja_asn.demo.orang import (
	DATA,
	DINAS,
	DISDIK,
	MENURUT_KUNCI,
	ORANG,
	PENDAFTARAN,
	SEKRETARIAT,
	SETDA,
	SIPIL,
	SMP,
	Orang,
)
from kinerja_asn.demo.rencana import RENCANA, Hasil, Lakon, Laporan, Penilaian, Ukuran, UmpanBalik

DIATAS, SESUAI, DIBAWAH = Rating.DIATAS, Rating.SESUAI, Rating.DIBAWAH
BAGUS, KURANG = Sifat.POSITIF, Sifat.PERLU_PERBAIKAN

# Scenario 1: January to November. December is the visitor's, whenever he comes.
PENDAFTARAN_PER_BULAN = (75, 68, 72, 65, 95, 108, 102, 98, 97, 104, 91)
TARGET_PENDAFTARAN = 1000
PENDAFTARAN_DESEMBER = 100
KENDALA_APRIL = "Jaringan SIAK terputus enam hari kerja dan dua desa terjauh tidak terjangkau layanan, sehingga 54 pendaftaran tertunda."
TINDAK_LANJUT_APRIL = (
	"Mulai Mei membuka layanan jemput bola setiap Sabtu di Desa Mekarsari dan Desa Tanjungan, serta menyelesaikan "
	"antrean yang tertunda pada minggu pertama Mei."
)

# Scenario 2: working days per complaint and the survey at the counter (0-100), each a monthly mean.
HARI_PENGADUAN = (3.4, 3.2, 3.0, 2.8, 2.7, 2.5, 2.4, 2.3, 2.3, 2.2, 2.2, 2.2)
KEPUASAN = (82, 83, 85, 86, 87, 88, 88, 89, 89, 90, 90, 90)

# Scenario 4: the class's mean mark; what was tried in class; the students' and parents' questionnaire (1-4).
NILAI_SISWA = (66, 67, 68, 70, 71, 73, 73, 75, 77, 79, 81, 82)
INOVASI = {
	3: "Merancang kelas terbalik untuk aljabar: enam video pendek buatan sendiri dan lembar tanya di rumah.",
	6: "Kelas terbalik berjalan di tiga kelas VIII; nilai kuis rata-rata naik 6 poin dibanding semester lalu.",
	9: "Proyek statistika dengan data kependudukan desa; hasilnya dipamerkan kepada orang tua.",
	12: "Bahan kelas terbalik dibagikan dan dipakai lima guru lain melalui MGMP kabupaten.",
}
INTERAKSI = {3: 3.4, 6: 3.5, 9: 3.7, 12: 3.8}
ALASAN_INOVASI = "Inovasi tidak hanya diterapkan di kelas sendiri: terbukti menaikkan nilai kuis dan kini dipakai lima guru lain di kabupaten."

SITI = Lakon(
	(
		Hasil(
			"Terlayaninya pendaftaran penduduk tepat waktu",
			(
				Ukuran(
					"Jumlah pendaftaran penduduk yang selesai",
					Aspek.KUANTITAS,
					TARGET_PENDAFTARAN,
					TARGET_PENDAFTARAN,
					"pendaftaran",
				),
			),
		),
	),
	tuple(
		Laporan(
			bulan,
			(jumlah,),
			pdf=bulan in (1, 4, 7, 10),
			kendala=KENDALA_APRIL if bulan == 4 else None,
			tindak_lanjut=TINDAK_LANJUT_APRIL if bulan == 4 else None,
			pengembalian="Rekap Juni memuat dua nomor pendaftaran yang sama. Perbaiki rekapnya lalu ajukan kembali."
			if bulan == 6
			else None,
		)
		for bulan, jumlah in enumerate(PENDAFTARAN_PER_BULAN, 1)
	),
	(
		UmpanBalik(
			5,
			KURANG,
			"Capaian sampai April 280 dari 333 yang seharusnya. Jalankan jemput bola dan laporkan hasilnya tiap minggu.",
			hasil_kerja_ke=1,
		),
		UmpanBalik(
			7, BAGUS, "Jemput bola berhasil: Mei dan Juni di atas rata-rata. Pertahankan.", hasil_kerja_ke=1
		),
		UmpanBalik(10, BAGUS, "Ketertinggalan sudah terkejar dan berkas tertata rapi.", hasil_kerja_ke=1),
		UmpanBalik(
			10,
			BAGUS,
			"Warga lanjut usia di desa merasa terbantu.",
			nilai="Berorientasi Pelayanan",
			pemberi="atasan_penilai",
		),
	),
	{
		1: Penilaian(DIBAWAH, SESUAI, "Susun rencana mengejar ketertinggalan.", sampai=Tahap.DITUTUP),
		2: Penilaian(
			DIBAWAH, SESUAI, "Membaik; tinggal 17 pendaftaran di bawah jadwal.", sampai=Tahap.DITUTUP
		),
		3: Penilaian(DIATAS, SESUAI, "Sudah mendahului jadwal.", sampai=Tahap.DITUTUP),
	},
)

YUSUF = Lakon(
	(
		Hasil(
			"Terselesaikannya pengaduan masyarakat dengan cepat dan tuntas",
			(
				Ukuran(
					"Rata-rata lama penyelesaian pengaduan",
					Aspek.WAKTU,
					3,
					3,
					"hari kerja",
					Arah.TURUN,
					CaraHitung.RATA_RATA,
				),
			),
		),
		Hasil(
			"Meningkatnya kepuasan masyarakat atas layanan pengaduan",
			(
				Ukuran(
					"Nilai kepuasan masyarakat pada survei loket",
					Aspek.KUALITAS,
					85,
					90,
					"poin",
					cara_hitung=CaraHitung.RATA_RATA,
				),
			),
		),
	),
	tuple(
		Laporan(
			bulan,
			nilai,
			pdf=bulan in (3, 12),
			terlambat=bulan == 8,
			pengembalian="Lampirkan rekap nomor tiket agar lama penyelesaian dapat diperiksa."
			if bulan == 2
			else None,
			tindak_lanjut="Menyusun jawaban baku untuk sepuluh pengaduan yang paling sering."
			if bulan == 2
			else None,
		)
		for bulan, nilai in enumerate(zip(HARI_PENGADUAN, KEPUASAN, strict=True), 1)
	),
	(
		UmpanBalik(
			3,
			KURANG,
			"Pengaduan masih melewati tiga hari kerja. Pilah dahulu yang mendesak.",
			hasil_kerja_ke=1,
		),
		UmpanBalik(
			8,
			BAGUS,
			"Sejak April selalu di bawah tiga hari. Warga menyebut jawabannya jelas.",
			hasil_kerja_ke=1,
		),
		UmpanBalik(11, BAGUS, "Survei loket mencapai 90.", hasil_kerja_ke=2),
		UmpanBalik(
			11, BAGUS, "Tenang menghadapi warga yang marah.", nilai="Harmonis", pemberi="atasan_penilai"
		),
	),
	{1: Penilaian(DIBAWAH, SESUAI, "Percepat penyelesaian.", sampai=Tahap.DITUTUP)},
	Penilaian(SESUAI, DIATAS, "Siap mengajari petugas loket lain.", sampai=Tahap.DITUTUP),
)

MARIA = Lakon(
	(
		Hasil(
			"Meningkatnya prestasi belajar siswa kelas VIII",
			(
				Ukuran(
					"Rata-rata nilai asesmen matematika siswa",
					Aspek.KUALITAS,
					75,
					80,
					"poin",
					cara_hitung=CaraHitung.NILAI_TERAKHIR,
				),
			),
		),
		Hasil(
			"Terwujudnya inovasi pembelajaran yang dipakai di kelas",
			(
				Ukuran(
					"Inovasi pembelajaran yang diterapkan",
					Aspek.KUALITAS,
					0,
					0,
					None,
					Arah.NARATIF,
					CaraHitung.NILAI_TERAKHIR,
					"Satu cara mengajar baru diterapkan di semua kelas VIII dan terbukti membantu siswa.",
				),
			),
		),
		Hasil(
			"Terbangunnya interaksi yang baik dengan siswa dan orang tua",
			(
				Ukuran(
					"Nilai interaksi pada angket siswa dan orang tua",
					Aspek.KUALITAS,
					3.2,
					4,
					"dari skala 4",
					Arah.RENTANG,
					CaraHitung.RATA_RATA,
				),
			),
		),
	),
	tuple(
		Laporan(bulan, (nilai, INOVASI.get(bulan), INTERAKSI.get(bulan)), pdf=bulan in (6, 12))
		for bulan, nilai in enumerate(NILAI_SISWA, 1)
	),
	(
		UmpanBalik(4, BAGUS, "Video aljabar mudah diikuti siswa yang tertinggal.", hasil_kerja_ke=2),
		UmpanBalik(9, BAGUS, "Nilai asesmen naik terus sejak kelas terbalik.", hasil_kerja_ke=1),
		UmpanBalik(10, KURANG, "Sampaikan jadwal proyek kepada orang tua lebih awal.", hasil_kerja_ke=3),
		UmpanBalik(11, BAGUS, "Membagi bahan kepada guru lain tanpa diminta.", nilai="Kolaboratif"),
	),
	tahunan=Penilaian(
		DIATAS,
		DIATAS,
		"Layak menjadi narasumber MGMP.",
		baris={2: (DIATAS, ALASAN_INOVASI)},
		sampai=Tahap.DITUTUP,
	),
)

SKENARIO = {"siti": SITI, "yusuf": YUSUF, "maria": MARIA}

# --- everybody else: (part of the target, percent on time) by how the year went

MUTU = {DIATAS: (1.08, 97), SESUAI: (1.0, 93), DIBAWAH: (0.85, 82)}
HASIL_LAIN = {
	"budi": DIATAS,
	"sri": DIATAS,
	"anita": DIATAS,
	"rina": DIATAS,
	"ketut": DIATAS,
	"taufik": DIBAWAH,
	"hasan": DIBAWAH,
}
PERILAKU_LAIN = {
	"ratna": DIATAS,
	"sri": DIATAS,
	"rina": DIATAS,
	"made": DIATAS,
	"dian": DIBAWAH,
	"ketut": DIATAS,
}
# His Penilai let the time of the annual evaluation pass: her superior evaluates him, and it is final (p. 90 no. 11).
DINILAI_ATASAN = "fajar"
# The Sekretariat's ten people: one behaviour is rated higher in the calibration meeting (demo/penyelarasan.py), and the
# eighth who is Baik is more than seventy percent of a unit that is Baik.
PERILAKU_SEMULA = {"ketut": SESUAI}
ALASAN_SEBARAN = {
	"halimah": "Delapan dari sepuluh pegawai memenuhi targetnya dan satu di antaranya belum; hasilnya memang berkumpul "
	"di tengah, sesuai capaian unit."
}
BELUM_MENERIMA = {"gregorius", "slamet", "samuel", "fajar"}
# Joko three times in one quarter, which his Penilai is told of.
TERLAMBAT = {("joko", 4), ("joko", 5), ("joko", 6), ("taufik", 9), ("abdul", 3)}

BULAN_LAPORAN = tuple(range(1, 13))

# Of the last month that has ended: what waits for Budi Santoso, what he has returned, what is not reported yet.
MENUNGGU_VERIFIKASI = {"bayu", "indah"}
DIKEMBALIKAN = {
	"wulan": "Jumlah pencetakan tidak sama dengan rekap mesin cetak. Cocokkan lalu ajukan kembali."
}
BELUM_LAPOR = {"siti", "slamet"}
BELUM_VERIFIKASI = {*MENUNGGU_VERIFIKASI, *DIKEMBALIKAN, *BELUM_LAPOR}

# Of the year that runs: newcomers, and so long their plans have waited; plans for the next one, in November.
SKP_MENUNGGU = {"rizky": timedelta(days=4), "melati": timedelta(days=45)}
TERLEWAT = "melati"  # of those: longer than the Penilai has time
DRAF_LEBIH_DINI = ("anita", "rina")

# Capaian kinerja organisasi of the units whose heads evaluate; by quarter only where quarters are evaluated.
PREDIKAT_UNIT = {
	SETDA: PredikatOrganisasi.BAIK,
	DISDIK: PredikatOrganisasi.BAIK,
	SMP: PredikatOrganisasi.ISTIMEWA,
	DINAS: PredikatOrganisasi.BAIK,
	SEKRETARIAT: PredikatOrganisasi.BAIK,
	PENDAFTARAN: PredikatOrganisasi.BAIK,
	SIPIL: PredikatOrganisasi.BUTUH_PERBAIKAN,
	DATA: PredikatOrganisasi.ISTIMEWA,
}
PREDIKAT_TRIWULAN = {
	(PENDAFTARAN, 1): PredikatOrganisasi.BUTUH_PERBAIKAN,
	(PENDAFTARAN, 2): PredikatOrganisasi.BAIK,
	(PENDAFTARAN, 3): PredikatOrganisasi.BAIK,
}


# A second hasil kerja of one of the slower ones, which his leader takes over in December (demo/pembinaan.py).
DIAMBIL_ALIH = "taufik"
HASIL_DIAMBIL_ALIH = Hasil(
	"Tersusunnya panduan perekaman bagi petugas baru",
	(Ukuran("Bab panduan yang selesai", Aspek.KUANTITAS, 4, 4, "bab"),),
	jenis=JenisHasilKerja.TAMBAHAN,
)
SELESAI_PER_BULAN = {6: 1}
ALASAN_DIAMBIL_ALIH = (
	"Satu dari empat bab selesai sampai Desember meskipun sudah dibimbing; sisanya saya selesaikan."
)


def get_lakon(orang: Orang) -> Lakon | None:
	"""The year of one person; None for the Sekretaris Daerah, whose Penilai is the Bupati."""
	if not orang.atasan:
		return None
	if orang.kunci == DIAMBIL_ALIH:
		return _add_diambil_alih(_get_lakon_biasa(orang))
	return SKENARIO.get(orang.kunci) or _get_lakon_biasa(orang)


def _get_lakon_biasa(orang: Orang) -> Lakon:
	rencana = RENCANA[orang.jabatan]
	if orang.atasan == "hendra":
		rencana = tuple(Hasil(hasil.uraian, hasil.ukuran, None, hasil.jenis) for hasil in rencana)
	return Lakon(
		rencana, _get_laporan(orang, rencana), _get_umpan_balik(orang), tahunan=_get_penilaian(orang)
	)


def _add_diambil_alih(lakon: Lakon) -> Lakon:
	umpan_balik = UmpanBalik(7, KURANG, "Baru satu bab panduan selesai. Mari kita bahas hambatannya.", 2)
	return replace(
		lakon,
		rencana=(*lakon.rencana, HASIL_DIAMBIL_ALIH),
		laporan=tuple(
			replace(isi, nilai=(*isi.nilai, SELESAI_PER_BULAN.get(isi.bulan, 0))) for isi in lakon.laporan
		),
		umpan_balik=(*lakon.umpan_balik, umpan_balik),
		tahunan=replace(lakon.tahunan, baris={3: (DIBAWAH, ALASAN_DIAMBIL_ALIH)}),
	)


def _get_laporan(orang: Orang, rencana: tuple[Hasil, ...]) -> tuple[Laporan, ...]:
	"""The work done in equal parts; what is measured in percent or points moves a little around its year's figure."""
	faktor, tepat_waktu = MUTU[HASIL_LAIN.get(orang.kunci, SESUAI)]
	ukuran = [indikator for hasil in rencana for indikator in hasil.ukuran]
	jumlah = divide_evenly(round(ukuran[0].target_maks * faktor), len(BULAN_LAPORAN))
	return tuple(
		Laporan(
			bulan,
			(jumlah[ke], *(tepat_waktu + (1 if ke % 2 else -1) for _lain in ukuran[1:])),
			terlambat=(orang.kunci, bulan) in TERLAMBAT,
		)
		for ke, bulan in enumerate(BULAN_LAPORAN)
	)


def divide_evenly(jumlah: int, bagian: int) -> list[int]:
	"""Whole parts, as equal as can be, that add up to ``jumlah``."""
	batas = [round(jumlah * ke / bagian) for ke in range(bagian + 1)]
	return [akhir - awal for awal, akhir in pairwise(batas)]


def _get_umpan_balik(orang: Orang) -> tuple[UmpanBalik, ...]:
	if HASIL_LAIN.get(orang.kunci) == DIBAWAH:
		return (
			UmpanBalik(
				7, KURANG, "Target semester pertama belum tercapai. Mari susun jadwal mingguan bersama.", 1
			),
		)
	if PERILAKU_LAIN.get(orang.kunci) == DIBAWAH:
		return (
			UmpanBalik(8, KURANG, "Perbaiki cara menjawab warga di telepon.", nilai="Berorientasi Pelayanan"),
		)
	return (UmpanBalik(7, BAGUS, "Pekerjaan semester pertama rapi dan sesuai jadwal. Terima kasih.", 1),)


def _get_penilaian(orang: Orang) -> Penilaian:
	return Penilaian(
		HASIL_LAIN.get(orang.kunci, SESUAI),
		PERILAKU_LAIN.get(orang.kunci, SESUAI),
		sampai=Tahap.DISERAHKAN if orang.kunci in BELUM_MENERIMA else Tahap.DITUTUP,
		perilaku_semula=PERILAKU_SEMULA.get(orang.kunci),
		alasan_sebaran=ALASAN_SEBARAN.get(orang.kunci),
	)


LAKON = {orang.kunci: lakon for orang in ORANG if (lakon := get_lakon(orang))}


# --- how far a year has come


def build_lakon(tahun: int, hari: date) -> dict[str, Lakon]:
	"""Short name -> what he has done of ``tahun`` up to ``hari``."""
	lakon = {kunci: cut_lakon(kunci, isi, tahun, hari) for kunci, isi in LAKON.items()}
	if tahun == hari.year:
		return lakon | {
			kunci: Lakon(LAKON[kunci].rencana, skp_sejak=get_sejak(kunci, hari)) for kunci in SKP_MENUNGGU
		}
	return {kunci: isi for kunci, isi in lakon.items() if kunci not in SKP_MENUNGGU}


def get_sejak(kunci: str, hari: date) -> date:
	"""The day on which a plan was drafted that waits on ``hari``. Up to 31 January the law's day is the Penilai's last:
	what is too late came before it, what is in time after it."""
	sejak, januari = hari - SKP_MENUNGGU[kunci], date(hari.year, 1, 31)
	if sejak > januari:
		return sejak
	if kunci == TERLEWAT or hari <= januari:
		return date(hari.year, 1, 5)
	return date(hari.year, 2, 1)


def cut_lakon(kunci: str, lakon: Lakon, tahun: int, hari: date) -> Lakon:
	"""Nobody is evaluated for a time that is not over, or whose last report is not verified."""
	selesai = count_bulan_selesai(tahun, hari)
	baru = selesai if is_baru_selesai(tahun, hari) else 0
	if tahun == hari.year and kunci == "siti":
		lakon = _get_tahun_tenang(MENURUT_KUNCI[kunci], lakon)
	laporan = [
		_leave_menunggu(kunci, isi) if isi.bulan == baru else isi
		for isi in lakon.laporan
		if isi.bulan <= selesai
	]
	tertahan = baru and kunci in BELUM_VERIFIKASI
	dinilai = selesai - 1 if tertahan else selesai
	return replace(
		lakon,
		laporan=tuple(isi for isi in laporan if isi),
		umpan_balik=tuple(isi for isi in lakon.umpan_balik if isi.bulan <= selesai),
		periodik={ke: nilai for ke, nilai in lakon.periodik.items() if 3 * ke <= dinilai},
		tahunan=lakon.tahunan if dinilai == 12 else None,
	)


def _get_tahun_tenang(orang: Orang, lakon: Lakon) -> Lakon:
	"""The same plan again, without a bad April."""
	umpan_balik, laporan = _get_umpan_balik(orang), _get_laporan(orang, lakon.rencana)
	return replace(lakon, laporan=laporan, umpan_balik=umpan_balik, periodik={})


def count_bulan_selesai(tahun: int, hari: date) -> int:
	"""Months of ``tahun`` that are over on ``hari``."""
	return 12 if tahun < hari.year else hari.month - 1


def is_baru_selesai(tahun: int, hari: date) -> bool:
	"""Is the last of those the month before ``hari``? In January it is last year's December."""
	return tahun == hari.year or hari.month == 1


def _leave_menunggu(kunci: str, laporan: Laporan) -> Laporan | None:
	"""A report of the month that has just ended."""
	if kunci in BELUM_LAPOR:
		return None
	if kunci in DIKEMBALIKAN:
		return replace(laporan, sampai=Tahap.DIKEMBALIKAN, pengembalian=DIKEMBALIKAN[kunci])
	return replace(laporan, sampai=Tahap.DIAJUKAN) if kunci in MENUNGGU_VERIFIKASI else laporan
