"""An Employee whose account changes, with the old and the new session open: every door of docs/permissions.md is shut for
the old one and open for the new one. HR does it over REST: two colleagues give their accounts to the officer and the Penilai.
"""

from dataclasses import dataclass, field

import pytest

from e2e.orang import DEMO, EMAIL, KOLEGA, Klien
from e2e.tuan_rumah import CETAK_DITOLAK

PEGAWAI, PENILAI = "Pegawai", "Pejabat Penilai Kinerja"
BARU = {PEGAWAI: KOLEGA, PENILAI: DEMO["MENURUT_KUNCI"]["zulkifli"].email}
DOCTYPES = ("SKP", "Realisasi Kinerja", "Evaluasi Kinerja", "Umpan Balik Kinerja", "Catatan SKP", "Versi SKP")
TABEL = {"SKP": "SKP Hasil Kerja", "Realisasi Kinerja": "Realisasi Indikator"}
HALAMAN = {PEGAWAI: "/kinerja", PENILAI: "/kinerja/tim"}
TERTUTUP = (403, 404)


@dataclass
class Orang:
	"""One person's two sessions, and what he read before his account changed: DocType -> names; addresses of files."""

	peran: str
	lama: Klien
	baru: Klien
	terbaca: dict[str, set[str]] = field(default_factory=dict)
	berkas: list[str] = field(default_factory=list)

	@property
	def contoh(self) -> dict[str, str]:
		"""DocType -> one of its documents."""
		return {doctype: min(nama) for doctype, nama in self.terbaca.items() if nama}


@pytest.fixture(scope="module")
def orang(alamat) -> dict[str, Orang]:
	daftar = {
		peran: Orang(peran, Klien(alamat, EMAIL[peran]), Klien(alamat, surel))
		for peran, surel in BARU.items()
	}
	for peran, pihak in daftar.items():
		pihak.terbaca = {doctype: get_nama(pihak.lama, doctype) for doctype in DOCTYPES}
		assert pihak.terbaca["SKP"] and pihak.terbaca["Realisasi Kinerja"], peran
		pihak.berkas = get_berkas(pihak.lama, pihak.terbaca["Realisasi Kinerja"])
	change_akun(Klien(alamat, EMAIL["Pengelola Kinerja"]))
	return daftar


def get_nama(klien: Klien, doctype: str) -> set[str]:
	"""Names of all that ``klien`` finds; none where he may not even ask."""
	jawaban = klien.call("frappe.client.get_list", doctype=doctype, fields=["name"], limit_page_length=0)
	assert jawaban.status_code in (200, 403), jawaban.text
	return {row["name"] for row in jawaban.json()["message"]} if jawaban.status_code == 200 else set()


def get_berkas(klien: Klien, realisasi: set[str]) -> list[str]:
	"""Addresses of the evidence of the first report that has files; they open."""
	for nama in sorted(realisasi):
		bukti = klien.get(f"/api/resource/Realisasi Kinerja/{nama}").json()["data"]["bukti"]
		if alamat := [row["berkas"] for row in bukti if row.get("berkas")]:
			assert all(klien.get(url).status_code == 200 for url in alamat), alamat
			return alamat
	raise AssertionError("no report has a file")


def change_akun(pengelola: Klien) -> None:
	pegawai = {
		surel: find_pegawai(pengelola, surel) for surel in (*BARU.values(), *(EMAIL[peran] for peran in BARU))
	}
	for surel in BARU.values():
		set_akun(pengelola, pegawai[surel], None)
	for peran, surel in BARU.items():
		set_akun(pengelola, pegawai[EMAIL[peran]], surel)


def find_pegawai(pengelola: Klien, surel: str) -> str:
	return pengelola.list("Employee", user_id=surel)[0]["name"]


def set_akun(pengelola: Klien, pegawai: str, surel: str | None) -> None:
	disimpan = pengelola.put(f"/api/resource/Employee/{pegawai}", user_id=surel)
	assert disimpan.status_code == 200, disimpan.text


@pytest.fixture(params=list(BARU))
def kasus(request, orang) -> Orang:
	return orang[request.param]


def is_kosong(jawaban) -> bool:
	return jawaban.status_code in TERTUTUP or not jawaban.json().get("message")


@pytest.mark.parametrize("doctype", DOCTYPES)
def test_lists_counts_and_child_tables(kasus, doctype):
	assert get_nama(kasus.lama, doctype) == set()
	assert is_kosong(kasus.lama.call("frappe.client.get_count", doctype=doctype))
	assert get_nama(kasus.baru, doctype) == kasus.terbaca[doctype]
	hitung = kasus.baru.call("frappe.client.get_count", doctype=doctype)
	assert hitung.json()["message"] == len(kasus.terbaca[doctype])
	if tabel := TABEL.get(doctype):
		isi = {"doctype": tabel, "parent": doctype, "fields": ["parent"], "limit_page_length": 5}
		assert is_kosong(kasus.lama.call("frappe.client.get_list", **isi))
		assert kasus.baru.call("frappe.client.get_list", **isi).json()["message"]


