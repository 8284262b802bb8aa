"""What each position of the demo plans for the year, and the words that describe one person's year."""

from dataclasses import dataclass, field, replace
from datetime import date

from kinerja_asn.constants.istilah import (
	Arah,
	Aspek,
	CaraHitung,
	JenisHasilKerja,
	Perspektif,
	Rating,
	SasaranUmpanBalik,
	Sifat,
	Tahap,
)


@dataclass(frozen=True)
class Ukuran:
	"""An indikator with its target, as a row of the SKP has it."""

	indikator: str
	aspek: Aspek
	target_min: float
	target_maks: float
	satuan: str | None
	arah: Arah = Arah.NAIK
	cara_hitung: CaraHitung = CaraHitung.JUMLAH
	target_naratif: str | None = None
	perspektif: Perspektif | None = None


@dataclass(frozen=True)
class Hasil:
	"""A hasil kerja; ``intervensi`` is the row of the leader's SKP that it serves."""

	uraian: str
	ukuran: tuple[Ukuran, ...]
	intervensi: int | None = 1
	jenis: JenisHasilKerja = JenisHasilKerja.UTAMA


@dataclass(frozen=True)
class Laporan:
	"""One month's realisasi. ``nilai`` has one entry per indikator: a number, words, or None for nothing.

	``sampai`` is the stage it reaches; ``pengembalian`` the reason for which it was returned (once, then
	corrected, unless ``sampai`` is Dikembalikan).
	"""

	bulan: int
	nilai: tuple[float | str | None, ...]
	sampai: Tahap = Tahap.DITETAPKAN
	terlambat: bool = False
	pengembalian: str | None = None
	pdf: bool = False
	kendala: str | None = None
	tindak_lanjut: str | None = None

	@property
	def is_menunggu(self) -> bool:
		"""Somebody still has to act on it."""
		return self.sampai != Tahap.DITETAPKAN


@dataclass(frozen=True)
class UmpanBalik:
	"""A leader's feedback on the tenth of ``bulan``; ``sasaran`` names a row of the SKP or one of the seven values."""

	bulan: int
	sifat: Sifat
	isi: str
	hasil_kerja_ke: int | None = None
	nilai: str | None = None
	pemberi: str = "penilai"

	@property
	def sasaran(self) -> SasaranUmpanBalik:
		if self.hasil_kerja_ke:
			return SasaranUmpanBalik.HASIL_KERJA
		return SasaranUmpanBalik.PERILAKU if self.nilai else SasaranUmpanBalik.UMUM


@dataclass(frozen=True)
class Penilaian:
	"""What the Penilai decides. ``baris``: number of the indikator -> (rating, reason) where he judges himself.
	``perilaku_semula``: what he had set before the calibration meeting; ``alasan_sebaran``: why he goes beyond the pattern."""

	hasil: Rating
	perilaku: Rating
	catatan: str | None = None
	baris: dict[int, tuple[Rating, str]] = field(default_factory=dict)
	sampai: Tahap = Tahap.DISERAHKAN
	perilaku_semula: Rating | None = None
	alasan_sebaran: str | None = None


@dataclass(frozen=True)
class Lakon:
	"""One person's year. ``periodik``: quarter -> Penilaian; no ``tahunan``: not evaluated (yet); ``skp_sejak``: the day
	on which the plan was drafted, if it still waits for the Penilai."""

	rencana: tuple[Hasil, ...]
	laporan: tuple[Laporan, ...] = ()
	umpan_balik: tuple[UmpanBalik, ...] = ()
	periodik: dict[int, Penilaian] = field(default_factory=dict)
	tahunan: Penilaian | None = None
	skp_sejak: date | None = None

	@property
	def ukuran(self) -> list[Ukuran]:
		return [ukuran for hasil in self.rencana for ukuran in hasil.ukuran]


def _plan(uraian: str, indikator: str, target: int, satuan: str) -> tuple[Hasil, ...]:
	"""The usual plan: so many pieces of work in the year, 90 to 95 % of them on time."""
	return (
		Hasil(
			uraian,
			(
				Ukuran(indikator, Aspek.KUANTITAS, target, target, satuan),
				Ukuran(
					"Persentase pekerjaan yang selesai tepat waktu",
					Aspek.WAKTU,
					90,
					95,
					"persen",
					cara_hitung=CaraHitung.RATA_RATA,
				),
			),
		),
	)


