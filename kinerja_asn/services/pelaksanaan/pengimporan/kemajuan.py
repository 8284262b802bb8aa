"""What became of each row of a file so far, kept with its document: a run that goes on after the one before it died counts
on from there, and says of what that one had brought in that it was taken."""

import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import replace

from kinerja_asn.constants.istilah import HasilImpor
from kinerja_asn.services.pelaksanaan.pengimporan.baris import HasilBaris

HURUF = {HasilImpor.DITERIMA: b"D", HasilImpor.SAMA: b"S", HasilImpor.DITOLAK: b"T"}
BELUM = b"."


class Kemajuan:
	"""A letter for each number of a row. ``teks``: as it is kept, a few hundred letters for sixty thousand rows."""

	def __init__(self, teks: str | None = None):
		self._huruf = bytearray(zlib.decompress(b64decode(teks)) if teks else b"")

	@property
	def teks(self) -> str:
		return b64encode(zlib.compress(bytes(self._huruf))).decode()

	def note(self, hasil: Iterable[HasilBaris]) -> list[HasilBaris]:
		"""The same, as the whole import sees them: what an earlier run of it has brought in is there by now."""
		rows = [self._restate(row) for row in hasil]
		for row in rows:
			self._put(row.baris.nomor, HURUF[row.hasil])
		return rows

	def count(self, hasil: HasilImpor) -> int:
		return self._huruf.count(HURUF[hasil])

	def _restate(self, row: HasilBaris) -> HasilBaris:
		nomor = row.baris.nomor
		dibawa = self._huruf[nomor : nomor + 1] == HURUF[HasilImpor.DITERIMA]
		return replace(row, hasil=HasilImpor.DITERIMA) if dibawa and row.hasil == HasilImpor.SAMA else row

	def _put(self, nomor: int, huruf: bytes) -> None:
		self._huruf.extend(BELUM * (nomor + 1 - len(self._huruf)))
		self._huruf[nomor : nomor + 1] = huruf
