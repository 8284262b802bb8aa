"""A line that is lost: pages read before are read again, what was typed is sent once, and nothing stays behind."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from e2e.hari import LALU
from e2e.layar import PONSEL, Orang
from e2e.orang import DEMO, EMAIL, KOLEGA, SANDI, Klien

PEGAWAI = EMAIL["Pegawai"]
NAMA = DEMO["MENURUT_KUNCI"]["siti"].nama
CATATAN = f"Pelayanan keliling dimulai bulan depan {uuid4()}"
SISA = """async () => ({
	gudang: (await caches.keys()).filter((nama) => nama.startsWith("kinerja")),
	basis: (await indexedDB.databases()).map(({ name }) => name).filter((nama) => nama === "kinerja"),
	draf: Object.keys(localStorage).filter((kunci) => kunci.startsWith("kinerja")),
	pekerja: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
})"""


def read(orang: Orang, *halaman: str) -> Page:
	"""Opens pages with the worker in charge, so that they are kept."""
	page = orang.open("/kinerja")
	page.evaluate("navigator.serviceWorker.ready")
	for path in halaman or ("/kinerja",):
		orang.open(path)
		assert page.evaluate("navigator.serviceWorker.controller !== null")
	for path in halaman:
		wait_until(page, f"caches.match({orang.alamat + path!r}, {{ ignoreVary: true }}).then(Boolean)")
	return page


def wait_until(page: Page, kalimat: str) -> None:
	"""Asked from here: our pages let no script be made of a text, as playwright's own waiting does."""
	batas = time.monotonic() + 30
	while not page.evaluate(kalimat):
		assert time.monotonic() < batas, kalimat
		time.sleep(0.1)


def get_skp(klien: Klien) -> str:
	"""Of the year whose December is still to be reported, whatever today's date."""
	(skp,) = klien.list("SKP", pegawai_user=PEGAWAI, periode=LALU, tahap="Ditetapkan")
	return skp["name"]


def count_catatan(klien: Klien, teks: str) -> int:
	return len([row for row in klien.list("Catatan SKP") if row["isi"] == teks])


@pytest.fixture(scope="module")
def rest(alamat):
	return Klien(alamat, PEGAWAI)


def test_pages_read_last_are_read_without_a_line(orang):
	pegawai = orang(PEGAWAI, PONSEL)
	page = read(pegawai, "/kinerja", "/kinerja/pohon")
	page.context.set_offline(True)
	pegawai.open("/kinerja/pohon")
	tanda = page.get_by_role("status").filter(
		has_text="Tanpa sambungan. Halaman ini seperti terakhir dibuka pada"
	)
	expect(tanda).to_be_visible()
	expect(page.get_by_role("heading", level=1)).to_have_text("Pohon Kinerja")
	warna = page.evaluate("getComputedStyle(document.querySelector('[data-luring]')).backgroundColor")
	assert warna != "rgba(0, 0, 0, 0)", "with our styles"
	pegawai.open("/kinerja/penugasan")
	expect(page.get_by_role("heading", level=1)).to_have_text("Tanpa sambungan")
	expect(page.locator("body")).not_to_contain_text(NAMA)
	page.context.set_offline(False)
	pegawai.open("/kinerja/pohon")
	expect(tanda).to_have_count(0)


def test_another_persons_pages_are_shown_to_nobody(orang, alamat):
	"""A shared phone: the first did not sign out, the second signs in beside the portal, and the line goes."""
	pegawai = orang(PEGAWAI, PONSEL)
	page = read(pegawai, "/kinerja")
	expect(page.locator("body")).to_contain_text(NAMA)
	page.request.post(f"{alamat}/api/method/login", form={"usr": KOLEGA, "pwd": SANDI})
	page.context.set_offline(True)
	pegawai.open("/kinerja")
	expect(page.get_by_role("heading", level=1)).to_have_text("Tanpa sambungan")
	expect(page.locator("body")).not_to_contain_text(NAMA)
	page.context.set_offline(False)
	pegawai.open("/kinerja")
	milik = page.evaluate("caches.keys()")
	assert not [nama for nama in milik if PEGAWAI.split("@")[0] in nama], milik


