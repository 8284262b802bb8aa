// The portal works without this file. It saves typing, waiting and double clicks on a phone.
(() => {
	"use strict";
	const portal = document.querySelector(".ka");
	if (!portal) return;

	catatAlamat(new URL(location.href));

	window.addEventListener("pageshow", (kembali) => {
		if (kembali.persisted) document.querySelectorAll(".ka form").forEach((form) => matikan(form, false));
	});

	pasang(portal);

	// Said once: loaded again, the page must not say "saved".
	function catatAlamat(alamat) {
		alamat.searchParams.delete("pesan");
		if (alamat.href !== location.href) history.replaceState(history.state, "", alamat);
	}

	function cariPesan(bagian) {
		return bagian.querySelector("[role=alert][tabindex], [role=status][tabindex]");
	}

	function pasang(bagian) {
		cariPesan(bagian)?.focus();
		tautkanGalat(bagian);
		pasangPilihan(bagian);
		pasangPertanyaan(bagian);
		pasangBerkas(bagian);
		pasangArah(bagian);
		pasangBila(bagian);
		pasangKuadran(bagian);
		pasangKirim(bagian, window.pasangDraf(bagian));
	}

	// A mistake leads to its row in a long form.
	function tautkanGalat(bagian) {
		const judulBaris = Array.from(bagian.querySelectorAll("fieldset[id] > legend"));
		bagian.querySelectorAll("#galat li").forEach((galat) => {
			const judul = judulBaris.findLast((satu) => galat.textContent.startsWith(satu.textContent));
			if (!judul) return;
			const tautan = document.createElement("a");
			tautan.href = `#${judul.parentElement.id}`;
			tautan.textContent = judul.textContent;
			galat.replaceChildren(tautan, galat.textContent.slice(judul.textContent.length));
		});
	}

	// What a choice changes on the page is worked out by the server: choosing presses the button beside it.
	function pasangPilihan(bagian) {
		bagian.querySelectorAll("select[data-kirim]").forEach((pilihan) =>
			pilihan.addEventListener("change", () => pilihan.form.requestSubmit())
		);
		bagian.querySelectorAll("select[data-tekan]").forEach((pilihan) => {
			const tombol = document.getElementById(pilihan.dataset.tekan);
			tombol.hidden = true;
			pilihan.addEventListener("change", () => pilihan.form.requestSubmit(tombol));
		});
		bagian.querySelectorAll("input[data-tekan]").forEach((masukan) =>
			masukan.addEventListener("keydown", (ketukan) => {
				if (ketukan.key !== "Enter") return;
				ketukan.preventDefault();
				masukan.form.requestSubmit(document.getElementById(masukan.dataset.tekan));
			})
		);
	}

	// data-tanya: a signature. data-yakin: takes words away that have been typed; an empty row goes at once.
	function pasangPertanyaan(bagian) {
		bagian.querySelectorAll("button[data-tanya], button[data-yakin]").forEach((tombol) =>
			tombol.addEventListener("click", (tekan) => {
				const isian = Array.from(tombol.closest("fieldset")?.querySelectorAll("textarea") || []);
				const perlu = tombol.dataset.tanya || isian.some((satu) => satu.value.trim());
				if (perlu && !confirm(tombol.dataset.tanya || tombol.dataset.yakin)) tekan.preventDefault();
			})
		);
	}

	function pasangBerkas(bagian) {
		bagian.querySelectorAll("input[type=file][data-maks-mb]").forEach((masukan) => {
			const galat = bagian.querySelector("[data-galat-berkas]");
			masukan.addEventListener("change", () => {
				const maks = Number(masukan.dataset.maksMb);
				const dikenal = masukan.dataset.ekstensi.split(",");
				const salah = Array.from(masukan.files).flatMap((berkas) => periksa(berkas, maks, dikenal));
				galat.hidden = !salah.length;
				galat.textContent = salah.join(" ");
				if (salah.length) masukan.value = "";
			});
		});
	}

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
	function pasangArah(bagian) {
		bagian.querySelectorAll("select[data-arah]").forEach((arah) => {
			const tampilkan = () => {
				const kelompok = arah.closest("fieldset");
				const angka = !["Ya/Tidak", "Naratif"].includes(arah.value);
				kelompok.querySelectorAll("[data-untuk=angka]").forEach((satu) => (satu.hidden = !angka));
				kelompok.querySelectorAll("[data-untuk=naratif]").forEach((satu) => (satu.hidden = arah.value !== "Naratif"));
			};
			arah.addEventListener("change", tampilkan);
			tampilkan();
		});
	}

	// Asked for only while the field named by data-bila has the value data-nilai.
	function pasangBila(bagian) {
		bagian.querySelectorAll("[data-bila]").forEach((satu) => {
			const pilihan = satu.closest("form").elements[satu.dataset.bila];
			const tampilkan = () => (satu.hidden = pilihan.value !== satu.dataset.nilai);
			pilihan.addEventListener("change", tampilkan);
			tampilkan();
		});
	}

	// The quadrant follows the chosen ratings; what counts is worked out again on the server.
	function pasangKuadran(bagian) {
		bagian.querySelectorAll("input[data-rating]").forEach((rating) =>
			rating.addEventListener("change", () => tandaiKuadran(bagian))
		);
	}

	function tandaiKuadran(bagian) {
		const hasil = bagian.querySelector("[data-rating=hasil]:checked");
		const perilaku = bagian.querySelector("[data-rating=perilaku]:checked");
		if (!hasil || !perilaku) return;
		bagian.querySelectorAll(".ka-kuadran td[data-hasil]").forEach((sel) => {
			const cocok = sel.dataset.hasil === hasil.value && sel.dataset.perilaku === perilaku.value;
			sel.classList.toggle("ka-terpilih", cocok);
			if (!cocok) return;
			bagian.querySelector("[data-predikat]").textContent = sel.textContent;
			bagian.querySelector("[data-belum]")?.remove();
		});
	}

	// --- sending

	// A form whose words are kept is sent without leaving the page: neither Back nor Reload sends it again, and a lost
	// connection costs nothing. The server answers with this page, or names another (after a lost session, the login).
	// Other forms: a second press while the first is under way does nothing.
	function pasangKirim(bagian, lupakan) {
		bagian.querySelectorAll("form[method=post]:not([data-unduh])").forEach((form) =>
			form.addEventListener("submit", (kirim) => {
				if ("draf" in form.dataset) {
					kirim.preventDefault();
					kirimDiTempat(form, kirim.submitter, lupakan);
				} else setTimeout(() => matikan(form, true, kirim.submitter));
			})
		);
	}

	// Whole: what is typed while the answer is under way would be gone with it.
	function matikan(form, mati, tombol) {
		Array.from(form.elements).forEach((satu) => {
			satu.disabled = mati;
			satu.removeAttribute("aria-busy");
		});
		if (mati) tombol?.setAttribute("aria-busy", "true");
	}

	async function kirimDiTempat(form, tombol, lupakan) {
		const isi = buatIsi(form, tombol);
		matikan(form, true, tombol);
		try {
			const jawaban = await fetch(location.href.split("#")[0], { method: "POST", body: isi });
			const tujuan = new URL(jawaban.url);
			if (jawaban.redirected && !tujuan.pathname.startsWith("/login")) lupakan(form);
			if (tujuan.pathname !== location.pathname) return location.assign(tujuan);
			const baru = new DOMParser().parseFromString(await jawaban.text(), "text/html").querySelector(".ka");
			if (!baru) return gagal(form, getPesanGagal(jawaban.status));
			if (jawaban.redirected) catatAlamat(tujuan);
			ganti(form, baru, tombol, jawaban.redirected);
		} catch {
			gagal(form, "Sambungan terputus. Isian Anda masih ada di sini: tekan tombolnya sekali lagi setelah tersambung.");
		}
	}

	function getPesanGagal(kode) {
		if (kode === 413) return "Belum terkirim: isian dan berkasnya terlalu besar bersama-sama. Kirim berkasnya satu per satu.";
		return `Isian belum terkirim (kode ${kode}). Muat ulang halaman, lalu pilih Pulihkan.`;
	}

	// A form with files goes as parts, of which a server takes a thousand at most; a large matrix has more fields.
	function buatIsi(form, tombol) {
		const isi = new FormData(form);
		if (tombol?.name) isi.append(tombol.name, tombol.value);
		return form.enctype === "multipart/form-data" ? isi : new URLSearchParams(isi);
	}

	// This page again: the reader goes on where he was, unless there is something to tell him.
	function ganti(form, baru, tombol, tersimpan) {
		const lama = form.closest(".ka");
		const gulungan = scrollY;
		const letak = cariSerupa(lama, tombol).indexOf(tombol);
		const tinggi = tombol?.getBoundingClientRect().top;
		bukaLipatan(lama, baru);
		lama.replaceWith(baru);
		if (!tersimpan) bawaKetikan(form, baru);
		pasang(baru);
		if (cariPesan(baru)) return;
		const sasaran = baru.querySelector("[autofocus]");
		if (sasaran) return sasaran.focus();
		scrollTo(0, gulungan);
		const tujuan = cariTujuan(baru, tombol, letak);
		if (!tujuan) return;
		tujuan.focus({ preventScroll: true });
		if (letak >= 0) scrollBy(0, tujuan.getBoundingClientRect().top - tinggi);
	}

	// Not yet in the server's hands: what was typed is still a draft, and the browser still has the chosen files.
	function bawaKetikan(form, baru) {
		const sama = baru.querySelector(`form[data-draf="${CSS.escape(form.dataset.draf)}"]`);
		if (!sama) return;
		sama.dataset.diketik = "";
		form.querySelectorAll("input[type=file]").forEach((masukan) => (sama.elements[masukan.name].files = masukan.files));
		baru.querySelector("[data-berkas-hilang]")?.remove();
	}

	function bukaLipatan(lama, baru) {
		const getNama = (lipatan) => `${lipatan.parentElement.closest("[id]")?.id} ${lipatan.querySelector("summary")?.textContent}`;
		const terbuka = new Set(Array.from(lama.querySelectorAll("details[open]"), getNama));
		baru.querySelectorAll("details").forEach((lipatan) => (lipatan.open ||= terbuka.has(getNama(lipatan))));
	}

	function cariSerupa(bagian, tombol, cocok = (nilai) => nilai === tombol.value) {
		if (!tombol?.name) return [];
		const semua = bagian.querySelectorAll("button[name]:not(.ka-tersembunyi)");
		return Array.from(semua).filter((satu) => satu.name === tombol.name && cocok(satu.value));
	}

	// The same button; of a row that has gone, the one of the row before it or the one that adds a row.
	function cariTujuan(bagian, tombol, letak) {
		const serupa = cariSerupa(bagian, tombol);
		const sama = serupa[Math.max(letak, 0)] || serupa.at(-1) || cariPengganti(bagian, tombol);
		sama?.closest("details:not([open])")?.setAttribute("open", "");
		return sama?.hidden ? bagian.querySelector(`[data-tekan="${CSS.escape(sama.id)}"]`) : sama;
	}

	function cariPengganti(bagian, tombol) {
		if (!tombol?.value.startsWith("hapus_")) return null;
		const [hapus] = tombol.value.split(":");
		const hapusLain = cariSerupa(bagian, tombol, (nilai) => nilai.startsWith(`${hapus}:`));
		const tambah = cariSerupa(bagian, tombol, (nilai) => nilai.startsWith(hapus.replace("hapus", "tambah")));
		return hapusLain.at(-1) || tambah.at(-1);
	}

	// What an earlier answer said is no longer so.
	function gagal(form, teks) {
		matikan(form, false);
		form.closest(".ka").querySelectorAll("[data-gagal], #galat, [role=status][tabindex]").forEach((lama) => lama.remove());
		const kotak = document.createElement("div");
		kotak.className = "ka-pesan ka-bahaya ka-tawaran";
		kotak.setAttribute("role", "alert");
		kotak.dataset.gagal = "";
		kotak.tabIndex = -1;
		kotak.textContent = teks;
		form.before(kotak);
		kotak.focus();
	}
})();
