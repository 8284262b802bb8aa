"""The public page attacked over HTTP: a guest who knows its token tries every other door, and games with what he sends."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from html import unescape

import pytest
import requests

from e2e.orang import EMAIL, Klien

HR = EMAIL["Pengelola Kinerja"]
JAWABAN, LAYANAN = "Umpan Balik Masyarakat", "Layanan Publik"
TUNGGU = 3.5
DITOLAK = (401, 403, 404, 405, 417)


@pytest.fixture(scope="module")
def hr(alamat):
	return Klien(alamat, HR)


@pytest.fixture(scope="module")
def tamu(alamat):
	return Klien(alamat, None)


@pytest.fixture(scope="module")
def layanan(hr):
	return hr.list(LAYANAN)[0]


def count(hr, layanan) -> int:
	return hr.call("frappe.client.get_count", doctype=JAWABAN, filters={"layanan": layanan["name"]}).json()[
		"message"
	]


def open_formulir(alamat: str, **kepala) -> str:
	html = requests.get(alamat, headers=kepala, timeout=60).text
	return unescape(re.search(r'name="formulir" value="([^"]*)"', html)[1])


def test_a_guest_finds_every_other_door_closed(tamu, hr, layanan):
	sebelum = count(hr, layanan)
	jawaban = hr.list(JAWABAN, layanan=layanan["name"])[0]
	doc = {"doctype": JAWABAN, "layanan": layanan["name"], "nilai": 5, "tanggal": "2026-01-01"}
	nama = jawaban["name"]
	for kirim in (
		lambda: tamu.post(f"/api/resource/{JAWABAN}", **doc),
		lambda: tamu.post(f"/api/v2/document/{JAWABAN}", **doc),
		lambda: tamu.put(f"/api/resource/{JAWABAN}/{nama}", nilai=5),
		lambda: tamu.get(f"/api/resource/{JAWABAN}"),
		lambda: tamu.get(f"/api/resource/{JAWABAN}/{nama}"),
		lambda: tamu.get(f"/api/resource/{LAYANAN}/{layanan['name']}"),
		lambda: tamu.call("frappe.client.insert", doc=doc),
		lambda: tamu.call("frappe.client.get_list", doctype=JAWABAN),
		lambda: tamu.call("frappe.client.get_count", doctype=JAWABAN),
		lambda: tamu.call("frappe.client.get_value", doctype=LAYANAN, fieldname="token"),
		lambda: tamu.call("frappe.client.set_value", doctype=JAWABAN, name=nama, fieldname="nilai", value=5),
		lambda: tamu.call("frappe.client.delete", doctype=JAWABAN, name=nama),
		lambda: tamu.call("frappe.desk.reportview.get", doctype=JAWABAN, fields=["name"]),
		lambda: tamu.call("frappe.desk.query_report.run", report_name="Perkembangan Layanan Publik"),
		lambda: tamu.call("kinerja_asn.api.masyarakat.layanan.show_komentar", names=[nama]),
		lambda: tamu.call("kinerja_asn.api.masyarakat.layanan.hide_komentar", names=[nama], alasan="x"),
		lambda: tamu.call("kinerja_asn.api.masyarakat.layanan.get_alamat", name=layanan["name"]),
		lambda: tamu.call("kinerja_asn.api.masyarakat.layanan.renew_alamat", name=layanan["name"]),
		lambda: tamu.upload(LAYANAN, layanan["name"], "poster.svg", b"<svg/>"),
	):
		balasan = kirim()
		assert balasan.status_code in DITOLAK, (balasan.url, balasan.status_code)
		assert layanan["token"] not in balasan.text
	assert count(hr, layanan) == sebelum


def test_a_form_sent_by_many_at_once_counts_once(alamat, hr, layanan):
	halaman, sebelum = f"{alamat}/layanan/{layanan['token']}", count(hr, layanan)
	formulir = open_formulir(halaman)
	time.sleep(TUNGGU)

	def send(nilai: int) -> int:
		isian = {"aksi": "kirim", "formulir": formulir, "nilai": nilai}
		return requests.post(halaman, data=isian, allow_redirects=False, timeout=60).status_code

	with ThreadPoolExecutor(8) as kolam:
		assert set(kolam.map(send, [1, 5] * 4)) == {303}
	assert count(hr, layanan) == sebelum + 1


def test_one_address_is_stopped_and_a_header_does_not_open_the_service_without_end(alamat, hr, layanan):
	"""Thirty of one address; whoever changes the header counts for the service all the same (tests/test_portal_layanan.py)."""
	halaman = f"{alamat}/layanan/{layanan['token']}"
	kepala = {"X-Forwarded-For": "203.0.113.77"}
	formulir = open_formulir(halaman, **kepala)
	time.sleep(TUNGGU)
	isian = {"aksi": "kirim", "formulir": formulir, "nilai": 1}
	status = [
		requests.post(halaman, data=isian, headers=kepala, allow_redirects=False, timeout=60)
		for _ke in range(31)
	]
	assert [jawaban.status_code for jawaban in status] == [303] * 30 + [429]
	assert "menit lagi" in status[-1].text and int(status[-1].headers["Retry-After"]) > 0


def test_what_is_huge_or_no_form_is_refused_and_nothing_is_kept(alamat, hr, layanan):
	halaman, sebelum = f"{alamat}/layanan/{layanan['token']}", count(hr, layanan)
	for isi, status in (
		({"data": {"aksi": "kirim", "komentar": "a" * 1_000_000}}, 413),
		({"data": b"\xff\xfe" * 100, "headers": {"Content-Type": "application/octet-stream"}}, 200),
		({"json": {"aksi": "kirim", "nilai": "5"}}, 200),
		({"files": {"nilai": ("5.txt", b"5")}, "data": {"aksi": "kirim"}}, 200),
	):
		balasan = requests.post(halaman, timeout=60, **isi)
		assert balasan.status_code == status, (isi.keys(), balasan.status_code)
		assert "Traceback" not in balasan.text
	assert count(hr, layanan) == sebelum


def test_closed_and_unknown_answer_the_same_bytes(alamat, hr, layanan):
	hr.put(f"/api/resource/{LAYANAN}/{layanan['name']}", status="Ditutup")
	tutup, asing = (
		requests.get(f"{alamat}/layanan/{token}", timeout=60) for token in (layanan["token"], "tidakada2345")
	)
	hr.put(f"/api/resource/{LAYANAN}/{layanan['name']}", status="Dibuka")
	assert (tutup.status_code, tutup.content) == (404, asing.content)
	assert requests.get(f"{alamat}/layanan/{layanan['token']}", timeout=60).status_code == 200
