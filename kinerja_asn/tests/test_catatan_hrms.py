"""Leave and assigned Holiday Lists of Frappe HR, read from its own DocTypes by name: the real ones, or stand-ins like them."""

from datetime import date

import frappe

from kinerja_asn.services.pelaksanaan.catatan.daftar_libur import PENETAPAN
from kinerja_asn.services.pelaksanaan.catatan.hari import CUTI, get_hari_kosong
from kinerja_asn.tests.basis import UjiKinerja, watch_query
from kinerja_asn.tests.factories import TAHUN

AWAL, AKHIR = date(TAHUN, 6, 2), date(TAHUN, 6, 8)  # Monday to Sunday
SENIN, SELASA, RABU, KAMIS, JUMAT, SABTU, MINGGU = (date(TAHUN, 6, hari) for hari in range(2, 9))
AKHIR_PEKAN = {SABTU: "Akhir pekan", MINGGU: "Akhir pekan"}
# As Frappe HR calls them: v15 and v16 leave, v16 the assignment.
MEDAN = {
	CUTI: (
		("employee", "Link", "Employee"),
		("leave_type", "Data", None),
		("from_date", "Date", None),
		("to_date", "Date", None),
		("half_day", "Check", None),
		("half_day_date", "Date", None),
		("status", "Select", "Open\nApproved\nRejected\nCancelled"),
	),
	PENETAPAN: (
		("applicable_for", "Select", "Employee\nCompany"),
		("assigned_to", "Dynamic Link", "applicable_for"),
		("holiday_list", "Link", "Holiday List"),
		("from_date", "Date", None),
	),
}


def make_tiruan() -> list[str]:
	"""Stand-ins of those that are not installed; their names. DDL: made once, before the test's savepoint."""
	baru = [nama for nama in MEDAN if not frappe.db.exists("DocType", nama)]
	for nama in baru:
		medan = [
			{"fieldname": kolom, "label": kolom, "fieldtype": tipe, "options": opsi}
			for kolom, tipe, opsi in MEDAN[nama]
		]
		frappe.get_doc(
			doctype="DocType",
			name=nama,
			module="Custom",
			custom=1,
			is_submittable=1,
			autoname="hash",
			fields=medan,
			permissions=[{"role": "System Manager", "read": 1}],
		).insert()
	return baru


class UjiHrms(UjiKinerja):
	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		if tiruan := make_tiruan():
			frappe.db.commit()
			cls.addClassCleanup(cls.remove, tiruan)

	@classmethod
	def remove(cls, tiruan: list[str]):
		for nama in tiruan:
			frappe.delete_doc("DocType", nama, force=True)
		frappe.db.commit()

	def add(self, doctype: str, docstatus: int = 1, **isi) -> None:
		frappe.get_doc(
			doctype=doctype, name=frappe.generate_hash(length=10), docstatus=docstatus, **isi
		).db_insert()

	def get(self, nama: str = "petugas") -> dict[date, str]:
		pegawai = self.instansi.pegawai[nama]
		return get_hari_kosong([pegawai], AWAL, AKHIR)[pegawai]


class TestCuti(UjiHrms):
	def take_cuti(self, dari: date, sampai: date, **isi) -> None:
		isi = {"status": "Approved", "leave_type": "Cuti Tahunan", "half_day": 0, **isi}
		self.add(CUTI, employee=self.instansi.pegawai["petugas"], from_date=dari, to_date=sampai, **isi)

	def test_days_of_approved_leave_are_expected_empty(self):
		self.take_cuti(date(TAHUN, 5, 28), SELASA)
		cuti = dict.fromkeys((SENIN, SELASA), "Cuti: Cuti Tahunan")
		self.assertEqual(self.get(), {**cuti, **AKHIR_PEKAN})
		self.assertEqual(self.get("kolega"), AKHIR_PEKAN)

	def test_on_half_a_day_somebody_works(self):
		self.take_cuti(SENIN, SELASA, half_day=1, half_day_date=SELASA)
		self.assertEqual(self.get(), {SENIN: "Cuti: Cuti Tahunan", **AKHIR_PEKAN})

	def test_what_is_asked_for_refused_or_cancelled_is_no_leave(self):
		self.take_cuti(SENIN, SENIN, docstatus=0, status="Open")
		self.take_cuti(SELASA, SELASA, status="Rejected")
		self.take_cuti(RABU, RABU, docstatus=2, status="Cancelled")
		self.assertEqual(self.get(), AKHIR_PEKAN)


