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


class JenisASN(Istilah):
	"""Kinds of ASN (UU 20/2023); PPPK Paruh Waktu since KepmenPANRB 16/2025."""

	PNS = "PNS"
	PPPK = "PPPK"
	PPPK_PARUH_WAKTU = "PPPK Paruh Waktu"


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


class StatusKinerjaUnit(Istilah):
	BELUM = "Belum ditetapkan"
	DITETAPKAN = "Ditetapkan"


class DasarOrganisasi(Istilah):
	"""What the attainment of a unit is measured by: of a period the first two, of a year the last (p. 92-93)."""

	RENCANA_AKSI = "Rencana aksi Perjanjian Kinerja"
	TRAJECTORY = "Trajectory target"
	TAHUNAN = "IKU dan ekspektasi pimpinan"


class Arah(Istilah):
	"""How a realisasi compares with its target range."""

	NAIK = "Naik"
	TURUN = "Turun"
	RENTANG = "Rentang"
	YA_TIDAK = "Ya/Tidak"
	NARATIF = "Naratif"


class CaraHitung(Istilah):
	"""How the realisasi of several reporting periods add up to one figure; what is kumulatif is typed in as it is by the
	end of each, so that the latest says it all."""

	JUMLAH = "Jumlah"
	RATA_RATA = "Rata-rata"
	NILAI_TERAKHIR = "Nilai terakhir"
	JUMLAH_KUMULATIF = "Jumlah kumulatif"
	RATA_RATA_KUMULATIF = "Rata-rata kumulatif"


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


class Keyakinan(Istilah):
	"""How sure a forecast for the year's end is."""

	CUKUP = "cukup yakin"
	KURANG = "kurang yakin"
	KASAR = "masih kasar"


class Lintasan(Istilah):
	"""How the target of a year falls into its periods."""

	MERATA = "Merata"
	BULANAN = "Bulanan"
	MUSIMAN = "Musiman"


class KeadaanLapor(Istilah):
	"""How punctually somebody reports (M10); three late reports in a quarter are his Penilai's to talk about."""

	SERING = "Sering terlambat"
	TERLAMBAT = "Pernah terlambat"
	TEPAT_WAKTU = "Tepat waktu"


class JenisMasa(Istilah):
	"""Lengths of a reporting period. Evaluation is monthly or quarterly (Pasal 24 ayat (2)); documentation may
	also be daily, weekly, half-yearly or yearly (Pasal 16 ayat (3)), and some agencies evaluate half-yearly by local rule."""

	HARIAN = "Harian"
	MINGGUAN = "Mingguan"
	BULANAN = "Bulanan"
	TRIWULANAN = "Triwulanan"
	SEMESTERAN = "Semesteran"
	TAHUNAN = "Tahunan"


class Bulan(Istilah):
	"""Months by their names, as people write and read them."""

	JANUARI = "Januari"
	FEBRUARI = "Februari"
	MARET = "Maret"
	APRIL = "April"
	MEI = "Mei"
	JUNI = "Juni"
	JULI = "Juli"
	AGUSTUS = "Agustus"
	SEPTEMBER = "September"
	OKTOBER = "Oktober"
	NOVEMBER = "November"
	DESEMBER = "Desember"


class StatusRencanaAksi(Istilah):
	"""How far employee and leader agree on the steps (p. 67 no. 2-3). None of them locks anything."""

	DISUSUN = "Disusun"
	MENUNGGU = "Menunggu kesepakatan"
	DISEPAKATI = "Disepakati"
	BERUBAH = "Berubah sejak disepakati"


class PemakaianCatatan(Istilah):
	"""Whether an agency's people note their progress every working day. None of them locks anything."""

	TIDAK_DIPAKAI = "Tidak dipakai"
	SUKARELA = "Sukarela"
	DIMINTA = "Diminta"


class StatusCatatan(Istilah):
	"""Where a day that was noted stands. What is changed is the employee's again."""

	DRAF = "Draf"
	DIAJUKAN = "Diajukan"
	DISETUJUI = "Disetujui"


class KeadaanCatatan(Istilah):
	"""How many of the working days of a month somebody noted."""

	KOSONG = "Belum ada catatan"
	SEBAGIAN = "Sebagian dicatat"
	LENGKAP = "Lengkap"


