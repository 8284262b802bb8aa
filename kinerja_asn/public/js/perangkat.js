// What this device keeps of a person: pages (by the service worker), drafts, what waits for a line. It is swept at every
// page, a guest's too: what is older than a week, and whatever is another person's.
(() => {
	"use strict";
	const AWALAN = "kinerja:"; // of drafts in localStorage: kinerja:<user>:<page>:<form>
	const MASA = 7 * 24 * 3600 * 1000;
	const BASIS = "kinerja";
	const CAKUPAN = "/kinerja";
	const { pengguna } = document.body.dataset;
	const boleh = "simpan" in document.body.dataset;

	window.perangkat = { boleh, pengguna, isBasi, openAntrean, getAntrean, clear };
	start();

	async function start() {
		if (!boleh || document.querySelector("[data-kosongkan]")) await clear();
		else await sweep();
		if (!boleh) await unregister();
		else if (pengguna) await register();
	}

	function isBasi(pada) {
		return !(Date.now() - pada < MASA); // also where it does not say when
	}

	// --- sweeping

	async function sweep() {
		getKunciDraf().forEach(sweepDraf);
		if (!(await hasAntrean())) return;
		const antrean = await openAntrean("readwrite");
		const semua = await finish(antrean.getAll());
		semua.filter((kiriman) => isBasi(kiriman.pada) || isMilikLain(kiriman.pengguna)).forEach(({ kunci }) => antrean.delete(kunci));
	}

	// A guest may be the same person, whose session has ended.
	function isMilikLain(pemilik) {
		return Boolean(pengguna) && pemilik !== pengguna;
	}

	function getKunciDraf() {
		try {
			return Object.keys(localStorage).filter((kunci) => kunci.startsWith(AWALAN));
		} catch {
			return []; // shut to pages
		}
	}

	// A draft, or a list of those that are offered.
	function sweepDraf(kunci) {
		const masih = !isMilikLain(kunci.split(":")[1]) && [readDraf(kunci)].flat().filter((draf) => draf && !isBasi(draf.pada));
		if (!masih || !masih.length) localStorage.removeItem(kunci);
		else if (kunci.endsWith(":tawaran")) localStorage.setItem(kunci, JSON.stringify(masih));
	}

	function readDraf(kunci) {
		try {
			return JSON.parse(localStorage.getItem(kunci));
		} catch {
			return null;
		}
	}

	async function clear() {
		getKunciDraf().forEach((kunci) => localStorage.removeItem(kunci));
		const gudang = window.caches ? await caches.keys() : [];
		await Promise.all(gudang.filter((nama) => nama.startsWith("kinerja-")).map((nama) => caches.delete(nama)));
		if (await hasAntrean()) await finish(indexedDB.deleteDatabase(BASIS));
	}

	// --- what waits for a line

	// Asked first, so that looking does not make one. Browsers that do not tell: there may be one.
	async function hasAntrean() {
		if (!window.indexedDB) return false;
		const semua = await indexedDB.databases?.();
		return !semua || semua.some(({ name }) => name === BASIS);
	}

	async function openAntrean(cara) {
		const buka = indexedDB.open(BASIS, 1);
		buka.onupgradeneeded = () => buka.result.createObjectStore("kiriman", { keyPath: "kunci" });
		const basis = await finish(buka);
		basis.onversionchange = () => basis.close();
		const transaksi = basis.transaction("kiriman", cara);
		transaksi.oncomplete = transaksi.onabort = () => basis.close();
		return transaksi.objectStore("kiriman");
	}

	// What waits of this person, the oldest first.
	async function getAntrean() {
		if (!boleh || !(await hasAntrean())) return [];
		const semua = await finish((await openAntrean("readonly")).getAll());
		return semua.filter((kiriman) => kiriman.pengguna === pengguna).sort((lama, baru) => lama.pada - baru.pada);
	}

	function finish(permintaan) {
		return new Promise((berhasil, gagal) => {
			permintaan.onsuccess = () => berhasil(permintaan.result);
			permintaan.onblocked = () => berhasil(); // another tab is about to close it: it goes then
			permintaan.onerror = () => gagal(permintaan.error);
		});
	}

	// --- the application

	async function register() {
		const pekerja = navigator.serviceWorker;
		if (!pekerja) return;
		const pertama = !pekerja.controller;
		if (pertama) pekerja.addEventListener("controllerchange", () => pekerja.controller.postMessage({ baca: location.href }), { once: true });
		await pekerja.register(`${CAKUPAN}/pekerja.js`, { scope: CAKUPAN }).catch(() => {}); // without it only reading offline is missing
	}

	async function unregister() {
		const semua = (await navigator.serviceWorker?.getRegistrations()) || [];
		const kita = semua.filter(({ scope }) => new URL(scope).pathname === CAKUPAN);
		await Promise.all(kita.map((pendaftaran) => pendaftaran.unregister()));
	}
})();
