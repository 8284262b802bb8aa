"""Aligning plans: what each row serves in the leader's plan, the matrix of roles, the Perjanjian Kinerja above them."""

PINTU = {
	"hasil_pimpinan": ("add_uraian", "get_pilihan_rhk_pimpinan", "is_pilihan", "join_uraian"),
	"kontribusi": ("get_kontribusi",),
	"matriks": ("count_matriks", "get_matriks", "may_bagi"),
	"pembagian_peran": ("IsianSel", "divide", "require_pembagi"),
	"penautan": ("is_menunggu", "link_menunggu"),
	"penyelarasan": ("link_rhk_pimpinan",),
	"perjanjian": (
		"build_baris",
		"find_belum_dibawa",
		"get_nama_pembawa",
		"get_perjanjian_pegawai",
		"get_pilihan",
	),
	"porsi": ("check_porsi_bersama",),
}
