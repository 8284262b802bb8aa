"""An evaluation in a real browser: the employee's own words on a phone without script, the Penilai by keyboard alone, the three
forms; and what a client cannot send by HTTP."""

import os
import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from e2e.hari import HARI, LALU
from e2e.layar import PONSEL, Orang
from e2e.orang import DEMO, EMAIL, KOLEGA, SANDI, Klien

ORANG = DEMO["MENURUT_KUNCI"]
PETUGAS, PENILAI = EMAIL["Pegawai"], EMAIL["Pejabat Penilai Kinerja"]
LEWAT_SEJAK = (2, 10)  # the demo's atasan evaluates in the days before
SUDAH_LEWAT = ("selaku atasan Pejabat Penilai", "Hasilnya bersifat final")
BELUM_LEWAT = ("selaku atasan langsung", "dapat diajukan keberatan")
JUMPA = "Menyapa setiap warga lebih dahulu."


def find_skp(alamat: str) -> str:
	(skp,) = Klien(alamat, PETUGAS).list("SKP", pegawai_user=PETUGAS, periode=LALU)
	return skp["name"]


def test_an_evaluation_from_the_employees_own_words_to_the_next_person(orang, peramban, alamat):
	skp = find_skp(alamat)
	write_diri(peramban, alamat, skp)
	penilai = orang(PENILAI)
	nama = evaluate_by_keyboard(penilai, skp)
	look_on_a_phone(orang(PENILAI, PONSEL), nama)


def write_diri(peramban: Browser, alamat: str, skp: str) -> None:
	"""Kept as a draft, then handed in, without script."""
	konteks = peramban.new_context(viewport=PONSEL, java_script_enabled=False, locale="id-ID")
	page = konteks.new_page()
	page.goto(f"{alamat}/kinerja/masuk")
	page.get_by_label("NIP atau surel (e-mail)").fill(PETUGAS)
	page.get_by_label("Kata sandi", exact=True).fill(SANDI)
	page.get_by_role("button", name="Masuk", exact=True).click()
	page.wait_for_url(lambda url: "/masuk" not in url)
	page.goto(f"{alamat}/kinerja/penilaian_diri?skp={skp}&jenis=Tahunan&masa=0")
	page.get_by_label("Perilaku kerja yang saya tunjukkan").fill(JUMPA)
	page.get_by_role("button", name="Simpan draf").last.click()
	expect(page.locator("body")).to_contain_text("tersimpan sebagai draf")
	for isian in page.locator("textarea[name^='uraian-']").all():
		isian.fill("1.075 pendaftaran selesai dalam setahun.")
	page.get_by_role("button", name="Sampaikan").click()
	expect(page.locator("body")).to_contain_text("Penilaian diri disampaikan")
	expect(page.get_by_role("button", name="Sampaikan")).to_have_count(0)
	take_gambar(page, "penilaian-diri-390")
	konteks.close()


def evaluate_by_keyboard(penilai: Orang, skp: str) -> str:
	"""Not one click: made, rated, filled with the proposal, saved."""
	page = penilai.open(f"/kinerja/tim/evaluasi?skp={skp}&jenis=Tahunan&masa=0")
	press(page, page.get_by_role("button", name="Buat evaluasi"))
	expect(page.locator("#bahan")).to_contain_text("Penilaian diri pegawai")
	expect(page.locator("body")).to_contain_text("Dievaluasi oleh")
	for nama, nilai in (
		("rating_hasil_kerja", "Sesuai Ekspektasi"),
		("rating_perilaku", "Sesuai Ekspektasi"),
	):
		reach(page, page.locator(f"input[name={nama}]").first)
		page.keyboard.press("Space")
		while not page.locator(f"input[name={nama}][value='{nilai}']").is_checked():
			page.keyboard.press("ArrowDown")
	expect(page.locator("[data-predikat]")).to_have_text("Baik")
	press(page, page.get_by_role("button", name="Isi yang masih kosong dengan usulan"))
	expect(page.locator("textarea[name=rekomendasi], textarea[name=kekuatan]").first).not_to_have_value("")
	reach(page, page.locator("textarea[name=catatan]"))
	page.keyboard.type("Pertahankan.")
	take_gambar(page, "evaluasi-1280")
	press(page, page.get_by_role("button", name="Simpan", exact=True).last)
	expect(page.get_by_role("status")).to_contain_text("tersimpan")
	expect(page.locator("textarea[name=catatan]")).to_have_value("Pertahankan.")
	return re.search(r"name=([^&#]+)", page.url)[1]


def reach(page: Page, sasaran) -> None:
	"""By Tab; a group of choices is entered at the one that is chosen."""
	for _ke in range(250):
		if sasaran.evaluate("unsur => unsur === document.activeElement"):
			return
		page.keyboard.press("Tab")
	raise AssertionError("not reached by keyboard")


