frappe.ui.form.on("Pembukaan Periode", {
	setup(frm) {
		frm.set_query("periode", () => ({ filters: { status: "Dibuka" } }));
		frm.set_query("unit_kerja", () => ({ filters: frm.doc.instansi ? { company: frm.doc.instansi } : {} }));
	},

	refresh(frm) {
		if (frm.is_new()) return frm.set_intro(get_petunjuk_pembukaan(frm), "blue");
		kinerja_asn.formulir.show_judul(frm);
		show_hasil(frm);
		add_tombol(frm);
		show_pratinjau(frm);
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
		return __("Simpan: pratinjaunya menyebut berapa draf yang akan dibuat, dan dari mana isinya. Belum ada yang dibuat.");
	}
	return {
		Menunggu: __("Periksa pratinjau di bawah ini, lalu tekan Mulai. Pegawai yang sudah punya SKP dilewati."),
		Berjalan: __("Sedang membuat draf SKP: {0} dari {1} pegawai. Halaman ini boleh ditutup.", [
			dibuat + ada + galat,
			calon,
		]),
		Terhenti: __("Terhenti setelah {0} dari {1} pegawai. Tekan Lanjutkan; tidak ada SKP ganda.", [
			dibuat + ada + galat,
			calon,
		]),
		Selesai: `${describe_isi(frm.doc)} ${
			galat
				? __("{0} perlu diperbaiki: perbaiki datanya, lalu tekan Buka Lagi.", [galat])
				: __("Tekan Buka Lagi bila ada pegawai baru.")
		}`,
	}[get_status(frm)];
}

// An empty draft is called empty: the same sentence before and after.
function describe_isi(hitungan) {
	return __("{0} draf SKP: {1} disalin dari SKP tahun lalu, {2} dari templat jabatan, {3} kosong.", [
		hitungan.jumlah_dibuat,
		hitungan.jumlah_disalin,
		hitungan.jumlah_templat,
		hitungan.jumlah_kosong,
	]);
}

function show_pratinjau(frm) {
	const wadah = frm.get_field("pratinjau").$wrapper.empty();
	frm.toggle_display("pratinjau_section", false);
	if (get_status(frm) === "Berjalan" || !frm.perm[0]?.write) return;
	if (get_status(frm) !== "Menunggu") return frm.add_custom_button(__("Pratinjau"), () => load_pratinjau(frm, wadah));
	load_pratinjau(frm, wadah);
}

function load_pratinjau(frm, wadah) {
	frm.toggle_display("pratinjau_section", true);
	wadah.text(__("Menghitung …"));
	frappe
		.call("kinerja_asn.api.pembukaan.preview", { name: frm.doc.name })
		.then(({ message }) => wadah.html(draw_pratinjau(message)));
}

function draw_pratinjau(hitungan) {
	const teks = (isi) => frappe.utils.escape_html(isi);
	const baris = [
		[__("Pegawai yang dinilai"), hitungan.jumlah_calon],
		[__("Sudah punya SKP, dilewati"), hitungan.jumlah_sudah_ada],
		[__("Perlu diperbaiki dahulu"), hitungan.jumlah_galat],
	].map(([label, angka]) => `<tr><th scope="row">${teks(label)}</th><td class="text-right">${angka}</td></tr>`);
	const galat = hitungan.galat.map(({ nama, pesan }) => `<li><b>${teks(nama)}</b>: ${pesan}</li>`);
	const sebab = hitungan.tidak_ikut.split("\n").filter(Boolean).map((kalimat) => `<li>${teks(kalimat)}</li>`);
	return `<p><b>${teks(describe_isi(hitungan))}</b></p>
		<table class="table table-bordered table-sm" style="max-width: 30em"><tbody>${baris.join("")}</tbody></table>
		${galat.length ? `<p>${teks(__("Perlu diperbaiki dahulu"))}</p><ul>${galat.join("")}</ul>` : ""}
		${sebab.length ? `<p>${teks(__("Tidak ikut, dan sebabnya"))}</p><ul>${sebab.join("")}</ul>` : ""}`;
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
