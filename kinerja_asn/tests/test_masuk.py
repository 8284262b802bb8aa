"""Signing in on our own page: by NIP, with a code, in words; and what an attacker tries there."""

import time
from contextlib import contextmanager
from unittest.mock import Mock, patch
from urllib.parse import quote

import frappe
import pyotp
from frappe import twofactor
from frappe.auth import CookieManager, LoginManager, get_login_attempt_tracker
from frappe.utils import add_days, now_datetime, today
from frappe.utils.password import passlibctx, update_password
from frappe.website.serve import get_response

from kinerja_asn.portal.akun import ldap, penyedia
from kinerja_asn.portal.akun.tujuan import read_tujuan
from kinerja_asn.services.orang.pengenal import find_akun
from kinerja_asn.tests.factories import SANDI, make_user
from kinerja_asn.tests.test_portal_dasar import Halaman, UjiPortal, permintaan

MASUK = "/kinerja/masuk"
TIDAK_COCOK = "NIP atau nama akun dan kata sandi tidak cocok."
LAMAN_LUAR = (
	"//evil.example",
	"///evil.example",
	"http://evil.example/kinerja",
	"https://evil.example",
	"https:evil.example",
	"\\\\evil.example",
	"/\\evil.example",
	"\\/evil.example",
	"/%5Cevil.example",
	"/%255Cevil.example",
	"/%2Fevil.example",
	"%2F%2Fevil.example",
	"/%252F/evil.example",
	"/\t/evil.example",
	"/\n/evil.example",
	"java\tscript:alert(1)",
	"javascript:alert(1)",
	"javascript://localhost/%0aalert(1)",
	"data:text/html,<script>alert(1)</script>",
	"http://localhost@evil.example/",
	"//localhost:80@evil.example/",
	"http://localhost.evil.example/",
	"http://[evil",
	" /kinerja",
	"kinerja",
	"/kinerja\r\nSet-Cookie: sid=x",
	"/" + "a" * 3000,
)


class UjiMasuk(UjiPortal):
	def setUp(self):
		super().setUp()
		self.petugas = self.instansi.user["petugas"]
		self.nip = frappe.db.get_value("Employee", self.instansi.pegawai["petugas"], "nip")
		update_password(self.petugas, SANDI)
		# Frappe commits each attempt: the test's own rows would stay.
		for nama in ("commit", "rollback"):
			tambalan = patch.object(frappe.db, nama)
			tambalan.start()
			self.addCleanup(tambalan.stop)
		self.addCleanup(frappe.clear_document_cache, "User", self.petugas)
		self.addCleanup(self.forget_percobaan)

	def tearDown(self):
		patch.stopall()
		super().tearDown()

	def forget_percobaan(self):
		for kunci in ("login_failed_count", "login_failed_time"):
			frappe.cache.delete_value(kunci)

	def set_situs(self, **setelan) -> None:
		for nama, nilai in setelan.items():
			semula = frappe.db.get_single_value("System Settings", nama)
			frappe.db.set_single_value("System Settings", nama, nilai)
			# The rolled-back value, so that none of this test is kept in memory.
			self.addCleanup(frappe.db.set_single_value, "System Settings", nama, semula)
		self.set_bahasa_situs("id")  # v16 has read the settings anew
		self.addCleanup(
			frappe.get_system_settings, "language"
		)  # the base class puts it back in what this read
		self.addCleanup(frappe.clear_document_cache, "System Settings", "System Settings")

	def sign_in(self, usr: str, pwd: str = SANDI, situs_asal: str = "same-origin", **isian) -> Halaman:
		"""POST the form as a guest's browser does; ``self.masuk`` is who is signed in afterwards."""
		sesi = frappe.local.session
		with permintaan(MASUK, {"usr": usr, "pwd": pwd, "aksi": "masuk", **isian}):
			frappe.set_user("Guest")
			frappe.local.request.environ["HTTP_SEC_FETCH_SITE"] = situs_asal
			frappe.local.request_ip, frappe.local.cookie_manager = "10.0.0.9", CookieManager()
			frappe.local.login_manager = LoginManager()
			frappe.clear_messages()
			jawaban = get_response(MASUK.strip("/"))
			self.masuk = frappe.session.user
			frappe.local.flags.redirect_location = None
			frappe.local.response, frappe.local.session = frappe._dict(docs=[]), sesi
			frappe.set_user("Administrator")
		return Halaman(jawaban)


