"""Errors as answers: a page in Indonesian, or JSON under /api, never a traceback.

An error of the server is logged and told by its status alone: its sentence may hold a path.
"""

from http import HTTPStatus

from flask import Flask, Response, current_app, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException, InternalServerError, SecurityError

from corpus.errors import SuaraError
from search.errors import QueryError, RequestError

# Status -> what the page says of it, and what the reader may do.
SENTENCES = {
    400: ("Permintaan ini tidak dapat dibaca", "Periksa alamatnya, atau mulai lagi dari halaman depan."),
    404: ("Halaman tidak ditemukan", "Alamat ini tidak ada, atau artikelnya tidak ada lagi di indeks."),
    405: ("Cara meminta ini tidak diterima", "Halaman ini hanya dapat dibaca."),
    414: ("Alamat terlalu panjang", "Persingkat kata yang dicari atau hapus sebagian saringan."),
    500: ("Terjadi kesalahan", "Kesalahan ini sudah dicatat. Coba lagi sebentar lagi."),
    503: ("Indeks belum dapat dipakai", "Pengelola perlu menjalankan suara index rebuild."),
}


def answer_errors(app: Flask) -> None:
    """Let the app answer Suara's errors and HTTP's own, a crash included."""
    app.register_error_handler(SuaraError, _answer_ours)
    app.register_error_handler(HTTPException, _answer_http)
    app.register_error_handler(SecurityError, _answer_foreign_host)


def _answer_ours(error: SuaraError) -> Response:
    if error.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        _log(error)
        return _bare(error.status)
    if _wants_record():
        return _record(str(error), error.status, **_place_of(error))
    return _page(error.status)


def _answer_http(error: HTTPException) -> Response:
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    # Flask has logged a crash, with its traceback, before it makes this error of it.
    crashed = isinstance(error, InternalServerError) and error.original_exception
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR and not crashed:
        _log(error)
    response = _bare(status)
    # What the protocol wants beside the text, such as Allow with a 405.
    for name, value in error.get_headers():
        if name.lower() != "content-type":
            response.headers[name] = value
    return response


def _answer_foreign_host(_: SecurityError) -> Response:
    # A page would offer links under a name that is not ours.
    return Response("Nama host ini tidak dilayani.\n", HTTPStatus.BAD_REQUEST, mimetype="text/plain")


def _log(error: Exception) -> None:
    current_app.logger.error("%s [%s %s]", error, request.method, request.path)


def _bare(status: int) -> Response:
    """Answer with the status and nothing of the error."""
    return _record(f"{HTTPStatus(status).phrase}.", status) if _wants_record() else _page(status)


def _wants_record() -> bool:
    return request.path == "/api" or request.path.startswith("/api/")


def _record(message: str, status: int, **place: str | int) -> Response:
    response = jsonify({"error": {"message": message, **place}})
    response.status_code = status
    return response


def _place_of(error: SuaraError) -> dict[str, str | int]:
    """Return where a question is wrong: the offset in the query and the query mended, or the parameter."""
    if isinstance(error, QueryError):
        mended = {"suggestion": error.suggestion} if error.suggestion else {}
        return {"position": error.position, **mended}
    return {"field": error.field} if isinstance(error, RequestError) else {}


def _page(status: int) -> Response:
    kind = 400 if status < HTTPStatus.INTERNAL_SERVER_ERROR else 500
    title, advice = SENTENCES.get(status, SENTENCES[kind])
    return make_response(render_template("error.html", status=status, title=title, advice=advice), status)
