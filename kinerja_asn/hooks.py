from kinerja_asn.constants.akses import BERSAMA as _BERSAMA
from kinerja_asn.constants.akses import BERTAHAP as _BERTAHAP
from kinerja_asn.constants.akses import TABEL_ANAK as _TABEL_ANAK
from kinerja_asn.constants.akses import TERJAGA as _TERJAGA
from kinerja_asn.constants.peran import JEJAK as _JEJAK
from kinerja_asn.constants.peran import ROLES as _ROLES
from kinerja_asn.tahap.bawaan import NAMA_STATUS as _NAMA_STATUS
from kinerja_asn.tahap.bawaan import NAMA_TINDAKAN as _NAMA_TINDAKAN

app_name = "kinerja_asn"
app_title = "Kinerja ASN"
app_publisher = "kinerja_asn contributors"
app_description = "Pengelolaan kinerja ASN menurut PermenPANRB 6/2022 untuk ERPNext"
app_email = "kinerja-asn@example.org"
app_license = "gpl-3.0"
required_apps = ["frappe/erpnext"]

add_to_apps_screen = [
	{
		"name": "kinerja_asn",
		"logo": "/assets/kinerja_asn/images/logo.svg",
		"title": "Kinerja ASN",
		"route": "/kinerja/buka",  # leads on by who it is
		"has_permission": "kinerja_asn.permissions.penjaga.may_use_app",
	}
]

# Install, migrate, uninstall

before_install = "kinerja_asn.setup.before_install"
after_install = "kinerja_asn.setup.after_install"
after_migrate = "kinerja_asn.setup.after_migrate"
before_uninstall = "kinerja_asn.setup.before_uninstall"
after_uninstall = "kinerja_asn.setup.after_uninstall"

# What may be re-imported at every migrate. Workflows may not: they belong to HR once created (design.md §7).
fixtures = [
	{"dt": "Role", "filters": [["name", "in", list(_ROLES)]]},
	{"dt": "Workflow State", "filters": [["name", "in", list(_NAMA_STATUS)]]},
	{"dt": "Workflow Action Master", "filters": [["name", "in", list(_NAMA_TINDAKAN)]]},
]

# Access: one predicate per DocType serves lists, forms, child tables and files (docs/permissions.md)

permission_query_conditions = {
	**dict.fromkeys(_TERJAGA, "kinerja_asn.permissions.hooks.get_query_conditions"),
	**dict.fromkeys(_TABEL_ANAK, "kinerja_asn.permissions.hooks.get_child_query_conditions"),
	"Data Import": "kinerja_asn.permissions.sekitar.get_data_import_query_conditions",
	"File": "kinerja_asn.permissions.berkas.get_query_conditions",
	"Workflow": "kinerja_asn.permissions.sekitar.get_workflow_query_conditions",
	"Workflow Action": "kinerja_asn.permissions.sekitar.get_workflow_action_query_conditions",
	"Prepared Report": "kinerja_asn.permissions.sekitar.get_prepared_report_query_conditions",
	**dict.fromkeys(_JEJAK, "kinerja_asn.permissions.sekitar.get_jejak_query_conditions"),
}
has_permission = {
	**dict.fromkeys(_TERJAGA, "kinerja_asn.permissions.hooks.has_permission"),
	"Data Import": "kinerja_asn.permissions.sekitar.has_data_import_permission",
	"File": "kinerja_asn.permissions.berkas.has_permission",
	"Workflow": "kinerja_asn.permissions.sekitar.has_workflow_permission",
	**dict.fromkeys(_BERSAMA, "kinerja_asn.permissions.sekitar.has_bersama_permission"),
	"Workflow Action": "kinerja_asn.permissions.sekitar.has_workflow_action_permission",
	"Prepared Report": "kinerja_asn.permissions.sekitar.has_prepared_report_permission",
	**dict.fromkeys(_JEJAK, "kinerja_asn.permissions.sekitar.has_jejak_permission"),
}

before_request = [
	"kinerja_asn.permissions.permintaan.guard_permintaan",
	"kinerja_asn.lembar.rumus.export_at_once",
]

# Sign-in and sign-out, on whichever page of Frappe: where it leads, whose session a browser has, and what is kept there
# for it; what is said where a request to one of our pages fails

