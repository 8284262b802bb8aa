"""People side by side: the head of the Dinas on a phone, the auditor in the desk, and whoever is rated nowhere."""

from playwright.sync_api import expect

from e2e.hari import LALU
from e2e.layar import PONSEL
from e2e.orang import DEMO, EMAIL, Klien

ORANG = DEMO["MENURUT_KUNCI"]
KEPALA, SEKRETARIS = ORANG["ratna"], ORANG["agus"]
ALAMAT = f"/kinerja/sebaran?periode={LALU}&masa=Tahunan-0"
TEMUAN = "Baik: 8 dari 10 orang (80 %), paling banyak 70 %."


def test_the_head_sees_the_pattern_the_meeting_and_his_penilai_compared(orang):
	page = orang(KEPALA.email, PONSEL).open(ALAMAT)
	kelompok = page.locator("section").filter(has=page.get_by_role("heading", name=SEKRETARIS.nama))
	expect(kelompok.get_by_text(TEMUAN).first).to_be_visible()
	kelompok.get_by_text("Sebaran terhadap pola").click()
	expect(kelompok.get_by_role("img", name="Sebaran predikat")).to_be_visible()
	expect(page.get_by_role("heading", name="Pejabat Penilai dibandingkan")).to_be_visible()
	page.locator("#rapat").get_by_role("link").first.click()
	expect(page.get_by_text("predikat dari Baik menjadi Sangat Baik")).to_be_visible()
	expect(page.get_by_role("button", name="Tambahkan")).to_be_visible()
	assert page.evaluate("document.documentElement.scrollWidth") <= PONSEL["width"]


def test_who_is_compared_sees_his_own_people_only(orang):
	page = orang(SEKRETARIS.email).open(ALAMAT)
	expect(page.get_by_text(TEMUAN).first).to_be_visible()
	expect(page.get_by_text("dipimpin " + KEPALA.nama)).to_be_visible()
	expect(page.get_by_role("heading", name="Pejabat Penilai dibandingkan")).to_have_count(0)
	expect(page.get_by_text(ORANG["siti"].nama)).to_have_count(0)


def test_the_auditor_finds_the_deviation_in_the_report(orang):
	"""HR is of the Sekretariat herself, and nobody is shown himself among the others: she counts nine."""
	desk = orang(EMAIL["Auditor Kinerja"])
	page = desk.open_desk(f"/query-report/Sebaran Predikat terhadap Pola?periode={LALU}")
	sel = page.locator(".dt-row").filter(has_text=SEKRETARIS.nama).first
	expect(sel).to_contain_text("Menyimpang dari pola")


def test_whoever_is_rated_reads_none_of_it(alamat):
	dinilai = Klien(alamat, ORANG["ketut"].email)
	for doctype in ("Catatan Penyelarasan", "Rapat Penyelarasan Kinerja"):
		assert dinilai.get(f"/api/resource/{doctype}").status_code == 403
	assert dinilai.get(ALAMAT).status_code == 403
