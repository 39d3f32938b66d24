import pytest

from corpus.clues import Clues, gather_clues
from corpus.names import Mention, bare_name, names_in_title, read_mention
from corpus.runs import runs_in
from corpus.sentences import sentences_in


def mention(text: str, clues: Clues | None = None) -> tuple[Mention, str]:
    sentence = next(sentences_in(text))
    run = runs_in(sentence.tokens)[0]
    found = read_mention(sentence.tokens, run, clues or Clues())
    role = sentence.tokens[found.first : found.role_end]
    return found, text[role[0].start : role[-1].end] if role else ""


@pytest.mark.parametrize(
    ("text", "role", "name"),
    [
        ("Sari Melati", "", "Sari Melati"),
        ("Ketua KPU Sari Melati", "Ketua KPU", "Sari Melati"),
        ("Ketua Komisi II DPR RI Pangeran Halim Wirya", "Ketua Komisi II DPR RI", "Pangeran Halim Wirya"),
        ("Ekonom Darwis Ng", "Ekonom", "Darwis Ng"),
        ("tokoh Tionghoa Sari Melati", "tokoh Tionghoa", "Sari Melati"),
        ("tokoh Betawi Sari Melati", "tokoh Betawi", "Sari Melati"),
        ("tokoh Nahdliyin Sari Melati", "tokoh Nahdliyin", "Sari Melati"),
        ("Communications Officer UNICEF Sari Melati", "Communications Officer UNICEF", "Sari Melati"),
        ("Lead Economist Bank Dunia Sari Melati", "Lead Economist Bank Dunia", "Sari Melati"),
        ("Kepala Humas BMKG Sari Tirto Wirya", "Kepala Humas BMKG", "Sari Tirto Wirya"),
        ("Ketua IDA Daeng M. Wirya", "Ketua IDA", "Daeng M. Wirya"),
        ("Syech Ali Wirya", "", "Ali Wirya"),
        ("Iriana Jokowi", "", "Iriana Jokowi"),
        ("Ketua KPU Sari Melati S Kp M Kes", "Ketua KPU", "Sari Melati"),
        ("Presiden Tanzania Samia Utari", "Presiden Tanzania", "Samia Utari"),
        ("Ketua KPU Kota Bandung Sari Melati", "Ketua KPU Kota Bandung", "Sari Melati"),
        ("Bupati Kutai Timur Darwis Lesmana", "Bupati Kutai Timur", "Darwis Lesmana"),
        ("Bupati Tirtasari Darwis Lesmana", "Bupati Tirtasari", "Darwis Lesmana"),
        ("Camat Wanarandu Kidul Darwis Lesmana", "Camat Wanarandu Kidul", "Darwis Lesmana"),
        ("Kepala Desa Karangwaru Ahmad Sastra", "Kepala Desa Karangwaru", "Ahmad Sastra"),
        ("Kepala BPBD Tirtasari Suparlan Wijoyo", "Kepala BPBD Tirtasari", "Suparlan Wijoyo"),
        ("Kapolres Tirtasari AKBP Iskandar Walewan", "Kapolres Tirtasari", "Iskandar Walewan"),
        ("Ketua Partai Lumbung Rakyat Maimunah Zuhri", "Ketua Partai Lumbung Rakyat", "Maimunah Zuhri"),
        ("Ketua Forum Pesisir Bersih Yayuk Utari", "Ketua Forum Pesisir Bersih", "Yayuk Utari"),
        ("Ketua Lembaga Kita Indonesia Yayuk Utari", "Ketua Lembaga Kita Indonesia", "Yayuk Utari"),
        ("Ketua Komisi Pencegahan Korupsi Yayuk Utari", "Ketua Komisi Pencegahan Korupsi", "Yayuk Utari"),
        ("Ketua Relawan Alap DPC Yayuk Utari", "Ketua Relawan Alap DPC", "Yayuk Utari"),
        ("Ketua Gerakan Kita Bogor Yayuk Utari", "Ketua Gerakan Kita Bogor", "Yayuk Utari"),
        ("Bupati Lubuk Sirih Made Arsana", "Bupati Lubuk Sirih", "Made Arsana"),
        ("Ketua KPPS Dukuh Pring Ireng Yayuk Utari", "Ketua KPPS Dukuh Pring Ireng", "Yayuk Utari"),
        ("Ketua Bawaslu Tulungagung Wirya", "Ketua Bawaslu Tulungagung", "Wirya"),
        ("Ketua DPP PDI Perjuangan Yayuk Utari", "Ketua DPP PDI Perjuangan", "Yayuk Utari"),
        ("Gubernur Jawa Timur Jatim Yayuk Utari", "Gubernur Jawa Timur Jatim", "Yayuk Utari"),
        ("Jubir TKN Sari-Darwis Anwar Sidik", "Jubir TKN Sari-Darwis", "Anwar Sidik"),
        ("Manajer Toko Indonesia Yayuk Utari", "Manajer Toko Indonesia", "Yayuk Utari"),
        ("Solo Letkol Wirya Utari", "Solo", "Wirya Utari"),
        ("H. Raden Wirya Utari", "", "Wirya Utari"),
        ("Ketua majelis Ida Ayu Utari", "Ketua majelis", "Ida Ayu Utari"),
        ("Prof. Dr. Sari Melati", "", "Sari Melati"),
        ("Gus Sari Melati", "", "Sari Melati"),
        ("Cak Melati", "", "Cak Melati"),
        ("Lukman Hakim", "", "Lukman Hakim"),
        ("Bima Sakti", "", "Bima Sakti"),
        ("Sari Melati SH", "", "Sari Melati"),
        ("Darwis Ketua KPU", "", "Darwis"),
        ("Joko Widodo Jokowi", "", "Joko Widodo"),
        ("Darwis Lesmana Cak Darwis", "", "Darwis Lesmana"),
        ("Wali Kota Medan Muhammad Bobby Wirya", "Wali Kota Medan", "Muhammad Bobby Wirya"),
        ("Marsekal Muda Ranisa Gausa", "", "Ranisa Gausa"),
        ("Menteri Perhubungan Budi Karya Wirya", "Menteri Perhubungan", "Budi Karya Wirya"),
        ("Sekretaris Jenderal Ranisa Gausa", "Sekretaris Jenderal", "Ranisa Gausa"),
        ("Pangkoarmada II Laksamana Muda TNI Ranisa Gausa", "Pangkoarmada II", "Ranisa Gausa"),
        ("Kasatlantas Polres Tirtasari Iptu Ranisa Gausa", "Kasatlantas Polres Tirtasari", "Ranisa Gausa"),
        ("Jaksa Agung ST Wirya", "Jaksa Agung", "ST Wirya"),
        ("Jaksa Agung Muda Pidana Khusus Yayuk Utari", "Jaksa Agung Muda Pidana Khusus", "Yayuk Utari"),
        ("Agung Wirya", "", "Agung Wirya"),
        ("Ignatius Kardinal Wirya", "", "Ignatius Kardinal Wirya"),
        ("TB Wirya Utari", "", "TB Wirya Utari"),
        ("Teuku Wirya", "", "Teuku Wirya"),
        ("Deputi Bapanas I Gusti Ketut Wirya", "Deputi Bapanas", "I Gusti Ketut Wirya"),
        ("Analis Monex Futures Putu Agus Wirya", "Analis Monex Futures", "Putu Agus Wirya"),
    ],
)
def test_a_run_is_divided_into_role_and_name(text: str, role: str, name: str) -> None:
    found, written = mention(text)
    assert (written, found.name) == (role, name)


