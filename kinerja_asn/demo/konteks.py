"""What the acts of a year need to know of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

import frappe

from kinerja_asn.demo.orang import MENURUT_KUNCI, Orang
from kinerja_asn.demo.rencana import Lakon
from kinerja_asn.rules.tenggat import add_hari_kerja


@dataclass
class Konteks:
	"""``pegawai``: short name -> Employee; ``skp``: short name -> SKP, filled as the plans are made; ``hari``: the day
	up to which the demo is played."""

	tahun: int
	hari: date
	periode: str
	pegawai: dict[str, str]
	lakon: dict[str, Lakon]
	skp: dict[str, str] = field(default_factory=dict)

	@property
	def semua_tingkat(self) -> range:
		return range(1, 1 + max(get_tingkat(MENURUT_KUNCI[kunci]) for kunci in self.lakon))

	def group_by_penilai(self, tingkat: int) -> Iterator[tuple[Orang, list[tuple[Orang, Lakon]]]]:
		"""Each Penilai whose staff are at ``tingkat``, with them and their year."""
		pemain = [(MENURUT_KUNCI[kunci], lakon) for kunci, lakon in self.lakon.items()]
		pemain = sorted(
			(pasangan for pasangan in pemain if get_tingkat(pasangan[0]) == tingkat),
			key=lambda pasangan: pasangan[0].atasan,
		)
		for atasan, kelompok in groupby(pemain, key=lambda pasangan: pasangan[0].atasan):
			yield MENURUT_KUNCI[atasan], list(kelompok)


def hari_kerja(mulai: date, hari: int) -> date:
	"""The demo's agency keeps no Holiday List: only weekends are free."""
	return add_hari_kerja(mulai, hari, ())


def get_tingkat(orang: Orang) -> int:
	"""0 for the head of all, 1 for those who report to him, and so on."""
	return 1 + get_tingkat(MENURUT_KUNCI[orang.atasan]) if orang.atasan else 0


def get_kunci(doctype: str, skp: str | None) -> list[str]:
	"""Lasting keys of the rows of an SKP, in its order."""
	if not skp:
		return []
	return frappe.get_all(doctype, {"parent": skp, "parenttype": "SKP"}, pluck="kunci", order_by="idx")
