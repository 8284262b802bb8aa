"""``python -m perf [employees]``: all benchmarks on a fresh site of the embedded host. Exit code 1: a bound is missed."""

import os
import sys
from pathlib import Path

from embedded import database
from perf import masyarakat
from perf.lapor import Hitungan, print_tabel
from perf.situs import read_hasil, situs_ukur, start, ukur

BANYAK = 10_000
ULANGAN = 3  # of each measure; the best counts
SAMPEL = 100  # employees whose SKP are inserted one at a time
LANTAI_MAKS = 10_000  # employees whose rows the floor holds in memory
PEKERJA = 2  # who answer readers at once, as on a bench with two web workers
BACA_DETIK = 5
TIM_BESAR_MS = 150  # of the team of an agency's head: 39 people and the heads of 249 units
KUERI_MAKS = 45  # of a whole request, the session's own included; by page: tests/test_portal_berat.py
LAPORAN_MAKS = 10_000  # of larger agencies there are no reports (perf/ukur.py)
MATI_PADA = 3  # set of employees in which the import is killed
LAPORAN_KB = 400  # before compression


def main(n: int) -> int:
	"""Figures are printed as they come: what fails late does not take the others away."""
	with situs_ukur() as folder:
		print(
			f"{n:,} employees on {database.kind()}; load {os.getloadavg()[0]:.1f} of {os.cpu_count()} processors"
		)
		ukur(folder, "prepare", n)
		terpenuhi = [
			print_tabel(measure(folder, n))
			for measure in (
				measure_pembukaan,
				measure_terbunuh,
				measure_salah,
				measure_pemantauan,
				measure_halaman,
				measure_portal,
				measure_masyarakat,
				*(
					(measure_impor, measure_impor_terbunuh, measure_penyiapan, measure_sebaran)
					if n <= LAPORAN_MAKS
					else ()
				),
			)
		]
	return 0 if all(terpenuhi) else 1


def measure_pembukaan(folder: Path, n: int) -> list[Hitungan]:
	"""The opening, the floor and the framework in turn, so that a busy machine is busy for all of them."""
	buka, lantai, dokumen = [], [], []
	for _ke in range(ULANGAN):
		ukur(folder, "remove_baru")
		buka.append(ukur(folder, "open_periode"))
		lantai.append(ukur(folder, "insert_directly", min(n, LANTAI_MAKS)))
		dokumen.append(ukur(folder, "insert_one_by_one", SAMPEL))
	if any(hasil["pegawai"] != n for hasil in buka):
		raise SystemExit(f"perf: {n} drafts expected, made: {[hasil['pegawai'] for hasil in buka]}")
	per_buka, per_lantai, per_satu = map(get_terbaik, (buka, lantai, dokumen))
	cpu_buka, cpu_lantai, cpu_satu = (get_terbaik(hasil, "cpu") for hasil in (buka, lantai, dokumen))
	return [
		Hitungan("opening a period, from last year's plans", per_buka, "ms/employee", cpu=cpu_buka),
		Hitungan(
			f"(a) documents one at a time (measured on {SAMPEL}, extrapolated)",
			per_satu,
			"ms/employee",
			cpu=cpu_satu,
		),
		Hitungan("(b) the bare multi-row insert of the same rows", per_lantai, "ms/employee", cpu=cpu_lantai),
		Hitungan(
			"its preview takes of it",
			get_terbaik(buka, "pratinjau_detik") / per_buka,
			"times",
			paling_banyak=1,
		),
		Hitungan("opening is faster than (a) by", per_satu / per_buka, "times", paling_sedikit=20),
		Hitungan("opening takes of (b)", per_buka / per_lantai, "times", paling_banyak=5),
		Hitungan("peak memory of the process", max(h["puncak_mb"] for h in buka), "MB", paling_banyak=500),
	]


