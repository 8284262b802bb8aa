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
from kinerja_asn.services.pelaksanaan.catatan.jumlah import sum_catatan


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


SUMBER = (_propose_catatan,)
