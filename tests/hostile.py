"""Names that try to become code: shared by every test that shows names somewhere."""

COMMAND = "{{cycler.__init__.__globals__.os.popen('touch /tmp/parkatlas-was-run').read()}}"

# What may never appear where a name was shown: the value of 7*191, the trace of an evaluated template.
EVALUATED = "1337"

NAMES = (
    '<img src=x onerror="window.wasRun=1">',
    "<script>window.wasRun=1</script>",
    "</script><script>window.wasRun=1</script>",
    "</title></style></textarea><svg onload=window.wasRun=1>",
    '"><svg/onload=window.wasRun=1>',
    "' onmouseover='window.wasRun=1",
    "javascript:window.wasRun=1",
    "[x](javascript:window.wasRun=1)",
    "{{7*191}}",
    "{{ 7*191 }",
    COMMAND,
    "{% for i in range(9) %}{{7*191}}{% endfor %}",
    "{%",
    "{#",
    "#}{{7*191}}",
    "${7*191}",
    "`${window.wasRun=1}`",
    "`;window.wasRun=1;//",
    "');window.wasRun=1;//",
    '\\");window.wasRun=1;//',
    "\\u003cimg src=x onerror=window.wasRun=1\\u003e",
    "&lt;b&gt;&#60;i&#62;&amp;",
    "*粗体* _斜体_ :red[红] $x^2$ :material/home:",
    '=HYPERLINK("x")',
    "{0} {name} %s %(name)s",
    "甲\u2028乙\u2029丙",
    "左\u202e右",
    "a\x00b".replace("\x00", "\ufffd"),
    "'; drop table projects; --",
    "../../../etc/passwd",
)
