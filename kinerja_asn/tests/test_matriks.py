"""Matriks Pembagian Peran dan Hasil: who and what it shows, what saving makes of it, who may; the page and the print."""

import re
from unittest.mock import call, patch

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.services.perencanaan.penyelarasan.matriks import count_matriks, get_matriks
from kinerja_asn.services.perencanaan.penyelarasan.pembagian_peran import IsianSel, divide
from kinerja_asn.tests.basis import UjiKinerja, watch_query
from kinerja_asn.tests.factories import (
	add_pegawai,
	as_user,
	make_hasil_kerja,
	make_indikator,
	make_perjanjian,
	make_skp,
)
from kinerja_asn.tests.test_portal_dasar import UjiPortal

HALAMAN = "/kinerja/tim/matriks"
PERAN = "Tersedianya loket yang melayani penduduk rentan"


class DasarMatriks:
	"""Two results of ``penilai``, whose people are petugas and kolega."""

	def make_pimpinan(self, tahap: Tahap = Tahap.DRAF):
		self.pimpinan = make_skp(
			self.instansi,
			"penilai",
			tahap,
			hasil_kerja=[make_hasil_kerja(), make_hasil_kerja("Tersedianya data kependudukan")],
			indikator=[make_indikator(), make_indikator(hasil_kerja_ke=2, indikator="Data mutakhir")],
		)
		self.kunci = [row.kunci for row in self.pimpinan.hasil_kerja]
		return self.pimpinan

	def get_matriks(self, nama: str = "penilai"):
		with as_user(self.instansi.user[nama]):
			return get_matriks(self.pimpinan)

	def get_baris(self, nama: str = "petugas", sebagai: str = "penilai"):
		return next(
			row for row in self.get_matriks(sebagai).baris if row.pegawai == self.instansi.pegawai[nama]
		)

	def divide(self, nama: str, isian: dict, sebagai: str = "penilai", modified: str | None = None) -> None:
		"""``isian``: number of the column -> IsianSel."""
		baris = self.get_baris(nama)
		with as_user(self.instansi.user[sebagai]):
			divide(
				self.pimpinan,
				baris,
				{self.kunci[ke]: isi for ke, isi in isian.items()},
				baris.modified if modified is None else modified,
			)

	def get_skp(self, nama: str = "petugas"):
		name = frappe.db.exists("SKP", {"pegawai": self.instansi.pegawai[nama]})
		return frappe.get_doc("SKP", name) if name else None


