"""When an evaluation is made: at the end of the year until 31 January, or as the agency set it (p. 90 no. 8)."""

from datetime import date

from frappe.utils import add_days, cint, getdate

from kinerja_asn.constants.istilah import JenisEvaluasi
from kinerja_asn.rules.masa import Masa
from kinerja_asn.rules.penilai_evaluasi import Jendela, build_jendela_periodik
from kinerja_asn.rules.tenggat import add_hari_kerja
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.bersama.waktu import get_libur


def get_jendela(nama_periode: str, jenis: JenisEvaluasi, masa: Masa) -> Jendela:
	return build_jendela(get_periode(nama_periode), jenis, masa)


def build_jendela(periode, jenis: JenisEvaluasi, masa: Masa) -> Jendela:
	"""The same for a Periode Kinerja as it would be, or was."""
	if jenis == JenisEvaluasi.TAHUNAN:
		mulai = min(getdate(periode.mulai_evaluasi_tahunan or masa.akhir), masa.akhir)
		return Jendela(mulai, getdate(periode.batas_evaluasi_tahunan or add_days(masa.akhir, 31)))
	sebelum = cint(periode.hari_buka_evaluasi_periodik)
	return build_jendela_periodik(masa, sebelum, _get_akhir_periodik(periode, masa))


def _get_akhir_periodik(periode, masa: Masa) -> date | None:
	hari = cint(periode.hari_kerja_evaluasi_periodik)
	return add_hari_kerja(masa.akhir, hari, get_libur(periode.instansi)) if hari else None