def test_a_session_that_ended_takes_its_pages_along(orang):
	pegawai = orang(PEGAWAI, PONSEL)
	page = read(pegawai, "/kinerja")
	page.context.clear_cookies(name="sid")
	pegawai.open("/kinerja")
	expect(page).to_have_url(re.compile("/login|/kinerja/masuk"))
	page.context.set_offline(True)
	pegawai.open("/kinerja")
	expect(page.locator("body")).not_to_contain_text(NAMA)


def test_the_worker_is_in_charge_of_the_portal_alone(orang):
	orang_ini = orang(PEGAWAI)
	page = read(orang_ini)
	scope = page.evaluate("navigator.serviceWorker.ready.then(({ scope }) => new URL(scope).pathname)")
	assert scope == "/kinerja"
	for path in ("/me", "/update-password"):
		orang_ini.open(path)
		assert page.evaluate("navigator.serviceWorker.controller") is None, path
	page.context.set_offline(True)
	with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
		orang_ini.open("/kinerja-lain")  # begins as ours do: the browser's own affair
	page.context.set_offline(False)
	orang_ini.open("/kinerja")
	disimpan = page.evaluate(
		"caches.keys().then((semua) => Promise.all(semua.map((nama) => caches.open(nama)))).then((semua) =>"
		" Promise.all(semua.map((gudang) => gudang.keys()))).then((semua) => semua.flat().map(({ url }) => new URL(url).pathname))"
	)
	asing = [path for path in disimpan if not re.match(r"/kinerja(/|$)|/assets/kinerja_asn/", path)]
	assert not asing, asing


def test_what_was_typed_is_sent_once_when_the_line_is_back(orang, rest):
	pegawai = orang(PEGAWAI, PONSEL)
	alamat = f"/kinerja/skp?name={get_skp(rest)}"
	page = read(pegawai, alamat)
	write_catatan(page, CATATAN)
	page.context.set_offline(True)
	page.get_by_role("button", name="Kirim catatan").last.click()
	expect(page.get_by_role("alert")).to_contain_text("Isian Anda tersimpan di perangkat ini")
	daftar = page.locator("[data-antrean]")
	expect(daftar).to_contain_text("1 isian di perangkat ini belum terkirim")
	expect(daftar).to_contain_text("Kirim catatan")
	assert count_catatan(rest, CATATAN) == 0
	page.context.set_offline(False)
	expect(page.get_by_role("status").first).to_contain_text("Catatan terkirim")
	expect(daftar).to_have_count(0)
	assert count_catatan(rest, CATATAN) == 1


def write_catatan(page: Page, teks: str) -> None:
	umum = page.locator("details").filter(has=page.locator("textarea[name='catatan-umum']"))
	umum.locator("summary").click()
	umum.locator("textarea").fill(teks)


def test_an_answer_that_got_lost_does_not_send_twice(orang, rest):
	"""The server carried it out, the answer never came: it waits, is sent again, and was done already."""
	pegawai = orang(PEGAWAI, PONSEL)
	page = read(pegawai, f"/kinerja/skp?name={get_skp(rest)}")
	teks = f"Jawabannya hilang di jalan {uuid4()}"
	write_catatan(page, teks)
	page.route("**/kinerja/skp?*", lose_answer)
	page.get_by_role("button", name="Kirim catatan").last.click()
	expect(page.get_by_role("alert")).to_contain_text("Isian Anda tersimpan di perangkat ini")
	assert count_catatan(rest, teks) == 1
	page.unroute_all()
	penilai = Klien(pegawai.alamat, EMAIL["Pejabat Penilai Kinerja"])
	isi = {"doctype": "Catatan SKP", "skp": get_skp(rest), "isi": "Jawab"}
	assert (
		penilai.call("frappe.client.insert", doc=isi).status_code == 200
	)  # else the same words are one remark anyway
	page.get_by_role("button", name="Kirim sekarang").click()
	expect(page.locator("[data-antrean]")).to_have_count(0)
	assert count_catatan(rest, teks) == 1


def lose_answer(route) -> None:
	if route.request.method != "POST":
		return route.continue_()
	route.fetch(max_redirects=0)
	route.abort()