@pytest.mark.parametrize(
    "text",
    [
        "KPU Arunika",
        "Bawaslu Kabupaten Tirtasari",
        "Kabupaten Tirtasari",
        "Provinsi",
        "Jakarta",
        "Jakarta Selatan",
        "Bandung",
        "Cahaya Timur Foundation",
        "Sari KPU Melati",
        "Egrag XRPX Crypto",
        "Pencegahan Korupsi",
        "DPRD",
        "Ng",
        "Rektor Universitas Cendana Wangi",
        "Ketua TPN Sari Wirya-Darwis Utari",
        "Manis & Pedas",
        "Disnakertrans",
        "Hari Pemuda",
        "Bima Nusa Tenggara Barat",
        "Parameter Politik Indonesia",
        "Perempuan Hari Ini",
        "Diteken Jokowi",
        "Prabowo Subianto Darwis Lesmana",
        "Barisan Relawan Sari Melati",
        "Relawan Pro Wirya",
        "Tambun Utara",
    ],
)
def test_organisations_and_places_have_no_name(text: str) -> None:
    assert mention(text)[0].name is None


def test_an_honorific_makes_a_person_of_what_follows_an_organisation() -> None:
    found, _ = mention("KPU Pak Sukardi")
    assert (found.name, found.is_honoured, found.words) == ("Sukardi", True, 1)


