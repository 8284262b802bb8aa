"""Whose turn it is: named, told, mailed and listed alike, by who can take a step that leads the document on."""

import frappe
from frappe.model.workflow import apply_workflow
from frappe.utils import get_url

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.permissions.giliran import get_giliran, get_kolom_giliran
from kinerja_asn.services.bersama.langkah import describe_penunggu, name_penunggu, send_back
from kinerja_asn.services.bersama.pemberitahuan import retire, retire_banyak
from kinerja_asn.services.giliran.antrean import count_antrean
from kinerja_asn.services.situs.tujuan import get_alamat_tindakan, get_tautan
from kinerja_asn.tahap.bawaan import ALUR_REALISASI, ALUR_SKP
from kinerja_asn.tests.basis import UjiKinerja, watch_query
from kinerja_asn.tests.factories import as_user, make_akun_surel, make_realisasi, make_skp, move, read_surel
from kinerja_asn.tests.test_alur import VERIFIKASI, add_verifikator

SEMUA = ("kepala", "penilai", "petugas", "kolega", "pengelola", "pengelola_unit", "auditor", "tetangga")


class UjiGiliran(UjiKinerja):
	@classmethod
	def setUpClass(cls):
		"""Staff have no desk, and Frappe shows its list of what waits to nobody without one; what is asked here is ours."""
		super().setUpClass()
		frappe.get_doc(doctype="Role", role_name="Meja Uji", desk_access=1).insert()
		for nama in SEMUA:
			frappe.get_doc("User", cls.instansi.user[nama]).add_roles("Meja Uji")

	def get_terdaftar(self, name: str) -> list[str]:
		"""Who finds the document in Frappe's list of what waits, and may open its entry."""
		return [nama for nama in SEMUA if self.is_terdaftar(nama, name)]

	def is_terdaftar(self, nama: str, dokumen: str) -> bool:
		with as_user(self.instansi.user[nama]):
			rows = frappe.get_list("Workflow Action", {"reference_name": dokumen}, pluck="name")
			for row in rows:
				self.assertTrue(frappe.get_doc("Workflow Action", row).has_permission("read"))
			return bool(rows)

	def submit(self, pegawai: str = "petugas"):
		return make_skp(self.instansi, pegawai, Tahap.DIAJUKAN)

	def verify(self, skp) -> None:
		with as_user(self.instansi.user["pengelola"]):
			apply_workflow(frappe.get_doc("SKP", skp.name).as_dict(), "Verifikasi Tim")
		skp.reload()


class TestTersebut(UjiGiliran):
	def test_as_shipped_it_is_the_penilais(self):
		skp = self.submit()
		self.assertEqual(describe_penunggu(skp), "Menunggu Penilai (Pejabat Penilai Kinerja).")
		self.assertEqual(self.get_terdaftar(skp.name), ["penilai"])
		move(skp, skp.penilai_user, Tahap.DITETAPKAN)
		self.assertEqual(describe_penunggu(skp), "")
		self.assertEqual(self.get_terdaftar(skp.name), [])

	def test_an_added_verifier_is_named_first_and_the_penilai_after_him(self):
		add_verifikator()
		skp = self.submit()
		self.assertEqual(describe_penunggu(skp), "Menunggu Pengelola (Pengelola Kinerja).")
		self.assertEqual(self.get_terdaftar(skp.name), ["pengelola"])
		self.verify(skp)
		self.assertEqual(describe_penunggu(skp), "Menunggu Penilai (Pejabat Penilai Kinerja).")
		self.assertEqual(self.get_terdaftar(skp.name), ["penilai"])

	def test_the_desk_form_and_the_report_say_the_same(self):
		from kinerja_asn.laporan.kepatuhan import build_laporan

		add_verifikator()
		skp = self.submit()
		with as_user(self.instansi.user["pengelola"]):
			doc = frappe.get_doc("SKP", skp.name)
			doc.run_method("onload")
			self.assertEqual(doc.get_onload("penunggu"), "Menunggu Pengelola (Pengelola Kinerja).")
			_kolom, baris, *_sisa = build_laporan({"periode": self.instansi.periode})
		menunggu = {row["skp"]: row["menunggu"] for row in baris}
		self.assertEqual(menunggu[skp.name], "Pengelola (Pengelola Kinerja)")

	def test_hr_verifies_nothing_about_itself_and_no_other_agencys(self):
		add_verifikator()
		skp = self.submit("pengelola")
		self.assertEqual(
			describe_penunggu(skp),
			"Menunggu Pengelola Kinerja. Belum ada yang memegang peran itu; hubungi pengelola kinerja.",
		)
		self.assertEqual(self.get_terdaftar(skp.name), [])

	def test_a_condition_is_asked_for_each_person_not_for_who_is_at_work(self):
		add_verifikator()
		alur = frappe.get_doc("Workflow", ALUR_SKP.nama)
		verifikasi = next(row for row in alur.transitions if row.action == "Verifikasi Tim")
		verifikasi.condition = f"frappe.session.user == '{self.instansi.user['pengelola']}'"
		alur.save()
		self.assertEqual(describe_penunggu(self.submit()), "Menunggu Pengelola (Pengelola Kinerja).")
		verifikasi.condition = "doc.jabatan_pegawai == 'Jabatan Lain'"
		alur.save()
		self.assertEqual(describe_penunggu(self.submit("kolega")), "")

	def test_whoever_can_no_longer_log_in_is_nobodys_turn(self):
		add_verifikator()
		frappe.db.set_value("User", self.instansi.user["pengelola"], "enabled", 0)
		skp = self.submit()
		self.assertIn("Belum ada yang memegang peran itu", describe_penunggu(skp))

	def test_many_documents_cost_no_more_queries_than_one(self):
		add_verifikator()
		for nama in ("petugas", "kolega", "pengelola_unit"):
			self.submit(nama)
		rows = frappe.get_all("SKP", {"workflow_state": "Diajukan"}, get_kolom_giliran("SKP"))
		with watch_query() as sekali:
			get_giliran("SKP", rows[:1])
		with watch_query() as semua:
			nama = name_penunggu("SKP", rows)
		self.assertLessEqual(semua.call_count, sekali.call_count + 1)
		self.assertEqual(set(nama.values()), {"Pengelola (Pengelola Kinerja)"})


