"""Who sets an SKP: the table of PermenPANRB 6/2022, Lampiran II, p. 65 (no. 1-3)."""

from dataclasses import dataclass

from kinerja_asn.constants.custom_fields import JENIS_JABATAN
from kinerja_asn.constants.istilah import JenisInstansi
from kinerja_asn.rules.formulir import JENIS_JABATAN_JPT

JPT_UTAMA, JPT_MADYA, JPT_PRATAMA = JENIS_JABATAN_JPT
PEJABAT_NEGARA = "Pejabat Negara/LNS"


@dataclass(frozen=True)
class Penetap:
	"""Who sets an SKP in the regulation's words, and which posts of an Employee can be that.

	A minister or a Kepala Daerah is an Employee with status kinerja "Pejabat Negara/LNS".
	"""

	sebutan: str
	jenis_jabatan: frozenset[str]
	pejabat_negara: bool


_UMUM = Penetap("Pejabat Penilai Kinerja", frozenset(JENIS_JABATAN) - {"Pelaksana"}, True)
_KEPALA_DAERAH = Penetap("Kepala Daerah", frozenset(), True)
# The head of a coordinating perangkat daerah may be an administrator (a camat).
_MANDIRI = {
	JenisInstansi.PUSAT: Penetap(
		"Menteri atau Pejabat Pimpinan Tinggi yang mengoordinasikan", frozenset(JENIS_JABATAN_JPT), True
	),
	JenisInstansi.DAERAH: Penetap(
		"Kepala Daerah atau Pimpinan perangkat daerah yang mengoordinasikan",
		frozenset({*JENIS_JABATAN_JPT, "Administrator"}),
		True,
	),
}
# "Pimpinan Instansi Pemerintah" is a minister, or the JPT utama at the head of an agency.
_JPT = {
	(JenisInstansi.PUSAT, JPT_UTAMA): Penetap("Menteri yang mengoordinasikan", frozenset(), True),
	(JenisInstansi.PUSAT, JPT_MADYA): Penetap("Pimpinan Instansi Pemerintah", frozenset({JPT_UTAMA}), True),
	(JenisInstansi.PUSAT, JPT_PRATAMA): Penetap(
		"Pejabat Pimpinan Tinggi Madya", frozenset({JPT_MADYA}), False
	),
	(JenisInstansi.DAERAH, JPT_MADYA): _KEPALA_DAERAH,
	(JenisInstansi.DAERAH, JPT_PRATAMA): _KEPALA_DAERAH,
}


def get_penetap(jenis_instansi: JenisInstansi, jenis_jabatan: str | None, pimpinan_unit_mandiri: bool) -> str:
	"""Who sets this post's SKP, in the regulation's words; "Pejabat Penilai Kinerja" where it names nobody else.

	The head of an independent unit is looked up as such, also when he is a JPT: the unit decides who
	coordinates him.
	"""
	return _find_penetap(jenis_instansi, jenis_jabatan, pimpinan_unit_mandiri).sebutan


def check_penetap(
	jenis_instansi: JenisInstansi,
	jenis_jabatan: str | None,
	pimpinan_unit_mandiri: bool,
	jenis_jabatan_penilai: str | None,
	status_kinerja_penilai: str | None,
) -> str | None:
	"""A gentle sentence when the chosen Penilai visibly is not who p. 65 names; None when he fits or none can tell.

	Nobody may be a Penilai below pejabat pengawas, unless the authority was delegated (p. 45 no. 3).
	"""
	penetap = _find_penetap(jenis_instansi, jenis_jabatan, pimpinan_unit_mandiri)
	if _is_cocok(penetap, jenis_jabatan_penilai, status_kinerja_penilai):
		return None
	if penetap is _UMUM:
		return (
			"Pejabat Penilai Kinerja paling rendah pejabat pengawas (hlm. 45). Bila keliru, hubungi pengelola kinerja; "
			"bila benar, pastikan ada pendelegasian kewenangan."
		)
	return (
		f"SKP ini ditetapkan oleh {penetap.sebutan} (hlm. 65), tetapi Pejabat Penilai Kinerja yang tercatat "
		"tampaknya bukan pejabat tersebut. Bila keliru, hubungi pengelola kinerja; bila benar, pastikan ada "
		"pendelegasian kewenangan."
	)


def _find_penetap(
	jenis_instansi: JenisInstansi, jenis_jabatan: str | None, pimpinan_unit_mandiri: bool
) -> Penetap:
	instansi = JenisInstansi(jenis_instansi)
	if pimpinan_unit_mandiri:
		return _MANDIRI[instansi]
	return _JPT.get((instansi, jenis_jabatan), _UMUM)


def _is_cocok(penetap: Penetap, jenis_jabatan: str | None, status_kinerja: str | None) -> bool:
	if status_kinerja == PEJABAT_NEGARA:
		return penetap.pejabat_negara
	return not jenis_jabatan or jenis_jabatan in penetap.jenis_jabatan