@contextmanager
def add_hook(nama: str, galat: Exception | None = None):
	"""Another app has the hook ``nama``, which may refuse."""
	asli, tempat = frappe.get_hooks, f"{__name__}.be_called"

	def get_hooks(hook=None, *args, **kwargs):
		hasil = asli(hook, *args, **kwargs)
		return hasil if hook else frappe._dict({**hasil, nama: [*hasil.get(nama, []), tempat]})

	with (
		patch.object(frappe, "get_hooks", get_hooks),
		patch(tempat, autospec=True, side_effect=galat) as fungsi,
	):
		yield fungsi


def be_called(login_manager=None) -> None:
	"""The other app's function."""


class TestMasuk(UjiMasuk):
	def test_a_nip_signs_in_however_it_is_pasted(self):
		for tulisan in (
			self.nip,
			f" '{self.nip[:8]} {self.nip[8:14]} {self.nip[14]} {self.nip[15:]}",
			f"NIP. {self.nip}",
		):
			with self.subTest(tulisan):
				halaman = self.sign_in(tulisan)
				self.assertEqual(
					(halaman.status, halaman.tujuan, self.masuk), (303, "/kinerja", self.petugas)
				)

	def test_an_e_mail_address_signs_in_and_other_names_if_the_site_says_so(self):
		self.assertEqual(self.sign_in(f" {self.petugas} ").status, 303)
		frappe.db.set_value("User", self.petugas, {"username": "petugas_uji", "mobile_no": "081234567890"})
		for nama, setelan in (
			("petugas_uji", "allow_login_using_user_name"),
			("081234567890", "allow_login_using_mobile_number"),
		):
			self.assertEqual(self.sign_in(nama).status, 401, setelan)
			self.set_situs(**{setelan: 1})
			self.assertEqual(self.sign_in(nama).status, 303, setelan)

	def test_the_form_says_what_it_takes_and_keeps_the_name_but_not_the_password(self):
		self.set_situs(allow_login_using_mobile_number=1)
		self.assertIn("NIP atau surel (e-mail) atau nomor ponsel", self.open("Guest", MASUK).teks)
		halaman = self.sign_in("petugas@uji.example", "salah")
		self.assertEqual(halaman.get_nilai("usr"), "petugas@uji.example")
		self.assertEqual(halaman.get_nilai("pwd"), "")

	def test_nothing_is_asked_of_frappe_for_an_empty_form(self):
		for usr, pwd in (("", SANDI), (self.nip, "")):
			halaman = self.sign_in(usr, pwd)
			self.assertIn("Isi NIP atau nama akun, dan kata sandi.", halaman.get_galat())
		self.assertEqual(frappe.db.count("Activity Log", {"status": "Failed", "user": self.petugas}), 0)

	def test_frappes_hours_and_networks_hold_and_are_said(self):
		jam = now_datetime().hour
		frappe.db.set_value(
			"User",
			self.petugas,
			{"login_after": jam + 1 if jam < 23 else 0, "login_before": 0 if jam < 23 else jam},
		)
		halaman = self.sign_in(self.nip)
		self.assertEqual((halaman.status, self.masuk), (401, "Guest"))
		self.assertIn("situs membatasi jam masuk", halaman.get_galat())
		frappe.db.set_value(
			"User", self.petugas, {"login_after": 0, "login_before": 0, "restrict_ip": "192.168.7"}
		)
		frappe.clear_document_cache("User", self.petugas)
		self.assertIn("alamat jaringannya", self.sign_in(self.nip).get_galat())

	def test_hooks_of_other_apps_run_once_and_may_refuse(self):
		for hook in ("on_login", "on_session_creation"):
			with add_hook(hook) as dipanggil:
				self.assertEqual(self.sign_in(self.nip).status, 303)
			dipanggil.assert_called_once()
		with add_hook("on_login", frappe.ValidationError("Akun ini sedang diperiksa.")):
			halaman = self.sign_in(self.nip)
		self.assertEqual((halaman.status, self.masuk), (403, "Guest"))
		self.assertIn("Akun ini sedang diperiksa.", halaman.get_galat())

	def test_a_refusal_after_the_session_has_begun_ends_it(self):
		with add_hook("on_session_creation", frappe.ValidationError("Kuota pengguna habis.")):
			halaman = self.sign_in(self.nip)
		self.assertEqual(halaman.status, 403)
		self.assertIn("Kuota pengguna habis.", halaman.get_galat())
		self.assertIn("sid", frappe.local.cookie_manager.to_delete)
		sesi = frappe.qb.DocType("Sessions")
		self.assertFalse(frappe.qb.from_(sesi).select(sesi.sid).where(sesi.user == self.petugas).run())

	def test_an_expired_password_leads_to_choosing_a_new_one(self):
		self.set_situs(force_user_to_reset_password=30)
		frappe.db.set_value("User", self.petugas, "last_password_reset_date", add_days(today(), -31))
		halaman = self.sign_in(self.nip)
		self.assertRegex(halaman.tujuan, r"^/update-password\?key=\w+&password_expired=true$")
		self.assertEqual((halaman.status, self.masuk), (303, "Guest"))

	def test_who_is_signed_in_is_led_on(self):
		for path, tujuan in (
			(MASUK, "/kinerja"),
			(f"{MASUK}?redirect-to=/kinerja/pohon%3Fa%3Db", "/kinerja/pohon?a=b"),
			(f"{MASUK}?redirect-to={MASUK}", "/kinerja"),
			(f"{MASUK}?redirect-to=//evil.example", "/kinerja"),
		):
			halaman = self.open("petugas", path)
			self.assertEqual((halaman.status, halaman.tujuan), (302, tujuan), path)

	def test_a_site_without_passwords_of_its_own_offers_none(self):
		self.set_situs(disable_user_pass_login=1)
		self.assertNotIn('name="pwd"', self.open("Guest", MASUK).isi)
		halaman = self.sign_in(self.nip)
		self.assertEqual((halaman.status, self.masuk), (403, "Guest"))
		self.assertIn("Pilih cara masuk lain", halaman.get_galat())

	def test_further_ways_of_the_site_are_buttons(self):
		frappe.get_doc(
			doctype="Social Login Key",
			provider_name="SSO Pemda",
			social_login_provider="Custom",
			client_id="a",
			client_secret="b",
			base_url="https://sso.example",
			enable_social_login=1,
			authorize_url="/a",
			access_token_url="/t",
			redirect_url="/r",
			api_endpoint="/u",
			user_id_property="sub",
		).insert()
		self.set_situs(login_with_email_link=1)
		with patch.object(
			penyedia, "get_oauth2_authorize_url", lambda nama, tujuan: f"https://sso.example/a?ke={tujuan}"
		):
			halaman = self.open("Guest", f"{MASUK}?redirect-to=/kinerja/tim")
			luar = self.open("Guest", f"{MASUK}?redirect-to=//evil.example")
		self.assertIn('href="https://sso.example/a?ke=/kinerja/tim">Masuk dengan SSO Pemda', halaman.isi)
		self.assertIn("?ke=None", luar.isi)
		self.assertIn("Minta tautan masuk lewat surel", halaman.teks)

	def test_the_directory_signs_in_by_its_own_names(self):
		self.assertNotIn("LDAP", self.open("Guest", MASUK).teks)
		self.assertIn("tidak cocok dengan direktori", self.sign_in("uid1", aksi="ldap").get_galat())
		with patch.object(ldap, "is_aktif", return_value=True):
			self.assertIn("(LDAP)", self.open("Guest", MASUK).teks)
			with patch.object(ldap, "log_in", side_effect=self.log_in_ldap) as masuk:
				halaman = self.sign_in("uid1", aksi="ldap")
		masuk.assert_called_once_with()
		self.assertEqual((halaman.status, self.masuk), (303, self.petugas))

	def log_in_ldap(self) -> bool:
		self.assertEqual((frappe.form_dict.usr, frappe.form_dict.pwd), ("uid1", SANDI))
		frappe.local.login_manager.login_as(self.petugas)
		return True


