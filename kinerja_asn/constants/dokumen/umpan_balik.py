"""Feedback: what is said, who was asked, and what nobody can lead back to whoever said it (docs/permissions.md)."""

from kinerja_asn.constants.dokumen.bentuk import PARA_PIHAK, Akses, Pihak

UMPAN_BALIK = {
	"Umpan Balik Kinerja": Akses(
		pihak=(*PARA_PIHAK, Pihak("pemberi_user")),
		pembuat=("penilai_user", "atasan_penilai_user", "pemberi_penugasan_user", "diminta_user"),
		identitas=(
			"skp",
			"tanggal",
			"sasaran",
			"hasil_kerja",
			"nilai",
			"bentuk",
			"sifat",
			"isi",
			"tautan_bukti",
		),
	),
	# The server writes the others (services/pelaksanaan/umpan_balik/).
	"Permintaan Umpan Balik": Akses(pihak=(*PARA_PIHAK, Pihak("peminta_user"))),
	# Who was asked, and that he has answered: for himself alone.
	"Responden Umpan Balik": Akses(pihak=(Pihak("responden_user"),), peran=()),
	# Sealed until all of it is opened at once: for nobody.
	"Amplop Umpan Balik": Akses(peran=()),
	# What was in it. There is none before it may be read.
	"Umpan Balik Tanpa Nama": Akses(pihak=PARA_PIHAK),
}
