"""Who evaluates: each case of PermenPANRB 6/2022, Lampiran IV, p. 89-92, with the page's own words and examples."""

from datetime import date

import pytest

from kinerja_asn.constants.istilah import (
	DasarPenilai,
	JenisEvaluasi,
	JenisInstansi,
	JenisPerpindahan,
	Predikat,
)
from kinerja_asn.rules.keberatan import Kedudukan, find_alasan_final
from kinerja_asn.rules.masa import Masa
from kinerja_asn.rules.penilai_evaluasi import (
	Jendela,
	Pejabat,
	Perpindahan,
	build_jendela_periodik,
	choose_bertugas,
	choose_dasar,
	explain,
	is_beralih,
	is_penilai_lama,
	is_predikat_tidak_lulus,
	is_rencana_dievaluasi,
	may_pakai_sebelumnya,
)

PERIODIK, TAHUNAN = JenisEvaluasi.PERIODIK, JenisEvaluasi.TAHUNAN
MUTASI, GANTI = JenisPerpindahan.MUTASI, JenisPerpindahan.GANTI_PENILAI
PUSAT, DAERAH = JenisInstansi.PUSAT, JenisInstansi.DAERAH
TRIWULAN_3 = Masa(3, "Triwulan III 2025", date(2025, 7, 1), date(2025, 9, 30))
TAHUN = Masa(1, "Tahun 2025", date(2025, 1, 1), date(2025, 12, 31))
JENDELA = build_jendela_periodik(TRIWULAN_3, 7, date(2025, 10, 21))
AKHIR_TAHUN = Jendela(date(2025, 12, 31), date(2026, 1, 31))
UTAMA, MADYA, PRATAMA = (f"Jabatan Pimpinan Tinggi {tingkat}" for tingkat in ("Utama", "Madya", "Pratama"))
NEGARA = "Pejabat Negara/LNS"


class TestAngka14:
	""" "Periode evaluasi siklus pendek di Direktorat A Kementerian B adalah triwulanan. ..." (p. 91-92)"""

	def test_purnama_25_agustus(self):
		""" "Pada tanggal 25 Agustus, Purnama dimutasikan ke Unit X Kementerian Y ... Dengan demikian, Purnama tidak melakukan
		evaluasi kinerja periodik triwulan 3 untuk Pegawainya di Direktorat A" """
		pindah = Perpindahan(GANTI, date(2025, 8, 25))
		assert not is_penilai_lama(PERIODIK, JENDELA, pindah)
		assert not is_rencana_dievaluasi(PERIODIK, TRIWULAN_3, JENDELA, None, pindah)
		assert is_rencana_dievaluasi(PERIODIK, TRIWULAN_3, JENDELA, pindah, None)

	def test_purnama_25_september(self):
		""" "Apabila mutasi Purnama ke Unit X Kementerian Y terhitung tanggal 25 September, maka Purnama melakukan evaluasi kinerja
		periodik triwulan 3 untuk Pegawainya di Direktorat A" """
		pindah = Perpindahan(GANTI, date(2025, 9, 25))
		assert is_penilai_lama(PERIODIK, JENDELA, pindah)
		assert is_rencana_dievaluasi(PERIODIK, TRIWULAN_3, JENDELA, None, pindah)
		assert not is_rencana_dievaluasi(PERIODIK, TRIWULAN_3, JENDELA, pindah, None)

	@pytest.mark.parametrize(
		("hari", "lama"),
		[
			(date(2025, 9, 22), False),
			(date(2025, 9, 23), True),
			(date(2025, 9, 30), True),
			(date(2025, 10, 21), True),
			(date(2025, 10, 22), False),
		],
	)
	def test_the_window_has_a_first_and_a_last_day(self, hari, lama):
		assert is_penilai_lama(PERIODIK, JENDELA, Perpindahan(GANTI, hari)) is lama

	def test_without_a_last_day_he_has_a_month_as_for_the_year(self):
		jendela = build_jendela_periodik(TRIWULAN_3, 7, None)
		assert is_penilai_lama(PERIODIK, jendela, Perpindahan(GANTI, date(2025, 10, 31)))
		assert not is_penilai_lama(PERIODIK, jendela, Perpindahan(GANTI, date(2025, 11, 1)))
		assert not jendela.is_lewat(date(2026, 6, 1))

	def test_the_annual_evaluation_is_the_new_ones(self):
		"""No. 14 speaks of "evaluasi periodik" alone."""
		pindah = Perpindahan(GANTI, date(2026, 1, 5))
		assert not is_penilai_lama(TAHUNAN, AKHIR_TAHUN, pindah)
		assert is_rencana_dievaluasi(TAHUNAN, TAHUN, AKHIR_TAHUN, Perpindahan(GANTI, date(2025, 9, 25)), None)
		assert not is_rencana_dievaluasi(
			TAHUNAN, TAHUN, AKHIR_TAHUN, None, Perpindahan(GANTI, date(2025, 9, 25))
		)