def measure_penyiapan(folder: Path, n: int) -> list[Hitungan]:
	"""Evaluations of everybody, the floor and the framework in turn; by the processor's time, which neighbours do not stretch."""
	siap, lantai, dokumen, usul = [], [], [], []
	for _ke in range(ULANGAN):
		ukur(folder, "penyiapan.remove")
		usul.append(ukur(folder, "penyiapan.propose"))
		siap.append(ukur(folder, "penyiapan.prepare"))
		lantai.append(ukur(folder, "penyiapan.insert_directly"))
		dokumen.append(ukur(folder, "penyiapan.insert_one_by_one", SAMPEL))
	if any((hasil["pegawai"], hasil["galat"]) != (n - 1, 1) for hasil in siap):
		raise SystemExit(f"perf: {n - 1} evaluations expected, made: {[hasil['pegawai'] for hasil in siap]}")
	cpu = [get_terbaik(hasil, "cpu") for hasil in (siap, lantai, dokumen)]
	jam = [get_terbaik(hasil) for hasil in (siap, lantai, dokumen)]
	return [
		Hitungan("preparing evaluations, from a year of reports", jam[0], "ms/employee"),
		Hitungan("... processor's time of it", cpu[0], "ms/employee"),
		Hitungan(f"(a) evaluations one at a time (on {SAMPEL}, extrapolated)", jam[2], "ms/employee"),
		Hitungan("(b) the bare multi-row insert of the same rows", jam[1], "ms/employee"),
		Hitungan("preparing is faster than (a) by", jam[2] / jam[0], "times", paling_sedikit=20),
		Hitungan("preparing takes of (b)", jam[0] / jam[1], "times", paling_banyak=5),
		Hitungan(
			"proposals of 10,000, with all that they stand on",
			get_terbaik(usul, "cpu") * 10_000 / 1000,
			"s of CPU",
			paling_banyak=10,
		),
		Hitungan("peak memory of the process", max(h["puncak_mb"] for h in siap), "MB", paling_banyak=500),
	]


def get_terbaik(hasil: list[dict], kolom: str = "detik") -> float:
	"""Milliseconds for each employee: what disturbs a measure only makes it slower."""
	return min(ukuran[kolom] / ukuran["pegawai"] for ukuran in hasil) * 1000


def measure_impor(folder: Path, n: int) -> list[Hitungan]:
	"""The import of a month and the bare insert of the same reports in turn; brought again it writes nothing."""
	impor, lantai = [], []
	for _ke in range(ULANGAN):
		ukur(folder, "impor.remove")
		impor.append(ukur(folder, "impor.bring"))
		lagi = ukur(folder, "impor.bring_again")
		lantai.append(ukur(folder, "impor.insert_directly"))
	if any(hasil["pegawai"] != 6 * n for hasil in (*impor, *lantai)):
		raise SystemExit(f"perf: {6 * n} figures expected, brought: {[hasil['pegawai'] for hasil in impor]}")
	per_impor, per_lantai = map(get_terbaik, (impor, lantai))
	cpu_impor, cpu_lantai = (get_terbaik(hasil, "cpu") for hasil in (impor, lantai))
	return [
		Hitungan("import of one month, six figures for everybody", per_impor, "ms/figure", cpu=cpu_impor),
		Hitungan("the bare multi-row insert of the same reports", per_lantai, "ms/figure", cpu=cpu_lantai),
		Hitungan(
			"import takes of it",
			per_impor / per_lantai,
			"times",
			paling_banyak=5,
			cpu=cpu_impor / cpu_lantai,
		),
		Hitungan("figures taken when the same comes again", lagi["pegawai"], "", paling_banyak=0),
		Hitungan("peak memory of the process", max(h["puncak_mb"] for h in impor), "MB", paling_banyak=500),
	]


def measure_impor_terbunuh(folder: Path, n: int) -> list[Hitungan]:
	"""The job with a worksheet, killed in the middle of a set and gone on with: as if it had not been."""
	ukur(folder, "impor.remove")
	nama = ukur(folder, "impor.make_dokumen")["nama"]
	if start(folder, "impor.run_and_die", nama, MATI_PADA).wait() != -9:
		raise SystemExit("perf: the import was to be killed, and was not")
	hasil, ada = ukur(folder, "impor.run", nama), ukur(folder, "impor.count")
	seharusnya, terbaca = {"laporan": n, "baris": 6 * n, "kabar": n}, hasil["sebelum"]["jumlah_baris"]
	selisih = sum(abs(ada[kunci] - banyak) for kunci, banyak in seharusnya.items())
	return [
		Hitungan("figures that the import said it had read when it was killed", terbaca, ""),
		Hitungan("reports, figures or notices doubled or missing afterwards", selisih, "", paling_banyak=0),
		Hitungan(
			"figures that it says were taken",
			hasil["sesudah"]["jumlah_diterima"],
			"",
			paling_banyak=6 * n,
			paling_sedikit=6 * n,
		),
	]


