import pytest
from flask.testing import FlaskClient
from lxml.html import document_fromstring

from corpus.article import Article

QUESTIONS = [
    "q=politik+uang",
    "q=arunika&limit=5&page=2",
    "q=debat&sort=newest&source=kabararunika.example",
    "speaker=Ratna+Wiranegara&date=2024-11",
    "q=zebra",
]


def test_a_search_is_one_object(client: FlaskClient, logistics: Article) -> None:
    answer = client.get("/api/search?q=politik+uang")
    assert answer.content_type == "application/json"
    record = answer.get_json()
    assert list(record) == [
        "query",
        "total",
        "relaxed",
        "suggestion",
        "hits",
        "facets",
        "undated",
        "namesakes",
        "explanation",
        "generation",
    ]
    assert (record["query"], record["total"], record["generation"]) == ("politik uang", 1, "gen-000001")
    (hit,) = record["hits"]
    assert (hit["id"], hit["title"], hit["date"]) == (logistics.id, logistics.title, "2024-11-17")
    assert record["facets"]["source"] == [{"value": "kabararunika.example", "count": 1}]
    assert "“" in answer.text


def test_a_record_tells_what_was_meant(client: FlaskClient) -> None:
    record = client.get("/api/search?q=poltik+uang").get_json()
    assert (record["total"], record["suggestion"]) == (1, "politik uang")
    assert client.get("/api/search?q=politik+uang").get_json()["suggestion"] is None


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_record_holds_what_the_page_shows(client: FlaskClient, question: str) -> None:
    record = client.get(f"/api/search?{question}").get_json()
    page = document_fromstring(client.get(f"/search?{question}").text)
    assert page.xpath("string(//p[@class='total']/strong)") == str(record["total"])
    shown = page.xpath("//ol[@class='hits']//h2/a/@href")
    assert shown == [f"/article/{hit['id']}" for hit in record["hits"]]
    counted = [
        node.text_content().split()[-1]
        for node in page.xpath("//aside[@id='saring']//a[contains(@class, 'choice')]")
    ]
    values = [value for name in ("source", "speaker", "date") for value in record["facets"][name]]
    assert sorted(counted) == sorted(str(value["count"]) for value in values)


def test_a_search_in_quotes_gives_quotes(client: FlaskClient, logistics: Article) -> None:
    record = client.get("/api/search?q=hak+pilih&in=quotes").get_json()
    (hit,) = record["hits"]
    assert (hit["speaker"], hit["article_id"]) == ("Ratna Wiranegara", logistics.id)


def test_the_page_links_to_its_own_record(client: FlaskClient) -> None:
    page = document_fromstring(client.get("/search?q=debat&sort=newest&page=2").text)
    assert page.xpath("//footer//a/@href") == ["/api/search?q=debat&sort=newest&page=2"]


def test_an_article_is_its_record(client: FlaskClient, logistics: Article) -> None:
    record = client.get(f"/api/article/{logistics.id}").get_json()
    assert record["body"] == logistics.body
    assert [quote["text"] for quote in record["quotes"]] == [quote.text for quote in logistics.quotes]
    assert record["persons"] == {name: name for name in ("Ratna Wiranegara", "Damar Prasetyo")}


@pytest.mark.parametrize(
    ("path", "status", "error"),
    [
        ("/api/search?q=a+(b", 400, {"position": 2, "suggestion": "a (b)"}),
        ("/api/search?q=pe*", 400, {"position": 0}),
        ("/api/search?q=a&page=0", 400, {"field": "page"}),
        ("/api/search?q=debat&page=50", 404, {"field": "page"}),
        ("/api/search?q=a&since=x", 400, {"field": "since"}),
        ("/api/search", 400, {"field": "q"}),
        ("/api/search?q[]=a", 400, {"field": "q"}),
        ("/api/article/" + "0" * 20, 404, {}),
        ("/api/article/xyz", 404, {}),
        ("/api/nope", 404, {}),
        ("/api", 404, {}),
    ],
)
def test_an_error_says_what_and_where(
    client: FlaskClient, path: str, status: int, error: dict[str, object]
) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.content_type) == (status, "application/json")
    told = answer.get_json()["error"]
    assert told.pop("message").endswith(".")
    assert told == error


def test_the_first_of_a_repeated_parameter_counts(client: FlaskClient) -> None:
    assert client.get("/api/search?q=debat&q=baliho").get_json()["query"] == "debat"


def test_nothing_can_be_posted(client: FlaskClient) -> None:
    answer = client.post("/api/search", data={"q": "debat"})
    assert answer.status_code == 405
    assert answer.get_json() == {"error": {"message": "Method Not Allowed."}}
