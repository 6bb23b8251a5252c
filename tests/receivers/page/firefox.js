/* firefox.js PAGE.html RECORD.json: opens a page in a headless Firefox, types, and compares each cell with `truce snapshot`; the lines
 * are as page.js writes them. It speaks Marionette, which is Firefox's own: messages of JSON, each behind its length. */
"use strict";
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const net = require("node:net");
const path = require("node:path");
const { look } = require("./grid.js");
const { compare } = require("./walks.js");
const { native } = require("./native.js");
const { split } = require("./keys.js");

const profile = fs.mkdtempSync(path.join(process.env.FOLDER || "/tmp", "firefox-"));
fs.writeFileSync(path.join(profile, "user.js"), `user_pref("marionette.port", 0);\nuser_pref("ui.systemUsesDarkTheme", 1);\n`);
const browser = spawn(process.env.firefox || "firefox", ["--headless", "--marionette", "--no-remote", "--profile", profile,
	"--width", "1100", "--height", "800"], { stdio: "ignore", env: { ...process.env, HOME: profile } });

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/* Asked again and again, for a minute: a browser takes its time to begin. */
async function until(what) {
	for (const end = Date.now() + 60000; ; await pause(20)) {
		const value = await what();
		if (value || Date.now() > end)
			return value;
	}
}

/* ---- the protocol ---- */

const waiting = new Map();
let unread = Buffer.alloc(0), number = 0, socket;

function take(bytes) {
	unread = Buffer.concat([unread, bytes]);
	for (let colon; (colon = unread.indexOf(":")) > 0;) {
		const end = colon + 1 + Number(unread.subarray(0, colon));
		if (unread.length < end)
			return;
		const message = JSON.parse(unread.subarray(colon + 1, end));
		unread = unread.subarray(end);
		if (!Array.isArray(message))
			continue; /* who it is */
		const [, id, error, value] = message;
		if (error)
			waiting.get(id).reject(new Error(error.message));
		else
			waiting.get(id).resolve(value);
	}
}

function send(command, parameters) {
	const text = Buffer.from(JSON.stringify([0, ++number, `WebDriver:${command}`, parameters]));
	socket.write(Buffer.concat([Buffer.from(`${text.length}:`), text]));
	return new Promise((resolve, reject) => waiting.set(number, { resolve, reject }));
}

const run = (script) => send("ExecuteScript", { script: `return ${script}`, args: [] }).then(({ value }) => value);

/* ---- the page ---- */

/* Keys as WebDriver names them. */
const NAMES = { "<Enter>": "\ue007", "<Esc>": "\ue00c", "<Tab>": "\ue004", "<Space>": " ", "<Down>": "\ue015", "<Up>": "\ue013" };

function type(keys) {
	const actions = split(keys).flatMap((key) => ["keyDown", "keyUp"].map((type) => ({ type, value: NAMES[key] || key })));
	return send("PerformActions", { actions: [{ type: "key", id: "keys", actions }] });
}

(async () => {
	const [page, record] = process.argv.slice(2).map((name) => path.resolve(name));
	const tell = (what, fault) => console.log(fault ? `- ${what}: ${fault}` : `+ ${what}`);
	const port = await until(() => fs.existsSync(path.join(profile, "MarionetteActivePort")) &&
		+fs.readFileSync(path.join(profile, "MarionetteActivePort"), "utf8"));
	socket = net.connect(port, "127.0.0.1").on("data", take);
	await send("NewSession", { capabilities: {} });
	await send("Navigate", { url: `file://${page}#seed=3` });
	tell("it draws", await until(() => run(`!!document.querySelector("#grid .row:not(:empty)")`)) ? "" :
		await run(`document.getElementById("trouble").textContent`));
	let all = "";
	for (const keys of ["", "jjl", "<Esc>/peace<Enter>n", "<Esc>i<Tab><Down>", "<Esc>v<Down>", "<Esc>ш", "<Esc>p<Space><Space>"]) {
		all += keys;
		if (keys)
			await type(keys);
		const grid = await run(`(${look})()`);
		const words = ["--theme", "dark", "--seed", "3", "--size", `${grid.cols}x${grid.count}`, "--keys", all, record];
		tell(`${grid.cols}x${grid.count} ${all || "no key"}`, compare(await run(`(${look})()`), await native(words), true));
	}
	await send("Navigate", { url: `file://${page}?1#at=nowhere` });
	tell("it says what is unknown", await until(() => run(`document.getElementById("grid").textContent.includes("nowhere")`)) ? "" : "not");
})().catch((error) => console.log(`- ${error.stack}`)).finally(() => {
	if (socket)
		socket.destroy();
	browser.kill("SIGKILL");
});
