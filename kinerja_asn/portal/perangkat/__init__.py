"""The portal on a device: what makes it an application there."""

PINTU = {
	"aplikasi": ("BerkasAplikasi",),
}
