"""Scenario 1 of domain.md D.1 in a real browser: the officer on a phone, the Penilai, HR, the officer again."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from e2e.hari import LALU, get_tahun
from e2e.layar import PONSEL, Orang
from e2e.orang import EMAIL, KOLEGA

PDF = {"name": "rekap-desember.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%%EOF"}
PETUGAS = "Siti Aminah"


def test_december_from_the_officers_phone_to_his_printed_evaluation(orang):
	petugas = orang(EMAIL["Pegawai"], PONSEL)
	see_april_behind(petugas)
	report_december(petugas)

	penilai = orang(EMAIL["Pejabat Penilai Kinerja"])
	verify_december(penilai)
	evaluate(penilai)

	check_report(orang(EMAIL["Pengelola Kinerja"]))
	evaluasi = read_and_print(petugas)
	check_colleague(orang(KOLEGA), evaluasi)


def see_april_behind(petugas: Orang) -> None:
	page = petugas.choose_tahun(LALU)
	page.get_by_text("Tabel per masa").first.click()
	april = page.get_by_role("row").filter(has_text="April").first
	expect(april).to_contain_text("kurang 53,33")
	expect(april).to_contain_text("333,33")
	lebar = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
	assert lebar <= 0, "the page scrolls sideways on a phone"


def report_december(petugas: Orang) -> None:
	page = petugas.page
	page.locator(".ka-ajakan a.ka-utama").first.click()
	expect(page.get_by_role("heading", level=1)).to_contain_text("Desember")
	nilai = page.locator("input[name^='nilai-']")

	nilai.fill("seratus")
	page.set_input_files("input[name=berkas]", PDF)
	page.get_by_role("button", name="Ajukan").click()
	expect(page.get_by_role("alert").first).to_contain_text("seratus")
	expect(nilai).to_have_value("seratus")  # nothing typed is lost, nor the chosen file
	expect(page.get_by_text("Peramban tidak mengingat berkas")).to_have_count(0)

	nilai.fill("100")
	page.get_by_role("button", name="Ajukan").click()
	expect(page.locator("body")).to_contain_text(re.compile("Diajukan"))
	page.reload()  # a second look, not a second submit
	expect(page.locator("body")).to_contain_text("Diajukan")


def verify_december(penilai: Orang) -> None:
	page = penilai.open("/kinerja/tim")
	page.locator("#antrean a").filter(has_text=PETUGAS).filter(has_text="Desember").click()
	expect(page.locator("body")).to_contain_text("1.075")
	expect(page.get_by_role("link", name=re.compile("rekap-desember"))).to_be_visible()
	page.get_by_role("button", name="Verifikasi").click()
	expect(page.locator("body")).to_contain_text("diverifikasi", ignore_case=True)


def evaluate(penilai: Orang) -> None:
	page = penilai.open("/kinerja/tim")
	open_tahunan(page).locator("a").filter(has_text=PETUGAS).click()
	page.get_by_role("button", name="Buat evaluasi").click()
	expect(page.locator("body")).to_contain_text("107,5 %")
	expect(page.locator("body")).to_contain_text(re.compile(r"1\.075 pendaftaran \(\d+ bukti dukung\)"))
	page.check("input[name=rating_hasil_kerja][value='Diatas Ekspektasi']")
	page.check("input[name=rating_perilaku][value='Diatas Ekspektasi']")
	expect(page.locator("[data-predikat]")).to_have_text("Sangat Baik")
	page.check("input[name=rating_perilaku][value='Sesuai Ekspektasi']")
	expect(page.locator("[data-predikat]")).to_have_text("Baik")
	page.get_by_role("button", name="Tetapkan").click()
	page.get_by_role("button", name="Serahkan").click()
	expect(page.locator("body")).to_contain_text("Berhasil")
	expect(page.locator("#antrean")).not_to_contain_text(PETUGAS)


def open_tahunan(page: Page) -> Locator:
	"""The people of last year's evaluation; among many that can be made a link leads to them."""
	kelompok = page.locator("#evaluasi li").filter(
		has_text=re.compile(rf"Evaluasi tahunan, .*{get_tahun(LALU)}")
	)
	if tautan := kelompok.locator("> a").all():
		tautan[0].click()
	elif not kelompok.locator("details").get_attribute("open"):
		kelompok.locator("summary").click()
	return kelompok.locator("details[open]")


