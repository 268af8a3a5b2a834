/** Names that end a string, a comment or a line, that are no identifiers, that are nothing, and that collide. */
export const ODD_NAMES = [
  "plain",
  "plain",
  'quo"te',
  "back`tick",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it must not become one.
  "dollar${process.exit(9)}",
  "two\nlines",
  "end */ of // comment",
  "separator\u2028throw 1\u2029",
  "größe-備份-🙂",
  "4 digits",
  "class",
  "__proto__",
  "a\u001b[31m",
  "\u202eright to left",
  "🙂",
  "",
];
