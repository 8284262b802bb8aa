"""Scenario 1 of domain.md D.1 over REST: December, verification, evaluation, report, print; and what a colleague gets."""

import io
from urllib.parse import parse_qs, urlsplit

import pytest
from pypdf import PdfReader

from e2e.hari import LALU
from e2e.orang import DEMO, EMAIL, KOLEGA, Klien
from e2e.tuan_rumah import CETAK_DITOLAK

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


@pytest.fixture(scope="module")
def orang(alamat):
	return {
		"petugas": Klien(alamat, EMAIL["Pegawai"]),
		"penilai": Klien(alamat, EMAIL["Pejabat Penilai Kinerja"]),
		"pengelola": Klien(alamat, EMAIL["Pengelola Kinerja"]),
		"kolega": Klien(alamat, KOLEGA),
	}


def test_one_year_ends_over_rest_as_three_people(orang):
	petugas, penilai, pengelola = orang["petugas"], orang["penilai"], orang["pengelola"]
	(skp,) = petugas.list("SKP", pegawai_user=EMAIL["Pegawai"], periode=LALU)
	assert skp["tahap"] == "Ditetapkan"

	realisasi = report_december(petugas, skp["name"])
	verify(penilai, petugas, realisasi)
	evaluasi = evaluate(penilai, petugas, skp["name"])
	check_report(pengelola, skp)

	cetak = petugas.get(
		"/printview", doctype="Evaluasi Kinerja", name=evaluasi["name"], format="Hasil Evaluasi C.1.3"
	)
	assert cetak.status_code == 200
	for teks in ("HASIL EVALUASI KINERJA PEGAWAI", "1.075", "RATING HASIL KERJA", "PREDIKAT KINERJA PEGAWAI"):
		assert teks in cetak.text

	check_colleague(orang["kolega"], skp["name"], realisasi["name"], evaluasi["name"])


def report_december(petugas: Klien, skp: str) -> dict:
	indikator = petugas.call("frappe.client.get", doctype="SKP", name=skp).json()["message"]["indikator"][0]
	isi = {"skp": skp, "masa_ke": 12, "baris": [{"indikator": indikator["kunci"], "realisasi": 100}]}
	dibuat = petugas.post("/api/resource/Realisasi Kinerja", **isi)
	assert dibuat.status_code == 200, dibuat.text
	doc = dibuat.json()["data"]

	kedua = petugas.post("/api/resource/Realisasi Kinerja", **isi)
	assert kedua.status_code == 409 and "sudah ada" in kedua.text

	kurang = petugas.apply(doc, "Ajukan")
	assert kurang.status_code == 417 and "bukti dukung" in kurang.text

	ditolak = petugas.upload("Realisasi Kinerja", doc["name"], "rekap.exe", b"MZ")
	assert ditolak.status_code == 417
	berkas = petugas.upload("Realisasi Kinerja", doc["name"], "rekap-desember.pdf", PDF).json()["message"]
	bukti = [{"uraian": "Rekap Desember", "berkas": berkas["file_url"]}]
	disimpan = petugas.put(f"/api/resource/Realisasi Kinerja/{doc['name']}", bukti=bukti)
	assert disimpan.status_code == 200, disimpan.text
	diajukan = petugas.apply(disimpan.json()["data"], "Ajukan")
	assert diajukan.status_code == 200, diajukan.text
	return {**diajukan.json()["message"], "berkas": berkas["file_url"]}


def verify(penilai: Klien, petugas: Klien, realisasi: dict) -> None:
	assert petugas.apply(realisasi, "Verifikasi").status_code == 417
	assert penilai.get(realisasi["berkas"]).content == PDF
	terverifikasi = penilai.apply(realisasi, "Verifikasi")
	assert terverifikasi.json()["message"]["tahap"] == "Ditetapkan"
	assert penilai.apply(realisasi, "Verifikasi").status_code == 417  # the second click


def evaluate(penilai: Klien, petugas: Klien, skp: str) -> dict:
	isi = {"skp": skp, "jenis": "Tahunan"}
	assert petugas.post("/api/resource/Evaluasi Kinerja", **isi).status_code == 403
	doc = penilai.post("/api/resource/Evaluasi Kinerja", **isi).json()["data"]
	baris = doc["hasil"][0]
	assert (baris["capaian_persen"], baris["rating_usulan"]) == (107.5, "Diatas Ekspektasi")

	alamat = f"/api/resource/Evaluasi Kinerja/{doc['name']}"
	rating = {"rating_hasil_kerja": "Diatas Ekspektasi", "rating_perilaku": "Sesuai Ekspektasi"}
	assert petugas.put(alamat, **rating).status_code == 404
	doc = penilai.put(alamat, **rating).json()["data"]
	doc = penilai.apply(doc, "Tetapkan").json()["message"]
	assert petugas.get(alamat).status_code == 404  # not before it is handed over
	doc = penilai.apply(doc, "Serahkan").json()["message"]
	assert petugas.get(alamat).json()["data"]["predikat_kinerja"] == "Baik"
	return doc


