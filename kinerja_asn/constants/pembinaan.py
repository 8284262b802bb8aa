"""Pembinaan kinerja (Pasal 20-22; Lampiran III huruf D, p. 78-88): its terms, and the nine statements of form B.1.8."""

from kinerja_asn.constants.istilah import Istilah


class JenisPembinaan(Istilah):
	"""The forms of bimbingan kinerja that the regulation lays down (p. 78 huruf d)."""

	COACHING = "Coaching"
	MENTORING = "Mentoring"


class StatusPembinaan(Istilah):
	"""Where a bimbingan stands: the employee prepares it (p. 79, 81), both carry it out, both sign it (p. 79, 82)."""

	DISIAPKAN = "Disiapkan pegawai"
	BERJALAN = "Berjalan"
	DITANDATANGANI = "Menunggu tanda tangan pegawai"
	SELESAI = "Selesai"
	DIBATALKAN = "Dibatalkan"


PEMBINAAN_TERBUKA = (StatusPembinaan.DISIAPKAN, StatusPembinaan.BERJALAN, StatusPembinaan.DITANDATANGANI)


class JawabanPernyataan(Istilah):
	"""What an employee says to a statement of form B.1.8, whose column is free (p. 83)."""

	YA = "Ya"
	SEBAGIAN = "Sebagian"
	TIDAK = "Tidak"


_PEGAWAI = "Tentang Pegawai"
_PIMPINAN = "Tentang Pimpinan/ Pihak Lain yang Diberikan Penugasan Khusus"
_KEDUANYA = "Tentang Pegawai dan Pimpinan/ Pihak Lain yang Diberikan Penugasan Khusus"

# Subjek and kriteria, word by word (form B.1.8, p. 83).
PERNYATAAN = (
	(_PEGAWAI, "Saya merasa diperhatikan dan dipahami"),
	(_PEGAWAI, "Saya merasa tindakan/langkah yang telah saya lakukan dihargai"),
	(_PEGAWAI, "Saya merasa dapat dengan bebas mengemukakan pendapat/pemikiran saya"),
	(_PIMPINAN, "Saya merasa bahwa pandangan yang diberikan berdasarkan data/fakta yang akurat"),
	(_PIMPINAN, "Saya merasa bahwa pandangan/pendapat yang diberikan kepada saya bersifat positif"),
	(_PIMPINAN, "Lebih banyak menggunakan metode bertanya dibandingkan menggurui"),
	(_KEDUANYA, "Saya merasa dibantu dalam mencari solusi dan aksi tindak lanjut"),
	(_KEDUANYA, "Saya tahu apa yang harus saya lakukan setelah mengikuti kegiatan bimbingan kinerja ini"),
	(_KEDUANYA, "Saya memahami maksud dan tujuan kegiatan bimbingan kinerja ini"),
)


class StatusLaporanMasalah(Istilah):
	"""What became of a report of form B.1.10 (p. 86-87)."""

	DILAPORKAN = "Menunggu keputusan"
	KONSELING = "Ditetapkan untuk konseling"
	TIDAK_DILANJUTKAN = "Tidak dilanjutkan"


class KedudukanKonselor(Istilah):
	"""Who may counsel (p. 87 huruf (a) angka (3), huruf (b))."""

	INDEPENDEN = "Konselor independen"
	PENILAI = "Pejabat Penilai Kinerja yang telah memperoleh pelatihan konseling"
	FUNGSI = "Pejabat yang memiliki fungsi memberikan konseling"


class StatusKonseling(Istilah):
	DIJADWALKAN = "Dijadwalkan"
	SELESAI = "Selesai"


class StatusAmbilAlih(Istilah):
	"""Pasal 20 ayat (6); withdrawn with a further note only."""

	BERLAKU = "Berlaku"
	DICABUT = "Dicabut"
