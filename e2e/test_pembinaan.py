"""A Penilai guides, the employee says what he thinks of it, the leader's superior reads that; a counselling that HR does not
open by any road; a result taken over that the evaluation shows."""

from playwright.sync_api import Page, expect

from e2e.hari import LALU
from e2e.layar import PONSEL, Orang
from e2e.orang import DEMO, EMAIL, Klien

ORANG = DEMO["MENURUT_KUNCI"]
SITI = ORANG["siti"].nama
RAHASIA = ("Konseling Kinerja", "Laporan Masalah Perilaku", "Tanggapan Pembinaan")
PENDAPAT = "Contohnya membantu saya."
HASIL_KONSELING = "Merasa tertekan oleh antrean telepon"


def test_mentoring_and_what_the_employee_says_of_it(orang, alamat):
	skp = Klien(alamat, EMAIL["Pegawai"]).list("SKP", periode=LALU, nama_pegawai=SITI)[0]["name"]
	penilai, pegawai = orang(EMAIL["Pejabat Penilai Kinerja"], PONSEL), orang(EMAIL["Pegawai"], PONSEL)
	bimbingan = begin(penilai.open(f"/kinerja/tim/skp?name={skp}"))
	prepare(pegawai.open(bimbingan))
	keep_journal_and_sign(penilai.open(bimbingan))
	sign(pegawai.open(bimbingan))
	tanggapan = answer(pegawai.page)
	read_by_the_superior(orang(EMAIL["Atasan Pejabat Penilai"]), tanggapan)
	expect(penilai.open(tanggapan).get_by_text("Dokumen tidak ditemukan")).to_be_visible()


def begin(page: Page) -> str:
	page.get_by_role("link", name="Pembinaan kinerja").click()
	page.get_by_text("Mulai bimbingan (coaching atau mentoring)").click()
	page.get_by_role("radio", name="Mentoring").check()
	page.get_by_label("Mengapa bimbingan ini diperlukan").fill("Akan memimpin loket keliling.")
	page.get_by_role("button", name="Mulai bimbingan").click()
	expect(page.get_by_role("status")).to_contain_text("Bimbingan dimulai")
	lebar = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
	assert lebar <= 0, "the page scrolls sideways on a phone"
	return page.url.partition("&pesan")[0].removeprefix(page.url.partition("/kinerja")[0])


def prepare(page: Page) -> None:
	page.get_by_role("button", name="Simpan dan kirim").click()
	expect(page.get_by_role("alert").first).to_contain_text("satu keahlian")
	page.locator("textarea[name='keahlian-0-keahlian']").fill("Mengatur antrean di desa")
	page.get_by_role("button", name="Simpan dan kirim").click()
	expect(page.get_by_role("heading", level=1)).to_contain_text("Berjalan")


def keep_journal_and_sign(page: Page) -> None:
	page.locator("input[name='jurnal-0-tanggal']").fill(f"{LALU[-4:]}-11-05")
	page.locator("textarea[name='jurnal-0-materi']").fill("Membuka loket di dua desa")
	page.get_by_role("button", name="Simpan dan tanda tangani").click()
	expect(page.get_by_role("heading", level=1)).to_contain_text("Menunggu tanda tangan pegawai")


def sign(page: Page) -> None:
	expect(page.get_by_text("Membuka loket di dua desa")).to_be_visible()
	page.get_by_role("button", name="Tanda tangani").click()
	expect(page.get_by_role("heading", level=1)).to_contain_text("Selesai")


def answer(page: Page) -> str:
	page.get_by_role("link", name="Isi umpan balik").click()
	for nomor in range(1, 10):
		page.locator(f"input[name='jawaban-{nomor}'][value='Ya']").check()
	page.locator("textarea[name='keterangan-9']").fill(PENDAPAT)
	page.get_by_role("button", name="Tanda tangani dan serahkan").click()
	expect(page.get_by_role("status")).to_contain_text("diserahkan kepada atasan")
	return page.url.partition("&pesan")[0].removeprefix(page.url.partition("/kinerja")[0])


