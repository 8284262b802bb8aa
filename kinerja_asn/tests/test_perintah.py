"""The app's ``bench`` commands: what they refuse, what they ask, and how they end.

That the demo comes and goes: test_demo.py; what uninstalling leaves: test_pemasangan.py.
"""

from contextlib import nullcontext
from unittest.mock import patch

import frappe
from click import UsageError
from click.testing import CliRunner, Result

from kinerja_asn import commands
from kinerja_asn.demo.orang import SANDI, TOKOH, logins
from kinerja_asn.demo.pembuat import TAHUN_AWAL, choose_hari, prepare_tahun
from kinerja_asn.demo.penanda import clear_penanda, set_penanda
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import make_dokumen

CONNECT = commands.connect


class TestPerintah(UjiKinerja):
	def setUp(self):
		super().setUp()
		clear_penanda()  # of somebody who tries the app on this site; rolled back
		for nama, pengganti in (
			("connect", lambda context: nullcontext()),
			("create_demo_data", self.catat_pembuatan),
			("clear_demo_data", lambda: self.dijalankan.append("hapus")),
		):
			tambalan = patch.object(commands, nama, pengganti)
			tambalan.start()
			self.addCleanup(tambalan.stop)
		self.dijalankan = []

	def catat_pembuatan(self, lapor, tahun: int) -> None:
		self.dijalankan.append(tahun)

	def run_perintah(
		self, *perintah: str, jawaban: str | None = None, kelompok=commands.kinerja_demo
	) -> Result:
		konteks = frappe._dict(sites=[frappe.local.site], profile=False, force=False, verbose=False)
		return CliRunner().invoke(kelompok, perintah, obj=konteks, input=jawaban)

	def kosongkan(self, pegawai: int = 0) -> None:
		"""The test agency is not there, ``pegawai`` real people are."""
		for nama, jawaban in (("_has_lain", False), ("count_pegawai_lain", pegawai)):
			tambalan = patch(f"kinerja_asn.demo.penanda.{nama}", return_value=jawaban)
			tambalan.start()
			self.addCleanup(tambalan.stop)
		tambalan = patch("kinerja_asn.demo.penanda.INSTANSI", "Instansi yang tidak ada")
		tambalan.start()
		self.addCleanup(tambalan.stop)

	def test_create_prints_the_logins_and_warns_of_their_password(self):
		self.kosongkan()
		hasil = self.run_perintah("create")
		self.assertEqual(hasil.exit_code, 0, hasil.output)
		self.assertEqual(self.dijalankan, [get_today().year - 1])
		for peran, kunci in TOKOH:
			self.assertRegex(hasil.output, rf"{peran} .*{kunci}@\S+ +{SANDI}")
		self.assertIn("dipublikasikan", hasil.output)

	def test_real_people_are_refused_before_anything_is_made(self):
		self.kosongkan(pegawai=6)
		for perintah in ("check", "create"):
			hasil = self.run_perintah(perintah)
			self.assertEqual(hasil.exit_code, 1)
			self.assertIn("berisi data sungguhan (6 pegawai", hasil.output)
			self.assertNotIn("Traceback", hasil.output)
		self.assertEqual(self.dijalankan, [])

	def test_real_documents_are_refused(self):
		set_penanda(get_today())  # beside the demo too
		hasil = self.run_perintah("check")
		self.assertEqual(hasil.exit_code, 1)
		self.assertIn("Periode Kinerja", hasil.output)

	def test_traces_of_units_that_a_wizard_made_are_no_documents(self):
		self.kosongkan()
		for doctype, kode in (("Jejak Kewenangan", 0), ("Periode Kinerja", 1)):
			with (
				patch("kinerja_asn.demo.penanda.get_berinstansi", return_value=[doctype]),
				patch("kinerja_asn.demo.penanda._has_lain", return_value=True),
			):
				hasil = self.run_perintah("check")
			self.assertEqual(hasil.exit_code, kode, hasil.output)

	def test_a_failure_is_an_exit_code(self):
		self.kosongkan()
		with patch.object(
			commands, "create_demo_data", side_effect=frappe.ValidationError("gagal di tengah")
		):
			hasil = self.run_perintah("create")
		self.assertEqual(hasil.exit_code, 1)
		self.assertIsInstance(hasil.exception, frappe.ValidationError)

	def test_only_a_year_that_everybody_worked_and_that_is_over(self):
		self.kosongkan()
		for tahun in (TAHUN_AWAL - 1, get_today().year):
			hasil = self.run_perintah("create", "--year", str(tahun))
			self.assertEqual(hasil.exit_code, 1)
			self.assertIn("Tahun data contoh hanya dari", hasil.output)
		self.assertEqual(self.dijalankan, [])

	def test_a_run_goes_on_in_the_year_it_began_with(self):
		self.kosongkan()
		hari = get_today()
		tahun = hari.year - 1
		set_penanda(hari)
		frappe.flags.current_date = f"{tahun + 2}-01-02"
		self.assertEqual((prepare_tahun(), choose_hari(tahun)), (tahun, hari))
		with self.assertRaisesRegex(frappe.ValidationError, f"tahun {tahun} sudah ada"):
			prepare_tahun(tahun + 1)

	def test_the_demo_is_played_up_to_today_or_to_the_end_of_an_earlier_year(self):
		self.kosongkan()
		frappe.flags.current_date = "2031-05-06"
		for diminta, tahun, hari in (
			(None, 2030, "2031-05-06"),
			(2030, 2030, "2031-05-06"),
			(2027, 2027, "2028-12-31"),
		):
			self.assertEqual(prepare_tahun(diminta), tahun)
			self.assertEqual(str(choose_hari(tahun)), hari)
		self.assertLessEqual(TAHUN_AWAL, 2023)

	def test_remove_asks_first(self):
		self.assertEqual(self.run_perintah("remove").output.strip(), "Tidak ada data contoh di situs ini.")
		set_penanda(get_today())
		self.assertEqual(self.run_perintah("remove", jawaban="n\n").exit_code, 1)
		self.assertEqual(self.dijalankan, [])
		self.assertEqual(self.run_perintah("remove", jawaban="y\n").exit_code, 0)
		self.assertEqual(self.run_perintah("remove", "--yes").exit_code, 0)
		self.assertEqual(self.dijalankan, ["hapus", "hapus"])

	def test_the_logins_are_printed_again(self):
		hasil = self.run_perintah("logins")
		self.assertEqual((hasil.exit_code, hasil.output), (1, "Error: Tidak ada data contoh di situs ini.\n"))
		set_penanda(get_today())
		keluaran = self.run_perintah("logins").output
		for login in logins():  # the guide says to sign in with the NIP
			self.assertRegex(keluaran, rf"{login['nip']} +{login['email']} +{SANDI}")

	def test_a_site_without_the_app_is_told_how_to_get_it(self):
		with patch.object(frappe, "get_installed_apps", lambda *_args, **_kwargs: ["frappe", "erpnext"]):
			for perintah in commands.kinerja_demo.commands:
				hasil = self.run_perintah(perintah)
				self.assertEqual(hasil.exit_code, 1)
				self.assertRegex(
					hasil.output, r"^Error: Kinerja ASN belum terpasang.* install-app kinerja_asn\n$"
				)

	def test_a_site_that_is_not_there_is_one_sentence(self):
		with (
			patch.object(frappe, "init", side_effect=frappe.IncorrectSitePath),
			self.assertRaisesRegex(UsageError, "no such site"),
			CONNECT(frappe._dict(sites=["tidak-ada.localhost"])),
		):
			pass

	def test_nothing_is_dropped_while_the_app_is_installed(self):
		for perintah in ("list", "remove"):
			hasil = self.run_perintah(perintah, kelompok=commands.kinerja_sisa)
			self.assertEqual(hasil.exit_code, 1)
			self.assertIn("Copot dahulu: bench --site", hasil.output)
			self.assertNotIn("Traceback", hasil.output)

	def test_what_is_left_is_listed_and_dropped_after_a_question(self):
		dihapus = []
		for nama, pengganti in (
			("check_tercopot", lambda: None),
			("describe_kolom", lambda: ["Employee.nip: 41"]),
			("clear_sisa", lambda: dihapus.append("sisa")),
		):
			tambalan = patch.object(commands, nama, pengganti)
			tambalan.start()
			self.addCleanup(tambalan.stop)
		hasil = self.run_perintah("remove", jawaban="n\n", kelompok=commands.kinerja_sisa)
		self.assertEqual((hasil.exit_code, dihapus), (1, []))
		self.assertIn("Employee.nip: 41", hasil.output)
		hasil = self.run_perintah("remove", "--yes", kelompok=commands.kinerja_sisa)
		self.assertEqual((hasil.exit_code, dihapus), (0, ["sisa"]))
		hasil = self.run_perintah("list", kelompok=commands.kinerja_sisa)
		self.assertEqual((hasil.exit_code, dihapus), (0, ["sisa"]))

	def test_the_chain_is_checked_and_its_end_kept_elsewhere(self):
		dokumen = make_dokumen(self.instansi)
		ujung = self.run_perintah("head", kelompok=commands.kinerja_rantai).output.strip()
		hasil = self.run_perintah("check", "--anchor", ujung, kelompok=commands.kinerja_rantai)
		self.assertEqual(hasil.exit_code, 0, hasil.output)
		self.assertRegex(hasil.output, r"\d+ mata rantai diperiksa, 0 temuan")
		frappe.db.set_value(dokumen.doctype, dokumen.name, "predikat_kinerja", "Sangat Baik")
		hasil = self.run_perintah("check", kelompok=commands.kinerja_rantai)
		self.assertEqual(hasil.exit_code, 1)
		self.assertIn(f"{dokumen.name} berubah sesudah Dokumen diterbitkan", hasil.output)
		hasil = self.run_perintah("check", "--anchor", "entah", kelompok=commands.kinerja_rantai)
		self.assertEqual(hasil.exit_code, 2)

	def test_one_site_at_a_time(self):
		with self.assertRaisesRegex(UsageError, "name one site"), CONNECT(frappe._dict(sites=["a", "b"])):
			pass

	def test_bench_finds_the_command(self):
		self.assertEqual(
			[perintah.name for perintah in commands.commands],
			["kinerja-demo", "kinerja-capaian", "kinerja-rantai", "kinerja-sisa"],
		)
		self.assertEqual(set(commands.kinerja_demo.commands), {"check", "create", "logins", "remove"})
		self.assertEqual(set(commands.kinerja_rantai.commands), {"check", "head"})
		self.assertEqual(set(commands.kinerja_sisa.commands), {"list", "remove"})
