/* What our scripts are held to: ESLint's recommended rules, lines of 120, and nothing that makes code of data. */

import js from "@eslint/js";

const MESSAGE = "Write text with textContent or append: data never becomes markup or code.";
const MARKUP = "innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|parseFromString|setHTMLUnsafe|srcdoc";
const forbidden = [
  `MemberExpression[property.name=/^(${MARKUP})$/]`,
  `MemberExpression[property.value=/^(${MARKUP})$/]`,
  `Property[key.name=/^(${MARKUP})$/]`,
  'MemberExpression[object.name="document"][property.name=/^write(ln)?$/]',
].map((selector) => ({ selector, message: MESSAGE }));

export default [
  { ignores: ["static/vendor/"] },
  js.configs.recommended,
  {
    rules: {
      "max-len": ["error", { code: 120 }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-script-url": "error",
      "no-restricted-syntax": ["error", ...forbidden],
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: "error",
    },
  },
  /* The types know every name of the browser; the rule against code in strings goes by those that take it. */
  {
    files: ["static/**"],
    rules: { "no-undef": "off" },
    languageOptions: { globals: { setInterval: "readonly", setTimeout: "readonly", window: "readonly" } },
  },
  { files: ["static/cut.js", "static/map/load.js"], languageOptions: { sourceType: "script" } },
];
