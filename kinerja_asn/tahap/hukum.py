"""What the law says about a transition of HR's workflow (constants/peralihan.py)."""

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peralihan import PELAKU_PERAN, PERALIHAN, Pelaku

# One after the other; a return begins anew, and what is closed may have been given up anywhere.
URUTAN = (Tahap.DRAF, Tahap.DIAJUKAN, Tahap.DITETAPKAN, Tahap.DISERAHKAN)


def get_pelaku(peran: str) -> Pelaku:
	return PELAKU_PERAN.get(peran, Pelaku.PETUGAS)


def get_para_pelaku(doctype: str, dari: str | None, ke: str | None) -> tuple[Pelaku, ...]:
	"""Who may bring a document of ``doctype`` from stage ``dari`` to ``ke``; nobody: there is no such passage."""
	daftar = list(Tahap)
	if dari not in daftar or ke not in daftar:
		return ()
	return PERALIHAN[doctype].get((Tahap(dari), Tahap(ke)), ())


def is_sah(doctype: str, dari: str | None, ke: str | None, peran: str) -> bool:
	return get_pelaku(peran) in get_para_pelaku(doctype, dari, ke)


def is_melewati(dari: Tahap, ke: Tahap, tahap: Tahap) -> bool:
	"""Does a document that goes from ``dari`` to ``ke`` come to ``tahap``, or past it?"""
	if ke == tahap:
		return dari != tahap
	mulai = Tahap.DRAF if dari == Tahap.DIKEMBALIKAN else dari
	if not {mulai, ke, tahap} <= set(URUTAN):
		return False
	return URUTAN.index(mulai) < URUTAN.index(tahap) < URUTAN.index(ke)
