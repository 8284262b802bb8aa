"""The framework's own endpoints for which the app has a stand-in, called over HTTP as the desk calls them."""

import pytest
from playwright.sync_api import Page, expect

from e2e.layar import get_kata
from e2e.orang import DEMO, EMAIL, KOLEGA, Klien

BACA = ("GET", "POST")  # v15's desk asks with POST, v16's for some of them with GET
INDIKATOR = "Indikator Kinerja"  # its links show a title


@pytest.fixture(scope="module")
def orang_rest(alamat):
	email = {nama: EMAIL[nama] for nama in ("Pegawai", "Pejabat Penilai Kinerja", "Pengelola Kinerja")}
	return {nama: Klien(alamat, surel) for nama, surel in {**email, "Kolega": KOLEGA, "Tamu": None}.items()}


@pytest.fixture(scope="module")
def skp(orang_rest):
	return orang_rest["Pegawai"].list("SKP", pegawai_user=EMAIL["Pegawai"])[0]


def get_message(jawaban):
	assert jawaban.status_code == 200, f"{jawaban.status_code} {jawaban.text}"
	return jawaban.json().get("message")


@pytest.mark.parametrize("verba", BACA)
def test_a_link_is_checked_within_the_rights_of_whoever_asks(orang_rest, skp, verba):
	metode = find_pemeriksa_tautan(orang_rest["Pengelola Kinerja"])
	fields = "fields_to_fetch" if metode.endswith("_and_fetch") else "fields"
	isi = {"doctype": "SKP", "docname": skp["name"], fields: ["nama_pegawai"]}
	for nama in ("Pengelola Kinerja", "Pegawai"):
		jawaban = get_message(orang_rest[nama].ask(verba, metode, **isi))
		assert jawaban == {"name": skp["name"], "nama_pegawai": skp["nama_pegawai"]}
		assert get_message(orang_rest[nama].ask(verba, metode, **{**isi, fields: []}))["name"] == skp["name"]
	milik_lain = get_message(orang_rest["Kolega"].ask(verba, metode, **isi))
	tidak_ada = get_message(orang_rest["Kolega"].ask(verba, metode, **{**isi, "docname": "SKP-tidak-ada"}))
	assert milik_lain == tidak_ada and not milik_lain.get("name")
	assert orang_rest["Tamu"].ask(verba, metode, **isi).status_code == 403


def find_pemeriksa_tautan(klien: Klien) -> str:
	"""What the desk of this version asks when a link is filled in. The other one must say that it does not exist."""
	metode = ("frappe.client.validate_link", "frappe.client.validate_link_and_fetch")
	status = {
		nama: klien.ask("GET", nama, doctype="Company", docname=DEMO["INSTANSI"]).status_code
		for nama in metode
	}
	assert set(status.values()) <= {200, 404, 417}, status
	return next(nama for nama in metode if status[nama] == 200)


@pytest.mark.parametrize("verba", BACA)
def test_a_title_is_told_to_those_who_may_read(orang_rest, skp, verba):
	def ask(nama: str, doctype: str, docname: str):
		return orang_rest[nama].ask(
			verba, "frappe.desk.search.get_link_title", doctype=doctype, docname=docname
		)

	indikator = orang_rest["Pengelola Kinerja"].list(INDIKATOR)[0]
	assert get_message(ask("Pengelola Kinerja", INDIKATOR, indikator["name"])) == indikator["indikator"]
	for nama in ("Pengelola Kinerja", "Pegawai", "Kolega"):
		assert get_message(ask(nama, "SKP", skp["name"])) == skp["name"]
	assert ask("Tamu", INDIKATOR, indikator["name"]).status_code == 403


@pytest.mark.parametrize("verba", BACA)
def test_only_own_rows_are_counted(orang_rest, skp, verba):
	def ask(nama: str, doctype: str, **filters):
		return orang_rest[nama].ask(verba, "frappe.client.get_count", doctype=doctype, filters=filters)

	for nama, jumlah in (("Pengelola Kinerja", 1), ("Pegawai", 1), ("Kolega", 0)):
		assert get_message(ask(nama, "SKP", name=skp["name"])) == jumlah, nama
	assert ask("Tamu", "SKP", name=skp["name"]).status_code == 403
	assert ask("Kolega", "Version", docname=skp["name"]).status_code == 403


