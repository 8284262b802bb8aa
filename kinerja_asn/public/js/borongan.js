// The bulk actions of our lists take each step on the version that the list shows: Frappe's own send names alone, and are refused.
(() => {
	const BERTAHAP = ["SKP", "Perubahan SKP", "Realisasi Kinerja", "Evaluasi Kinerja"];
	const kelas = frappe.views?.ListView;
	if (!kelas?.prototype.get_workflow_action_menu_items) return;

	const get_workflow_action_menu_items = kelas.prototype.get_workflow_action_menu_items;
	kelas.prototype.get_workflow_action_menu_items = function () {
		const butir = get_workflow_action_menu_items.call(this);
		if (!BERTAHAP.includes(this.doctype)) return butir;
		return butir.map((langkah) => ({ ...langkah, action: () => take_langkah(this, langkah.name) }));
	};

	function take_langkah(daftar, tindakan) {
		const dokumen = daftar.get_checked_items().map(({ name, modified }) => ({ name, modified }));
		const isi = { doctype: daftar.doctype, dokumen, tindakan };
		frappe.dom.freeze();
		frappe
			.xcall("kinerja_asn.api.alur.advance_banyak", isi)
			.then((gagal) => report(daftar.doctype, dokumen.length, gagal))
			.finally(() => {
				frappe.dom.unfreeze();
				daftar.clear_checked_items();
				daftar.refresh();
			});
	}

	function report(doctype, banyak, gagal) {
		const nama = Object.keys(gagal);
		const berhasil = __("{0} dokumen diproses.", [banyak - nama.length]);
		if (!nama.length) return frappe.show_alert({ message: berhasil, indicator: "green" });
		const baris = nama.map((name) => `<li>${frappe.utils.get_form_link(doctype, name, true)}: ${gagal[name]}</li>`);
		frappe.msgprint({
			title: __("{0} dokumen tidak diproses", [nama.length]),
			message: `<p>${berhasil}</p><ul>${baris.join("")}</ul>`,
			indicator: "orange",
		});
	}
})();
