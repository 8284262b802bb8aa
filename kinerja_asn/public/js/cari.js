// Ctrl+K: besides what Frappe offers, the people whose performance the reader may see, by name or NIP.
(() => {
	const PERAN = ["Pejabat Penilai Kinerja", "Pengelola Kinerja", "Pengelola Kinerja Unit", "Auditor Kinerja"];
	const kelas = frappe.search?.AwesomeBar;
	if (!kelas?.prototype.make_global_search) return;

	const make_global_search = kelas.prototype.make_global_search;
	kelas.prototype.make_global_search = function (teks) {
		make_global_search.call(this, teks);
		if (teks.charAt(0) === "#" || teks.length < 3 || !frappe.user.has_role(PERAN)) return;
		const aman = frappe.utils.escape_html(teks);
		this.options.push({
			label: __("Kinerja pegawai: {0}", [aman.bold()]),
			value: __("Kinerja pegawai: {0}", [teks]),
			match: teks,
			index: 90,
			default: "Kinerja",
			onclick: () => show_pegawai(teks),
		});
	};

	function show_pegawai(teks) {
		frappe.xcall("kinerja_asn.api.pencarian.find_pegawai", { cari: teks }).then((daftar) => {
			if (daftar.length === 1) return location.assign(daftar[0].alamat);
			frappe.msgprint({
				title: __("Kinerja pegawai: {0}", [frappe.utils.escape_html(teks)]),
				message: daftar.length
					? `<ul>${daftar.map(get_baris).join("")}</ul>`
					: __("Tidak ada yang cocok di antara pegawai yang boleh Anda lihat. Periksa ejaan nama, atau ketik NIP-nya."),
			});
		});
	}

	function get_baris({ nama, jabatan, unit, alamat }) {
		const [tujuan, ...isi] = [alamat, nama, jabatan, unit].map((bagian) => frappe.utils.escape_html(bagian || ""));
		const [sebutan, ...rincian] = isi;
		return `<li><a href="${tujuan}">${sebutan}</a> <span class="text-muted">${rincian.filter(Boolean).join(" · ")}</span></li>`;
	}
})();