@pytest.mark.parametrize("verba", BACA)
def test_only_own_rows_are_counted_by_group(orang_rest, skp, verba):
	def ask(nama: str, field: str):
		saring = [["SKP", "name", "=", skp["name"]]]
		isi = {"doctype": "SKP", "current_filters": saring, "field": field}
		return orang_rest[nama].ask(verba, "frappe.desk.listview.get_group_by_count", **isi)

	terhitung = [{"name": skp["workflow_state"], "count": 1}]
	for nama, isi in (("Pengelola Kinerja", terhitung), ("Pegawai", terhitung), ("Kolega", [])):
		jawaban = get_message(ask(nama, "workflow_state"))
		assert [{"name": baris["name"], "count": baris["count"]} for baris in jawaban] == isi, nama
		assert get_message(ask(nama, "assigned_to")) == []
	assert ask("Tamu", "assigned_to").status_code == 403


@pytest.mark.parametrize("verba", BACA)
def test_only_own_rows_are_counted_by_state(orang_rest, verba):
	def ask(nama: str):
		isi = {"doctype": "SKP", "workflow_state_field": "workflow_state", "states": []}
		metode = "frappe.workflow.doctype.workflow.workflow.get_workflow_state_count"
		return orang_rest[nama].ask(verba, metode, **isi)

	for nama in ("Pengelola Kinerja", "Pegawai", "Kolega"):
		jumlah = sum(baris["count"] for baris in get_message(ask(nama)))
		assert jumlah == len(orang_rest[nama].list("SKP")), nama
	assert ask("Tamu").status_code == 403


def test_a_step_is_taken_by_whose_it_is_on_the_version_he_has_read(orang_rest):
	penilai = orang_rest["Pejabat Penilai Kinerja"]
	doc = penilai.list("Realisasi Kinerja", penilai_user=EMAIL["Pejabat Penilai Kinerja"], tahap="Diajukan")[
		0
	]
	doc = {"doctype": "Realisasi Kinerja", **doc}

	def ask(nama: str, verba: str = "POST", **lain):
		isi = {"doc": {**doc, **lain}, "action": "Verifikasi"}
		return orang_rest[nama].ask(verba, "frappe.model.workflow.apply_workflow", **isi)

	for nama in ("Tamu", "Kolega", "Pengelola Kinerja"):
		assert ask(nama).status_code in (403, 404, 417), nama
	basi = ask("Pejabat Penilai Kinerja", modified="2020-01-01 00:00:00.000000")
	assert basi.status_code == 417, basi.text
	assert ask("Pejabat Penilai Kinerja", "GET").status_code == 403
	assert penilai.list("Realisasi Kinerja", name=doc["name"])[0]["tahap"] == "Diajukan"
	assert get_message(ask("Pejabat Penilai Kinerja"))["tahap"] == "Ditetapkan"


def test_hr_fills_in_links_of_a_desk_form(orang):
	"""Typed and picked from the list, as people do; the desk asks the server about every value."""
	pengelola = orang(EMAIL["Pengelola Kinerja"])
	ditolak = []
	pengelola.page.on(
		"response", lambda jawaban: ditolak.append(jawaban.url) if jawaban.status >= 400 else None
	)
	page = pengelola.open_desk("/penugasan-penilai/new")
	page.wait_for_function("window.cur_frm?.doctype === 'Penugasan Penilai'")
	for field, kunci in (("pegawai", "yusuf"), ("penilai", "agus")):
		pick(page, field, DEMO["MENURUT_KUNCI"][kunci].nama)
	page.evaluate(
		"cur_frm.set_value({ jenis: 'Delegasi', dari: '2026-02-02', sampai: '2026-02-06', dasar: 'Surat tugas' })"
	)
	page.keyboard.press("Control+s")
	page.wait_for_function("!cur_frm.is_new() && !cur_frm.is_dirty()")
	assert (
		page.evaluate("cur_frm.doc.unit_kerja")
		== f"{DEMO['MENURUT_KUNCI']['yusuf'].unit} - {DEMO['SINGKATAN']}"
	)
	expect(page.get_by_text(get_kata(page, "Not permitted"))).to_have_count(0)
	assert not [url for url in ditolak if "/api/" in url], ditolak


def pick(page: Page, field: str, nama: str) -> None:
	kotak = page.locator(f"[data-fieldname='{field}'] input[data-fieldname='{field}']:visible")
	kotak.click()
	kotak.press_sequentially(nama.split(",")[0], delay=20)
	usulan = page.locator(f"[data-fieldname='{field}'] .awesomplete [role=option]").filter(has_text=nama)
	usulan.first.click()
	page.wait_for_function(f"cur_frm.doc.{field}")