on_login = [
	"kinerja_asn.portal.akun.arah.remember_masuk",
	"kinerja_asn.services.situs.sesi.forget_sesi",
]
on_logout = "kinerja_asn.services.situs.sesi.mark_keluar"
after_request = [
	"kinerja_asn.portal.akun.arah.lead_on",
	"kinerja_asn.portal.dasar.perender.explain_gangguan",
	"kinerja_asn.services.situs.sesi.clear_perangkat",
	"kinerja_asn.lembar.rumus.neutralise",
]

# Endpoints of Frappe that count rows, or name them, without asking who may see them

override_whitelisted_methods = {
	"frappe.client.get_count": "kinerja_asn.api.hitung.get_count",
	"frappe.client.validate_link": "kinerja_asn.api.judul.validate_link",
	"frappe.desk.listview.get_group_by_count": "kinerja_asn.api.hitung.get_group_by_count",
	"frappe.desk.search.get_link_title": "kinerja_asn.api.judul.get_link_title",
	# ... that moves mails from document to document, and that does not say whose turn it is after a step.
	"frappe.email.relink": "kinerja_asn.api.surat.relink",
	"frappe.model.workflow.apply_workflow": "kinerja_asn.api.alur.apply_workflow",
	"frappe.utils.global_search.search": "kinerja_asn.api.pencarian.search",
	"frappe.workflow.doctype.workflow.workflow.get_workflow_state_count": "kinerja_asn.api.hitung.get_workflow_state_count",
}

# Document events

