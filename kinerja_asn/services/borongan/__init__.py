"""Documents made for thousands in the background: one run at a time, committed chunks, a row per failure, gone on with after
a killed worker. What is made, and for whom, is said by the rooms that use this."""

PINTU = {
	"giliran": ("enqueue", "is_diam", "take_giliran"),
	"pelaksanaan": ("Temuan", "clear_galat", "go_through", "name_galat", "record_galat", "run", "write"),
}