class TestAngka13:
	"""Sari: "dimutasikan pada Bulan Februari ke Kementerian Y yang evaluasi periodiknya dilakukan setiap bulan" (p. 91)."""

	SARI = Perpindahan(MUTASI, date(2025, 2, 10))
	FEBRUARI = Masa(2, "Februari 2025", date(2025, 2, 1), date(2025, 2, 28))
	JENDELA = build_jendela_periodik(FEBRUARI, 7, None)

	def test_the_new_penilai_on_the_new_unit(self):
		""" "dilakukan oleh Pejabat Penilai Kinerja yang baru dan berdasarkan capaian kinerja organisasi periodik pada unit baru" """
		assert is_rencana_dievaluasi(PERIODIK, self.FEBRUARI, self.JENDELA, self.SARI, None)
		assert not is_rencana_dievaluasi(PERIODIK, self.FEBRUARI, self.JENDELA, None, self.SARI)
		assert not is_rencana_dievaluasi(TAHUNAN, TAHUN, AKHIR_TAHUN, None, self.SARI)

	def test_an_employee_who_moves_in_the_window_is_the_new_penilais_too(self):
		"""The window of no. 14 is about a Penilai who moves."""
		pindah = Perpindahan(MUTASI, date(2025, 9, 25))
		assert not is_rencana_dievaluasi(PERIODIK, TRIWULAN_3, JENDELA, None, pindah)
		assert is_rencana_dievaluasi(PERIODIK, TRIWULAN_3, JENDELA, pindah, None)

	def test_what_had_ended_before_is_the_former_units(self):
		januari = Masa(1, "Januari 2025", date(2025, 1, 1), date(2025, 1, 31))
		jendela = build_jendela_periodik(januari, 7, None)
		assert is_rencana_dievaluasi(PERIODIK, januari, jendela, None, self.SARI)

	def test_the_former_units_last_result_by_agreement(self):
		""" "atau dapat menggunakan hasil evaluasi kinerja periodik Pegawai periode sebelumnya pada unit lama sesuai kesepakatan
		Pejabat Penilai Kinerja dan Pegawai": of the periodic evaluation of the period of the move alone."""
		assert may_pakai_sebelumnya(PERIODIK, self.FEBRUARI, self.SARI)
		maret = Masa(3, "Maret 2025", date(2025, 3, 1), date(2025, 3, 31))
		assert not may_pakai_sebelumnya(PERIODIK, maret, self.SARI)
		assert not may_pakai_sebelumnya(TAHUNAN, TAHUN, self.SARI)
		assert not may_pakai_sebelumnya(PERIODIK, self.FEBRUARI, Perpindahan(GANTI, date(2025, 2, 10)))
		assert not may_pakai_sebelumnya(PERIODIK, self.FEBRUARI, None)


class TestAngka2:
	""" "Dalam hal atasan langsung berhalangan tetap, maka evaluasi kinerja Pegawai dilakukan oleh atasan dari Pejabat Penilai
	Kinerja secara berjenjang." (p. 89)"""

	def test_the_direct_superior_while_he_can(self):
		assert choose_bertugas("a", [Pejabat("b"), Pejabat("c")]) == "b"

	def test_step_by_step_upwards(self):
		jalur = [Pejabat("b", False), Pejabat("c", False), Pejabat("d")]
		assert choose_bertugas("a", jalur) == "d"

	def test_nobody_himself_and_no_circle(self):
		assert choose_bertugas("a", [Pejabat("a"), Pejabat("b")]) == "b"
		assert choose_bertugas("a", [Pejabat("b", False), Pejabat("a")]) is None
		assert choose_bertugas("a", [Pejabat("b", False), Pejabat("c", False), Pejabat("b", False)]) is None
		assert choose_bertugas("a", []) is None

	@pytest.mark.parametrize(
		("penugasan", "status", "dasar"),
		[
			(None, "Aktif", DasarPenilai.ATASAN_LANGSUNG),
			("Definitif", "Aktif", DasarPenilai.ATASAN_LANGSUNG),
			("Plt.", "Aktif", DasarPenilai.PELAKSANA),
			("Plh.", "Tugas Belajar", DasarPenilai.PELAKSANA),
			("Delegasi", "Aktif", DasarPenilai.DELEGASI),
			(None, "Tugas Belajar", DasarPenilai.TUGAS_BELAJAR),
			("Definitif", "Diperbantukan/Dipekerjakan", DasarPenilai.DIPERBANTUKAN),
			# No. 15: "atau pejabat lain yang ditunjuk".
			("Delegasi", "Diperbantukan/Dipekerjakan", DasarPenilai.DELEGASI),
		],
	)
	def test_by_what_he_evaluates(self, penugasan, status, dasar):
		assert choose_dasar(penugasan, status) == dasar


