"""Who may guide and counsel whom, and when a hasil kerja may be taken over (Pasal 20-21; p. 78, 86-88)."""

from collections.abc import Collection

from kinerja_asn.constants.pembinaan import KedudukanKonselor


def check_pembina(pembina: str, pegawai: str, atasan: str | None) -> str | None:
	"""The leader, or another who was given the task (p. 78 huruf b). The leader's superior is none: the employee's
	statements on the guidance go to him (p. 83 huruf g)."""
	if pembina == pegawai:
		return "Pembina harus orang lain, bukan pegawai itu sendiri."
	if pembina == atasan:
		return (
			"Atasan Pejabat Penilai menerima umpan balik pegawai atas bimbingan (hlm. 83), sehingga tidak menjadi "
			"pembinanya. Pilih orang lain."
		)
	return None


def check_konselor(
	kedudukan: KedudukanKonselor,
	konselor: str,
	*,
	pegawai: str,
	penilai: str | None,
	atasan: str | None,
	pejabat: str | None,
	pelatihan: str,
) -> str | None:
	"""An independent counsellor depends on nobody who has a part in the matter; the Penilai counsels only if trained
	(p. 87 angka 2 huruf a dan b)."""
	if konselor == pegawai:
		return "Konselor harus orang lain, bukan pegawai itu sendiri."
	if kedudukan == KedudukanKonselor.PENILAI:
		if konselor != penilai:
			return "Dengan kedudukan ini konselornya adalah Pejabat Penilai Kinerja pegawai itu sendiri."
		if not pelatihan.strip():
			return "Sebutkan pelatihan konseling yang telah diperoleh Pejabat Penilai (hlm. 87)."
		return None
	if konselor in _list_terlibat(kedudukan, penilai, atasan, pejabat):
		return "Konselor harus independen: bukan Pejabat Penilai, atasannya, atau pejabat yang menerima rekaman hasilnya."
	return None


def _list_terlibat(
	kedudukan: KedudukanKonselor, penilai: str | None, atasan: str | None, pejabat: str | None
) -> Collection[str | None]:
	"""An official whose function it is to counsel may be the one who receives the reports."""
	terlibat = (penilai, atasan)
	return (*terlibat, pejabat) if kedudukan == KedudukanKonselor.INDEPENDEN else terlibat


def check_ambil_alih(umpan_balik: int, tindak_lanjut: int, sisa: int) -> str | None:
	"""What must have been done before a leader takes a hasil kerja over (Pasal 20 ayat (1), (3), (6)).

	``umpan_balik``: how often the employee was told; ``tindak_lanjut``: adjustments and pembinaan that were completed;
	``sisa``: how many other hasil kerja the employee keeps, since a plan of nothing is none.
	"""
	if not umpan_balik:
		return (
			"Ambil alih didasarkan pada umpan balik (Pasal 20 ayat (1)): beri pegawai umpan balik Perlu Perbaikan atas hasil "
			"kerja ini dahulu."
		)
	if not tindak_lanjut:
		return (
			"Ambil alih baru dapat dilakukan setelah ada tindak lanjut dan pegawai tetap tidak menunjukkan kemajuan "
			"(Pasal 20 ayat (6)): sesuaikan Ekspektasi atau dukungan sumber daya lewat perubahan SKP, atau selesaikan "
			"pembinaan."
		)
	if not sisa:
		return "Hasil kerja yang tersisa tidak dapat diambil alih semuanya. Ubah SKP-nya bila rencananya perlu diganti."
	return None
