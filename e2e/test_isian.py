"""Nothing that was typed is lost, and a mistake is found at once: the portal's script on a long form."""

from playwright.sync_api import Page, expect

from e2e.hari import get_tahun
from e2e.layar import PONSEL, Orang
from e2e.orang import EMAIL

INDIKATOR = "Jumlah pendaftaran yang selesai sampai Desember"


def start(pegawai: Orang, periode: str) -> Page:
	page = pegawai.start_skp(periode)
	page.locator("textarea[name='hk-0-uraian']").fill("Terlayaninya pendaftaran penduduk")
	page.locator("textarea[name='iki-0-indikator']").fill(INDIKATOR)
	page.get_by_role("button", name="Simpan draf").last.click()
	expect(page.get_by_role("status")).to_contain_text("Tersimpan")
	return page


def test_long_form(orang, periode_nanti):
	pegawai = orang(EMAIL["Pegawai"], PONSEL)
	page = start(pegawai, periode_nanti)
	keep_what_was_typed_after_saving(page)
	lead_from_the_mistake_to_its_row(page)
	show_what_was_typed_beside_what_others_wrote(page, orang(EMAIL["Pegawai"]).page)
	ask_before_a_filled_row_goes(pegawai)
	keep_a_row_that_was_added(page, periode_nanti)
	keep_an_offer_that_is_not_answered(page)
	restore_a_draft_with_a_row_less(page)
	go_on_after_a_lost_connection(page)
	download_again(page)


def keep_what_was_typed_after_saving(page: Page) -> None:
	"""The page that said "saved" is loaded again: it neither says so any more nor drops what came after."""
	page.locator("textarea[name='iki-0-indikator']").fill(f"{INDIKATOR} 2030")
	page.reload()
	expect(page.get_by_text("Tersimpan sebagai draf")).to_have_count(0)
	page.get_by_role("button", name="Pulihkan").click()
	expect(page.locator("textarea[name='iki-0-indikator']")).to_have_value(f"{INDIKATOR} 2030")


def lead_from_the_mistake_to_its_row(page: Page) -> None:
	page.locator("button[name=aksi][value=ajukan]").click()
	page.get_by_role("alert").get_by_role("link", name="Indikator ke-1").click()
	expect(page.locator("#iki-0")).to_be_in_viewport()


def show_what_was_typed_beside_what_others_wrote(page: Page, perangkat_lain: Page) -> None:
	"""Put back, the old words would undo the new ones: they stand beside those, to be copied instead."""
	perangkat_lain.goto(page.url)
	page.locator("textarea[name='iki-0-indikator']").fill("Belum sempat tersimpan")
	perangkat_lain.locator("textarea[name='iki-0-indikator']").fill(f"{INDIKATOR} 2031")
	perangkat_lain.locator("button[name=aksi][value=simpan]").last.click()
	expect(perangkat_lain.get_by_role("status")).to_contain_text("Tersimpan")
	page.goto(page.url.split("#")[0])
	salinan = page.get_by_role("status").filter(has_text="sudah berubah sejak Anda mengetik")
	expect(salinan.locator("td:nth-child(2)")).to_have_text(["Belum sempat tersimpan"])
	expect(salinan.locator("td:nth-child(3)")).to_have_text([f"{INDIKATOR} 2031"])
	expect(page.locator("textarea[name='iki-0-indikator']")).to_have_value(f"{INDIKATOR} 2031")
	salinan.get_by_role("button", name="Buang").click()
	page.reload()
	expect(salinan).to_have_count(0)


