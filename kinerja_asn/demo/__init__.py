"""Demo data: Dinas Kependudukan dan Pencatatan Sipil of the made-up Kabupaten Sukamaju, last year whole and the running one
up to the day on which it is made.

For try-out sites only. Everybody in it signs in with one published password (``logins``): never create it on a
site that can be reached from outside or that holds data of real people.

    bench --site SITE kinerja-demo create
    bench --site SITE kinerja-demo remove

Where to look: ``orang`` has the people, ``rencana`` what each position plans, ``skenario`` the numbers of the
scenarios that a reader can check, ``instansi`` makes agency, units and accounts, ``tahun`` plays the years through the
app's own documents as the people concerned, ``hapus`` takes everything away again.
"""

from kinerja_asn.demo.hapus import clear_demo_data
from kinerja_asn.demo.orang import logins, print_logins
from kinerja_asn.demo.pembuat import create_demo_data

__all__ = ["clear_demo_data", "create_demo_data", "logins", "print_logins"]

PINTU = {
	"hapus": ("clear_demo_data",),
	"orang": ("print_logins",),
	"pembuat": ("create_demo_data", "prepare_tahun"),
	"penanda": ("check_pelaksana", "get_penanda"),
}
