"""The people of the demo: 39 in the Dinas (three levels, four units), six around it. All names are made up."""

from dataclasses import dataclass

from kinerja_asn.constants.peran import AUDITOR, PENGELOLA, PENGELOLA_UNIT
from kinerja_asn.rules.nip import Nip, parse_nip

INSTANSI = "Pemerintah Kabupaten Sukamaju"
SINGKATAN = "KSM"
DOMAIN = "demo.kinerja.example"
SANDI = "Demo#Kinerja2025"  # published: see the warning in demo/__init__.py

SETDA = "Sekretariat Daerah"
INSPEKTORAT = "Inspektorat Daerah"
DISDIK = "Dinas Pendidikan"
SMP = "SMP Negeri 1 Sukamaju"
DINAS = "Dinas Kependudukan dan Pencatatan Sipil"
SEKRETARIAT = "Sekretariat Dukcapil"
PENDAFTARAN = "Bidang Pelayanan Pendaftaran Penduduk"
SIPIL = "Bidang Pelayanan Pencatatan Sipil"
DATA = "Bidang PIAK dan Pemanfaatan Data"

# Unit -> the unit above it.
UNIT = {
	SETDA: None,
	INSPEKTORAT: None,
	DISDIK: None,
	SMP: DISDIK,
	DINAS: None,
	SEKRETARIAT: DINAS,
	PENDAFTARAN: DINAS,
	SIPIL: DINAS,
	DATA: DINAS,
}

JPT = "Jabatan Pimpinan Tinggi Pratama"
ADMINISTRATOR = "Administrator"
PELAKSANA = "Pelaksana"
JF = "Jabatan Fungsional"


@dataclass(frozen=True)
class Orang:
	"""One person. ``kunci`` is the local part of the e-mail, ``jenjang`` only for a Jabatan Fungsional."""

	kunci: str
	nama: str
	nomor: str
	pangkat: str
	jabatan: str
	unit: str
	atasan: str | None
	jenis_jabatan: str = PELAKSANA
	jenjang: str | None = None
	peran: tuple[str, ...] = ()

	@property
	def email(self) -> str:
		return f"{self.kunci}@{DOMAIN}"

	@property
	def nip(self) -> Nip:
		return parse_nip(self.nomor)


def _jf(kunci, nama, nomor, pangkat, jabatan, jenjang, unit, atasan, peran=()) -> Orang:
	return Orang(kunci, nama, nomor, pangkat, f"{jabatan} {jenjang}", unit, atasan, JF, jenjang, peran)


def _pelaksana(kunci, nama, nomor, pangkat, jabatan, unit, atasan) -> Orang:
	return Orang(kunci, nama, nomor, pangkat, jabatan, unit, atasan)


OPERATOR = "Operator Layanan Operasional"
PENGADMINISTRASI = "Pengadministrasi Perkantoran"
PENATA = "Penata Layanan Operasional"

# Superiors come before those who report to them.
LUAR_DINAS = (
	Orang(
		"hendra",
		"Hendra Gunawan Siregar, S.H., M.M.",
		"196803121993031004",
		"Pembina Utama Muda / IV.c",
		"Sekretaris Daerah",
		SETDA,
		None,
		JPT,
	),
	_jf(
		"yohana",
		"Yohana Maria Fernandez, S.E.",
		"198407152009012003",
		"Penata Tingkat I / III.d",
		"Auditor",
		"Ahli Muda",
		INSPEKTORAT,
		"hendra",
		(AUDITOR,),
	),
	Orang(
		"wayan",
		"I Wayan Sudarma, S.Pd., M.Pd.",
		"197002181995031002",
		"Pembina Tingkat I / IV.b",
		"Kepala Dinas Pendidikan",
		DISDIK,
		"hendra",
		JPT,
	),
	_jf(
		"nurhayati",
		"Nurhayati Lubis, S.Pd., M.Pd.",
		"197509202000032005",
		"Pembina / IV.a",
		"Guru",
		"Ahli Madya",
		SMP,
		"wayan",
	),
	_jf(
		"maria",
		"Maria Goreti Lestari, S.Pd.",
		"199005252019022004",
		"Penata Muda Tingkat I / III.b",
		"Guru",
		"Ahli Pertama",
		SMP,
		"nurhayati",
	),
	_jf(
		"fajar",
		"Fajar Nugroho, S.Pd.",
		"199308112021211009",
		"Golongan IX",
		"Guru",
		"Ahli Pertama",
		SMP,
		"nurhayati",
	),
)

