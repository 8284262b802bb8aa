"""What the desk does about services and what citizens say of them."""

PINTU = {}
