"""HR takes one step on several documents of a desk list: on the versions that the list shows."""

from playwright.sync_api import expect

from e2e.orang import EMAIL, Klien

HR = EMAIL["Pengelola Kinerja"]


def test_a_list_takes_a_step_on_what_it_shows_and_says_what_it_left_out(orang, alamat):
	klien = Klien(alamat, HR)
	page = orang(HR).open_desk("/skp?tahap=Ditetapkan")
	page.wait_for_function("window.cur_list && cur_list.doctype === 'SKP' && cur_list.data.length > 3")
	terlihat = page.evaluate("cur_list.data.map((row) => row.name)")
	lain = {row["name"] for row in klien.list("SKP", tahap="Ditetapkan") if row["pegawai_user"] != HR}
	basi, segar = [name for name in terlihat if name in lain][:2]
	for name in (basi, segar):
		page.locator(f'.list-row-checkbox[data-name="{name}"]').check()
	# Somebody else works on one of them meanwhile.
	page.evaluate(
		"(name) => cur_list.data.find((row) => row.name === name).modified = '2020-01-01 00:00:00.000000'",
		basi,
	)
	page.locator(".actions-btn-group button").click()
	page.locator(".actions-btn-group").get_by_text("Tutup", exact=True).click()
	expect(page.get_by_role("dialog")).to_contain_text(basi)
	expect(page.get_by_role("dialog")).to_contain_text("sudah berubah sejak")
	tahap = {row["name"]: row["tahap"] for row in klien.list("SKP") if row["name"] in (basi, segar)}
	assert tahap == {basi: "Ditetapkan", segar: "Ditutup"}
