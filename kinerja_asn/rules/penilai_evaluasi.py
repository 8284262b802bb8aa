"""Who evaluates, and whether the result is final (PermenPANRB 6/2022, Lampiran IV, p. 89-92)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kinerja_asn.constants.custom_fields import STATUS_DIPERBANTUKAN, STATUS_TUGAS_BELAJAR
from kinerja_asn.constants.istilah import (
	DasarPenilai,
	JenisEvaluasi,
	JenisPerpindahan,
	Predikat,
)
from kinerja_asn.rules.masa import Masa

# Evaluated by whoever is delegated, by kind of assignment (no. 2, 3, 7).
_PENUGASAN = {
	"Plt.": DasarPenilai.PELAKSANA,
	"Plh.": DasarPenilai.PELAKSANA,
	"Delegasi": DasarPenilai.DELEGASI,
}
_STATUS = {
	STATUS_TUGAS_BELAJAR: DasarPenilai.TUGAS_BELAJAR,
	STATUS_DIPERBANTUKAN: DasarPenilai.DIPERBANTUKAN,
}
_ALASAN = {
	DasarPenilai.ATASAN_LANGSUNG: "selaku atasan langsung (hlm. 89 angka 2)",
	DasarPenilai.DELEGASI: "yang diberi pendelegasian kewenangan (hlm. 89 angka 2 dan 7)",
	DasarPenilai.PELAKSANA: "selaku Plt./Plh. yang diberi delegasi oleh atasan Pejabat Penilai (hlm. 89 angka 3)",
	DasarPenilai.TEMPAT_PLT: "pimpinan unit kerja tempat pegawai melaporkan kinerja sebagai Plt. (hlm. 89 angka 5)",
	DasarPenilai.BERHALANGAN: "selaku atasan Pejabat Penilai, karena Pejabat Penilai berhalangan tetap (hlm. 89 angka 2)",
	DasarPenilai.PEGAWAI_PINDAH: "Pejabat Penilai yang baru, karena pegawai berpindah unit (hlm. 91 angka 13)",
	DasarPenilai.PENILAI_BARU: (
		"Pejabat Penilai yang baru, karena Pejabat Penilai lama berpindah di luar waktu evaluasi ini (hlm. 91 angka 14)"
	),
	DasarPenilai.PENILAI_LAMA: (
		"Pejabat Penilai yang lama, karena ia berpindah dalam waktu pelaksanaan evaluasi ini (hlm. 91 angka 14)"
	),
	DasarPenilai.TUGAS_BELAJAR: (
		"Pejabat Penilai instansi induk, berdasarkan umpan balik dan data institusi tempat tugas belajar (hlm. 92 angka 16)"
	),
	DasarPenilai.DIPERBANTUKAN: (
		"Pejabat Penilai instansi induk, berdasarkan umpan balik dan data tempat pegawai bekerja (hlm. 92 angka 15)"
	),
	DasarPenilai.LEWAT_WAKTU: (
		"selaku atasan Pejabat Penilai, karena waktu evaluasi berakhir sebelum Pejabat Penilai menetapkannya (hlm. 90 angka 11)"
	),
}

SEBULAN = timedelta(days=31)


@dataclass(frozen=True)
class Jendela:
	"""The time in which an evaluation is made; ``akhir`` None: the agency has set no last day, and it is commonly made until
	``lazimnya``."""

	mulai: date
	akhir: date | None
	lazimnya: date | None = None

	def __contains__(self, hari: date) -> bool:
		batas = self.akhir or self.lazimnya
		return self.mulai <= hari and (batas is None or hari <= batas)

	def is_lewat(self, hari: date) -> bool:
		return self.akhir is not None and hari > self.akhir


@dataclass(frozen=True)
class Pejabat:
	"""Somebody on the way up from an employee; ``bertugas``: False where he is berhalangan tetap."""

	name: str
	bertugas: bool = True


@dataclass(frozen=True)
class Perpindahan:
	"""A move by which one plan was closed and another begun: its kind and its first day."""

	jenis: JenisPerpindahan
	tanggal: date


def build_jendela_periodik(masa: Masa, hari_sebelum: int, akhir: date | None) -> Jendela:
	"""As the annual evaluation begins at the end of December (p. 90 no. 8), a periodic one begins some days before its
	period ends: 25 September is within that of the third quarter, 25 August is not (p. 91-92 no. 14). Where the agency has
	set no last day it lasts, for who moves, a month, as the annual one does."""
	return Jendela(masa.akhir - timedelta(days=hari_sebelum), akhir, masa.akhir + SEBULAN)


def is_penilai_lama(jenis: JenisEvaluasi, jendela: Jendela, perpindahan: Perpindahan) -> bool:
	"""Does the Penilai who has moved still evaluate the people of his former unit (p. 91 no. 14)?

	Only periodically, and only where he moved in the time in which the evaluation is made.
	"""
	pindah = perpindahan.jenis == JenisPerpindahan.GANTI_PENILAI
	return pindah and jenis == JenisEvaluasi.PERIODIK and perpindahan.tanggal in jendela


def is_rencana_dievaluasi(
	jenis: JenisEvaluasi,
	masa: Masa,
	jendela: Jendela,
	sebelum: Perpindahan | None,
	sesudah: Perpindahan | None,
) -> bool:
	"""Is ``masa`` evaluated on this plan, which began by the move ``sebelum`` and was closed by ``sesudah``?

	After a move within it the period is evaluated once: on the new plan by the new Penilai (p. 91 no. 13), or on the
	former one where the Penilai who has moved still evaluates it (no. 14).
	"""
	if sesudah and sesudah.tanggal <= masa.akhir:
		return is_penilai_lama(jenis, jendela, sesudah)
	return not (sebelum and is_penilai_lama(jenis, jendela, sebelum))


def may_pakai_sebelumnya(jenis: JenisEvaluasi, masa: Masa, sebelum: Perpindahan | None) -> bool:
	"""After an employee has moved within ``masa``, its periodic evaluation may use the former unit's last periodic result,
	"sesuai kesepakatan Pejabat Penilai Kinerja dan Pegawai" (p. 91 no. 13 a)."""
	pindah = sebelum is not None and sebelum.jenis == JenisPerpindahan.MUTASI
	return pindah and jenis == JenisEvaluasi.PERIODIK and masa.awal <= sebelum.tanggal <= masa.akhir


def choose_bertugas(pegawai: str, jalur: Sequence[Pejabat]) -> str | None:
	"""The first on the way up who can act: where the direct superior is berhalangan tetap, his superior evaluates, "secara
	berjenjang" (p. 89 no. 2). Nobody his own; a way up that comes back to somebody is at its end."""
	dilalui = {pegawai}
	for pejabat in jalur:
		if pejabat.name in dilalui and pejabat.name != pegawai:
			return None
		if pejabat.bertugas and pejabat.name not in dilalui:
			return pejabat.name
		dilalui.add(pejabat.name)
	return None


