import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize(
    "path",
    ["/", "/search", "/search?q=(", "/api/search?q=pilkada", "/api/nope", "/nope", "/static/style.css"],
)
def test_every_answer_carries_the_security_headers(client: FlaskClient, path: str) -> None:
    headers = client.get(path, buffered=True).headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy == {
        "default-src": "'none'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
    }
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("query", ["a\r\nSet-Cookie: x=1", "\r\n\r\n<script>", "é\u2028"])
def test_a_query_never_reaches_a_header(client: FlaskClient, query: str) -> None:
    answer = client.get("/search", query_string={"q": query})
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert not any("script" in value for value in answer.headers.values())
