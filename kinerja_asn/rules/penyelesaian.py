"""How far an evaluation has come, now or on a day that is past (Pasal 26-28; p. 90, 114)."""

from datetime import date

from kinerja_asn.constants.istilah import KeadaanEvaluasi, Tahap

_KINI = {
	Tahap.DITETAPKAN: KeadaanEvaluasi.DITETAPKAN,
	Tahap.DISERAHKAN: KeadaanEvaluasi.DISERAHKAN,
	Tahap.DITUTUP: KeadaanEvaluasi.SELESAI,
}


def keadaan_kini(tahap: Tahap | None) -> KeadaanEvaluasi:
	"""By the stage at which it stands; None: nobody has begun it (Pasal 26)."""
	return _KINI.get(tahap, KeadaanEvaluasi.DINILAI) if tahap else KeadaanEvaluasi.BELUM_DIBUAT


def keadaan_pada(
	hari: date,
	dibuat: date | None,
	ditetapkan: date | None,
	diserahkan: date | None,
	diterima: date | None,
) -> KeadaanEvaluasi:
	"""As it stood at the end of ``hari``, by the days of its steps (Pasal 26-28). Of one that was opened again since, the day
	on which it was last set is known, not the first."""
	langkah = (
		(diterima, KeadaanEvaluasi.SELESAI),
		(diserahkan, KeadaanEvaluasi.DISERAHKAN),
		(ditetapkan, KeadaanEvaluasi.DITETAPKAN),
		(dibuat, KeadaanEvaluasi.DINILAI),
	)
	return next((keadaan for pada, keadaan in langkah if pada and pada <= hari), KeadaanEvaluasi.BELUM_DIBUAT)
