"""From which stage to which a document passes, and who passes it on: the law's, whatever HR's workflow says.

The employee submits and withdraws; the Penilai, or the atasan in his place, decides (Pasal 14, 16, 23-28; p. 65 no. 5);
whoever else HR puts into a workflow stands between them. What is not here does not happen: nothing leads back from what
is finished but the changes the regulation knows, which are documents of their own. docs/permissions.md has the table.
"""

from collections.abc import Mapping

from kinerja_asn.constants.istilah import Istilah, Tahap
from kinerja_asn.constants.peran import PEGAWAI, PENILAI


class Pelaku(Istilah):
	"""Kind of actor of a step: a column of the table."""

	PEGAWAI = "Pegawai"
	# The Pejabat Penilai named on the document; of a plan that has passed to him, and of an objection, the atasan.
	PENILAI = "Penilai"
	# A role of HR's workflow besides these two, over others than himself.
	PETUGAS = "Petugas"


# Everybody who holds another role is a Petugas.
PELAKU_PERAN = {PEGAWAI: Pelaku.PEGAWAI, PENILAI: Pelaku.PENILAI}

Peralihan = Mapping[tuple[Tahap, Tahap], tuple[Pelaku, ...]]

_PEGAWAI, _PENILAI, _PETUGAS = ((pelaku,) for pelaku in Pelaku)
_DI_ANTARA = (*_PENILAI, *_PETUGAS)

# What an employee writes and his Penilai decides. A stage to itself: a further state of it that HR has made.
_DIAJUKAN_PEGAWAI = {
	(Tahap.DRAF, Tahap.DRAF): _PEGAWAI,
	(Tahap.DRAF, Tahap.DIAJUKAN): _PEGAWAI,
	(Tahap.DIKEMBALIKAN, Tahap.DIKEMBALIKAN): _PEGAWAI,
	(Tahap.DIKEMBALIKAN, Tahap.DIAJUKAN): _PEGAWAI,
	(Tahap.DIAJUKAN, Tahap.DRAF): _PEGAWAI,
	(Tahap.DIAJUKAN, Tahap.DIAJUKAN): _DI_ANTARA,
	(Tahap.DIAJUKAN, Tahap.DIKEMBALIKAN): _DI_ANTARA,
	(Tahap.DIAJUKAN, Tahap.DITETAPKAN): _PENILAI,
	(Tahap.DITETAPKAN, Tahap.DITETAPKAN): _DI_ANTARA,
}

PERALIHAN: Mapping[str, Peralihan] = {
	"SKP": {**_DIAJUKAN_PEGAWAI, (Tahap.DITETAPKAN, Tahap.DITUTUP): _PETUGAS},
	# Closed is given up: whoever may begin a change may drop it again before it is submitted.
	"Perubahan SKP": {
		**_DIAJUKAN_PEGAWAI,
		(Tahap.DRAF, Tahap.DITUTUP): (*_PEGAWAI, *_PENILAI),
		(Tahap.DIKEMBALIKAN, Tahap.DITUTUP): (*_PEGAWAI, *_PENILAI),
	},
	"Realisasi Kinerja": _DIAJUKAN_PEGAWAI.copy(),
	# The Penilai's own: until it is handed over (Pasal 28) he may take it up again, and nobody else has seen it.
	"Evaluasi Kinerja": {
		(Tahap.DRAF, Tahap.DRAF): _PENILAI,
		(Tahap.DRAF, Tahap.DIAJUKAN): _PENILAI,
		(Tahap.DRAF, Tahap.DITETAPKAN): _PENILAI,
		(Tahap.DIAJUKAN, Tahap.DIAJUKAN): _DI_ANTARA,
		(Tahap.DIAJUKAN, Tahap.DRAF): _DI_ANTARA,
		(Tahap.DIAJUKAN, Tahap.DITETAPKAN): _PENILAI,
		(Tahap.DITETAPKAN, Tahap.DITETAPKAN): _DI_ANTARA,
		(Tahap.DITETAPKAN, Tahap.DRAF): _DI_ANTARA,
		(Tahap.DITETAPKAN, Tahap.DISERAHKAN): _PENILAI,
		(Tahap.DISERAHKAN, Tahap.DITUTUP): _PEGAWAI,
	},
	# Nobody stands between: who else would read it learns what only three people know (Pasal 29; p. 117).
	"Keberatan Kinerja": {
		(Tahap.DRAF, Tahap.DIAJUKAN): _PEGAWAI,
		(Tahap.DIAJUKAN, Tahap.DITETAPKAN): _PENILAI,
		(Tahap.DIAJUKAN, Tahap.DITUTUP): _PEGAWAI,
	},
}