def check_report(pengelola: Klien, skp: dict) -> None:
	saring = {"periode": skp["periode"]}
	hasil = pengelola.call("frappe.desk.query_report.run", report_name="Progres Realisasi", filters=saring)
	assert hasil.status_code == 200, hasil.text
	assert any("1075" in str(baris) or "1.075" in str(baris) for baris in hasil.json()["message"]["result"])


def check_colleague(kolega: Klien, skp: str, realisasi: str, evaluasi: str) -> None:
	for doctype, name in (("SKP", skp), ("Realisasi Kinerja", realisasi), ("Evaluasi Kinerja", evaluasi)):
		assert kolega.get(f"/api/resource/{doctype}/{name}").status_code == 404
		assert kolega.list(doctype, name=name) == []
		hitung = kolega.call("frappe.client.get_count", doctype=doctype, filters={"name": name})
		assert hitung.json()["message"] == 0
		nilai = kolega.call(
			"frappe.client.get_value", doctype=doctype, fieldname="nama_pegawai", filters=name
		)
		assert nilai.status_code == 403 or not nilai.json().get("message")
		cetak = kolega.get("/printview", doctype=doctype, name=name)
		assert cetak.status_code in CETAK_DITOLAK
		assert DEMO["MENURUT_KUNCI"]["siti"].nama not in cetak.text
	for doctype, name in (("SKP", skp), ("Evaluasi Kinerja", evaluasi)):
		cari = {"doctype": doctype, "txt": name, "ignore_user_permissions": 1, "page_length": 20}
		for metode in ("frappe.desk.search.search_link", "frappe.desk.search.search_widget"):
			assert name not in kolega.call(metode, **cari).text
	laporan = kolega.call("frappe.desk.query_report.run", report_name="Progres Realisasi", filters={})
	assert laporan.status_code == 403


def test_guests_get_nothing(alamat):
	import requests

	for path in (
		"/api/resource/SKP",
		"/api/resource/Evaluasi Kinerja",
		"/api/method/frappe.client.get_count?doctype=SKP",
	):
		assert requests.get(alamat + path, timeout=60).status_code == 403


def test_a_guest_signs_in_before_he_prints(alamat):
	"""Whether the document exists or not: a link to a print goes by mail."""
	skp = Klien(alamat, EMAIL["Pegawai"]).list("SKP")[0]["name"]
	for nama in (skp, "tidak-ada"):
		jawaban = Klien(alamat, None).get("/printview", doctype="SKP", name=nama)
		masuk, tujuan = jawaban.history[0], urlsplit(jawaban.url)
		assert (masuk.status_code, tujuan.path) == (302, "/kinerja/masuk"), nama
		assert parse_qs(tujuan.query)["redirect-to"] == [f"/printview?doctype=SKP&name={nama}"]


def test_every_manual_is_a_page_of_the_pdf(alamat):
	"""Form A.1.3 of the head of the Dinas, one upright sheet per indikator; form A.1.2 lies on its side."""
	kepala = Klien(alamat, DEMO["MENURUT_KUNCI"]["ratna"].email)
	skp = kepala.list("SKP", pegawai_user=DEMO["MENURUT_KUNCI"]["ratna"].email)[0]["name"]
	manual = read_pdf(kepala, skp, "Manual Indikator A.1.3")
	assert len(manual) == 3
	for halaman in manual:
		assert halaman.mediabox.width < halaman.mediabox.height
		# Chromium and wkhtmltopdf part the words with different characters.
		assert "PERIODE PELAPORAN" in " ".join(halaman.extract_text().split())
	rencana = read_pdf(kepala, skp, "SKP A.1.2")[0]
	assert rencana.mediabox.width > rencana.mediabox.height


def read_pdf(klien: Klien, skp: str, formulir: str) -> list:
	jawaban = klien.get(
		"/api/method/frappe.utils.print_format.download_pdf", doctype="SKP", name=skp, format=formulir
	)
	assert jawaban.status_code == 200, jawaban.text
	return list(PdfReader(io.BytesIO(jawaban.content)).pages)
