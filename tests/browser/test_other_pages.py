"""A page of another server gets nothing of ours: it frames, embeds, reads, scripts and opens in vain."""

import http.server
import threading

import pytest

from tests.browser.conftest import HERE

# What a page may try; each notes what it got.
STRANGER = """<!doctype html><meta charset="utf-8"><title>stranger</title><script>
const got = {}, ours = "OURS";
const element = (kind, key, more) => new Promise((done) => {
  const made = Object.assign(document.createElement(kind), more);
  made.onload = () => done(got[key] = "loaded");
  made.onerror = () => done(got[key] = "");
  document.body.append(made);
});
const socket = (...protocols) => new Promise((done) => {
  const line = new WebSocket(ours.replace("http", "ws") + "/_stcore/stream", protocols);
  line.onopen = () => done("opened");
  line.onerror = () => done("");
});
const asked = (key, path, how) =>
  fetch(ours + path, how).then((answer) => answer.text()).catch(() => "").then((text) => (got[key] = text));
addEventListener("DOMContentLoaded", async () => {
  for (const [kind, key] of [["iframe", "src"], ["object", "data"], ["embed", "src"]])
    for (const path of ["/", "/map", "/media/x"])
      document.body.append(Object.assign(document.createElement(kind), { [key]: ours + path }));
  const url = "/_stcore/upload_file/12345678-1234-1234-1234-123456789abc/12345678-1234-1234-1234-123456789abc";
  await Promise.all([
    element("img", "picture", { src: ours + "/app/static/icon.png" }),
    element("script", "script", { src: ours + "/app/static/cut.js" }),
    element("link", "styles", { rel: "stylesheet", href: ours + "/app/static/parkatlas.css" }),
    asked("page", "/", {}), asked("unseen", "/", { mode: "no-cors" }), asked("health", "/healthz", {}),
    asked("simple post", "/", { method: "POST", mode: "no-cors", body: "x" }),
    asked("upload", url, { method: "PUT", body: "x" }), asked("with cookies", "/", { credentials: "include" }),
    socket().then((said) => (got.socket = said)), socket("streamlit").then((said) => (got.speaking = said)),
  ]);
  document.title = "tried";
});
</script><body></body>"""


@pytest.fixture
def stranger(small):
    """The address of another server's page."""

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = STRANGER.replace("OURS", small.url).encode()
            self.send_response(200)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer((HERE, 0), Page) as other:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        yield f"http://{HERE}:{other.server_port}/"
        other.shutdown()


def test_another_server_s_page_shows_nothing_of_ours_and_learns_nothing(page, watch, stranger, small):
    page.goto(stranger)
    page.wait_for_function("() => document.title === 'tried'")
    assert page.evaluate("() => got") == dict.fromkeys(
        [
            "picture",
            "script",
            "styles",
            "page",
            "unseen",
            "health",
            "simple post",
            "upload",
            "with cookies",
            "socket",
            "speaking",
        ],
        "",
    )
    assert page.evaluate("() => window.parkatlasCut") is None
    frames = [frame for frame in page.frames if frame is not page.main_frame]
    assert len(frames) >= 3
    assert not [frame.url for frame in frames if frame.url.startswith(small.url)]
    assert not [text for frame in frames if "园区" in (text := frame.locator("body").text_content())]
    watch.errors.clear()  # the browser says of each attempt that it was refused