class TestDaftar(UjiGiliran):
	def test_what_comes_back_waits_again(self):
		skp = self.submit()
		with as_user(skp.penilai_user):
			send_back(skp, "Target belum terukur")
		self.assertEqual(self.get_terdaftar(skp.name), ["petugas"])
		move(skp.reload(), skp.pegawai_user, Tahap.DIAJUKAN)
		self.assertEqual(self.get_terdaftar(skp.name), ["penilai"])

	def test_it_follows_a_change_of_penilai(self):
		skp = self.submit()
		frappe.db.set_value(
			"SKP",
			skp.name,
			{"penilai_user": self.instansi.user["kepala"], "penetap_user": self.instansi.user["kepala"]},
		)
		self.assertEqual(self.get_terdaftar(skp.name), ["kepala"])

	def test_what_waits_when_hr_adds_a_verifier_waits_for_him_and_he_is_told_once(self):
		skp = self.submit()
		add_verifikator()
		self.assertEqual(self.get_terdaftar(skp.name), ["pengelola"])
		saring = {"for_user": self.instansi.user["pengelola"], "document_type": "Workflow"}
		self.assertEqual(frappe.get_all("Notification Log", saring, pluck="subject"), ["1 SKP menunggu Anda"])
		frappe.get_doc("Workflow", ALUR_SKP.nama).save()
		self.assertEqual(frappe.db.count("Notification Log", saring), 1)

	def test_nobody_reads_the_entry_of_a_document_that_is_not_his_to_act_on(self):
		skp = self.submit()
		(aksi,) = frappe.get_all(
			"Workflow Action", {"reference_name": skp.name, "status": "Open"}, pluck="name"
		)
		for nama in ("petugas", "kepala", "pengelola", "auditor", "tetangga"):
			with self.subTest(siapa=nama), as_user(self.instansi.user[nama]):
				self.assertFalse(frappe.get_doc("Workflow Action", aksi).has_permission("read"))