class HasilImpor(Istilah):
	"""What became of a figure that HR brought from another system."""

	DITERIMA = "Diterima"
	SAMA = "Sudah sama"
	DITOLAK = "Ditolak"


class SumberAngka(Istilah):
	"""What a figure of a report may have been taken from, as it reads after "Menurut"."""

	CATATAN_HARIAN = "catatan harian"
	UMPAN_BALIK_MASYARAKAT = "umpan balik masyarakat"
	SISTEM_LAIN = "sistem lain:"


class JenisEvaluasi(Istilah):
	PERIODIK = "Periodik"
	TAHUNAN = "Tahunan"


class DasarPenilai(Istilah):
	"""By what somebody evaluates (Lampiran IV, p. 89-92 no. 2-16)."""

	ATASAN_LANGSUNG = "Atasan langsung"
	DELEGASI = "Pendelegasian kewenangan"
	PELAKSANA = "Plt./Plh. atas delegasi atasan"
	TEMPAT_PLT = "Pimpinan unit tempat melapor sebagai Plt."
	BERHALANGAN = "Atasan, karena Pejabat Penilai berhalangan tetap"
	PEGAWAI_PINDAH = "Pejabat Penilai baru, karena pegawai berpindah"
	PENILAI_BARU = "Pejabat Penilai baru, karena Pejabat Penilai berpindah"
	PENILAI_LAMA = "Pejabat Penilai lama, berpindah dalam waktu evaluasi"
	TUGAS_BELAJAR = "Pejabat Penilai instansi induk pegawai tugas belajar"
	DIPERBANTUKAN = "Pejabat Penilai instansi induk pegawai yang diperbantukan"
	LEWAT_WAKTU = "Atasan, karena waktu evaluasi terlewati"


class StatusPenilaianDiri(Istilah):
	"""A draft is the employee's own; handed in it is what he said, and stays."""

	DRAF = "Draf"
	DISAMPAIKAN = "Disampaikan"


class SasaranUmpanBalik(Istilah):
	UMUM = "Umum"
	HASIL_KERJA = "Hasil Kerja"
	PERILAKU = "Perilaku Kerja"


class PeranUmpanBalik(Istilah):
	"""Who gives feedback (Pasal 18), the employee himself first."""

	DIRI = "Diri Sendiri"
	PIMPINAN = "Pimpinan"
	REKAN = "Rekan Kerja Setingkat"
	BAWAHAN = "Pegawai di Bawahnya"
	LAIN = "Pihak Lain"


class BentukUmpanBalik(Istilah):
	"""Forms of feedback (Pasal 19 ayat (1); p. 69 no. 5)."""

	BERKALA = "Berkala"
	INSIDENTIL = "Insidentil"


class JadwalUmpanBalik(Istilah):
	"""How often a leader owes feedback (Pasal 19 ayat (2), "sesuai kesepakatan"); the words of JenisMasa, or not watched."""

	TIDAK = "Tidak dijadwalkan"
	BULANAN = "Bulanan"
	TRIWULANAN = "Triwulanan"
	SEMESTERAN = "Semesteran"


class JenisPermintaan(Istilah):
	"""A request of one's own (p. 70 no. 9), or one round about a person from several sides."""

	BIASA = "Permintaan"
	TIGA_ENAM_PULUH = "360"


class StatusPermintaan(Istilah):
	DIUSULKAN = "Diusulkan"
	BERJALAN = "Berjalan"
	SELESAI = "Selesai"
	DIBATALKAN = "Dibatalkan"


# --- planning (Lampiran II)


class Pendekatan(Istilah):
	"""How hasil kerja is stated (Pasal 9 ayat (3); p. 50)."""

	KUANTITATIF = "Kuantitatif"
	KUALITATIF = "Kualitatif"


class Formulir(Istilah):
	"""Form of an SKP, by the employee's post and the approach (p. 31, 53)."""

	KUALITATIF_JPT = "A.1.1"
	KUANTITATIF_JPT = "A.1.2"
	KUALITATIF_JA = "A.1.6"
	KUANTITATIF_JA = "A.1.7"


