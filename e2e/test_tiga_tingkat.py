"""A plan of three levels through the pages: agreement, head, matrix, members, approvals, tree (issue 3).

For next year, which nobody has planned; the pages lead with the year that runs, as for anybody who plans early.
"""

import re

from playwright.sync_api import Page, expect

from e2e import hari
from e2e.hari import NANTI
from e2e.layar import PONSEL, Orang
from e2e.orang import DEMO, EMAIL

ORANG = DEMO["MENURUT_KUNCI"]
SEKDA, KEPALA, KABID = ORANG["hendra"], ORANG["ratna"], ORANG["budi"]
PELAKSANA = ORANG["siti"]
PERIODE, TAHUN = NANTI, hari.TAHUN + 1
UNIT = f"{KEPALA.unit} - {DEMO['SINGKATAN']}"

SASARAN = "Meningkatnya kepuasan masyarakat atas layanan kependudukan"
PERJANJIAN = [
	{
		"sasaran": SASARAN,
		"indikator": "Indeks kepuasan masyarakat",
		"arah": "Naik",
		"target_min": 85,
		"target_maks": 90,
		"satuan": "poin",
		"cara_hitung": "Nilai terakhir",
		"perspektif": "Penerima Layanan",
	},
	{
		"sasaran": "Terwujudnya pelaksanaan anggaran yang efektif",
		"indikator": "Nilai IKPA",
		"arah": "Naik",
		"target_min": 92,
		"target_maks": 95,
		"satuan": "poin",
		"cara_hitung": "Nilai terakhir",
		"perspektif": "Anggaran",
	},
]
PERAN_KABID = "Meningkatnya ketepatan waktu pendaftaran penduduk"
PERAN_PELAKSANA = "Terselesaikannya pendaftaran penduduk dalam satu hari kerja"


def test_from_the_agreement_to_the_tree(orang, periode_nanti):
	make_perjanjian(orang(EMAIL["Pengelola Kinerja"]).open_desk())

	kepala = orang(KEPALA.email)
	draft_head(kepala)
	approve(orang(SEKDA.email), KEPALA.nama)
	divide(kepala, KABID.nama, PERAN_KABID)

	kabid = orang(KABID.email)
	complete(kabid, "Persentase pendaftaran yang tepat waktu", "95", "persen")
	approve(kepala, KABID.nama)
	divide(kabid, PELAKSANA.nama, PERAN_PELAKSANA)

	pelaksana = orang(PELAKSANA.email, PONSEL)
	complete(pelaksana, "Jumlah pendaftaran yang selesai dalam satu hari kerja", "1.000", "pendaftaran")
	approve(kabid, PELAKSANA.nama)

	see_tree(kepala)
	see_only_own_branch(pelaksana)


def make_perjanjian(page: Page) -> None:
	"""In the desk's form, as HR."""
	page.wait_for_function("window.frappe && frappe.new_doc && frappe.boot")
	isi = {"unit_kerja": UNIT, "periode": PERIODE, "status": "Rancangan"}
	hasil = page.evaluate(
		"""async ({ isi, email, baris }) => {
			const [kepala] = await frappe.db.get_list("Employee", { filters: { user_id: email }, fields: ["name"] });
			await frappe.new_doc("Perjanjian Kinerja");
			const form = await new Promise((siap) => {
				const tunggu = setInterval(() => {
					if (window.cur_frm?.doctype === "Perjanjian Kinerja") { clearInterval(tunggu); siap(cur_frm); }
				}, 100);
			});
			await form.set_value({ ...isi, pimpinan: kepala.name });
			form.clear_table("indikator");
			baris.forEach((indikator) => form.add_child("indikator", indikator));
			form.refresh_field("indikator");
			await Promise.race([form.save(), new Promise((selesai) => setTimeout(selesai, 20000))]);
			return form.is_dirty() ? "tidak tersimpan" : form.doc.name;
		}""",
		{"isi": isi, "email": KEPALA.email, "baris": PERJANJIAN},
	)
	assert hasil == f"PK-{PERIODE}-{UNIT}", hasil


def start(orang: Orang) -> Page:
	"""Kinerja Saya offers the open period."""
	page = orang.open("/kinerja")
	bagian = page.locator("section").filter(has_text=f"Susun SKP periode {TAHUN}")
	bagian.get_by_role("button", name="Mulai menyusun SKP").click()
	expect(page.get_by_role("heading", level=1)).to_contain_text(str(TAHUN))
	return page