doc_events = {
	"*": {
		"before_rename": "kinerja_asn.services.orang.kewenangan.penjagaan.mark_diperiksa",
		"after_rename": "kinerja_asn.services.orang.kewenangan.penjagaan.guard_ganti_nama",
		"validate": "kinerja_asn.permissions.berkas.guard_lampiran",
	},
	"Auto Email Report": {"before_validate": "kinerja_asn.laporan.surel.note_pembaca"},
	"Employee": {
		"before_rename": "kinerja_asn.services.orang.kewenangan.penjagaan.guard_gabung",
		"after_rename": "kinerja_asn.services.orang.kewenangan.jejak.record_penggabungan",
		"validate": [
			"kinerja_asn.services.orang.kewenangan.penjagaan.guard_pegawai",
			"kinerja_asn.services.orang.kewenangan.pasangan.guard_pasangan",
			"kinerja_asn.services.orang.pegawai.validate_pegawai",
		],
		"on_update": [
			"kinerja_asn.services.orang.kewenangan.jejak.record_perubahan",
			"kinerja_asn.permissions.lingkup.forget_lingkup",
			"kinerja_asn.services.orang.akun.follow_akun",
			"kinerja_asn.services.orang.peran.follow_pegawai",
			"kinerja_asn.services.perencanaan.skp.draf.follow_pegawai",
			"kinerja_asn.services.perencanaan.kontrak.follow_kontrak",
			"kinerja_asn.services.pelaksanaan.pemantauan.pencatatan.follow_kontrak",
		],
		"on_trash": [
			"kinerja_asn.services.orang.kewenangan.penjagaan.guard_hapus_pegawai",
			"kinerja_asn.permissions.lingkup.forget_lingkup",
		],
		"after_delete": [
			"kinerja_asn.services.orang.kewenangan.jejak.record_penghapusan",
			"kinerja_asn.services.orang.peran.follow_pegawai",
		],
	},
	"User": {
		"before_rename": "kinerja_asn.services.orang.kewenangan.penjagaan.guard_gabung",
		"after_rename": [
			"kinerja_asn.services.orang.kewenangan.jejak.record_penggabungan",
			"kinerja_asn.services.orang.akun.follow_nama",
		],
		"validate": [
			"kinerja_asn.services.orang.kewenangan.penjagaan.guard_akun",
			"kinerja_asn.permissions.jejak.akun.guard_nama_akun",
		],
		"on_update": "kinerja_asn.services.orang.kewenangan.jejak.record_perubahan",
		"on_trash": "kinerja_asn.services.orang.kewenangan.penjagaan.guard_hapus_akun",
	},
	"Data Import": {
		"before_validate": [
			"kinerja_asn.permissions.berkas.check_impor",
			"kinerja_asn.services.orang.pengisian.impor.tidy_berkas",
		]
	},
	"User Permission": {
		"validate": "kinerja_asn.services.orang.kewenangan.penjagaan.guard_izin",
		"on_update": [
			"kinerja_asn.permissions.lingkup.forget_lingkup",
			"kinerja_asn.services.orang.kewenangan.jejak.record_perubahan",
		],
		"on_trash": [
			"kinerja_asn.services.orang.kewenangan.penjagaan.guard_izin",
			"kinerja_asn.permissions.lingkup.forget_lingkup",
		],
		"after_delete": "kinerja_asn.services.orang.kewenangan.jejak.record_penghapusan",
	},
	**{
		doctype: {
			"before_validate": "kinerja_asn.kinerja_asn.workflow.pemeriksaan.refuse_baris",
			"on_trash": "kinerja_asn.kinerja_asn.workflow.pemeriksaan.refuse_baris",
		}
		for doctype in ("Workflow Document State", "Workflow Transition")
	},
	**{
		doctype: {"after_rename": "kinerja_asn.permissions.sekitar.guard_nama_alur"}
		for doctype in ("Role", "Workflow State", "Workflow Action Master")
	},
	"Workflow": {
		"after_rename": "kinerja_asn.permissions.sekitar.guard_nama_alur",
		"validate": "kinerja_asn.kinerja_asn.workflow.pemeriksaan.validate_workflow",
		"on_change": "kinerja_asn.services.giliran.penyerahan.renew",
		"on_trash": "kinerja_asn.kinerja_asn.workflow.pemeriksaan.prevent_removal",
		"before_discard": "kinerja_asn.permissions.sekitar.prevent_discard",
	},
	"File": {
		"before_insert": [
			"kinerja_asn.permissions.berkas.guard_baru",
			"kinerja_asn.services.pelaksanaan.bukti.check_berkas",
		],
		"before_validate": "kinerja_asn.permissions.berkas.guard_perubahan",
		"validate": "kinerja_asn.permissions.berkas.guard_perubahan",
		"on_trash": "kinerja_asn.services.pelaksanaan.bukti.prevent_penghapusan",
		"before_discard": "kinerja_asn.permissions.sekitar.prevent_discard",
	},
	"Comment": {
		"before_insert": "kinerja_asn.permissions.jejak.komentar.guard_komentar",
		"validate": "kinerja_asn.permissions.jejak.komentar.guard_ubah_komentar",
		"on_trash": "kinerja_asn.permissions.jejak.komentar.guard_hapus_komentar",
	},
	"Communication": {
		"before_insert": "kinerja_asn.permissions.jejak.surat.guard_surat",
		"validate": "kinerja_asn.permissions.jejak.surat.guard_ubah_surat",
		"on_trash": "kinerja_asn.permissions.jejak.surat.guard_hapus_surat",
	},
	"Version": {
		"before_insert": "kinerja_asn.permissions.jejak.versi.guard_versi",
		"validate": "kinerja_asn.permissions.jejak.versi.guard_ubah_versi",
		"on_trash": "kinerja_asn.permissions.jejak.versi.guard_ubah_versi",
	},
	"ToDo": {"validate": "kinerja_asn.permissions.jejak.tugas.guard_tugas"},
	**{
		doctype: {"validate": "kinerja_asn.permissions.sekitar.prevent_pengait"}
		for doctype in (
			"Notification",
			"Webhook",
			"Server Script",
			"Report",
			"Assignment Rule",
			"Auto Repeat",
		)
	},
	"Tag Link": {"before_insert": "kinerja_asn.permissions.sekitar.prevent_tagging"},
	"Department": {
		"autoname": "kinerja_asn.services.orang.pengisian.nama_unit.set_nama_rekaman",
		"before_rename": "kinerja_asn.services.orang.kewenangan.penjagaan.guard_gabung",
		"after_rename": "kinerja_asn.services.orang.kewenangan.jejak.record_penggabungan",
		"validate": "kinerja_asn.services.orang.unit.guard_susunan",
		"on_update": [
			"kinerja_asn.services.orang.kewenangan.jejak.record_perubahan",
			"kinerja_asn.permissions.lingkup.forget_lingkup",
			"kinerja_asn.services.orang.pengisian.nama_unit.refresh_nama_unit",
		],
		"on_trash": "kinerja_asn.permissions.lingkup.forget_lingkup",
		"after_delete": "kinerja_asn.services.orang.pengisian.nama_unit.refresh_nama_unit",
	},
	"Company": {
		"validate": "kinerja_asn.services.pelaksanaan.perubahan_tenggat.guard_instansi",
		"on_update": "kinerja_asn.services.pelaksanaan.perubahan_tenggat.record_instansi",
	},
	"Holiday List": {
		"after_rename": "kinerja_asn.services.pelaksanaan.perubahan_tenggat.guard_gabung_libur",
		"validate": "kinerja_asn.services.pelaksanaan.perubahan_tenggat.guard_daftar_libur",
		"on_update": "kinerja_asn.services.pelaksanaan.perubahan_tenggat.record_daftar_libur",
	},
	"Holiday": {
		"validate": "kinerja_asn.services.pelaksanaan.perubahan_tenggat.guard_hari_libur",
		"on_trash": "kinerja_asn.services.pelaksanaan.perubahan_tenggat.guard_hari_libur",
	},
	"Notification Log": {"before_insert": "kinerja_asn.services.situs.tujuan.set_tautan"},
	"Document Follow": {"validate": "kinerja_asn.permissions.sekitar.prevent_following"},
	"DocShare": {"validate": "kinerja_asn.permissions.sekitar.prevent_sharing"},
	**{
		doctype: {
			"before_insert": [
				"kinerja_asn.permissions.sekitar.drop_nama_kiriman",
				"kinerja_asn.services.bersama.isian.check_jenis",
			],
			"before_validate": [
				"kinerja_asn.permissions.sekitar.guard_docstatus",
				"kinerja_asn.permissions.sekitar.keep_asal",
				"kinerja_asn.services.bersama.isian.check_jenis",
			],
			"before_discard": "kinerja_asn.permissions.sekitar.prevent_discard",
			"after_rename": "kinerja_asn.permissions.sekitar.prevent_rename",
			**(
				{"on_update": "kinerja_asn.services.giliran.penyerahan.hand_on"}
				if doctype in _BERTAHAP
				else {}
			),
		}
		for doctype in (*_TERJAGA, *_BERSAMA, *_TABEL_ANAK)
	},
}

