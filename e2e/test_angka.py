"""Targets in the desk of a site that writes numbers as Indonesia does: typed, saved, read again, and filtered on."""

import re

import pytest
from playwright.sync_api import Page, Route

from e2e.orang import EMAIL

DIKETIK = (
	("3,40", 3.4, "3,4"),
	("1.075", 1075, "1.075"),
	("1.075,5", 1075.5, "1.075,5"),
	("3.4", 3.4, "3,4"),
)
DAFTAR = "/indikator-kinerja"


@pytest.mark.parametrize("format_angka", ["#.###,##", "#.###"])
def test_targets(orang, format_angka):
	pengelola = orang(EMAIL["Pengelola Kinerja"])
	pengelola.page.route(re.compile(r"/(app|desk)(/|$|\?)"), lambda route: set_format(route, format_angka))
	type_target(pengelola.open_desk(f"{DAFTAR}/new"), format_angka)
	save_and_read(pengelola, f"UJI-{len(format_angka)}")
	for nilai in (3.4, 1075):
		keep_filter(pengelola, nilai)


def set_format(route: Route, format_angka: str) -> None:
	"""Only the site's administrator changes the setting: here the page is told of another one."""
	jawaban = route.fetch(max_redirects=0)
	if tujuan := jawaban.headers.get("location"):  # what a redirect leads to is never asked about
		return route.fulfill(content_type="text/html", body=f"<script>location.replace('{tujuan}')</script>")
	isi = re.sub(r'(number_format\\*":\s*\\*")[^"\\]*', rf"\g<1>{format_angka}", jawaban.text())
	route.fulfill(response=jawaban, body=isi)


def wait_form(page: Page) -> None:
	page.wait_for_function("window.cur_frm && cur_frm.doctype === 'Indikator Kinerja' && cur_frm.doc")


def type_target(page: Page, format_angka: str) -> None:
	wait_form(page)
	assert page.evaluate("frappe.boot.sysdefaults.number_format") == format_angka
	page.evaluate("cur_frm.set_value('arah', 'Rentang')")
	isian = page.locator("[data-fieldname=target_min] input")
	for teks, nilai, tampil in DIKETIK:
		isian.fill(teks)
		isian.press("Tab")
		page.wait_for_function("nilai => cur_frm.doc.target_min === nilai", arg=nilai)
		assert isian.input_value() == tampil


def save_and_read(pengelola, kode: str) -> None:
	page = pengelola.page
	isi = {
		"indikator": "Lama pelayanan",
		"aspek": "Waktu",
		"satuan": "hari",
		"target_min": 3.4,
		"target_maks": 1075,
	}
	page.evaluate(
		"isi => cur_frm.set_value(isi)",
		{**isi, "kode": kode, "berlaku_mulai": "2031-01-01", "cara_hitung": "Rata-rata"},
	)
	page.evaluate("() => void cur_frm.save()")  # its promise waits for what a message asks
	page.wait_for_function("!cur_frm.is_new() && !cur_frm.is_dirty()")
	page.reload()
	wait_form(page)
	page.wait_for_function("cur_frm.doc.target_min === 3.4 && cur_frm.doc.target_maks === 1075")
	tampil = page.evaluate(
		"['target_min', 'target_maks'].map(m => $(frappe.format(cur_frm.doc[m], cur_frm.get_docfield(m))).text())"
	)
	assert tampil == ["3,4", "1.075"]


def keep_filter(pengelola, nilai: float) -> None:
	page = pengelola.open_desk(DAFTAR)
	siap = (
		"window.cur_list && cur_list.doctype === 'Indikator Kinerja' && cur_list.filter_area && cur_list.data"
	)
	page.wait_for_function(siap)
	page.evaluate("() => void cur_list.filter_area.clear()")
	page.evaluate("n => cur_list.filter_area.add('Indikator Kinerja', 'target_min', '=', n)", nilai)
	tersimpan = "n => cur_list.filter_area.get().some(s => s[1] === 'target_min' && s[3] === n)"
	page.wait_for_function(tersimpan, arg=nilai)
	page.wait_for_function("n => location.search.includes(`target_min=${n}`)", arg=nilai)
	page.reload()
	page.wait_for_function(siap)
	page.wait_for_function(tersimpan, arg=nilai)
