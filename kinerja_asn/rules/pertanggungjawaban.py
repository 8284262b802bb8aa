"""When progress is to be reported, as agreed in the Lampiran SKP (PermenPANRB 6/2022, Pasal 12; p. 60-61)."""

from datetime import date, timedelta

from kinerja_asn.constants.istilah import Frekuensi, JenisMasa
from kinerja_asn.rules.masa import build_masa
from kinerja_asn.rules.tenggat import add_hari_kerja

_JUMAT = 4


def check_jadwal(
	frekuensi: Frekuensi | None, tanggal: date | None, awal: date | None, akhir: date | None
) -> str | None:
	"""What is missing for a report to be reminded of; None when nothing is. ``awal`` to ``akhir``: the period."""
	if frekuensi != Frekuensi.TANGGAL:
		return None
	if not tanggal:
		return 'isi tanggalnya, karena waktu pelaporannya "Tanggal tertentu".'
	if awal and akhir and not awal <= tanggal <= akhir:
		return f"tanggal pelaporan {tanggal:%d-%m-%Y} di luar periodenya, {awal:%d-%m-%Y} sampai {akhir:%d-%m-%Y}."
	return None


def is_jatuh_tempo(frekuensi: Frekuensi, tanggal: date | None, hari: date, awal: date, akhir: date) -> bool:
	"""Whether a report agreed at ``frekuensi`` is due on ``hari``; see ``get_jatuh_tempo_berikut``."""
	return get_jatuh_tempo_berikut(frekuensi, tanggal, hari, awal, akhir) == hari


def get_jatuh_tempo_berikut(
	frekuensi: Frekuensi, tanggal: date | None, hari: date, awal: date, akhir: date
) -> date | None:
	"""The first day from ``hari`` on (itself included) on which a report is due; None when there is none left.

	``awal`` to ``akhir`` is the time the SKP covers. Harian is Monday to Friday, Mingguan is Friday; the
	longer ones are due on the last calendar day of their part of the year, or of the SKP when that comes
	first. Tanggal tertentu is due on ``tanggal`` alone: without one, or outside the SKP, never.
	Raises ValueError when one of the longer ones is asked of an SKP that crosses two years.
	"""
	mulai = max(hari, awal)
	jatuh_tempo = _jatuh_tempo(Frekuensi(frekuensi), tanggal, mulai, awal, akhir) if mulai <= akhir else None
	return jatuh_tempo if jatuh_tempo and mulai <= jatuh_tempo <= akhir else None


def _jatuh_tempo(
	frekuensi: Frekuensi, tanggal: date | None, mulai: date, awal: date, akhir: date
) -> date | None:
	"""The first one from ``mulai`` on; it may lie outside the SKP. Holidays move no agreed report."""
	if frekuensi == Frekuensi.TANGGAL:
		return tanggal
	if frekuensi == Frekuensi.HARIAN:
		return add_hari_kerja(mulai, 0, ())
	if frekuensi == Frekuensi.MINGGUAN:
		return mulai + timedelta(days=(_JUMAT - mulai.weekday()) % 7)
	# The four longer ones are named like the reporting periods.
	return next(
		masa.akhir for masa in build_masa(awal, akhir, JenisMasa(frekuensi.value)) if masa.akhir >= mulai
	)