# A trace names who is gone, and keeps nobody from being deleted.
ignore_links_on_delete = ["Jejak Kewenangan"]

# What Frappe writes and removes on disk for a File: before it does, unlike its document events

write_file = "kinerja_asn.services.pelaksanaan.penyimpanan.write_file"
delete_file_data_content = "kinerja_asn.services.pelaksanaan.penyimpanan.delete_file_data_content"

# Scheduler

scheduler_events = {
	"daily_long": [
		"kinerja_asn.jobs.harian.hand_back_after_plt",
		"kinerja_asn.jobs.harian.mend_data_pegawai",
		"kinerja_asn.jobs.harian.resume_perpindahan",
		"kinerja_asn.jobs.harian.pass_on_penetapan",
		"kinerja_asn.jobs.harian.pass_on_evaluasi",
		"kinerja_asn.jobs.harian.send_pengingat",
		"kinerja_asn.jobs.harian.remind_catatan",
		"kinerja_asn.jobs.harian.remind_tindakan",
		"kinerja_asn.jobs.harian.tell_sering_terlambat",
		"kinerja_asn.jobs.harian.remove_unduhan",
		"kinerja_asn.jobs.harian.sweep_kiriman",
		"kinerja_asn.jobs.harian.check_tautan",
		"kinerja_asn.jobs.harian.remind_moderasi",
		"kinerja_asn.jobs.harian.close_umpan_balik",
		"kinerja_asn.jobs.harian.remind_umpan_balik",
		"kinerja_asn.jobs.harian.remind_umpan_balik_berkala",
		"kinerja_asn.jobs.harian.check_capaian",
		"kinerja_asn.jobs.harian.remind_dokumen",
		"kinerja_asn.jobs.harian.examine_keberatan",
		"kinerja_asn.jobs.harian.check_rantai",
	],
	"hourly_long": ["kinerja_asn.jobs.harian.exchange_tanda_tangan"],
}

