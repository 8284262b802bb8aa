"""Figures that something else already knows, proposed for the report of a period: nobody types a thing twice.

Taken over or not, it is the employee's report, and the Penilai verifies it like any other (Pasal 16). Each source is a
function of ``SUMBER``.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kinerja_asn.constants.istilah import SumberAngka
from kinerja_asn.rules.masa import Masa
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.services.bersama.kunci import shorten_nama
from kinerja_asn.services.pelaksanaan.catatan.jumlah import sum_catatan
from kinerja_asn.services.pelaksanaan.masyarakat.sumber import AngkaLayanan, get_angka


@dataclass(frozen=True)
class UsulanAngka:
	"""``angka`` for the indikator ``kunci``; ``sumber`` in words, as it is kept, and shown after "Menurut"."""

	kunci: str
	angka: Decimal
	sumber: str


def get_usulan(skp, masa: Masa) -> dict[str, list[UsulanAngka]]:
	"""kunci of the indikator -> what is proposed for it in the reporting period ``masa``, a source after the other.

	``skp``: the version in force then (services/perencanaan/skp/versi.py). The caller has checked that its report may be
	read.
	"""
	per_indikator: dict[str, list[UsulanAngka]] = defaultdict(list)
	for propose in SUMBER:
		for usulan in propose(skp, masa):
			per_indikator[usulan.kunci].append(usulan)
	return dict(per_indikator)


def name_sumber(angka, diusulkan: Iterable[UsulanAngka]) -> str | None:
	"""The source that proposes exactly ``angka``; None where nobody does, or where it was changed."""
	nilai = to_decimal(angka or 0)
	return next((usulan.sumber for usulan in diusulkan if usulan.angka == nilai), None)


def _propose_catatan(skp, masa: Masa) -> list[UsulanAngka]:
	jumlah = sum_catatan(skp, masa.awal, masa.akhir)
	return [UsulanAngka(kunci, angka, str(SumberAngka.CATATAN_HARIAN)) for kunci, angka in jumlah.items()]


def _propose_masyarakat(skp, masa: Masa) -> list[UsulanAngka]:
	"""Nothing of too few answers (``sumber.get_angka`` says how many are lacking)."""
	return [
		UsulanAngka(angka.kunci, angka.hasil.nilai, _describe_masyarakat(angka))
		for angka in get_angka(skp, masa)
		if angka.hasil.nilai is not None
	]


def _describe_masyarakat(angka: AngkaLayanan) -> str:
	"""Kept with the report, whose reader asks: about what, and how many said so?"""
	rincian = f" ({angka.ukuran}, {angka.hasil.jawaban} jawaban)"
	return shorten_nama(f"{SumberAngka.UMPAN_BALIK_MASYARAKAT} tentang {angka.layanan}", rincian)


SUMBER = (_propose_catatan, _propose_masyarakat)
