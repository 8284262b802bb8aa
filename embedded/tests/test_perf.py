"""The people of the benchmark's agencies, made without documents: what Frappe asks of an account is there."""


def test_they_can_open_the_desk(monkeypatch):
	import frappe
	from frappe.boot import get_bootinfo

	from perf import instansi

	monkeypatch.setattr(frappe.db, "commit", lambda: None)
	uji = instansi.Instansi("UKX", 2)
	instansi.make_instansi(uji, tahun=())
	orang = next(uji.list_orang())
	frappe.set_user(orang.user)
	boot = get_bootinfo()
	assert boot.user.name == orang.user
	assert boot.notification_settings.name == orang.user
