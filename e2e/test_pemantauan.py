"""Monitoring on a phone: the officer's corrective action, HR's way from the agency down to a person, whom a Penilai sees first."""

from playwright.sync_api import Page, expect

from e2e.hari import LALU
from e2e.layar import PONSEL
from e2e.orang import EMAIL


def test_pemantauan(orang):
	read_corrective_action(orang(EMAIL["Pegawai"], PONSEL).choose_tahun(LALU))
	go_down_to_a_person(orang(EMAIL["Pengelola Kinerja"], PONSEL).open(f"/kinerja/pantau?periode={LALU}"))
	begin_with_who_needs_me(orang(EMAIL["Pejabat Penilai Kinerja"], PONSEL).open("/kinerja/tim"))


def read_corrective_action(page: Page) -> None:
	page.get_by_role("link", name="Tindakan perbaikan").click()
	expect(page.get_by_role("heading", level=1)).to_contain_text("Tindakan perbaikan")
	expect(page.get_by_text("Tertinggal pada akhir April")).to_be_visible()
	expect(page.get_by_text("Hasilnya:")).to_be_visible()


def go_down_to_a_person(page: Page) -> None:
	expect(page.locator("#kepatuhan")).to_contain_text("laporan masuk")
	pita = page.locator("#unit").get_by_role("img").first
	expect(pita).to_be_visible()
	teks = pita.get_attribute("aria-label")
	expect(page.locator("#unit li").first).to_contain_text(teks.partition(",")[0])
	assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (
		"nothing hangs over the edge"
	)
	page.locator("#unit a").first.click()
	pegawai = page.locator("#orang a").first
	expect(pegawai).to_be_visible()
	nama = pegawai.locator("strong").inner_text()
	pegawai.click()
	expect(page.locator("main")).to_contain_text(nama)


def begin_with_who_needs_me(page: Page) -> None:
	pertama = page.locator("#mendesak a").first
	expect(pertama).to_contain_text("menunggu keputusan Anda")
	nama = pertama.locator("strong").inner_text()
	pertama.click()
	expect(page.locator("main")).to_contain_text(nama)
