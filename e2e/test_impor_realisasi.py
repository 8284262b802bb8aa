"""HR brings December's figures from another system: wrong rows are named, the second run mends them, the officer submits."""

from io import BytesIO

from openpyxl import Workbook, load_workbook
from playwright.sync_api import Page, expect

from e2e.hari import LALU, get_tahun
from e2e.layar import PONSEL
from e2e.orang import EMAIL, Klien

HR, PEGAWAI = EMAIL["Pengelola Kinerja"], EMAIL["Pegawai"]
DOCTYPE = "Impor Realisasi"


def test_wrong_rows_and_the_second_run(orang, alamat):
	klien = Klien(alamat, HR)
	skp = klien.list("SKP", pegawai_user=PEGAWAI, periode=LALU, tahap="Ditetapkan")[0]
	(nip, judul) = get_kunci(klien, skp["name"])
	isi = {"periode": LALU, "tanggal": f"{get_tahun(LALU)}-12-31", "asal": "SIMPEL"}
	name = klien.post(f"/api/resource/{DOCTYPE}", **isi).json()["data"]["name"]
	attach(klien, name, [(nip, judul, 96), (nip, "Indikator lain", 1), ("123", judul, 5)])
	page = orang(HR).open_desk(f"/impor-realisasi/{name}")
	run(page, "Impor", "3 baris dibaca: 1 diterima, 0 sudah sama, 2 ditolak.")
	penolakan = read_hasil(klien, name)
	assert penolakan == ["Diterima", "Ditolak", "Ditolak"]

	attach(klien, name, [(nip, judul, 96), (nip, judul, 96)])
	page.reload()
	run(page, "Impor lagi", "2 baris dibaca: 0 diterima, 2 sudah sama, 0 ditolak.")
	check_draft(orang(PEGAWAI, PONSEL).choose_tahun(LALU))


def get_kunci(klien: Klien, skp: str) -> tuple[str, str]:
	dokumen = klien.get(f"/api/resource/SKP/{skp}").json()["data"]
	return dokumen["nip_pegawai"], dokumen["indikator"][0]["indikator"]


def attach(klien: Klien, name: str, rows: list[tuple]) -> None:
	buku = Workbook()
	buku.active.append(("NIP", "Indikator", "Realisasi"))
	for row in rows:
		buku.active.append(row)
	isi = BytesIO()
	buku.save(isi)
	alamat = klien.upload(DOCTYPE, name, "angka.xlsx", isi.getvalue()).json()["message"]["file_url"]
	disimpan = klien.put(f"/api/resource/{DOCTYPE}/{name}", berkas=alamat)
	assert disimpan.status_code == 200, disimpan.text


def run(page: Page, tombol: str, hasil: str) -> None:
	page.get_by_role("button", name=tombol, exact=True).click()
	expect(page.get_by_text(hasil)).to_be_visible(timeout=60_000)


def read_hasil(klien: Klien, name: str) -> list[str]:
	alamat = klien.get(f"/api/resource/{DOCTYPE}/{name}").json()["data"]["hasil"]
	buku = load_workbook(BytesIO(klien.get(alamat).content))
	return [row[4] for row in buku.active.iter_rows(min_row=2, values_only=True)]


def check_draft(page: Page) -> None:
	"""Nothing was submitted for him; he sees from where it comes."""
	page.locator(".ka-ajakan a.ka-utama").first.click()
	expect(page.get_by_role("heading", level=1)).to_contain_text("Desember")
	expect(page.get_by_text("Angka ini diisi dari sistem lain: SIMPEL")).to_be_visible()
	expect(page.locator("input[name^='nilai-']").first).to_have_value("96")
