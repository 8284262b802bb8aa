"""The Perjanjian Kinerja in its head's SKP (PermenPANRB 6/2022, Lampiran II, p. 27 no. 3)."""

from collections.abc import Collection, Sequence


def check_perjanjian(indikator_pk: Sequence[tuple[str, str]], dibawa: Collection[str]) -> list[str]:
	"""Which indikator of the Perjanjian Kinerja the SKP leaves out: sentences, [] when it carries them all.

	``indikator_pk`` holds (kunci, words) of each; ``dibawa`` the kunci that the SKP carries as indikator of an
	utama row, where they "wajib dituangkan" whatever else the row says.
	"""
	return [
		f'Indikator Perjanjian Kinerja "{indikator}" belum dituangkan dalam SKP. Tekan "Ambil dari Perjanjian Kinerja", '
		'atau pilih indikator itu pada isian "Memuat indikator Perjanjian Kinerja" di sebuah hasil kerja utama.'
		for kunci, indikator in indikator_pk
		if kunci not in dibawa
	]