def check_report(pengelola: Orang) -> None:
	"""Of the year that is evaluated: the report itself opens on the one that runs."""
	page = pengelola.open_desk(f"/query-report/Progres Realisasi?periode={LALU}")
	expect(page.locator(".report-summary")).to_be_visible()
	expect(page.locator(".chart-wrapper svg.frappe-chart").first).to_be_visible()
	expect(page.locator(".datatable")).to_contain_text(PETUGAS)


def read_and_print(petugas: Orang) -> str:
	page = petugas.choose_tahun(LALU)
	hasil = page.locator("#evaluasi article").first
	expect(hasil).to_contain_text("Baik")
	cetak = hasil.get_by_role("link", name=re.compile("Cetak")).get_attribute("href")
	page.goto(petugas.alamat + cetak)
	for teks in (
		"HASIL EVALUASI KINERJA PEGAWAI",
		"CAPAIAN KINERJA ORGANISASI",
		"RATING HASIL KERJA",
		"DIATAS EKSPEKTASI",
	):
		expect(page.locator("body")).to_contain_text(teks)
	page.go_back()
	page.get_by_role("button", name="Saya sudah menerima dan membaca").click()
	expect(page.locator("#evaluasi article").first).to_contain_text("Diterima")
	return parse_qs(urlsplit(cetak).query)["name"][0]


def check_colleague(kolega: Orang, evaluasi: str) -> None:
	"""The pages of another person's documents do not exist for him."""
	cetak = f"/printview?doctype=Evaluasi Kinerja&format=Hasil Evaluasi C.1.3&name={evaluasi}"
	for path in (f"/kinerja/tim/evaluasi?name={evaluasi}", f"/kinerja/evaluasi?name={evaluasi}", cetak):
		jawaban = kolega.page.goto(kolega.alamat + path)
		assert jawaban.status in (403, 404)
		assert PETUGAS not in kolega.page.content()


def test_hr_configures_the_workflow_in_the_desk(orang):
	"""A verifier added in the Workflow form by HR, who is no System Manager."""
	page = orang(EMAIL["Pengelola Kinerja"]).open_desk("/workflow/Penetapan SKP")
	page.wait_for_function("window.cur_frm && cur_frm.doc && cur_frm.doc.name === 'Penetapan SKP'")
	simpan = """async () => {
		const buat = (doctype, field, nama) => frappe.db.insert({ doctype, [field]: nama });
		await buat("Workflow State", "workflow_state_name", "Diverifikasi Tim Kinerja");
		await buat("Workflow Action Master", "workflow_action_name", "Verifikasi Tim");
		const status = "Diverifikasi Tim Kinerja", allowed = "Pengelola Kinerja";
		cur_frm.add_child("states", { state: status, tahap_kinerja: "Diajukan", allow_edit: allowed, doc_status: "0" });
		const langkah = { action: "Verifikasi Tim", next_state: status, allowed, allow_self_approval: 1 };
		cur_frm.add_child("transitions", { state: "Diajukan", ...langkah });
		cur_frm.doc.transitions.find((transisi) => transisi.action === "Tetapkan").state = status;
		cur_frm.dirty();
		const batas = new Promise((selesai) => setTimeout(selesai, 20000));
		await Promise.race([cur_frm.save(), batas]); // a refused save never settles
		return cur_frm.is_dirty() ? "tidak tersimpan" : cur_frm.doc.states.map((baris) => baris.state);
	}"""
	assert "Diverifikasi Tim Kinerja" in page.evaluate(simpan)
	page.reload()
	page.wait_for_function("window.cur_frm && cur_frm.doc && cur_frm.doc.states")
	assert "Diverifikasi Tim Kinerja" in page.evaluate("cur_frm.doc.states.map((baris) => baris.state)")
