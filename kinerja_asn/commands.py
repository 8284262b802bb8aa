"""What is done from the command line, with one sentence where it is refused: ``bench --site SITE kinerja-demo``, the
demo agency, ``kinerja-capaian``, the kept totals, ``kinerja-rantai``, the chain of decisions, and ``kinerja-sisa``, what
uninstalling leaves."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
import frappe
from frappe import _
from frappe.commands import get_site, pass_context

from kinerja_asn.constants import APP
from kinerja_asn.demo.hapus import clear_demo_data
from kinerja_asn.demo.orang import print_logins
from kinerja_asn.demo.pembuat import create_demo_data, prepare_tahun
from kinerja_asn.demo.penanda import check_pelaksana, get_penanda
from kinerja_asn.pencopotan import check_tercopot, clear_sisa, describe_kolom, describe_sisa
from kinerja_asn.services.pelaksanaan.pemantauan.pencatatan import rebuild_semua
from kinerja_asn.services.penilaian.rantai.pemeriksaan import Pemeriksaan
from kinerja_asn.services.penilaian.rantai.penulisan import get_ujung


@click.group("kinerja-demo")
def kinerja_demo() -> None:
	"""Sample data of Kinerja ASN: a made-up agency, a year that is over and one that runs. For try-out sites only."""


@kinerja_demo.command("check")
@pass_context
def check(context) -> None:
	"""Fail, and change nothing, when this site may not take the sample data."""
	with connect(context):
		check_terpasang()
		choose_tahun(None)


@kinerja_demo.command("create")
@click.option(
	"--year", type=int, help="The year that is complete; the next is played up to today. Default: last year."
)
@pass_context
def create(context, year: int | None) -> None:
	"""Make the sample data, or finish what an interrupted run left half made, and print who can sign in."""
	with connect(context):
		check_terpasang()
		tahun = choose_tahun(year)
		warn(_("Semua orang pada data contoh masuk dengan satu kata sandi yang dipublikasikan."))
		warn(_("Jangan membuatnya di situs yang dapat dijangkau orang lain."))
		create_demo_data(click.echo, tahun=tahun)
		frappe.clear_cache()  # of the workers that serve the site
		print_logins()


@kinerja_demo.command("logins")
@pass_context
def show_logins(context) -> None:
	"""Print once more who can sign in."""
	with connect(context):
		check_terpasang()
		if not get_penanda():
			raise click.ClickException(_("Tidak ada data contoh di situs ini."))
		print_logins()


@kinerja_demo.command("remove")
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_context
def remove(context, yes: bool) -> None:
	"""Remove the sample data and what its people made since; nothing else."""
	with connect(context):
		check_terpasang()
		with refusing():
			check_pelaksana()
		if not get_penanda():
			click.echo(_("Tidak ada data contoh di situs ini."))
			return
		if not yes:
			click.confirm(_("Hapus data contoh beserta semua yang dibuat orang-orangnya?"), abort=True)
		clear_demo_data()
		frappe.clear_cache()
		click.echo(_("Data contoh sudah dihapus."))


@click.group("kinerja-capaian")
def kinerja_capaian() -> None:
	"""The totals that Kinerja ASN keeps per SKP and indikator, for reports and pages about the whole agency."""


@kinerja_capaian.command("rebuild")
@pass_context
def rebuild_capaian(context) -> None:
	"""Make them anew from plans and reports, and name every one that differed. May be stopped and run again."""
	with connect(context):
		check_terpasang()
		berbeda = 0
		for selisih in rebuild_semua():
			berbeda += len(selisih)
			for baris in selisih:
				click.echo(f"{baris.skp} {baris.kunci}: {baris.apa}")
		click.echo(_("Capaian yang tercatat dan berbeda dari realisasinya: {0}").format(berbeda))


@click.group("kinerja-rantai")
def kinerja_rantai() -> None:
	"""The chain of decisions: ratings, documents and objections, each linked to the one before it."""


@kinerja_rantai.command("check")
@click.option(
	"--anchor", help="What `head` printed before, as NUMBER:DIGEST: its end cannot be cut off then."
)
@pass_context
def check_rantai(context, anchor: str | None) -> None:
	"""Say which links and documents were changed around the application. Fails when there is one."""
	with connect(context):
		check_terpasang()
		pemeriksaan = Pemeriksaan(read_jangkar(anchor))
		semua = [*pemeriksaan.run()]
		for temuan in semua:
			click.echo(temuan.kalimat)
		click.echo(_("{0} mata rantai diperiksa, {1} temuan.").format(pemeriksaan.banyak, len(semua)))
		if semua:
			raise click.exceptions.Exit(1)


@kinerja_rantai.command("head")
@pass_context
def show_ujung(context) -> None:
	"""Print number and digest of the last link, to be kept where nobody of this site writes."""
	with connect(context):
		check_terpasang()
		click.echo("{}:{}".format(*get_ujung()))


def read_jangkar(teks: str | None) -> tuple[int, str] | None:
	if not teks:
		return None
	nomor, _titik, sidik = teks.partition(":")
	if not (nomor.isdecimal() and sidik):
		raise click.UsageError("--anchor is NUMBER:DIGEST, as printed by kinerja-rantai head")
	return int(nomor), sidik


@click.group("kinerja-sisa")
def kinerja_sisa() -> None:
	"""What Kinerja ASN leaves on a site that it was uninstalled from (docs/pencopotan.md)."""


@kinerja_sisa.command("list")
@pass_context
def list_sisa(context) -> None:
	"""Say what is there and why it stays; change nothing."""
	with connect(context):
		with refusing():
			check_tercopot()
		for baris in describe_sisa():
			click.echo(baris)


@kinerja_sisa.command("remove")
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_context
def remove_sisa(context, yes: bool) -> None:
	"""Drop the app's columns with what is in them, and traces of its documents that an earlier version left."""
	with connect(context):
		with refusing():
			check_tercopot()
		for baris in describe_kolom():
			click.echo(baris)
		if not yes:
			click.confirm(_("Hapus kolom itu beserta isinya? Isinya tidak dapat dikembalikan."), abort=True)
		clear_sisa()
		click.echo(_("Sisa Kinerja ASN sudah dihapus dari situs ini."))


def check_terpasang() -> None:
	if APP not in frappe.get_installed_apps():
		raise click.ClickException(
			_(
				"Kinerja ASN belum terpasang di situs ini. Pasang dahulu: bench --site {0} install-app {1}"
			).format(frappe.local.site, APP)
		)


def choose_tahun(tahun: int | None) -> int:
	with refusing():
		return prepare_tahun(tahun)


def warn(pesan: str) -> None:
	click.secho(pesan, fg="yellow", err=True)


@contextmanager
def connect(context) -> Iterator[None]:
	"""As Administrator on the one site that is named, in the site's language."""
	if len(context.sites or ()) > 1:
		raise click.UsageError("name one site: bench --site SITE ...")
	try:
		frappe.init(get_site(context))
	except frappe.IncorrectSitePath:
		raise click.UsageError("there is no such site in this bench") from None
	frappe.connect()
	frappe.set_user_lang(frappe.session.user)
	try:
		yield
	finally:
		frappe.destroy()


@contextmanager
def refusing() -> Iterator[None]:
	"""A refusal is a sentence, not a traceback."""
	try:
		yield
	except (frappe.ValidationError, frappe.PermissionError) as galat:
		raise click.ClickException(str(galat)) from None


commands = [kinerja_demo, kinerja_capaian, kinerja_rantai, kinerja_sisa]
