"""A small real index of invented coverage, and the page over it."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from http.client import HTTPConnection
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from corpus.article import Article, Quote, QuoteKind
from corpus.page import Extraction
from index.build import rebuild
from webui.app import create_app
from webui.settings import Settings

Publisher = Callable[[Path, Iterable[Article]], None]

SUARA = (sys.executable, "-c", "from webui.cli import main; main(prog_name='suara')")
PATIENCE = 20.0

LOGISTICS = """Kota Sagara - Komisi Pemilihan Umum Provinsi Arunika memastikan logistik tiba tepat waktu.

“Kapal terakhir berangkat Senin pagi, tidak ada kotak suara yang tertinggal,” kata Ratna Wiranegara.

Menurut Ratna, cuaca di selatan masih menjadi tantangan. “Politik uang merusak hak pilih warga,” ujarnya.

Anggota Bawaslu Damar Prasetyo menyebut ada 14 laporan dugaan politik uang yang sedang diperiksa."""

HOSTILE = """Relawan <script>alert(1)</script> & {{7*7}} datang ke kampanye di alun-alun.

“Jangan percaya <b>janji</b> & spanduk,” kata Mira O'Sagara."""

SPEAKERS = (
    "Bagas Nurrahman",
    "Hasan Lamo",
    "Joko Sasmito",
    "Lintang Kusumo",
    "Nuraini Salim",
    "Petrus Kalendo",
    "Raka Wibisana",
    "Sekar Maheswari",
    "Teuku Rizal",
    "Wening Astuti",
    "Yohana Tarigas",
    "Zaenal Marpati",
    "Made Sudarsa",
    "Intan Pramesti",
)


def _quote(body: str, text: str, speaker: str | None, role: str | None, kind: QuoteKind = "direct") -> Quote:
    start = body.index(text)
    return Quote(speaker, role, text, kind, start, start + len(text), "kata")


def _article(name: str, body: str, *quotes: Quote) -> Article:
    speakers = dict.fromkeys(each.speaker for each in quotes if each.speaker)
    return Article(
        sha256(name.encode()).hexdigest()[:20], name, body, quotes=quotes, speakers=tuple(speakers)
    )


def _logistics() -> Article:
    ratna, damar = ("Ratna Wiranegara", "Ketua KPU Arunika"), ("Damar Prasetyo", "Anggota Bawaslu")
    made = _article(
        "Logistik Pilkada Arunika Tiba Lebih Awal",
        LOGISTICS,
        _quote(
            LOGISTICS, "Kapal terakhir berangkat Senin pagi, tidak ada kotak suara yang tertinggal,", *ratna
        ),
        _quote(LOGISTICS, "cuaca di selatan masih menjadi tantangan.", *ratna, "indirect"),
        _quote(LOGISTICS, "Politik uang merusak hak pilih warga,", *ratna),
        _quote(LOGISTICS, "ada 14 laporan dugaan politik uang yang sedang diperiksa.", *damar, "indirect"),
    )
    url = "https://kabararunika.example/berita/1?a=1&b=2"
    return replace(
        made,
        date=date(2024, 11, 17),
        date_origin="body",
        source="kabararunika.example",
        url=url,
        place="Kota Sagara",
        author="Sri Handini",
    )


def _hostile() -> Article:
    made = _article(
        'Baliho <script>alert("judul")</script> & {{7*7}}',
        HOSTILE,
        _quote(HOSTILE, "Jangan percaya <b>janji</b> & spanduk,", "Mira O'Sagara", "<i>Relawan</i>"),
    )
    return replace(made, url="javascript:alert(1)", source="</mark><script>", date=date(2024, 10, 3))


def _untitled() -> Article:
    body = "Suarapesisir - Warga menunggu hasil penghitungan.\n\n“Kami sabar,” kata seorang saksi."
    made = _article("tanpa judul", body, _quote(body, "Kami sabar,", None, "saksi"))
    return replace(made, title=None, source="Suarapesisir", kind="factcheck")


def _debates() -> Iterator[Article]:
    """Yield one article for each speaker: enough for several pages and a folded facet."""
    for number, speaker in enumerate(SPEAKERS, 1):
        body = f"Debat calon nomor {number} di Arunika.\n\n“Janji kami ada {number},” kata {speaker}."
        made = _article(
            f"Debat Bagian {number}", body, _quote(body, f"Janji kami ada {number},", speaker, None)
        )
        outlet = ("arunikapos.example", "kabararunika.example")[number % 2]
        yield replace(made, date=date(2024, number % 12 + 1, number), source=outlet)


def _publish(index_dir: Path, articles: Iterable[Article]) -> None:
    rebuild(
        index_dir,
        [Extraction(Path("invented.jsonl"), line, each) for line, each in enumerate(articles, 1)],
    )


@pytest.fixture(scope="session")
def publish() -> Publisher:
    """Publish a generation of an index that holds these articles."""
    return _publish


@pytest.fixture(scope="session")
def logistics() -> Article:
    return _logistics()


@pytest.fixture(scope="session")
def hostile() -> Article:
    """Give an article whose every field tries to break out of the page."""
    return _hostile()


@pytest.fixture(scope="session")
def untitled() -> Article:
    return _untitled()


@pytest.fixture(scope="session")
def index_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("webui") / "suara-index"
    _publish(path, [_logistics(), _hostile(), _untitled(), *_debates()])
    return path


@dataclass(frozen=True, slots=True)
class Served:
    """A running `suara serve`, and the port it answers on."""

    process: subprocess.Popen[str]
    port: int

    def status_of(self, path: str, **headers: str) -> int:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path, headers=headers)
            return connection.getresponse().status
        finally:
            connection.close()

    def wait(self) -> None:
        """Return once the server answers."""
        limit = time.monotonic() + PATIENCE
        while time.monotonic() < limit and self.process.poll() is None:
            try:
                self.status_of("/")
            except OSError:
                time.sleep(0.05)
            else:
                return
        pytest.fail("suara serve did not come up")

    def end(self, sent: signal.Signals) -> tuple[int, str]:
        """End it with a signal and return its exit code and what it told on stderr."""
        if self.process.poll() is None:
            self.process.send_signal(sent)
        _, told = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, told


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@pytest.fixture(scope="session")
def serve(index_dir: Path) -> Iterator[Callable[..., Served]]:
    """Start `suara serve` with these options and wait until it answers; it ends with the tests."""
    started: list[Served] = []

    def start(*options: str) -> Served:
        port = _free_port()
        command = [*SUARA, "serve", "--index", str(index_dir), "--port", str(port), *options]
        process = subprocess.Popen(
            command, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL
        )
        started.append(Served(process, port))
        started[-1].wait()
        return started[-1]

    yield start
    for served in started:
        if served.process.returncode is None:
            served.end(signal.SIGTERM)


@pytest.fixture(scope="session")
def app(index_dir: Path) -> Flask:
    return create_app(Settings(index_dir))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
