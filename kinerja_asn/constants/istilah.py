"""The regulation's own terms as enums: a value is the official wording, stored and shown as it is."""

from enum import Enum


class Istilah(str, Enum):
	"""A string enum that prints as its value (``enum.StrEnum`` needs Python 3.11; Frappe v15 runs on 3.10)."""

	def __str__(self) -> str:
		return self.value


class Tahap(Istilah):
	"""Stage of a document. Every workflow state, however HR names it, is mapped to one of these."""

	DRAF = "Draf"
	DIAJUKAN = "Diajukan"
	DIKEMBALIKAN = "Dikembalikan"
	DITETAPKAN = "Ditetapkan"
	DISERAHKAN = "Diserahkan"
	DITUTUP = "Ditutup"


class Rating(Istilah):
	"""Rating of hasil kerja and of perilaku kerja (PermenPANRB 6/2022, Lampiran IV, p. 97-98)."""

	DIATAS = "Diatas Ekspektasi"
	SESUAI = "Sesuai Ekspektasi"
	DIBAWAH = "Dibawah Ekspektasi"


class Predikat(Istilah):
	"""Predikat kinerja pegawai, best first (p. 99). The quadrant writes ``Kurang`` as "Kurang/Misconduct"."""

	SANGAT_BAIK = "Sangat Baik"
	BAIK = "Baik"
	BUTUH_PERBAIKAN = "Butuh Perbaikan"
	KURANG = "Kurang"
	SANGAT_KURANG = "Sangat Kurang"


class PredikatOrganisasi(Istilah):
	"""Capaian kinerja organisasi, best first (p. 92)."""

	ISTIMEWA = "Istimewa"
	BAIK = "Baik"
	BUTUH_PERBAIKAN = "Butuh Perbaikan"
	KURANG = "Kurang"
	SANGAT_KURANG = "Sangat Kurang"


class Arah(Istilah):
	"""How a realisasi compares with its target range."""

	NAIK = "Naik"
	TURUN = "Turun"
	RENTANG = "Rentang"
	YA_TIDAK = "Ya/Tidak"
	NARATIF = "Naratif"


class CaraHitung(Istilah):
	"""How the realisasi of several reporting periods add up to one figure."""

	JUMLAH = "Jumlah"
	RATA_RATA = "Rata-rata"
	NILAI_TERAKHIR = "Nilai terakhir"


class Aspek(Istilah):
	"""Aspects of an indikator kinerja individu (Pasal 9 ayat (2); p. 51)."""

	KUANTITAS = "Kuantitas"
	KUALITAS = "Kualitas"
	WAKTU = "Waktu"
	BIAYA = "Biaya"


class JenisHasilKerja(Istilah):
	"""Utama is high priority, tambahan low priority (p. 49-50)."""

	UTAMA = "Utama"
	TAMBAHAN = "Tambahan"


class Sifat(Istilah):
	"""Whether a feedback shows a positive response (p. 97)."""

	POSITIF = "Positif"
	PERLU_PERBAIKAN = "Perlu Perbaikan"


class StatusProgres(Istilah):
	"""Where an indikator stands against the part of its target due by now."""

	BELUM_ADA = "Belum ada realisasi"
	TERTINGGAL = "Tertinggal"
	SESUAI_JADWAL = "Sesuai jadwal"
	MELAMPAUI = "Melampaui target"


class JenisMasa(Istilah):
	"""Lengths of a reporting period. Evaluation is monthly or quarterly (Pasal 24 ayat (2)); documentation may
	also be half-yearly or yearly (Pasal 16 ayat (3)), and some agencies evaluate half-yearly by local rule."""

	BULANAN = "Bulanan"
	TRIWULANAN = "Triwulanan"
	SEMESTERAN = "Semesteran"
	TAHUNAN = "Tahunan"


class JenisEvaluasi(Istilah):
	PERIODIK = "Periodik"
	TAHUNAN = "Tahunan"


class SasaranUmpanBalik(Istilah):
	UMUM = "Umum"
	HASIL_KERJA = "Hasil Kerja"
	PERILAKU = "Perilaku Kerja"
