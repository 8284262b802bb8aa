"""Stages that belong together: what is asked of a document by more than one stage has its name here, and only here."""

from kinerja_asn.constants.istilah import Tahap

# Still, or again, with whoever writes it.
DISUSUN = (Tahap.DRAF, Tahap.DIKEMBALIKAN)
BELUM_DITETAPKAN = (*DISUSUN, Tahap.DIAJUKAN)
BELUM_DITUTUP = (*BELUM_DITETAPKAN, Tahap.DITETAPKAN)

# A plan that was agreed on: in force, or in force until it was closed.
DISEPAKATI = (Tahap.DITETAPKAN, Tahap.DITUTUP)
# Decided, and so printed without the mark of a draft.
SAH = (Tahap.DITETAPKAN, Tahap.DISERAHKAN, Tahap.DITUTUP)
# The rated person sees nothing of his own evaluation before it is handed over (Pasal 28).
SUDAH_DISERAHKAN = (Tahap.DISERAHKAN, Tahap.DITUTUP)

# An objection that was filed: decided on, or withdrawn again, its parties go on reading it.
SUDAH_DIAJUKAN = (Tahap.DIAJUKAN, Tahap.DITETAPKAN, Tahap.DITUTUP)

# Realisasi that count: as reported, and as the Penilai confirmed them.
DILAPORKAN = (Tahap.DIAJUKAN, Tahap.DITETAPKAN)
DIVERIFIKASI = (Tahap.DITETAPKAN,)