def keep_a_row_that_was_added(page: Page, periode: str) -> None:
	"""Adding a row leaves the page where it is: Back leads away from the form, and a reload offers what was typed."""
	page.get_by_role("button", name="Tambah hasil kerja").click()
	page.locator("textarea[name='hk-1-uraian']").fill("Termutakhirkannya data penduduk")
	page.get_by_role("button", name="Tambah indikator").last.click()
	page.locator("textarea[name='iki-2-indikator']").fill("Data yang dimutakhirkan")
	page.reload()
	expect(page.locator("textarea[name='hk-1-uraian']")).to_have_count(0)
	page.get_by_role("button", name="Pulihkan").click()
	expect(page.locator("textarea[name='hk-1-uraian']")).to_have_value("Termutakhirkannya data penduduk")
	expect(page.locator("textarea[name='iki-2-indikator']")).to_have_value("Data yang dimutakhirkan")
	page.go_back()
	page.go_forward()
	expect(page.get_by_role("heading", level=1)).to_contain_text(f"SKP {get_tahun(periode)}")


def keep_an_offer_that_is_not_answered(page: Page) -> None:
	"""Typed past: the offer of before is still there, beside the new one."""
	page.reload()
	page.locator("textarea[name='hk-0-uraian']").fill("Diketik tanpa menjawab tawaran")
	page.reload()
	tawaran = page.get_by_text("Ada isian di perangkat ini yang belum tersimpan")
	expect(tawaran).to_have_count(2)
	tawaran.nth(1).get_by_role("button", name="Buang").click()
	expect(tawaran).to_have_count(1)
	page.get_by_role("button", name="Pulihkan").click()
	expect(page.locator("textarea[name='hk-1-uraian']")).to_have_value("Termutakhirkannya data penduduk")


def restore_a_draft_with_a_row_less(page: Page) -> None:
	"""The stored first row is gone from the draft: restored, nothing of it comes back, and the focus is where one was."""
	page.locator("button[name=aksi][value=simpan]").last.click()
	expect(page.get_by_role("status")).to_contain_text("Tersimpan")
	page.locator("button[value='hapus_hasil:0']").click()
	expect(page.locator("textarea[name='hk-0-uraian']")).to_have_value("Termutakhirkannya data penduduk")
	expect(page.locator("button[value='hapus_hasil:0']")).to_be_focused()
	page.reload()
	expect(page.locator("textarea[name='hk-1-uraian']")).to_have_count(1)
	page.get_by_role("button", name="Pulihkan").click()
	expect(page.locator("textarea[name='hk-1-uraian']")).to_have_count(0)
	expect(page.locator("textarea[name='hk-0-uraian']")).to_have_value("Termutakhirkannya data penduduk")
	expect(page.locator("textarea[name$='-indikator']")).to_have_count(1)
	page.reload()


def go_on_after_a_lost_connection(page: Page) -> None:
	page.get_by_role("button", name="Pulihkan").click()
	page.context.set_offline(True)
	page.locator("button[name=aksi][value=simpan]").last.click()
	expect(page.locator(".ka [role=alert]")).to_contain_text("Sambungan terputus")
	page.context.set_offline(False)
	with page.expect_navigation():  # the page before it says the same, and is gone in a moment
		page.locator("button[name=aksi][value=simpan]").last.click()
	expect(page.get_by_role("status")).to_contain_text("Tersimpan")
	expect(page.locator("textarea[name='hk-0-uraian']")).to_have_value("Termutakhirkannya data penduduk")
	expect(page.locator("textarea[name$='-uraian']")).to_have_count(1)


def ask_before_a_filled_row_goes(pegawai: Orang) -> None:
	page, pegawai.setuju = pegawai.page, False
	page.get_by_role("button", name="Hapus indikator ini").click()
	assert pegawai.pertanyaan[-1] == "Hapus indikator ke-1 beserta isinya?"
	pegawai.setuju = True
	expect(page.locator("textarea[name='iki-0-indikator']")).to_have_value(f"{INDIKATOR} 2031")


def download_again(page: Page) -> None:
	"""A download leaves the page as it is, so its button must stay alive."""
	page.goto(page.url.split("#")[0])
	page.get_by_role("link", name="Lembar Kerja (xlsx)").click()
	tombol = page.get_by_role("button", name="Unduh lembar kerja")
	for _kali in range(2):
		with page.expect_download():
			tombol.click()
	expect(tombol).to_be_enabled()
