"""The first hour over HTTP and in the desk, as HR with exactly the roles that README.md names."""

import pytest
from playwright.sync_api import expect

from e2e.orang import DEMO, EMAIL, Klien

INSTANSI = DEMO["INSTANSI"]
TAHUN = 2041


@pytest.fixture(scope="module")
def pengelola(alamat) -> Klien:
	return Klien(alamat, EMAIL["Pengelola Kinerja"])


def search(klien: Klien, doctype: str, teks: str = "") -> list[dict]:
	jawaban = klien.ask("POST", "frappe.desk.search.search_link", doctype=doctype, txt=teks)
	assert jawaban.status_code == 200, f"{doctype}: {jawaban.text}"
	isi = jawaban.json()
	return isi.get("message") or isi.get("results")


@pytest.fixture(scope="module")
def sekretariat(pengelola) -> list[str]:
	"""Two units of one name, under two bodies."""
	nama = []
	for badan in ("Badan Contoh", "Kecamatan Contoh"):
		induk = make_unit(pengelola, badan, is_group=1)
		nama.append(make_unit(pengelola, "Sekretariat", parent_department=induk))
	return nama


def make_unit(klien: Klien, nama: str, **isi) -> str:
	jawaban = klien.post("/api/resource/Department", department_name=nama, company=INSTANSI, **isi)
	assert jawaban.status_code == 200, jawaban.text
	return jawaban.json()["data"]["name"]


def test_hr_chooses_what_its_forms_link_to(pengelola):
	assert INSTANSI in [row["value"] for row in search(pengelola, "Company")]
	for doctype in ("Department", "Designation", "Employee", "Branch", "Holiday List", "User"):
		search(pengelola, doctype)


def test_hr_makes_a_period_of_its_own_agency_only(pengelola):
	isi = {"tahun": TAHUN, "skema": pengelola.list("Skema Penilaian")[0]["name"]}
	jawaban = pengelola.post("/api/resource/Periode Kinerja", instansi=INSTANSI, **isi)
	assert jawaban.status_code == 200, jawaban.text
	ditolak = pengelola.post("/api/resource/Periode Kinerja", instansi="Instansi Orang Lain", **isi)
	assert ditolak.status_code in (403, 417), ditolak.text  # v15 says first that there is no such agency
	assert {row["instansi"] for row in pengelola.list("Periode Kinerja")} == {INSTANSI}


def test_units_of_one_name_are_told_apart(pengelola, sekretariat):
	label = {row["value"]: row["label"] for row in search(pengelola, "Department", "Sekretariat (")}
	assert label == dict(
		zip(sekretariat, ("Sekretariat (Badan Contoh)", "Sekretariat (Kecamatan Contoh)"), strict=True)
	)


def test_the_agency_of_a_new_period_is_filled_in(orang):
	page = orang(EMAIL["Pengelola Kinerja"]).open_desk("/periode-kinerja/new")
	expect(page.locator("input[data-fieldname=instansi]").first).to_have_value(INSTANSI)


def test_the_report_names_who_is_incomplete(orang):
	page = orang(EMAIL["Pengelola Kinerja"]).open_desk("/query-report/Data Pegawai Belum Lengkap")
	expect(page.get_by_text("Pegawai belum lengkap", exact=True)).to_be_visible()
	expect(page.locator(".dt-cell", has_text="Pejabat Penilai belum ada").first).to_be_visible()
