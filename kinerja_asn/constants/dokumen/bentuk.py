"""What there is to say about access to a DocType; permissions/dokumen.py reads it, and knows no DocType by name."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import AUDITOR, PENGELOLA, PENGELOLA_UNIT

# Column -> the values one of which it must have.
Bila = Mapping[str, Collection]
# Stage -> role -> what it may fill in: "tabel" is a whole child table, "tabel.field" one column of its rows.
Isian = Mapping[Tahap, Mapping[str, tuple[str, ...]]]

# Roles that read what their agency or unit is concerned with.
PEMBACA = (PENGELOLA, AUDITOR, PENGELOLA_UNIT)


@dataclass(frozen=True)
class Pihak:
	"""Whoever ``kolom`` names has a part in the document; ``bila``: only while these columns have such values."""

	kolom: str
	bila: Bila = field(default_factory=dict)

	@property
	def orang(self) -> str:
		"""The column of the Employee whose account it is."""
		return self.kolom.removesuffix("_user")


PEGAWAI_USER = "pegawai_user"
PARA_PIHAK = tuple(map(Pihak, (PEGAWAI_USER, "penilai_user", "atasan_penilai_user")))


@dataclass(frozen=True)
class Akses:
	"""Who has a part in a DocType. What is not named nobody has: without roles and parties, nobody sees a row.

	An answer whose giver nobody may know names no giver: it has no column of his, opens to its readers by a condition
	(``bila``: the minimum is reached), and who was asked stands in a DocType of its own that only he reads
	(``peran=()``; design.md §5.5).
	"""

	pihak: tuple[Pihak, ...] = ()  # who reads a row because it names him
	pembuat: tuple[str, ...] = ()  # columns whose user makes one; what is not named the server makes
	peran: tuple[str, ...] = PEMBACA  # roles that read a row of their agency or unit
	bila: Bila = field(default_factory=dict)  # ... only while these columns have such values
	tanpa_unit: bool = False  # no unit's: a role of a unit reads those of the whole agency
	seinstansi: bool = False  # everybody of the agency reads
	seunit: bool = False  # everybody of its unit reads, and of the units above it
	bersama: bool = False  # has entries for all agencies of a site (column ``bersama``)
	dikelola: bool = False  # the agency's Pengelola makes, changes and deletes
	dikelola_unit: bool = False  # ... and so does the Pengelola Unit of its unit
	dibuat_pengelola: bool = False  # ... or makes only
	rahasia: bool = (
		False  # nothing about it is kept beside it: no comment, mail, task, file or version, no report
	)
	tentang_lain: bool = False  # over a document about oneself neither a role nor another part gives anything
	tanpa_pegawai: bool = False  # about no employee: there is nobody to be kept from deciding about himself
	ditulis_pegawai: bool = False  # no stages: the employee writes his own
	penulis: tuple[
		Pihak, ...
	] = ()  # no stages: who else has something to write in it, while a condition holds
	penentu: Bila = field(default_factory=dict)  # no stages: who decides, None is the user, while it waits
	penetap: str = "penilai_user"  # the column of who takes the Penilai's steps
	pelaku: tuple[str, ...] = ()  # columns that keep by which party's account a step was taken
	isian: Isian = field(
		default_factory=dict
	)  # with stages: what a party may fill in; the rest is the server's
	identitas: tuple[
		str, ...
	] = ()  # what identifies a document: given when it is made, never changed afterwards
	tabel: tuple[str, ...] = ()  # its child tables, which Frappe would list to every reader of the DocType
