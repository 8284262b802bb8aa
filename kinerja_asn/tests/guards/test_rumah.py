"""The house (design.md §3): which room may use which, and what stands at each room's door."""

import ast
import unittest
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kinerja_asn.tests.guards.sumber import APP, REPO, get_nama, get_python, parse

# From the ground up: a room uses itself and what stands before it. A row names rooms that do not use each other.
TANGGA = (
	("constants",),
	("rules",),
	("compat",),
	("tahap",),
	("permissions",),
	("permissions/jejak",),
	("services/situs",),
	("services/bersama",),
	("services/borongan",),
	("services/giliran",),
	("services/orang",),
	("services/orang/kewenangan",),
	("services/orang/pengisian",),
	("services/perencanaan/skp",),
	("services/perencanaan/penyelarasan",),
	("services/perencanaan/penugasan",),
	("services/perencanaan/pembukaan",),
	("services/perencanaan",),
	("services/pelaksanaan/masyarakat",),
	("services/pelaksanaan/ambil_alih", "services/pelaksanaan/kehadiran"),
	("services/pelaksanaan",),
	("services/pelaksanaan/pelaporan",),
	("services/pelaksanaan/catatan",),
	("services/pelaksanaan/usulan",),
	("services/pelaksanaan/umpan_balik",),
	("services/pelaksanaan/pembinaan",),
	("services/pelaksanaan/pemantauan",),
	("services/pelaksanaan/pengimporan",),
	("services/penilaian/organisasi",),
	("services/penilaian/kewenangan",),
	("services/penilaian",),
	("services/penilaian/penyiapan",),
	("services/penilaian/sebaran",),
	("services/penilaian/rantai",),
	("services/penilaian/dokumen",),
	("services/penilaian/keberatan",),
	("services/perpindahan",),
	("portal/dasar", "kinerja_asn/workflow"),
	("portal/akun", "portal/perangkat", "portal/perencanaan", "kinerja_asn/workflow/rekaman"),
	("portal/pelaksanaan/masyarakat",),
	("portal/pelaksanaan/umpan_balik",),
	("portal/pelaksanaan",),
	("portal/pelaksanaan/catatan",),
	("portal/pelaksanaan/pembinaan",),
	("portal/penilaian",),
	("cetak", "laporan", "lembar", "portal", "kinerja_asn/doctype"),
	("laporan/penilaian",),
	("laporan/unduhan",),
	(
		"api",
		"api/masyarakat",
		"api/orang",
		"api/pelaksanaan",
		"api/penilaian",
		"jobs",
		"www",
		"demo",
		"patches",
		"kinerja_asn/report",
		"kinerja_asn/notification",
	),
	("pencopotan",),
	("setup", "commands"),
	("hooks",),
)
TINGKAT = {kamar: tingkat for tingkat, kamar_sejajar in enumerate(TANGGA) for kamar in kamar_sejajar}
PERMUKAAN = ("cetak", "laporan", "lembar", "portal", "kinerja_asn/doctype")
# Single modules, whose public names are their face; and rooms in which Frappe finds by name what nobody imports.
TANPA_PINTU = (
	"compat",
	"services/pelaksanaan/usulan",
	"pencopotan",
	"setup",
	"commands",
	"hooks",
	"www",
	"patches",
	"kinerja_asn/doctype",
	"kinerja_asn/report",
	"kinerja_asn/notification",
)
MODUL_MAKS = 12
# One topic a module, however many topics the law has; and a year of try-out data.
TANPA_BATAS = ("constants", "rules", "demo", *TANPA_PINTU)


@dataclass(frozen=True)
class Pemakaian:
	"""Module ``pemakai`` uses ``nama`` of module ``modul``; paths from the app's folder, without ``.py``."""

	pemakai: str
	modul: str
	nama: str


def get_modul(path: Path) -> str:
	return str(path.relative_to(APP).with_suffix(""))


MODUL = {get_modul(path) for path in get_python() if path.name != "__init__.py"}


def get_kamar(modul: str) -> str:
	"""The room of a module: the longest of TINGKAT that it is in."""
	calon = [kamar for kamar in TINGKAT if modul == kamar or modul.startswith(f"{kamar}/")]
	return max(calon, key=len, default="")


def get_pemakaian(path: Path) -> Iterator[Pemakaian]:
	"""Whatever ``path`` takes from modules of the app: imported names, attributes of imported modules, dotted paths."""
	pemakai, alias = get_modul(path), {}
	for node in ast.walk(parse(path)):
		if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("kinerja_asn."):
			asal = node.module.split(".", 1)[1].replace(".", "/")
			for impor in node.names:
				if f"{asal}/{impor.name}" in MODUL:
					alias[impor.asname or impor.name] = f"{asal}/{impor.name}"
				elif asal in MODUL:
					yield Pemakaian(pemakai, asal, impor.name)
		elif isinstance(node, ast.Constant) and isinstance(node.value, str):
			yield from get_pemakaian_teks(pemakai, node.value)
	yield from get_pemakaian_alias(path, alias)


