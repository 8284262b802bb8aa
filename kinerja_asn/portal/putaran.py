"""More decisions than one request takes: in rounds, each read before it is decided, however many wait.

Nothing is stored of how far somebody is. What was decided is decided; what a page still carries are names, and whatever
of them does not wait any more is left out. So a line that drops, a page that is closed or a button pressed twice loses
nothing: the rest still waits, and one goes on from there.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from frappe.utils import cint

from kinerja_asn.portal.antrean import get_antrean
from kinerja_asn.portal.banyak import TERBANYAK, build_tinjauan

SEMUA_TERBANYAK = 600  # names that one page carries


@dataclass(frozen=True)
class Putaran:
	"""What is read now, the names of what comes after it, and how far one is."""

	tinjauan: list
	nanti: list[str]
	jumlah: int

	@property
	def selesai(self) -> int:
		return self.jumlah - len(self.nanti) - len(self.tinjauan)


def start(kode: str, nama: Collection[str], jumlah: int = 0) -> Putaran:
	"""The first of ``nama`` that wait, on the version that is shown; ``jumlah``: how many there were at first."""
	menunggu = {row.name: row for row in get_antrean(kode) if row.dapat_banyak}
	urut = [name for name in dict.fromkeys(nama) if name in menunggu][:SEMUA_TERBANYAK]
	sekarang, nanti = urut[:TERBANYAK], urut[TERBANYAK:]
	tinjauan = (
		build_tinjauan(kode, {name: str(menunggu[name].modified) for name in sekarang}) if sekarang else []
	)
	return Putaran(tinjauan, nanti, max(jumlah, len(urut)))


def read_nanti(form: Mapping) -> tuple[list[str], int]:
	"""(names of what comes after this, how many there were at first), as the page sent them."""
	nama = [name for name in str(form.get("nanti") or "").split("\n") if name.strip()]
	return [name.strip() for name in nama][:SEMUA_TERBANYAK], min(
		max(cint(form.get("jumlah")), 0), 10 * SEMUA_TERBANYAK
	)