class TestKode(UjiMasuk):
	"""The second step, as the site asks for it."""

	def setUp(self):
		super().setUp()
		self.set_situs(enable_two_factor_auth=1, two_factor_method="OTP App")
		frappe.db.set_value("Role", "Pegawai ASN", "two_factor_auth", 1)
		twofactor.set_default(f"{self.petugas}_otplogin", 1)
		self.addCleanup(twofactor.clear_default, f"{self.petugas}_otplogin")

	def ask(self) -> str:
		"""The first step; returns the key of the second."""
		halaman = self.sign_in(self.nip, **{"redirect-to": "/kinerja/pohon"})
		self.assertEqual((halaman.status, self.masuk), (200, "Guest"))
		self.assertIn("Ketik kode yang sekarang ditunjukkan aplikasi kode Anda.", halaman.teks)
		self.assertNotIn('name="pwd"', halaman.isi)
		self.assertEqual(halaman.get_nilai("redirect-to"), "/kinerja/pohon")
		return halaman.get_nilai("tmp_id")

	def get_kode(self) -> str:
		"""One that will still hold when it is sent."""
		if (sisa := 30 - time.time() % 30) < 3:
			time.sleep(sisa)
		return pyotp.TOTP(twofactor.get_otpsecret_for_(self.petugas)).now()

	def test_the_code_completes_the_sign_in(self):
		halaman = self.sign_in(
			"",
			"",
			aksi="kode",
			tmp_id=self.ask(),
			otp=f" {self.get_kode()} ",
			**{"redirect-to": "/kinerja/pohon"},
		)
		self.assertEqual((halaman.status, halaman.tujuan, self.masuk), (303, "/kinerja/pohon", self.petugas))

	def test_a_wrong_code_is_asked_again_and_counted(self):
		kunci = self.ask()
		halaman = self.sign_in("", "", aksi="kode", tmp_id=kunci, otp="000000")
		self.assertEqual((halaman.status, self.masuk), (401, "Guest"))
		self.assertIn("Kode tidak cocok.", halaman.get_galat())
		self.assertEqual(halaman.get_nilai("tmp_id"), kunci)
		self.assertEqual(get_login_attempt_tracker(self.petugas).login_failed_count, 1)
		self.assertEqual(self.sign_in("", "", aksi="kode", tmp_id=kunci, otp=self.get_kode()).status, 303)

	def test_the_second_step_alone_opens_nothing(self):
		kode = self.get_kode()
		for isian in (
			{"otp": kode},
			{"otp": kode, "tmp_id": "tidakada"},
			{"otp": kode, "tmp_id": "*"},
			{"otp": kode, "tmp_id": "", "jalan": "ldap"},
			{"otp": "", "tmp_id": "tidakada"},
		):
			for usr, pwd in (("", ""), (self.nip, SANDI)):
				with self.subTest(isian, usr=usr):
					halaman = self.sign_in(usr, pwd, **{"aksi": "kode", **isian})
					self.assertEqual((halaman.status, self.masuk), (401, "Guest"))
					self.assertIn("Waktu untuk kode sudah habis.", halaman.get_galat())

	def test_a_code_sent_along_with_the_password_skips_nothing(self):
		"""Frappe would take it for the second step, and count no wrong password of that account."""
		halaman = self.sign_in(self.nip, otp=self.get_kode(), tmp_id="tidakada")
		self.assertEqual((halaman.status, self.masuk), (200, "Guest"))
		self.sign_in(self.nip, "salah", otp="123456")
		self.assertEqual(get_login_attempt_tracker(self.petugas).login_failed_count, 1)

	def test_another_ones_first_step_does_not_open_this_account(self):
		kolega = self.instansi.user["kolega"]
		update_password(kolega, SANDI)
		halaman = self.sign_in(self.nip, SANDI, aksi="kode", tmp_id=self.ask_as(kolega), otp=self.get_kode())
		self.assertEqual((halaman.status, self.masuk), (401, "Guest"))

	def ask_as(self, user: str) -> str:
		twofactor.set_default(f"{user}_otplogin", 1)
		return self.sign_in(user).get_nilai("tmp_id")

	def test_the_directorys_way_is_not_taken_with_a_directory_that_is_off(self):
		halaman = self.sign_in("", "", aksi="kode", jalan="ldap", tmp_id=self.ask(), otp=self.get_kode())
		self.assertEqual((halaman.status, self.masuk), (401, "Guest"))

	def test_after_the_directory_the_code_is_asked_for_too(self):
		with patch.object(ldap, "is_aktif", return_value=True):
			kunci = self.ask()
			salah = self.sign_in("", "", aksi="kode", jalan="ldap", tmp_id=kunci, otp="000000")
			self.assertEqual((salah.status, self.masuk), (401, "Guest"))
			benar = self.sign_in("", "", aksi="kode", jalan="ldap", tmp_id=kunci, otp=self.get_kode())
		self.assertEqual((benar.status, self.masuk), (303, self.petugas))

	def test_how_the_code_comes_is_said(self):
		for cara, kalimat in (
			("SMS", "Ketik kode yang dikirim lewat SMS"),
			("Email", "Ketik kode yang dikirim ke surel"),
		):
			self.set_situs(two_factor_method=cara)
			for terkirim in (True, False):
				with patch.object(
					twofactor, "get_verification_obj", return_value={"method": cara, "setup": terkirim}
				):
					teks = self.sign_in(self.nip).teks
				self.assertIn(kalimat if terkirim else "Kode belum dapat dikirim kepada Anda.", teks)
		self.set_situs(two_factor_method="OTP App")
		with patch.object(twofactor, "get_verification_obj", return_value={"method": "Email", "setup": True}):
			self.assertIn("Ini pertama kali Anda memakai aplikasi kode.", self.sign_in(self.nip).teks)


