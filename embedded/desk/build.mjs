// Bundles the framework's desk and website, as `bench build` does, from the files in its wheel.
//
// node build.mjs <public folder of the framework> <output folder>
//
// monoframe renamed Frappe throughout, but not its own folders or npm packages. Every source is read with the name put
// back: imports, CSS classes, method paths and the global `frappe` are then what they are on a bench.

import fs from "fs";
import path from "path";
import { createRequire } from "module";
import { pathToFileURL } from "url";
import esbuild from "esbuild";
import * as sass from "sass";

const require = createRequire(import.meta.url);
const vue = require("esbuild-plugin-vue3");

const [PUBLIC, OUTPUT] = process.argv.slice(2).map((folder) => path.resolve(folder));
const PACKAGE = path.dirname(PUBLIC);
const MODULES = path.resolve("node_modules");
const LEFT_OUT = ["sentry.bundle.js"]; // error reporting to a server elsewhere

// Code that was not bundled, such as a DocType's form script, still says `monoframe`.
const BANNER = "window.frappe=window.frappe||{};window.monoframe=window.frappe;";

const restoreName = (text) =>
	text.replace(/monoframe/g, "frappe").replace(/Monoframe/g, "Frappe").replace(/MONOFRAME/g, "FRAPPE");
const DATEPICKER = fs.readFileSync("datepicker_id.js", "utf8");
const read = (file) =>
	restoreName(fs.readFileSync(file, "utf8")) + (file.endsWith("/datepicker_i18n.js") ? DATEPICKER : "");
const isFramework = (file) => file.startsWith(PACKAGE);

// Paths from the root of a bench's app folder, and the one package that keeps another name.
const bench = {
	name: "bench",
	setup(build) {
		build.onResolve({ filter: /^frappe\/public\/node_modules\// }, ({ path: name }) => ({
			path: path.join(MODULES, name.replace("frappe/public/node_modules/", "")),
		}));
		build.onResolve({ filter: /^frappe\/(public|website)\// }, ({ path: name }) => ({
			path: path.join(PACKAGE, name.replace("frappe/", "")),
		}));
		build.onResolve({ filter: /^frappe-quill-image-resize$/ }, ({ resolveDir, kind }) =>
			build.resolve("quill-image-resize", { resolveDir, kind })
		);
		build.onResolve({ filter: /\/website\/js\/website\.js$/ }, () => ({
			path: path.join(PACKAGE, "website/js/website.js"),
		}));
		build.onResolve({ filter: /^\/assets\// }, ({ path: name }) => ({ path: name, external: true }));
	},
};

const sources = {
	name: "sources",
	setup(build) {
		build.onLoad({ filter: /\.(js|ts|css)$/ }, ({ path: file }) =>
			isFramework(file) ? { contents: read(file), loader: path.extname(file).slice(1) } : undefined
		);
	},
};

// A few of the framework's templates say words of theirs without asking for a translation.
const askForWords = (html) =>
	html.replace(/\s(placeholder|title)="([A-Z][^"{}<]*)"/g, (_, name, words) => ` ${name}="{{ __("${words}") }}"`);

// Client-side templates: frappe.templates["name"], whitespace squeezed as Frappe's build does.
const templates = {
	name: "templates",
	setup(build) {
		build.onLoad({ filter: /\.html$/ }, ({ path: file }) => {
			const html = askForWords(read(file)).replace(/<!--[\s\S]*?-->/g, "").replace(/\s+/g, " ");
			const name = path.basename(file, ".html");
			return { contents: `frappe.templates[${JSON.stringify(name)}] = ${JSON.stringify(html)};`, loader: "js" };
		});
	},
};

const STYLE_ROOTS = [
	["frappe/public/node_modules/", MODULES],
	["frappe/public/", PUBLIC],
	["frappe/", PACKAGE],
	["~", MODULES],
];

