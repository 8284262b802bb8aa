"""Scenario 5: one person seen from all sides. Asked by his Penilai, answered by eight people on phones, opened together; who was
promised that he stays unnamed is found by nobody, and a role of which too few answered is never opened."""

from playwright.sync_api import Page, expect

from e2e.hari import LALU
from e2e.layar import LAYAR, PONSEL, Orang
from e2e.orang import DEMO, EMAIL, Klien

NAMA = {kunci: orang.nama for kunci, orang in DEMO["MENURUT_KUNCI"].items()}
SUREL = {kunci: orang.email for kunci, orang in DEMO["MENURUT_KUNCI"].items()}
REKAN, BAWAHAN = ("agus", "theresia", "zulkifli"), ("siti", "yusuf", "sri")
DITANYA = ("budi", "ratna", *REKAN, *BAWAHAN)
KATA = "Bicarakan dahulu sebelum jadwal berubah"


def test_seen_from_all_sides(orang, alamat):
	skp = find_skp(alamat)
	ratna = orang(SUREL["ratna"], LAYAR)
	ask(ratna, skp)
	for kunci in DITANYA[:-1]:  # one subordinate does not answer
		answer(orang(SUREL[kunci], PONSEL), tanpa_nama=kunci not in ("budi", "ratna"), kunci=kunci)
	page = orang(SUREL["budi"], PONSEL).open("/kinerja/umpan_balik")
	hasil = page.get_by_role("link", name=NAMA["budi"]).filter(has_text="Berjalan").first
	alamat_hasil = hasil.get_attribute("href")
	hasil.click()
	expect(page.get_by_text("3 dari 3 sudah menjawab (tanpa nama; terbuka sesudah ditutup")).to_be_visible()
	expect(page.get_by_text(KATA)).to_have_count(0)
	close(ratna.open(alamat_hasil))
	page.reload()
	read_side_by_side(page)
	hunt(alamat)


def find_skp(alamat: str) -> str:
	"""Of last year's plan, which is set on any day of the year."""
	(skp,) = (
		row["name"]
		for row in Klien(alamat, SUREL["ratna"]).list("SKP", periode=LALU)
		if row["nama_pegawai"] == NAMA["budi"]
	)
	return skp


def ask(ratna: Orang, skp: str) -> None:
	page = ratna.open(f"/kinerja/tim/skp?name={skp}")
	page.get_by_role("link", name="Umpan balik 360", exact=True).click()
	for kunci in ("budi", "ratna"):
		expect(page.get_by_label(NAMA[kunci])).to_be_checked()
	for kunci in (*REKAN[:2], *BAWAHAN):
		page.get_by_label(NAMA[kunci]).check()
	page.get_by_role("button", name="Kirim permintaan").click()
	expect(page.get_by_role("alert")).to_contain_text("Pilih paling sedikit 3 orang")
	expect(page.get_by_label(NAMA["siti"])).to_be_checked()
	page.get_by_label(NAMA[REKAN[2]]).check()
	page.get_by_role("button", name="Kirim permintaan").click()
	expect(page.get_by_role("status")).to_contain_text("Permintaan terkirim")
	expect(page.get_by_text("0 dari 3 sudah menjawab (tanpa nama").first).to_be_visible()


def answer(penjawab: Orang, tanpa_nama: bool, kunci: str) -> None:
	page = penjawab.open("/kinerja/umpan_balik")
	page.get_by_role("link", name=f"Umpan balik untuk {NAMA['budi']}").last.click()
	if tanpa_nama:
		expect(page.get_by_text("jawaban itu dihapus dan tidak pernah terbuka")).to_be_visible()
		expect(page.get_by_text("dapat mengungkap siapa Anda").first).to_be_visible()
	else:
		expect(page.get_by_text("Nama Anda tercantum sebagai")).to_be_visible()
	page.get_by_role("group", name="Kolaboratif").get_by_label("Positif").check()
	if kunci == "theresia":
		page.get_by_role("group", name="Adaptif").get_by_label("Perlu Perbaikan").check()
		page.get_by_role("group", name="Adaptif").get_by_label("Keterangan").fill(KATA)
	page.get_by_role("button", name="Kirim jawaban").click()
	expect(page.get_by_role("status")).to_contain_text("Jawaban Anda tersimpan")
	assert penjawab.pertanyaan[-1].startswith("Kirim jawaban?")


def close(page: Page) -> None:
	page.get_by_role("button", name="Tutup sekarang").click()
	expect(page.get_by_role("status")).to_contain_text("Permintaan ditutup")


def read_side_by_side(page: Page) -> None:
	kolaboratif = page.locator("section").filter(
		has=page.get_by_role("heading", name="Kolaboratif", exact=True)
	)
	for peran, kalimat in (
		("Diri Sendiri", "1 positif, 0 perlu perbaikan"),
		("Pimpinan", "1 positif, 0 perlu perbaikan"),
		("Rekan Kerja Setingkat", "3 positif, 0 perlu perbaikan"),
	):
		expect(kolaboratif.get_by_role("row", name=peran)).to_contain_text(kalimat)
	expect(kolaboratif.get_by_role("row", name="Pegawai di Bawahnya")).to_have_count(0)
	expect(
		page.get_by_text("tidak dibuka karena kurang dari 3 orang menjawab, dan sudah dihapus")
	).to_be_visible()
	expect(page.get_by_text("Gambar ini bukan penilaian")).to_be_visible()
	page.get_by_text("Keterangan Rekan Kerja Setingkat (1)").click()
	expect(page.get_by_text(KATA)).to_be_visible()
	expect(page.get_by_text(NAMA["theresia"])).to_have_count(0)


def hunt(alamat: str) -> None:
	"""HR, the auditor and the Penilai over REST: no row that they reach names the giver beside her words, or who was asked."""
	for surel in (EMAIL["Pengelola Kinerja"], EMAIL["Auditor Kinerja"], SUREL["ratna"], SUREL["budi"]):
		klien = Klien(alamat, surel)
		(row,) = (row for row in klien.list("Umpan Balik Tanpa Nama") if row["isi"] == KATA)
		assert SUREL["theresia"] not in map(str, row.values())
		for doctype in ("Amplop Umpan Balik", "Responden Umpan Balik"):
			rows = (
				klien.call("frappe.client.get_list", doctype=doctype, fields=["*"]).json().get("message")
				or []
			)
			assert all(row["responden_user"] == surel for row in rows), (surel, doctype)
