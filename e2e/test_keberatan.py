"""A result is received, objected to, explained and changed, by the people concerned, on a phone and at a desk; and the
paper that comes of it is found genuine by somebody who has nothing but its code."""

import re

from playwright.sync_api import expect

from e2e.layar import LAYAR, PONSEL
from e2e.orang import DEMO

MENURUT_KUNCI = DEMO["MENURUT_KUNCI"]
RATING = "Diatas Ekspektasi"


def open_tahunan(pegawai):
	"""The document of the year that is over."""
	page = pegawai.open("/kinerja/dokumen")
	page.locator("main a[href*='-T-']").first.click()
	return page


def test_an_objection_changes_a_result(orang, alamat):
	samuel = orang(MENURUT_KUNCI["samuel"].email, PONSEL)
	page = open_tahunan(samuel)
	page.get_by_role("button", name="Saya sudah menerima dan membaca").click()
	expect(page.get_by_role("status")).to_contain_text("Tercatat Anda terima")
	page.get_by_role("link", name="Ajukan keberatan").click()
	page.get_by_label("Alasan keberatan").fill("Realisasi Maret sudah diverifikasi, tetapi belum dihitung.")
	page.get_by_role("button", name="Ajukan").click()
	expect(page.locator("main")).to_contain_text("Atasan Pejabat Penilai Kinerja")
	keberatan = page.url.replace(alamat, "").partition("&pesan")[0]

	penilai = orang(MENURUT_KUNCI["agus"].email, LAYAR)
	page = penilai.open(keberatan)
	expect(page.get_by_role("button", name="Putuskan")).to_have_count(0)
	page.get_by_label("Penjelasan Anda").fill("Bukti Maret tidak dapat dibuka ketika saya menilai.")
	page.get_by_role("button", name="Kirim penjelasan").click()
	expect(page.get_by_role("status")).to_contain_text("dapat dibaca para pihak")

	atasan = orang(MENURUT_KUNCI["ratna"].email, LAYAR)
	page = atasan.open(keberatan)
	page.get_by_label("Mengubah").check()
	page.locator("[name=rating_hasil_baru]").select_option(RATING)
	page.locator("[name=rating_perilaku_baru]").select_option(RATING)
	page.get_by_label("Rekomendasi baru").fill("Teruskan cara kerjanya.")
	page.get_by_label("Pertimbangan").fill("Realisasi Maret memang sudah diverifikasi.")
	page.get_by_role("button", name="Putuskan").click()
	expect(page.locator("main")).to_contain_text("Predikat menjadi Sangat Baik")

	page = open_tahunan(samuel)
	expect(page.locator("main")).to_contain_text("D.1.3")
	page.goto(alamat + page.get_by_role("link", name="Cetak (D.1.3)").get_attribute("href"))
	kode = re.search(r"/keaslian/[\w-]+", page.content())[0]
	tamu = page.context.browser.new_context(locale="id-ID").new_page()
	tamu.goto(alamat + kode)
	expect(tamu.get_by_role("status")).to_contain_text("Asli")
	expect(tamu.locator("main")).to_contain_text("Sangat Baik")
	tamu.goto(alamat + kode[:-2] + "zz")
	expect(tamu.get_by_role("alert")).to_contain_text("Tidak dikenal")
	tamu.context.close()

	luar = orang(MENURUT_KUNCI["lina"].email, LAYAR)
	assert luar.page.request.get(alamat + keberatan).status == 404