def _plan_pimpinan(uraian: str, indikator: str, target: int, satuan: str) -> tuple[Hasil, ...]:
	"""The plan of a JPT: what his unit's Perjanjian Kinerja says, the budget included (p. 27-29)."""
	(hasil,) = _plan(uraian, indikator, target, satuan)
	jumlah, tepat_waktu = hasil.ukuran
	return (
		Hasil(
			uraian,
			(
				replace(jumlah, perspektif=Perspektif.PENERIMA_LAYANAN),
				replace(tepat_waktu, perspektif=Perspektif.PROSES_BISNIS),
			),
		),
		Hasil(
			"Terwujudnya pelaksanaan anggaran yang efektif dan efisien",
			(
				Ukuran(
					"Nilai Indikator Kinerja Pelaksanaan Anggaran (IKPA)",
					Aspek.BIAYA,
					90,
					95,
					"poin",
					cara_hitung=CaraHitung.RATA_RATA,
					perspektif=Perspektif.ANGGARAN,
				),
			),
		),
	)


# Jabatan -> plan. The leaders' rows come first: staff serve row 1 of them unless it says otherwise.
RENCANA = {
	"Kepala Dinas Kependudukan dan Pencatatan Sipil": _plan_pimpinan(
		"Meningkatnya kepemilikan dokumen kependudukan masyarakat",
		"Dokumen kependudukan yang diterbitkan",
		48000,
		"dokumen",
	),
	"Kepala Dinas Pendidikan": _plan_pimpinan(
		"Meningkatnya mutu layanan pendidikan dasar",
		"Satuan pendidikan yang rapor mutunya naik",
		40,
		"sekolah",
	),
	"Guru Ahli Madya": _plan(
		"Meningkatnya mutu pembelajaran di SMP Negeri 1 Sukamaju",
		"Guru yang disupervisi dan didampingi",
		32,
		"guru",
	),
	"Sekretaris Dinas": _plan(
		"Terwujudnya tata kelola dinas yang akuntabel",
		"Dokumen perencanaan, keuangan, dan kepegawaian yang selesai",
		48,
		"dokumen",
	),
	"Kepala Bidang Pelayanan Pendaftaran Penduduk": _plan(
		"Meningkatnya cakupan pendaftaran penduduk",
		"Dokumen pendaftaran penduduk yang terbit",
		30000,
		"dokumen",
	),
	"Kepala Bidang Pelayanan Pencatatan Sipil": _plan(
		"Meningkatnya cakupan pencatatan peristiwa penting", "Akta pencatatan sipil yang terbit", 9600, "akta"
	),
	"Kepala Bidang PIAK dan Pemanfaatan Data": _plan(
		"Meningkatnya pemanfaatan data kependudukan",
		"Perangkat daerah yang memanfaatkan data",
		24,
		"perangkat daerah",
	),
	"Auditor Ahli Muda": _plan(
		"Terlaksananya pengawasan intern yang berdampak",
		"Laporan hasil pengawasan yang terbit",
		16,
		"laporan",
	),
	"Guru Ahli Pertama": _plan(
		"Meningkatnya prestasi belajar siswa kelas VII",
		"Siswa yang melampaui kriteria ketercapaian tujuan",
		120,
		"siswa",
	),
	"Analis Sumber Daya Manusia Aparatur Ahli Muda": _plan(
		"Terkelolanya kinerja pegawai dinas", "Dokumen pengelolaan kinerja yang selesai", 144, "dokumen"
	),
	"Perencana Ahli Muda": _plan(
		"Tersusunnya dokumen perencanaan yang selaras", "Dokumen perencanaan yang ditetapkan", 12, "dokumen"
	),
	"Perencana Ahli Pertama": _plan(
		"Tersedianya data capaian program yang akurat", "Laporan capaian program yang terbit", 12, "laporan"
	),
	"Arsiparis Terampil": _plan(
		"Tertatanya arsip dinas", "Berkas arsip yang tertata dan terdaftar", 2400, "berkas"
	),
	"Pengadministrasi Perkantoran": _plan(
		"Terselesaikannya administrasi perkantoran", "Surat dan berkas yang selesai diproses", 1200, "berkas"
	),
	"Penata Layanan Operasional": _plan(
		"Terselesaikannya permohonan layanan masyarakat",
		"Permohonan yang selesai diverifikasi",
		1600,
		"permohonan",
	),
	"Operator Layanan Operasional": _plan(
		"Terlayaninya perekaman dan pencetakan dokumen",
		"Perekaman dan pencetakan yang selesai",
		3600,
		"dokumen",
	),
	"Administrator Database Kependudukan Ahli Muda": _plan(
		"Terjaganya mutu basis data kependudukan", "Anomali data yang terselesaikan", 1800, "data"
	),
	"Administrator Database Kependudukan Ahli Pertama": _plan(
		"Terjaganya mutu basis data kependudukan", "Anomali data yang terselesaikan", 1200, "data"
	),
	"Pranata Komputer Ahli Muda": _plan(
		"Tersedianya layanan data kependudukan yang andal", "Layanan data yang tersambung", 24, "layanan"
	),
	"Pranata Komputer Ahli Pertama": _plan(
		"Tersedianya layanan data kependudukan yang andal",
		"Gangguan layanan yang terselesaikan",
		240,
		"gangguan",
	),
}