class TestSurel(UjiGiliran):
	def setUp(self):
		super().setUp()
		make_akun_surel()
		for alur in (ALUR_SKP, ALUR_REALISASI):
			doc = frappe.get_doc("Workflow", alur.nama)
			doc.send_email_alert = 1
			doc.save()
		self.take_surel()

	def take_surel(self) -> list[tuple[str, frappe._dict]]:
		"""(short name of the receiver, the mail) of everything queued since the last call."""
		nama = {user: nama for nama, user in self.instansi.user.items()}
		terambil = getattr(self, "terambil", set())
		surel = []
		for name in frappe.get_all("Email Queue", order_by="creation, name", pluck="name"):
			if name not in terambil:
				doc = frappe.get_doc("Email Queue", name)
				surel += [(nama.get(row.recipient, row.recipient), doc) for row in doc.recipients]
				terambil.add(name)
		self.terambil = terambil
		return surel

	def get_penerima(self) -> list[str]:
		return sorted(nama for nama, _surel in self.take_surel())

	def test_a_submitted_plan_is_mailed_to_its_penilai_alone(self):
		skp = self.submit()
		((penerima, surel),) = self.take_surel()
		self.assertEqual(penerima, "penilai")
		self.assertEqual((surel.reference_doctype, surel.reference_name), ("SKP", skp.name))
		isi = frappe.parse_json(surel.attachments or "[]")
		self.assertEqual(isi, [])
		pesan = read_surel(surel.message)
		self.assertIn("SKP Petugas menunggu penetapan Anda", pesan)
		self.assertIn("Tetapkan", pesan)
		self.assertIn(get_url(get_tautan("SKP", skp.name)), pesan)
		self.assertNotIn("Tarik Kembali", pesan)
		self.assertNotIn("apply_action", pesan)

	def test_returned_to_the_employee_and_submitted_again(self):
		skp = self.submit()
		self.take_surel()
		with as_user(skp.penilai_user):
			send_back(skp, "Target belum terukur")
		self.assertEqual(self.get_penerima(), ["petugas"])
		move(skp.reload(), skp.pegawai_user, Tahap.DIAJUKAN)
		self.assertEqual(self.get_penerima(), ["penilai"])
		move(skp, skp.penilai_user, Tahap.DITETAPKAN)
		self.assertEqual(self.get_penerima(), [])

	def test_a_verifier_is_mailed_and_the_penilai_after_him(self):
		add_verifikator()
		skp = self.submit()
		self.assertEqual(self.get_penerima(), ["pengelola"])
		self.verify(skp)
		self.assertEqual(self.get_penerima(), ["penilai"])

	def test_a_document_that_stays_where_it_is_is_not_mailed_again(self):
		skp = self.submit()
		self.take_surel()
		with as_user(skp.penilai_user):
			skp.catatan_pengembalian = "Sebentar"
			skp.save()
		self.assertEqual(self.get_penerima(), [])

	def test_hrs_own_template_is_used_and_nothing_attached(self):
		frappe.get_doc(
			doctype="Email Template", name="Uji", subject="Periksa {{ nama_pegawai }}", response="Segera, ya."
		).insert()
		alur = frappe.get_doc("Workflow", ALUR_SKP.nama)
		next(row for row in alur.states if row.state == "Diajukan").next_action_email_template = "Uji"
		alur.save()
		self.submit()
		((_penerima, surel),) = self.take_surel()
		self.assertIn("Periksa Petugas", surel.message)
		self.assertIn("Segera, ya.", surel.message)

	def test_a_mail_that_cannot_be_written_stops_no_step(self):
		alur = frappe.get_doc("Workflow", ALUR_SKP.nama)
		frappe.get_doc(doctype="Email Template", name="Rusak", subject="{{ 1 / 0 }}", response="x").insert()
		next(row for row in alur.states if row.state == "Diajukan").next_action_email_template = "Rusak"
		alur.save()
		self.assertEqual(self.submit().tahap, Tahap.DIAJUKAN)
		self.assertEqual(self.get_penerima(), [])

	def test_realisasi_likewise(self):
		skp = make_skp(self.instansi)
		self.take_surel()
		make_realisasi(skp, 1, 10, Tahap.DIAJUKAN)
		self.assertEqual(self.get_penerima(), ["penilai"])


class TestPemberitahuanPemeriksa(UjiGiliran):
	def get_belum_dibaca(self, nama: str) -> list[str]:
		saring = {"for_user": self.instansi.user[nama], "read": 0, "document_type": "SKP"}
		return frappe.get_all("Notification Log", saring, pluck="subject")

	def test_the_verifier_is_told_and_what_he_did_calls_him_no_longer(self):
		add_verifikator()
		skp = self.submit()
		self.assertEqual(self.get_belum_dibaca("pengelola"), ["SKP Petugas menunggu Anda"])
		self.assertEqual(self.get_belum_dibaca("penilai"), [])
		self.verify(skp)
		self.assertEqual(skp.workflow_state, VERIFIKASI)
		self.assertEqual(self.get_belum_dibaca("pengelola"), [])
		self.assertEqual(self.get_belum_dibaca("penilai"), ["SKP Petugas menunggu penetapan Anda"])

	def test_the_verifiers_notice_leads_to_where_he_verifies(self):
		add_verifikator()
		skp = self.submit()
		log = frappe.get_last_doc("Notification Log", {"for_user": self.instansi.user["pengelola"]})
		self.assertEqual(log.link, get_tautan("SKP", skp.name))
		self.assertEqual(
			get_alamat_tindakan(skp, log.for_user), f"/kinerja/periksa?jenis=SKP&name={skp.name}"
		)


class TestSerentak(UjiGiliran):
	def test_where_nobody_was_told_anything_no_row_is_locked(self):
		"""An update that finds none locks the gap for everybody's next notice: forty people submit on the last evening."""
		with watch_query() as kueri:
			retire("SKP", "tidak-ada", kecuali=self.instansi.user["petugas"])
			retire_banyak([])
		self.assertEqual([panggilan for panggilan in kueri.call_args_list if "UPDATE" in str(panggilan)], [])
		self.assertEqual(kueri.call_count, 1)


class TestKriteria(UjiGiliran):
	def test_what_waits_for_one_person_follows_hrs_conditions_too(self):
		"""For some posts a verifier comes first: their plans are not in the Penilai's queue before he has been."""
		alur = frappe.get_doc("Workflow", ALUR_SKP.nama)
		tetapkan = next(row for row in alur.transitions if row.action == "Tetapkan")
		tetapkan.condition = f"({tetapkan.condition}) and not (doc.nama_pegawai in ['Kolega'])"
		alur.save()
		self.submit("petugas")
		self.assertEqual(count_antrean(self.instansi.user["penilai"]), 1)
		self.submit("kolega")
		self.assertEqual(count_antrean(self.instansi.user["penilai"]), 1)
