{#- The portal's service worker. Rendered by portal/perangkat/aplikasi.py; everything else of ours is in public/js. -#}
"use strict";
const AWALAN = "kinerja-";

{% if boleh -%}
// Pages last read are kept for reading without a line: for the session that read them alone, fetched anew whenever
// there is a line, and never anything that lies outside the portal.
const ASET = {{ aset | tojson }};
const GUDANG_ASET = `${AWALAN}aset-{{ sidik }}`;
const AWALAN_HALAMAN = `${AWALAN}halaman-`;
const HALAMAN_MAKS = 30;
const CAKUPAN = "{{ cakupan }}";
const LURING = "{{ luring }}";

self.addEventListener("install", (pasang) => pasang.waitUntil(prepare()));
self.addEventListener("activate", (mulai) => mulai.waitUntil(takeOver()));
self.addEventListener("message", (pesan) => pesan.waitUntil(keepHalamanPertama(pesan.data)));

self.addEventListener("fetch", (minta) => {
	const alamat = new URL(minta.request.url);
	if (alamat.origin !== location.origin) return;
	if (alamat.pathname.startsWith("/assets/kinerja_asn/")) minta.respondWith(readAset(minta.request));
	else if (minta.request.mode === "navigate" && isHalaman(alamat)) minta.respondWith(readHalaman(minta));
});

// A scope is the beginning of an address: /kinerja-lain is another app's. Signing out is nothing to be kept.
function isHalaman({ pathname }) {
	const milikKita = pathname === CAKUPAN || pathname.startsWith(`${CAKUPAN}/`);
	return milikKita && pathname !== `${CAKUPAN}/keluar`;
}

// As nobody: what is fetched here is shown to anybody.
async function prepare() {
	const gudang = await caches.open(GUDANG_ASET);
	await gudang.addAll([...ASET, new Request(LURING, { credentials: "omit" })]);
	await self.skipWaiting();
}

async function takeOver() {
	const lama = (await caches.keys()).filter((nama) => nama.startsWith(`${AWALAN}aset-`) && nama !== GUDANG_ASET);
	await Promise.all(lama.map((nama) => caches.delete(nama)));
	await self.clients.claim();
}

// A page that is older than the present files is shown with those.
async function readAset(permintaan) {
	const gudang = await caches.open(GUDANG_ASET);
	const tersimpan = await gudang.match(permintaan);
	if (tersimpan) return tersimpan;
	return fetch(permintaan).catch(async () => (await gudang.match(permintaan, { ignoreSearch: true })) || Response.error());
}

async function readHalaman(minta) {
	const { request: permintaan } = minta;
	try {
		const jawaban = await fetch(permintaan);
		minta.waitUntil(keepHalaman(permintaan, jawaban.clone()));
		return jawaban;
	} catch {
		const tersimpan = permintaan.method === "GET" && (await findHalaman(permintaan.url));
		return tersimpan || (await (await caches.open(GUDANG_ASET)).match(LURING)) || Response.error();
	}
}

// --- whose pages

// Undefined where the browser does not tell a worker, or nobody is signed in: then nothing is kept or shown.
async function getSesi() {
	const kuki = await self.cookieStore?.get("{{ kuki }}");
	return kuki?.value && decodeURIComponent(kuki.value);
}

async function removeMilikLain(sesi) {
	const lain = (await caches.keys()).filter((nama) => nama.startsWith(AWALAN_HALAMAN) && nama !== AWALAN_HALAMAN + sesi);
	await Promise.all(lain.map((nama) => caches.delete(nama)));
}

// --- pages

async function keepHalaman(permintaan, jawaban) {
	const sesi = await getSesi();
	await removeMilikLain(sesi);
	if (!sesi || permintaan.method !== "GET" || jawaban.type === "opaqueredirect") return;
	const gudang = await caches.open(AWALAN_HALAMAN + sesi);
	const kunci = getKunci(permintaan.url);
	await gudang.delete(kunci);
	if (jawaban.status !== 200 || jawaban.headers.get("{{ kepala }}") !== sesi) return;
	await gudang.put(kunci, await stamp(jawaban));
	const kelebihan = (await gudang.keys()).slice(0, -HALAMAN_MAKS);
	await Promise.all(kelebihan.map((lama) => gudang.delete(lama)));
}

// The page from which the worker was registered was read without it.
async function keepHalamanPertama({ baca }) {
	if (!isHalaman(new URL(baca))) return;
	const permintaan = new Request(baca, { redirect: "manual" });
	await keepHalaman(permintaan, await fetch(permintaan));
}

async function findHalaman(alamat) {
	const sesi = await getSesi();
	await removeMilikLain(sesi);
	if (!sesi) return null;
	const tersimpan = await (await caches.open(AWALAN_HALAMAN + sesi)).match(getKunci(alamat));
	return tersimpan && mark(tersimpan);
}

// ?pesan= says what was just done, once.
function getKunci(alamat) {
	const kunci = new URL(alamat);
	kunci.searchParams.delete("pesan");
	kunci.hash = "";
	return kunci.href;
}

async function stamp(jawaban) {
	const kepala = new Headers(jawaban.headers);
	kepala.set("X-Kinerja-Pada", Date.now());
	return new Response(await jawaban.blob(), { headers: kepala });
}

async function mark(tersimpan) {
	const bentuk = { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" };
	const pada = new Date(Number(tersimpan.headers.get("X-Kinerja-Pada"))).toLocaleString("id-ID", bentuk);
	const kalimat = `Tanpa sambungan. Halaman ini seperti terakhir dibuka pada ${pada}.`;
	const tanda = `<p class="kb-luring" role="status" data-luring>${kalimat}</p>`;
	const isi = (await tersimpan.text()).replace(/<main[^>]*>/, (utama) => `${tanda}${utama}`);
	return new Response(isi, { headers: tersimpan.headers });
}
{%- else -%}
// This site lets nothing be kept on devices: what was kept goes, and the worker too.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (mulai) => mulai.waitUntil(leave()));

async function leave() {
	const milikKita = (await caches.keys()).filter((nama) => nama.startsWith(AWALAN));
	await Promise.all(milikKita.map((nama) => caches.delete(nama)));
	indexedDB.deleteDatabase("kinerja");
	await self.registration.unregister();
}
{%- endif %}