class TestSeranganMasuk(UjiMasuk):
	def test_nobody_is_led_off_the_site(self):
		for alamat in LAMAN_LUAR:
			with self.subTest(alamat):
				halaman = self.sign_in(self.nip, **{"redirect-to": alamat})
				self.assertEqual((halaman.status, halaman.tujuan), (303, "/kinerja"))
				self.assertEqual(
					self.open("petugas", f"{MASUK}?redirect-to={quote(alamat)}").tujuan, "/kinerja"
				)
				self.assertNotIn("evil", self.open("Guest", f"{MASUK}?redirect-to={quote(alamat)}").isi)

	def test_pages_of_the_site_are_led_to(self):
		with permintaan(MASUK, None):
			for alamat, tujuan in (
				("/kinerja/skp?name=SKP-1&x=%2F%2Fa", "/kinerja/skp?name=SKP-1&x=%2F%2Fa"),
				("http://localhost/kinerja/tim?a=1", "/kinerja/tim?a=1"),
				("https://localhost/kinerja/tim", "/kinerja/tim"),
				("/api/method/logout", None),
				("/kinerja/%6Dasuk", None),
				("/kinerja/keluar", None),
			):
				self.assertEqual(read_tujuan(alamat), tujuan, alamat)

	def test_which_names_exist_is_not_told(self):
		"""One answer, one time: every refusal compares a password once, and asks the database about as much."""
		tanpa_sandi = make_user("tanpa-sandi@uji.example", "Tanpa Sandi")
		mati = self.instansi.user["kolega"]
		update_password(mati, SANDI)
		frappe.db.set_value("User", mati, "enabled", 0)
		self.sign_in(self.petugas, "salah")  # the first answer of a process reads what is kept afterwards
		jawaban, banyak = set(), []
		for usr, pwd in (
			(self.petugas, "salah"),
			(self.nip, "salah"),
			(mati, SANDI),
			(mati, "salah"),
			(tanpa_sandi, "salah"),
			("tidak-ada@uji.example", "salah"),
			("198501012010011999", "salah"),
			(self.petugas, "s" * 600),
			("' or 1=1 --", "salah"),
		):
			self.forget_percobaan()
			with (
				patch.object(type(passlibctx), "verify", wraps=passlibctx.verify) as banding,
				patch.object(type(passlibctx), "dummy_verify") as pura_pura,
				patch.object(frappe.db, "sql", wraps=frappe.db.sql) as kueri,
			):
				halaman = self.sign_in(usr, pwd)
			if len(pwd) < 512:
				self.assertEqual(banding.call_count + pura_pura.call_count, 1, usr)
				banyak.append(kueri.call_count)
			jawaban.add((halaman.status, halaman.get_galat().strip(), halaman.isi.replace(usr, "")[:300]))
			self.assertEqual(self.masuk, "Guest")
		self.assertEqual(len({(status, galat) for status, galat, _isi in jawaban}), 1)
		self.assertEqual({status for status, _galat, _isi in jawaban}, {401})
		self.assertIn(TIDAK_COCOK, next(iter(jawaban))[1])
		self.assertLessEqual(max(banyak) - min(banyak), 6, banyak)

	def test_too_many_attempts_lock_here_as_at_frappes_own_door(self):
		self.set_situs(allow_consecutive_login_attempts=2, allow_login_after_fail=300)
		for _kali in range(3):
			self.assertEqual(self.sign_in(self.nip, "salah").status, 401)
		halaman = self.sign_in(self.nip)
		self.assertEqual((halaman.status, self.masuk), (429, "Guest"))
		self.assertIn("Coba lagi 5 menit lagi", halaman.get_galat())
		with self.assertRaises(frappe.SecurityException):
			get_login_attempt_tracker(self.petugas)
		self.assertEqual(
			self.sign_in("tidak-ada@uji.example", "x").status, 429, "the network is locked, whatever the name"
		)

	def test_a_lock_of_frappes_own_door_holds_here(self):
		self.set_situs(allow_consecutive_login_attempts=2, allow_login_after_fail=60)
		pencatat = get_login_attempt_tracker(self.petugas)
		for _kali in range(3):
			pencatat.add_failure_attempt()
		self.assertIn("Coba lagi 1 menit lagi", self.sign_in(self.nip).get_galat())

	def test_who_is_switched_off_or_has_left_does_not_come_in(self):
		frappe.db.set_value("User", self.petugas, "enabled", 0)
		self.assertEqual((self.sign_in(self.nip).status, self.masuk), (401, "Guest"))
		frappe.db.set_value("User", self.petugas, "enabled", 1)
		frappe.db.set_value("Employee", self.instansi.pegawai["petugas"], "status", "Left")
		self.assertEqual((self.sign_in(self.nip).status, self.masuk), (401, "Guest"))

	def test_a_nip_of_two_employees_is_nobodys(self):
		with patch.object(frappe, "get_all", return_value=["a@uji.example", "b@uji.example"]):
			self.assertEqual(find_akun(self.nip), self.nip)
		with self.assertRaisesRegex(frappe.ValidationError, "sudah dipakai"):
			frappe.get_doc("Employee", self.instansi.pegawai["kolega"]).update({"nip": self.nip}).save()

	def test_another_sites_form_signs_nobody_in(self):
		halaman = self.sign_in(self.nip, situs_asal="cross-site")
		self.assertEqual((halaman.status, self.masuk), (403, "Guest"))
		self.assertIn("dikirim dari situs lain", halaman.get_galat())

	def test_an_address_signs_nobody_in(self):
		halaman = self.open("Guest", f"{MASUK}?usr={self.nip}&pwd={quote(SANDI)}&aksi=masuk")
		self.assertEqual(halaman.status, 200)
		self.assertEqual(halaman.get_nilai("usr"), "")


