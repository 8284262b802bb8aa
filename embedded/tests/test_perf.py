"""The people of the benchmark's agencies, made without documents: what Frappe asks of an account is there; and an import
whose worker the system kills."""

import shutil

import pytest


def test_they_can_open_the_desk(monkeypatch):
	import frappe
	from frappe.boot import get_bootinfo

	from perf import instansi

	monkeypatch.setattr(frappe.db, "commit", lambda: None)
	uji = instansi.Instansi("UKX", 2)
	instansi.make_instansi(uji, tahun=())
	orang = next(uji.list_orang())
	frappe.set_user(orang.user)
	boot = get_bootinfo()
	assert boot.user.name == orang.user
	assert boot.notification_settings.name == orang.user


@pytest.fixture(scope="module")
def site_of_its_own():
	"""What is killed must have committed before; the session's own site never does."""
	import tempfile
	from pathlib import Path

	from embedded import database, site
	from embedded.host import site_folder
	from embedded.paths import STATE
	from perf.situs import ukur

	folder = Path(tempfile.mkdtemp(prefix="perf-", dir=STATE)) / "site"
	site.copy_for_tests(folder)
	ukur(folder, "impor.prepare", PEOPLE)
	yield folder
	database.drop(site_folder.read_config(folder))
	shutil.rmtree(folder.parent)


PEOPLE, AT_ONCE = 12, 3
FIGURES = 6 * PEOPLE


def test_a_killed_import_goes_on_from_where_it_was(site_of_its_own):
	from perf.situs import start, ukur

	name = ukur(site_of_its_own, "impor.make_dokumen")["nama"]
	for killed_in, read in (
		(1, 0),
		(3, 36),
		(2, 54),
	):  # by sets: the last of the first, the third, the fourth
		process = start(site_of_its_own, "impor.run_and_die", name, killed_in, AT_ONCE)
		assert process.wait() == -9
		shown = ukur(site_of_its_own, "impor.get_kemajuan", name)
		assert (shown["status"], shown["jumlah_baris"], shown["jumlah_diterima"]) == ("Berjalan", read, read)
		there = ukur(site_of_its_own, "impor.count")
		assert (there["laporan"], there["baris"], there["kabar"]) == (read // 6, read, read // 6)
	done = ukur(site_of_its_own, "impor.run", name, AT_ONCE)["sesudah"]
	assert (done["status"], done["banyak_baris"], done["jumlah_baris"]) == ("Selesai", FIGURES, FIGURES)
	assert (done["jumlah_diterima"], done["jumlah_sama"], done["jumlah_ditolak"]) == (FIGURES, 0, 0)
	assert ukur(site_of_its_own, "impor.count") == {"laporan": PEOPLE, "baris": FIGURES, "kabar": PEOPLE}
