from corpus.lines import Line
from corpus.page import DroppedLine
from corpus.references import addresses_of_claims, without_references


def trimmed(*texts: str) -> tuple[list[str], list[tuple[int, str]]]:
    lines = [Line(number, text, "prose") for number, text in enumerate(texts, 1)]
    kept, dropped = without_references(lines)
    assert {line.reason for line in dropped} <= {"reference list"}
    return [line.text for line in kept], [(line.line, line.text) for line in dropped]


def test_what_stands_under_the_references_goes_up_to_the_next_head() -> None:
    kept, dropped = trimmed(
        "Bupati tidak mundur.",
        "REFERENSI:",
        "https://tilikfakta.example/1",
        "Bupati: Saya Tidak Mundur",
        "Kesimpulan",
        "Palsu.",
    )
    assert kept == ["Bupati tidak mundur.", "Kesimpulan", "Palsu."]
    assert dropped == [
        (2, "REFERENSI:"),
        (3, "https://tilikfakta.example/1"),
        (4, "Bupati: Saya Tidak Mundur"),
    ]


def test_references_at_the_end_of_a_paragraph_go_too() -> None:
    kept, dropped = trimmed("Bupati tidak mundur. ===== REFERENSI: (1) https://tilikfakta.example/1 Judul")
    assert kept == ["Bupati tidak mundur."]
    assert dropped == [(1, "===== REFERENSI: (1) https://tilikfakta.example/1 Judul")]


def test_of_a_source_only_its_address_goes() -> None:
    kept, dropped = trimmed("Sumber: Facebook https://arsip.example/1", "Sumber: pesan berantai", "Isi.")
    assert kept == ["Sumber: pesan berantai", "Isi."]
    assert dropped == [(1, "Sumber: Facebook https://arsip.example/1")]


def test_a_page_of_nothing_else_stays_as_it_is() -> None:
    assert trimmed("Referensi:", "https://tilikfakta.example/1")[0] == [
        "Referensi:",
        "https://tilikfakta.example/1",
    ]


def test_a_text_without_heads_stays() -> None:
    assert trimmed("Bupati tidak mundur.", "Selengkapnya di bagian REFERENSI.") == (
        ["Bupati tidak mundur.", "Selengkapnya di bagian REFERENSI."],
        [],
    )


def test_a_report_printed_in_full_among_the_references_stays() -> None:
    report = (
        "(1) https://kabar.example/1, Kabar Arunika: “" + "Dana desa masih ada menurut bupati. " * 25 + "”"
    )
    assert trimmed("Bupati tidak mundur.", f"===== REFERENSI {report}")[1] == []
    many = " https://kabar.example/1" * 4
    assert trimmed("Bupati tidak mundur.", f"===== REFERENSI {report}{many}")[0] == ["Bupati tidak mundur."]


def test_the_addresses_of_claims_stand_under_the_head_of_their_source() -> None:
    dropped = [
        DroppedLine(1, "SUMBER https://kabar.id/1,", "reference list"),
        DroppedLine(2, "REFERENSI https://kabar.id/2", "reference list"),
        DroppedLine(3, "Sumber: https://kabar.id/3", "copyright"),
    ]
    assert addresses_of_claims(dropped) == {"https://kabar.id/1"}
