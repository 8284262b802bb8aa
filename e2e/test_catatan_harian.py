"""The daily note by people on phones: a line in few taps, yesterday's repeated, the week sent, approved, copied, and summed up in the
report of its month."""

import re

from playwright.sync_api import Page, expect

from e2e.hari import HARI, LALU, get_tahun
from e2e.layar import PONSEL
from e2e.orang import DEMO, EMAIL

SITI = DEMO["MENURUT_KUNCI"]["siti"].nama
BARIS = "Melayani rombongan lansia di balai desa"
DESEMBER = f"{get_tahun(LALU)}-12-15"


def test_a_week_is_noted_sent_and_approved(orang):
	pegawai, penilai = orang(EMAIL["Pegawai"], PONSEL), orang(EMAIL["Pejabat Penilai Kinerja"], PONSEL)
	page = pegawai.open("/kinerja")
	page.get_by_role("link", name="Tulis catatan hari ini").click()
	write(page, BARIS, "7")
	repeat_the_first(page)
	copy_the_table(page)
	page.get_by_role("button", name="Kirim pekan ini").click()
	expect(page.get_by_role("status")).to_contain_text("Terkirim")
	approve(penilai.open(f"/kinerja/tim/harian?tanggal={HARI}"))
	page.reload()
	expect(page.get_by_role("heading", level=1)).to_contain_text("Disetujui")
	reopen(page)


def write(page: Page, uraian: str, volume: str) -> None:
	"""What, what for, how much: three fields and a button."""
	page.get_by_label("Apa yang dikerjakan?").fill(uraian)
	page.locator("select[name='untuk']").select_option(index=1)
	page.get_by_label("Volume", exact=True).fill(volume)
	page.get_by_role("button", name="Simpan").click()
	expect(page.get_by_role("status")).to_contain_text("Tercatat")
	expect(page.locator("li").filter(has_text=uraian)).to_be_visible()


def repeat_the_first(page: Page) -> None:
	ulangan = page.locator(".ka-ulang")
	banyak = ulangan.count()
	ulangan.first.get_by_role("textbox").fill("9")
	ulangan.first.get_by_role("button", name="Ulangi").click()
	expect(page.get_by_role("status")).to_contain_text("Tercatat")
	expect(ulangan).to_have_count(banyak - 1)


def copy_the_table(page: Page) -> None:
	page.get_by_role("link", name="Tabel untuk aplikasi nasional").click()
	salinan = page.get_by_label("Isi tabel").input_value()
	assert f"\t{BARIS}\t7\t" in salinan, salinan
	assert len(salinan.splitlines()) >= 3, salinan
	page.get_by_role("link", name="Catatan harian").click()


def approve(page: Page) -> None:
	page.get_by_role("link", name=SITI).click()
	expect(page.get_by_text(BARIS)).to_be_visible()
	page.get_by_role("button", name="Setujui yang dicentang").last.click()
	expect(page.get_by_role("status")).to_contain_text("disetujui")
	expect(page.get_by_role("checkbox")).to_have_count(0)


def reopen(page: Page) -> None:
	"""What was approved is asked about before it is changed."""
	baris = page.locator("li").filter(has_text=BARIS)
	baris.get_by_role("link", name="Ubah").click()
	page.get_by_label("Volume", exact=True).fill("8")
	page.get_by_role("button", name="Simpan perubahan").click()
	expect(page.get_by_role("heading", level=1)).to_contain_text("Draf")
	expect(page.locator("li").filter(has_text=BARIS)).to_contain_text("8")


def test_the_report_of_a_month_offers_what_was_noted(orang):
	"""December of the year before, which is still to be reported on any day."""
	pegawai = orang(EMAIL["Pegawai"], PONSEL)
	page = pegawai.open(f"/kinerja/harian?tanggal={DESEMBER}")
	write(page, BARIS, "42")
	expect(page.locator("li").filter(has_text=BARIS)).to_contain_text("Terlambat")
	page = pegawai.choose_tahun(LALU)
	page.locator("li").filter(has_text=f"Desember {get_tahun(LALU)}").get_by_role("link").click()
	usulan = page.get_by_text("Menurut catatan harian:").first
	angka = re.search(r"catatan harian: ([\d.,]+)", usulan.inner_text())[1]
	page.get_by_role("button", name=f"Pakai {angka}").click()
	isian = page.locator("input[name^='nilai-']").first
	expect(isian).to_have_value(angka)
	page.get_by_role("button", name="Simpan draf").last.click()
	expect(page.get_by_role("status")).to_contain_text("Tersimpan")
	expect(isian).to_have_value(angka)
