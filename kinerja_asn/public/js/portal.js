// The portal works without this file. It saves typing, waiting and double clicks on a phone.
(() => {
	"use strict";
	const TAK_TERJANGKAU = [502, 503, 504]; // of what stands before the server
	const portal = document.querySelector(".ka:not([data-antrean], [data-terkirim])");
	if (!portal) return;

	recordAlamat(new URL(location.href));

	window.addEventListener("pageshow", (kembali) => {
		if (kembali.persisted) document.querySelectorAll(".ka form").forEach((form) => disable(form, false));
	});

	setUp(portal);

	// Said once: loaded again, the page must not say "saved".
	function recordAlamat(alamat) {
		alamat.searchParams.delete("pesan");
		if (alamat.href !== location.href) history.replaceState(history.state, "", alamat);
	}

	function findPesan(bagian) {
		return bagian.querySelector("[role=alert][tabindex], [role=status][tabindex]");
	}

	function setUp(bagian) {
		(bagian.querySelector("[aria-invalid=true]") || findPesan(bagian))?.focus();
		linkGalat(bagian);
		setUpPilihan(bagian);
		setUpPertanyaan(bagian);
		setUpBerkas(bagian);
		setUpArah(bagian);
		setUpBila(bagian);
		setUpKuadran(bagian);
		setUpSalin(bagian);
		window.draf.setUp(bagian);
		setUpKirim(bagian);
	}

	// A mistake leads to its row in a long form.
	function linkGalat(bagian) {
		const judulBaris = Array.from(bagian.querySelectorAll("fieldset[id] > legend"));
		bagian.querySelectorAll("#galat li").forEach((galat) => {
			if (galat.querySelector("a")) return; // to the field itself
			const judul = judulBaris.findLast((legenda) => galat.textContent.startsWith(legenda.textContent));
			if (!judul) return;
			const tautan = document.createElement("a");
			tautan.href = `#${judul.parentElement.id}`;
			tautan.textContent = judul.textContent;
			galat.replaceChildren(tautan, galat.textContent.slice(judul.textContent.length));
		});
	}

	// What a choice changes on the page is worked out by the server: choosing presses the button beside it.
	function setUpPilihan(bagian) {
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
	function setUpPertanyaan(bagian) {
		bagian.querySelectorAll("button[data-tanya], button[data-yakin]").forEach((tombol) =>
			tombol.addEventListener("click", (tekan) => {
				const isian = Array.from(tombol.closest("fieldset")?.querySelectorAll("textarea") || []);
				const perlu = tombol.dataset.tanya || isian.some((masukan) => masukan.value.trim());
				if (perlu && !confirm(tombol.dataset.tanya || tombol.dataset.yakin)) tekan.preventDefault();
			})
		);
	}

	function setUpBerkas(bagian) {
		bagian.querySelectorAll("input[type=file][data-maks-mb]").forEach((masukan) => {
			const galat = bagian.querySelector("[data-galat-berkas]");
			masukan.addEventListener("change", () => {
				const maks = Number(masukan.dataset.maksMb);
				const dikenal = masukan.dataset.ekstensi.split(",");
				const salah = Array.from(masukan.files).flatMap((berkas) => checkBerkas(berkas, maks, dikenal));
				galat.hidden = !salah.length;
				galat.textContent = salah.join(" ");
				if (salah.length) masukan.value = "";
			});
		});
	}

	function checkBerkas(berkas, maks, dikenal) {
		const ekstensi = berkas.name.split(".").pop().toLowerCase();
		if (!dikenal.includes(ekstensi)) return [`Berkas ${berkas.name} tidak diterima. Gunakan ${dikenal.join(", ")}.`];
		if (berkas.size > maks * 1024 * 1024) {
			const ukuran = Math.ceil(berkas.size / 1024 / 1024);
			return [`Berkas ${berkas.name} berukuran ${ukuran} MB; paling besar ${maks} MB. Perkecil atau gunakan tautan.`];
		}
		return [];
	}

	// Only the fields that the chosen direction of a target needs.
	function setUpArah(bagian) {
		bagian.querySelectorAll("select[data-arah]").forEach((arah) => {
			const show = () => {
				const kelompok = arah.closest("fieldset");
				const angka = !["Ya/Tidak", "Naratif"].includes(arah.value);
				kelompok.querySelectorAll("[data-untuk=angka]").forEach((unsur) => (unsur.hidden = !angka));
				kelompok.querySelectorAll("[data-untuk=naratif]").forEach((unsur) => (unsur.hidden = arah.value !== "Naratif"));
			};
			arah.addEventListener("change", show);
			show();
		});
	}

	// Asked for only while the field named by data-bila has the value data-nilai.
	function setUpBila(bagian) {
		bagian.querySelectorAll("[data-bila]").forEach((unsur) => {
			const pilihan = unsur.closest("form").elements[unsur.dataset.bila];
			const show = () => (unsur.hidden = pilihan.value !== unsur.dataset.nilai);
			pilihan.addEventListener("change", show);
			show();
		});
	}

	// The quadrant follows the chosen ratings; what counts is worked out again on the server.
	function setUpKuadran(bagian) {
		bagian.querySelectorAll("input[data-rating]").forEach((rating) =>
			rating.addEventListener("change", () => markKuadran(bagian))
		);
	}

	function markKuadran(bagian) {
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

	// A text to be pasted elsewhere; without a clipboard it is selected, to be copied by hand.
	function setUpSalin(bagian) {
		bagian.querySelectorAll("button[data-salin]").forEach((tombol) => {
			tombol.hidden = false;
			tombol.addEventListener("click", async () => {
				const teks = document.getElementById(tombol.dataset.salin);
				teks.select();
				await navigator.clipboard?.writeText(teks.value);
				if (navigator.clipboard) tombol.textContent = tombol.dataset.tersalin;
			});
		});
	}

	// --- sending

	// A form whose words are kept is sent without leaving the page: neither Back nor Reload sends it again, and a lost
	// connection costs nothing. The server answers with this page, or names another; the login is where a lost session ends.
	// Other forms: a second press while the first is under way does nothing.
	function setUpKirim(bagian) {
		bagian.querySelectorAll("form[method=post]:not([data-unduh], [data-keluar])").forEach((form) =>
			form.addEventListener("submit", (kirim) => {
				if ("draf" in form.dataset) {
					kirim.preventDefault();
					sendInPlace(form, kirim.submitter);
				} else setTimeout(() => disable(form, true, kirim.submitter));
			})
		);
	}

	// Whole: what is typed while the answer is under way would be gone with it.
	function disable(form, mati, tombol) {
		Array.from(form.elements).forEach((masukan) => {
			masukan.disabled = mati;
			masukan.removeAttribute("aria-busy");
		});
		if (mati) tombol?.setAttribute("aria-busy", "true");
	}

	async function sendInPlace(form, tombol) {
		const isi = makeIsi(form, tombol);
		disable(form, true, tombol);
		try {
			const jawaban = await fetch(location.href.split("#")[0], { method: "POST", body: isi });
			if (TAK_TERJANGKAU.includes(jawaban.status)) return wait(form, tombol, isi);
			const tujuan = new URL(jawaban.url);
			if (isHalamanMasuk(tujuan)) return showSesiBerakhir(form, tujuan);
			if (jawaban.redirected) await forget(form);
			if (tujuan.pathname !== location.pathname) return location.assign(tujuan);
			const baru = new DOMParser().parseFromString(await jawaban.text(), "text/html").querySelector(".ka");
			if (!baru || "gangguan" in baru.dataset) return showGagal(form, getPesanGagal(jawaban.status));
			if (jawaban.redirected) recordAlamat(tujuan);
			replace(form, baru, tombol, jawaban.redirected);
		} catch {
			await wait(form, tombol, isi);
		}
	}

	async function wait(form, tombol, isi) {
		showGagal(form, await window.antrean.keep(form, tombol, [...isi]));
	}

	async function forget(form) {
		window.draf.forget(form.dataset.draf, location.pathname, Date.now());
		await window.antrean.drop(form);
	}

	function isHalamanMasuk({ pathname }) {
		return pathname === "/kinerja/masuk";
	}

	function showSesiBerakhir(form, masuk) {
		const kotak = showGagal(form, "Sesi Anda sudah berakhir. Isian Anda tersimpan di perangkat ini: masuk lagi, lalu pilih Pulihkan. ");
		kotak.append(Object.assign(document.createElement("a"), { href: masuk, textContent: "Masuk lagi" }));
	}

	function getPesanGagal(kode) {
		if (kode === 413) return "Belum terkirim: isian dan berkasnya terlalu besar bersama-sama. Kirim berkasnya satu per satu.";
		return `Isian belum terkirim (kode ${kode}). Muat ulang halaman, lalu pilih Pulihkan.`;
	}

	// A form with files goes as parts, of which a server takes a thousand at most; a large matrix has more fields.
	function makeIsi(form, tombol) {
		const isi = new FormData(form);
		if (tombol?.name) isi.append(tombol.name, tombol.value);
		return form.enctype === "multipart/form-data" ? isi : new URLSearchParams(isi);
	}

	// This page again: the reader goes on where he was, unless there is something to tell him.
	function replace(form, baru, tombol, tersimpan) {
		const lama = form.closest(".ka");
		const gulungan = scrollY;
		const letak = findSerupa(lama, tombol).indexOf(tombol);
		const tinggi = tombol?.getBoundingClientRect().top;
		openLipatan(lama, baru);
		lama.replaceWith(baru);
		if (!tersimpan) carryKetikan(form, baru);
		setUp(baru);
		if (baru.querySelector("#galat[data-berubah]")) showBanding(form, baru);
		if (findPesan(baru)) return;
		const sasaran = baru.querySelector("[autofocus]");
		if (sasaran) return sasaran.focus();
		scrollTo(0, gulungan);
		const tujuan = findTujuan(baru, tombol, letak);
		if (!tujuan) return;
		tujuan.focus({ preventScroll: true });
		if (letak >= 0) scrollBy(0, tujuan.getBoundingClientRect().top - tinggi);
	}

	// Not yet in the server's hands: what was typed is still a draft, and the browser still has the chosen files.
	function carryKetikan(form, baru) {
		const sama = baru.querySelector(`form[data-draf="${CSS.escape(form.dataset.draf)}"]`);
		if (!sama) return;
		sama.dataset.diketik = "";
		form.querySelectorAll("input[type=file]").forEach((masukan) => (sama.elements[masukan.name].files = masukan.files));
		baru.querySelector("[data-berkas-hilang]")?.remove();
	}

	// Others have written meanwhile: what is there now, beside what was typed.
	async function showBanding(form, baru) {
		const jawaban = await fetch(location.href).catch(() => null);
		if (!jawaban) return;
		const kini = new DOMParser().parseFromString(await jawaban.text(), "text/html");
		const sama = kini.querySelector(`form[data-draf="${CSS.escape(form.dataset.draf)}"]`);
		disable(form, false);
		baru.querySelector("#galat").append(window.draf.makeBanding(window.draf.findBeda(sama, [...new FormData(form)])));
	}

	function openLipatan(lama, baru) {
		const getNama = (lipatan) => `${lipatan.parentElement.closest("[id]")?.id} ${lipatan.querySelector("summary")?.textContent}`;
		const terbuka = new Set(Array.from(lama.querySelectorAll("details[open]"), getNama));
		baru.querySelectorAll("details").forEach((lipatan) => (lipatan.open ||= terbuka.has(getNama(lipatan))));
	}

	function findSerupa(bagian, tombol, cocok = (nilai) => nilai === tombol.value) {
		if (!tombol?.name) return [];
		const semua = bagian.querySelectorAll("button[name]:not(.ka-tersembunyi)");
		return Array.from(semua).filter((calon) => calon.name === tombol.name && cocok(calon.value));
	}

	// The same button; of a row that has gone, the one of the row before it or the one that adds a row.
	function findTujuan(bagian, tombol, letak) {
		const serupa = findSerupa(bagian, tombol);
		const sama = serupa[Math.max(letak, 0)] || serupa.at(-1) || findPengganti(bagian, tombol);
		sama?.closest("details:not([open])")?.setAttribute("open", "");
		return sama?.hidden ? bagian.querySelector(`[data-tekan="${CSS.escape(sama.id)}"]`) : sama;
	}

	function findPengganti(bagian, tombol) {
		if (!tombol?.value.startsWith("hapus_")) return null;
		const [hapus] = tombol.value.split(":");
		const hapusLain = findSerupa(bagian, tombol, (nilai) => nilai.startsWith(`${hapus}:`));
		const tambah = findSerupa(bagian, tombol, (nilai) => nilai.startsWith(hapus.replace("hapus", "tambah")));
		return hapusLain.at(-1) || tambah.at(-1);
	}

	// What an earlier answer said is no longer so.
	function showGagal(form, teks) {
		disable(form, false);
		form.closest(".ka").querySelectorAll("[data-gagal], #galat, [role=status][tabindex]").forEach((lama) => lama.remove());
		const kotak = document.createElement("div");
		kotak.className = "ka-pesan ka-bahaya ka-tawaran";
		kotak.setAttribute("role", "alert");
		kotak.dataset.gagal = "";
		kotak.tabIndex = -1;
		kotak.textContent = teks;
		form.before(kotak);
		kotak.focus();
		return kotak;
	}
})();
