/* browser.js: a headless Chromium, which begins when something is first asked of it, and tabs in it.
 *
 * It speaks the DevTools protocol through two pipes, so that no package is needed for it. */
"use strict";
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
/* Where it keeps its things, and a test may keep its own. */
let folder;
const home = () => folder = folder || fs.mkdtempSync(path.join(process.env.FOLDER || "/tmp", "chromium-"));

let browser;

function start() {
	browser = spawn(process.env.chromium || "chromium", ["--headless", "--no-sandbox", "--disable-gpu",
		"--disable-dev-shm-usage", "--remote-debugging-pipe", `--user-data-dir=${home()}`],
		{ stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
	let unread = "";
	browser.stdio[4].setEncoding("utf8");
	browser.stdio[4].on("data", (text) => {
		const messages = (unread + text).split("\0");
		unread = messages.pop();
		messages.map((text) => JSON.parse(text)).forEach(take);
	});
}

/* ---- the protocol ---- */

const waiting = new Map(), listeners = new Map();
let number = 0;

function take(message) {
	const wait = waiting.get(message.id);
	waiting.delete(message.id);
	if (wait && message.error)
		wait.reject(new Error(`${wait.method}: ${message.error.message}`));
	else if (wait)
		wait.resolve(message.result);
	else
		(listeners.get(message.sessionId) || []).forEach((listen) => listen(message.method, message.params));
}

function send(method, params, sessionId) {
	if (!browser)
		start();
	return new Promise((resolve, reject) => {
		waiting.set(++number, { resolve, reject, method });
		browser.stdio[3].write(JSON.stringify({ id: number, method, params, sessionId }) + "\0");
	});
}

/* Ends it. */
async function quit(status) {
	process.exitCode = status || 0;
	if (!browser)
		return;
	await Promise.race([send("Browser.close", {}), new Promise((resolve) => setTimeout(resolve, 2000).unref())]);
	browser.kill();
}

/* ---- a tab ---- */

/* A new tab: `call` a method of the protocol, `run` an expression and have its value, `open` an address and wait until it
 * is loaded, `on` an event of the protocol; the addresses that were `asked` for. */
async function tab() {
	const { targetId } = await send("Target.createTarget", { url: "about:blank", newWindow: true });
	const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
	const heard = [], asked = [];
	listeners.set(sessionId, heard);
	const call = (method, params) => send(method, params || {}, sessionId);
	const on = (method, listen) => heard.push((what, params) => what === method && listen(params));
	const run = async (expression) => {
		const answer = await call("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
		if (answer.exceptionDetails)
			throw new Error(answer.exceptionDetails.exception.description);
		return answer.result.value;
	};
	const open = async (url) => {
		const loaded = new Promise((resolve) => on("Page.loadEventFired", resolve));
		await call("Page.navigate", { url });
		await loaded;
	};
	const close = async () => {
		await send("Target.closeTarget", { targetId });
		listeners.delete(sessionId);
	};
	on("Network.requestWillBeSent", (what) => asked.push(what.request.url));
	await call("Network.enable");
	await call("Page.enable");
	return { call, run, open, on, close, asked };
}

module.exports = { home, send, tab, quit };
