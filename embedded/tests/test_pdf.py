import io

import frappe
import pytest

from embedded import chromium
from embedded.host.pdf import _self_contained

needs_chromium = pytest.mark.skipif(not chromium.find(), reason="Chromium is not installed")


def text_of(pdf, password=None):
	from pypdf import PdfReader

	reader = PdfReader(io.BytesIO(pdf))
	if password:
		reader.decrypt(password)
	return "".join(page.extract_text() for page in reader.pages)


@pytest.fixture
def note(sample_app):
	return frappe.get_doc({"doctype": "Sample Note", "text": "Siti", "day": "2025-03-04"}).insert()


def test_a_print_has_the_body_of_its_format(note):
	html = frappe.get_print("Sample Note", note.name, print_format="Sample Print")
	assert "hello Siti" in html and "04-03-2025" in html


@needs_chromium
def test_get_print_as_pdf(note):
	pdf = frappe.get_print("Sample Note", note.name, print_format="Sample Print", as_pdf=True)
	assert "hello Siti" in text_of(pdf)


@needs_chromium
def test_password_and_page_size():
	from pypdf import PdfReader

	pdf = frappe.utils.pdf.get_pdf("<p>rahasia</p>", {"password": "kunci", "page-size": "A5"})
	assert "rahasia" in text_of(pdf, "kunci")
	reader = PdfReader(io.BytesIO(pdf), password="kunci")
	assert round(float(reader.pages[0].mediabox.height)) in range(590, 600)


@needs_chromium
def test_output_collects_pages():
	from pypdf import PdfWriter

	writer = PdfWriter()
	for text in ("satu", "dua"):
		assert frappe.utils.pdf.get_pdf(f"<p>{text}</p>", output=writer) is writer
	assert len(writer.pages) == 2


def test_scripts_network_and_other_files_are_forbidden():
	page = _self_contained("<html><head></head><body><img src='file:///etc/passwd'></body></html>", {})
	assert page.index("default-src 'none'") < page.index("<body>")


def test_no_browser_is_one_clear_error(monkeypatch):
	monkeypatch.setattr(chromium, "find", lambda: None)
	with pytest.raises(frappe.ValidationError, match="apt-get install chromium"):
		frappe.utils.pdf.get_pdf("<p>x</p>")


def test_pictures_of_the_site_are_put_into_the_page():
	file = frappe.get_doc(
		{"doctype": "File", "file_name": "dot.gif", "content": b"GIF89a", "is_private": 0}
	).insert()
	page = _self_contained(f'<img src="{file.file_url}">', {})
	assert "data:image/gif;base64,R0lGODlh" in page
	file.delete()


def test_a_private_picture_is_put_in_only_for_who_may_read_it():
	file = frappe.get_doc(
		{"doctype": "File", "file_name": "dot.gif", "content": b"GIF89b", "is_private": 1}
	).insert()
	tag = f'<img src="{file.file_url}">'
	assert "base64," in _self_contained(tag, {})
	frappe.set_user("Guest")
	assert "base64," not in _self_contained(tag, {})
	frappe.set_user("Administrator")
	file.delete()
