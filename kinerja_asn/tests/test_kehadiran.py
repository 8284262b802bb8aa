"""Attendance as a fact: read where the site keeps it, in one query for many, nothing where it does not (J5)."""

from datetime import date

import frappe

from kinerja_asn.services.pelaksanaan.kehadiran.kehadiran import SUMBER, Kehadiran, get_kehadiran
from kinerja_asn.tests.basis import watch_query
from kinerja_asn.tests.factories import make_evaluasi, make_kinerja_unit, make_skp
from kinerja_asn.tests.test_portal_dasar import UjiPortal

AWAL, AKHIR = date(2025, 1, 1), date(2025, 3, 31)
# As HRMS calls them (v15, v16).
STATUS = "\nPresent\nAbsent\nOn Leave\nHalf Day\nWork From Home"
MEDAN = (
	("employee", "Link", "Employee"),
	("attendance_date", "Date", None),
	("status", "Select", STATUS),
	("late_entry", "Check", None),
)


def make_kehadiran() -> bool:
	"""A stand-in where no HRMS is installed; True if it was made. DDL: made once, before the test's savepoint."""
	if frappe.db.exists("DocType", SUMBER):
		return False
	frappe.get_doc(
		doctype="DocType",
		name=SUMBER,
		module="Custom",
		custom=1,
		is_submittable=1,
		autoname="hash",
		fields=[
			{"fieldname": nama, "label": nama, "fieldtype": tipe, "options": opsi}
			for nama, tipe, opsi in MEDAN
		],
		permissions=[{"role": "System Manager", "read": 1}],
	).insert()
	return True


class TestKehadiran(UjiPortal):
	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		if make_kehadiran():
			frappe.db.commit()
			cls.addClassCleanup(cls.remove)

	@classmethod
	def remove(cls):
		frappe.delete_doc("DocType", SUMBER, force=True)
		frappe.db.commit()

	def add(self, nama: str, hari: str, status: str, terlambat: int = 0, docstatus: int = 1):
		frappe.get_doc(
			doctype=SUMBER,
			name=frappe.generate_hash(length=10),
			employee=self.instansi.pegawai[nama],
			attendance_date=hari,
			status=status,
			late_entry=terlambat,
			docstatus=docstatus,
		).db_insert()

	def test_days_are_counted_by_what_they_were(self):
		for hari, status, terlambat in (
			("2025-01-01", "Present", 0),
			("2025-01-02", "Present", 1),
			("2025-01-03", "Work From Home", 0),
			("2025-01-06", "Absent", 0),
			("2025-01-07", "On Leave", 0),
			("2025-03-31", "Half Day", 1),
		):
			self.add("petugas", hari, status, terlambat)
		pegawai = self.instansi.pegawai["petugas"]
		fakta = get_kehadiran([pegawai], AWAL, AKHIR)[pegawai]
		self.assertEqual(
			fakta,
			Kehadiran(
				AWAL, AKHIR, hadir=3, terlambat=2, setengah_hari=1, tidak_hadir=1, cuti=1, sumber=SUMBER
			),
		)

	def test_only_what_was_submitted_within_the_days_counts(self):
		self.add("petugas", "2025-01-01", "Absent", docstatus=0)
		self.add("petugas", "2025-01-02", "Absent", docstatus=2)
		self.add("petugas", "2024-12-31", "Absent")
		self.add("petugas", "2025-04-01", "Absent")
		self.assertEqual(get_kehadiran([self.instansi.pegawai["petugas"]], AWAL, AKHIR), {})

	def test_many_people_cost_one_query(self):
		for nama in ("petugas", "kolega", "penilai"):
			self.add(nama, "2025-02-03", "Present")
		semua = [*self.instansi.pegawai.values()]
		get_kehadiran(semua[:1], AWAL, AKHIR)
		with watch_query() as query:
			fakta = get_kehadiran(semua, AWAL, AKHIR)
		self.assertEqual(
			set(fakta), {self.instansi.pegawai[nama] for nama in ("petugas", "kolega", "penilai")}
		)
		self.assertLessEqual(query.call_count, 2)

	def test_the_fields_are_those_that_are_read(self):
		"""Of HRMS itself, on a bench that has it."""
		meta = frappe.get_meta(SUMBER)
		for nama, tipe, opsi in MEDAN:
			df = meta.get_field(nama)
			self.assertEqual(df.fieldtype, tipe, nama)
			self.assertLessEqual(set((opsi or "").split("\n")), {*(df.options or "").split("\n"), ""}, nama)

	def test_it_stands_beside_akuntabel_and_rates_nobody(self):
		skp = make_skp(self.instansi)
		make_kinerja_unit(self.instansi)
		for hari in range(1, 21):
			self.add("petugas", f"2025-02-{hari:02d}", "Absent")
		frappe.flags.current_date = date(2026, 1, 5)
		evaluasi = make_evaluasi(self.instansi, skp)
		halaman = self.open("penilai", f"/kinerja/tim/evaluasi?name={evaluasi.name}")
		self.assertRegex(halaman.teks, r"Akuntabel.*Fakta kehadiran.*Hari tidak hadir 20.*Kolaboratif")
		self.assertRegex(halaman.teks, r"Sumber: \S+, 01-01-2025 sampai 31-12-2025")
		self.assertFalse(evaluasi.rating_perilaku)

	def test_nobody_asked_for_is_nothing(self):
		self.assertEqual(get_kehadiran([], AWAL, AKHIR), {})