def test_pressed_twice_without_script_it_is_done_once(alamat, rest):
	"""Both at the same time, as a browser sends them."""
	teks, sesi = f"Ditekan dua kali {uuid4()}", Klien(alamat, PEGAWAI).sesi
	path = f"{alamat}/kinerja/skp?name={get_skp(rest)}"
	html = sesi.get(path, timeout=60).text
	isi = {nama: read_nilai(html, nama) for nama in ("csrf_token", "kiriman", "modified")}
	isi |= {"aksi": "catatan", "catatan-umum": teks}
	with ThreadPoolExecutor(4) as pekerja:
		kirim = [pekerja.submit(sesi.post, path, data=isi, timeout=60) for _kali in range(4)]
		jawaban = [masa_depan.result() for masa_depan in kirim]
	assert count_catatan(rest, teks) == 1
	for tiap in jawaban:
		assert tiap.status_code == 200 and "pesan=catatan" in tiap.url, tiap.url
	ulang = sesi.post(path, data=isi, timeout=60)
	assert "pesan=catatan" in ulang.url
	assert count_catatan(rest, teks) == 1


def read_nilai(html: str, nama: str) -> str:
	return re.search(rf'name="{nama}" value="([^"]*)"', html)[1]


def test_what_changed_meanwhile_stands_beside_what_was_typed(orang, periode_nanti):
	"""Two devices of one person: the second saves while the first has no line."""
	pertama, kedua = orang(PEGAWAI, PONSEL), orang(PEGAWAI)
	page = start_skp(pertama, periode_nanti)
	lain = kedua.open(page.url.removeprefix(pertama.alamat))
	page.locator("textarea[name='hk-0-uraian']").fill("Diketik di ponsel")
	page.context.set_offline(True)
	page.locator("button[name=aksi][value=simpan]").last.click()
	expect(page.locator("[data-antrean]")).to_contain_text("Simpan draf")
	lain.locator("textarea[name='hk-0-uraian']").fill("Diketik di komputer")
	lain.locator("button[name=aksi][value=simpan]").last.click()
	expect(lain.get_by_role("status")).to_contain_text("Tersimpan")
	page.context.set_offline(False)
	banding = page.locator("[data-antrean] table")
	expect(banding).to_contain_text("Diketik di ponsel")
	expect(banding).to_contain_text("Diketik di komputer")
	lain.reload()
	expect(lain.locator("textarea[name='hk-0-uraian']")).to_have_value("Diketik di komputer")
	page.locator("[data-antrean]").get_by_role("button", name="Buang").click()
	expect(page.locator("[data-antrean]")).to_have_count(0)


def start_skp(pegawai: Orang, periode: str) -> Page:
	page = pegawai.start_skp(periode)
	page.locator("textarea[name='hk-0-uraian']").fill("Terlayaninya pendaftaran penduduk")
	page.get_by_role("button", name="Simpan draf").last.click()
	expect(page.get_by_role("status")).to_contain_text("Tersimpan")
	return page


def test_files_wait_by_name_and_within_a_limit(orang, rest):
	pegawai = orang(PEGAWAI, PONSEL)
	page = pegawai.open(f"/kinerja?skp={get_skp(rest)}")
	page.locator(".ka-ajakan a[href*='/kinerja/realisasi']").first.click()
	page.set_input_files("input[name=berkas]", make_berkas("rekap.pdf", 1))
	page.context.set_offline(True)
	page.get_by_role("button", name="Simpan draf").click()
	expect(page.locator("[data-antrean]")).to_contain_text("rekap.pdf, 1 MB")
	page.set_input_files("input[name=berkas]", [make_berkas(f"{nomor}.pdf", 4) for nomor in range(3)])
	page.get_by_role("button", name="Simpan draf").click()
	expect(page.get_by_role("alert").first).to_contain_text("akan menjadi 12 MB; paling banyak 10 MB")
	expect(page.locator("[data-antrean]")).to_contain_text("rekap.pdf, 1 MB")
	page.context.set_offline(False)
	page.get_by_role("status").filter(has_text="Terkirim:").get_by_role("link", name="Buka").click()
	expect(page.get_by_role("link", name="rekap.pdf").first).to_be_visible()


def make_berkas(nama: str, mb: int) -> dict:
	return {"name": nama, "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n" + bytes(mb * 1024 * 1024)}


