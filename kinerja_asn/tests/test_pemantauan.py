"""Kept totals: whatever happens to plan and reports, they say what the rows say, on every day."""

from collections import Counter
from contextlib import nullcontext
from datetime import date
from unittest.mock import patch

import frappe
from click.testing import CliRunner
from frappe.utils import getdate

from kinerja_asn import commands
from kinerja_asn.constants.istilah import Arah, CaraHitung, StatusProgres, Tahap
from kinerja_asn.constants.tahapan import DILAPORKAN, DIVERIFIKASI
from kinerja_asn.services.bersama.keputusan import close_menurut_keputusan
from kinerja_asn.services.pelaksanaan.pemantauan.bacaan import (
	count_status,
	get_gabungan_tercatat,
	get_status,
)
from kinerja_asn.services.pelaksanaan.pemantauan.pencatatan import (
	DOCTYPE,
	check_semua,
	follow_kontrak,
	rebuild,
	rebuild_semua,
	record_laporan,
)
from kinerja_asn.services.pelaksanaan.progres import get_gabungan, get_progres
from kinerja_asn.tests.basis import UjiKinerja, watch_query
from kinerja_asn.tests.factories import (
	TAHUN,
	as_user,
	make_indikator,
	make_perubahan,
	make_realisasi,
	make_skp,
	move,
)

HARI = tuple(
	getdate(f"{TAHUN}-{hari}") for hari in ("01-15", "01-31", "02-01", "02-28", "03-31", "07-10", "12-31")
)