class TestIsiMatriks(DasarMatriks, UjiKinerja):
	def setUp(self):
		super().setUp()
		self.make_pimpinan()

	def test_results_across_and_the_team_down(self):
		make_skp(self.instansi, tahap=Tahap.DRAF)
		matriks = self.get_matriks()
		self.assertEqual(
			[(kolom.uraian, kolom.indikator) for kolom in matriks.kolom],
			[
				("Terlayaninya pendaftaran penduduk", ["Jumlah pendaftaran yang selesai"]),
				("Tersedianya data kependudukan", ["Data mutakhir"]),
			],
		)
		self.assertEqual(
			[(row.nama, bool(row.skp)) for row in matriks.baris], [("Kolega", False), ("Petugas", True)]
		)

	def test_a_cell_shows_who_serves_the_result_and_counts_what_is_open(self):
		make_skp(
			self.instansi,
			tahap=Tahap.DRAF,
			hasil_kerja=[{**make_hasil_kerja(PERAN), "rhk_pimpinan": self.kunci[0]}],
		)
		self.divide("kolega", {0: IsianSel(tanpa_peran=True)})
		baris = self.get_baris()
		self.assertEqual([row.rencana_hasil_kerja for row in baris.sel[0].hasil], [PERAN])
		self.assertEqual(
			count_matriks(self.get_matriks()),
			{
				"belum_dipikul": ["Tersedianya data kependudukan"],
				"tanpa_peran": ["Kolega"],
				"belum_dijawab": 2,
			},
		)

	def test_who_is_assigned_elsewhere_or_not_evaluated_is_not_in_the_team(self):
		frappe.get_doc(
			doctype="Penugasan Penilai",
			pegawai=self.instansi.pegawai["kolega"],
			penilai=self.instansi.pegawai["kepala"],
			dari="2025-01-01",
		).insert()
		frappe.db.set_value(
			"Employee", self.instansi.pegawai["petugas"], "status_kinerja", "Cuti di luar tanggungan negara"
		)
		self.assertEqual(self.get_matriks().baris, [])

	def test_who_is_assigned_to_the_leader_is(self):
		frappe.get_doc(
			doctype="Penugasan Penilai",
			pegawai=self.instansi.pegawai["pengelola_unit"],
			penilai=self.instansi.pegawai["penilai"],
			dari="2025-01-01",
		).insert()
		self.assertIn("Pengelola Unit", [row.nama for row in self.get_matriks().baris])

	def test_a_member_of_another_unit_is_recorded_where_he_is_assigned(self):
		tamu = make_skp(self.instansi, "pengelola_unit", Tahap.DRAF)
		tamu.hasil_kerja[0].db_set("rhk_pimpinan", self.kunci[1])
		baris = self.get_baris("pengelola_unit")
		self.assertEqual((baris.tamu, baris.terbuka, len(baris.sel[1].hasil)), (True, False, 1))
		self.assertFalse(self.get_matriks().kolom[1].belum_dipikul)

	def test_a_row_that_hangs_on_the_agreement_shows_under_the_result_that_carries_it(self):
		pk = make_perjanjian(self.instansi)
		self.pimpinan.reload().indikator[1].db_set("pk_indikator", pk.indikator[0].kunci)
		self.pimpinan.reload()
		make_skp(
			self.instansi,
			tahap=Tahap.DRAF,
			hasil_kerja=[{**make_hasil_kerja(PERAN), "pk_indikator": pk.indikator[0].kunci}],
		)
		self.assertEqual([len(sel.hasil) for sel in self.get_baris().sel], [0, 1])

	def test_readers_see_only_rows_of_skp_that_they_may_read(self):
		make_skp(self.instansi, tahap=Tahap.DRAF)
		lain = make_skp(self.instansi, "kolega", Tahap.DRAF)
		frappe.db.set_value("SKP", lain.name, {"atasan_penilai_user": None, "unit_kerja": None})
		for nama, terlihat in (
			("penilai", ["Kolega", "Petugas"]),
			("pengelola", ["Kolega", "Petugas"]),
			("kepala", ["Petugas"]),
			("pengelola_unit", ["Petugas"]),
			("tetangga", []),
		):
			with self.subTest(nama):
				matriks = self.get_matriks(nama)
				self.assertEqual([row.nama for row in matriks.baris], terlihat)
				self.assertEqual(any(row.terbuka for row in matriks.baris), nama == "penilai")

	def test_as_many_queries_for_sixty_people_as_for_two(self):
		sedikit = self.count_query()
		for nomor in range(10):
			nama = f"anggota{nomor}"
			add_pegawai(
				self.instansi, nama, 400 + nomor, self.instansi.unit, self.instansi.pegawai["penilai"]
			)
			make_skp(
				self.instansi,
				nama,
				Tahap.DRAF,
				hasil_kerja=[{**make_hasil_kerja(), "rhk_pimpinan": self.kunci[nomor % 2]}],
			)
		self.assertEqual(self.count_query(), sedikit)
		self.assertLessEqual(sedikit, 10)

	def count_query(self) -> int:
		self.get_matriks()
		with watch_query() as query:
			self.get_matriks()
		return query.call_count


