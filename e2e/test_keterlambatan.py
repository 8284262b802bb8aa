"""Three late reports in a quarter are seen: by the Penilai on his team's page, by HR in the report."""

from playwright.sync_api import expect

from e2e.hari import LALU, get_tahun
from e2e.layar import PONSEL
from e2e.orang import DEMO, EMAIL

ORANG = DEMO["MENURUT_KUNCI"]
JOKO = ORANG["joko"]
SERING = f"3 laporan terlambat dalam Triwulan II {get_tahun(LALU)}"


def test_three_late_reports_are_seen(orang):
	penilai = orang(ORANG[JOKO.atasan].email, PONSEL)
	page = penilai.open(f"/kinerja/tim?periode={LALU}")
	page.locator("#tim a").filter(has_text=JOKO.nama).filter(has_text=SERING).first.click()
	expect(page.get_by_text(f"{SERING}. Bicarakan dengan pegawai")).to_be_visible()
	expect(page.get_by_text("hari kerja").first).to_be_visible()

	desk = orang(EMAIL["Pengelola Kinerja"])
	page = desk.open_desk(f"/query-report/Keterlambatan Pelaporan?periode={LALU}&triwulan=II")
	sel = page.locator(".dt-row").filter(has_text=JOKO.nama).first
	expect(sel).to_contain_text("Sering terlambat")
	expect(sel).to_contain_text(ORANG[JOKO.atasan].nama)
