"""Columns of the worksheet (xlsx) in which plans are exchanged: titles, what a cell may hold, what it says.

The words stand in the file itself and are read back from it, so they are never translated.
"""

from dataclasses import dataclass

from kinerja_asn.constants.istilah import Arah, CaraHitung, Istilah, JenisHasilKerja, Lintasan, Perspektif

JUDUL_RENCANA = "Rencana SKP"
JUDUL_PETUNJUK = "Petunjuk"
KEPALA_PETUNJUK = ("Kolom", "Isi", "Pilihan")


@dataclass(frozen=True)
class Kolom:
	"""``medan`` is the field of the SKP or of its row; ``pilihan`` the only words a cell may hold."""

	medan: str
	judul: str
	petunjuk: str
	lebar: int
	pilihan: type[Istilah] | None = None
	angka: bool = False


KOLOM = (
	Kolom("nip_pegawai", "NIP", "18 angka sebagai teks. Boleh kosong dalam lembar SKP sendiri.", 22),
	Kolom("nama_pegawai", "Nama", "Hanya untuk dibaca; tidak diimpor.", 26),
	Kolom("jenis", "Jenis", "Kosong berarti Utama.", 11, JenisHasilKerja),
	Kolom(
		"rencana_hasil_kerja",
		"Rencana Hasil Kerja",
		"Hasil yang dicapai, bukan kegiatan. Kosongkan, atau ulangi, pada baris indikator berikutnya dari hasil kerja yang sama.",
		44,
	),
	Kolom(
		"rhk_pimpinan_uraian",
		"RHK Pimpinan",
		"Rencana hasil kerja pimpinan yang diintervensi. Terhubung sendiri bila sama dengan yang tertulis dalam SKP pimpinan.",
		34,
	),
	Kolom("aspek", "Aspek", "Kuantitas, Kualitas, Waktu, dan/atau Biaya; pisahkan dengan koma.", 16),
	Kolom("indikator", "Indikator", "Ukuran keberhasilan. Satu baris untuk satu indikator.", 40),
	Kolom("arah", "Arah", "Naik: makin besar makin baik. Turun: makin kecil makin baik.", 10, Arah),
	Kolom(
		"target_min",
		"Target Min",
		"Angka seperti yang tampak: 85% dibaca 85 bila Satuan-nya persen. Kosong untuk Ya/Tidak dan Naratif.",
		12,
		angka=True,
	),
	Kolom("target_maks", "Target Maks", "Angka. Kosong berarti sama dengan Target Min.", 12, angka=True),
	Kolom("satuan", "Satuan", "Misalnya dokumen, persen, atau hari kerja.", 14),
	Kolom(
		"cara_hitung",
		"Cara Hitung",
		"Cara menggabungkan realisasi tiap masa. Kosong untuk Ya/Tidak dan Naratif.",
		14,
		CaraHitung,
	),
	Kolom(
		"lintasan",
		"Lintasan Target",
		"Kapan target jatuh. Kosong berarti Merata. Musiman: menurut realisasi tahun lalu.",
		15,
		Lintasan,
	),
	Kolom(
		"target_bulanan",
		"Target Bulanan",
		"Hanya untuk lintasan Bulanan: dua belas angka, Januari sampai Desember, dipisahkan titik koma, misalnya 0; 0; 50; 50; 50; 50; 50; 50; 50; 50; 0; 0.",
		34,
	),
	Kolom("target_naratif", "Target Naratif", "Hanya untuk arah Naratif.", 34),
	Kolom("perspektif", "Perspektif", "Wajib bagi JPT dan pimpinan unit kerja mandiri.", 18, Perspektif),
	Kolom(
		"penugasan_dari",
		"Penugasan dari",
		"Jabatan pimpinan yang menugaskan, bila bukan Pejabat Penilai.",
		26,
	),
)

IDENTITAS = ("nip_pegawai", "nama_pegawai")
HASIL_KERJA = ("jenis", "rencana_hasil_kerja", "rhk_pimpinan_uraian", "penugasan_dari")
INDIKATOR = tuple(kolom.medan for kolom in KOLOM if kolom.medan not in (*IDENTITAS, *HASIL_KERJA))