def get_pemakaian_teks(pemakai: str, teks: str) -> Iterator[Pemakaian]:
	"""``"kinerja_asn.jobs.harian.send_pengingat"``, as hooks and queues name a function."""
	modul, _titik, nama = teks.removeprefix("kinerja_asn.").replace(".", "/").rpartition("/")
	if teks.startswith("kinerja_asn.") and modul in MODUL:
		yield Pemakaian(pemakai, modul, nama)


def get_pemakaian_alias(path: Path, alias: dict[str, str]) -> Iterator[Pemakaian]:
	for node in ast.walk(parse(path)):
		if isinstance(node, ast.Attribute) and get_nama(node.value) in alias:
			yield Pemakaian(get_modul(path), alias[get_nama(node.value)], node.attr)


class TestRumah(unittest.TestCase):
	@classmethod
	def setUpClass(cls):
		cls.pemakaian = {pakai for path in get_python() for pakai in get_pemakaian(path)}
		cls.antarkamar = {
			pakai for pakai in cls.pemakaian if get_kamar(pakai.pemakai) != get_kamar(pakai.modul)
		}

	def test_every_module_is_in_a_room(self):
		self.assertEqual([modul for modul in sorted(MODUL) if not get_kamar(modul)], [])
		self.assertEqual(len(TINGKAT), sum(map(len, TANGGA)), "a room stands on one step only")
		kosong = [kamar for kamar in TINGKAT if not any(get_kamar(modul) == kamar for modul in MODUL)]
		self.assertEqual(kosong, [], "rooms with nothing in them")

	def test_imports_point_downwards(self):
		naik = [
			pakai
			for pakai in sorted(self.antarkamar, key=str)
			if TINGKAT[get_kamar(pakai.pemakai)] <= TINGKAT[get_kamar(pakai.modul)]
		]
		self.assertEqual(naik, [])

	def test_surfaces_do_not_use_each_other(self):
		for pakai in sorted(self.antarkamar, key=str):
			dari, ke = (
				next((p for p in PERMUKAAN if f"{m}/".startswith(f"{p}/")), None)
				for m in (pakai.pemakai, pakai.modul)
			)
			if dari and ke:
				self.assertEqual(dari, ke, pakai)

	def test_other_rooms_use_only_what_stands_at_the_door(self):
		for pakai in sorted(self.antarkamar, key=str):
			kamar = get_kamar(pakai.modul)
			if kamar not in TANPA_PINTU:
				self.assertTrue(self.is_di_pintu(pakai, kamar), f"{pakai} is not at the door of {kamar}")

	def is_di_pintu(self, pakai: Pemakaian, kamar: str) -> bool:
		boleh = get_pintu(kamar).get(pakai.modul.removeprefix(f"{kamar}/"), ())
		return not pakai.nama.startswith("_") if boleh == "*" else pakai.nama in boleh

	def test_a_door_names_nothing_that_nobody_comes_for(self):
		for kamar in TINGKAT:
			if kamar in TANPA_PINTU:
				continue
			diambil = {
				(pakai.modul.removeprefix(f"{kamar}/"), pakai.nama)
				for pakai in self.antarkamar
				if get_kamar(pakai.modul) == kamar
			}
			for modul, nama in get_isi_pintu(kamar):
				self.assertIn((modul, nama), diambil, f"the door of {kamar}")

	def test_a_room_with_many_modules_is_divided_by_topic(self):
		for kamar in TINGKAT:
			isi = [modul for modul in MODUL if get_kamar(modul) == kamar]
			if kamar not in TANPA_BATAS:
				self.assertLessEqual(len(isi), MODUL_MAKS, kamar)

	def test_lower_rooms_need_no_framework(self):
		for path in (*APP.glob("rules/*.py"), *APP.glob("constants/*.py")):
			for node in ast.walk(parse(path)):
				for nama in get_modul_diimpor(node):
					self.assertNotEqual(nama.split(".")[0], "frappe", get_modul(path))

	def test_nothing_outside_the_app_is_imported_from_the_repository(self):
		luar = {path.name for path in REPO.iterdir() if path.is_dir() and path != APP}
		for path in get_python():
			for node in ast.walk(parse(path)):
				for nama in get_modul_diimpor(node):
					self.assertNotIn(nama.split(".")[0], luar, get_modul(path))


def get_pintu(kamar: str) -> dict:
	"""Read, not imported: a room may need the framework."""
	for node in parse(APP / kamar / "__init__.py").body:
		if isinstance(node, ast.Assign) and get_nama(node.targets[0]) == "PINTU":
			return ast.literal_eval(node.value)
	raise AssertionError(f"{kamar} has no door: name in PINTU what others may use of it")


def get_isi_pintu(kamar: str) -> Iterator[tuple[str, str]]:
	for modul, daftar in get_pintu(kamar).items():
		if daftar != "*":
			yield from ((modul, nama) for nama in daftar)


def get_modul_diimpor(node: ast.AST) -> list[str]:
	if isinstance(node, ast.Import):
		return [alias.name for alias in node.names]
	return [node.module or ""] if isinstance(node, ast.ImportFrom) else []
