"""What the door has to know of the Streamlit behind it: messages, visits, files, scripts."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from google.protobuf.message import DecodeError
from streamlit import file_util
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime import Runtime

from parkatlas import maps
from parkatlas.gate.uploads import ENVELOPE
from parkatlas.ui.map import folium_map

_MOST_FILES = 200  # whose addresses one message may ask for


def kind_of(content: bytes) -> str | None:
    """Return what a client's message asks for, of an operation with its kind; None where it is no message."""
    message = BackMsg()
    try:
        message.ParseFromString(content)
    except DecodeError:
        return None
    kind = message.WhichOneof("type")
    if kind == "backend_operation_request":
        return f"{kind}.{message.backend_operation_request.WhichOneof('payload')}"
    if kind == "file_urls_request" and len(message.file_urls_request.file_names) > _MOST_FILES:
        return None
    return kind


def is_open(session: str) -> bool:
    """Tell whether a visit's page is connected."""
    return Runtime.instance().is_active_session(session)


def kept_bytes() -> Mapping[str, int]:
    """Return the bytes that the uploaded files of each visit count for; Streamlit lets them go when the visit ends."""
    storage = Runtime.instance().uploaded_file_mgr.file_storage  # type: ignore[attr-defined]
    return {
        name: sum(max(len(file.data), ENVELOPE) for file in list(files.values()))
        for name, files in list(storage.items())
    }


def pages() -> list[str]:
    """Return the HTML pages whose inline scripts the policy allows: Streamlit's, and that of the map's iframe."""
    files = (Path(file_util.get_static_dir()) / "index.html", folium_map.page())
    return [path.read_text(encoding="utf-8") for path in files]


def tile_hosts(basemap: maps.Basemap) -> list[str]:
    """Return the hosts of a basemap's tiles, as sources of a policy."""
    hosts = set()
    for address, subdomains in basemap.layers:
        for one in subdomains if "{s}" in address else " ":
            parts = urlsplit(address.replace("{s}", one))
            hosts.add(f"{parts.scheme}://{parts.netloc}")
    return sorted(hosts)
