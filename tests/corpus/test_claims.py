"""What a fact check only repeats is found, and what it reports itself stays."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.attribution import attribute
from corpus.claims import claims_in
from corpus.readings import reading_of

DENIAL = "“Saya tidak pernah mundur,” kata Bupati Tirtasari Saraswati Hutabalian, Senin."


def said(body: str) -> list[tuple[str | None, str]]:
    return [(quote.speaker, quote.text) for quote in attribute(body, claims_in(body))]


@pytest.mark.parametrize(
    "claim",
    [
        # under the head of a claim, to the next one
        "Narasi:\n“Saya mundur,” kata Bupati Saraswati Hutabalian.\n“Saya ikhlas,” ucapnya.\nPenjelasan:",
        "[NARASI]: Bupati Saraswati Hutabalian mengatakan dana desa habis. ===== [PENJELASAN]:",
        "KLAIM\nBupati Saraswati Hutabalian menyatakan mundur dari jabatannya.\nFAKTA",
        "===== KATEGORI: “Saya mundur karena lelah,” kata Saraswati Hutabalian. ===== PENJELASAN:",
        "Narasi:\nDana habis.\nSumber: grup warga\n“Dana sudah habis,” kata Saraswati Hutabalian.\nFAKTA",
        # above the first findings
        "Bupati Saraswati Hutabalian mengatakan dana desa habis.\nPemeriksaan Fakta",
        "“Saya mundur karena lelah,” kata Saraswati Hutabalian. = = = = = PENJELASAN:",
        # sentences that tell of a claim
        "Beredar video Bupati Saraswati Hutabalian mengatakan dana desa habis.",
        "Unggahan itu menyebut Saraswati Hutabalian mengatakan dana desa habis.",
        "Dalam video tersebut, Saraswati Hutabalian mengatakan, “Dana desa sudah habis semua.”",
        "Akun Facebook Damar Prasetyo menulis, “Saraswati mundur karena lelah.”",
        "“Dana desa sudah habis semua,” tulis akun Facebook Damar Prasetyo.",
        "Tangkapan layar itu memuat judul “Saraswati: Saya Mundur Karena Lelah”.",
        "Pesan berantai itu mengutip Saraswati Hutabalian, “Dana desa sudah habis semua.”",
        "Menurut kabar yang berembus, Saraswati Hutabalian akan menyampaikan pidato mundur.",
        "“Dana desa sudah habis semua,” tuturnya dalam video tersebut.",
        "Akun itu menulis dengan keterangan “Saraswati: Dana desa sudah habis semua”.",
        # what the holder of an account that spread a claim goes on to say
        "Akun Facebook dengan nama “Damar Prasetyo” membagikan foto.\nDamar juga mengimbau warga mundur.",
        "Akun TikTok Damar Prasetyo mengunggah foto.\nDamar menuding bupati mencuri dana desa.",
        "Akun Facebook bernama Damar Prasetyo menulis narasi.\nDamar Prasetyo juga menambahkan dana habis.",
        # what a message goes on to say
        "Dalam pesan tersebut juga disebutkan dana habis. Bukan hanya itu, Bupati Saraswati meminta mogok.",
        # a noun that is a verb elsewhere
        "Setelah ditelusuri, klaim Saraswati Hutabalian akan mundur tidak mendasar.",
        # what was never said
        "Saraswati Hutabalian tidak pernah mengatakan dana desa habis.",
        "Tidak ditemukan Saraswati Hutabalian mengatakan dana desa habis.",
        "Catatan Saraswati Hutabalian mengatakan hal itu juga tidak ada.",
        # what a claim announces
        # the claim said again where it is judged
        "Dengan demikian, Saraswati Hutabalian menyatakan dana desa habis adalah tidak benar.",
        "Akun itu menulis:\nSaraswati Hutabalian mengatakan dana desa habis.",
        "Unggahan itu memuat narasi.\n“Habis.\nSaraswati Hutabalian mengatakan ia mundur.\nSebarkan!”",
        "Beredar foto bupati. “Dana desa sudah habis semua.”",
        # headlines and slogans without a reporting word
        "“Saraswati mundur karena lelah” adalah judul yang tidak pernah terbit.",
        "Saraswati Hutabalian: “Dana desa sudah habis semua.”",
    ],
)
def test_the_words_of_a_claim_are_nobody_s(claim: str) -> None:
    assert said(f"{claim}\n{DENIAL}\nKabar itu palsu.") == [
        ("Saraswati Hutabalian", "Saya tidak pernah mundur")
    ]


@pytest.mark.parametrize(
    "report",
    [
        "Kepala Biro Humas Ratih Anggrahita mengatakan video itu palsu.",
        "Menanggapi unggahan itu, Kepala Biro Humas Ratih Anggrahita mengatakan kabar itu palsu.",
        "“Video itu palsu, jangan dibagikan lagi,” kata Kepala Biro Humas Ratih Anggrahita.",
        "Melalui akun Instagram resminya, Ratih Anggrahita menegaskan dana desa masih ada.",
        "Ratih Anggrahita membantah dana desa habis.",
        "Ratih Anggrahita menegaskan ia tidak pernah mengucapkan kalimat itu.",
        "“Video itu palsu, jangan dibagikan,” kata Ratih Anggrahita, dikutip dari video resmi.",
        "“Itu lelucon, sudah kami tulis besar,” kata pengelola akun itu, Ratih Anggrahita.",
        "Sumber: https://kabar.example/1 Ratih Anggrahita menegaskan dana desa masih ada.",
        # what a spokesman gives out
        "“Video itu palsu, jangan dibagikan,” kata Ratih Anggrahita dalam keterangan tertulis, Senin.",
        "Dalam keterangan resmi, Ratih Anggrahita memastikan pesan berantai itu palsu.",
        "Melalui video klarifikasi yang diunggah di akun @humas, Ratih Anggrahita menyebut dana masih ada.",
        # what somebody says on a page of their own
        "Melalui akun Instagram-nya, Ratih Anggrahita menegaskan dana desa masih ada.",
        "Lewat unggahan di akun X miliknya, Ratih Anggrahita menegaskan dana desa masih ada.",
        "Dalam unggahannya, Ratih Anggrahita menegaskan dana desa masih ada.",
        "Dalam captionnya Ratih Anggrahita menyebut dana desa masih ada.",
        "Sebelumnya Ratih Anggrahita pada akun X-nya mengklaim bahwa dana desa masih ada.",
        # what the check has found
        "Dalam artikel Kabar Arunika berjudul “Dana Aman” itu, Ratih Anggrahita mengatakan dana masih ada.",
        "Dikutip dari unggahan kanal Kabar Arunika, Ratih Anggrahita mengatakan dana masih ada.",
        "Dalam video aslinya, Ratih Anggrahita mengatakan dana desa masih ada.",
        "Dalam video itu, Ratih Anggrahita memang mengatakan dana desa masih ada.",
        "Mencegah hoaks yang tersebar di Pilgub Jabar, Ratih Anggrahita mengatakan akan mendatangi desa.",
        "Kepala humas, Ratih Anggrahita, dengan tegas membantah informasi di pesan berantai tersebut.",
        # what is untrue, and who says so
        "Kabar itu tidak benar, kata Kepala Biro Humas Ratih Anggrahita.",
        "Dana itu tidak habis, seperti dikatakan Kepala Biro Humas Ratih Anggrahita.",
        "Beredar foto bupati. Tak hanya itu, Ratih Anggrahita membantah dana desa habis.",
        # who answers a claim
        "Klaim tersebut dibantah oleh Ratih Anggrahita. Ia mengatakan dana desa masih ada.",
        "Foto tersebut, kata Ratih Anggrahita, diambil di Arunika tahun lalu.",
        "Guna meluruskan kabar itu, Ratih Anggrahita membantah foto tersebut.",
        "Foto tersebut, menurut Ratih Anggrahita, diambil di Arunika tahun lalu.",
        "Mencegah hoaks yang tersebar, Ratih Anggrahita mengatakan akan mendatangi desa.",
        "Ditanya soal unggahan itu, Ratih Anggrahita mengatakan kabar itu palsu.",
        "Foto itu tidak pernah dibuat, hal tersebut dijelaskan oleh kepala humas, Ratih Anggrahita.",
        "Ratih Anggrahita mengatakan ia menulis kata ‘palsu’ pada foto itu.",
        "Ratih Anggrahita, saat dikonfirmasi mengenai narasi itu, mengatakan dana desa masih ada.",
        "“Bantuan turun besok pagi,” kata Ratih Anggrahita dalam rekaman utuh itu.",
    ],
)
def test_what_the_page_itself_reports_stays(report: str) -> None:
    assert [speaker for speaker, _ in said(f"Penjelasan:\n{report}")] == ["Ratih Anggrahita"]


@pytest.mark.parametrize(
    "body",
    [
        # a label ends at a row of signs
        "Dana desa habis. ====Kategori : BERITA ==== Dana aman. Ratih Anggrahita menegaskan dana masih ada.",
        # a conclusion stands below what was found
        "Beredar foto dana desa. Ratih Anggrahita menegaskan dana masih ada. (KESIMPULAN): Foto itu hoaks.",
        # a page without heads that asked somebody
        "“Dana masih ada di kas desa,” kata Ratih Anggrahita saat dikonfirmasi, Rabu.",
        "Menanggapi pemberitaan tersebut, Kepala Biro Humas Ratih Anggrahita menuturkan dana masih ada.",
        "Apa benar dana desa habis? “Dana masih ada di kas desa,” kata Ratih Anggrahita, Rabu.",
    ],
)
def test_what_a_page_reports_stays_without_a_head_for_it(body: str) -> None:
    assert [speaker for speaker, _ in said(body)] == ["Ratih Anggrahita"]


def test_what_a_reference_prints_from_where_the_claim_was_found_is_claim() -> None:
    claim = "(2) http://kabar.id/1, “Bupati Saraswati Hutabalian mengatakan dana habis.” "
    body = f"PENJELASAN Dana aman. REFERENSI (1) http://kabar.id/2, “Dana aman.” {claim}(3) http://kabar.id/3"
    told = f"SUMBER http://kabar.id/1 NARASI “Dana habis.” {body}"
    assert claim in [told[span.start : span.end] for span in claims_in(told)]
    assert claim in [body[span.start : span.end] for span in claims_in(body, None, {"http://kabar.id/1"})]


def test_findings_whose_head_is_blank_in_the_reading_end_a_claim() -> None:
    body = "Unggahan itu memuat narasi:\nPenjelasan:\nRatih Anggrahita mengatakan dana masih ada."
    reading = reading_of(body).text
    quotes = attribute(reading, claims_in(body, reading))
    assert [quote.speaker for quote in quotes] == ["Ratih Anggrahita"]


@pytest.mark.parametrize("end", ["Pemeriksaan Fakta", "Dana habis.”Warga pun resah."])
def test_a_claim_that_nothing_closes_ends_at_the_findings_or_within_a_line(end: str) -> None:
    body = (
        f"Berikut narasinya:\n“Dana habis\nBupati mundur\n{end}\nRatih Anggrahita mengatakan dana masih ada."
    )
    assert [speaker for speaker, _ in said(f"{body} Kabar itu palsu.")] == ["Ratih Anggrahita"]


def test_the_owner_of_an_account_is_named_in_full_where_it_is_cited() -> None:
    body = (
        "Faktanya, tim menelusuri akun Instagram Ratih Anggrahita (@ratih.ang). Dalam unggahannya, Ratih "
        "menegaskan dana desa masih ada."
    )
    assert said(body) == [("Ratih Anggrahita", "dana desa masih ada")]


def test_whose_name_an_account_bears_is_not_its_holder() -> None:
    body = (
        "Akun “RATIH ANGGRAHITA” membagikan video Ratih Anggrahita.\nFaktanya, Ratih mengatakan ia tak punya "
        "akun. Ratih Anggrahita menyebut video itu palsu."
    )
    assert {speaker for speaker, _ in said(body)} == {"Ratih Anggrahita"}


def test_who_is_brought_in_behind_a_claim_speaks_next() -> None:
    body = (
        "Beredar pesan Damar Prasetyo. Berdasarkan rapat dengan Kepala Dinas Ratih Anggrahita, nomor itu "
        "tidak aktif. Ia menjelaskan pihaknya tidak menelepon warga."
    )
    assert said(body) == [("Ratih Anggrahita", "pihaknya tidak menelepon warga")]


def test_the_words_of_a_handle_leave_the_name_a_name() -> None:
    body = (
        "Faktanya, akun Ratih Anggrahita @ratih_anggrahita dibajak. Ratih Anggrahita mengaku akunnya dibajak."
    )
    assert said(body) == [("Ratih Anggrahita", "akunnya dibajak")]


def test_a_report_reprinted_in_full_keeps_its_speakers_and_its_mark_opens_nothing() -> None:
    body = (
        "Ratih Anggrahita mengatakan dana masih ada.\n===== REFERENSI (1) https://kabar.example/1, Kabar "
        "Arunika: “Dana Desa Aman ARUNIKA - Dana aman sampai akhir tahun. “Kami sudah hitung semua,” kata "
        "bendahara desa, Damar Prasetyo, Senin.”"
    )
    assert said(body) == [
        ("Ratih Anggrahita", "dana masih ada"),
        ("Damar Prasetyo", "Kami sudah hitung semua"),
    ]


def test_a_second_quotation_goes_on_with_the_speaker_of_the_first() -> None:
    body = "“Video itu palsu,” kata Ratih Anggrahita. “Jangan bagikan video itu kepada siapa pun.”"
    assert [speaker for speaker, _ in said(body)] == ["Ratih Anggrahita"] * 2


def test_who_denies_does_not_get_the_words_denied() -> None:
    body = "Ratih Anggrahita membantah unggahan “Saraswati mundur karena lelah”."
    assert said(body) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "SUMBER Warga NARASI “Jalan rusak” PENJELASAN Camat Sari Melati menyebut jalan itu sepi.",
            "Sari Melati",
        ),
        ("SUMBER Warga PENJELASAN Beredar video Sari Melati menyebut jalan itu sepi.", None),
        ("Dalam video yang tayang Mei 2021 itu, Camat Sari Melati menyebut jalan itu sepi.", "Sari Melati"),
        ("Dalam video yang viral itu, Camat Sari Melati menyebut jalan itu sepi.", None),
        ("Camat Sari Melati melalui unggahan video menyebut jalan itu sepi.", "Sari Melati"),
        ("Melalui unggahan video Sari Melati menyebut jalan itu sepi.", None),
        ("Mengetahui adanya foto tersebut, Camat Sari Melati menyebut jalan itu sepi.", "Sari Melati"),
    ],
)
def test_a_claim_ends_at_a_head_and_a_source_is_none(text: str, name: str | None) -> None:
    assert said(f"FAKTA\n{text}") == ([(name, "jalan itu sepi")] if name else [])


def test_a_claim_leaves_nobody_to_go_on_speaking() -> None:
    body = (
        "Ratih Anggrahita mengatakan dana desa masih ada.\n"
        "Beredar video Saraswati Hutabalian menangis.\n"
        "“Saya sudah lelah menjadi bupati,” ujarnya.\n"
        "Kabar itu palsu."
    )
    assert [text for _, text in said(body)] == ["dana desa masih ada"]


def test_one_claim_that_names_nobody_parts_no_speaker_from_what_is_said_next() -> None:
    told = "Faktanya, Ratih Anggrahita mengatakan dana desa masih ada. Menurutnya, unggahan itu palsu."
    said_next = "“Jangan dibagikan kepada siapa pun,” ujarnya."
    shared = "Video itu diunggah pada Maret."
    quotation = ("Ratih Anggrahita", "Jangan dibagikan kepada siapa pun")
    assert quotation in said(f"{told} {shared} {said_next}")
    assert quotation not in said(f"{told} {shared} {shared} {said_next}")


def test_behind_a_claim_nobody_speaks_for_being_named_alone() -> None:
    body = (
        "Faktanya, video Saraswati Hutabalian beredar. Rapat dengan Damar Prasetyo dihubungkan ke sana. "
        "“Kami punya waktu untuk menjawab,” ujarnya."
    )
    assert "Damar Prasetyo" not in dict(said(body))


@pytest.mark.parametrize(
    ("body", "is_claim"),
    [
        ("“VIRAL! Saraswati mengatakan dana desa habis” kata Damar Prasetyo.", True),
        ("Saraswati Hutabalian mengatakan ia mundur.", True),
        ("Faktanya, Saraswati Hutabalian mengatakan ia bertahan.", False),
    ],
)
def test_a_page_that_checks_nothing_is_all_claim(body: str, *, is_claim: bool) -> None:
    assert (said(body) == []) is is_claim


bodies = st.lists(
    st.sampled_from(
        [
            *("Narasi:", "Penjelasan:", "===== KATEGORI: Palsu", "Beredar video:", "“Dana habis", "habis”"),
            *("Ratih Anggrahita mengatakan dana ada.", "“Dana masih ada, ”", "kata Ratih.", '"', "\n", "\n"),
        ]
    ),
    max_size=14,
).map(" ".join)


@given(bodies | st.text(max_size=80))
def test_claims_stand_in_order_and_apart_and_no_quote_touches_one(body: str) -> None:
    claims = claims_in(body)
    assert all(0 <= claim.start <= claim.end <= len(body) for claim in claims)
    assert all(before.end < after.start for before, after in pairwise(claims))
    for quote in attribute(body, claims):
        assert not any(quote.start < claim.end and claim.start < quote.end for claim in claims)


@pytest.mark.parametrize(
    "judged",
    ["Klaim itu tidak benar", "Narasi itu keliru", "Unggahan itu hoaks", "Kabar yang beredar itu palsu"],
)
def test_who_speaks_behind_a_judgement_is_quoted(judged: str) -> None:
    body = f"FAKTA\n{judged}, Camat Sari Melati menegaskan sawah itu subur."
    assert said(body) == [("Sari Melati", "sawah itu subur")]
