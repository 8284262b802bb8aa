"""The figures of one run as a table, and whether each keeps within its bound."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Hitungan:
	"""One figure. ``paling_banyak`` and ``paling_sedikit`` are its bounds, both the same where it must be just that;
	without one it is only told. ``cpu``: the same as time of processors (jam.py), told beside it."""

	nama: str
	nilai: float
	satuan: str
	paling_banyak: float | None = None
	paling_sedikit: float | None = None
	cpu: float | None = None

	@property
	def terpenuhi(self) -> bool:
		cukup = self.paling_sedikit is None or self.nilai >= self.paling_sedikit
		return cukup and (self.paling_banyak is None or self.nilai <= self.paling_banyak)

	@property
	def batas(self) -> str:
		if self.paling_banyak == self.paling_sedikit:
			return "" if self.paling_banyak is None else f"{self.paling_banyak:g}"
		if self.paling_banyak is not None:
			return f"at most {self.paling_banyak:g}"
		return f"at least {self.paling_sedikit:g}"


def print_tabel(daftar: Sequence[Hitungan]) -> bool:
	"""Print ``daftar``; True when every bound is kept."""
	for hitungan in daftar:
		tanda = "" if not hitungan.batas else "ok" if hitungan.terpenuhi else "MISSED"
		cpu = "" if hitungan.cpu is None else f"cpu {hitungan.cpu:.2f}"
		baris = f"  {hitungan.nama:<66} {hitungan.nilai:>10.2f} {hitungan.satuan:<12} {cpu:<11} {hitungan.batas:<14} {tanda}"
		print(baris.rstrip(), flush=True)
	return all(hitungan.terpenuhi for hitungan in daftar)
