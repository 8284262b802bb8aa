"""Small real PDF files as evidence."""


def make_pdf(baris: list[str]) -> bytes:
	"""One A4 page with ``baris`` (Latin-1) as lines of text; opens in any reader."""
	objek = [
		b"<< /Type /Catalog /Pages 2 0 R >>",
		b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
		b"/Resources << /Font << /F1 5 0 R >> >> >>",
		_make_isi(baris),
		b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
	]
	return _assemble(objek)


def _make_isi(baris: list[str]) -> bytes:
	teks = "".join(f"({_escape(kalimat)}) Tj T* " for kalimat in baris)
	isi = f"BT /F1 12 Tf 18 TL 72 770 Td {teks}ET".encode("latin-1", "replace")
	return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(isi), isi)


def _escape(teks: str) -> str:
	return teks.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _assemble(objek: list[bytes]) -> bytes:
	pdf, letak = b"%PDF-1.4\n", []
	for nomor, isi in enumerate(objek, 1):
		letak.append(len(pdf))
		pdf += b"%d 0 obj\n%s\nendobj\n" % (nomor, isi)
	daftar = b"".join(b"%010d 00000 n \n" % posisi for posisi in letak)
	jumlah = len(objek) + 1
	return (
		pdf
		+ b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
		% (
			jumlah,
			daftar,
			jumlah,
			len(pdf),
		)
	)
