"""Every answer says what its page may load and run: our own scripts and no others."""

from parkatlas.gate import Policy
from parkatlas.gate.headers import inline_scripts
from tests.parkatlas.gate.running import run


def headers_of(path="/", inner=()):
    sent = []

    async def send(message):
        sent.append(message)

    dressed = Policy(["run()"], ["https://tiles.example"]).dressing({"path": path}, send)
    run(dressed({"type": "http.response.start", "status": 200, "headers": list(inner)}))
    return dict(sent[0]["headers"])


def rules_of(headers):
    policy = headers[b"content-security-policy"].decode()
    return dict(rule.strip().split(" ", 1) for rule in policy.split(";"))


def test_scripts_are_files_of_ours_and_those_known_word_for_word():
    scripts = rules_of(headers_of())["script-src"]
    assert scripts == "'self' 'sha256-AvyuiL0SD1mVY3NNxR+V2uo+lhk6RMFrytWmRt6CrJQ='"


def test_nobody_else_frames_a_page_and_pictures_come_from_the_basemap_too():
    rules = rules_of(headers_of())
    assert rules["frame-ancestors"] == "'self'"
    assert "https://tiles.example" in rules["img-src"]


def test_no_answer_with_data_is_kept_and_none_is_sniffed():
    for path in ("/media/a.csv", "/_stcore/upload_file", "/healthz"):
        assert headers_of(path)[b"cache-control"] == b"no-store"
    assert headers_of()[b"x-content-type-options"] == b"nosniff"


def test_our_headers_go_before_those_of_the_server_inside():
    inner = [(b"Content-Security-Policy", b"script-src *"), (b"etag", b"1")]
    headers = headers_of(inner=inner)
    assert b"Content-Security-Policy" not in headers
    assert headers[b"etag"] == b"1"


def test_the_scripts_of_a_page_are_found_as_a_browser_hashes_them():
    page = "<script>a < b</script><script src='x.js'></script><p>no</p><script type=module>\n c()</script>"
    assert inline_scripts(page) == ["a < b", "\n c()"]