class TestAngka11:
	""" "hingga melebihi jangka waktu evaluasi ... dilakukan oleh atasan dari Pejabat Penilai Kinerja dan hasil evaluasi dimaksud
	bersifat final" (p. 90); the annual one "paling lama akhir Bulan Januari tahun berikutnya" (no. 8 b)."""

	def test_the_last_day_is_still_his(self):
		assert not is_beralih(AKHIR_TAHUN, date(2026, 1, 31), None)
		assert is_beralih(AKHIR_TAHUN, date(2026, 2, 1), None)

	def test_who_evaluated_in_time_and_opens_it_again_keeps_it(self):
		assert not is_beralih(AKHIR_TAHUN, date(2026, 2, 3), date(2026, 1, 20))
		assert is_beralih(AKHIR_TAHUN, date(2026, 2, 3), date(2026, 2, 2))

	def test_without_a_last_day_it_does_not_pass(self):
		assert not is_beralih(build_jendela_periodik(TRIWULAN_3, 7, None), date(2027, 1, 1), None)


class TestAngka12:
	""" "Hasil evaluasi kinerja Pegawai juga bersifat final bagi: ..." (p. 90)"""

	@pytest.mark.parametrize(
		("instansi", "jabatan", "mandiri", "jabatan_penilai", "status_penilai", "final"),
		[
			# a) "pejabat pimpinan tinggi utama yang evaluasinya dilakukan oleh menteri yang mengoordinasikan"
			(PUSAT, UTAMA, False, None, NEGARA, True),
			(PUSAT, UTAMA, False, UTAMA, "Aktif", False),
			# b) "pejabat pimpinan tinggi madya pada instansi pusat yang evaluasinya dilakukan oleh pimpinan Instansi Pemerintah"
			(PUSAT, MADYA, False, None, NEGARA, True),
			(PUSAT, MADYA, False, UTAMA, "Aktif", True),
			(PUSAT, MADYA, False, MADYA, "Aktif", False),
			(PUSAT, PRATAMA, False, MADYA, "Aktif", False),
			# c) "madya dan pratama pada instansi daerah yang evaluasinya dilakukan oleh kepala daerah"
			(DAERAH, MADYA, False, None, NEGARA, True),
			(DAERAH, PRATAMA, False, None, NEGARA, True),
			(DAERAH, PRATAMA, False, PRATAMA, "Aktif", False),
			# d) "pimpinan unit kerja mandiri pada instansi pusat yang evaluasinya dilakukan oleh menteri yang mengoordinasikan"
			(PUSAT, "Administrator", True, None, NEGARA, True),
			(PUSAT, "Administrator", True, PRATAMA, "Aktif", False),
			# e) "pimpinan unit kerja mandiri pada instansi daerah yang evaluasinya dilakukan oleh kepala daerah"
			(DAERAH, "Jabatan Fungsional", True, None, NEGARA, True),
			(DAERAH, "Jabatan Fungsional", True, "Administrator", "Aktif", False),
			(DAERAH, "Pelaksana", False, "Administrator", "Aktif", False),
			(DAERAH, "Administrator", False, None, NEGARA, False),
			(DAERAH, None, False, None, None, False),
		],
	)
	def test_by_post_and_evaluator(self, instansi, jabatan, mandiri, jabatan_penilai, status_penilai, final):
		kedudukan = Kedudukan(False, instansi, jabatan, mandiri, jabatan_penilai, status_penilai == NEGARA)
		assert bool(find_alasan_final(kedudukan)) is final


class TestTugasBelajar:
	def test_who_did_not_complete_his_studies(self):
		""" "dalam kategori Kurang atau Sangat Kurang dengan mempertimbangkan perilaku kerja Pegawai" (p. 100 d, p. 103 d)"""
		assert [predikat for predikat in Predikat if is_predikat_tidak_lulus(predikat)] == [
			Predikat.KURANG,
			Predikat.SANGAT_KURANG,
		]


class TestKalimat:
	@pytest.mark.parametrize("dasar", list(DasarPenilai))
	def test_every_case_is_said_with_its_page(self, dasar):
		teks = explain("Sari", dasar, final=False)
		assert teks.startswith("Dievaluasi oleh Sari, ") and "(hlm. " in teks
		assert "dapat diajukan keberatan" in teks

	def test_final_is_said(self):
		assert explain("Sari", DasarPenilai.LEWAT_WAKTU, final=True).endswith("Hasilnya bersifat final.")
		teks = explain("Bupati", DasarPenilai.ATASAN_LANGSUNG, final=True)
		assert teks.endswith("Hasilnya bersifat final (hlm. 90 angka 12).")