PIMPINAN_DINAS = (
	Orang(
		"ratna",
		"Ratna Dewi Kusuma, S.Sos., M.Si.",
		"197104161996032001",
		"Pembina Utama Muda / IV.c",
		"Kepala Dinas Kependudukan dan Pencatatan Sipil",
		DINAS,
		"hendra",
		JPT,
	),
	Orang(
		"agus",
		"Agus Salim Harahap, S.E., M.M.",
		"197408091999031003",
		"Pembina / IV.a",
		"Sekretaris Dinas",
		SEKRETARIAT,
		"ratna",
		ADMINISTRATOR,
	),
	Orang(
		"budi",
		"Budi Santoso, S.STP., M.Si.",
		"197811222002121002",
		"Pembina / IV.a",
		"Kepala Bidang Pelayanan Pendaftaran Penduduk",
		PENDAFTARAN,
		"ratna",
		ADMINISTRATOR,
	),
	Orang(
		"theresia",
		"Theresia Manuhutu, S.H.",
		"197906032003122004",
		"Pembina / IV.a",
		"Kepala Bidang Pelayanan Pencatatan Sipil",
		SIPIL,
		"ratna",
		ADMINISTRATOR,
	),
	Orang(
		"zulkifli",
		"Zulkifli Rahman, S.Kom., M.T.",
		"198001192005011005",
		"Penata Tingkat I / III.d",
		"Kepala Bidang PIAK dan Pemanfaatan Data",
		DATA,
		"ratna",
		ADMINISTRATOR,
	),
)

STAF_SEKRETARIAT = (
	_jf(
		"dewi",
		"Dewi Anggraini, S.Psi.",
		"198603142010012006",
		"Penata / III.c",
		"Analis Sumber Daya Manusia Aparatur",
		"Ahli Muda",
		SEKRETARIAT,
		"agus",
		(PENGELOLA, "HR User"),
	),
	_jf(
		"ketut",
		"Ni Ketut Ariani, S.E.",
		"198801272011012008",
		"Penata / III.c",
		"Perencana",
		"Ahli Muda",
		SEKRETARIAT,
		"agus",
	),
	_jf(
		"rudi",
		"Rudi Hartono, S.E.",
		"199104302015031003",
		"Penata Muda Tingkat I / III.b",
		"Perencana",
		"Ahli Pertama",
		SEKRETARIAT,
		"agus",
	),
	_jf(
		"melati",
		"Melati Puspitasari, A.Md.",
		"199507182020122002",
		"Pengatur / II.c",
		"Arsiparis",
		"Terampil",
		SEKRETARIAT,
		"agus",
	),
	_pelaksana(
		"samuel", "Samuel Wenda", "199202142022211001", "Golongan V", PENGADMINISTRASI, SEKRETARIAT, "agus"
	),
	_pelaksana(
		"endang",
		"Endang Sulastri",
		"198205232007012007",
		"Pengatur Tingkat I / II.d",
		PENGADMINISTRASI,
		SEKRETARIAT,
		"agus",
	),
	_pelaksana(
		"hasan",
		"Hasan Basri",
		"197912052006041009",
		"Pengatur Tingkat I / II.d",
		PENGADMINISTRASI,
		SEKRETARIAT,
		"agus",
	),
	_pelaksana(
		"lina", "Lina Marlina, S.Ak.", "199606092022212003", "Golongan IX", PENATA, SEKRETARIAT, "agus"
	),
	# With these three the Sekretariat is large enough to be judged against the pattern of its result.
	_pelaksana(
		"yunita",
		"Yunita Sari",
		"199205142019032007",
		"Pengatur / II.c",
		PENGADMINISTRASI,
		SEKRETARIAT,
		"agus",
	),
	_pelaksana(
		"ferdi", "Ferdinandus Nahak", "199001252015031004", "Penata Muda / III.a", PENATA, SEKRETARIAT, "agus"
	),
	_pelaksana(
		"halimah",
		"Halimah Tusadiah",
		"198811302011012009",
		"Penata Muda / III.a",
		PENATA,
		SEKRETARIAT,
		"agus",
	),
)

STAF_PENDAFTARAN = (
	# Scenario 1 (demo/skenario.py): the officer with the 1,000 registrations.
	_pelaksana(
		"siti",
		"Siti Aminah",
		"198709102010012011",
		"Penata Muda / III.a",
		"Petugas Pendaftaran Penduduk",
		PENDAFTARAN,
		"budi",
	),
	# Scenario 2: the officer at the complaints counter.
	_pelaksana(
		"yusuf",
		"Yusuf Maulana",
		"199011032014021004",
		"Penata Muda / III.a",
		"Petugas Loket Pengaduan",
		PENDAFTARAN,
		"budi",
	),
	_jf(
		"sri",
		"Sri Wahyuningsih, S.Kom.",
		"198502172009012005",
		"Penata Tingkat I / III.d",
		"Administrator Database Kependudukan",
		"Ahli Muda",
		PENDAFTARAN,
		"budi",
		(PENGELOLA_UNIT, "HR User"),
	),
	_pelaksana(
		"bayu",
		"Bayu Prasetyo",
		"199303212019031006",
		"Pengatur Tingkat I / II.d",
		OPERATOR,
		PENDAFTARAN,
		"budi",
	),
	_pelaksana(
		"indah", "Indah Permatasari", "199409282020122007", "Pengatur / II.c", OPERATOR, PENDAFTARAN, "budi"
	),
	_pelaksana(
		"petrus", "Petrus Tnunay", "198906152021211004", "Golongan VII", OPERATOR, PENDAFTARAN, "budi"
	),
	_pelaksana(
		"wulan", "Wulan Ramadhani", "199702042022212005", "Golongan VII", OPERATOR, PENDAFTARAN, "budi"
	),
	_pelaksana(
		"joko", "Joko Susilo", "198108082008011012", "Penata Muda / III.a", PENATA, PENDAFTARAN, "budi"
	),
	# A newcomer, like Melati: came over in the year that runs, his SKP still waits for the Penilai.
	_pelaksana(
		"rizky", "Rizky Ananda Putra", "199901122022211010", "Golongan VII", OPERATOR, PENDAFTARAN, "budi"
	),
)

