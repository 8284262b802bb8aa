"""Signing in over HTTP: on our page and at Frappe's own door, and where each leads the people of the demo."""

import re
import time

import pytest
import requests

from e2e.orang import DEMO, EMAIL, SANDI, Klien

SITI = next(orang for orang in DEMO["ORANG"] if orang.email == EMAIL["Pegawai"])
STAF = ("Pegawai", "Pejabat Penilai Kinerja", "Atasan Pejabat Penilai")
PENGURUS = ("Pengelola Kinerja", "Pengelola Kinerja Unit", "Auditor Kinerja")
RUANG_KERJA = r"^/\w+/kinerja-asn$"


@pytest.fixture
def tamu(alamat) -> requests.Session:
	with requests.Session() as sesi:
		sesi.get(f"{alamat}/kinerja/masuk", timeout=60)
		yield sesi


def send(sesi: requests.Session, alamat: str, usr: str, pwd: str = SANDI, **isian) -> requests.Response:
	data = {"usr": usr, "pwd": pwd, "aksi": "masuk", **isian}
	return sesi.post(f"{alamat}/kinerja/masuk", data=data, allow_redirects=False, timeout=60)


def who(sesi: requests.Session, alamat: str) -> str:
	jawaban = sesi.get(f"{alamat}/api/method/frappe.auth.get_logged_user", timeout=60)
	return jawaban.json()["message"] if jawaban.status_code == 200 else "Guest"


def test_a_nip_opens_the_page_that_was_asked_for(tamu, alamat):
	nip = f"{SITI.nomor[:8]} {SITI.nomor[8:14]} {SITI.nomor[14]} {SITI.nomor[15:]}"
	ke = tamu.get(f"{alamat}/kinerja/pohon?periode=x", allow_redirects=False, timeout=60).headers["Location"]
	assert ke == "/kinerja/masuk?redirect-to=%2Fkinerja%2Fpohon%3Fperiode%3Dx"
	jawaban = send(tamu, alamat, nip, **{"redirect-to": "/kinerja/pohon?periode=x"})
	assert (jawaban.status_code, jawaban.headers["Location"]) == (303, "/kinerja/pohon?periode=x")
	assert who(tamu, alamat) == EMAIL["Pegawai"]
	assert "HttpOnly" in jawaban.headers["Set-Cookie"]


def test_both_doors_lead_everybody_to_his_place(alamat):
	for bagian, tujuan in (
		*((peran, r"^/kinerja$") for peran in STAF),
		*((peran, RUANG_KERJA) for peran in PENGURUS),
	):
		with requests.Session() as sesi:
			assert re.match(tujuan, send(sesi, alamat, EMAIL[bagian]).headers["Location"]), bagian
			lagi = sesi.get(f"{alamat}/login", allow_redirects=False, timeout=60)
			assert re.match(tujuan, lagi.headers["Location"]), bagian
		for path, cmd in (("/api/method/login", {}), ("/", {"cmd": "login"})):
			isi = {"usr": EMAIL[bagian], "pwd": SANDI, **cmd}
			jawaban = requests.post(f"{alamat}{path}", data=isi, timeout=60)
			assert re.match(tujuan, jawaban.json()["home_page"]), (bagian, path)


def test_the_tile_leads_everybody_to_his_place(alamat):
	for bagian, tujuan in (("Pegawai", r"^/kinerja$"), ("Pengelola Kinerja", RUANG_KERJA)):
		klien = Klien(alamat, EMAIL[bagian])
		ubin = klien.call("frappe.apps.get_apps").json()["message"]
		(ubin_kami,) = [row for row in ubin if row["name"] == "kinerja_asn"]
		lewat = klien.sesi.get(f"{alamat}{ubin_kami['route']}", allow_redirects=False, timeout=60)
		assert re.match(tujuan, lewat.headers.get("Location", ubin_kami["route"])), bagian


def test_refusals_say_one_thing_and_nobody_comes_in(tamu, alamat):
	jawaban = {}
	for usr in (EMAIL["Pegawai"], SITI.nomor, "tidak-ada@demo.kinerja.example", "198501012010011999"):
		balasan = send(tamu, alamat, usr, "salah")
		jawaban[usr] = (balasan.status_code, balasan.text.replace(f'value="{usr}"', ""))
	assert len(set(jawaban.values())) == 1, "names can be told apart"
	assert next(iter(jawaban.values()))[0] == 401
	assert who(tamu, alamat) == "Guest"


def test_time_does_not_tell_names(alamat):
	lama = {EMAIL["Pejabat Penilai Kinerja"]: [], "tidak-ada@demo.kinerja.example": []}
	# In turns, as a busy machine is busy for both; few: a site locks who is wrong too often.
	for _kali in range(2):
		for usr, catatan in lama.items():
			mulai = time.monotonic()
			requests.post(f"{alamat}/kinerja/masuk", data={"usr": usr, "pwd": "salah"}, timeout=60)
			catatan.append(time.monotonic() - mulai)
	tercepat = [min(catatan) for catatan in lama.values()]
	assert max(tercepat) < 3 * min(tercepat), lama


def test_the_second_step_alone_and_foreign_pages_open_nothing(tamu, alamat):
	assert send(tamu, alamat, "", "", aksi="kode", tmp_id="abcdefgh", otp="123456").status_code == 401
	luar = tamu.post(
		f"{alamat}/kinerja/masuk",
		data={"usr": SITI.nomor, "pwd": SANDI},
		headers={"Sec-Fetch-Site": "cross-site"},
		timeout=60,
	)
	assert luar.status_code == 403
	assert who(tamu, alamat) == "Guest"
	keluar = send(tamu, alamat, SITI.nomor, **{"redirect-to": "//evil.example"})
	assert keluar.headers["Location"] == "/kinerja"


def test_a_form_of_somebody_signed_in_needs_his_token(tamu, alamat):
	send(tamu, alamat, SITI.nomor)
	token = re.search(r'name="csrf_token" value="(\w+)"', tamu.get(f"{alamat}/kinerja", timeout=60).text)[1]
	for isi, kode in (
		({"bahasa": "en"}, 400),
		({"bahasa": "en", "csrf_token": "basi"}, 400),
		({"bahasa": "en", "csrf_token": token}, 303),
	):
		jawaban = tamu.post(f"{alamat}/kinerja/bahasa", data=isi, allow_redirects=False, timeout=60)
		assert jawaban.status_code == kode, isi
	assert "My Performance" in tamu.get(f"{alamat}/kinerja", timeout=60).text
	tamu.post(f"{alamat}/kinerja/bahasa", data={"bahasa": "id", "csrf_token": token}, timeout=60)
	assert "Kinerja Saya" in tamu.get(f"{alamat}/kinerja", timeout=60).text
