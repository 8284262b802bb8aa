"""By when a plan is to be set, how late it is and who may set it: one set of sentences wherever it is shown (p. 65)."""

from datetime import date

import frappe
from frappe.desk.form.load import getdoc

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.laporan.kepatuhan import build_laporan
from kinerja_asn.services.bersama.periode import get_tenggat_penetapan
from kinerja_asn.services.giliran.tenggat import describe_banyak_tenggat, describe_tenggat
from kinerja_asn.services.perencanaan.skp.penetapan import pass_on_penetapan
from kinerja_asn.tests.basis import watch_query
from kinerja_asn.tests.factories import as_user, make_periode, make_skp
from kinerja_asn.tests.test_portal_dasar import UjiPortal

HABIS = "Waktu Pejabat Penilai untuk menetapkan berakhir 31 Januari 2025 pukul 24.00 WIB"
MASIH = (
	"Penetapannya masih pada Penilai; Kepala selaku atasan Pejabat Penilai dapat menetapkan setelah pengalihan harian "
	"berikutnya berjalan."
)


class UjiTenggat(UjiPortal):
	def setUp(self):
		super().setUp()
		self.go_to(1, 10)
		self.skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)

	def go_to(self, *tanggal: int) -> None:
		frappe.flags.current_date = date(2025, *tanggal)

	def set_user(self, nama: str, **nilai) -> None:
		frappe.db.set_value("User", self.instansi.user[nama], nilai)


class TestDiajukanLagi(UjiTenggat):
	def test_a_last_day_on_a_weekend_does_not_come_nearer(self):
		"""31 January 2026 is a Saturday: taken back and submitted again, it used to become Friday the 30th."""
		periode = make_periode(self.instansi.name, 2026).name
		batas = date(2026, 1, 31)
		for hari in (date(2026, 1, 5), date(2026, 1, 30)):
			frappe.flags.current_date = hari
			dikembalikan = frappe._dict(periode=periode, dikembalikan_pada=hari, tenggat_penetapan=batas)
			self.assertEqual(get_tenggat_penetapan(dikembalikan), batas)
		frappe.flags.current_date = date(2026, 2, 2)
		dikembalikan.dikembalikan_pada = date(2026, 1, 29)
		self.assertEqual(get_tenggat_penetapan(dikembalikan), date(2026, 2, 3))


class TestKalimat(UjiTenggat):
	def test_in_time(self):
		self.go_to(1, 31)
		kalimat = "Paling lambat ditetapkan 31 Januari 2025 pukul 24.00 WIB"
		self.assertEqual(
			describe_tenggat(self.skp),
			f"{kalimat}; sesudah itu beralih kepada Kepala selaku atasan Pejabat Penilai.",
		)
		self.set_user("kepala", enabled=0)  # it would pass to nobody
		self.assertEqual(describe_tenggat(self.skp), f"{kalimat}.")

	def test_overdue_and_not_handed_over_yet(self):
		self.go_to(2, 1)  # Saturday
		self.assertEqual(describe_tenggat(self.skp), f"{HABIS}. {MASIH}")
		self.go_to(2, 5)
		self.assertEqual(describe_tenggat(self.skp), f"{HABIS}, 3 hari kerja yang lalu. {MASIH}")

	def test_handed_over(self):
		self.go_to(2, 5)
		pass_on_penetapan()
		self.go_to(2, 10)
		self.assertEqual(
			describe_tenggat(self.skp.reload()),
			f"{HABIS}, 6 hari kerja yang lalu. Sejak 5 Februari 2025 penetapannya beralih kepada Kepala selaku atasan "
			"Pejabat Penilai.",
		)

	def test_what_is_not_handed_over_at_all(self):
		self.go_to(2, 5)
		with self.subTest("nobody takes over"):
			self.set_user("kepala", enabled=0)
			self.assertEqual(pass_on_penetapan(), 0)
			self.assertIn("tetap pada Penilai, karena tidak ada atasan", describe_tenggat(self.skp.reload()))
			self.set_user("kepala", enabled=1)
		with self.subTest("the period is closed"):
			frappe.db.set_value("Periode Kinerja", self.instansi.periode, "status", "Ditutup")
			frappe.clear_document_cache("Periode Kinerja", self.instansi.periode)
			self.assertEqual(pass_on_penetapan(), 0)
			self.assertIn("tetap pada Penilai, karena periodenya", describe_tenggat(self.skp.reload()))

	def test_only_of_what_waits(self):
		self.assertEqual(describe_tenggat(make_skp(self.instansi, "kolega")), "")

	def test_many_are_described_with_as_few_queries_as_one(self):
		lain = [make_skp(self.instansi, nama, tahap=Tahap.DIAJUKAN) for nama in ("kolega", "penilai")]
		self.go_to(2, 5)
		with watch_query() as kueri_satu:
			describe_banyak_tenggat([self.skp])
		with watch_query() as semua:
			self.assertEqual(len(describe_banyak_tenggat([self.skp, *lain])), 3)
		self.assertEqual(semua.call_count, kueri_satu.call_count)


class TestDiSetiapTempat(UjiTenggat):
	"""Where it is shown, to whomever: the same sentence."""

	def setUp(self):
		super().setUp()
		self.go_to(2, 5)

	def test_before_it_is_handed_over(self):
		self.check({"petugas", "penilai", "kepala"}, antrean="penilai")

	def test_after(self):
		pass_on_penetapan()
		self.check({"petugas", "penilai", "kepala"}, antrean="kepala")

	def check(self, pembaca: set[str], antrean: str) -> None:
		kalimat = describe_tenggat(self.skp.reload())
		self.assertIn("3 hari kerja yang lalu", kalimat)
		for nama in sorted(pembaca):
			for alamat in self.get_alamat(nama):
				with self.subTest(nama=nama, alamat=alamat):
					teks = self.open(nama, alamat).teks
					self.assertIn(kalimat, teks)
					self.assertNotIn("Paling lambat ditetapkan", teks)
		self.assertIn(kalimat, self.open(antrean, "/kinerja").teks)
		self.assertIn(kalimat, self.open(antrean, "/kinerja/tim").teks)
		self.assertEqual(self.get_onload(), kalimat)
		self.assertEqual(self.get_keterangan(), kalimat)

	def get_alamat(self, nama: str) -> tuple[str, ...]:
		skp = self.skp.name
		return {
			"petugas": ("/kinerja", f"/kinerja/skp?name={skp}"),
			"penilai": (f"/kinerja/tim/skp?name={skp}", "/kinerja/tim"),
			"kepala": (f"/kinerja/tim/skp?name={skp}", "/kinerja/tim?sebagai=atasan"),
		}[nama]

	def get_onload(self) -> str:
		with as_user(self.instansi.user["pengelola"]):
			getdoc("SKP", self.skp.name)
		return frappe.response.docs[-1].get("__onload")["tenggat"]

	def get_keterangan(self) -> str:
		baris = build_laporan({"periode": self.instansi.periode})[1]
		(row,) = (row for row in baris if row["skp"] == self.skp.name)
		self.assertEqual(row["lewat"], 3)
		return row["keterangan"]