# Desk: what several forms share

_FORMULIR, _RENCANA, _ANGKA, _INSTANSI = (
	f"public/js/{nama}.js" for nama in ("formulir", "rencana", "angka", "instansi")
)
app_include_js = ["/assets/kinerja_asn/js/cari.js", "/assets/kinerja_asn/js/borongan.js"]
doctype_js = {
	"Employee": "public/js/pegawai.js",
	"Notification Log": "public/js/pemberitahuan.js",
	"Workflow": "public/js/alur.js",
	"Realisasi Kinerja": [_ANGKA, _FORMULIR],
	"Evaluasi Kinerja": [_ANGKA, _FORMULIR],
	"SKP": [_ANGKA, _FORMULIR, _RENCANA],
	"Perubahan SKP": [_ANGKA, _FORMULIR, _RENCANA],
	"Templat SKP": [_ANGKA, _RENCANA, _INSTANSI],
	"Periode Kinerja": [_FORMULIR, _INSTANSI],
	"Indikator Kinerja": [_ANGKA, _INSTANSI],
	"Perjanjian Kinerja": [_ANGKA, _FORMULIR],
	**dict.fromkeys(("Pembukaan Periode", "Penyiapan Evaluasi", "Kinerja Unit"), _FORMULIR),
	**dict.fromkeys(("Penugasan Kinerja", "Skema Penilaian", "Pola Distribusi", "Catatan Harian"), _ANGKA),
	"Umpan Balik Masyarakat": "public/js/layanan.js",
}
page_js = {"workflow-builder": "public/js/perancang_alur.js"}
doctype_list_js = {
	"Department": "public/js/unit_list.js",
	"Employee": "public/js/pegawai_list.js",
	"Umpan Balik Masyarakat": "public/js/layanan.js",
	**dict.fromkeys((doctype for doctype, daftar in doctype_js.items() if _ANGKA in daftar), _ANGKA),
}

doctype_tree_js = {"Department": "public/js/unit_tree.js"}

# What print formats and notifications call

jinja = {
	"methods": [
		"kinerja_asn.cetak.skp.get_cetak_skp",
		"kinerja_asn.cetak.skp.get_cetak_manual",
		"kinerja_asn.cetak.skp.get_cetak_lampiran",
		"kinerja_asn.cetak.kinerja_unit.get_cetak_kinerja_unit",
		"kinerja_asn.cetak.matriks.get_cetak_matriks",
		"kinerja_asn.cetak.dokumen.get_cetak_dokumen",
		"kinerja_asn.cetak.evaluasi.get_cetak_evaluasi",
		"kinerja_asn.cetak.poster.get_cetak_poster",
		"kinerja_asn.cetak.pembinaan.get_cetak_bimbingan",
		"kinerja_asn.cetak.pembinaan.get_cetak_laporan",
		"kinerja_asn.cetak.pembinaan.get_cetak_tanggapan",
		"kinerja_asn.cetak.rencana_aksi.get_cetak_pendokumentasian",
		"kinerja_asn.cetak.rencana_aksi.get_cetak_rencana_aksi",
		"kinerja_asn.cetak.umpan_balik.get_cetak_umpan_balik",
		"kinerja_asn.services.bersama.pemberitahuan.get_bahasa",
		"kinerja_asn.services.bersama.periode.get_nama_periode",
		"kinerja_asn.services.situs.tujuan.get_tautan",
	]
}

# Portal

page_renderer = [
	"kinerja_asn.portal.dasar.perender.HalamanPortal",
	"kinerja_asn.portal.perangkat.aplikasi.BerkasAplikasi",
]
website_path_resolver = ["kinerja_asn.portal.dasar.jalur.resolve_jalur"]
role_home_page = {"Pegawai ASN": "kinerja/buka", "Pejabat Penilai Kinerja": "kinerja/buka"}
standard_portal_menu_items = [
	{"title": "Kinerja Saya", "route": "/kinerja", "role": "Pegawai ASN"},
	{"title": "Tim Saya", "route": "/kinerja/tim", "role": "Pejabat Penilai Kinerja"},
]

# Typing

export_python_type_annotations = True
require_type_annotated_api_methods = True
