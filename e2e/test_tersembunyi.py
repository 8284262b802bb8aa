"""Whoever asks for a document that he may not read gets, on every road, what he gets for one that is not there (issue 11,
point 11): status, kind of error, words and all else, byte for byte."""

import json
import re
from collections.abc import Callable
from urllib.parse import quote

import pytest

from e2e.hari import LALU
from e2e.orang import EMAIL, KOLEGA, Klien

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"
BERSAMA = "/api/method/frappe."
# Methods of Frappe that name a DocType and a document, with what else they want.
METODE = {
	"automation.doctype.assignment_rule.assignment_rule.bulk_apply": {"docnames": "[{0}]"},
	"client.delete": {"name": "{0}"},
	"client.get": {"name": "{0}"},
	"client.get_doc_permissions": {"docname": "{0}"},
	"client.get_value": {"filters": "{0}", "fieldname": "name"},
	"client.has_permission": {"docname": "{0}"},
	"client.set_value": {"name": "{0}", "fieldname": "catatan", "value": "x"},
	"core.doctype.communication.email.make": {"name": "{0}", "content": "x", "subject": "x"},
	"desk.doctype.bulk_update.bulk_update.submit_cancel_or_update_docs": {
		"docnames": "[{0}]",
		"action": "update",
		"data": "{{}}",
	},
	"desk.form.assign_to.remove": {"name": "{0}", "assign_to": "Administrator"},
	"desk.form.linked_with.get": {"docname": "{0}"},
	"desk.form.linked_with.get_submitted_linked_docs": {"name": "{0}"},
	"desk.form.load.get_communications": {"name": "{0}"},
	"desk.form.load.get_docinfo": {"name": "{0}"},
	"desk.form.load.getdoc": {"name": "{0}"},
	"desk.notifications.get_open_count": {"name": "{0}", "items": "[]"},
	"desk.reportview.delete_items": {"items": "[{0}]"},
	"desk.search.get_link_title": {"docname": "{0}"},
	"model.document.unlock_document": {"name": "{0}"},
	"printing.page.print.print.get_print_settings_to_show": {"docname": "{0}"},
	"share.add": {"name": "{0}", "user": "Administrator"},
	"share.get_users": {"name": "{0}"},
	"share.set_permission": {"name": "{0}", "user": "Administrator", "permission_to": "read"},
	"utils.print_format.download_pdf": {"name": "{0}"},
	"website.doctype.discussion_topic.discussion_topic.submit_discussion": {
		"docname": "{0}",
		"reply": "x",
		"title": "x",
	},
}
LANGKAH = {
	"frappe.model.workflow.apply_workflow": {"action": "Tetapkan"},
	"frappe.model.workflow.get_transitions": {},
	"frappe.desk.form.save.savedocs": {"action": "Save"},
	"frappe.client.save": {},
}
HALAMAN = ("evaluasi", "skp", "realisasi", "tim/evaluasi", "tim/skp", "buka", "periksa", "pohon")


@pytest.fixture(scope="module")
def pegawai(alamat):
	return Klien(alamat, EMAIL["Pegawai"])


@pytest.fixture(scope="module")
def evaluasi(alamat, pegawai) -> str:
	"""The employee's own of last year, begun by his Penilai, who says nothing yet."""
	skp = pegawai.list("SKP", pegawai_user=EMAIL["Pegawai"], periode=LALU)[0]["name"]
	dibuat = Klien(alamat, EMAIL["Pejabat Penilai Kinerja"]).post(
		"/api/resource/Evaluasi Kinerja", skp=skp, jenis="Tahunan"
	)
	assert dibuat.status_code == 200, dibuat.text
	return dibuat.json()["data"]["name"]


@pytest.fixture(scope="module")
def skp_lain(alamat) -> str:
	return Klien(alamat, KOLEGA).list("SKP", pegawai_user=KOLEGA, periode=LALU)[0]["name"]


