frappe.ui.form.on("Penyiapan Evaluasi", {
	setup(frm) {
		frm.set_query("periode", () => ({ filters: { status: "Dibuka" } }));
		frm.set_query("unit_kerja", () => ({ filters: frm.doc.instansi ? { company: frm.doc.instansi } : {} }));
	},

	refresh(frm) {
		if (frm.is_new()) {
			return frm.set_intro(
				__("Simpan: pratinjaunya menyebut berapa evaluasi yang akan disiapkan. Belum ada yang dibuat."),
				"blue"
			);
		}
		kinerja_asn.formulir.show_judul(frm);
		show_keadaan(frm);
		add_tombol_penyiapan(frm);
		show_pratinjau_penyiapan(frm);
		watch_penyiapan(frm);
	},

	// The agency tells which units may be picked, before the server has filled it in.
	periode(frm) {
		if (!frm.doc.periode) return;
		frappe.db.get_value("Periode Kinerja", frm.doc.periode, "instansi").then(({ message }) => {
			frm.set_value("instansi", message.instansi);
		});
	},
});

const TOMBOL_PENYIAPAN = {
	Menunggu: () => __("Mulai"),
	Terhenti: () => __("Lanjutkan"),
	Selesai: () => __("Siapkan Lagi"),
};

function get_status_penyiapan(frm) {
	return frm.doc.status === "Berjalan" && frm.doc.__onload?.diam ? "Terhenti" : frm.doc.status;
}

function show_keadaan(frm) {
	const { jumlah_calon: calon, jumlah_dibuat: dibuat, jumlah_sudah_ada: ada, jumlah_galat: galat } = frm.doc;
	const status = get_status_penyiapan(frm);
	const kalimat = {
		Menunggu: __("Periksa pratinjau di bawah ini, lalu tekan Mulai. Evaluasi yang sudah ada dilewati."),
		Berjalan: __("Sedang menyiapkan evaluasi: {0} dari {1}. Halaman ini boleh ditutup.", [dibuat + ada + galat, calon]),
		Terhenti: __("Terhenti setelah {0} dari {1}. Tekan Lanjutkan; tidak ada evaluasi ganda.", [dibuat + ada + galat, calon]),
		Selesai: `${__("{0} evaluasi disiapkan, {1} sudah ada.", [dibuat, ada])} ${
			galat
				? __("{0} perlu diperbaiki: perbaiki datanya, lalu tekan Siapkan Lagi.", [galat])
				: __("Tekan Siapkan Lagi bila ada SKP yang ditetapkan sesudahnya.")
		}`,
	}[status];
	const warna = { Menunggu: "blue", Berjalan: "blue", Terhenti: "orange" };
	frm.set_intro("");
	frm.set_intro(kalimat, warna[status] || (galat ? "orange" : "green"));
	frm.add_custom_button(__("Lihat Evaluasi"), () =>
		frappe.set_route("List", "Evaluasi Kinerja", { periode: frm.doc.periode, jenis: frm.doc.jenis, masa_ke: frm.doc.masa_ke })
	);
}

function add_tombol_penyiapan(frm) {
	const tombol = TOMBOL_PENYIAPAN[get_status_penyiapan(frm)];
	if (!tombol || !frm.perm[0]?.write) return;
	frm.page.set_primary_action(tombol(), () =>
		frappe
			.call({ method: "kinerja_asn.api.penilaian.penyiapan.start", args: { name: frm.doc.name }, freeze: true })
			.then(() => frm.reload_doc())
	);
}

function show_pratinjau_penyiapan(frm) {
	const wadah = frm.get_field("pratinjau").$wrapper.empty();
	frm.toggle_display("pratinjau_section", false);
	if (get_status_penyiapan(frm) === "Berjalan" || !frm.perm[0]?.write) return;
	const muat = () => {
		frm.toggle_display("pratinjau_section", true);
		wadah.text(__("Menghitung …"));
		frappe
			.call("kinerja_asn.api.penilaian.penyiapan.preview", { name: frm.doc.name })
			.then(({ message }) => wadah.html(draw_pratinjau_penyiapan(message)));
	};
	if (get_status_penyiapan(frm) === "Menunggu") muat();
	else frm.add_custom_button(__("Pratinjau"), muat);
}

function draw_pratinjau_penyiapan(hitungan) {
	const teks = (isi) => frappe.utils.escape_html(isi);
	const baris = [
		[__("Akan disiapkan"), hitungan.jumlah_dibuat],
		[__("Sudah ada, dilewati"), hitungan.jumlah_sudah_ada],
		[__("Perlu diperbaiki dahulu"), hitungan.jumlah_galat],
	].map(([label, angka]) => `<tr><th scope="row">${teks(label)}</th><td class="text-right">${angka}</td></tr>`);
	const galat = hitungan.galat.map(({ nama, pesan }) => `<li><b>${teks(nama)}</b>: ${pesan}</li>`);
	const sebab = hitungan.tidak_ikut.split("\n").filter(Boolean).map((kalimat) => `<li>${teks(kalimat)}</li>`);
	return `<table class="table table-bordered table-sm" style="max-width: 30em"><tbody>${baris.join("")}</tbody></table>
		${galat.length ? `<p>${teks(__("Perlu diperbaiki dahulu"))}</p><ul>${galat.join("")}</ul>` : ""}
		${sebab.length ? `<p>${teks(__("Tidak ikut, dan sebabnya"))}</p><ul>${sebab.join("")}</ul>` : ""}`;
}

// Counts are asked for, so that they move without a socket server too.
function watch_penyiapan(frm) {
	clearTimeout(frm.penunggu);
	if (get_status_penyiapan(frm) !== "Berjalan") return;
	frm.penunggu = setTimeout(() => {
		if (cur_frm === frm && get_status_penyiapan(frm) === "Berjalan") frm.reload_doc();
	}, 3000);
}
