"""Planning (Pasal 9-15): a room for each topic, and here what reminds people of it."""

PINTU = {
	"data_pegawai": ("describe_lingkaran", "mend_data"),
	"kontrak": ("follow_kontrak",),
	"pengingat": ("send_pengingat",),
}
