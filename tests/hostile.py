"""Texts that try to become code, links, formulas or another text: shared by every test that shows texts somewhere."""

import re

COMMAND = "{{cycler.__init__.__globals__.os.popen('touch /tmp/parkatlas-was-run').read()}}"

# What may never appear where a name was shown: the value of 7*191, the trace of an evaluated template.
EVALUATED = "1337"

MARKUP = (
    '<img src=x onerror="window.wasRun=1">',
    "<script>window.wasRun=1</script>",
    "</script><script>window.wasRun=1</script>",
    "</title></style></textarea><svg onload=window.wasRun=1>",
    '"><svg/onload=window.wasRun=1>',
    "' onmouseover='window.wasRun=1",
    "<b>粗</b><i>斜</i><br>行<hr/>",
    '<a href="https://park.example/a">招商</a>',
    '<iframe srcdoc="<script>parent.wasRun=1</script>"></iframe>',
    "<math><mtext><table><mglyph><style><img src=x onerror=window.wasRun=1>",
    "<!-- 注释 --><?xml version='1.0'?><![CDATA[甲]]>",
    "<details open ontoggle=window.wasRun=1>甲</details>",
    '<form action="javascript:window.wasRun=1"><button>点</button></form>',
    "<style>*{display:none}</style>",
    "<svg><animate onbegin=window.wasRun=1 attributeName=x dur=1s>",
    "&lt;b&gt;&#60;i&#62;&amp;&nbsp;&copy;",
    "<template><script>window.wasRun=1</script></template>",
    "\\u003cimg src=x onerror=window.wasRun=1\\u003e",
)

LINKS = (
    "javascript:window.wasRun=1",
    "[x](javascript:window.wasRun=1)",
    "http://park.example/a?b=1&c=2#d",
    "HTTPS://Park.Example/路径",
    "www.park.example/招商",
    "见 WWW.park.example。",
    "a.b+c@park.example",
    "mailto:a@park.example",
    "xmpp:a@park.example/b",
    "ftp://park.example/x",
    "tel:+8613800000000",
    "data:text/html,<script>window.wasRun=1</script>",
    "file:///etc/passwd",
    "//park.example/x",
    "<https://park.example/b>",
    "[甲]: https://park.example/c",
    "![图](https://park.example/d.png)",
    "vbscript:window.wasRun=1",
    "blob:https://park.example/e",
)

MARKDOWN = (
    "*粗体* _斜体_ **重** __重__ ~~删~~",
    ":red[红] :blue-badge[章] :small[小] :color[色]{foreground=red}",
    ":material/home: :material_home: :streamlit:",
    ":smile: :+1: :heart: :rocket:",
    "$x^2$ $$\\int_0^1$$ \\(y\\)",
    "# 标题",
    "###### 六级",
    "- 一项",
    "+ 一项",
    "* 一项",
    "1. 一项",
    "2) 一项",
    "> 引用",
    "`代码` ```块```",
    "| 甲 | 乙 | |---|---|",
    "甲[^1] [^1]: 注",
    "--- *** ___",
    "甲 -> 乙 <- 丙 <-> 丁",
    "甲 -- 乙 --- 丙",
    "1 >= 0 <= 2 ~= 3 != 4 => 5",
    "->",
    "--",
    "(c) (r) (tm) ... +-",
    "- [x] 完成",
    "甲::乙:::丙 :abbr[x]",
    "行尾反斜杠\\",
    "~甲~ ^乙^ ==丙== ++丁++",
)

TEMPLATES = (
    "{{7*191}}",
    "{{ 7*191 }",
    COMMAND,
    "{% for i in range(9) %}{{7*191}}{% endfor %}",
    "{%",
    "{#",
    "#}{{7*191}}",
    "${7*191}",
    "#{7*191} <%= 7*191 %>",
    "`${window.wasRun=1}`",
    "`;window.wasRun=1;//",
    "');window.wasRun=1;//",
    '\\");window.wasRun=1;//',
    "{0} {name} %s %(name)s %{x} {}",
    "%7B%7B7*191%7D%7D %3Cscript%3E",
    "a%0d%0aSet-Cookie: x=1",
)

FORMULAS = (
    '=HYPERLINK("x")',
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    "＝1+1",
    "甲;=1+1",
    "甲|=1+1",
    '"=1+1"',
    '=IMPORTXML(CONCAT("https://park.example/",A1),"//a")',
    "1,234",
    "1e308",
    "2024-01-01",
    "NaN",
    "null",
    "true",
    "_x0041_",
    "001234567890123456",
)

FILES = (
    "'; drop table projects; --",
    "../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "CON",
    "aux.txt",
    "C:\\园区\\甲?.xlsx",
    "甲/乙",
    ".hidden",
    '"引号" ‘单’ “双” «角»',
    "/x|y>z",
)

SCRIPTS = (
    "甲\u2028乙\u2029丙",
    "مجمع الصناعات 12",
    "פארק תעשייה (א)",
    "园区 שלום 2 期",
    "Z̷̧̢̛̛̼̦̪͓̖̥̟̳͇̞̀̈́̓̾͊͛͘͜͝ä̴̡̡̛̬̗̖́l̶̢͝g̸o",
    "a\x00b".replace("\x00", "\ufffd"),
    "𠮷野家𪚥𫝆",
    "🏭🇨🇳👍🏽",
    "🏭",
    "🚀 园",
    "1\ufe0f\u20e3 期",
    "ℹ 说明",
    "ﬁ ﬀ Ａ１ ½ ㎡ ㈱",
    "İıſẞ Ω K",
    "长" * 190,
    "W" * 190,
)

# What may stand in a workspace, by kind and in all.
KINDS = (MARKUP, LINKS, MARKDOWN, TEMPLATES, FORMULAS, FILES, SCRIPTS)
NAMES = tuple(name for kind in KINDS for name in kind)

# What nobody sees, and what turns the direction of all that follows: refused at intake, and harmless from elsewhere.
UNSEEN = ("a\u200bb\u200cc\u200dd\u2060e\ufefff", "a\x01b\x1b[31mc\x7fd\x9be", "👨\u200d👩\u200d👧")
TURNING = ("左\u202e右", "\u202dgpj.exe", "a\u2066b\u2069c", "甲\u2069乙\u2068", "\u202b丙\u202c", "\u2067丁\u2069")


# Each text again with a mark of its own behind it: wherever the mark stands, its text stands before it, or was changed.
MARK = re.compile("⟧([0-9]+)⟧")
MARKED = tuple(f"{name}⟧{number}⟧" for number, name in enumerate(NAMES))


def met(words):
    """Return the numbers of the marks in a text."""
    return {int(number) for number in MARK.findall(words)}


def changed(words, spelt=str):
    """Return what stands before the marks in a text where that is not their own text, as ``spelt`` writes it."""
    text = _squeezed(words)
    pairs = []
    for mark in MARK.finditer(text):
        own = _until_its_mark(spelt(MARKED[int(mark[1])]))
        if not text[: mark.end()].endswith(own):
            pairs.append((own, text[max(0, mark.end() - len(own) - 20) : mark.end()]))
    return pairs


def _until_its_mark(words):
    text = _squeezed(words)
    return text[: MARK.search(text).end()]


def _squeezed(words):
    """Return a text without spaces, of which a browser shows one for many and none where a line ends."""
    return "".join(verbatim(words).split())


def verbatim(words):
    """Return a text as it is to be seen: without the marks that hold it together where it runs from right to left."""
    return words.replace("\u2068", "").replace("\u2069", "")
