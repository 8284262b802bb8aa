"""Terms of the document in which a result is handed over, of the objection to it, and of the chain of decisions
(PermenPANRB 6/2022, Lampiran V, p. 114-119)."""

from kinerja_asn.constants.istilah import Istilah


class FormulirDokumen(Istilah):
	"""By whom it is signed: the Penilai (p. 115), his superior (p. 116), all three after an objection (p. 118)."""

	PENILAI = "D.1.1"
	ATASAN = "D.1.2"
	KEBERATAN = "D.1.3"


class TandaTanganPegawai(Istilah):
	"""What the employee did about signing and returning it. His signature is no consent and no waiver."""

	MENUNGGU = "Menunggu"
	DITANDATANGANI = "Ditandatangani"
	TIDAK_BERSEDIA = "Tidak bersedia menandatangani"


class KeputusanKeberatan(Istilah):
	"""p. 117 huruf B angka 5."""

	MENGUATKAN = "Menguatkan"
	MENGUBAH = "Mengubah"


class AlasanFinal(Istilah):
	"""Why a result is final by law (p. 90 angka 11 and 12)."""

	WAKTU_TERLEWAT = "Dievaluasi atasan Pejabat Penilai Kinerja (angka 11)"
	JPT_UTAMA = "JPT utama (angka 12 huruf a)"
	JPT_MADYA_PUSAT = "JPT madya pada instansi pusat (angka 12 huruf b)"
	JPT_DAERAH = "JPT madya dan pratama pada instansi daerah (angka 12 huruf c)"
	MANDIRI_PUSAT = "Pimpinan unit kerja mandiri pada instansi pusat (angka 12 huruf d)"
	MANDIRI_DAERAH = "Pimpinan unit kerja mandiri pada instansi daerah (angka 12 huruf e)"
	KEBERATAN = "Diputuskan atas keberatan (huruf B angka 5)"


class StatusTandaTanganElektronik(Istilah):
	"""What became of a document that was sent to a provider of electronic signatures."""

	DIKIRIM = "Dikirim"
	DITANDATANGANI = "Ditandatangani"
	GAGAL = "Gagal"


class PerihalRantai(Istilah):
	"""What is decided, link by link."""

	DITETAPKAN = "Evaluasi ditetapkan"
	DIBUKA = "Evaluasi dibuka kembali"
	TERBIT = "Dokumen diterbitkan"
	DITERIMA = "Dokumen diterima pegawai"
	TANDA_TANGAN = "Tanda tangan pegawai"
	DILAPORKAN = "Dokumen dilaporkan kepada PyB"
	DIAJUKAN = "Keberatan diajukan"
	DIPUTUSKAN = "Keberatan diputuskan"


# Columns of the evaluation that are written for the employee (p. 100 g, 103 g); the form has one place for all of it.
ULASAN = ("kekuatan", "area_perbaikan", "catatan", "rekomendasi")
