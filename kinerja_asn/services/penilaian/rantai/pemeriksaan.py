"""Checks the chain against itself and against the documents: edits made around the application, gaps, another order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

import frappe
from frappe import _
from frappe.utils import create_batch

from kinerja_asn.constants.dokumen_evaluasi import PerihalRantai
from kinerja_asn.constants.tahapan import SAH
from kinerja_asn.services.penilaian.rantai.isi import (
	DOKUMEN,
	EVALUASI,
	IKATAN,
	make_sidik_isi,
	make_sidik_mata,
	read_isi,
)
from kinerja_asn.services.penilaian.rantai.penulisan import DOCTYPE

SEKALI_BACA = 2_000
_KOLOM = (
	"urutan",
	"pada",
	"perihal",
	"jenis_rujukan",
	"rujukan",
	"pelaku",
	"sidik_isi",
	"sidik_sebelum",
	"sidik",
)
# Of an evaluation the later of the two holds; all others stand beside each other.
_GANTI = {PerihalRantai.DIBUKA: PerihalRantai.DITETAPKAN}


@dataclass(frozen=True)
class Temuan:
	"""What does not agree, in a sentence; ``urutan`` of the link, where it is one."""

	kalimat: str
	urutan: int = 0


class Pemeriksaan:
	def __init__(self, jangkar: tuple[int, str] | None = None):
		self.jangkar = jangkar
		self.banyak = 0
		self.mulai = None
		# (rujukan, what) -> (perihal, its digest, number of the link), of the last one about it
		self.terakhir: dict[tuple[str, PerihalRantai], tuple[PerihalRantai, str, int]] = {}

	def run(self) -> Iterator[Temuan]:
		yield from self.check_mata()
		yield from self.check_isi()
		yield from self.check_tanpa_mata()

	# --- the links

	def check_mata(self) -> Iterator[Temuan]:
		sebelum = frappe._dict(urutan=0, sidik="")
		for mata in self.read_mata():
			yield from self.check_satu(mata, sebelum)
			self.note(mata)
			sebelum = mata
		if self.jangkar and sebelum.urutan < self.jangkar[0]:
			yield Temuan(
				_(
					"Rantai berakhir pada mata rantai ke-{0}, padahal pernah sampai ke-{1}: ujungnya hilang."
				).format(sebelum.urutan, self.jangkar[0])
			)

	def read_mata(self) -> Iterator[frappe._dict]:
		table, sesudah = frappe.qb.DocType(DOCTYPE), -1
		while True:
			rows = (
				frappe.qb.from_(table)
				.select(*_KOLOM)
				.where(table.urutan > sesudah)
				.orderby(table.urutan)
				.limit(SEKALI_BACA)
				.run(as_dict=True)
			)
			yield from rows
			if len(rows) < SEKALI_BACA:
				return
			sesudah = rows[-1].urutan

	def check_satu(self, mata, sebelum) -> Iterator[Temuan]:
		if mata.urutan != sebelum.urutan + 1:
			yield Temuan(
				_("Mata rantai ke-{0} sampai ke-{1} hilang.").format(sebelum.urutan + 1, mata.urutan - 1),
				mata.urutan,
			)
		elif mata.sidik_sebelum != sebelum.sidik:
			yield Temuan(
				_("Mata rantai ke-{0} tidak menyambung dengan yang sebelumnya: urutannya diubah.").format(
					mata.urutan
				),
				mata.urutan,
			)
		if make_sidik_mata(mata) != mata.sidik:
			yield Temuan(
				_("Mata rantai ke-{0} ({1}, {2}) diubah sesudah ditulis.").format(
					mata.urutan, mata.perihal, mata.rujukan
				),
				mata.urutan,
			)
		if self.jangkar and mata.urutan == self.jangkar[0] and mata.sidik != self.jangkar[1]:
			yield Temuan(
				_("Mata rantai ke-{0} bukan yang dahulu dicatat di luar: rantai ditulis ulang.").format(
					mata.urutan
				),
				mata.urutan,
			)

	def note(self, mata) -> None:
		self.banyak += 1
		self.mulai = self.mulai or mata.pada
		if mata.perihal in list(PerihalRantai):
			perihal = PerihalRantai(mata.perihal)
			tentang = _GANTI.get(perihal, perihal)
			self.terakhir[mata.rujukan, tentang] = (perihal, mata.sidik_isi, mata.urutan)

	# --- what they are about

	def check_isi(self) -> Iterator[Temuan]:
		for perihal in PerihalRantai:
			milik = {
				rujukan: (sidik, urutan)
				for (rujukan, _tentang), (jenis, sidik, urutan) in self.terakhir.items()
				if jenis == perihal and perihal != PerihalRantai.DIBUKA
			}
			for bagian in create_batch(sorted(milik), SEKALI_BACA):
				yield from self.compare(
					perihal, read_isi(perihal, bagian), {nama: milik[nama] for nama in bagian}
				)
		yield from self.check_tahap()

	def compare(self, perihal: PerihalRantai, rows: Mapping, milik: Mapping) -> Iterator[Temuan]:
		for nama, (sidik, urutan) in milik.items():
			row = rows.get(nama)
			if not row:
				yield Temuan(_("{0} {1} tidak ada lagi.").format(IKATAN[perihal].doctype, nama), urutan)
			elif make_sidik_isi(perihal, row) != sidik:
				yield Temuan(
					_("{0} {1} berubah sesudah {2} (mata rantai ke-{3}).").format(
						IKATAN[perihal].doctype, nama, perihal, urutan
					),
					urutan,
				)
			elif (
				perihal == PerihalRantai.TERBIT and sha256((row.isi or "").encode()).hexdigest() != row.sidik
			):
				yield Temuan(_("Sidik {0} {1} tidak cocok dengan isinya.").format(DOKUMEN, nama), urutan)

	def check_tahap(self) -> Iterator[Temuan]:
		"""Of an evaluation also whether it stands where its last link left it."""
		for bagian in create_batch(sorted(self.list_evaluasi()), SEKALI_BACA):
			for row in frappe.get_all(EVALUASI, {"name": ("in", bagian)}, ["name", "tahap"]):
				perihal, _sidik, urutan = self.terakhir[row.name, PerihalRantai.DITETAPKAN]
				if (row.tahap in SAH) != (perihal == PerihalRantai.DITETAPKAN):
					yield Temuan(
						_("{0} {1} berada pada tahap {2}, padahal yang terakhir tercatat: {3}.").format(
							EVALUASI, row.name, row.tahap, perihal
						),
						urutan,
					)

	def list_evaluasi(self) -> Iterator[str]:
		return (rujukan for rujukan, tentang in self.terakhir if tentang == PerihalRantai.DITETAPKAN)

	# --- decisions without a link: what stands in the database and was never decided, or whose link was cut off

	def check_tanpa_mata(self) -> Iterator[Temuan]:
		for perihal, ikatan in IKATAN.items():
			if not ikatan.saat:
				continue
			for nama in self.list_diputuskan(perihal):
				if (nama, perihal) not in self.terakhir:
					yield Temuan(
						_("{0} {1}: {2}, tetapi tidak tercatat dalam rantai.").format(
							ikatan.doctype, nama, perihal
						)
					)

	def list_diputuskan(self, perihal: PerihalRantai) -> list[str]:
		"""Evaluations that were set before the chain began have no link, and need none."""
		ikatan = IKATAN[perihal]
		saring = {ikatan.saat: ("is", "set")}
		if ikatan.doctype == EVALUASI:
			if not self.mulai:
				return []
			saring = {ikatan.saat: (">=", self.mulai), "tahap": ("in", [*map(str, SAH)])}
		return frappe.get_all(ikatan.doctype, saring, pluck="name", order_by="name")
