"""Which plans of a sheet say only what is stored already.

The stored plans go out as rows and through the same reading as the sheet, so that two ways to write one value are the
same here too.
"""

from collections.abc import Iterator, Sequence

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from kinerja_asn.lembar.baca import Baris
from kinerja_asn.lembar.ekspor import build_rows
from kinerja_asn.lembar.susun import Rencana, build_rencana
from kinerja_asn.rules.teks import remove_tak_terlihat


class Tersimpan:
	"""The stored plans ``daftar`` (name, nip_pegawai, nama_pegawai) of some employees."""

	def __init__(self, daftar: Sequence):
		self.rows = build_rows(daftar)

	def find_beda(self, rencana: Rencana, *skp) -> int | None:
		"""The first row of ``rencana`` that is not as in ``skp``, plans of one employee together; None: all is."""
		rows = [row for dokumen in skp for row in self.rows[dokumen.name]]
		return _find_beda(rencana, _build_rencana(rows, rencana.nip))


def _build_rencana(rows: list[dict], nip: str) -> Rencana:
	"""The numbers of the rows do not matter here; what is wrong with them is not the sheet's fault."""
	daftar = [Baris(0, {medan: _clean(nilai) for medan, nilai in row.items()}) for row in rows]
	return build_rencana(daftar, nip)[0].get(nip) or Rencana(0, nip)


def _clean(nilai):
	"""As it would be after a way through the file (tulis.write_sel, baca.read_sel)."""
	return (
		remove_tak_terlihat(ILLEGAL_CHARACTERS_RE.sub("", nilai)).strip() or None
		if isinstance(nilai, str)
		else nilai
	)


def _find_beda(rencana: Rencana, tersimpan: Rencana) -> int | None:
	baru, lama = list(_get_baris(rencana)), [isi for _nomor, isi in _get_baris(tersimpan)]
	beda = [nomor for ke, (nomor, isi) in enumerate(baru) if lama[ke : ke + 1] != [isi]]
	return beda[0] if beda else rencana.nomor if len(baru) < len(lama) else None


def _get_baris(rencana: Rencana) -> Iterator[tuple[int, dict]]:
	"""(Row, fields) of each hasil kerja and indikator, in order; a spreadsheet may change how a text is broken."""
	for hasil in rencana.hasil.values():
		for nomor, isi in ((hasil.nomor, hasil.isi), *hasil.indikator):
			yield (
				nomor,
				{
					medan: " ".join(nilai.split()) if isinstance(nilai, str) else nilai
					for medan, nilai in isi.items()
				},
			)