def test_what_the_article_says_decides_where_the_name_begins() -> None:
    body = "Rapat itu di Randu Alas dan di Sumberwangi. Kata Darwis siap."
    clues = gather_clues([(sentence, runs_in(sentence.tokens)) for sentence in sentences_in(body)])
    assert mention("Ketua Relawan Sumberwangi Yayuk Utari", clues)[0].name == "Yayuk Utari"
    assert mention("Ketua Relawan Randu Alas Yayuk Utari", clues)[0].name == "Yayuk Utari"
    assert mention("Bupati Mekarwangi Darwis Lesmana Putra", clues)[0].name == "Darwis Lesmana Putra"
    assert mention("Ketua Relawan Sumberwangi", clues)[0].name is None
    assert mention("Randu Alas", clues)[0].name is None


def test_the_speaker_behind_a_pair_of_candidates_is_none_of_them() -> None:
    body = "Pada 2024 Sari Melati-Darwis Lesmana Wirya pulang. “Siap,” kata Wirya."
    sentences = [(sentence, runs_in(sentence.tokens)) for sentence in sentences_in(body)]
    clues = gather_clues(sentences)
    tokens, runs = sentences[0][0].tokens, sentences[0][1]
    assert read_mention(tokens, runs[-1], clues).name == "Wirya"
    assert read_mention(tokens, runs[-1], Clues()).name != "Wirya"


def test_the_short_name_shows_where_a_name_begins_behind_a_school_called_like_a_person() -> None:
    clues = Clues(speakers={"nazar"})
    assert mention("Ketua DEMA UIN Syarif Wirya M Nazar Husaini", clues)[0].name == "M Nazar Husaini"
    assert mention("Ketua DEMA UIN Syarif Wirya Nazar Husaini", clues)[0].name == "Nazar Husaini"
    assert mention("Ketua DEMA UIN Syarif Wirya Husaini")[0].name == "Syarif Wirya Husaini"


def test_who_speaks_alone_may_be_called_like_a_place() -> None:
    assert mention("Oki", Clues(quoted={"oki"}))[0].name == "Oki"
    assert mention("Oki")[0].name is None


def test_a_single_word_behind_a_place_is_a_person() -> None:
    assert not mention("Gubernur NTB Zulwirya")[0].is_loose


def test_the_articles_own_short_name_shows_where_a_name_begins() -> None:
    body = "Wirya Utari mengatakan siap."
    clues = gather_clues([(sentence, runs_in(sentence.tokens)) for sentence in sentences_in(body)])
    assert (
        mention("Ketua DPW Partai Tani Arunika Wirya Utari Lestari", clues)[0].name == "Wirya Utari Lestari"
    )


def test_many_words_before_the_articles_own_short_name_are_a_firms() -> None:
    clues = gather_clues([])
    clues.speakers.add("diah")
    assert mention("Direktur Indo Premier Buana Diah Sofia", clues)[0].name == "Diah Sofia"
    assert mention("Kepala Desa Persiapan Tihu La Ode Diah Sofia", clues)[0].name != "Diah Sofia"


