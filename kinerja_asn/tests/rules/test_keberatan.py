import unittest
from datetime import date

from kinerja_asn.constants.dokumen_evaluasi import AlasanFinal
from kinerja_asn.constants.istilah import JenisInstansi
from kinerja_asn.rules.keberatan import (
	DASAR_FINAL,
	Kedudukan,
	find_alasan_final,
	get_tenggat_keputusan,
	get_tenggat_pengajuan,
)
from kinerja_asn.rules.penetap import JPT_MADYA, JPT_PRATAMA, JPT_UTAMA

PUSAT, DAERAH = JenisInstansi.PUSAT, JenisInstansi.DAERAH


class TestFinal(unittest.TestCase):
	def check(self, diharapkan, instansi, oleh_atasan=False, **isi):
		self.assertEqual(find_alasan_final(Kedudukan(oleh_atasan, instansi, **isi)), diharapkan)

	def test_no_11_the_superior_evaluated_because_the_time_was_over(self):
		"""Page 90: "evaluasi kinerja Pegawai dilakukan oleh atasan dari Pejabat Penilai Kinerja dan hasil evaluasi dimaksud
		bersifat final"."""
		self.check(AlasanFinal.WAKTU_TERLEWAT, DAERAH, True, jenis_jabatan="Pelaksana")

	def test_no_12_a_jpt_utama_evaluated_by_the_coordinating_minister(self):
		isi = {"jenis_jabatan": JPT_UTAMA, "penilai_pejabat_negara": True}
		self.check(AlasanFinal.JPT_UTAMA, PUSAT, **isi)

	def test_no_12_b_jpt_madya_of_the_centre_evaluated_by_the_head_of_the_agency(self):
		self.check(AlasanFinal.JPT_MADYA_PUSAT, PUSAT, jenis_jabatan=JPT_MADYA, penilai_pejabat_negara=True)
		self.check(
			AlasanFinal.JPT_MADYA_PUSAT, PUSAT, jenis_jabatan=JPT_MADYA, jenis_jabatan_penilai=JPT_UTAMA
		)

	def test_no_12_c_jpt_of_a_region_evaluated_by_the_kepala_daerah(self):
		for jabatan in (JPT_MADYA, JPT_PRATAMA):
			self.check(AlasanFinal.JPT_DAERAH, DAERAH, jenis_jabatan=jabatan, penilai_pejabat_negara=True)

	def test_no_12_d_e_heads_of_independent_units(self):
		isi = {"pimpinan_unit_mandiri": True, "penilai_pejabat_negara": True, "jenis_jabatan": JPT_PRATAMA}
		self.check(AlasanFinal.MANDIRI_PUSAT, PUSAT, **isi)
		self.check(AlasanFinal.MANDIRI_DAERAH, DAERAH, **isi)

	def test_everybody_else_may_object(self):
		"""A JPT pratama of the centre, a JPT of a region whose Penilai is another official, an officer."""
		self.check(None, PUSAT, jenis_jabatan=JPT_PRATAMA, penilai_pejabat_negara=True)
		self.check(None, DAERAH, jenis_jabatan=JPT_PRATAMA, jenis_jabatan_penilai=JPT_MADYA)
		self.check(None, PUSAT, jenis_jabatan=JPT_MADYA, jenis_jabatan_penilai=JPT_MADYA)
		self.check(None, DAERAH, jenis_jabatan="Pelaksana")
		self.check(None, DAERAH, pimpinan_unit_mandiri=True, jenis_jabatan_penilai="Administrator")

	def test_every_reason_has_its_place_in_the_law(self):
		self.assertEqual(set(DASAR_FINAL), set(AlasanFinal))


class TestTenggat(unittest.TestCase):
	def test_fourteen_hari_kerja_across_a_holiday(self):
		"""Page 117 no. 2: "paling lama 14 hari kerja sejak diterimanya dokumen"."""
		self.assertEqual(get_tenggat_pengajuan(date(2026, 2, 9), ()), date(2026, 2, 27))
		libur = {date(2026, 2, 17), date(2026, 2, 16)}
		self.assertEqual(get_tenggat_pengajuan(date(2026, 2, 9), libur), date(2026, 3, 3))

	def test_decided_within_seven_hari_kerja(self):
		"""Page 117 no. 6."""
		self.assertEqual(get_tenggat_keputusan(date(2026, 3, 3), ()), date(2026, 3, 12))


if __name__ == "__main__":
	unittest.main()
