"""What a form in the desk is called: what people call its unit or period, not the code that names the record."""

import pytest
from playwright.sync_api import expect

from e2e.orang import EMAIL

BACA = "([doctype, kolom]) => frappe.db.get_list(doctype, {fields: ['name', kolom], limit: 1})"
NAMA = "(unit) => frappe.db.get_value('Department', unit, 'nama_unit')"


@pytest.mark.parametrize("doctype", ["Kinerja Unit", "Perjanjian Kinerja"])
def test_a_form_called_after_a_unit_is_headed_with_its_name(orang, doctype):
	hr = orang(EMAIL["Pengelola Kinerja"])
	page = hr.open_desk(f"/{doctype.lower().replace(' ', '-')}")
	page.wait_for_function("window.cur_list && cur_list.data.length")
	[baris] = page.evaluate(BACA, [doctype, "unit_kerja"])
	nama = page.evaluate(NAMA, baris["unit_kerja"])["message"]["nama_unit"]
	assert nama != baris["unit_kerja"]
	page.evaluate("([doctype, nama]) => frappe.set_route('Form', doctype, nama)", [doctype, baris["name"]])
	page.wait_for_function("(nama) => window.cur_frm && cur_frm.docname === nama", arg=baris["name"])
	kepala = page.locator(".page-head:visible")
	expect(kepala).to_contain_text(nama)
	expect(kepala).not_to_contain_text(baris["unit_kerja"])


def test_the_quarters_of_a_unit_are_told_apart_in_the_list(orang):
	page = orang(EMAIL["Pengelola Kinerja"]).open_desk("/kinerja-unit?jenis=Periodik")
	expect(page.locator(".result").first).to_contain_text("Periodik ke-3")
	expect(page.locator(".result").first).to_contain_text("Periodik ke-1")