def draft_head(kepala: Orang) -> None:
	"""Form A.1.2, its rows taken from the agreement."""
	page = start(kepala)
	page.get_by_role("button", name="Ambil dari Perjanjian Kinerja").click()
	uraian = page.locator("textarea[name$='-uraian']:not([name*='rhk'])")
	expect(uraian.filter(has_text=SASARAN)).to_have_count(1)
	expect(page.locator("select[name$='-perspektif']").nth(1)).to_have_value("Anggaran")
	page.get_by_role("button", name="Simpan draf").last.click()
	expect(page.get_by_role("status")).to_contain_text("Tersimpan")
	submit(page)


def submit(page: Page) -> None:
	page.locator("button[name=aksi][value=ajukan]").click()
	expect(page.get_by_role("status")).to_contain_text("Berhasil diajukan")


def approve(pimpinan: Orang, nama: str) -> None:
	page = pimpinan.open("/kinerja/tim")
	page.locator("#antrean a").filter(has_text=nama).filter(has_text="Periksa SKP").last.click()
	expect(page.get_by_role("heading", level=1)).to_contain_text(nama)
	page.locator("button[name=aksi][value=tetapkan]").click()
	expect(page.get_by_role("status")).to_contain_text("Berhasil")


def divide(pimpinan: Orang, nama: str, peran: str) -> None:
	"""The matrix: a role in the first column for one, "tidak ada peran" in the others of his row."""
	page = pimpinan.open("/kinerja/tim")
	page.get_by_role("link", name=re.compile("Matriks")).first.click()
	expect(page.get_by_role("heading", level=1)).to_contain_text("Matriks Pembagian Peran dan Hasil")
	page.get_by_label("Periode").select_option(label=str(TAHUN))
	expect(page.get_by_text(f"· {TAHUN}")).to_be_visible()
	baris = page.get_by_role("row").filter(has_text=nama)
	baris.locator("textarea").first.fill(peran)
	for kotak in baris.locator("input[type=checkbox]").all()[1:]:
		kotak.check()
	page.get_by_role("button", name="Simpan matriks").click()
	expect(page.get_by_role("status")).to_be_visible()
	baris = page.get_by_role("row").filter(has_text=nama)
	expect(baris.locator("textarea").first).to_have_value(peran)


def complete(pegawai: Orang, indikator: str, target: str, satuan: str) -> None:
	"""The draft that the leader's matrix made: its owner adds how it is measured, and submits."""
	page = pegawai.open("/kinerja")
	page.get_by_role("link", name=f"{TAHUN}: SKP Anda belum diajukan").click()
	page.get_by_role("link", name=re.compile("Lanjutkan menyusun SKP")).click()
	expect(page.get_by_role("heading", level=1)).to_contain_text(str(TAHUN))
	page.locator("button[name=aksi][value='tambah_indikator:0']").click()
	page.locator("textarea[name$='-indikator']").first.fill(indikator)
	page.locator("input[name$='-min']").first.fill(target)
	page.locator("input[name$='-satuan']").first.fill(satuan)
	page.get_by_role("button", name="Simpan draf").last.click()
	expect(page.get_by_role("status")).to_contain_text("Tersimpan")
	submit(page)


def see_tree(kepala: Orang) -> None:
	"""From the agreement down to the officer, each inside the branch of the one above."""
	page = kepala.open(f"/kinerja/pohon?periode={PERIODE}")
	ranting = page.locator(".ka-pohon li").filter(has_text="Indeks kepuasan masyarakat")
	for teks in (SASARAN, PERAN_KABID, PERAN_PELAKSANA):
		ranting = ranting.filter(has_text=teks)
	assert ranting.count() >= 1
	dalam = (
		page.locator(".ka-pohon li")
		.filter(has_text=PERAN_KABID)
		.locator("li")
		.filter(has_text=PERAN_PELAKSANA)
	)
	assert dalam.count() >= 1
	lebar = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
	assert lebar <= 0


def see_only_own_branch(pelaksana: Orang) -> None:
	page = pelaksana.open(f"/kinerja/pohon?periode={PERIODE}")
	expect(page.locator("body")).to_contain_text(PERAN_PELAKSANA)
	expect(page.locator("body")).not_to_contain_text(PERAN_KABID)
