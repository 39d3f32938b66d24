import pytest

from corpus.boilerplate import is_bare_head, reason_to_drop


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Berita Terkait", "related headlines"),
        ("• Kabar Populer", "related headlines"),
        ("BERITA TERKAIT:", "related headlines"),
        ("Bagikan Artikel", "page tools"),
        ("Komentar", "page tools"),
        ("Tags: Pilkada, Arunika", "page tools"),
        ("Baca juga: Debat Kedua Digelar di Lembayung", "link to another article"),
        ("Baca Juga", "link to another article"),
        ("Simak juga Video 'Debat Pertama'", "link to another article"),
        ("SCROLL TO CONTINUE WITH CONTENT", "advertisement"),
        ("ADVERTISEMENT SCROLL TO CONTINUE WITH CONTENT", "advertisement"),
        ("facebook twitter whatsapp telegram line copy", "share bar"),
        ("facebook icon twitter icon whatsapp icon", "share bar"),
        ("Facebook X WhatsApp Salin Tautan", "share bar"),
        ("URL berhasil dicopy", "share bar"),
        ("Sumber Gambar :", "photo credit"),
        ("Warga mencoblos di TPS 3. (Foto: Kabarteluk/Rin)", "photo credit"),
        ("Foto: Humas KPU Arunika", "photo credit"),
        ("Warga antre di alun-alun. “Ayo,” teriak mereka. Foto: Sekar", "photo credit"),
        ("Foto oleh Sekar Arum", "photo credit"),
        ("Teks dan foto oleh Sekar Arum", "editorial credit"),
        ("KETERANGAN FOTO", "page tools"),
        ("267 dilihat", "counter"),
        ("04 Jan 2024 267 dilihat", "counter"),
        ("Dibaca: 1.204 kali", "counter"),
        ("Total Hits: Loading...", "counter"),
        ("Sumber : Adpim", "editorial credit"),
        ("Editor: Sekar Arum", "editorial credit"),
        ("(Ditulis oleh Sekar Arum)", "editorial credit"),
        ("Oleh Wahyu Laksono • 17:48 WIB", "editorial credit"),
        ("© 2024 Kabarteluk. All Rights Reserved.", "copyright"),
        ("Anda dapat menyalin konten ini dengan mencantumkan sumber kabarteluk.id", "copyright"),
        ("Pemerintah Provinsi Arunika © 2024", "copyright"),
        ("2024 © Kabar Arunika", "copyright"),
        ("Kabararunika.com @ 2024", "copyright"),
        ("[Gambas:Video 20detik]", "separator or mark"),
        ("= = =", "separator or mark"),
        ("https://kabarteluk.id/a", "address"),
        ("• redaksi@kabarteluk.id", "address"),
        ("#pilkada #arunika", "tags"),
        ("Nomor: 112/HM.02/K1/11/2024", "letter number"),
        ("Halaman Selanjutnya", "page number"),
        ("Halaman Selanjutnya »", "page number"),
        ("Halaman: 1 2 3 Lihat Semua", "page number"),
        ("1 2 Selanjutnya", "page number"),
        ("Halaman 2 dari 3", "page number"),
        (f"Artikel ini telah tayang di KabarTeluk.id dengan judul {'KPU ' * 30}", "editorial credit"),
        ("Beranda", "page furniture"),
        ("Video: Debat Pertama Calon Gubernur", "link to another article"),
        ('- Debat Kedua Digelar{target="_self"}', "link to another article"),
        ("Ilustrasi surat suara.", "photo credit"),
        ("KabarTeluk.id/Sekar ArumWarga antre", "photo credit"),
        ("Dok. KPU Arunika" + " warga antre" * 15, "photo credit"),
        ("Laporan Wartawan KabarTeluk.id, Sekar Arum", "editorial credit"),
        ("Dapatkan update berita " + "pilihan " * 30, "invitation to follow"),
        ("Disclaimer: " + "segala isi " * 20, "disclaimer"),
    ],
)
def test_what_is_not_the_article_goes_with_its_reason(line: str, reason: str) -> None:
    assert reason_to_drop(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "Halaman selanjutnya memuat daftar calon.",
        "Halaman kantor KPU penuh warga.",
        "Nomor urut 2 menang di Lembayung.",
        f"Artikel ini telah tayang {'lagi ' * 80}",
        "Video tersebut telah dilihat 8.000 kali, kata Bawaslu.",
        "Hal itu dapat dilihat dari jumlah pemilih yang datang.",
        "Editor media itu mengatakan beritanya benar.",
        "Facebook menghapus 40 akun palsu menjelang Pilkada.",
        "Komentar gubernur itu menuai protes dari warga.",
        "Populer di kalangan pemilih muda, kata survei itu.",
        "“Baik,” katanya.",
        "Foto kandidat harus dicetak berwarna.",
        "Sumber dana kampanye wajib dilaporkan.",
        "line",
        "1. Rahmat Wiradikarta",
        "Baca juga: " + "kata " * 30,
        "Disclaimer: " + "segala isi " * 40,
        "KabarTeluk.id/a bukan alamat berita itu.",
    ],
)
def test_prose_with_the_same_words_stays(line: str) -> None:
    assert reason_to_drop(line) is None


def test_a_bare_head_is_told_from_a_link_with_its_headline() -> None:
    assert is_bare_head("Baca Juga:")
    assert not is_bare_head("Baca juga: Debat Kedua Digelar")