STAF_SIPIL = (
	_jf(
		"anita",
		"Anita Kusumawardani, S.H.",
		"198612012010122003",
		"Penata / III.c",
		"Administrator Database Kependudukan",
		"Ahli Muda",
		SIPIL,
		"theresia",
	),
	_pelaksana(
		"gregorius",
		"Gregorius Bria",
		"198810102012121004",
		"Penata Muda Tingkat I / III.b",
		PENATA,
		SIPIL,
		"theresia",
	),
	_pelaksana(
		"fatimah", "Fatimah Azzahra", "199204172019032008", "Penata Muda / III.a", PENATA, SIPIL, "theresia"
	),
	_pelaksana("made", "Made Suryani", "199512262020122005", "Pengatur / II.c", OPERATOR, SIPIL, "theresia"),
	_pelaksana(
		"taufik",
		"Taufik Hidayat",
		"198403092009011007",
		"Pengatur Tingkat I / II.d",
		OPERATOR,
		SIPIL,
		"theresia",
	),
	_pelaksana("ester", "Ester Rumbiak", "199801302022212007", "Golongan VII", OPERATOR, SIPIL, "theresia"),
	_pelaksana(
		"dian", "Dian Purnomo", "199003192021211011", "Golongan V", PENGADMINISTRASI, SIPIL, "theresia"
	),
)

STAF_DATA = (
	_jf(
		"rina",
		"Rina Oktaviani, S.Kom.",
		"198910242014022005",
		"Penata / III.c",
		"Pranata Komputer",
		"Ahli Muda",
		DATA,
		"zulkifli",
	),
	_jf(
		"dimas",
		"Dimas Aditya Saputra, S.Kom.",
		"199407072019031009",
		"Penata Muda Tingkat I / III.b",
		"Pranata Komputer",
		"Ahli Pertama",
		DATA,
		"zulkifli",
	),
	_jf(
		"lukas",
		"Lukas Situmorang, S.T.",
		"199601152022031004",
		"Penata Muda / III.a",
		"Pranata Komputer",
		"Ahli Pertama",
		DATA,
		"zulkifli",
	),
	_jf(
		"nur",
		"Nur Aini, S.Si.",
		"199305052020122011",
		"Penata Muda Tingkat I / III.b",
		"Administrator Database Kependudukan",
		"Ahli Pertama",
		DATA,
		"zulkifli",
	),
	_pelaksana(
		"slamet",
		"Slamet Riyadi",
		"197810122007011015",
		"Pengatur Tingkat I / II.d",
		OPERATOR,
		DATA,
		"zulkifli",
	),
	_pelaksana("cindy", "Cindy Tanuwijaya", "199708192022212009", "Golongan IX", PENATA, DATA, "zulkifli"),
	_pelaksana(
		"abdul", "Abdul Karim", "199111112021211012", "Golongan V", PENGADMINISTRASI, DATA, "zulkifli"
	),
)

ORANG = (*LUAR_DINAS, *PIMPINAN_DINAS, *STAF_SEKRETARIAT, *STAF_PENDAFTARAN, *STAF_SIPIL, *STAF_DATA)
MENURUT_KUNCI = {orang.kunci: orang for orang in ORANG}

# One person for each kind of visitor; scenario 1 is played by the first three.
TOKOH = (
	("Pegawai", "siti"),
	("Pejabat Penilai Kinerja", "budi"),
	("Atasan Pejabat Penilai", "ratna"),
	("Pengelola Kinerja", "dewi"),
	("Pengelola Kinerja Unit", "sri"),
	("Auditor Kinerja", "yohana"),
)


def logins() -> list[dict]:
	"""Who can sign in for which part: {peran, nama, nip, email, password}. Everybody else has the same password."""
	return [
		{
			"peran": peran,
			"nama": MENURUT_KUNCI[kunci].nama,
			"nip": MENURUT_KUNCI[kunci].nomor,
			"email": MENURUT_KUNCI[kunci].email,
			"password": SANDI,
		}
		for peran, kunci in TOKOH
	]


def print_logins() -> None:
	print()
	for login in logins():
		print(
			f"{login['peran']:<24} {login['nama']:<32} {login['nip']} {login['email']:<27} {login['password']}"
		)
