// The list of employees says why HR does not see everybody; the site's administrator mends it here.
(() => {
	const semula = frappe.listview_settings["Employee"] || {};

	frappe.listview_settings["Employee"] = Object.assign({}, semula, {
		onload(listview) {
			if (semula.onload) semula.onload(listview);
			if (!["Pengelola Kinerja", "System Manager"].some((role) => frappe.user.has_role(role))) return;
			frappe.xcall("kinerja_asn.api.orang.pegawai.get_keterikatan").then((hasil) => show(listview, hasil));
		},
	});

	function show(listview, { pesan, terikat }) {
		if (pesan) add_pesan(listview, pesan);
		if (!terikat.length) return;
		add_pesan(
			listview,
			__("Pengelola kinerja yang hanya melihat dirinya sendiri dan bawahannya: {0}", [terikat.join(", ")])
		);
		listview.page.add_inner_button(__("Lepaskan Ikatan"), () => release(listview));
	}

	function add_pesan(listview, teks) {
		$('<div class="alert alert-warning" role="status"></div>').text(teks).prependTo(listview.page.main);
	}

	function release(listview) {
		frappe.confirm(
			__("Pengelola kinerja akan melihat semua pegawai yang boleh dilihat HR User. Lanjutkan?"),
			() =>
				frappe.xcall("kinerja_asn.api.orang.pegawai.release_keterikatan").then((pesan) => {
					frappe.show_alert({ message: pesan, indicator: "green" });
					listview.page.main.find(".alert-warning").remove();
					listview.page.remove_inner_button(__("Lepaskan Ikatan"));
					listview.refresh();
				})
		);
	}
})();