def is_beralih(jendela: Jendela, hari_ini: date, dinilai_pada: date | None) -> bool:
	"""Has the Penilai let the time pass, so that his superior evaluates (p. 90 no. 11)? Not where he evaluated in it:
	what he opens again is still his."""
	return jendela.is_lewat(hari_ini) and not (dinilai_pada and dinilai_pada in jendela)


def choose_dasar(jenis_penugasan: str | None, status_pegawai: str | None) -> DasarPenilai:
	"""By what the Penilai evaluates where nothing has moved: as who is delegated (p. 89 no. 2-3, 7), of the home agency
	(p. 92 no. 15-16), else as direct superior (no. 2)."""
	if dasar := _PENUGASAN.get(jenis_penugasan or ""):
		return dasar
	return _STATUS.get(status_pegawai or "", DasarPenilai.ATASAN_LANGSUNG)


def is_predikat_tidak_lulus(predikat: Predikat) -> bool:
	"""Of who did not complete his studies: "dalam kategori Kurang atau Sangat Kurang" (p. 100 d; p. 103 d)."""
	return predikat in (Predikat.KURANG, Predikat.SANGAT_KURANG)


def explain(nama: str, dasar: DasarPenilai, final: bool) -> str:
	"""Who evaluates, by what, and whether there is an objection (p. 89-92; p. 90 no. 11-12)."""
	akhir = (
		"Hasilnya bersifat final"
		if final
		else "Hasilnya dapat diajukan keberatan setelah dokumennya diterima"
	)
	sebab = " (hlm. 90 angka 12)" if final and dasar != DasarPenilai.LEWAT_WAKTU else ""
	return f"Dievaluasi oleh {nama}, {_ALASAN[dasar]}. {akhir}{sebab}."
