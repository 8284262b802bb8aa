"""The figures of one run as a table, and whether each keeps within its bound."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Hitungan:
	"""One figure. ``paling_banyak`` or ``paling_sedikit`` is its bound; without one it is only told."""

	nama: str
	nilai: float
	satuan: str
	paling_banyak: float | None = None
	paling_sedikit: float | None = None

	@property
	def terpenuhi(self) -> bool:
		if self.paling_banyak is not None:
			return self.nilai <= self.paling_banyak
		return self.paling_sedikit is None or self.nilai >= self.paling_sedikit

	@property
	def batas(self) -> str:
		if self.paling_banyak is not None:
			return f"at most {self.paling_banyak:g}"
		return "" if self.paling_sedikit is None else f"at least {self.paling_sedikit:g}"


def print_tabel(daftar: Sequence[Hitungan]) -> bool:
	"""Print ``daftar``; True when every bound is kept."""
	for satu in daftar:
		tanda = "" if not satu.batas else "ok" if satu.terpenuhi else "MISSED"
		baris = f"  {satu.nama:<66} {satu.nilai:>10.2f} {satu.satuan:<12} {satu.batas:<14} {tanda}"
		print(baris.rstrip(), flush=True)
	return all(satu.terpenuhi for satu in daftar)