class Perspektif(Istilah):
	"""Perspectives of the indikator of a JPT or head of an independent unit; Anggaran is compulsory (p. 29)."""

	PENERIMA_LAYANAN = "Penerima Layanan"
	PROSES_BISNIS = "Proses Bisnis"
	PENGUATAN_INTERNAL = "Penguatan Internal"
	ANGGARAN = "Anggaran"


class KualitasHasil(Istilah):
	"""Kualitas dan tingkat kendali of a hasil kerja, from the top of the pyramid down (p. 28, 44)."""

	OUTCOME = "Outcome"
	OUTCOME_ANTARA = "Outcome Antara"
	KENDALI_RENDAH = "Output Kendali Rendah"
	KENDALI_SEDANG = "Output Kendali Sedang"
	KENDALI_TINGGI = "Output Kendali Tinggi"


class SumberHasil(Istilah):
	"""Where a hasil kerja comes from (p. 27-28, 46, 62)."""

	PERJANJIAN_KINERJA = "Perjanjian Kinerja"
	RENSTRA = "Rencana Strategis"
	RKT = "Rencana Kerja Tahunan"
	DIREKTIF = "Direktif"
	RENCANA_AKSI = "Rencana Aksi/Inisiatif Strategis"
	MATRIKS = "Matriks Peran Hasil"
	PENUGASAN = "Penugasan"
	TUGAS_BELAJAR = "Tugas Belajar"


class Penyelarasan(Istilah):
	"""How a hasil kerja serves the leader's: cascading langsung (p. 39-41) or tidak langsung (p. 41-43)."""

	ASPEK = "Langsung: aspek"
	WILAYAH = "Langsung: wilayah"
	BEBAN = "Langsung: beban target"
	LAYANAN = "Tidak langsung: layanan"
	OUTPUT_ANTARA = "Tidak langsung: output antara"

	@property
	def is_langsung(self) -> bool:
		"""Only then does the employee's achievement represent the leader's (p. 41 no. 2)."""
		return self in (Penyelarasan.ASPEK, Penyelarasan.WILAYAH, Penyelarasan.BEBAN)


class PenugasanSebagai(Istilah):
	"""Assignments that are always hasil kerja utama (p. 50 huruf d)."""

	PLT = "Plt."
	PLH = "Plh."
	JF_STRUKTURAL = "JF dalam jabatan struktural"


class KategoriLampiran(Istilah):
	"""Parts of the Lampiran SKP, in the order of form A.1.8 (p. 61)."""

	SUMBER_DAYA = "Dukungan Sumber Daya"
	PERTANGGUNGJAWABAN = "Skema Pertanggungjawaban"
	KONSEKUENSI = "Konsekuensi"


class JenisLampiran(Istilah):
	"""Kinds of dukungan sumber daya (p. 60) and of konsekuensi (p. 61)."""

	SDM = "Sumber daya manusia"
	ANGGARAN = "Anggaran"
	PERALATAN = "Peralatan kerja"
	PENDAMPINGAN = "Pendampingan Pimpinan"
	SARANA = "Sarana dan prasarana"
	POSITIF = "Positif"
	NEGATIF = "Negatif"


class Frekuensi(Istilah):
	"""When progress is reported (p. 60; "setiap hari/ mingguan/ bulanan/…", p. 61)."""

	HARIAN = "Harian"
	MINGGUAN = "Mingguan"
	BULANAN = "Bulanan"
	TRIWULANAN = "Triwulanan"
	SEMESTERAN = "Semesteran"
	TAHUNAN = "Tahunan"
	TANGGAL = "Tanggal tertentu"


class AlasanPerubahan(Istilah):
	"""Why an SKP develops during the year (Pasal 14 ayat (2); Pasal 20; p. 80)."""

	UMPAN_BALIK = "Umpan balik berkelanjutan"
	PENUGASAN_BARU = "Penugasan baru"
	EKSPEKTASI = "Penyesuaian ekspektasi"
	SUMBER_DAYA = "Penyesuaian dukungan sumber daya"
	PEMBINAAN = "Pembinaan kinerja"


class BentukPenugasan(Istilah):
	"""How an employee comes to an assignment (p. 46 no. 8)."""

	PENUNJUKAN = "Penunjukan"
	SUKARELA = "Pengajuan sukarela"