class TestPembagian(DasarMatriks, UjiKinerja):
	def setUp(self):
		super().setUp()
		self.make_pimpinan()

	def test_a_role_begins_the_members_skp(self):
		self.divide("petugas", {0: IsianSel(baru={"rencana_hasil_kerja": f" {PERAN} "})})
		skp = self.get_skp()
		baris = skp.hasil_kerja[0]
		self.assertEqual(
			(skp.tahap, baris.rencana_hasil_kerja, baris.rhk_pimpinan, baris.sumber, baris.jenis),
			(Tahap.DRAF, PERAN, self.kunci[0], "Matriks Peran Hasil", "Utama"),
		)
		self.assertEqual(baris.rhk_pimpinan_uraian, "Terlayaninya pendaftaran penduduk")
		self.assertEqual(len(skp.perilaku), 7)

	def test_the_member_is_told_once_a_day(self):
		self.divide("petugas", {0: IsianSel(baru={"rencana_hasil_kerja": PERAN})})
		self.divide("petugas", {1: IsianSel(baru={"rencana_hasil_kerja": "Tertatanya arsip"})})
		saring = {"document_name": self.get_skp().name, "for_user": self.instansi.user["petugas"]}
		judul = frappe.get_all("Notification Log", saring, pluck="subject")
		self.assertEqual(judul, ["Penilai membagi peran untuk Anda, 2025"])

	def test_it_joins_what_the_member_has_drafted(self):
		make_skp(self.instansi, tahap=Tahap.DRAF)
		self.divide("petugas", {1: IsianSel(baru={"rencana_hasil_kerja": PERAN})})
		skp = self.get_skp()
		self.assertEqual([row.rhk_pimpinan for row in skp.hasil_kerja], [None, self.kunci[1]])
		self.assertEqual(skp.indikator[0].hasil_kerja, skp.hasil_kerja[0].kunci)

	def test_words_method_and_share_are_changed_in_place(self):
		self.divide("petugas", {0: IsianSel(baru={"rencana_hasil_kerja": PERAN})})
		baris = self.get_skp().hasil_kerja[0]
		isi = {
			"rencana_hasil_kerja": "Terlayaninya 40 desa",
			"penyelarasan": "Langsung: wilayah",
			"porsi": 40.0,
		}
		self.divide("petugas", {0: IsianSel(hasil={baris.name: isi})})
		baru = self.get_skp().hasil_kerja[0]
		self.assertEqual(
			(baru.kunci, baru.rencana_hasil_kerja, baru.penyelarasan, baru.porsi),
			(baris.kunci, "Terlayaninya 40 desa", "Langsung: wilayah", 40),
		)

	def test_shares_above_the_whole_are_refused(self):
		isi = {"rencana_hasil_kerja": PERAN, "penyelarasan": "Langsung: wilayah", "porsi": 60.0}
		self.divide("petugas", {0: IsianSel(baru=isi)})
		self.assert_ditolak(
			"berjumlah 120 %", frappe.ValidationError, self.divide, "kolega", {0: IsianSel(baru=isi)}
		)

	def test_pressed_twice_changes_nothing_more(self):
		for _kali in range(2):
			self.divide("petugas", {0: IsianSel(baru={"rencana_hasil_kerja": PERAN})}, modified="")
			self.divide("kolega", {0: IsianSel(tanpa_peran=True)}, modified="")
		self.assertEqual(len(self.get_skp().hasil_kerja), 1)
		self.assertEqual(frappe.db.count("Tanpa Peran", {"skp_pimpinan": self.pimpinan.name}), 1)

	def test_an_emptied_cell_takes_back_what_only_the_matrix_wrote(self):
		self.divide("petugas", {0: IsianSel(baru={"rencana_hasil_kerja": PERAN})})
		baris = self.get_skp().hasil_kerja[0]
		self.divide("petugas", {0: IsianSel(hasil={baris.name: {"rencana_hasil_kerja": " "}})})
		self.assertEqual(self.get_skp().hasil_kerja, [])

	def test_what_the_member_has_built_on_stays(self):
		self.divide("petugas", {0: IsianSel(baru={"rencana_hasil_kerja": PERAN})})
		skp = self.get_skp()
		with as_user(skp.pegawai_user):
			skp.append("indikator", make_indikator())
			skp.save()
		self.assert_ditolak(
			"sudah dilengkapi Petugas",
			frappe.ValidationError,
			self.divide,
			"petugas",
			{0: IsianSel(hasil={skp.hasil_kerja[0].name: {"rencana_hasil_kerja": ""}})},
		)
		self.assertEqual(len(self.get_skp().hasil_kerja), 1)

	def test_no_role_is_an_answer_that_a_role_takes_back(self):
		self.divide("petugas", {0: IsianSel(tanpa_peran=True), 1: IsianSel(tanpa_peran=True)})
		self.assertIsNone(self.get_skp())
		self.assertEqual([sel.tanpa_peran for sel in self.get_baris().sel], [True, True])
		self.divide(
			"petugas",
			{0: IsianSel(baru={"rencana_hasil_kerja": PERAN}), 1: IsianSel(tanpa_peran=False)},
		)
		self.assertEqual([sel.tanpa_peran for sel in self.get_baris().sel], [False, False])

	def test_the_answer_belongs_to_the_people_it_is_about(self):
		self.divide("petugas", {0: IsianSel(tanpa_peran=True)})
		nama = frappe.db.get_value("Tanpa Peran", {"skp_pimpinan": self.pimpinan.name})
		for siapa, boleh in (("petugas", True), ("penilai", True), ("kolega", False), ("tetangga", False)):
			with self.subTest(siapa), as_user(self.instansi.user[siapa]):
				self.assertEqual(frappe.get_doc("Tanpa Peran", nama).has_permission("read"), boleh)
				self.assertFalse(frappe.get_doc("Tanpa Peran", nama).has_permission("write"))

	def test_no_role_beside_a_role_is_a_contradiction(self):
		self.assert_ditolak(
			"dicentang pada sel yang berisi peran",
			frappe.ValidationError,
			self.divide,
			"petugas",
			{0: IsianSel(baru={"rencana_hasil_kerja": PERAN}, tanpa_peran=True)},
		)

	def test_a_set_or_submitted_skp_is_read_only(self):
		for tahap, pesan in (
			(Tahap.DIAJUKAN, "kembalikan dahulu"),
			(Tahap.DITETAPKAN, "lewat Perubahan SKP"),
		):
			with self.subTest(tahap):
				frappe.db.savepoint("tahap")
				make_skp(self.instansi, tahap=tahap)
				self.assertFalse(self.get_baris().terbuka)
				self.assert_ditolak(
					pesan,
					frappe.ValidationError,
					self.divide,
					"petugas",
					{0: IsianSel(baru={"rencana_hasil_kerja": PERAN})},
				)
				frappe.db.rollback(save_point="tahap")

	def test_no_role_may_be_answered_beside_a_set_skp(self):
		make_skp(self.instansi)
		self.divide("petugas", {0: IsianSel(tanpa_peran=True)})
		self.assertEqual([sel.tanpa_peran for sel in self.get_baris().sel], [True, False])

	def test_an_old_page_overwrites_nothing(self):
		self.divide("petugas", {0: IsianSel(baru={"rencana_hasil_kerja": PERAN})})
		lama = self.get_baris().modified
		skp = self.get_skp()
		with as_user(skp.pegawai_user):
			skp.hasil_kerja[0].rencana_hasil_kerja = "Kalimat petugas"
			skp.save()
		self.assert_ditolak(
			"SKP Petugas sudah berubah",
			frappe.ValidationError,
			self.divide,
			"petugas",
			{0: IsianSel(hasil={skp.hasil_kerja[0].name: {"rencana_hasil_kerja": "Kalimat lama"}})},
			modified=lama,
		)
		self.assertEqual(self.get_skp().hasil_kerja[0].rencana_hasil_kerja, "Kalimat petugas")

	def test_nobody_but_the_leader_divides(self):
		for nama in ("kepala", "pengelola", "petugas", "kolega", "tetangga"):
			with self.subTest(nama):
				self.assert_ditolak(
					"dibagi oleh pimpinan pemilik matriks",
					frappe.PermissionError,
					self.divide,
					"petugas",
					{0: IsianSel(baru={"rencana_hasil_kerja": PERAN})},
					sebagai=nama,
				)
		self.assertIsNone(self.get_skp())

	def test_a_closed_period_is_divided_no_more(self):
		make_skp(self.instansi, tahap=Tahap.DRAF)
		frappe.db.set_value("Periode Kinerja", self.instansi.periode, "status", "Ditutup")
		frappe.clear_document_cache("Periode Kinerja", self.instansi.periode)
		self.assertEqual([(row.nama, row.terbuka) for row in self.get_matriks().baris], [("Petugas", False)])
		self.assert_ditolak(
			"selama periodenya dibuka",
			frappe.PermissionError,
			self.divide,
			"petugas",
			{0: IsianSel(baru={"rencana_hasil_kerja": PERAN})},
		)


