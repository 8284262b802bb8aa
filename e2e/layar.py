"""One person at one browser."""

from playwright.sync_api import Browser, Dialog, Page, expect

from e2e.hari import get_tahun
from e2e.orang import SANDI
from e2e.tuan_rumah import DESK

PONSEL = {"width": 390, "height": 844}
LAYAR = {"width": 1280, "height": 800}
# Frappe's desk names the loop variables of its templates by three random letters, and at times that is "for", "new",
# "try" or "var": the template does not compile and the page fails. In capitals no name is a word of the language.
HURUF_BESAR = "const acak = Math.random; Math.random = () => acak() / 2;"


def get_kata(page: Page, kata: str) -> str:
	"""How the desk on ``page`` says the framework's ``kata``, on whichever host and in whatever language."""
	return page.evaluate("(kata) => __(kata)", kata)


class Orang:
	"""Signs in by the login page; every page error fails the test."""

	def __init__(self, peramban: Browser, alamat: str, email: str, ukuran: dict):
		self.alamat = alamat
		self.galat: list[str] = []
		self.page: Page = peramban.new_context(viewport=ukuran, locale="id-ID").new_page()
		self.page.add_init_script(HURUF_BESAR)
		self.page.set_default_timeout(30_000)
		self.page.on("pageerror", lambda galat: self.galat.append(str(galat)))
		self.setuju = True  # whether the page's questions are answered with yes
		self.pertanyaan: list[str] = []
		self.page.on("dialog", self.answer)
		self.log_in(email)

	def log_in(self, email: str) -> None:
		self.page.goto(f"{self.alamat}/login")
		self.page.fill("#login_email", email)
		self.page.fill("#login_password", SANDI)
		self.page.click(".form-login button[type=submit]")
		self.page.wait_for_url(lambda url: "/login" not in url)

	def answer(self, dialog: Dialog) -> None:
		self.pertanyaan.append(dialog.message)
		dialog.accept() if self.setuju else dialog.dismiss()

	def open(self, path: str) -> Page:
		self.page.goto(self.alamat + path)
		return self.page

	def open_desk(self, path: str = "") -> Page:
		return self.open(f"{DESK}{path}")

	def choose_tahun(self, periode: str) -> Page:
		"""Kinerja Saya of another year than the one that runs."""
		page = self.open("/kinerja")
		page.get_by_role("combobox", name="Periode").select_option(label=get_tahun(periode))
		expect(page.get_by_role("heading", level=2, name=f"SKP {get_tahun(periode)}")).to_be_visible()
		return page

	def start_skp(self, periode: str) -> Page:
		"""A new draft for ``periode``, of those that are open."""
		page = self.open("/kinerja/skp")
		page.locator("form").filter(has_text=get_tahun(periode)).get_by_role(
			"button", name="Mulai menyusun SKP"
		).click()
		expect(page.get_by_role("heading", level=1)).to_contain_text(f"SKP {get_tahun(periode)}")
		return page

	def close(self) -> None:
		self.page.context.close()
		assert not self.galat, self.galat