class StatusPenugasan(Istilah):
	MENUNGGU = "Menunggu persetujuan"
	DISETUJUI = "Disetujui"
	DITOLAK = "Ditolak"
	DITARIK = "Ditarik"


class SifatCatatan(Istilah):
	"""A remark on a row of an SKP: said in the dialogue, or the reason why it was returned."""

	KOMENTAR = "Komentar"
	PENGEMBALIAN = "Alasan pengembalian"


class JenisInstansi(Istilah):
	"""Decides who sets the SKP of a JPT (p. 65)."""

	PUSAT = "Instansi Pusat"
	DAERAH = "Instansi Daerah"


class SumberPembukaan(Istilah):
	"""What the drafts of a newly opened period start with."""

	TAHUN_LALU = "SKP tahun lalu"
	TEMPLAT = "Templat jabatan"
	KOSONG = "Kosong"


class StatusPembukaan(Istilah):
	MENUNGGU = "Menunggu"
	BERJALAN = "Berjalan"
	SELESAI = "Selesai"
	TERHENTI = "Terhenti"


class JenisPerpindahan(Istilah):
	"""Events after which SKP are closed and succeeded, or pass to another Penilai (p. 50, 65, 89-92)."""

	MUTASI = "Mutasi pegawai"
	GANTI_PENILAI = "Pergantian Pejabat Penilai"
	PLT_PLH = "Penunjukan Plt./Plh. Pejabat Penilai"


class CakupanPergantian(Istilah):
	"""Whom a change of Penilai concerns."""

	SEMUA = "Semua yang dinilai pejabat lama"
	UNIT = "Pegawai satu unit kerja"
	DAFTAR = "Pegawai dalam daftar"


class JenisSaran(Istilah):
	"""Kinds of gentle warnings on a draft; an agency can switch each of them off."""

	KATA_KERJA = "Kata kerja aktivitas"
	KATA_MUTLAK = "Kata mutlak"
	PERSPEKTIF = "Perspektif belum lengkap"
	KENDALI = "Tingkat kendali"
	SMART = "Kriteria SMART"


class KeadaanSKP(Istilah):
	"""How far an employee's SKP is towards being set by 31 January (Pasal 14)."""

	BELUM_ADA = "Belum ada SKP"
	DISUSUN = "Sedang disusun"
	MENUNGGU = "Menunggu penetapan"
	TERLAMBAT = "Ditetapkan terlambat"
	TEPAT_WAKTU = "Ditetapkan tepat waktu"


class HalanganBertindak(Istilah):
	"""Why nothing happens to a document that waits for somebody."""

	BELUM_ADA = "Belum ditentukan"
	TIDAK_AKTIF = "Tidak aktif lagi"
	TANPA_AKUN = "Belum memiliki akun"
	AKUN_MATI = "Akun dinonaktifkan"
	DIRI_SENDIRI = "Pegawai itu sendiri"


class JenisPerubahanBaris(Istilah):
	"""What became of a row between two versions of an SKP."""

	TETAP = "Tetap"
	BERUBAH = "Berubah"
	DITAMBAH = "Ditambah"
	DIHAPUS = "Dihapus"


class KeadaanTautan(Istilah):
	"""What was found behind a link given as evidence."""

	TERBUKA = "Dapat dibuka"
	MEMINTA_MASUK = "Meminta masuk"
	TIDAK_ADA = "Tidak ditemukan"
	TIDAK_MENJAWAB = "Tidak menjawab"
	ALAMAT_DALAM = "Alamat jaringan dalam"


class KeadaanEvaluasi(Istilah):
	"""How far an evaluation is, and so in whose hands."""

	BELUM_DIBUAT = "Belum dibuat"
	DINILAI = "Sedang dinilai"
	DITETAPKAN = "Ditetapkan, belum diserahkan"
	DISERAHKAN = "Menunggu pegawai"
	SELESAI = "Selesai"


class KeadaanPola(Istilah):
	"""How the predikat of a group stand to the pattern of its unit's result."""

	MENYIMPANG = "Menyimpang dari pola"
	SESUAI = "Sesuai pola"
	KECIL = "Kelompok kecil"
	TANPA_CAPAIAN = "Capaian unit belum ada"
