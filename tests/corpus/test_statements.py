import pytest

from corpus.attribution import attribute
from corpus.clues import Clues
from corpus.names import read_mention
from corpus.reporting import Clauses
from corpus.runs import runs_in
from corpus.sentences import sentences_in
from corpus.statements import statement_of


def said(text: str) -> str | None:
    tokens = next(sentences_in(text)).tokens
    clauses = Clauses(tokens, tuple(read_mention(tokens, run, Clues()) for run in runs_in(tokens)))
    span = statement_of(tokens, next(clauses.reports()))
    return text[tokens[span[0]].start : tokens[span[1] - 1].end] if span else None


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Sari Melati mengatakan bahwa logistik siap.", "logistik siap"),
        ("Sari Melati meminta agar warga datang.", "warga datang"),
        ("Sari Melati mengatakan kepada pers bahwa logistik siap.", "logistik siap"),
        ("Sari Melati berpesan kepada warga.", "kepada warga"),
        ("Sari Melati menilai usul itu baik.", "usul itu baik"),
        ("Sari Melati berterima kasih atas bantuan warga.", "berterima kasih atas bantuan warga"),
        ("Sari Melati bertanya mengapa rapat ditunda.", "rapat ditunda"),
        ("Menurut Sari Melati, kotak suara kering.", "kotak suara kering"),
        ("Menurut Sari Melati kotak suara kering.", "kotak suara kering"),
        ("Kotak suara tetap kering, kata Sari Melati.", "Kotak suara tetap kering"),
        ("Kotak suara tetap kering, kata Sari Melati, Rabu (3/4).", "Kotak suara tetap kering"),
        (
            "Kotak suara tetap kering, kata Sari Melati, saat rapat di kantor yang jauh.",
            "Kotak suara tetap kering",
        ),
        ("Padahal, ujar dia, jalan itu mahal.", "jalan itu mahal"),
        ("Jalan itu mahal, kata dia, sehingga pemerintah perlu mencari dana.", "Jalan itu mahal"),
        (
            "Jalan yang baru dibangun itu, kata dia, sudah rusak.",
            "Jalan yang baru dibangun itu, kata dia, sudah rusak",
        ),
        ("Kotak suara aman di gudang, kata dia, Rabu lalu di kantornya.", "Kotak suara aman di gudang"),
        ("Tidak sampai di situ, lanjut Sari, dalam rapat itu dibahas dana.", "dalam rapat itu dibahas dana"),
        ("Ia menegaskan bahwasannya logistik siap.", "logistik siap"),
        ("Hal itu ditegaskan Sari Melati bahwa logistik siap.", "logistik siap"),
        ("Status tersangka Darwis itu dibenarkan Sari Melati.", "Status tersangka Darwis itu"),
        ("Kabar itu dibenarkan Sari Melati.", None),
        ("Sari Melati mengucapkan sumpah di depan hakim.", None),
        ("Diungkapkan olehnya, surat itu hilang.", "surat itu hilang"),
        ("Ia membantah hal itu.", "hal itu"),
        ("Ia mengatakan itu hak warga.", "itu hak warga"),
        ("Hal itu dibenarkan Sari Melati.", None),
        ("Usul itu disetujui Sari Melati.", None),
        ("Kotak suara tetap kering, hal itu disampaikan Sari Melati.", "Kotak suara tetap kering"),
        ("Kotak suara tetap kering, seperti dikatakan Sari Melati.", "Kotak suara tetap kering"),
        ("Warga datang, hal itu disetujui Sari Melati.", None),
        ("Kotak suara kering, rapat ditegaskan Sari Melati.", None),
        ("Hal senada disampaikan Sari Melati usai rapat.", None),
        ("Demikian ia mengingatkan.", None),
        ("Demikian disampaikan Sari Melati, Rabu (3/4/2024).", None),
        ("Ia menyampaikan itu Rabu.", None),
        ("Sari Melati menyampaikan hal itu saat ditemui di Lembayung.", None),
        ("Begitu pesan Sari.", None),
        ("Bahwa dana kurang diakui Sari Melati.", "dana kurang"),
        ("Hal ini ia ungkapkan ketika rapat.", None),
        # what somebody speaks of is no statement
        ("Sari Melati menanggapi poster itu di gudang.", None),
        ("Sari Melati menyinggung Darwis Lesmana, yang mendampingi guru.", None),
        ("Sari Melati menanggapi bahwa poster itu palsu.", "poster itu palsu"),
        ("Sari Melati menanggapi, poster itu palsu.", "poster itu palsu"),
        (
            "Sari Melati mengomentari usul itu dengan menganggapnya lucu.",
            "usul itu dengan menganggapnya lucu",
        ),
        ("Sari Melati menjawab surat Darwis yang meminta kepastian.", None),
        ("Sari Melati meminta bantuan Darwis.", None),
        ("Sari Melati mengarahkan kritik kepada Darwis.", None),
        ("Sari Melati membenarkan kerusakan kedua kapal tersebut.", None),
        ("Sari Melati menyampaikan permintaan maaf.", None),
        ("Sari Melati membenarkan kerusakan kapal itu parah.", "kerusakan kapal itu parah"),
        ("Sari Melati membenarkan kapal telah menabrak dermaga itu.", "kapal telah menabrak dermaga itu"),
        ("Sari Melati mengakui, kerusakan kapal itu.", "kerusakan kapal itu"),
        (
            "Sari Melati menyampaikan permintaan maaf karena kapal rusak.",
            "permintaan maaf karena kapal rusak",
        ),
        ("Sari Melati mengecam serangan itu.", "serangan itu"),
        ("Sari Melati memaparkan rencana pembangunan pabrik di Lembayung.", None),
        ("Sari Melati memaparkan rencana itu sudah selesai.", "rencana itu sudah selesai"),
        ("Sari Melati melaporkan dana telah tersalurkan.", "dana telah tersalurkan"),
        ("Sari Melati mempersilakan warga memeriksa data.", "warga memeriksa data"),
        ("Sari Melati melaporkan Darwis terkait kasus itu.", None),
        ("Sari Melati melaporkan pria berinisial AR yang menipunya.", None),
        ("Sari Melati melaporkan akun terkait fitnah.", None),
        ("Sari Melati melaporkan dana itu kepada bupati yang telah pulang.", None),
        ("Sari Melati menyinggung dana telah tersalurkan.", None),
        ("Begitu kata Sari Melati saat menutup rapat.", None),
        ("Seperti dikatakan Sari Melati, sawah itu subur.", "sawah itu subur"),
        ("Sebagaimana juga diungkapkan oleh Sari Melati, sawah itu subur.", "sawah itu subur"),
        ("Sari Melati mencatat bahwa air surut.", "air surut"),
        ("Sari Melati mencatat ketinggian air.", None),
        ("Sari Melati berterima kasih kepada warga.", "berterima kasih kepada warga"),
    ],
)
def test_an_indirect_statement_is_the_clause_that_is_reported(text: str, statement: str | None) -> None:
    assert said(text) == statement


def test_what_only_points_back_is_no_quote() -> None:
    body = "Menurut Sari Melati, semua siap.\nDemikian ia mengingatkan.\nBegitu pesan Sari."
    assert [quote.text for quote in attribute(body)] == ["semua siap"]