def test_signing_out_leaves_nothing_and_says_what_is_lost(orang, rest):
	pegawai = orang(PEGAWAI, PONSEL)
	page = read(pegawai, f"/kinerja/skp?name={get_skp(rest)}")
	write_catatan(page, "Tidak akan pernah terkirim")
	page.route(
		"**/kinerja/skp?*",
		lambda route: route.abort() if route.request.method == "POST" else route.continue_(),
	)
	page.get_by_role("button", name="Kirim catatan").last.click()
	expect(page.locator("[data-antrean]")).to_be_visible()
	keluar(page)
	expect(page).to_have_url(re.compile("/kinerja/keluar$"))
	expect(page.get_by_role("alert")).to_contain_text("bila Anda keluar: 1 isian belum terkirim")
	page.locator("main").get_by_role("button", name="Keluar").click()
	expect(page.get_by_role("heading", level=1)).to_have_text("Anda sudah keluar")
	check_kosong(page)
	assert count_catatan(rest, "Tidak akan pernah terkirim") == 0


def check_kosong(page: Page) -> None:
	sisa = page.evaluate(SISA)
	assert not any(sisa.values()), sisa


def keluar(page: Page) -> None:
	page.locator(".kb-akun summary").click()
	page.locator(".kb-akun").get_by_role("button", name="Keluar").click()


def test_where_nothing_waits_signing_out_asks_nothing(orang):
	page = read(orang(PEGAWAI, PONSEL), "/kinerja")
	keluar(page)
	expect(page.get_by_role("heading", level=1)).to_have_text("Anda sudah keluar")
	check_kosong(page)


def test_signing_out_beside_the_portal_leaves_nothing_either(orang):
	"""As the desk does it."""
	pegawai = orang(PEGAWAI, PONSEL)
	page = read(pegawai, "/kinerja")
	token = page.locator("[name=csrf_token]").first.get_attribute("value")
	status = page.evaluate(
		"""async (token) => {
			const isi = { method: "POST", headers: { "X-Frappe-CSRF-Token": token } };
			return (await fetch("/api/method/logout", isi)).status;
		}""",
		token,
	)
	assert status == 200
	pegawai.open("/login")
	check_kosong(page)


def test_drafts_are_swept_on_any_page_by_age_and_by_person(orang):
	pegawai = orang(PEGAWAI, PONSEL)
	page = pegawai.open("/kinerja")
	page.evaluate(
		"""([saya]) => {
			const isi = (hari) => JSON.stringify({ pada: Date.now() - hari * 24 * 3600 * 1000, isi: [] });
			localStorage.setItem(`kinerja:${saya}:/kinerja/skp:lama`, isi(8));
			localStorage.setItem(`kinerja:${saya}:/kinerja/skp:baru`, isi(6));
			localStorage.setItem("kinerja:lain@contoh.go.id:/kinerja/skp:x", isi(1));
			localStorage.setItem("milik-aplikasi-lain", "tetap");
		}""",
		[PEGAWAI],
	)
	pegawai.open("/kinerja/pohon")
	draf = "Object.keys(localStorage).filter((kunci) => kunci.startsWith('kinerja:'))"
	wait_until(page, f"{draf}.length === 1")
	assert page.evaluate(draf) == [f"kinerja:{PEGAWAI}:/kinerja/skp:baru"]
	assert page.evaluate("localStorage.getItem('milik-aplikasi-lain')") == "tetap"


def test_switched_off_nothing_is_kept(orang):
	pegawai = orang(PEGAWAI, PONSEL)
	page = read(pegawai, "/kinerja")
	page.evaluate(
		f"localStorage.setItem('kinerja:{PEGAWAI}:/kinerja/skp:x', JSON.stringify({{pada: Date.now()}}))"
	)
	set_izin(pegawai.alamat, 0)
	try:
		pegawai.open("/kinerja")
		wait_until(page, "navigator.serviceWorker.getRegistrations().then((semua) => !semua.length)")
		pegawai.open("/kinerja/skp")
		check_kosong(page)
		expect(page.locator("link[rel=manifest]")).to_have_count(0)
	finally:
		set_izin(pegawai.alamat, 1)


def set_izin(alamat: str, nilai: int) -> None:
	pengelola = Klien(alamat, EMAIL["Pengelola Kinerja"])
	isi = {"izinkan_simpan_di_perangkat": nilai}
	jawaban = pengelola.put("/api/resource/Pengaturan Kinerja/Pengaturan Kinerja", **isi)
	assert jawaban.status_code == 200, jawaban.text
