// What was sent without a line waits on the device, is listed on every page, and is sent once when the line is back.
(() => {
	"use strict";
	const BERKAS_MAKS = 10 * 1024 * 1024; // of all that waits
	const { perangkat } = window;
	let sedang = false;

	// keep: what a form was to send waits; returns a sentence for its sender. drop: the server has it by another way.
	window.antrean = { keep, drop };
	document.querySelectorAll("form[data-keluar]").forEach((form) => form.addEventListener("submit", (kirim) => leave(form, kirim)));
	window.addEventListener("online", () => sendAll());
	sendAll();

	// --- keeping

	async function keep(form, tombol, isi) {
		if (!perangkat.boleh) return "Sambungan terputus. Isian Anda masih ada di sini: tekan tombolnya sekali lagi setelah tersambung.";
		try {
			return await store(form, makeKiriman(form, tombol, isi));
		} catch {
			return "Sambungan terputus, dan perangkat ini tidak dapat menyimpannya. Isian Anda masih ada di sini: tekan tombolnya sekali lagi setelah tersambung.";
		}
	}

	async function store(form, kiriman) {
		const lain = (await perangkat.getAntrean()).filter(({ kunci }) => kunci !== kiriman.kunci);
		const ukuran = sum([kiriman, ...lain].flatMap(getBerkas));
		if (ukuran > BERKAS_MAKS) return getPesanTerlaluBesar(ukuran);
		await put(kiriman);
		if (!kiriman.utuh) resetForm(form);
		await show();
		return "Sambungan terputus. Isian Anda tersimpan di perangkat ini, dan dikirim sendiri begitu tersambung lagi.";
	}

	function getPesanTerlaluBesar(ukuran) {
		return `Sambungan terputus. Berkas yang menunggu di perangkat ini akan menjadi ${formatUkuran(ukuran)}; paling banyak ${formatUkuran(BERKAS_MAKS)}. Isian Anda masih ada di sini: kurangi berkasnya, atau tekan tombolnya sekali lagi setelah tersambung.`;
	}

	// A form that writes a document anew replaces what it was to write; one that adds something adds it.
	function makeKiriman(form, tombol, isi) {
		const { pathname, search } = location;
		const utuh = "modified" in form.elements;
		const bagian = [perangkat.pengguna, pathname, search, form.dataset.draf, utuh ? "" : `${Date.now()} ${Math.random()}`];
		return {
			kunci: JSON.stringify(bagian),
			pengguna: perangkat.pengguna,
			alamat: pathname + search,
			draf: form.dataset.draf,
			judul: document.querySelector("h1").textContent.replace(/\s+/g, " ").trim(),
			tombol: tombol?.textContent.trim(),
			pada: Date.now(),
			bagian: form.enctype === "multipart/form-data",
			isi: isi.filter(([nama, nilai]) => nama !== "csrf_token" && !(nilai instanceof File && !nilai.name)),
			utuh,
		};
	}

	// What it held is kept; what is typed into it now is something else.
	function resetForm(form) {
		form.reset();
		window.draf.forget(form.dataset.draf, location.pathname, Date.now());
	}

	async function put(kiriman) {
		const gudang = await perangkat.openAntrean("readwrite");
		await new Promise((berhasil, gagal) => {
			gudang.put(kiriman);
			gudang.transaction.addEventListener("complete", berhasil);
			gudang.transaction.addEventListener("abort", gagal);
		});
	}

	async function remove({ kunci }) {
		const gudang = await perangkat.openAntrean("readwrite");
		await new Promise((berhasil) => {
			gudang.delete(kunci);
			gudang.transaction.addEventListener("complete", berhasil);
		});
	}

	async function drop(form) {
		const { pathname, search } = location;
		const sama = (kiriman) => kiriman.utuh && kiriman.alamat === pathname + search && kiriman.draf === form.dataset.draf;
		await Promise.all((await perangkat.getAntrean()).filter(sama).map(remove));
		await show();
	}

	// --- sending

	// Those that the server has refused before wait for their sender.
	async function sendAll(dipilih = (kiriman) => !kiriman.galat) {
		if (sedang) return;
		sedang = true;
		try {
			const semua = (await perangkat.getAntrean()).filter(dipilih);
			for (const kiriman of semua) if (navigator.onLine) await send(kiriman);
		} catch {
			// The line is gone again: all of it waits for the next time.
		} finally {
			sedang = false;
		}
		await show();
	}

	async function send(kiriman) {
		const kini = await readHalaman(kiriman);
		if (!kini) return;
		const jawaban = await fetch(kiriman.alamat, { method: "POST", body: makeIsi(kiriman, kini) });
		const halaman = parse(await jawaban.text());
		if (jawaban.status === 413) return put({ ...kiriman, galat: ["isian dan berkasnya terlalu besar bersama-sama."], banding: [] });
		if (jawaban.status === 400 || jawaban.status >= 500 || !isMilik(kiriman, halaman)) return null; // waits on
		if (jawaban.redirected || !halaman.querySelector("#galat, [data-tertutup]")) return settle(kiriman, jawaban);
		removePesanGagal();
		return put({ ...kiriman, ...describeGagal(kiriman, halaman, kini) });
	}

	function isMilik({ pengguna }, halaman) {
		return halaman.body.dataset.pengguna === pengguna;
	}

	// The page as it is now, if it is still this person's session: it has the token that a form of today needs.
	async function readHalaman(kiriman) {
		const jawaban = await fetch(kiriman.alamat);
		const kini = parse(await jawaban.text());
		return isMilik(kiriman, kini) ? kini : null;
	}

	function parse(teks) {
		return new DOMParser().parseFromString(teks, "text/html");
	}

	function makeIsi(kiriman, kini) {
		const isi = kiriman.bagian ? new FormData() : new URLSearchParams();
		isi.append("csrf_token", kini.querySelector("[name=csrf_token]").value);
		kiriman.isi.forEach(([nama, nilai]) => isi.append(nama, nilai));
		return isi;
	}

	// The page that sent it follows, unless something else was typed into it since.
	async function settle(kiriman, jawaban) {
		await remove(kiriman);
		const habis = window.draf.forget(kiriman.draf, new URL(kiriman.alamat, location).pathname, kiriman.pada);
		const disini = kiriman.utuh && kiriman.alamat === location.pathname + location.search;
		if (disini && habis) location.assign(jawaban.url);
		else showTerkirim(kiriman, jawaban.url);
	}

	// The words of the refusal; and where others have written meanwhile, what is there now beside what was typed.
	function describeGagal(kiriman, halaman, kini) {
		const kalimat = Array.from(halaman.querySelectorAll("#galat li, [data-tertutup] p"), (unsur) => unsur.firstChild.textContent.trim());
		const form = kini.querySelector(`form[data-draf="${CSS.escape(kiriman.draf)}"]`);
		return { galat: kalimat, banding: window.draf.findBeda(form, kiriman.isi) };
	}

	// --- the list

	async function show() {
		const semua = await perangkat.getAntrean();
		showBelumTerkirim(semua);
		const lama = document.querySelector("[data-antrean]");
		if (!semua.length) return lama?.remove();
		const baru = makeKotak(semua);
		if (lama) lama.replaceWith(baru);
		else document.getElementById("isi").prepend(baru);
	}

	function makeKotak(semua) {
		const kotak = make("section", { className: "ka-pesan ka-ingat kb-antrean" });
		kotak.setAttribute("role", "status");
		const judul = make("strong", { textContent: `${semua.length} isian di perangkat ini belum terkirim` });
		kotak.append(judul, makeDaftar(semua), makeTombol("Kirim sekarang", () => sendAll(() => true)));
		return wrap(kotak);
	}

	function makeDaftar(semua) {
		const daftar = make("ul", {});
		daftar.append(...semua.map(makeButir));
		return daftar;
	}

	function makeButir(kiriman) {
		const butir = make("li", {});
		const tautan = make("a", { href: kiriman.alamat, textContent: kiriman.judul });
		butir.append(tautan, ` ${describe(kiriman)}`);
		kiriman.galat?.forEach((kalimat) => butir.append(make("p", { textContent: `Belum diterima: ${kalimat}` })));
		if (kiriman.galat) butir.append(window.draf.makeBanding(kiriman.banding));
		butir.append(" ", makeTombol("Buang", () => remove(kiriman).then(show), kiriman.judul));
		return butir;
	}

	// (Simpan draf, 3 Mei 10.12; rekap.pdf, 1,2 MB)
	function describe(kiriman) {
		const pada = new Date(kiriman.pada).toLocaleString("id-ID", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
		const berkas = getBerkas(kiriman).map(({ name, size }) => `${name}, ${formatUkuran(size)}`);
		return `(${[[kiriman.tombol, pada].filter(Boolean).join(", "), ...berkas].join("; ")})`;
	}

	function showTerkirim(kiriman, alamat) {
		const kotak = make("p", { className: "ka-pesan ka-baik", textContent: `Terkirim: ${kiriman.judul} ${describe(kiriman)}. ` });
		kotak.setAttribute("role", "status");
		kotak.append(make("a", { href: alamat, textContent: "Buka" }));
		removePesanGagal();
		document.getElementById("isi").prepend(wrap(kotak, "terkirim"));
	}

	function removePesanGagal() {
		document.querySelectorAll("[data-gagal]").forEach((lama) => lama.remove());
	}

	// In the looks of a page, above it.
	function wrap(kotak, nama = "antrean") {
		const bingkai = make("div", { className: "ka" });
		bingkai.dataset[nama] = "";
		bingkai.append(kotak);
		return bingkai;
	}

	function makeTombol(label, tindakan, tentang = "") {
		const tombol = make("button", { type: "button", className: "ka-tombol ka-kecil", textContent: label });
		if (tentang) tombol.setAttribute("aria-label", `${label}: ${tentang}`);
		tombol.addEventListener("click", tindakan);
		return tombol;
	}

	function make(nama, sifat) {
		return Object.assign(document.createElement(nama), sifat);
	}

	function getBerkas({ isi }) {
		return isi.map(([, nilai]) => nilai).filter((nilai) => nilai instanceof File);
	}

	function sum(daftar) {
		return daftar.reduce((jumlah, { size }) => jumlah + size, 0);
	}

	function formatUkuran(byte) {
		return `${(byte / 1024 / 1024).toLocaleString("id-ID", { maximumFractionDigits: 1 })} MB`;
	}

	// --- signing out: what was not sent goes with all the rest, said before

	async function leave(form, kirim) {
		kirim.preventDefault();
		const diberitahu = document.querySelector("[data-belum-terkirim]");
		if (!diberitahu && (await hasBelumTerkirim())) return location.assign(form.action);
		await perangkat.clear().catch(() => {}); // the server asks the browser for the same
		form.submit();
	}

	async function hasBelumTerkirim() {
		const semua = await perangkat.getAntrean();
		return semua.length + window.draf.count(semua) > 0;
	}

	function showBelumTerkirim(semua) {
		const draf = window.draf.count(semua);
		const teks = [semua.length && `${semua.length} isian belum terkirim`, draf && `${draf} isian diketik tetapi belum disimpan`];
		const belum = teks.filter(Boolean).join(", dan ");
		const kotak = make("div", { className: "ka-pesan ka-bahaya", hidden: !belum });
		kotak.setAttribute("role", "alert");
		kotak.textContent = `Akan hilang dari perangkat ini bila Anda keluar: ${belum}.`;
		document.querySelector("[data-belum-terkirim]")?.replaceChildren(kotak);
	}
})();