def read_by_the_superior(atasan: Orang, tanggapan: str) -> None:
	page = atasan.open("/kinerja/pembinaan")
	page.locator("li").filter(has_text="Umpan balik pelaksanaan bimbingan").filter(
		has_text=SITI
	).first.click()
	expect(page.get_by_role("heading", level=1)).to_contain_text("Umpan balik pelaksanaan bimbingan")
	expect(atasan.open(tanggapan).get_by_text(PENDAPAT)).to_be_visible()


def test_a_counselling_that_hr_does_not_open(orang, alamat):
	page = orang(ORANG["dian"].email, PONSEL).open("/kinerja/pembinaan")
	page.locator("li a").filter(has_text="Konseling kinerja").first.click()
	expect(page.get_by_text(HASIL_KONSELING)).to_be_visible()
	nama = page.url.partition("name=")[2].partition("&")[0]
	halaman = Klien(alamat, ORANG["dian"].email).get("/kinerja/pembinaan/konseling", name=nama)
	assert HASIL_KONSELING in halaman.text
	assert "X-Kinerja-Sesi" not in halaman.headers, "the page would be kept on the device"
	for peran in ("Pengelola Kinerja", "Auditor Kinerja", "Pejabat Penilai Kinerja"):
		if EMAIL[peran] != ORANG["yohana"].email:  # the auditor of the demo is the counsellor
			check_closed(Klien(alamat, EMAIL[peran]), nama)
	hr = orang(EMAIL["Pengelola Kinerja"]).open(f"/kinerja/pembinaan/konseling?name={nama}")
	expect(hr.get_by_text("Dokumen tidak ditemukan")).to_be_visible()
	expect(hr.get_by_text(HASIL_KONSELING)).to_have_count(0)


def check_closed(klien: Klien, nama: str) -> None:
	"""Every road answers as if there were no such document, or that nobody of his roles may ask."""
	for doctype in RAHASIA:
		daftar = klien.call("frappe.client.get_list", doctype=doctype, fields=["*"])
		assert daftar.status_code in (403, 404) or daftar.json()["message"] == [], daftar.text
		hitung = klien.call("frappe.desk.reportview.get_count", doctype=doctype, filters=[], fields=[])
		assert hitung.status_code in (403, 404) or not hitung.json()["message"], hitung.text
	for jawaban in (
		klien.get(f"/api/resource/Konseling Kinerja/{nama}"),
		klien.get(f"/printview?doctype=Konseling Kinerja&name={nama}"),
		klien.call("frappe.client.get", doctype="Konseling Kinerja", name=nama),
		klien.call("frappe.desk.form.load.getdoc", doctype="Konseling Kinerja", name=nama),
		klien.call(
			"frappe.client.get_value", doctype="Konseling Kinerja", filters={"name": nama}, fieldname="hasil"
		),
	):
		assert jawaban.status_code >= 400 or not jawaban.json().get("message"), jawaban.text
		assert "konselor" not in jawaban.text.replace("Konseling", "") and "gAAAA" not in jawaban.text


def test_a_result_taken_over_that_the_evaluation_shows(orang, alamat):
	taufik = ORANG["taufik"]
	saring = {"periode": LALU, "nama_pegawai": taufik.nama, "jenis": "Tahunan"}
	evaluasi = Klien(alamat, ORANG["theresia"].email).list("Evaluasi Kinerja", **saring)[0]["name"]
	page = orang(ORANG["theresia"].email).open(f"/kinerja/tim/evaluasi?name={evaluasi}")
	expect(page.get_by_text("Catatan ambil alih:")).to_contain_text("Catatan ambil alih:")
	expect(page.locator("article").filter(has_text="panduan perekaman")).to_contain_text(
		"satu dari empat bab"
	)
	page = orang(taufik.email, PONSEL).open("/kinerja/pembinaan")
	page.locator("li a").filter(has_text="Ambil alih:").first.click()
	expect(page.get_by_text("satu dari empat bab")).to_be_visible()
	expect(page.get_by_role("button", name="Cabut ambil alih")).to_have_count(0)
