"""An officer reports a month on a phone with few taps: last month's figures taken over, a photo, submitted."""

from io import BytesIO

from PIL import Image
from playwright.sync_api import Page, expect

from e2e.hari import LALU
from e2e.layar import PONSEL
from e2e.orang import EMAIL


def make_foto() -> dict:
	keluaran = BytesIO()
	Image.new("RGB", (8, 8)).save(keluaran, "JPEG")
	return {"name": "image.jpg", "mimeType": "image/jpeg", "buffer": keluaran.getvalue()}


def test_december_in_four_taps(orang):
	petugas = orang(EMAIL["Pegawai"], PONSEL)
	page = petugas.choose_tahun(LALU)
	page.locator(".ka-ajakan a.ka-utama").first.click()  # 1
	expect(page.get_by_role("heading", level=1)).to_contain_text("Desember")
	expect(page.get_by_text("Laporan terakhir").first).to_be_visible()
	lalu = take_over(page)
	keep_what_was_taken_over(page, lalu)
	assert page.locator("input[name=foto]").get_attribute("capture") == "environment"
	page.set_input_files("input[name=foto]", make_foto())  # 3
	lebar = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
	assert lebar <= 0, "the page scrolls sideways on a phone"
	page.get_by_role("button", name="Ajukan").click()  # 4
	expect(page.get_by_role("status")).to_contain_text("Berhasil diajukan")
	check_photo(orang(EMAIL["Pejabat Penilai Kinerja"]).open("/kinerja/tim"))


def take_over(page: Page) -> str:
	nilai = page.locator("input[name^='nilai-']").first
	expect(nilai).to_have_value("")
	page.get_by_role("button", name="Isi yang kosong dengan laporan terakhir").click()  # 2
	expect(nilai).not_to_have_value("")
	return nilai.input_value()


def keep_what_was_taken_over(page: Page, lalu: str) -> None:
	"""It is a draft on the device like anything typed."""
	page.reload()
	page.get_by_role("button", name="Pulihkan").click()
	expect(page.locator("input[name^='nilai-']").first).to_have_value(lalu)


def check_photo(page: Page) -> None:
	page.locator("#antrean a").filter(has_text="Siti Aminah").filter(has_text="Desember").click()
	expect(page.get_by_role("link", name="image.jpg")).to_be_visible()
