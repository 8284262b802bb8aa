"""Scenario 2 of domain.md D.1: HR prints the poster, a citizen reads its QR code on an old phone and fills the page in, HR
looks at his words, the counter's officer reads them and what they lack to become a figure."""

import io
import re
from urllib.parse import urlsplit

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from e2e.hari import BERJALAN, HARI
from e2e.layar import PONSEL, Orang
from e2e.orang import EMAIL, KOLEGA, Klien

NAMA = "Pengaduan Administrasi Kependudukan"
JAWABAN = "Umpan Balik Masyarakat"
KOMENTAR = "Berkas saya dikembalikan tiga kali, syaratnya tidak ditempel di loket."
BACA_DETIK = 4  # nobody fills the page in faster


# A rule of the stylesheet for something else of the same class would draw them otherwise.
TEPAT = """[...document.querySelectorAll("svg.ka-grafik rect")].every(batang => ["width", "height"].every(
	sisi => Math.abs(batang.getBBox()[sisi] - batang.getAttribute(sisi)) < 1))"""


@pytest.fixture
def warga(peramban):
	"""A phone of which the site knows nothing: no script, no cookie, no sign-in."""
	konteks = peramban.new_context(viewport=PONSEL, java_script_enabled=False, locale="id-ID")
	yield konteks
	konteks.close()


def test_from_the_poster_to_the_officers_indikator(orang, warga, alamat):
	hr = orang(EMAIL["Pengelola Kinerja"])
	layanan = Klien(alamat, EMAIL["Pengelola Kinerja"]).list("Layanan Publik", nama_layanan=NAMA)[0]
	tujuan = read_poster(hr, layanan["name"])
	assert tujuan == f"/layanan/{layanan['token']}"
	fill_in(warga.new_page(), alamat + tujuan)
	name = find_jawaban(alamat, layanan["name"])
	petugas = orang(KOLEGA, PONSEL)
	expect(petugas.open(f"/kinerja/layanan?name={layanan['name']}").locator("main")).not_to_contain_text(
		KOMENTAR
	)
	show_in_desk(hr, name)
	read_in_portal(petugas, layanan["name"])
	if HARI.month > 1:  # in January no plan of the year is set
		see_what_is_lacking(petugas)


def read_poster(hr: Orang, name: str) -> str:
	page = hr.open(f"/printview?doctype=Layanan Publik&name={name}&format=Poster Layanan&no_letterhead=1")
	expect(page.locator(".poster")).to_contain_text(NAMA)
	gambar = Image.open(io.BytesIO(page.locator(".poster .kode").screenshot()))
	(kode,) = zxingcpp.read_barcodes(gambar)
	expect(page.locator(".poster .alamat")).to_have_text(kode.text.partition("://")[2])
	return urlsplit(kode.text).path


def fill_in(page: Page, alamat: str) -> None:
	page.goto(alamat)
	lebar = page.viewport_size["width"]
	assert page.locator("main").bounding_box()["width"] <= lebar
	page.get_by_role("link", name="English").click()
	expect(page.locator("legend").first).to_contain_text("How satisfied are you")
	page.get_by_role("link", name="Bahasa Indonesia").click()
	page.get_by_role("radio", name="Tidak puas", exact=True).check()
	page.locator("[name=waktu_tunggu]").fill("satu jam")
	page.get_by_role("radio", name="Keluhan").check()
	page.locator("[name=komentar]").fill(KOMENTAR)
	page.get_by_role("button", name="Kirim").click()
	expect(page.get_by_role("alert")).to_contain_text("60 untuk satu jam")
	expect(page.locator("[name=komentar]")).to_have_value(KOMENTAR)
	page.locator("[name=waktu_tunggu]").fill("60")
	page.wait_for_timeout(BACA_DETIK * 1000)
	page.get_by_role("button", name="Kirim").dblclick()
	expect(page.get_by_role("status")).to_contain_text("Terima kasih")
	# Whatever cookies Frappe gives, everybody has the same.
	assert {kuki["value"] for kuki in page.context.cookies()} <= {"Guest", "", "no", "id"}


def find_jawaban(alamat: str, layanan: str) -> str:
	hr = Klien(alamat, EMAIL["Pengelola Kinerja"])
	(row,) = hr.list(JAWABAN, layanan=layanan, komentar=KOMENTAR)
	assert (row["nilai"], row["waktu_tunggu"], row["jenis"], row["owner"]) == (2, 60, "Keluhan", "Guest")
	assert row["creation"].startswith(f"{row['tanggal']} 00:00:00")
	return row["name"]


def show_in_desk(hr: Orang, name: str) -> None:
	page = hr.open_desk(f"/umpan-balik-masyarakat/{name}")
	page.get_by_role("button", name="Tampilkan Komentar").click()
	expect(page.locator(".indicator-pill", has_text="Ditampilkan").first).to_be_visible()


def read_in_portal(petugas: Orang, name: str) -> None:
	page = petugas.open("/kinerja")
	page.get_by_role("link", name="Umpan balik masyarakat tentang layanan unit Anda").click()
	expect(page.get_by_role("heading", level=1)).to_contain_text(NAMA)
	expect(page.locator("main")).to_contain_text(KOMENTAR)
	expect(page.locator("main")).to_contain_text(re.compile(r"Rata-rata penilaian naik 0,\d+"))
	expect(page.locator("svg.ka-grafik")).to_be_visible()
	assert page.evaluate(TEPAT), "the bars of the chart are not as wide and as high as their figures"
	lebar = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
	assert lebar <= 0, "the page scrolls sideways on a phone"


def see_what_is_lacking(petugas: Orang) -> None:
	page = petugas.choose_tahun(BERJALAN)
	skp = page.get_by_role("link", name="Rencana aksi", exact=True).get_attribute("href").partition("=")[2]
	page = petugas.open(f"/kinerja/realisasi?skp={skp}&masa={HARI.month}")
	expect(page.locator("main")).to_contain_text("1 jawaban, kurang 9 lagi untuk mengusulkan angka")


def test_an_address_that_is_none_answers_in_words(warga: Browser, alamat):
	page = warga.new_page()
	jawaban = page.goto(f"{alamat}/layanan/tidakada2345")
	assert jawaban.status == 404
	expect(page.get_by_role("alert")).to_contain_text("Periksa alamat pada poster")
