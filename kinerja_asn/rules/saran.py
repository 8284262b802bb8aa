"""Gentle warnings on a draft SKP: they help to write it well and never block (PermenPANRB 6/2022, Lampiran II,
p. 28-29, 44, 51, 120). What is in doubt is not warned about: a warning that is wrong teaches to ignore them."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from kinerja_asn.constants.istilah import Arah, JenisSaran, KualitasHasil, Perspektif
from kinerja_asn.rules.capaian import ARAH_BERANGKA
from kinerja_asn.rules.pembulatan import format_angka
from kinerja_asn.rules.skp import name_indikator

MAKS_HASIL_KERJA = 10
MAKS_HURUF = 300
MAKS_KELIPATAN_RENTANG = 3


def _kata(text: str) -> frozenset[str]:
	return frozenset(text.split())


# Nouns that name work or a category of it. "Sosialisasi" alone is one, "Sosialisasi selesai tepat waktu" is not.
_KATA_KEGIATAN = _kata(
	"""
	advokasi analisis asistensi bimbingan diseminasi evaluasi fasilitasi inventarisasi kegiatan konsultasi
	koordinasi layanan monitoring pelaksanaan pelatihan pelayanan pemantauan pembinaan pembuatan pendampingan
	pengawasan pengelolaan pengembangan penginputan penyelenggaraan penyusunan penyuluhan rapat rekapitulasi
	sosialisasi supervisi verifikasi
	"""
)
_KATA_IKUT = _kata("berkoordinasi berpartisipasi ikut turut")
_AWALAN_ME = r"me(?:m|ng?|ny|l|r|w|y)\w{3,}"
_KATA_KERJA = re.compile(_AWALAN_ME)
# They begin like a verb of activity, but are nouns or say what is reached ("memperoleh IPK ...", p. 62).
_BUKAN_KATA_KERJA = _kata(
	"""
	melati melayu memorandum memori menara mendapat mendapatkan menghasilkan menguat meningkat menjadi mental
	menteri mentor menurun memenuhi memiliki memperoleh membaik mencapai meraih merdeka meritokrasi
	"""
)
# What makes a sentence of a noun of activity: "diproses", "terlaksana", "menjangkau", "sesuai standar".
_KEADAAN = re.compile(rf"(?:di|ter)\w{{4,}}|{_AWALAN_ME}")
_BUKAN_KEADAAN = _kata(
	"""
	diabetes diagnosa diagnosis diagram dialog diaspora digital digitalisasi diklat dimensi dinamika dinamis
	diplomasi direksi direktorat direktori direktur disabilitas diseminasi disiplin diskresi diskusi disposisi
	distribusi distrik diversifikasi divisi melalui melayu meliputi memori menara mengenai mental menteri
	mentor menuju menurut terakhir terbaru terbatas terbuka terdampak terdekat terdepan terdiri terhadap
	teritorial terkait terkini terlantar terluar termasuk terminal terorisme terpadu terpencil tersangka
	tersebut tertentu tertinggal terumbu
	"""
)
_KATA_KEADAAN = _kata(
	"""
	akuntabel akurat aman andal baik berfungsi berhasil berjalan berkualitas berlangsung bermutu cepat efektif
	efisien lancar lengkap memuaskan mudah optimal prima puas selesai sesuai tepat tertib transparan tuntas
	"""
)
# After these a verb states a purpose or an attribute: "Sosialisasi untuk meningkatkan kesadaran".
_KATA_TUJUAN = _kata("agar atau bagi dalam dan dengan guna rangka serta supaya untuk yang")

_BULAN = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
_HARI = "senin|selasa|rabu|kamis|jumat|sabtu|ahad"
_KURUN = "jam|hari|pekan|minggu|bulan|triwulan|semester|tahun|periode"
# "Setiap bulan" or "setiap 2 minggu" (p. 64) tells when, "setiap permohonan" leaves no tolerance.
_KATA_MUTLAK = re.compile(
	rf"\b(?:semua|selalu|tidak\s+pernah|setiap(?!\s+(?:\d+\s+)?(?:akhir|awal|tanggal|{_KURUN}|{_HARI})\b))\b"
)
_BATAS_WAKTU = re.compile(
	rf"\d|\b(?:menit|(?:{_KURUN})(?:an)?|{_BULAN}|tepat\s+waktu|sebelum|paling\s+lambat|selambat\w*|akhir)\b"
)
_KECUALI = (
	"kecuali bagi hasil kerja utama yang berkaitan dengan nyawa, cedera, pelanggaran keamanan nasional, atau "
	"kerugian moneter yang besar"
)


@dataclass(frozen=True)
class Saran:
	"""One warning (Indonesian); ``kunci`` is that of its row, None when it is about the whole SKP."""

	jenis: JenisSaran
	pesan: str
	kunci: str | None


@dataclass(frozen=True)
class BarisHasil:
	"""A hasil kerja as it stands in the draft; ``perspektif`` are those of its indikator."""

	kunci: str
	nomor: int
	uraian: str
	kualitas: KualitasHasil | None
	perspektif: tuple[Perspektif, ...]


@dataclass(frozen=True)
class BarisIndikator:
	"""An indikator as it stands in the draft; ``hasil_kerja`` is the kunci of its hasil kerja."""

	kunci: str
	nomor: int
	hasil_kerja: str
	uraian: str
	target_naratif: str | None
	arah: Arah
	satuan: str | None
	target_min: Decimal | None
	target_maks: Decimal | None
	hasil_ke: int | None = None  # which hasil kerja of several; ``nomor`` counts within it


def find_saran(
	hasil: Sequence[BarisHasil],
	indikator: Sequence[BarisIndikator],
	*,
	is_jpt: bool,
	jenis_jabatan: str | None,
	jenjang: str | None,
	mati: Collection[JenisSaran] = (),
) -> list[Saran]:
	"""What could be written better: warnings about the SKP as a whole first, then row by row.

	``is_jpt`` is ``is_jpt_atau_mandiri``; ``jenjang`` is that of a Jabatan Fungsional; kinds in ``mati`` are
	switched off.
	"""
	saran = [*_saran_jumlah(hasil)]
	if is_jpt:
		saran += _saran_perspektif(hasil)
	saran += _saran_hasil(hasil, _find_kendali(is_jpt, jenis_jabatan, jenjang))
	for iki in indikator:
		saran += _saran_indikator(iki, is_jpt)
	return [temuan for temuan in saran if temuan.jenis not in mati]


def _saran_jumlah(hasil: Sequence[BarisHasil]) -> Iterator[Saran]:
	if len(hasil) > MAKS_HASIL_KERJA:
		yield Saran(
			JenisSaran.SMART,
			f"SKP memuat {len(hasil)} hasil kerja. Gabungkan atau pilih yang terpenting, sebaiknya tidak lebih "
			f"dari {MAKS_HASIL_KERJA}, agar prioritasnya jelas.",
			None,
		)


def _saran_perspektif(hasil: Sequence[BarisHasil]) -> Iterator[Saran]:
	"""All four should be met (p. 29); that Anggaran is there is a check of rules/skp.py, not a suggestion."""
	ada = {Perspektif.ANGGARAN}.union(*(baris.perspektif for baris in hasil))
	kurang = [perspektif.value for perspektif in Perspektif if perspektif not in ada]
	if hasil and kurang:
		yield Saran(
			JenisSaran.PERSPEKTIF,
			f"Belum ada indikator dengan perspektif {', '.join(kurang)}. Lengkapi agar SKP memenuhi keempat "
			"perspektif.",
			None,
		)


def _find_kendali(
	is_jpt: bool, jenis_jabatan: str | None, jenjang: str | None
) -> tuple[str, KualitasHasil] | None:
	"""Whose results should stand at least how high in the pyramid (p. 28, 44); None where any level will do.

	Pelaksana may have every level. A Jabatan Fungsional "sesuai dengan jenjang", but the regulation does not
	say which jenjang has which level, and whether he leads a team is not recorded. Ahli Madya and Ahli Utama
	usually do, hence they are held to the level of a ketua tim; the other jenjang are not warned.
	"""
	if is_jpt:
		return "pejabat pimpinan tinggi dan pimpinan unit kerja mandiri", KualitasHasil.KENDALI_RENDAH
	if jenis_jabatan in ("Administrator", "Pengawas"):
		return f"pejabat {jenis_jabatan.lower()}", KualitasHasil.KENDALI_SEDANG
	if jenis_jabatan == "Jabatan Fungsional" and jenjang in ("Ahli Madya", "Ahli Utama"):
		return f"pejabat fungsional {jenjang}", KualitasHasil.KENDALI_SEDANG
	return None


def _saran_hasil(hasil: Iterable[BarisHasil], kendali: tuple[str, KualitasHasil] | None) -> Iterator[Saran]:
	for baris in hasil:
		nama = f"Hasil kerja ke-{baris.nomor}"
		if _is_aktivitas(baris.uraian):
			yield Saran(
				JenisSaran.KATA_KERJA,
				f"{nama} menyebut kegiatan, bukan pencapaian. Tuliskan hasilnya, misalnya "
				'"Permohonan bantuan teknis diproses dengan cepat dan akurat".',
				baris.kunci,
			)
		if kendali and _is_di_bawah(baris.kualitas, kendali[1]):
			yield Saran(
				JenisSaran.KENDALI,
				f"{nama} berupa {baris.kualitas.value}, sedangkan bagi {kendali[0]} sebaiknya paling kurang "
				f"{kendali[1].value}. Periksa tingkat kendalinya atau rumuskan hasil yang lebih tinggi.",
				baris.kunci,
			)
		if len(baris.uraian or "") > MAKS_HURUF:
			yield _saran_panjang(nama, baris.kunci)


def _saran_panjang(nama: str, kunci: str) -> Saran:
	pesan = (
		f"{nama} lebih panjang dari {MAKS_HURUF} huruf. Ringkas agar spesifik, atau pecah menjadi beberapa."
	)
	return Saran(JenisSaran.SMART, pesan, kunci)


def _is_di_bawah(kualitas: KualitasHasil | None, paling_kurang: KualitasHasil) -> bool:
	piramida = list(KualitasHasil)
	return kualitas is not None and piramida.index(kualitas) > piramida.index(paling_kurang)


def _is_aktivitas(uraian: str | None) -> bool:
	"""Whether the statement begins as an activity or names a category of work, as in the table on p. 120."""
	kata = re.findall(r"[^\W\d_]+", (uraian or "").lower())
	if not kata:
		return False
	if kata[0] in _KATA_KEGIATAN:
		return not any(_is_keadaan(*berurutan) for berurutan in pairwise(kata))
	return kata[0] in _KATA_IKUT or _is_kata_kerja(kata[0])


def _is_kata_kerja(kata: str) -> bool:
	""" "Meningkatkan", but not "Meningkatnya", which states a result."""
	return bool(_KATA_KERJA.fullmatch(kata)) and not kata.endswith("nya") and kata not in _BUKAN_KATA_KERJA


def _is_keadaan(sebelum: str, kata: str) -> bool:
	if kata in _KATA_KEADAAN:
		return True
	return bool(_KEADAAN.fullmatch(kata)) and kata not in _BUKAN_KEADAAN and sebelum not in _KATA_TUJUAN


def _saran_indikator(iki: BarisIndikator, is_jpt: bool) -> Iterator[Saran]:
	nama = name_indikator(iki.nomor, iki.hasil_ke)
	text = " | ".join(filter(None, (iki.uraian, iki.target_naratif))).lower()
	if not is_jpt:
		yield from _saran_mutlak(nama, iki, text)
	if iki.arah == Arah.NARATIF and text.strip() and not _BATAS_WAKTU.search(text):
		yield Saran(
			JenisSaran.SMART,
			f"{nama} belum menyebut batas waktu atau angka. Tambahkan kapan atau seberapa banyak hasilnya dicapai.",
			iki.kunci,
		)
	if iki.arah in ARAH_BERANGKA and _is_lebar(iki.target_min, iki.target_maks):
		yield Saran(
			JenisSaran.SMART,
			f"{nama} bertarget {format_angka(iki.target_min)} sampai {format_angka(iki.target_maks)}, rentang "
			f"yang lebih dari {MAKS_KELIPATAN_RENTANG} kali lipat. Persempit agar targetnya spesifik.",
			iki.kunci,
		)
	if max(len(iki.uraian or ""), len(iki.target_naratif or "")) > MAKS_HURUF:
		yield _saran_panjang(nama, iki.kunci)


def _saran_mutlak(nama: str, iki: BarisIndikator, text: str) -> Iterator[Saran]:
	"""Targets of JA/JF leave a tolerance (p. 51 no. 7): no absolute word, not exactly 100 %."""
	kata = dict.fromkeys(" ".join(temuan.split()) for temuan in _KATA_MUTLAK.findall(text))
	if kata:
		daftar = ", ".join(f'"{satu_kata}"' for satu_kata in kata)
		yield Saran(
			JenisSaran.KATA_MUTLAK,
			f"{nama} memakai kata mutlak {daftar}. Beri toleransi batas kesalahan, {_KECUALI}.",
			iki.kunci,
		)
	if _is_seratus_persen(iki):
		yield Saran(
			JenisSaran.KATA_MUTLAK,
			f"{nama} bertarget tepat 100 %. Beri rentang, misalnya 95 sampai 100 %, {_KECUALI}.",
			iki.kunci,
		)


def _is_seratus_persen(iki: BarisIndikator) -> bool:
	persen = (iki.satuan or "").strip().lower() in ("%", "persen")
	return persen and iki.arah in ARAH_BERANGKA and iki.target_min == iki.target_maks == 100


def _is_lebar(target_min: Decimal | None, target_maks: Decimal | None) -> bool:
	if target_min is None or target_maks is None:
		return False
	return 0 < MAKS_KELIPATAN_RENTANG * target_min < target_maks
