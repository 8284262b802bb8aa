// The portal works without this file. It saves typing, waiting and double clicks on a phone.
(() => {
	"use strict";
	const portal = document.querySelector(".ka");
	if (!portal) return;
	const BERLAKU = 7 * 24 * 3600 * 1000; // a forgotten draft on a shared device goes after a week

	const pesan = portal.querySelector("[role=alert][tabindex], [role=status][tabindex]");
	if (pesan) pesan.focus();

	portal.querySelectorAll("select[data-kirim]").forEach((pilihan) =>
		pilihan.addEventListener("change", () => pilihan.form.requestSubmit())
	);

	// A second press while the first is under way.
	portal.querySelectorAll("form[method=post]").forEach((form) =>
		form.addEventListener("submit", () =>
			setTimeout(() => form.querySelectorAll("button").forEach((tombol) => (tombol.disabled = true)))
		)
	);
	window.addEventListener("pageshow", (kembali) => {
		if (kembali.persisted) portal.querySelectorAll("button").forEach((tombol) => (tombol.disabled = false));
	});

	portal.querySelectorAll("input[type=file][data-maks-mb]").forEach((masukan) => {
		const galat = portal.querySelector("[data-galat-berkas]");
		masukan.addEventListener("change", () => {
			const maks = Number(masukan.dataset.maksMb);
			const dikenal = masukan.dataset.ekstensi.split(",");
			const salah = Array.from(masukan.files).flatMap((berkas) => periksa(berkas, maks, dikenal));
			galat.hidden = !salah.length;
			galat.textContent = salah.join(" ");
			if (salah.length) masukan.value = "";
		});
	});

	function periksa(berkas, maks, dikenal) {
		const ekstensi = berkas.name.split(".").pop().toLowerCase();
		if (!dikenal.includes(ekstensi)) return [`Berkas ${berkas.name} tidak diterima. Gunakan ${dikenal.join(", ")}.`];
		if (berkas.size > maks * 1024 * 1024) {
			const ukuran = Math.ceil(berkas.size / 1024 / 1024);
			return [`Berkas ${berkas.name} berukuran ${ukuran} MB; paling besar ${maks} MB. Perkecil atau gunakan tautan.`];
		}
		return [];
	}

	// Only the fields that the chosen direction of a target needs.
	portal.querySelectorAll("select[data-arah]").forEach((arah) => {
		const tampilkan = () => {
			const kelompok = arah.closest("fieldset");
			const angka = !["Ya/Tidak", "Naratif"].includes(arah.value);
			kelompok.querySelectorAll("[data-untuk=angka]").forEach((bagian) => (bagian.hidden = !angka));
			kelompok.querySelectorAll("[data-untuk=naratif]").forEach((bagian) => (bagian.hidden = arah.value !== "Naratif"));
		};
		arah.addEventListener("change", tampilkan);
		tampilkan();
	});

	// The quadrant follows the chosen ratings; what counts is worked out again on the server.
	portal.querySelectorAll("input[data-rating]").forEach((rating) => rating.addEventListener("change", tandaiKuadran));

	function tandaiKuadran() {
		const hasil = portal.querySelector("[data-rating=hasil]:checked");
		const perilaku = portal.querySelector("[data-rating=perilaku]:checked");
		if (!hasil || !perilaku) return;
		portal.querySelectorAll(".ka-kuadran td[data-hasil]").forEach((sel) => {
			const cocok = sel.dataset.hasil === hasil.value && sel.dataset.perilaku === perilaku.value;
			sel.classList.toggle("ka-terpilih", cocok);
			if (!cocok) return;
			portal.querySelector("[data-predikat]").textContent = sel.textContent;
			portal.querySelector("[data-belum]")?.remove();
		});
	}

	// What was typed survives a lost connection or a closed browser, until the server has it.
	const awalan = `kinerja:${portal.dataset.pengguna}:`;
	const gudang = bukaGudang();
	if (!gudang) return;
	portal.querySelectorAll("form[data-draf]").forEach((form) => {
		const kunci = awalan + location.pathname + ":" + form.dataset.draf;
		if (portal.querySelector("[data-tersimpan]")) gudang.removeItem(kunci);
		else tawarkan(form, kunci);
		form.addEventListener("input", () =>
			gudang.setItem(kunci, JSON.stringify({ pada: Date.now(), versi: form.elements.modified?.value, isi: baca(form) }))
		);
		form.addEventListener("submit", (kirim) => {
			if (/^(ajukan|tetapkan|serahkan)$/.test(kirim.submitter?.value)) sessionStorage.setItem("kinerja:terkirim", kunci);
		});
	});
	// A submission leads to another page: its success clears the draft there.
	if (portal.querySelector("[data-tersimpan]") && sessionStorage.getItem("kinerja:terkirim")) {
		gudang.removeItem(sessionStorage.getItem("kinerja:terkirim"));
		sessionStorage.removeItem("kinerja:terkirim");
	}

	function bukaGudang() {
		try {
			localStorage.setItem("kinerja:uji", "1");
			localStorage.removeItem("kinerja:uji");
			return localStorage;
		} catch {
			return null; // private browsing or full
		}
	}

	function medan(form) {
		return Array.from(form.elements).filter((satu) => satu.name && !["hidden", "file", "submit", "button"].includes(satu.type) && satu.tagName !== "FIELDSET");
	}

	function baca(form) {
		return medan(form).map((satu) => [satu.name, satu.value, ["checkbox", "radio"].includes(satu.type) ? satu.checked : null]);
	}

	function tawarkan(form, kunci) {
		const draf = JSON.parse(gudang.getItem(kunci) || "null");
		if (!draf) return;
		const usang = Date.now() - draf.pada > BERLAKU || draf.versi !== form.elements.modified?.value;
		if (usang) return gudang.removeItem(kunci);
		if (JSON.stringify(draf.isi) === JSON.stringify(baca(form))) return;
		form.before(buatTawaran(() => pulihkan(form, draf.isi), () => gudang.removeItem(kunci)));
	}

	function buatTawaran(terima, buang) {
		const kotak = document.createElement("div");
		kotak.className = "ka-pesan ka-ingat";
		kotak.setAttribute("role", "status");
		kotak.textContent = "Ada isian di perangkat ini yang belum tersimpan. ";
		for (const [label, tindakan] of [["Pulihkan", terima], ["Buang", buang]]) {
			const tombol = document.createElement("button");
			tombol.type = "button";
			tombol.className = "ka-tombol ka-kecil";
			tombol.textContent = label;
			tombol.addEventListener("click", () => {
				tindakan();
				kotak.remove();
			});
			kotak.append(tombol, " ");
		}
		return kotak;
	}

	function pulihkan(form, isi) {
		for (const [nama, nilai, dipilih] of isi) {
			for (const satu of medan(form).filter((calon) => calon.name === nama)) {
				if (dipilih === null) satu.value = nilai;
				else if (satu.value === nilai) satu.checked = dipilih;
				satu.dispatchEvent(new Event("change"));
			}
		}
	}
})();
