"""Planning (Pasal 9-15): a room for each topic, and here what reminds people of it."""

PINTU = {
	"data_pegawai": ("mend_data",),
	"pengingat": ("send_pengingat",),
}
