/* duckdb.js QUESTION... : answers questions in SQL by DuckDB, a line of tabs for each row. */
"use strict";
const { DuckDBInstance } = require("@duckdb/node-api");

(async () => {
	const instance = await DuckDBInstance.create(":memory:");
	const connection = await instance.connect();
	for (const question of process.argv.slice(2))
		for (const row of (await connection.runAndReadAll(question)).getRowsJson())
			console.log(row.map((cell) => (typeof cell === "string" ? cell : JSON.stringify(cell))).join("\t"));
})().catch((error) => {
	console.log(error.message);
	process.exitCode = 1;
});