class TestPenetapanLibur(UjiHrms):
	def make_daftar(self, nama: str, *hari: tuple[date, int]) -> str:
		libur = [
			{"holiday_date": tanggal, "description": nama, "weekly_off": pekanan} for tanggal, pekanan in hari
		]
		isi = {
			"holiday_list_name": nama,
			"from_date": f"{TAHUN}-01-01",
			"to_date": f"{TAHUN}-12-31",
			"holidays": libur,
		}
		return frappe.get_doc(doctype="Holiday List", **isi).insert().name

	def assign(self, daftar: str, sejak: date, jenis: str = "Employee", docstatus: int = 1) -> None:
		kepada = self.instansi.pegawai["petugas"] if jenis == "Employee" else self.instansi.name
		self.add(
			PENETAPAN,
			docstatus,
			applicable_for=jenis,
			assigned_to=kepada,
			holiday_list=daftar,
			from_date=sejak,
		)

	def test_the_agencys_assignment_is_everybodys(self):
		self.assign(self.make_daftar("Libur instansi", (JUMAT, 0)), date(TAHUN, 1, 1), "Company")
		for nama in ("petugas", "kolega"):
			self.assertEqual(self.get(nama), {JUMAT: "Libur instansi", **AKHIR_PEKAN}, nama)

	def test_ones_own_goes_before_it_and_says_which_days_of_the_week_are_off(self):
		self.assign(self.make_daftar("Libur instansi", (JUMAT, 0)), date(TAHUN, 1, 1), "Company")
		self.assign(self.make_daftar("Piket", (SELASA, 1), (RABU, 1)), date(TAHUN, 2, 1))
		self.assertEqual(self.get(), {SELASA: "Piket", RABU: "Piket"})
		self.assertEqual(self.get("kolega"), {JUMAT: "Libur instansi", **AKHIR_PEKAN})

	def test_from_its_day_on_another_list_holds(self):
		self.assign(self.make_daftar("Lama", (SENIN, 0), (KAMIS, 0)), date(TAHUN, 1, 1))
		self.assign(self.make_daftar("Baru", (SELASA, 0), (JUMAT, 0)), RABU)
		self.assertEqual(self.get(), {SENIN: "Lama", JUMAT: "Baru", **AKHIR_PEKAN})

	def test_what_was_assigned_goes_before_the_field_and_only_once_submitted(self):
		lama, baru = self.make_daftar("Lama", (SENIN, 0)), self.make_daftar("Baru", (SELASA, 0))
		frappe.db.set_value("Employee", self.instansi.pegawai["petugas"], "holiday_list", lama)
		for docstatus in (0, 2):
			self.assign(baru, date(TAHUN, 1, 1), docstatus=docstatus)
		self.assertEqual(self.get(), {SENIN: "Lama", **AKHIR_PEKAN})
		self.assign(baru, date(TAHUN, 1, 1))
		self.assertEqual(self.get(), {SELASA: "Baru", **AKHIR_PEKAN})

	def test_of_a_whole_agency_in_as_many_queries_as_of_one(self):
		self.assign(self.make_daftar("Piket", (SELASA, 1)), date(TAHUN, 2, 1))

		def count(pegawai: list) -> int:
			with watch_query() as query:
				get_hari_kosong(pegawai, AWAL, AKHIR)
			return query.call_count

		semua = list(self.instansi.pegawai.values())
		count(semua)  # warms the caches
		satu_orang = [self.instansi.pegawai["petugas"]]
		self.assertEqual(count(semua), count(satu_orang))
