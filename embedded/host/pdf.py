"""Prints: the body that monoframe's stub leaves empty, and PDFs by Chromium, which its stub refuses to make.

The page is printed from a file, with the site's styles and pictures put into it and all else forbidden: no
script, no network, no other file. The divs #header-html and #footer-html stay where they stand; wkhtmltopdf
on a bench repeats them on every page.
"""

import base64
import io
import mimetypes
import re
import subprocess
import tempfile
from pathlib import Path

from embedded import assets, chromium
from embedded.host import site_folder

SECONDS = 60
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
STYLESHEET = re.compile(r"""<link\b[^>]*?href=["'](/assets/[^"'?]+\.css)[^"']*["'][^>]*>""", re.IGNORECASE)
PICTURE = re.compile(r"""(<img\b[^>]*?src=["'])([^"':?]+)[^"']*(["'])""", re.IGNORECASE)


def mend():
	import monoframe.utils.pdf as pdf

	pdf.pdf_body_html = pdf_body_html
	pdf.get_pdf = get_pdf
	pdf.get_chrome_pdf = get_chrome_pdf


def pdf_body_html(template, args, **unused):
	return template.render(args, filters={"len": len})


def get_chrome_pdf(print_format, html, options, output, pdf_generator=None):
	"""Hook `pdf_generator`: None leaves the print to get_pdf."""
	return get_pdf(html, options, output) if pdf_generator == "chrome" else None


def get_pdf(html, options=None, output=None):
	"""PDF bytes. With `output`, a pypdf PdfWriter, the pages are added to it and it is returned.

	options: wkhtmltopdf's page-size, orientation, margin-top …, and `password`.
	"""
	from pypdf import PdfReader, PdfWriter

	options = options or {}
	content = _print(_self_contained(html, options))
	if output is None and not options.get("password"):
		return content
	writer = PdfWriter() if output is None else output
	writer.append(PdfReader(io.BytesIO(content)))
	if output is not None:
		return output
	writer.encrypt(options["password"])
	encrypted = io.BytesIO()
	writer.write(encrypted)
	return encrypted.getvalue()


def _print(html):
	import frappe

	browser = chromium.find()
	if not browser:
		frappe.throw("PDF needs Chromium on this host: install it (apt-get install chromium).")
	with tempfile.TemporaryDirectory(prefix="pdf-") as folder:
		page, pdf = Path(folder, "page.html"), Path(folder, "page.pdf")
		page.write_text(html)
		command = [browser, "--headless", *chromium.FLAGS, f"--user-data-dir={folder}/profile"]
		command += ["--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri()]
		result = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
		if not pdf.exists():
			frappe.throw(f"Chromium made no PDF: {result.stderr.strip()[-300:]}")
		return pdf.read_bytes()


def _self_contained(html, options):
	html = STYLESHEET.sub(_inline_style, html)
	html = PICTURE.sub(_inline_picture, html)
	head = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
	if "@page" not in html:
		head += f"<style>{_page_rule(options)}</style>"
	opened = re.sub(r"(<head\b[^>]*>)", lambda tag: tag[0] + head, html, count=1, flags=re.IGNORECASE)
	return opened if opened != html else head + html


def _page_rule(options):
	import frappe

	size = options.get("page-size") or frappe.db.get_single_value("Print Settings", "pdf_page_size") or "A4"
	if size == "Custom":
		size = "A4"
	margins = " ".join(options.get(f"margin-{side}") or "15mm" for side in ("top", "right", "bottom", "left"))
	return f"@page {{ size: {size} {(options.get('orientation') or 'portrait').lower()}; margin: {margins} }}"


def _inline_style(match):
	file = _file_of(match[1])
	return f"<style>{file.read_text()}</style>" if file else ""


def _inline_picture(match):
	file = _file_of(match[2])
	if not file:
		return match[0]
	kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
	return f"{match[1]}data:{kind};base64,{base64.b64encode(file.read_bytes()).decode()}{match[3]}"


def _file_of(address):
	"""The file behind /assets/…, /files/… or /private/files/…; None for others or without permission."""
	if address.startswith("/private/files/") and not _may_read(address):
		return None
	folders = assets.folders() | {
		"/files": site_folder.folder() / "public" / "files",
		"/private/files": site_folder.folder() / "private" / "files",
	}
	for prefix, folder in folders.items():
		file = Path(folder, address.removeprefix(f"{prefix}/")).resolve()
		if (
			address.startswith(f"{prefix}/")
			and file.is_file()
			and file.is_relative_to(Path(folder).resolve())
		):
			return file
	return None


def _may_read(address):
	from frappe.core.doctype.file.utils import find_file_by_url

	return find_file_by_url(address) is not None
