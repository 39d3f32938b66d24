"""A small real index of invented coverage, and the page over it."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from http.client import HTTPConnection
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from corpus.article import Article
from webui.app import create_app
from webui.settings import Settings

MakeArticle = Callable[..., Article]
BuildIndex = Callable[..., Path]

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


def _introduced(made: Article, roles: dict[str | None, str]) -> Article:
    """Give the speakers their roles, and call indirect what stands without quotation marks."""
    quotes = (
        replace(
            quote,
            role=roles.get(quote.speaker),
            kind="direct" if made.body[quote.start - 1] == "“" else "indirect",
        )
        for quote in made.quotes
    )
    return replace(made, quotes=tuple(quotes))


def _debates(article: MakeArticle) -> Iterator[Article]:
    """Yield one article for each speaker: enough for several pages and a folded facet."""
    for number, speaker in enumerate(SPEAKERS, 1):
        yield article(
            title=f"Debat Bagian {number}",
            body=f"Debat calon nomor {number} di Arunika.\n\n“Janji kami ada {number},” kata {speaker}.",
            quotes=[(speaker, f"Janji kami ada {number},")],
            date=date(2024, number % 12 + 1, number),
            source=("arunikapos.example", "kabararunika.example")[number % 2],
        )


@pytest.fixture(scope="session")
def logistics(article: MakeArticle) -> Article:
    ratna, damar = "Ratna Wiranegara", "Damar Prasetyo"
    made = article(
        title="Logistik Pilkada Arunika Tiba Lebih Awal",
        body=LOGISTICS,
        quotes=[
            (ratna, "Kapal terakhir berangkat Senin pagi, tidak ada kotak suara yang tertinggal,"),
            (ratna, "cuaca di selatan masih menjadi tantangan."),
            (ratna, "Politik uang merusak hak pilih warga,"),
            (damar, "ada 14 laporan dugaan politik uang yang sedang diperiksa."),
        ],
        date=date(2024, 11, 17),
        date_origin="body",
        source="kabararunika.example",
        url="https://kabararunika.example/berita/1?a=1&b=2",
        place="Kota Sagara",
        author="Sri Handini",
    )
    return _introduced(made, {ratna: "Ketua KPU Arunika", damar: "Anggota Bawaslu"})


@pytest.fixture(scope="session")
def hostile(article: MakeArticle) -> Article:
    """Give an article whose every field tries to break out of the page."""
    made = article(
        title='Baliho <script>alert("judul")</script> & {{7*7}}',
        body=HOSTILE,
        quotes=[("Mira O'Sagara", "Jangan percaya <b>janji</b> & spanduk,")],
        url="javascript:alert(1)",
        source="</mark><script>",
        date=date(2024, 10, 3),
    )
    return _introduced(made, {"Mira O'Sagara": "<i>Relawan</i>"})


@pytest.fixture(scope="session")
def untitled(article: MakeArticle) -> Article:
    body = "Suarapesisir - Warga menunggu hasil penghitungan.\n\n“Kami sabar,” kata seorang saksi."
    made = article(
        title=None,
        body=body,
        quotes=[(None, "Kami sabar,")],
        date=None,
        source="Suarapesisir",
        kind="factcheck",
    )
    return _introduced(made, {None: "saksi"})


@pytest.fixture(scope="session")
def index_dir(
    article: MakeArticle, build_index: BuildIndex, logistics: Article, hostile: Article, untitled: Article
) -> Path:
    return build_index([logistics, hostile, untitled, *_debates(article)])


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
        # Tests that a shell runs behind `&` ignore interrupts, and what they start would, too.
        signal.signal(signal.SIGINT, signal.default_int_handler)
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