class TestSandi(UjiPortal):
	def ask(self, usr: str, aksi: str = "sandi") -> tuple[Halaman, Mock]:
		frappe.local.request_ip = f"10.1.{frappe.generate_hash(length=6)}"
		with patch.object(frappe, "enqueue") as antre:
			return self.open("Guest", "/kinerja/sandi", {"usr": usr, "aksi": aksi}), antre

	def test_known_and_unknown_names_get_one_answer(self):
		nip = frappe.db.get_value("Employee", self.instansi.pegawai["petugas"], "nip")
		jawaban = {
			self.ask(usr)[0].isi
			for usr in (nip, "petugas@uji.example", "tidak-ada@uji.example", "Administrator")
		}
		self.assertEqual(len(jawaban), 1)
		self.assertIn("Bila akun itu ada, sebuah surel", jawaban.pop())

	def test_frappes_mail_is_sent_to_the_account_of_the_nip(self):
		_halaman, antre = self.ask(frappe.db.get_value("Employee", self.instansi.pegawai["petugas"], "nip"))
		kirim, akun = antre.call_args.args[0], antre.call_args.kwargs["akun"]
		self.assertEqual(akun, "petugas@uji.example")
		with patch("frappe.core.doctype.user.user.User.password_reset_mail") as surel:
			kirim(akun)
			kirim("tidak-ada@uji.example")
		surel.assert_called_once()
		self.assertIn("/update-password?key=", surel.call_args.args[-1])

	def test_a_link_to_sign_in_is_sent_where_the_site_allows_it(self):
		with patch("kinerja_asn.portal.akun.sandi.has_tautan", return_value=False):
			_halaman, antre = self.ask("petugas@uji.example", "tautan")
		antre.assert_not_called()
		with patch("kinerja_asn.portal.akun.sandi.has_tautan", return_value=True):
			_halaman, antre = self.ask("petugas@uji.example", "tautan")
		kirim = antre.call_args.args[0]
		with patch("kinerja_asn.portal.akun.sandi.masuk_frappe.send_login_link") as surel:
			for akun in ("petugas@uji.example", "tidak-ada@uji.example", "Administrator"):
				kirim(akun)
		surel.assert_called_once_with("petugas@uji.example")

	def test_frappes_limit_holds_and_is_said(self):
		ip = f"10.2.{frappe.generate_hash(length=6)}"
		status = []
		for _kali in range(4):
			with patch.object(frappe, "enqueue"):
				frappe.local.request_ip = ip
				status.append(self.open("Guest", "/kinerja/sandi", {"usr": "a", "aksi": "sandi"}))
		self.assertEqual([halaman.status for halaman in status], [200, 200, 200, 429])
		self.assertIn("Terlalu banyak permintaan", status[-1].get_galat())

	def test_an_empty_form_is_explained(self):
		halaman, antre = self.ask("")
		self.assertIn("Isi NIP atau surel Anda", halaman.get_galat())
		antre.assert_not_called()