def press(page: Page, tombol) -> None:
	reach(page, tombol)
	page.keyboard.press("Enter")


def look_on_a_phone(penilai: Orang, nama: str) -> None:
	page = penilai.open(f"/kinerja/tim/evaluasi?name={nama}")
	expect(page.locator("#untuk-pegawai")).to_be_visible()
	lebar = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
	assert lebar <= 0, "the page scrolls sideways on a phone"
	take_gambar(page, "evaluasi-390")


def take_gambar(page: Page, nama: str) -> None:
	"""Where somebody wants to look at it: GAMBAR=<folder>."""
	if folder := os.environ.get("GAMBAR"):
		page.screenshot(path=Path(folder) / f"{nama}.png", full_page=True)


def test_what_passed_to_the_atasan_says_so_to_everybody(orang):
	"""In the demo Nurhayati let the time pass; Wayan evaluated Fajar. While it runs, the evaluation is hers."""
	pegawai = orang(ORANG["fajar"].email)
	page = pegawai.choose_tahun(LALU)
	page.locator("#evaluasi").get_by_role("link", name="Lihat rinciannya").first.click()
	for teks in SUDAH_LEWAT if (HARI.month, HARI.day) >= LEWAT_SEJAK else BELUM_LEWAT:
		expect(page.locator("main")).to_contain_text(teks)
	page.goto(pegawai.alamat + page.get_by_role("link", name=re.compile("Cetak")).first.get_attribute("href"))
	expect(page.locator("body")).to_contain_text("Pejabat Penilai Kinerja")
	take_gambar(page, "cetak-c13-atasan")


def test_the_form_of_a_leader(orang):
	"""C.1.2 of the head of an office."""
	page = orang(ORANG["wayan"].email).choose_tahun(LALU)
	cetak = page.locator("#evaluasi").get_by_role("link", name="Cetak (C.1.2)").first.get_attribute("href")
	page.goto(page.url.split("/kinerja")[0] + cetak)
	for teks in ("BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI", "PERSPEKTIF", "INSTANSI"):
		expect(page.locator("body")).to_contain_text(teks)
	take_gambar(page, "cetak-c12")


def test_nobody_sends_by_http_who_evaluates_or_what_is_final(alamat):
	penilai, petugas, kolega = (Klien(alamat, email) for email in (PENILAI, PETUGAS, KOLEGA))
	evaluasi = penilai.list("Evaluasi Kinerja", penilai_user=PENILAI)[0]
	jalan = f"/api/resource/Evaluasi Kinerja/{evaluasi['name']}"
	for kolom, nilai in (("penetap_user", PETUGAS), ("bersifat_final", 1), ("dasar_penilai", "Delegasi")):
		for klien in (penilai, petugas, kolega):
			assert klien.put(jalan, **{kolom: nilai}).status_code in (403, 404, 417), (kolom, klien)
			jawaban = klien.call(
				"frappe.client.set_value",
				doctype="Evaluasi Kinerja",
				name=evaluasi["name"],
				fieldname=kolom,
				value=nilai,
			)
			assert jawaban.status_code in (403, 404, 417), (kolom, klien)
	kini = penilai.get(jalan).json()["data"]
	assert [kini[kolom] for kolom in ("penetap_user", "bersifat_final", "dasar_penilai")] == [
		evaluasi[kolom] for kolom in ("penetap_user", "bersifat_final", "dasar_penilai")
	]


def test_nobody_makes_an_evaluation_of_himself_or_writes_another_ones_words_by_http(alamat):
	penilai, petugas = Klien(alamat, PENILAI), Klien(alamat, PETUGAS)
	(sendiri,) = penilai.list("SKP", pegawai_user=PENILAI, periode=LALU)
	for isi in ({"jenis": "Periodik", "masa_ke": 1}, {"jenis": "Tahunan", "penetap_user": PENILAI}):
		assert penilai.post("/api/resource/Evaluasi Kinerja", skp=sendiri["name"], **isi).status_code in (
			403,
			404,
			409,
		)
	skp = find_skp(alamat)
	baru = {"skp": skp, "jenis": "Periodik", "masa_ke": 2, "perilaku": "Titipan"}
	assert penilai.post("/api/resource/Penilaian Diri", **baru).status_code in (403, 404)
	dibuat = petugas.post("/api/resource/Penilaian Diri", **baru, status="Disampaikan")
	assert dibuat.status_code in (200, 417), dibuat.text
	if dibuat.status_code == 200:
		assert dibuat.json()["data"]["status"] == "Draf"
		nama = dibuat.json()["data"]["name"]
		assert penilai.get(f"/api/resource/Penilaian Diri/{nama}").status_code in (403, 404)
		assert not [row for row in penilai.list("Penilaian Diri") if row["name"] == nama]
