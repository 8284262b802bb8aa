"""Which form an SKP takes, and how the form is headed (PermenPANRB 6/2022, Lampiran II, p. 31-34, 54-57)."""

from kinerja_asn.constants.custom_fields import JENIS_JABATAN
from kinerja_asn.constants.istilah import Formulir, Pendekatan

JENIS_JABATAN_JPT = tuple(jenis for jenis in JENIS_JABATAN if jenis.startswith("Jabatan Pimpinan Tinggi"))
FORMULIR_JPT = frozenset({Formulir.KUALITATIF_JPT, Formulir.KUANTITATIF_JPT})
FORMULIR_KUALITATIF = frozenset({Formulir.KUALITATIF_JPT, Formulir.KUALITATIF_JA})

_JUDUL = "SASARAN KINERJA PEGAWAI"
_BAGI_JPT = "BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI"
_BAGI_JA = "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL"


def is_jpt_atau_mandiri(jenis_jabatan: str | None, pimpinan_unit_mandiri: bool) -> bool:
	"""Whether the rules for "pejabat pimpinan tinggi dan Pimpinan unit kerja mandiri" apply (p. 27-31)."""
	return bool(pimpinan_unit_mandiri) or jenis_jabatan in JENIS_JABATAN_JPT


def choose_formulir(
	jenis_jabatan: str | None, pimpinan_unit_mandiri: bool, pendekatan: Pendekatan
) -> Formulir:
	"""A.1.1/A.1.2 for JPT and heads of an independent unit (p. 31), A.1.6/A.1.7 for all others (p. 54).

	A post whose ``jenis_jabatan`` is not filled in counts as JA/JF. Raises ValueError for an unknown approach.
	"""
	kualitatif = Pendekatan(pendekatan) == Pendekatan.KUALITATIF
	if is_jpt_atau_mandiri(jenis_jabatan, pimpinan_unit_mandiri):
		return Formulir.KUALITATIF_JPT if kualitatif else Formulir.KUANTITATIF_JPT
	return Formulir.KUALITATIF_JA if kualitatif else Formulir.KUANTITATIF_JA


def get_judul_rekaman(formulir: Formulir) -> tuple[str, ...]:
	"""The title lines of the record of feedback: B.1.3 for both kinds of post (p. 71), B.1.4 (p. 73), B.1.5 (p. 75)."""
	_skp, pendekatan, bagi = get_judul(formulir)
	judul = ("REKAMAN INFORMASI UMPAN BALIK BERKELANJUTAN", pendekatan)
	return judul if is_formulir_kualitatif(formulir) else (*judul, bagi)


def get_nama_rekaman(formulir: Formulir) -> str:
	"""B.1.3, B.1.4 or B.1.5."""
	if is_formulir_kualitatif(formulir):
		return "B.1.3"
	return "B.1.4" if is_formulir_jpt(formulir) else "B.1.5"


def get_nama_hasil(formulir: Formulir) -> str:
	"""C.1.1 for the qualitative approach, C.1.2 for JPT and heads of an independent unit, C.1.3 for all others (p. 100 e)."""
	if is_formulir_kualitatif(formulir):
		return "C.1.1"
	return "C.1.2" if is_formulir_jpt(formulir) else "C.1.3"


def get_judul_hasil(formulir: Formulir) -> tuple[str, ...]:
	"""The title lines of the result of an evaluation: C.1.1 for both kinds of post (p. 105), C.1.2 (p. 108), C.1.3 (p. 111)."""
	_skp, pendekatan, bagi = get_judul(formulir)
	judul = ("HASIL EVALUASI KINERJA PEGAWAI", pendekatan)
	return judul if is_formulir_kualitatif(formulir) else (*judul, bagi)


def is_formulir_jpt(formulir: Formulir) -> bool:
	"""A.1.1 or A.1.2: its indikator have a perspektif."""
	return formulir in FORMULIR_JPT


def is_formulir_kualitatif(formulir: Formulir) -> bool:
	"""A.1.1 or A.1.6: indikator and target are one narrative (p. 50)."""
	return formulir in FORMULIR_KUALITATIF


def get_judul(formulir: Formulir) -> tuple[str, ...]:
	"""The title lines of the form, as printed on p. 32, 34, 55 and 57."""
	pendekatan = Pendekatan.KUALITATIF if is_formulir_kualitatif(formulir) else Pendekatan.KUANTITATIF
	return (
		_JUDUL,
		f"PENDEKATAN HASIL KERJA {pendekatan.upper()}",
		_BAGI_JPT if is_formulir_jpt(formulir) else _BAGI_JA,
	)
