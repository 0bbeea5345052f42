/* The linter refuses whatever makes markup or code of data. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { ESLint } from "eslint";

const eslint = new ESLint();
const faultsOf = async (code) => (await eslint.lintText(code, { filePath: "static/map/tried.js" }))[0].errorCount;

for (const code of [
  "document.body.innerHTML = name;",
  'document.body["innerHTML"] = name;',
  "Object.assign(document.body, { innerHTML: name });",
  "document.body.outerHTML = name;",
  'document.body.insertAdjacentHTML("beforeend", name);',
  "document.write(name);",
  "eval(name);",
  "new Function(name)();",
  'setTimeout("draw(" + name + ")", 10);',
  'location.href = "javascript:draw()";',
]) {
  test(`refused: ${code}`, async () => assert.equal(await faultsOf(code), 1));
}

test("text as text is welcome", async () => assert.equal(await faultsOf("document.body.textContent = name;"), 0));