def measure_terbunuh(folder: Path, n: int) -> list[Hitungan]:
	"""Killed half-way and gone on with: every employee has one whole draft, linked to his leader's."""
	ukur(folder, "remove_baru")
	if start(folder, "open_and_die", n).wait() != -9:
		raise SystemExit("perf: the opening was to be killed, and was not")
	ada = ukur(folder, "resume")
	# Three hasil kerja, which serve the leader's where there is one, six indikator, seven perilaku.
	seharusnya = {"skp": n, "pegawai": n, "tertaut": 3 * (n - 1), "SKP Hasil Kerja": 3 * n}
	seharusnya |= {"SKP Indikator": 6 * n, "SKP Perilaku": 7 * n}
	selisih = sum(abs(ada[nama] - banyak) for nama, banyak in seharusnya.items())
	return [
		Hitungan("drafts that were there when the opening was killed", ada["sebelum"], ""),
		Hitungan("rows doubled or missing after the second run", selisih, "", paling_banyak=0),
	]


def measure_salah(folder: Path, n: int) -> list[Hitungan]:
	"""Three employees with wrong data: each is named with what to mend, all others have their draft."""
	ukur(folder, "remove_baru")
	hasil = ukur(folder, "open_with_errors", n)
	for pegawai, pesan in hasil["galat"].items():
		print(f"  {pegawai}: {pesan}")
	return [
		Hitungan("employees with wrong data who are named", len(hasil["galat"]), "", paling_banyak=3),
		Hitungan(
			"of them, those who really have it",
			len({*hasil["galat"]} & {*hasil["salah"]}),
			"",
			paling_sedikit=3,
		),
		Hitungan("drafts of the others", hasil["dibuat"], "", paling_sedikit=n - 3, paling_banyak=n - 3),
	]


def measure_halaman(folder: Path, n: int) -> list[Hitungan]:
	pohon, matriks = ukur(folder, "pohon"), ukur(folder, "matriks")
	kepatuhan = ukur(folder, "kepatuhan")
	daftar = [
		hitung("matrix page, 60 people x 12 results", matriks, 1),
		hitung("tree page, 2,001 nodes", pohon, 1),
		hitung("report Kepatuhan Penetapan SKP, everybody in it", kepatuhan, max(n / BANYAK, 1)),
	]
	daftar.append(Hitungan("  as it is sent", kepatuhan["kb"], "kB", paling_banyak=LAPORAN_KB))
	if n <= LAPORAN_MAKS:
		daftar += list_laporan(ukur(folder, "laporan"))
	return daftar


def hitung(nama: str, lama: dict, paling_banyak: float | None = None) -> Hitungan:
	"""Seconds of what jam.py has measured."""
	return Hitungan(nama, lama["detik"], "s", paling_banyak=paling_banyak, cpu=lama["cpu"])


def list_laporan(laporan: dict) -> list[Hitungan]:
	return [
		*list_tampilan("Progres Realisasi", laporan),
		hitung("  all its rows as a workbook, by a worker", laporan["semua"]),
		Hitungan("  peak memory of that", laporan["semua"]["puncak_mb"], "MB", paling_banyak=500),
	]


def list_tampilan(nama: str, laporan: dict) -> list[Hitungan]:
	"""A report by employee, a page of it, and by unit."""
	tampilan = {"pegawai": "a page of employees", "unit": "all units"}
	return [
		hitungan
		for kunci, teks in tampilan.items()
		for hitungan in (
			hitung(f"report {nama}, {teks}: {laporan[kunci]['baris']:,} rows", laporan[kunci], 1),
			Hitungan("  as it is sent", laporan[kunci]["kb"], "kB", paling_banyak=LAPORAN_KB),
		)
	]


