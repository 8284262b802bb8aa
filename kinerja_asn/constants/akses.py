"""Access to every DocType of the app (docs/permissions.md has the table), and what hooks and others read off it."""

from collections.abc import Mapping

from kinerja_asn.constants.dokumen.bentuk import Akses, Isian
from kinerja_asn.constants.dokumen.masyarakat import MASYARAKAT
from kinerja_asn.constants.dokumen.pelaksanaan import PELAKSANAAN
from kinerja_asn.constants.dokumen.pemantauan import PEMANTAUAN
from kinerja_asn.constants.dokumen.pembinaan import PEMBINAAN
from kinerja_asn.constants.dokumen.pengaturan import MASTER_BERSAMA, PENGATURAN
from kinerja_asn.constants.dokumen.penilaian import PENILAIAN
from kinerja_asn.constants.dokumen.perencanaan import PERENCANAAN

AKSES: Mapping[str, Akses] = {
	**PERENCANAAN,
	**PELAKSANAAN,
	**MASYARAKAT,
	**PEMBINAAN,
	**PEMANTAUAN,
	**PENILAIAN,
	**PENGATURAN,
}

# DocTypes with row access.
TERJAGA = tuple(AKSES)
# Child table -> the DocTypes that hold it.
TABEL_ANAK: Mapping[str, tuple[str, ...]] = {
	tabel: tuple(doctype for doctype, akses in AKSES.items() if tabel in akses.tabel)
	for tabel in dict.fromkeys(tabel for akses in AKSES.values() for tabel in akses.tabel)
}
BERSAMA = MASTER_BERSAMA
# Of whose documents nothing is kept beside them.
RAHASIA = tuple(doctype for doctype, akses in AKSES.items() if akses.rahasia)

# DocTypes that name parties.
TRANSAKSI = tuple(doctype for doctype, akses in AKSES.items() if akses.pihak)
# DocTypes that move through stages: DocType -> stage -> role -> what it may fill in.
ISIAN: Mapping[str, Isian] = {doctype: akses.isian for doctype, akses in AKSES.items() if akses.isian}
BERTAHAP = tuple(ISIAN)
IDENTITAS = {doctype: akses.identitas for doctype, akses in AKSES.items() if akses.identitas}
# What passes to the atasan Penilai -> the column of who takes the Penilai's steps (p. 65 no. 5; p. 90 no. 11); an objection
# is the atasan's from the beginning, and passes to nobody.
KOLOM_PENETAP = {
	doctype: akses.penetap
	for doctype, akses in AKSES.items()
	if akses.penetap not in (Akses.penetap, *(pihak.kolom for pihak in akses.pihak))
}
# Those of them that have a last day of their own: plans, which are submitted.
RENCANA = tuple(doctype for doctype in KOLOM_PENETAP if doctype in PERENCANAAN)

# Columns that hold an account, which follows its person (design.md §5.2): DocType -> column -> that of the Employee.
KOLOM_AKUN: Mapping[str, Mapping[str, str]] = {
	doctype: {pihak.kolom: pihak.orang for pihak in AKSES[doctype].pihak} for doctype in TRANSAKSI
}
# ... and those that say which of the parties' accounts is to act, or has acted.
KOLOM_PELAKU: Mapping[str, tuple[str, ...]] = {
	doctype: (*filter(None, [KOLOM_PENETAP.get(doctype)]), *AKSES[doctype].pelaku) for doctype in TRANSAKSI
}