class TestHalamanMatriks(DasarMatriks, UjiPortal):
	def setUp(self):
		super().setUp()
		self.make_pimpinan()
		self.petugas, self.kolega = self.instansi.pegawai["petugas"], self.instansi.pegawai["kolega"]

	def send_matriks(self, nama: str = "penilai", path: str = HALAMAN, **data):
		halaman = self.open(nama, path)
		isian = {f"versi:{p}": halaman.get_nilai(f"versi:{p}") or "" for p in (self.petugas, self.kolega)}
		return self.open(nama, path, {"aksi": "simpan", **isian, **data})

	def baru(self, pegawai: str, ke: int) -> str:
		return f"baru:{pegawai}:{self.kunci[ke]}"

	def test_the_page_says_what_is_open(self):
		teks = self.open("penilai", HALAMAN).teks
		for kalimat in (
			"2 dari 2 hasil kerja belum dipikul siapa pun: Terlayaninya pendaftaran penduduk; Tersedianya",
			"2 dari 2 pegawai belum mempunyai peran: Kolega; Petugas",
			"4 peran belum dijawab.",
			"Belum ada SKP",
		):
			self.assertIn(kalimat, teks)

	def test_filled_in_and_saved(self):
		jawaban = self.send_matriks(
			**{
				self.baru(self.petugas, 0): PERAN,
				self.baru(self.kolega, 1): "Termutakhirkannya data",
				f"tanpa:{self.kolega}:{self.kunci[0]}": "1",
				self.baru(self.kolega, 0): "",
			}
		)
		self.assertEqual(jawaban.pesan, "matriks")
		self.assertEqual(self.get_skp("kolega").hasil_kerja[0].rencana_hasil_kerja, "Termutakhirkannya data")
		teks = self.open("penilai", HALAMAN).teks
		self.assertIn("Semua hasil kerja sudah ada yang memikul. Semua pegawai sudah mempunyai peran.", teks)
		self.assertIn("1 peran belum dijawab.", teks)

	def test_one_persons_failure_costs_the_others_nothing(self):
		make_skp(self.instansi, "kolega", Tahap.DRAF)
		jawaban = self.send_matriks(
			**{
				self.baru(self.petugas, 0): PERAN,
				self.baru(self.kolega, 0): "<b>tebal</b>",
			}
		)
		self.assertEqual(jawaban.status, 200)
		self.assertIn("1 baris tersimpan, 1 belum (Kolega).", jawaban.teks)
		self.assertIn("tulis teks biasa, tanpa tag HTML", jawaban.teks)
		self.assertEqual(jawaban.get_nilai(self.baru(self.kolega, 0)), "<b>tebal</b>")
		self.assertEqual(self.get_skp().hasil_kerja[0].rencana_hasil_kerja, PERAN)
		self.assertEqual(len(self.get_skp("kolega").hasil_kerja), 1)

	def test_who_typed_nothing_is_not_counted_as_saved(self):
		make_skp(self.instansi, "kolega", Tahap.DRAF)
		jawaban = self.send_matriks(**{self.baru(self.petugas, 0): "", self.baru(self.kolega, 0): "<b>a</b>"})
		self.assertIn("0 baris tersimpan, 1 belum (Kolega).", jawaban.teks)

	def test_two_at_once_cost_nobody_what_he_typed(self):
		"""MariaDB gives up the whole transaction of one of the two; the page says so and keeps his words."""
		macet = patch("kinerja_asn.portal.perencanaan.matriks.divide", side_effect=frappe.QueryDeadlockError)
		with macet, patch.object(frappe.db, "rollback") as rollback:
			jawaban = self.send_matriks(**{self.baru(self.petugas, 0): PERAN})
		self.assertEqual(rollback.mock_calls, [call()] * 3, "tried again twice before he is asked to")
		self.assertIn("tekan tombolnya sekali lagi", jawaban.get_galat())
		self.assertEqual(jawaban.get_nilai(self.baru(self.petugas, 0)), PERAN)

	def test_a_matrix_in_which_nothing_can_be_filled_in_has_no_button(self):
		for nama in ("petugas", "kolega"):
			make_skp(
				self.instansi,
				nama,
				hasil_kerja=[{**make_hasil_kerja(PERAN), "rhk_pimpinan": kunci} for kunci in self.kunci],
				indikator=[make_indikator(), make_indikator(hasil_kerja_ke=2)],
			)
		halaman = self.open("penilai", HALAMAN)
		self.assertIn("SKP sudah ditetapkan: ubah lewat Perubahan SKP.", halaman.teks)
		self.assertFalse(halaman.has_tombol("simpan"))

	def test_method_and_share_on_the_page_of_one_person(self):
		path = f"{HALAMAN}?pegawai={self.petugas}"
		sel = f"{self.petugas}:{self.kunci[0]}"
		self.assertNotIn("cara:baru", self.open("penilai", HALAMAN).isi)
		jawaban = self.send_matriks(
			path=path,
			**{
				f"baru:{sel}": PERAN,
				f"cara:baru:{sel}": "Langsung: beban target",
				f"porsi:baru:{sel}": "12,5",
			},
		)
		self.assertEqual(jawaban.pesan, "matriks")
		baris = self.get_skp().hasil_kerja[0]
		self.assertEqual((baris.penyelarasan, baris.porsi), ("Langsung: beban target", 12.5))
		jawaban = self.send_matriks(
			path=path,
			**{
				f"hk:{baris.name}": PERAN,
				f"cara:{baris.name}": "Langsung: beban target",
				f"porsi:{baris.name}": "seperempat",
			},
		)
		self.assertIn('"seperempat" bukan angka', jawaban.teks)
		self.assertEqual(jawaban.get_nilai(f"porsi:{baris.name}"), "seperempat")

	def test_atasan_and_hr_read_and_members_do_not_open_it(self):
		path = f"{HALAMAN}?name={self.pimpinan.name}"
		for nama in ("kepala", "pengelola", "auditor", "pengelola_unit"):
			with self.subTest(nama):
				halaman = self.open(nama, path)
				self.assertEqual((halaman.status, halaman.has_tombol("simpan")), (200, False))
				jawaban = self.open(
					nama,
					path,
					{"aksi": "simpan", f"versi:{self.petugas}": "", self.baru(self.petugas, 0): "x"},
				)
				self.assertIn("dibagi oleh pimpinan pemilik matriks", jawaban.get_galat())
		self.assertEqual(self.open("petugas", path).status, 403)
		self.assertEqual(self.open("tetangga", path).status, 404)
		self.assertIsNone(self.get_skp())

	def test_forged_people_columns_and_rows_do_nothing(self):
		tetangga = self.instansi.pegawai["tetangga"]
		jawaban = self.send_matriks(**{f"versi:{tetangga}": "", self.baru(tetangga, 0): "x"})
		self.assertIn("bukan anggota tim Anda", jawaban.get_galat())
		kepala = make_skp(self.instansi, "kepala", Tahap.DRAF)
		jawaban = self.send_matriks(
			**{
				f"baru:{self.petugas}:tidak-ada": "x",
				f"baru:{self.petugas}:{kepala.hasil_kerja[0].kunci}": "x",
				f"hk:{kepala.hasil_kerja[0].name}": "milik kepala diubah",
			}
		)
		self.assertEqual(jawaban.pesan, "matriks")
		self.assertIsNone(self.get_skp())
		self.assertEqual(
			kepala.reload().hasil_kerja[0].rencana_hasil_kerja, "Terlayaninya pendaftaran penduduk"
		)

	def test_a_set_skp_shows_where_to_change_it(self):
		make_skp(
			self.instansi,
			hasil_kerja=[{**make_hasil_kerja(PERAN), "rhk_pimpinan": self.kunci[0]}],
		)
		halaman = self.open("penilai", HALAMAN)
		self.assertIn("ubah lewat Perubahan SKP", halaman.teks)
		self.assertNotIn(f"baru:{self.petugas}:", halaman.isi)
		self.assertNotIn(f"tanpa:{self.petugas}:{self.kunci[0]}", halaman.isi)
		self.send_matriks(**{f"tanpa:{self.petugas}:{self.kunci[1]}": "1"})
		self.assertIn("Petugas", [row.nama for row in self.get_matriks().baris if row.sel[1].tanpa_peran])

	def test_without_an_own_skp_it_says_what_to_do(self):
		halaman = self.open("kepala", HALAMAN)
		self.assertEqual(halaman.status, 404)
		self.assertIn("Susun SKP Anda dahulu, cukup sebagai draf", halaman.teks)

	def test_what_is_typed_is_shown_as_text(self):
		self.pimpinan.hasil_kerja[0].db_set("rencana_hasil_kerja", "<script>alert(1)</script>")
		self.assertNotIn("<script>alert(1)", self.open("penilai", HALAMAN).isi)