def get_jalan(klien: Klien, doctype: str) -> dict[str, Callable]:
	"""Road -> a request for the document ``nama``."""
	dokumen, v2 = f"/api/resource/{doctype}/{{}}", f"/api/v2/document/{doctype}/{{}}"
	return {
		**{metode: make_panggilan(klien, doctype, metode, isi) for metode, isi in METODE.items()},
		**{metode: make_langkah(klien, doctype, metode, isi) for metode, isi in LANGKAH.items()},
		**{
			f"/kinerja/{halaman}": lambda nama, halaman=halaman: klien.get(
				f"/kinerja/{halaman}", doctype=doctype, name=nama
			)
			for halaman in HALAMAN
		},
		"cmd": lambda nama: klien.post("/", cmd="frappe.desk.form.load.getdoc", doctype=doctype, name=nama),
		"a filter": lambda nama: klien.call("frappe.client.get", doctype=doctype, filters={"name": nama}),
		"read": lambda nama: klien.get(dokumen.format(nama)),
		"read, v2": lambda nama: klien.get(v2.format(nama)),
		"change": lambda nama: klien.put(dokumen.format(nama), catatan="x"),
		"delete": lambda nama: klien.sesi.delete(klien.alamat + dokumen.format(nama), timeout=60),
		"delete, v2": lambda nama: klien.sesi.delete(klien.alamat + v2.format(nama) + "/", timeout=60),
		"a method": lambda nama: klien.get(dokumen.format(nama), run_method="get_signature"),
		"a method, v2": lambda nama: klien.post(f"{v2.format(nama)}/method/add_tag", tag="x"),
		"no method": lambda nama: klien.post(dokumen.format(nama), run_method="tidak_ada"),
		"run_doc_method": lambda nama: klien.call("run_doc_method", dt=doctype, dn=nama, method="add_tag"),
		"a slash": lambda nama: klien.post(
			f"{BERSAMA}client.has_permission/", doctype=doctype, docname=nama, perm_type="read"
		),
		"v2": lambda nama: klien.post(
			"/api/v2/method/frappe.client.get_doc_permissions", doctype=doctype, docname=nama
		),
		"print": lambda nama: klien.get("/printview", doctype=doctype, name=nama),
		"file": lambda nama: klien.upload(doctype, nama, "a.pdf", PDF),
		"comment": lambda nama: klien.call(
			"frappe.desk.form.utils.add_comment",
			reference_doctype=doctype,
			reference_name=nama,
			content="x",
			comment_email="a@b.example",
			comment_by="x",
		),
		"task": lambda nama: klien.post(
			"/api/resource/ToDo", reference_type=doctype, reference_name=nama, description="x"
		),
		"step of ours": lambda nama: klien.call(
			"kinerja_asn.api.alur.advance", doctype=doctype, name=nama, tahap="Ditetapkan", modified="x"
		),
		"steps of ours": lambda nama: klien.call(
			"kinerja_asn.api.alur.advance_banyak",
			doctype=doctype,
			dokumen=[{"name": nama, "modified": "x"}],
			tindakan="Tetapkan",
		),
		"our worksheet": lambda nama: klien.call("kinerja_asn.api.lembar.download", skp=nama),
		"our reminder": lambda nama: klien.call("kinerja_asn.api.evaluasi.remind_pegawai", name=nama),
	}


def make_panggilan(klien: Klien, doctype: str, metode: str, isi: dict[str, str]) -> Callable:
	def call(nama: str):
		diisi = {
			kunci: nilai.format(f'"{nama}"' if nilai.startswith("[") else nama)
			for kunci, nilai in isi.items()
		}
		return klien.post(BERSAMA + metode, doctype=doctype, **diisi)

	return call


def make_langkah(klien: Klien, doctype: str, metode: str, isi: dict[str, str]) -> Callable:
	def call(nama: str):
		doc = {"doctype": doctype, "name": nama, "modified": "2025-01-01 00:00:00"}
		return klien.call(metode, doc=json.dumps(doc), **isi)

	return call


