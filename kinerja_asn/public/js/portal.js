// The portal works without this file. It saves typing, waiting and double clicks on a phone.
(() => {
	"use strict";
	const portal = document.querySelector(".ka");
	if (!portal) return;
	const BERLAKU = 7 * 24 * 3600 * 1000; // a forgotten draft on a shared device goes after a week

	const pesan = portal.querySelector("[role=alert][tabindex], [role=status][tabindex]");
	if (pesan) pesan.focus();

	// Said once: loaded again, the page must neither say "saved" nor drop what was typed since.
	const alamat = new URL(location.href);
	if (alamat.searchParams.has("pesan")) {
		alamat.searchParams.delete("pesan");
		history.replaceState(history.state, "", alamat);
	}

	// A mistake leads to its row in a long form.
	const judulBaris = Array.from(portal.querySelectorAll("fieldset[id] > legend"));
	portal.querySelectorAll("#galat li").forEach((galat) => {
		const judul = judulBaris.findLast((satu) => galat.textContent.startsWith(satu.textContent));
		if (!judul) return;
		const tautan = document.createElement("a");
		tautan.href = `#${judul.parentElement.id}`;
		tautan.textContent = judul.textContent;
		galat.replaceChildren(tautan, galat.textContent.slice(judul.textContent.length));
	});

	portal.querySelectorAll("select[data-kirim]").forEach((pilihan) =>
		pilihan.addEventListener("change", () => pilihan.form.requestSubmit())
	);

	// What a choice changes on the page is worked out by the server: choosing presses the button beside it.
	portal.querySelectorAll("select[data-tekan]").forEach((pilihan) => {
		const tombol = document.getElementById(pilihan.dataset.tekan);
		tombol.hidden = true;
		pilihan.addEventListener("change", () => pilihan.form.requestSubmit(tombol));
	});
	portal.querySelectorAll("input[data-tekan]").forEach((masukan) =>
		masukan.addEventListener("keydown", (ketukan) => {
			if (ketukan.key !== "Enter") return;
			ketukan.preventDefault();
			masukan.form.requestSubmit(document.getElementById(masukan.dataset.tekan));
		})
	);

	// Takes words away that have been typed; a row that is still empty goes at once.
	portal.querySelectorAll("button[data-yakin]").forEach((tombol) =>
		tombol.addEventListener("click", (tekan) => {
			const isian = Array.from(tombol.closest("fieldset").querySelectorAll("textarea"));
			if (isian.some((satu) => satu.value.trim()) && !confirm(tombol.dataset.yakin)) tekan.preventDefault();
		})
	);

	// A row more or less, a remark sent: the reader goes on where he was.
	portal.querySelectorAll("form[data-draf]").forEach((form) =>
		form.addEventListener("submit", () => {
			const { name, value } = document.activeElement;
			sessionStorage.setItem("kinerja:tempat", JSON.stringify({ y: scrollY, name, value }));
		})
	);
	const diketik = portal.querySelector("form[data-diketik]");
	const tempat = JSON.parse(sessionStorage.getItem("kinerja:tempat"));
	if (diketik && tempat && !portal.querySelector("[autofocus]")) {
		scrollTo(0, tempat.y);
		Array.from(diketik.elements)
			.find((satu) => satu.name === tempat.name && (satu.name !== "aksi" || satu.value === tempat.value))
			?.focus({ preventScroll: true });
	}

	// A second press while the first is under way. A download leaves the page, and its button, as they are.
	portal.querySelectorAll("form[method=post]:not([data-unduh])").forEach((form) =>
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

	// Asked for only while nothing is chosen from the list.
	portal.querySelectorAll("[data-bila-kosong]").forEach((bagian) => {
		const pilihan = bagian.closest("form").elements[bagian.dataset.bilaKosong];
		const tampilkan = () => (bagian.hidden = Boolean(pilihan.value));
		pilihan.addEventListener("change", tampilkan);
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
		const simpan = () =>
			gudang.setItem(kunci, JSON.stringify({ pada: Date.now(), versi: form.elements.modified?.value, isi: baca(form) }));
		if (portal.querySelector("[data-tersimpan]")) gudang.removeItem(kunci);
		else if ("diketik" in form.dataset) simpan(); // the server has just shown again what was typed, with a row more or less
		else tawarkan(form, kunci);
		form.addEventListener("input", simpan);
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
		const bukanIsian = ["csrf_token", "modified"];
		return Array.from(form.elements).filter(
			(satu) =>
				satu.name && !bukanIsian.includes(satu.name) && !["file", "submit", "button"].includes(satu.type) && satu.tagName !== "FIELDSET"
		);
	}

	function baca(form) {
		return medan(form).map((satu) => [
			satu.name,
			satu.value,
			["checkbox", "radio"].includes(satu.type) ? satu.checked : null,
			["textarea", "text"].includes(satu.type),
		]);
	}

	function tawarkan(form, kunci) {
		const draf = JSON.parse(gudang.getItem(kunci) || "null");
		if (!draf) return;
		const buang = () => gudang.removeItem(kunci);
		if (Date.now() - draf.pada > BERLAKU) return buang();
		if (JSON.stringify(draf.isi) === JSON.stringify(baca(form))) return;
		if (draf.versi === form.elements.modified?.value) {
			const pilihan = { Pulihkan: () => pulihkan(form, draf.isi), Buang: buang };
			return form.before(buatTawaran("Ada isian di perangkat ini yang belum tersimpan. ", pilihan));
		}
		// The document has moved on: put back, the fields would undo what others wrote. The words are shown to be copied.
		const ketikan = cariKetikan(form, draf.isi);
		if (!ketikan.length) return buang();
		const kotak = buatTawaran("Dokumen ini sudah berubah sejak Anda mengetik. Salin yang masih diperlukan: ", { Buang: buang });
		kotak.append(buatDaftar(ketikan));
		form.before(kotak);
	}

	// [label of the field, what was typed], of the words that the form does not hold now.
	function cariKetikan(form, isi) {
		const ada = new Set(medan(form).map((satu) => satu.value.trim()));
		return isi
			.filter(([, nilai, , teks]) => teks && nilai.trim() && !ada.has(nilai.trim()))
			.map(([nama, nilai]) => [form.elements[nama]?.labels?.[0]?.firstChild.textContent.trim() || "Baris baru", nilai]);
	}

	function buatDaftar(ketikan) {
		const daftar = document.createElement("dl");
		for (const [label, nilai] of ketikan) {
			daftar.append(
				Object.assign(document.createElement("dt"), { textContent: label }),
				Object.assign(document.createElement("dd"), { textContent: nilai, className: "ka-teks" })
			);
		}
		return daftar;
	}

	function buatTawaran(teks, pilihan) {
		const kotak = document.createElement("div");
		kotak.className = "ka-pesan ka-ingat ka-tawaran";
		kotak.setAttribute("role", "status");
		kotak.textContent = teks;
		for (const [label, tindakan] of Object.entries(pilihan)) {
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
		const hilang = isi.filter((satu) => !isikan(form, satu));
		const susunUlang = form.querySelector("[data-susun-ulang]");
		if (!hilang.length || !susunUlang) return medan(form).forEach((satu) => satu.dispatchEvent(new Event("change")));
		// Rows that the page does not have: the server shows it again with them.
		for (const [name, value] of hilang.filter(([, , dipilih]) => dipilih !== false)) {
			form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
		}
		form.requestSubmit(susunUlang);
	}

	function isikan(form, [nama, nilai, dipilih]) {
		const calon = medan(form).filter((satu) => satu.name === nama);
		for (const satu of calon) {
			if (dipilih === null) satu.value = nilai;
			else if (satu.value === nilai) satu.checked = dipilih;
		}
		return calon.length;
	}
})();