def test_documents_forms_values_and_titles(kasus):
	for doctype, nama in kasus.contoh.items():
		path = f"/api/resource/{doctype}/{nama}"
		nilai = {"doctype": doctype, "fieldname": "nama_pegawai", "filters": nama}
		formulir = {"doctype": doctype, "name": nama}
		assert kasus.lama.get(path).status_code in TERTUTUP, path
		assert is_kosong(kasus.lama.call("frappe.client.get_value", **nilai))
		assert nama not in kasus.lama.call("frappe.desk.form.load.getdoc", **formulir).text, path
		assert kasus.baru.get(path).status_code == 200, path
		assert kasus.baru.call("frappe.client.get_value", **nilai).json()["message"]["nama_pegawai"]
		assert kasus.baru.call("frappe.desk.form.load.getdoc", **formulir).status_code == 200, path


def test_search(kasus):
	nama = kasus.contoh["SKP"]
	cari = {"doctype": "SKP", "txt": nama, "page_length": 20}
	assert nama not in kasus.lama.call("frappe.desk.search.search_link", **cari).text
	assert nama in kasus.baru.call("frappe.desk.search.search_link", **cari).text


def test_prints(kasus):
	for doctype in ("SKP", "Realisasi Kinerja"):
		cetak = {"doctype": doctype, "name": kasus.contoh[doctype]}
		assert kasus.lama.get("/printview", **cetak).status_code in CETAK_DITOLAK
		assert kasus.baru.get("/printview", **cetak).status_code == 200


def test_files(kasus):
	assert kasus.berkas
	for url in kasus.berkas:
		assert kasus.lama.get(url).status_code in TERTUTUP, url
		assert kasus.baru.get(url).status_code == 200, url


def test_notices_tasks_and_comments(kasus):
	for doctype, rujukan in (("Notification Log", "document_type"), ("ToDo", "reference_type")):
		milik = {"doctype": doctype, "filters": {rujukan: ["in", list(DOCTYPES)]}, "fields": ["name"]}
		assert is_kosong(kasus.lama.call("frappe.client.get_list", **milik)), doctype
	catatan = {
		"reference_doctype": "SKP",
		"reference_name": kasus.contoh["SKP"],
		"content": "Masih terbuka?",
		"comment_email": "siapa@saja.example",
		"comment_by": "Siapa Saja",
	}
	assert kasus.lama.call("frappe.desk.form.utils.add_comment", **catatan).status_code in TERTUTUP
	assert kasus.baru.call("frappe.desk.form.utils.add_comment", **catatan).status_code == 200


def test_steps_and_saving(kasus):
	"""The old session takes no step and writes nothing; the new one is offered the steps that are his."""
	skp = kasus.baru.get(f"/api/resource/SKP/{kasus.contoh['SKP']}").json()["data"]
	for tindakan in ("Ajukan", "Tetapkan", "Kembalikan"):
		assert kasus.lama.apply(skp, tindakan).status_code in (403, 404, 417)
	assert kasus.lama.put(f"/api/resource/SKP/{skp['name']}", pendekatan="Kualitatif").status_code in TERTUTUP
	buat = {"skp": skp["name"], "masa_ke": 12}
	assert kasus.lama.post("/api/resource/Realisasi Kinerja", **buat).status_code in (403, 404, 417)
	semula = kasus.baru.get(f"/api/resource/SKP/{skp['name']}").json()["data"]
	assert (semula["modified"], semula["workflow_state"]) == (skp["modified"], skp["workflow_state"])


def test_reports(orang):
	penilai = orang[PENILAI]
	periode = penilai.baru.list("SKP", name=penilai.contoh["SKP"])[0]["periode"]
	saring = {"report_name": "Progres Realisasi", "filters": {"periode": periode}}
	assert penilai.lama.call("frappe.desk.query_report.run", **saring).status_code == 403
	assert penilai.baru.call("frappe.desk.query_report.run", **saring).json()["message"]["result"]


def test_the_new_accounts_former_documents_are_not_opened_by_it(orang):
	"""The colleagues, who have no account now, keep what is theirs."""
	for pihak in orang.values():
		skp = pihak.baru.list("SKP")
		kolom = "pegawai_user" if pihak.peran == PEGAWAI else "penilai_user"
		surel = BARU[pihak.peran]
		assert skp and all(
			surel in (row[kolom], row["atasan_penilai_user"], row["pegawai_user"]) for row in skp
		)


def test_pages_of_the_portal(kasus):
	"""Last: a session that has opened a page must send its token with every POST."""
	bagian = ("SKP", "Realisasi Kinerja")
	buka = [f"/kinerja/buka?jenis={doctype}&name={kasus.contoh[doctype]}" for doctype in bagian]
	for alamat in (HALAMAN[kasus.peran], *buka):
		lama = kasus.lama.get(alamat).text.partition("<main")[
			2
		]  # the frame repeats the address that was asked for
		assert not any(nama in lama for nama in kasus.terbaca["SKP"]), alamat
		assert kasus.baru.get(alamat).status_code == 200, alamat
