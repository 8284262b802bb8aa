"""Figures brought from another system: HR's work, which the auditor reads."""

from kinerja_asn.constants.dokumen.bentuk import Akses
from kinerja_asn.constants.peran import AUDITOR, PENGELOLA

PENGIMPORAN = {"Impor Realisasi": Akses(peran=(PENGELOLA, AUDITOR), dikelola=True)}