def read(jawaban, nama: str) -> tuple[int, str, str]:
	"""What is seen of an answer, without the name that was asked for and what differs between any two requests."""
	teks = jawaban.text.replace(quote(nama), "NAMA").replace(nama, "NAMA")
	teks = re.sub(r"__\w*exc_id\W+\w+", "", teks)
	teks = re.sub(r'_version_number = "\w+"|csrf_token[^>]*|name="kiriman"[^>]*|nonce-[\w+/=]+', "", teks)
	return jawaban.status_code, jawaban.headers.get("Content-Type"), teks


def cut(teks: str, lain: str) -> str:
	"""Where ``teks`` begins to differ from ``lain``."""
	sama = next((ke for ke, (a, b) in enumerate(zip(teks, lain, strict=False)) if a != b), 0)
	return teks[max(sama - 50, 0) :][:200]


@pytest.mark.parametrize(
	("doctype", "mana"),
	[("Evaluasi Kinerja", "evaluasi"), ("SKP", "skp_lain")],
	ids=["own draft", "another's"],
)
def test_hidden_is_as_if_it_were_not_there(request, alamat, pegawai, doctype, mana):
	nama, tidak_ada = request.getfixturevalue(mana), "XX-TIDAK-ADA"
	halaman = Klien(
		alamat, EMAIL["Pegawai"]
	)  # a page gives a session a token, without which no method answers then
	beda = {}
	for jalan in get_jalan(pegawai, doctype):
		klien = halaman if jalan.startswith(("/kinerja", "print")) else pegawai
		ask = get_jalan(klien, doctype)[jalan]
		hidden, missing = read(ask(nama), nama), read(ask(tidak_ada), tidak_ada)
		if hidden != missing:
			beda[jalan] = [
				(kode, cut(teks, lain[2]))
				for (kode, _jenis, teks), lain in ((hidden, missing), (missing, hidden))
			]
	assert not beda, "\n".join(f"{jalan}: {isi}" for jalan, isi in beda.items())


def test_a_name_that_is_wrong_is_said_kindly(pegawai):
	jawaban = pegawai.get("/api/resource/SKP/SKP-SALAH-KETIK")
	assert jawaban.status_code == 404
	assert "Dokumen ini tidak ada atau bukan untuk Anda. Kembali dan pilih dari daftar." in jawaban.text


def test_who_may_read_it_hears_what_he_may_not_do(alamat, evaluasi):
	auditor = Klien(alamat, EMAIL["Auditor Kinerja"])
	assert auditor.get(f"/api/resource/Evaluasi Kinerja/{evaluasi}").status_code == 200
	assert auditor.put(f"/api/resource/Evaluasi Kinerja/{evaluasi}", catatan="x").status_code == 403
	assert (
		auditor.sesi.delete(f"{auditor.alamat}/api/resource/Evaluasi Kinerja/{evaluasi}").status_code == 403
	)


def test_a_private_file_of_a_hidden_document(alamat, pegawai):
	skp = pegawai.list("SKP", pegawai_user=EMAIL["Pegawai"], periode=LALU)[0]["name"]
	dibuat = pegawai.post("/api/resource/Realisasi Kinerja", skp=skp, masa_ke=12)  # the demo leaves it to her
	assert dibuat.status_code == 200, dibuat.text
	laporan = dibuat.json()["data"]["name"]
	berkas = pegawai.upload("Realisasi Kinerja", laporan, "rekap.pdf", PDF).json()["message"]["file_url"]
	kolega, tidak_ada = Klien(alamat, KOLEGA), berkas.replace(".pdf", "-tidak-ada.pdf")
	ada = kolega.get(berkas)
	assert ada.status_code in (403, 404)
	assert read(ada, berkas) == read(kolega.get(tidak_ada), tidak_ada)


def test_the_desk_opens_a_form_that_is_not_stored_yet(alamat):
	hr = Klien(alamat, EMAIL["Pengelola Kinerja"])
	jawaban = hr.call("frappe.desk.form.load.getdoc", doctype="SKP", name="new-skp-abcdefghij")
	assert (jawaban.status_code, jawaban.json()) == (200, {"message": []})