def test_a_role_may_be_held_for_the_person_named() -> None:
    assert mention("Juru Bicara Sari Melati")[0].is_related
    assert not mention("Juru Bicara KPU Sari Melati")[0].is_related


def test_a_single_word_after_an_office_may_be_a_place() -> None:
    assert mention("Ketua KPU Tirtasari")[0].is_loose
    assert not mention("Presiden Sukardi")[0].is_loose


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Calon bupati nomor urut 1 Lukman Hakim bin Saleh", "Lukman Hakim bin Saleh"),
        ("Calon wali kota Lereng Wetan nomor urut 1 Faruq Lazuardi", "Faruq Lazuardi"),
        ("Ketua KPU Kota Pasir Intan Jefri Sondakhari", "Jefri Sondakhari"),
        ("Ketua DPD Partai Tani Provinsi Banten Ratu Tatu Wirya", "Ratu Tatu Wirya"),
        ("Bupati Dr. Hj. Raden Ayu Kartika Ningdyah", "Kartika Ningdyah"),
        ("Hakim ketua panel Palguna Wiryateja", "Palguna Wiryateja"),
        ("Bupati H. Sari H. Melati", "Sari H. Melati"),
        ("Bupati Raden H. Sari Melati", "Sari Melati"),
        ("Mas Pram", "Mas Pram"),
        ("Sementara Ranisa Gausa", "Ranisa Gausa"),
    ],
)
def test_an_office_of_many_words_leaves_the_name_whole(text: str, name: str) -> None:
    assert mention(text)[0].name == name


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Sari Lestari Bantah Isu", ["Sari Lestari"]),
        ("Soal Isu, Anwar K Harahap: Itu Bohong", ["Anwar K Harahap"]),
        ("Alasan Anwar Harahap Bikin Partai", ["Anwar Harahap"]),
        ("Anwar Dituding Curang", []),
        ("Anwar Sentil Wirya", []),
        ("Jaksa Agung Anwar: Itu Bohong", []),
        ("Era Jokowi", []),
        ("Alasan Sederhana Panjul Ogah Ikut", []),
        ("Mahasiswa Unar Pengejek Korban", []),
        ("Sari Bantah Isu", []),
    ],
)
def test_a_title_tells_full_names(title: str, names: list[str]) -> None:
    assert list(names_in_title(title, Clues(plain={"itu", "isu", "bohong"}))) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gubernur Elias Rumahorbo", "Elias Rumahorbo"),
        ("Ketua KPU Arunika Rahmat Hidayat", "Rahmat Hidayat"),
        ("H. Abdul Gani, S.H., M.H.", "Abdul Gani"),
        ("Rina br. Sembiring, S.Pd.", "Rina br. Sembiring"),
        ("Sari Melati", "Sari Melati"),
        ("Sari's", "Sari's"),
        ("Gubernur Arunika", "Gubernur Arunika"),
        ("KPU Arunika", "KPU Arunika"),
        ("Sari dan Rahmat", "Sari dan Rahmat"),
        ("Dewi Sari Melati Kartika Lestari Wulan Ayu", "Dewi Sari Melati Kartika Lestari Wulan Ayu"),
        ("sari melati", "sari melati"),
        ("", ""),
    ],
)
def test_a_given_name_loses_roles_honorifics_and_degrees(text: str, name: str) -> None:
    assert bare_name(text) == name


def test_an_office_inside_a_name_is_no_role() -> None:
    assert not mention("Darwis Rais")[0].has_role
    assert mention("Rais Aam Darwis Lesmana")[0].has_role


@pytest.mark.parametrize("text", ["laporan bertajuk Cahaya Lembah Wetan", "novel berjudul Sari Melati"])
def test_the_title_of_a_work_is_no_person(text: str) -> None:
    assert mention(text)[0].name is None
