"""All rows of any report as a workbook: above the reports, which it lists."""

PINTU = {
	"pembuatan": ("remove_unduhan", "request_unduhan"),
}