class UjiPemantauan(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = f"{TAHUN}-03-10"
		self.skp = make_skp(self.instansi, indikator=list(self.make_ragam()))

	def make_ragam(self):
		"""Every way to count in every direction that has a number, and the two that have none."""
		for arah in (Arah.NAIK, Arah.TURUN, Arah.RENTANG):
			for cara_hitung in CaraHitung:
				yield make_indikator(
					arah=str(arah), cara_hitung=str(cara_hitung), target_min=60, target_maks=100
				)
		yield make_indikator(arah="Ya/Tidak", cara_hitung="Jumlah", satuan=None)
		yield make_indikator(arah="Naratif", target_naratif="Selesai", satuan=None)

	def report(self, masa_ke: int, nilai: float, tahap: Tahap = Tahap.DITETAPKAN):
		return make_realisasi(self.skp, masa_ke, {iki.kunci: nilai for iki in self.skp.indikator}, tahap)

	def count_baris(self, sampai: date, tahap) -> Counter:
		"""From the rows, one indikator after the other."""
		gabungan = get_gabungan([self.skp.name], sampai, tahap)
		skp = frappe.get_doc("SKP", self.skp.name)
		return Counter(get_progres(skp, iki, gabungan.get(iki.kunci), sampai).status for iki in skp.indikator)

	def get_query(self):
		table = frappe.qb.DocType("SKP")
		return frappe.qb.from_(table).select(table.name).where(table.name == self.skp.name)

	def assert_sama(self) -> None:
		for sampai in HARI:
			for tahap in (DILAPORKAN, DIVERIFIKASI):
				with self.subTest(sampai=sampai, tahap=tahap):
					baris = self.count_baris(sampai, tahap)
					tercatat = count_status(self.get_query(), self.skp.periode, sampai, tahap)
					self.assertEqual(dict(tercatat), {self.skp.unit_kerja: baris})
					self.assertEqual(
						get_gabungan_tercatat([self.skp.name], sampai, tahap),
						self.get_gabungan(sampai, tahap),
					)
			status = get_status([self.skp.name], sampai)[self.skp.name]
			self.assertEqual(Counter(status), self.count_baris(sampai, DILAPORKAN))
		self.assertEqual(rebuild([self.skp.name]), [])

	def get_gabungan(self, sampai: date, tahap) -> dict:
		"""Of rows that the plan still has; what was taken out of it is reported on, and asked for by nobody."""
		kunci = set(
			frappe.get_all("SKP Indikator", {"parent": self.skp.name, "parenttype": "SKP"}, pluck="kunci")
		)
		return {k: nilai for k, nilai in get_gabungan([self.skp.name], sampai, tahap).items() if k in kunci}


class TestTercatat(UjiPemantauan):
	def test_before_anything_is_reported(self):
		self.assert_sama()
		self.assertEqual(frappe.db.count(DOCTYPE, {"skp": self.skp.name}), len(self.skp.indikator))

	def test_reports_at_every_stage(self):
		self.report(1, 4)
		self.report(2, 30.5, Tahap.DIAJUKAN)
		self.report(3, 99, Tahap.DRAF)
		self.assert_sama()

	def test_a_report_counts_when_its_period_has_ended(self):
		self.report(3, 90)
		status = get_status([self.skp.name], getdate(f"{TAHUN}-03-30"))[self.skp.name]
		self.assertEqual(set(status), {StatusProgres.BELUM_ADA})
		status = get_status([self.skp.name], getdate(f"{TAHUN}-03-31"))[self.skp.name]
		self.assertEqual(status.count(StatusProgres.BELUM_ADA), 1, "the narrative, of which nothing was told")
		self.assert_sama()

	def test_no_day_changes_what_is_kept(self):
		self.report(1, 4)
		for hari in (f"{TAHUN}-06-01", f"{TAHUN + 1}-01-08"):
			frappe.flags.current_date = hari
			self.assert_sama()

	def test_what_is_returned_or_taken_back_counts_no_more(self):
		kembali, tarik = self.report(1, 4, Tahap.DIAJUKAN), self.report(2, 5, Tahap.DIAJUKAN)
		with as_user(self.skp.penilai_user):
			kembali.catatan_pengembalian = "Lengkapi buktinya"
			kembali.save()
		move(kembali, self.skp.penilai_user, Tahap.DIKEMBALIKAN)
		move(tarik, self.skp.pegawai_user, Tahap.DRAF)
		self.assertEqual(get_gabungan_tercatat([self.skp.name], HARI[-1]), {})
		self.assert_sama()

	def test_a_change_of_the_plan(self):
		self.report(1, 4)
		perubahan = make_perubahan(self.skp)
		with as_user(self.skp.pegawai_user):
			perubahan.indikator[0].target_min = perubahan.indikator[0].target_maks = 40
			perubahan.append("indikator", {**make_indikator(), "hasil_kerja_ke": 1})
			perubahan.remove(perubahan.indikator[4])
			perubahan.save()
		with (
			patch("kinerja_asn.rules.versi.check_baris_terverifikasi", return_value=[]),
			patch("kinerja_asn.services.pelaksanaan.realisasi.check_baris_terverifikasi", return_value=[]),
		):
			move(perubahan, self.skp.pegawai_user, Tahap.DIAJUKAN)
			move(perubahan, self.skp.penilai_user, Tahap.DITETAPKAN)
		self.assert_sama()
		self.report(2, 10, Tahap.DIAJUKAN)
		self.assert_sama()

	def test_a_plan_that_ends_earlier(self):
		self.report(1, 30)
		skp = frappe.get_doc("SKP", self.skp.name)
		close_menurut_keputusan(skp, akhir=getdate(f"{TAHUN}-02-28"))
		self.assert_sama()

	def test_a_plan_that_follows_the_contract(self):
		self.report(1, 30)
		frappe.db.set_value("SKP", self.skp.name, "akhir", f"{TAHUN}-06-30")
		pegawai = frappe.get_doc("Employee", self.skp.pegawai)
		with patch.object(pegawai, "has_value_changed", lambda kolom: kolom == "contract_end_date"):
			follow_kontrak(pegawai)
		self.assert_sama()

	def test_a_draft_is_not_kept(self):
		draf = make_skp(self.instansi, nama="penilai", tahap=Tahap.DRAF)
		self.assertFalse(frappe.db.exists(DOCTYPE, {"skp": draf.name}))


class TestRebuild(UjiPemantauan):
	def setUp(self):
		super().setUp()
		self.report(1, 4)
		tambalan = patch.object(frappe.db, "commit")  # the test takes back what it did
		tambalan.start()
		self.addCleanup(tambalan.stop)

	def spoil(self) -> list[str]:
		"""Three rows: one says something else, one is gone, one is of an indikator that there is none of."""
		nama = frappe.get_all(DOCTYPE, {"skp": self.skp.name}, pluck="name", order_by="name")
		frappe.db.set_value(DOCTYPE, nama[0], "deret", '{"1":["7",1]}')
		frappe.db.delete(DOCTYPE, {"name": nama[1]})
		isi = frappe.get_doc(DOCTYPE, nama[2]).as_dict(no_default_fields=True)
		frappe.get_doc({**isi, "doctype": DOCTYPE, "name": "asing", "kunci": "asing"}).db_insert()
		return nama

	def get_selisih(self) -> list:
		semua = [baris for bagian in rebuild_semua() for baris in bagian]
		return [baris for baris in semua if baris.skp == self.skp.name]

	def test_it_names_every_difference_and_mends_it(self):
		self.get_selisih()
		self.spoil()
		apa = sorted(baris.apa for baris in self.get_selisih())
		self.assertEqual(len(apa), 3)
		self.assertIn("belum tercatat", apa)
		self.assertIn("tercatat tanpa indikatornya", apa)
		self.assertTrue(any('{"1":["7",1]} →' in teks for teks in apa), apa)
		self.assertEqual(self.get_selisih(), [])
		self.assert_sama()

	def test_what_a_deleted_plan_left_goes(self):
		nama = frappe.get_all(DOCTYPE, {"skp": self.skp.name}, pluck="name", limit=1)[0]
		isi = frappe.get_doc(DOCTYPE, nama).as_dict(no_default_fields=True)
		frappe.get_doc({**isi, "doctype": DOCTYPE, "name": "sisa", "skp": "SKP-HILANG"}).db_insert()
		list(rebuild_semua())
		self.assertFalse(frappe.db.exists(DOCTYPE, {"skp": "SKP-HILANG"}))
		self.assert_sama()

	def test_a_row_that_nothing_can_be_said_of_keeps_nobody_else_from_his_figures(self):
		iki = frappe.qb.DocType("SKP Indikator")
		rusak = self.skp.indikator[0].kunci
		frappe.qb.update(iki).set(iki.target_min, 500).where(iki.kunci == rusak).run()
		frappe.db.delete(DOCTYPE, {"skp": self.skp.name})
		selisih = {baris.kunci: baris.apa for baris in rebuild([self.skp.name])}
		self.assertIn("melebihi target maksimum", selisih[rusak])
		self.assertEqual(frappe.db.count(DOCTYPE, {"skp": self.skp.name}), len(self.skp.indikator) - 1)

	def test_the_daily_job_says_what_it_mended(self):
		self.get_selisih()
		self.spoil()
		with patch("frappe.log_error") as catat:
			check_semua()
		self.assertIn("3", catat.call_args.args[0])
		self.assertIn(self.skp.name, catat.call_args.args[1])
		with patch("frappe.log_error") as catat:
			check_semua()
		catat.assert_not_called()

	def test_the_command_prints_what_it_mended(self):
		self.get_selisih()
		self.spoil()
		konteks = frappe._dict(sites=[frappe.local.site], profile=False, force=False, verbose=False)
		with patch.object(commands, "connect", lambda context: nullcontext()):
			hasil = CliRunner().invoke(commands.kinerja_capaian, ["rebuild"], obj=konteks)
		self.assertEqual(hasil.exit_code, 0, hasil.output)
		self.assertEqual(hasil.output.count(self.skp.name), 3)
		self.assertIn("berbeda dari realisasinya: 3", hasil.output)


class TestTerkunci(UjiPemantauan):
	def test_nobody_reads_or_writes_it_himself(self):
		nama = frappe.get_all(DOCTYPE, {"skp": self.skp.name}, pluck="name")[0]
		for user in (self.skp.pegawai_user, self.skp.penilai_user, self.instansi.user["pengelola"]):
			with self.subTest(user=user), as_user(user):
				self.assertFalse(frappe.has_permission(DOCTYPE, "read", doc=nama))
				self.assertFalse(frappe.has_permission(DOCTYPE, "write", doc=nama))
				with self.assertRaises(frappe.PermissionError):
					frappe.get_list(DOCTYPE)

	def test_two_reports_at_once_both_count(self):
		"""Each adds its own period to what is kept then, not to what it had read."""
		pertama = self.report(1, 4, Tahap.DIAJUKAN)
		self.report(2, 5, Tahap.DIAJUKAN)
		move(pertama, self.skp.penilai_user, Tahap.DITETAPKAN)
		deret = frappe.get_all(DOCTYPE, {"skp": self.skp.name, "deret": ("!=", "{}")}, pluck="deret")
		self.assertIn('{"1":["4",1],"2":["5",0]}', deret)

	def test_saving_a_report_adds_a_fixed_number_of_statements(self):
		doc = self.report(1, 4, Tahap.DRAF)
		doc.tahap = Tahap.DIAJUKAN
		doc._doc_before_save = None
		with watch_query() as kueri:
			record_laporan(doc)
		self.assertLessEqual(kueri.call_count, 4)
