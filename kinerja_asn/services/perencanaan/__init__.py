"""Planning (Pasal 9-15): a room for each topic, and here what reminds people of it."""

PINTU = {
	"pengingat": ("send_pengingat",),
}
