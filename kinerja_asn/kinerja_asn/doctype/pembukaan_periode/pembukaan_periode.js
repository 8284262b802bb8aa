frappe.ui.form.on("Pembukaan Periode", {
	setup(frm) {
		frm.set_query("periode", () => ({ filters: { status: "Dibuka" } }));
		frm.set_query("unit_kerja", () => ({ filters: frm.doc.instansi ? { company: frm.doc.instansi } : {} }));
	},

	refresh(frm) {
		if (frm.is_new()) return frm.set_intro(get_petunjuk_pembukaan(frm), "blue");
		show_hasil(frm);
		add_tombol(frm);
		watch_pembukaan(frm);
	},

	// The agency tells which units may be picked, before the server has filled it in.
	periode(frm) {
		if (!frm.doc.periode) return;
		frappe.db.get_value("Periode Kinerja", frm.doc.periode, "instansi").then(({ message }) => {
			frm.set_value("instansi", message.instansi);
		});
	},
});

const TOMBOL_PEMBUKAAN = {
	Menunggu: () => __("Mulai"),
	Terhenti: () => __("Lanjutkan"),
	Selesai: () => __("Buka Lagi"),
};

function get_status(frm) {
	return frm.doc.status === "Berjalan" && frm.doc.__onload?.diam ? "Terhenti" : frm.doc.status;
}

function get_petunjuk_pembukaan(frm) {
	const { jumlah_calon: calon, jumlah_dibuat: dibuat, jumlah_sudah_ada: ada, jumlah_galat: galat } = frm.doc;
	if (frm.is_new()) {
		return __("Simpan, lalu tekan Mulai. Pegawai yang sudah punya SKP pada periode ini dilewati.");
	}
	return {
		Menunggu: __("Tekan Mulai untuk membuat draf SKP. Pegawai yang sudah punya SKP dilewati."),
		Berjalan: __("Sedang membuat draf SKP: {0} dari {1} pegawai. Halaman ini boleh ditutup.", [
			dibuat + ada + galat,
			calon,
		]),
		Terhenti: __("Terhenti setelah {0} dari {1} pegawai. Tekan Lanjutkan; tidak ada SKP ganda.", [
			dibuat + ada + galat,
			calon,
		]),
		Selesai: galat
			? __("{0} draf SKP dibuat, {1} perlu diperbaiki. Perbaiki datanya, lalu tekan Buka Lagi.", [dibuat, galat])
			: __("{0} draf SKP dibuat. Tekan Buka Lagi bila ada pegawai baru.", [dibuat]),
	}[get_status(frm)];
}

function show_hasil(frm) {
	const warna = { Menunggu: "blue", Berjalan: "blue", Terhenti: "orange" };
	frm.set_intro("");
	frm.set_intro(get_petunjuk_pembukaan(frm), warna[get_status(frm)] || (frm.doc.jumlah_galat ? "orange" : "green"));
	frm.add_custom_button(__("Lihat SKP"), () => frappe.set_route("List", "SKP", { periode: frm.doc.periode }));
}

function add_tombol(frm) {
	const tombol = TOMBOL_PEMBUKAAN[get_status(frm)];
	if (!tombol || !frm.perm[0]?.write) return;
	frm.page.set_primary_action(tombol(), () =>
		frappe
			.call({ method: "kinerja_asn.api.pembukaan.start", args: { name: frm.doc.name }, freeze: true })
			.then(() => frm.reload_doc())
	);
}

// Counts are asked for, so that they move without a socket server too.
function watch_pembukaan(frm) {
	clearTimeout(frm.penunggu);
	if (get_status(frm) !== "Berjalan") return;
	frm.penunggu = setTimeout(() => {
		if (cur_frm === frm && get_status(frm) === "Berjalan") frm.reload_doc();
	}, 3000);
}