class TestCetakMatriks(DasarMatriks, UjiKinerja):
	def setUp(self):
		super().setUp()
		self.make_pimpinan()
		self.divide(
			"petugas", {0: IsianSel(baru={"rencana_hasil_kerja": PERAN}), 1: IsianSel(tanpa_peran=True)}
		)

	def get_html(self, sebagai: str = "penilai") -> str:
		with as_user(self.instansi.user[sebagai]):
			html = frappe.get_print("SKP", self.pimpinan.name, "Matriks A.1.5")
		return re.sub(r"<style.*?</style>", "", html, flags=re.DOTALL)

	def test_the_form_of_page_48(self):
		html = self.get_html()
		posisi = -1
		for bagian in (
			"MATRIKS PEMBAGIAN PERAN DAN HASIL",
			"DINAS UJI KINERJA",
			"PEGAWAI",
			"JABATAN",
			"OUTCOME ANTARA/ OUTPUT/ LAYANAN",
			"Jabatan Penilai",
			"1. Terlayaninya pendaftaran penduduk",
			"Jumlah pendaftaran yang selesai",
			"2. Tersedianya data kependudukan",
			"Kolega",
			"Petugas",
			PERAN,
			"TIDAK ADA PERAN",
		):
			posisi = html.find(bagian, posisi + 1)
			self.assertGreaterEqual(posisi, 0, bagian)

	def test_many_results_go_on_in_further_tables(self):
		with as_user(self.pimpinan.pegawai_user):
			for nomor in range(3, 9):
				self.pimpinan.append("hasil_kerja", make_hasil_kerja(f"Hasil nomor {nomor}"))
			self.pimpinan.save()
		html = self.get_html()
		self.assertEqual(html.count("OUTCOME ANTARA/ OUTPUT/ LAYANAN"), 2)
		self.assertEqual(html.count("(LANJUTAN)"), 1)
		self.assertIn("8. Hasil nomor 8", html)

	def test_what_people_write_is_printed_as_text(self):
		self.pimpinan.hasil_kerja[0].db_set("rencana_hasil_kerja", "<script>alert(1)</script>")
		self.assertNotIn("<script>alert(1)", self.get_html())

	def test_nobody_prints_a_matrix_that_he_may_not_read(self):
		for nama in ("petugas", "kolega", "tetangga"):
			with self.subTest(nama), self.assertRaises((frappe.PermissionError, frappe.DoesNotExistError)):
				self.get_html(nama)
		self.assertIn("MATRIKS PEMBAGIAN PERAN", self.get_html("kepala"))
