"""HR adds a verifier by the dialog; the officer reads whom his plan waits for (issue 10, 15)."""

from playwright.sync_api import expect

from e2e.layar import get_kata
from e2e.orang import EMAIL

ALUR = "Verifikasi Realisasi Kinerja"
STATUS = "Diperiksa Pengelola Kinerja"


def test_hr_adds_a_verifier_in_one_dialog_and_opens_the_builder(orang):
	hr = orang(EMAIL["Pengelola Kinerja"])
	page = hr.open_desk(f"/workflow/{ALUR}")
	page.wait_for_function(f"window.cur_frm && cur_frm.doc && cur_frm.doc.name === '{ALUR}'")
	page.get_by_role("button", name="Tambah pemeriksa").click()
	dialog = page.get_by_role("dialog").filter(has_text="Memeriksa setelah status")
	expect(dialog.locator("select[data-fieldname=setelah]")).to_have_value("Diajukan")
	dialog.locator("select[data-fieldname=peran]").select_option("Pengelola Kinerja")
	expect(dialog.locator("input[data-fieldname=status]")).to_have_value(STATUS)
	dialog.get_by_role("button", name="Tambahkan").click()
	page.wait_for_function(f"cur_frm.doc.states.some((baris) => baris.state === '{STATUS}')")
	assert page.evaluate(
		"cur_frm.doc.transitions.filter((baris) => baris.action === 'Verifikasi').map((baris) => baris.state)"
	) == [STATUS]

	page = hr.open_desk(f"/workflow-builder/{ALUR}")
	simpul = page.locator(".vue-flow__node").filter(has_text=STATUS).first
	expect(simpul).to_be_visible()
	assert simpul.bounding_box()["width"] < 400, (
		"without its styles the builder is a column of words, off the screen"
	)
	page.get_by_role("button", name=get_kata(page, "Save"), exact=True).click()
	expect(page.locator("body")).to_contain_text(get_kata(page, "Workflow updated successfully"))
