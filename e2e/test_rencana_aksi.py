"""A rencana aksi on two phones: written, agreed on, and read beside the report; what was typed is kept."""

from playwright.sync_api import Page, expect

from e2e.hari import BERJALAN, HARI
from e2e.layar import PONSEL
from e2e.orang import DEMO, EMAIL

SITI = DEMO["MENURUT_KUNCI"]["siti"].nama
LANGKAH = "Mendata ulang warga lanjut usia bersama kader desa"


def test_rencana_aksi(orang):
	pegawai, penilai = orang(EMAIL["Pegawai"], PONSEL), orang(EMAIL["Pejabat Penilai Kinerja"], PONSEL)
	page = pegawai.choose_tahun(BERJALAN)
	page.get_by_role("link", name="Rencana aksi", exact=True).click()
	expect(page.get_by_text("dapat diisi tanpa menunggunya")).to_be_visible()
	keep_a_step_that_was_added(page)
	lead_from_the_mistake_to_its_field(page)
	submit(page)
	agree(penilai.open("/kinerja"))
	page.reload()
	expect(page.get_by_role("heading", level=1)).to_contain_text("Disepakati")
	expect(page.locator("textarea[name='langkah-3-uraian']")).to_have_value(LANGKAH)
	if HARI.month > 1:  # in January no plan of the year is set, and so there is no report of it yet
		read_beside_the_report(pegawai.choose_tahun(BERJALAN))


def keep_a_step_that_was_added(page: Page) -> None:
	page.get_by_role("button", name="Tambah langkah").first.click()
	expect(page.locator("textarea[name='langkah-3-uraian']")).to_be_focused()
	page.locator("textarea[name='langkah-3-uraian']").fill(LANGKAH)
	page.reload()
	expect(page.locator("textarea[name='langkah-3-uraian']")).to_have_count(0)
	page.get_by_role("button", name="Pulihkan").click()
	expect(page.locator("textarea[name='langkah-3-uraian']")).to_have_value(LANGKAH)


def lead_from_the_mistake_to_its_field(page: Page) -> None:
	page.locator("select[name='langkah-3-mulai']").select_option("Juli")
	page.locator("select[name='langkah-3-selesai']").select_option("Juni")
	page.get_by_role("button", name="Simpan dan ajukan").click()
	page.get_by_role("alert").get_by_role("link", name=LANGKAH).click()
	expect(page.locator("select[name='langkah-3-selesai']")).to_be_in_viewport()
	page.locator("select[name='langkah-3-mulai']").select_option("Januari")
	page.locator("select[name='langkah-3-selesai']").select_option("Desember")


def submit(page: Page) -> None:
	page.get_by_role("button", name="Simpan dan ajukan").click()
	expect(page.get_by_role("status")).to_contain_text("Rencana aksi diajukan")
	expect(page.get_by_role("heading", level=1)).to_contain_text("Menunggu kesepakatan")


def agree(page: Page) -> None:
	page.locator("#antrean a").filter(has_text=SITI).filter(has_text="Baca dan sepakati").click()
	baru = page.locator("li").filter(has_text=LANGKAH).last
	expect(baru).to_contain_text("berubah")
	page.get_by_role("button", name="Sepakati").click()
	expect(page.get_by_role("status")).to_contain_text("Berhasil")


def read_beside_the_report(page: Page) -> None:
	page.get_by_role("link", name="Lihat").or_(page.get_by_role("link", name="Isi realisasi")).first.click()
	page.get_by_text("Rencana aksi (").first.click()
	expect(page.get_by_text(f"{LANGKAH} (Januari – Desember)")).to_be_visible()