def measure_pemantauan(folder: Path, n: int) -> list[Hitungan]:
	"""Kept totals against the same from all rows, what keeping them costs, and that none is wrong."""
	if n > LAPORAN_MAKS:
		return []
	agensi, simpan = ukur(folder, "pemantauan.agency"), ukur(folder, "pemantauan.save")
	terlambat, halaman = ukur(folder, "pemantauan.late"), ukur(folder, "pemantauan.pages")
	kini, dahulu = agensi["tercatat"], agensi["baris"]
	return [
		hitung(f"where {agensi['indikator']:,} indikator stand, kept", kini, 1),
		hitung("  the same from rows", dahulu),
		Hitungan("  kept is faster by", dahulu["detik"] / kini["detik"], "times"),
		Hitungan("  indikator that stand elsewhere by rows", agensi["beda"], "", paling_banyak=0),
		hitung("late, waiting and missing reports by unit", terlambat, 1),
		*list_tampilan("Keterlambatan Pelaporan", ukur(folder, "keterlambatan")),
		hitung("page Pemantauan, the whole agency", halaman["instansi"], 1),
		hitung("  a unit, down to its people", halaman["unit"], 1),
		Hitungan("a report written and submitted", simpan["detik"] * 1000, "ms"),
		Hitungan(
			"  keeping the totals takes of it", simpan["total"] / simpan["detik"], "times", paling_banyak=0.2
		),
		*measure_bangun(folder),
	]


def measure_bangun(folder: Path) -> list[Hitungan]:
	"""The rebuild of what is right, and of what was spoiled beforehand."""
	benar, dirusak = ukur(folder, "pemantauan.rebuild"), ukur(folder, "pemantauan.spoil")["dirusak"]
	rusak = ukur(folder, "pemantauan.rebuild")
	return [
		hitung("rebuild of all totals", benar, 60),
		Hitungan("  differences that it found", benar["selisih"], "", paling_banyak=0),
		hitung("the same after some were spoiled or taken away", rusak, 60),
		Hitungan(
			"  differences that it found", rusak["selisih"], "", paling_banyak=dirusak, paling_sedikit=dirusak
		),
	]


def measure_portal(folder: Path, _n: int) -> list[Hitungan]:
	"""What a page weighs and costs, and how many two workers answer in a second."""
	masuk, kepala = (ukur(folder, "portal.let_in", ke) for ke in (1, 0))
	daftar = [hitungan for alamat in masuk["alamat"] for hitungan in _weigh(folder, masuk["sid"], alamat)]
	tim = ukur(folder, "portal.weigh", kepala["sid"], kepala["alamat"][-1])["milidetik"]
	daftar.append(
		Hitungan(
			"/kinerja/tim of who leads every head of unit besides, server time",
			tim,
			"ms",
			paling_banyak=TIM_BESAR_MS,
		)
	)
	tugas = masuk["sid"], masuk["alamat"][0], BACA_DETIK
	pekerja = [start(folder, "portal.read_for", *tugas) for _ke in range(PEKERJA)]
	halaman = sum(read_hasil("portal.read_for", proses)["halaman"] for proses in pekerja)
	nama = f"/kinerja, pages a second of {PEKERJA} workers"
	return [*daftar, Hitungan(nama, halaman / BACA_DETIK, "pages/s", paling_sedikit=40)]


def _weigh(folder: Path, sid: str, alamat: str) -> list[Hitungan]:
	berat, nama = ukur(folder, "portal.weigh", sid, alamat), alamat.partition("?")[0]
	return [
		Hitungan(f"{nama}, compressed", berat["kb"], "kB", paling_banyak=8),
		Hitungan(f"{nama}, queries", berat["kueri"], "", paling_banyak=KUERI_MAKS),
		Hitungan(f"{nama}, server time", berat["milidetik"], "ms", paling_banyak=40),
	]


def measure_sebaran(folder: Path, n: int) -> list[Hitungan]:
	"""Reports on everybody's annual evaluation, and five hundred people on the calibration page."""
	ukur(folder, "sebaran.prepare", n)
	halaman, laporan = ukur(folder, "sebaran.page"), ukur(folder, "sebaran.reports")
	return [
		Hitungan("calibration page, 500 people", halaman["detik"], "s", paling_banyak=1),
		*(
			hitungan
			for nama, hasil in laporan.items()
			for hitungan in (
				Hitungan(f"report {nama}, everybody in it", hasil["detik"], "s", paling_banyak=1),
				Hitungan("  as it is sent", hasil["kb"], "kB", paling_banyak=LAPORAN_KB),
			)
		),
	]


def measure_masyarakat(_folder: Path, _n: int) -> list[Hitungan]:
	"""On a site and a server of its own: what a public page bears is asked of its server."""
	return masyarakat.measure()


if __name__ == "__main__":
	sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else BANYAK))
