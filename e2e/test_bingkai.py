"""The portal's frame in a browser: by keyboard, without script, and when the session has ended."""

from playwright.sync_api import Page, expect

from e2e.layar import PONSEL
from e2e.orang import DEMO, EMAIL, SANDI

NIP = next(orang.nomor for orang in DEMO["ORANG"] if orang.email == EMAIL["Pegawai"])


def test_frame_by_keyboard_and_the_end_of_a_session(orang, periode_nanti):
	pegawai = orang(EMAIL["Pegawai"], PONSEL)
	page = pegawai.open("/kinerja")
	pass_by_the_menu(page)
	read_the_menu(page)
	keep_what_was_typed_when_the_session_ends(pegawai, periode_nanti)
	sign_out(page)


def pass_by_the_menu(page: Page) -> None:
	page.keyboard.press("Tab")
	expect(page.get_by_role("link", name="Langsung ke isi")).to_be_focused()
	page.keyboard.press("Enter")
	page.keyboard.press("Tab")
	assert page.evaluate("document.activeElement.closest('main') !== null")


def read_the_menu(page: Page) -> None:
	akun = page.locator(".kb-akun summary")
	expect(page.get_by_role("button", name="Keluar")).to_be_hidden()
	akun.focus()
	page.keyboard.press("Enter")
	expect(page.get_by_text("NIP ").first).to_be_visible()
	page.keyboard.press("Tab")
	expect(page.get_by_role("link", name="Ubah kata sandi")).to_be_focused()
	expect(page.get_by_role("button", name="Bahasa Indonesia")).to_have_attribute("aria-current", "true")
	expect(page.get_by_role("link", name="Buka desk")).to_have_count(0)
	page.keyboard.press("Escape")
	expect(akun).to_be_focused()
	expect(page.get_by_role("button", name="Keluar")).to_be_hidden()


def keep_what_was_typed_when_the_session_ends(pegawai, periode: str) -> None:
	page = pegawai.start_skp(periode)
	page.locator("textarea[name='hk-0-uraian']").fill("Diketik sebelum sesi berakhir")
	page.context.clear_cookies()
	page.locator("button[name=aksi][value=simpan]").last.click()
	kotak = page.locator(".ka [role=alert]")
	expect(kotak).to_contain_text("Sesi Anda sudah berakhir")
	alamat = page.url
	kotak.get_by_role("link", name="Masuk lagi").click()
	sign_in(page, EMAIL["Pegawai"])
	page.wait_for_url(alamat)
	page.get_by_role("button", name="Pulihkan").click()
	expect(page.locator("textarea[name='hk-0-uraian']")).to_have_value("Diketik sebelum sesi berakhir")


def sign_out(page: Page) -> None:
	page.locator(".kb-akun summary").click()
	page.locator(".kb-akun").get_by_role("button", name="Keluar").click()
	expect(page.get_by_role("heading", level=1)).to_have_text(
		"Keluar dari akun ini?"
	)  # a draft would be lost
	page.locator("main").get_by_role("button", name="Keluar").click()
	expect(page.get_by_role("heading", level=1)).to_have_text("Anda sudah keluar")
	page.goto(page.url.replace("/keluar", ""))
	page.wait_for_url(lambda url: "/kinerja/masuk?redirect-to=" in url)


def sign_in(page: Page, nama: str) -> None:
	page.get_by_label("NIP atau surel (e-mail)").fill(nama)
	page.get_by_label("Kata sandi", exact=True).fill(SANDI)
	page.get_by_role("button", name="Masuk", exact=True).click()


def test_without_script(peramban, alamat):
	"""One signs in with a NIP, the menu opens, a form is sent, an old token is explained, and one can leave."""
	konteks = peramban.new_context(viewport=PONSEL, java_script_enabled=False, locale="id-ID")
	page = konteks.new_page()
	page.goto(f"{alamat}/kinerja/penugasan?form=ajukan&luar_instansi=1")
	page.get_by_role("button", name="Masuk", exact=True).click()
	expect(
		page.get_by_label("NIP atau surel (e-mail)")
	).to_be_focused()  # the browser itself asks for what is missing
	sign_in(page, f"NIP. {NIP}")
	page.wait_for_url(f"{alamat}/kinerja/penugasan?form=ajukan&luar_instansi=1")
	page.get_by_label("Lembaga dan jabatan pemberi penugasan").fill("Kementerian Dalam Negeri")
	page.get_by_role("button", name="Kirim").first.click()
	expect(page.get_by_role("alert")).to_contain_text("Belum tersimpan")
	basi = konteks.request.post(f"{alamat}/kinerja/skp", form={"csrf_token": "basi", "aksi": "mulai"})
	assert basi.status == 400 and "sudah lama terbuka" in basi.text()
	choose_language(page)
	page.locator(".kb-akun summary").click()
	page.get_by_role("button", name="Keluar").click()
	expect(page.get_by_role("heading", level=1)).to_have_text("Anda sudah keluar")
	page.get_by_role("link", name="Masuk lagi").click()
	expect(page.get_by_role("heading", level=1)).to_have_text("Masuk")
	konteks.close()


def choose_language(page: Page) -> None:
	for bahasa, judul in (("English", "My Performance"), ("Bahasa Indonesia", "Kinerja Saya")):
		page.goto(page.url.split("/kinerja")[0] + "/kinerja")
		page.locator(".kb-akun summary").click()
		page.get_by_role("button", name=bahasa).click()
		expect(page.get_by_role("heading", level=1)).to_have_text(judul)