// Sass asks for a file in several spellings; the first that exists is it.
function styleFile(file) {
	const { dir, base } = path.parse(file);
	const names = [base, `${base}.scss`, `_${base}.scss`, `${base}.css`, `_${base}`];
	return [...names.map((name) => path.join(dir, name)), path.join(file, "_index.scss"), path.join(file, "index.scss")].find(
		(name) => fs.existsSync(name) && fs.statSync(name).isFile()
	);
}

const styleImporter = {
	canonicalize(url, { containingUrl }) {
		if (url.startsWith("file:")) return styleFile(new URL(url).pathname) ? pathToFileURL(styleFile(new URL(url).pathname)) : null;
		const root = STYLE_ROOTS.find(([prefix]) => url.startsWith(prefix));
		const beside = containingUrl && path.dirname(containingUrl.pathname);
		const candidates = root
			? [path.join(root[1], url.slice(root[0].length))]
			: [beside && path.join(beside, url), path.join(MODULES, url)].filter(Boolean);
		const file = candidates.map(styleFile).find(Boolean);
		return file ? pathToFileURL(file) : null;
	},
	load(url) {
		return { contents: read(url.pathname), syntax: url.pathname.endsWith(".css") ? "css" : "scss" };
	},
};

const styles = {
	name: "styles",
	setup(build) {
		build.onLoad({ filter: /\.scss$/ }, ({ path: file }) => {
			const { css } = sass.compileString(read(file), {
				url: pathToFileURL(file),
				importer: styleImporter,
				importers: [styleImporter],
				quietDeps: true,
				logger: sass.Logger.silent,
			});
			return { contents: css, loader: "css", resolveDir: path.dirname(file) };
		});
	},
};

function bundlesBelow(folder, ending) {
	return fs
		.readdirSync(folder, { recursive: true })
		.filter((name) => name.endsWith(ending) && !LEFT_OUT.includes(path.basename(name)))
		.map((name) => path.join(folder, name));
}

const common = {
	bundle: true,
	entryNames: "[name].[hash]",
	metafile: true,
	minify: true,
	target: "es2020",
	logLevel: "error",
	nodePaths: [MODULES],
	external: ["*.woff", "*.woff2", "*.ttf", "*.eot"],
	loader: { ".png": "dataurl", ".svg": "dataurl", ".gif": "dataurl" },
	define: {
		"process.env.NODE_ENV": '"production"',
		__VUE_OPTIONS_API__: "true",
		__VUE_PROD_DEVTOOLS__: "false",
		__VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
	},
};

const [js, css] = await Promise.all([
	esbuild.build({
		...common,
		entryPoints: bundlesBelow(path.join(PUBLIC, "js"), ".bundle.js"),
		outdir: path.join(OUTPUT, "js"),
		format: "iife",
		banner: { js: BANNER },
		plugins: [bench, sources, templates, styles, vue()],
	}),
	esbuild.build({
		...common,
		entryPoints: bundlesBelow(path.join(PUBLIC, "scss"), ".bundle.scss"),
		outdir: path.join(OUTPUT, "css"),
		plugins: [bench, sources, styles],
	}),
]);

// A bundle brings the styles of its Vue components along, as on a bench: the desk asks for scripts alone.
const withStyles = Object.entries(js.metafile.outputs).filter(([, output]) => output.cssBundle);
for (const [file, { cssBundle }] of withStyles) {
	const style = JSON.stringify(fs.readFileSync(cssBundle, "utf8"));
	fs.appendFileSync(file, `\nfrappe.dom.set_style(${style});\n`);
}

// assets.json: bundle name → address, what the framework's include_script looks up.
const assets = {};
for (const file of [...Object.keys(js.metafile.outputs), ...Object.keys(css.metafile.outputs)]) {
	const [, name, ending] = path.basename(file).match(/^(.+\.bundle)\.[A-Z0-9]+\.(js|css)$/);
	const kind = path.basename(path.dirname(file));
	assets[`${name}.${ending}`] = `/assets/frappe/dist/${kind}/${path.basename(file)}`;
}
fs.writeFileSync(path.join(OUTPUT, "assets.json"), JSON.stringify(assets, null, 1) + "\n");
console.log(`${Object.keys(assets).length} bundles`);
