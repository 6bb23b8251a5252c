/* gift.js FILE: reads a bank of questions, and says what is wrong with it. */
"use strict";
const fs = require("node:fs");
const { parse } = require("gift-pegjs");
const text = fs.readFileSync(process.argv[2], "utf8");

/* What is written, without the escapes of the form. */
function plain(written) {
	return written.replace(/\\([\\~=#{}:n])/g, (all, sign) => (sign === "n" ? "\n" : sign));
}

/* The bank read by hand: a question is from a line "::title::[plain]stem {" to a line "}". */
const expected = [...text.matchAll(/^::(.*?)(?<!\\)::\[plain\](.*) \{\n([^]*?)^\}$/gm)].map((match) => ({
	title: plain(match[1]),
	stem: plain(match[2]),
	choices: match[3].split("\n").filter((line) => /^\t[=~]/.test(line)).map((line) => ({ right: line[1] === "=", text: plain(line.slice(2)) })),
	feedback: plain(match[3].split("\n").find((line) => line.startsWith("\t####")).slice(5)),
}));
const wrong = [];
function same(what, got, wanted) {
	const squeeze = (words) => words.replace(/\s+/g, " ").trim();
	if (squeeze(String(got)) !== squeeze(wanted))
		wrong.push(`${what}: ${JSON.stringify(got)} for ${JSON.stringify(wanted)}`);
}

const got = parse(text).filter((question) => question.type !== "Category");
if (got.length !== expected.length || got.length !== Number((/^\/\/ (\d+) question/.exec(text) || [0, 0])[1]))
	wrong.push(`${got.length} questions for ${expected.length}`);
got.forEach((question, n) => {
	const wanted = expected[n] || { title: "", stem: "", choices: [], feedback: "" };
	same("type", question.type, "MC");
	same("title", question.title, wanted.title);
	same("stem", question.stem.text, wanted.stem);
	same("format", question.stem.format, "plain");
	same("feedback", question.globalFeedback && question.globalFeedback.text, wanted.feedback);
	same("choices", (question.choices || []).length, String(wanted.choices.length));
	same("right", (question.choices || []).filter((choice) => choice.isCorrect).length, "1");
	(question.choices || []).forEach((choice, k) => {
		same("choice", choice.text.text, wanted.choices[k].text);
		same("right", choice.isCorrect, String(wanted.choices[k].right));
	});
});
wrong.slice(0, 10).forEach((line) => console.log(line));
process.exit(wrong.length ? 1 : 0);
