import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Quote
from corpus.attribution import attribute, speakers_of


def said(body: str) -> list[tuple[str | None, str]]:
    return [(quote.speaker, quote.kind) for quote in attribute(body)]


def only(body: str) -> Quote:
    (quote,) = attribute(body)
    return quote


VISIT = (
    "Penjabat (Pj) Gubernur Arunika Al Munawar ajak warga datang ke TPS pada Pilkada serentak. "
    "Hal itu dilakukan Al Munawar saat melepas peserta senam, Minggu (3/11/2024).\n"
    "\n"
    "“Gunakan hak pilih kita, jangan sampai kertas suara terbuang percuma”, ungkap Al Munawar.\n"
    "Menurut Al Munawar, pihaknya bersama TNI dan Polri sudah menyiapkan seluruh tahapan.\n"
    "“Kita ingin pemimpin yang jujur dan mau mendengar,” katanya.\n"
    "Hal yang sama juga dikatakan Divisi Perencanaan dan Logistik Zaki Nu’aim bahwa senam ini digelar "
    "berkolaborasi bersama KPU Kabupaten/Kota se Provinsi Arunika.\n"
    "“Kami menaruh harapan besar kepada peserta senam,” imbaunya.\n"
    "“Kami terus bersinergi dengan pemerintah daerah agar lancar,” tambahnya.(Wan)"
)
GUESTS = (
    "Al Munawar mengungkapkan, koordinasi ini terus dilakukan olehnya.\n"
    "“Persiapan berjalan sesuai aturan dan jadwal,” kata Al Munawar.\n"
    "Sementara itu Ketua Bawaslu Provinsi Arunika Umar Fadhil menyambut baik kunjungan Pj Gubernur Arunika, "
    "Al Munawar. Menurut Umar, kunjungan ini merupakan bentuk dukungan.\n"
    "“Kita berbagi banyak hal tentang pengawasan,” ujarnya.  \n"
    "Tidak sampai di situ, lanjut Fadhil, kedua lembaga sepakat bertemu lagi.\n"
    "“Kita juga meminta warga menjaga ketertiban,” pungkasnya."
)
POLICE = (
    "Penjabat (Pj) Gubernur Arunika, Al Munawar, hadir di Kepolisian Daerah (Polda) Arunika.\n"
    "Al Munawar menyatakan bahwa keadaan daerah stabil.\n"
    "Menurutnya, ini berkat peran warga.\n"
    "“Pemerintah Provinsi Arunika berterima kasih kepada warga,” ungkapnya, Rabu (20/3/2024).\n"
    "Dengan demikian, Pemda Arunika berharap hasil Pemilu diterima.\n"
    "“Mari kita jaga demokrasi kita bersama,” jelasnya.\n"
    "Kepala Kepolisian Daerah (Kapolda) Arunika, Halim Wiratama, juga menyatakan bahwa keadaan kondusif.\n"
    "“Keberhasilan ini hasil dukungan semua pihak,” tutupnya.(eka)"
)


@pytest.mark.parametrize(
    ("body", "speakers", "direct"),
    [
        (VISIT, ("Al Munawar", "Zaki Nu'aim"), 4),
        (GUESTS, ("Al Munawar", "Umar Fadhil"), 3),
        (POLICE, ("Al Munawar", "Halim Wiratama"), 3),
    ],
)
def test_a_press_release_has_exactly_its_speakers(body: str, speakers: tuple[str, ...], direct: int) -> None:
    quotes = attribute(body)
    assert speakers_of(quotes) == speakers
    assert sum(quote.kind == "direct" for quote in quotes) == direct


def test_roles_are_kept_as_they_are_written_but_for_an_office_beside_its_acronym() -> None:
    roles = {quote.speaker: quote.role for quote in attribute(VISIT + "\n" + GUESTS + "\n" + POLICE)}
    assert roles["Zaki Nu'aim"] == "Divisi Perencanaan dan Logistik"
    assert roles["Umar Fadhil"] == "Ketua Bawaslu Provinsi Arunika"
    assert roles["Halim Wiratama"] == "Kapolda Arunika"
    assert roles["Al Munawar"] == "Penjabat (Pj) Gubernur Arunika"


def test_a_quote_in_marks_leaves_out_the_marks_and_the_comma() -> None:
    quote = only("“Kami siap menghitung ulang,” kata Sari Melati.")
    assert quote == Quote("Sari Melati", None, "Kami siap menghitung ulang", "direct", 1, 27, "kata")


def test_an_indirect_statement_is_what_is_reported() -> None:
    body = "Hujan turun. Menurut Sari Melati, kotak suara tetap kering. Hujan reda."
    quote = only(body)
    assert (quote.speaker, quote.kind, quote.cue) == ("Sari Melati", "indirect", "menurut")
    assert quote.text == "kotak suara tetap kering"


def test_an_indirect_statement_ends_with_the_mark_of_its_last_quotation() -> None:
    assert only("Sari Melati menyebut panggung itu “sawah”.").text == "panggung itu “sawah”"


def test_words_of_two_speakers_stand_once_for_each() -> None:
    body = "“Pintu kami tidak dikunci,” ucap Sari Melati dan Darwis Lesmana. “Kursi kami kosong,” kata dia."
    assert said(body) == [("Sari Melati", "direct"), ("Darwis Lesmana", "direct")] * 2


@pytest.mark.parametrize(
    ("body", "role"),
    [
        (
            "“Beliau pulang sendiri tadi,” ucap sopir salah satu ketua partai.",
            "sopir salah satu ketua partai",
        ),
        ("Seorang porter tertawa. “Sederhana kalau tidak hujan,” celetuknya.", "porter"),
        ("Seorang porter mengatakan siap.", "porter"),
    ],
)
def test_who_is_not_named_has_a_role_alone(body: str, role: str) -> None:
    quote = only(body)
    assert (quote.speaker, quote.role) == (None, role)


@pytest.mark.parametrize(
    "body",
    [
        "“Kami siap membuka kotak suara,” kata KPU Arunika.",
        "“Kami siap membuka kotak suara,” tulis akun fajar.",
        "“Koalisi tetap solid sampai akhir,” demikian bunyi pernyataan itu.",
        "Dalam manifesto tertulis: “Embun jatuh tanpa suara di malam hari.”",
    ],
)
def test_words_in_marks_that_nobody_says_have_neither_name_nor_role(body: str) -> None:
    quote = only(body)
    assert (quote.speaker, quote.role, quote.kind) == (None, None, "direct")


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        ("Ia lalu menatap Darwis Lesmana dari jauh.", "Sari Melati"),
        ("Ia memuji Darwis Lesmana.", "Sari Melati"),
        ("Bupati Darwis Lesmana tertawa mendengarnya.", "Darwis Lesmana"),
        ("Janji itu ditanggapi dingin oleh Darwis Lesmana.", "Darwis Lesmana"),
        ("Darwis Lesmana dilantik kemarin.", "Sari Melati"),
        ("Pemilih menolak Darwis Lesmana.", "Sari Melati"),
        ("Darwis Lesmana menutup orasinya dengan pantun.", "Darwis Lesmana"),
    ],
)
def test_who_is_meant_by_a_pronoun_depends_on_who_acts(between: str, speaker: str) -> None:
    body = f"Menurut Sari Melati, semua siap. {between} “Pulanglah dengan hati-hati semua,” ujar dia."
    assert said(body)[-1] == (speaker, "direct")


@pytest.mark.parametrize(
    "between",
    [
        "Kemudian disusul oleh bupati pendampingnya, Darwis Lesmana.",
        "Usul itu gagal, seperti yang dilakukan oleh Bupati Darwis Lesmana tahun lalu.",
        "Kantor Darwis Lesmana mengatakan sawah itu subur.",
    ],
)
def test_who_is_named_in_passing_does_not_speak_next(between: str) -> None:
    body = f"Sari Melati mengatakan sawah itu subur. {between} “Selanjutnya warga memanen padi,” katanya."
    assert "Darwis Lesmana" not in {quote.speaker for quote in attribute(body)}


def test_a_role_may_stand_between_long_dashes() -> None:
    (quote,) = attribute("Darwis Lesmana—wakil ketua KPU—menyebut sawah itu subur.")
    assert (quote.speaker, quote.role) == ("Darwis Lesmana", "wakil ketua KPU")


def test_a_spokesmans_words_are_his_own() -> None:
    body = (
        "Sari Melati menang. Juru Bicara Sari Melati, Wirya Utari, membenarkan kabar itu.\n"
        "“Kami bersyukur atas hasil ini,” ucapnya."
    )
    assert speakers_of(attribute(body)) == ("Wirya Utari",)


def test_a_paragraph_that_opens_with_the_mark_again_goes_on_with_the_quotation() -> None:
    body = "“Kotak kami bawa ke sana.\n“Bilik dari tikar,” kata Sari Melati."
    assert only(body).text == "Kotak kami bawa ke sana.\n“Bilik dari tikar"


@pytest.mark.parametrize(
    "quoted",
    [
        "“Kami siap menghitung ulang,” kata Sari Melati.",
        '"Kami siap menghitung ulang," kata Sari Melati.',
        "”Kami siap menghitung ulang,” kata Sari Melati.",
        "“Kami siap menghitung ulang”,kata Sari Melati.",
        "Sari Melati mengatakan, “Kami siap menghitung ulang",
        "Sari Melati: “Kami siap menghitung ulang.”",
        "Kata Sari Melati, “Kami siap menghitung ulang”.",
    ],
)
def test_marks_of_every_kind_hold_a_direct_quote(quoted: str) -> None:
    assert said(quoted) == [("Sari Melati", "direct")]


@pytest.mark.parametrize(
    ("sentence", "speaker", "role"),
    [
        (
            "“Sudah kami hitung ulang,” ujar Ketua KPU Arunika, Nu'man Saefudin.",
            "Nu'man Saefudin",
            "Ketua KPU Arunika",
        ),
        (
            "“Sudah kami hitung ulang,” ujar Nu’man Saefudin, Ketua KPU Arunika.",
            "Nu'man Saefudin",
            "Ketua KPU Arunika",
        ),
        ("Kapolda Arunika, Halim Wira, juga menyatakan siap.", "Halim Wira", "Kapolda Arunika"),
        ("Halim Wira, Kapolda Arunika, menegaskan sikapnya.", "Halim Wira", "Kapolda Arunika"),
        (
            "Hal itu ditegaskan oleh anggota KPU Sari Melati bahwa logistik siap.",
            "Sari Melati",
            "anggota KPU",
        ),
        ("Sari Melati, saat ditemui di Lembayung, mengatakan siap.", "Sari Melati", None),
        ("Sari Melati, Rabu (3/4), mengatakan siap.", "Sari Melati", None),
        ("Sari Melati (45), penjual sayur mengatakan siap.", "Sari Melati", "penjual sayur"),
        (
            "Calon nomor urut 2, Hj. Sari Melati, S.H., M.Si., berjanji datang.",
            "Sari Melati",
            "Calon nomor urut 2",
        ),
        ("“Sudah kami hitung ulang,” kata pemilik warung Siti Melati.", "Siti Melati", "pemilik warung"),
        (
            "“Sudah kami hitung,” tegas pengamat politik kampus itu, Sari Melati.",
            "Sari Melati",
            "pengamat politik kampus",
        ),
        (
            "Kabid Humas Polda Arunika Kombes Pol Bram Adiguna mengatakan siap.",
            "Bram Adiguna",
            "Kabid Humas Polda Arunika",
        ),
        ("Wali Kota Bogor Bima Sakti mengatakan siap.", "Bima Sakti", "Wali Kota Bogor"),
        (
            "Ketua Bawaslu Kabupaten Tirtasari Rahmat Hidayat menilai wajar.",
            "Rahmat Hidayat",
            "Ketua Bawaslu Kabupaten Tirtasari",
        ),
        (
            "Ketua Bawaslu Tirtasari Rahmat Hidayat menilai wajar.",
            "Rahmat Hidayat",
            "Ketua Bawaslu Tirtasari",
        ),
        (
            "Kepala Dinas Kependudukan dan Pencatatan Sipil Kota Solo Ikhsan bin Marzuki mengatakan siap.",
            "Ikhsan bin Marzuki",
            "Kepala Dinas Kependudukan dan Pencatatan Sipil Kota Solo",
        ),
        (
            "Direktur Lembaga Suara Kita Sari Melati menilai wajar.",
            "Sari Melati",
            "Direktur Lembaga Suara Kita",
        ),
        (
            "Pengamat politik Universitas Lembayung Sari Melati menilai wajar.",
            "Sari Melati",
            "Pengamat politik Universitas Lembayung",
        ),
        ("Menurut A. Rahman Wirya, semua siap.", "A. Rahman Wirya", None),
        ("Fathur Al Badrani mengatakan siap.", "Fathur Al Badrani", None),
        ("Dewi Al-Badrani mengatakan siap.", "Dewi Al-Badrani", None),
        ("Darwis AS Lesmana mengatakan siap.", "Darwis AS Lesmana", None),
        ("Ketua KPU Anak Agung Gde Wirya mengatakan siap.", "Anak Agung Gde Wirya", "Ketua KPU"),
        ("Direktur Kemlu RISari Melati mengatakan siap.", "Sari Melati", "Direktur Kemlu RI"),
        ("PresidenSari Melati mengatakan siap.", "Sari Melati", "Presiden"),
        (
            "Menteri Pertahanan Israel, Israel Wirya, mengatakan siap.",
            "Israel Wirya",
            "Menteri Pertahanan Israel",
        ),
        ("Pengamat politik Wirya Emas mengatakan siap.", "Wirya Emas", "Pengamat politik"),
        ("Ketua KPU Sari Melatidalam rapat mengatakan siap.", "Sari Melati", "Ketua KPU"),
        ("Ketua Relawan Sari Melati mengatakan siap.", "Sari Melati", "Ketua Relawan"),
        (
            "Ketua Majelis Hakim Wirahadi Sukma Yusran mengatakan siap.",
            "Wirahadi Sukma Yusran",
            "Ketua Majelis Hakim",
        ),
        (
            "Direktur Tresuri PT Bank Sagara Tbk (BSA) Wirahadi Rizal Sukardi mengatakan siap.",
            "Wirahadi Rizal Sukardi",
            "Direktur Tresuri PT Bank Sagara Tbk",
        ),
        (
            "Analis PT Sagara Aruna Berkala Nusa Lentera Buana Putih Wirahadi Tumanggor mengatakan siap.",
            "Wirahadi Tumanggor",
            "Analis PT Sagara Aruna Berkala Nusa Lentera Buana Putih",
        ),
        (
            "Duta Besar Indonesia untuk Malaysia Sukardi mengatakan siap.",
            "Sukardi",
            "Duta Besar Indonesia untuk Malaysia",
        ),
        (
            "Utusan Khusus Presiden untuk Perubahan Iklim Sari Melati mengatakan siap.",
            "Sari Melati",
            "Utusan Khusus Presiden untuk Perubahan Iklim",
        ),
        (
            "Ketua Asosiasi Modal untuk Rintisan Indonesia Wirya Tumanggor mengatakan siap.",
            "Wirya Tumanggor",
            "Ketua Asosiasi Modal untuk Rintisan Indonesia",
        ),
        (
            "Ketua Ikatan Dokter Indonesia Jawa Timur Sukardi mengatakan siap.",
            "Sukardi",
            "Ketua Ikatan Dokter Indonesia Jawa Timur",
        ),
        (
            "Komisioner untuk Anti-Korupsi, Sari Melati, mengatakan siap.",
            "Sari Melati",
            "Komisioner untuk Anti-Korupsi",
        ),
        ("Ketua KPU Sari Melatimengatakan, semua siap.", "Sari Melati", "Ketua KPU"),
        ("Gubernur The Fed Alvaro Wirya menyebut dolar turun.", "Alvaro Wirya", "Gubernur The Fed"),
        ("Anton van der Wirya mengatakan siap.", "Anton van der Wirya", None),
        ("Wirya MD mengatakan siap.", "Wirya MD", None),
        ("Rina br. Sembiring, S.Pd. mengatakan siap.", "Rina br. Sembiring", None),
        ("“Sudah kami hitung ulang,” kata Siti bte. Ahmad.", "Siti bte. Ahmad", None),
        ("“Sudah kami hitung ulang,” kata R. Ng. Suryo Atmojo.", "R. Suryo Atmojo", None),
        ("“Sudah kami hitung ulang,” kata B.J. Wirya.", "B.J. Wirya", None),
        ("Calon wali kota, H.M. Yusran, SE., MM., berjanji datang.", "Yusran", "Calon wali kota"),
        ("Prof Burhan Muhtar Ph.D, menyatakan hasil itu sah.", "Burhan Muhtar", None),
        ("Sahat Tambunan, menyebut ada kecurangan.", "Sahat Tambunan", None),
        ("Menurut Tb. Anwar Sidik, semua siap.", "Tb. Anwar Sidik", None),
        ("“Setuju,” kata Sukardi.", "Sukardi", None),
        ("“Setuju,” kata dr Sukardi.", "Sukardi", None),
        # what was said goes on with a noun
        ("Menurut Sukardi, petugas seharusnya mendatangi warga.", "Sukardi", None),
        # others in a clause about the subject
        ("Camat Sukardi, yang ditemani istrinya Sari Melati, meminta warga tenang.", "Sukardi", "Camat"),
        ("Menurut dr. Sukardi, air itu jernih.", "Sukardi", None),
        (
            "“Setuju,” ujar ahli gizi dari RS Lereng Wetan, drg Sari Melati, SpU.",
            "Sari Melati",
            "ahli gizi dari RS Lereng Wetan",
        ),
        ("Dikatakan oleh ahli gizi, Dr dr H Sukardi, SpS(K), air itu jernih.", "Sukardi", "ahli gizi"),
        ("Ahli gizi, dr. Sari Melati MHKes menyebut air itu jernih.", "Sari Melati", "Ahli gizi"),
        ("Dokter, dr. Sari Melati, Sp.S,FINS,FINA menyebut air itu jernih.", "Sari Melati", "Dokter"),
        ("“Setuju,” ujar Humas PT. Cahaya Lereng, Sukardi.", "Sukardi", "Humas PT. Cahaya Lereng"),
        ("Sukardi, ahli untuk urusan tanah di kedutaan menyebut sawah itu subur.", "Sukardi", "ahli"),
        ("Polda melalui Kasat Reskrim, Sukardi, menyebut jalan itu sepi.", "Sukardi", "Kasat Reskrim"),
        ("Bupati Sukardi melalui Camat Darwis menyebut jalan itu sepi.", "Sukardi", "Bupati"),
        ("Kabar bahwa jalan itu ambles dibantah oleh Camat Sukardi.", "Sukardi", "Camat"),
        ("Isu itu ditepis Camat Sukardi.", "Sukardi", "Camat"),
        ("Setelah ditelusuri, diketahui Camat Sukardi telah menyebut jalan itu sepi.", "Sukardi", "Camat"),
        ("Sari Melati yang disebut sebagai Ketua Panitia pun menyebut jalan itu sepi.", "Sari Melati", None),
        ("Menanggapi isu itu, Camat Sukardi membantah keras.", "Sukardi", "Camat"),
        ("Camat Sukardi membenarkan adanya kabar itu.", "Sukardi", "Camat"),
        ("Kapolres Lereng Kombes Awal Wirya membantah kabar itu.", "Awal Wirya", "Kapolres Lereng"),
        ("Camat Sukardi didampingi Lurah Sari Melati menyebut jalan itu sepi.", "Sukardi", "Camat"),
        (
            "Kapten Angkatan Laut Bill Wirya, juru bicara armada, menyebut laut itu tenang.",
            "Bill Wirya",
            "Kapten Angkatan Laut",
        ),
        ("Ada pernyataan dari Camat Lereng, Sukardi, yang membantah kabar itu.", "Sukardi", "Camat Lereng"),
        (
            "“Setuju,” kata Direktur Perkumpulan untuk Pemilu, Sukardi.",
            "Sukardi",
            "Direktur Perkumpulan untuk Pemilu",
        ),
        (
            "“Setuju,” kata Direktur RSUD dr Soewardi dr Sari Melati.",
            "Sari Melati",
            "Direktur RSUD dr Soewardi",
        ),
        (
            "“Setuju,” kata Direktur RSUD dr Soewardi, Sari Melati.",
            "Sari Melati",
            "Direktur RSUD dr Soewardi",
        ),
        (
            "Juru bicara Garuda, Sari Melati, Ph.D., AAK menyebut itu benar.",
            "Sari Melati",
            "Juru bicara Garuda",
        ),
        ("Sari Habibah mengatakan siap.", "Sari Habibah", None),
        ("“Setuju,” jelas Tan Sri Darwis Lesmana.", "Darwis Lesmana", None),
        (
            "“Setuju,” kata juru bicara Polda Lereng, Komisaris Besar Sukardi.",
            "Sukardi",
            "juru bicara Polda Lereng",
        ),
        (
            "“Setuju,” kata Kepala Humas Kementan Moch Sukardi Wirya.",
            "Moch Sukardi Wirya",
            "Kepala Humas Kementan",
        ),
        ("“Setuju,” kata Wasekjen PD Sukardi Wirya.", "Sukardi Wirya", "Wasekjen PD"),
        ("PENJELASAN Camat Sukardi menyatakan siap.", "Sukardi", "Camat"),
        (
            "Sementara Camat Lereng, Sari Melati yang juga hadir menyebut jalan itu sepi.",
            "Sari Melati",
            "Camat Lereng",
        ),
        ("Kabar itu dibantah oleh dr Ramadhan.", "Ramadhan", None),
        ("Camat Sukardi sebagaimana dikutip dari Warta.id menyebut jalan itu sepi.", "Sukardi", "Camat"),
        (
            "Ahli gizi dr Sukardi, SpGK dari Fakultas Kedokteran menyebut jalan itu sepi.",
            "Sukardi",
            "Ahli gizi",
        ),
        ("Camat Sukardi, Selasa (1/2) siang pada wartawan menyebut jalan itu sepi.", "Sukardi", "Camat"),
        (
            "Seorang dokter yang tinggal di Lereng, Sari Melati, melalui pesan menyebut jalan itu sepi.",
            "Sari Melati",
            None,
        ),
        (
            "Pokja Lereng dari Perhimpunan Arunika, dr Sukardi, turut menyebut jalan itu sepi.",
            "Sukardi",
            None,
        ),
        ("Berdasarkan keterangan resmi dari Camat Sukardi bahwa jalan itu sepi.", "Sukardi", "Camat"),
        ("Menurut Tuan Guru Bajang Sari Melati, semua siap.", "Sari Melati", "Guru"),
        ("Warga Lereng Timur Laut resah, kata juru bicara Miranda Wirya.", "Miranda Wirya", "juru bicara"),
        ("Peristiwa itu dibenarkan Camat Sukardi.", "Sukardi", "Camat"),
        # degrees of doctors
        ("Dokter gizi dr. Sari Melati, M.Gizi, Sp.GK, menyebut nasi aman.", "Sari Melati", "Dokter gizi"),
        ("Menurut dr. Sari Melati, Sp. PD-KGEH, Ph.D., AAK, nasi aman.", "Sari Melati", None),
        (
            "Direktur Imunisasi dr. Sari Melati, M.K.M. menjelaskan nasi aman.",
            "Sari Melati",
            "Direktur Imunisasi",
        ),
        # where somebody is from
        ("Ahli gizi Sari Melati dari Universitas Arunika mengatakan nasi aman.", "Sari Melati", "Ahli gizi"),
        ("Faktanya dr. Sari Melati dari Universitas Arunika menyebut nasi aman.", "Sari Melati", None),
        # another office behind the first
        (
            "Sari Melati, ahli gizi di Wetan dan mantan ketua di Kidul menyatakan siap.",
            "Sari Melati",
            "ahli gizi",
        ),
        (
            "Sari Melati, dokter spesialis jantung dan presiden Perhimpunan Dokter Wetan menyatakan siap.",
            "Sari Melati",
            "dokter spesialis jantung dan presiden Perhimpunan Dokter Wetan",
        ),
        ("Sari Melati yang juga relawan dan edukator menyatakan siap.", "Sari Melati", "relawan"),
        (
            "Sari Melati selaku Ketua Koperasi Lumbung Wetan membantah isu.",
            "Sari Melati",
            "Ketua Koperasi Lumbung Wetan",
        ),
        # who stands beside, and through whom a body speaks
        ("Kapolda Sari Melati didampingi Kombes Darwis Lesmana menyatakan siap.", "Sari Melati", "Kapolda"),
        ("Balai Arunika, melalui Kepala Balai Sari Melati, menyatakan siap.", "Sari Melati", "Kepala Balai"),
    ],
)
def test_a_reporting_clause_names_its_speaker(sentence: str, speaker: str, role: str | None) -> None:
    quote = only(sentence)
    assert (quote.speaker, quote.role) == (speaker, role)


@pytest.mark.parametrize("apostrophe", "’‘`ʼ'")
def test_names_are_written_with_the_ascii_apostrophe(apostrophe: str) -> None:
    assert speakers_of(attribute(f"Zaki Nu{apostrophe}aim mengatakan siap.")) == ("Zaki Nu'aim",)


def test_who_closes_has_spoken_before() -> None:
    since = "Ketua KPU Darwis Lesmana memimpin rapat."
    body = f"“Semua siap,” kata Sari Melati.\n{since}\n“Rapat itu lancar,” pungkas dia."
    assert [speaker for speaker, _ in said(body)] == ["Sari Melati", "Sari Melati"]


def test_somebody_new_is_nobody_who_was_meant_before() -> None:
    body = "“Semua siap,” kata Sari Melati.\n“Kami sungguh senang,” kata seorang warga yang memuji rapat itu."
    assert [speaker for speaker, _ in said(body)] == ["Sari Melati", None]


@pytest.mark.parametrize(
    "later",
    [
        "“Kami siap membuka kotak suara,” ujarnya.",
        "“Kami siap membuka kotak suara,” ujar dia.",
        "“Kami siap membuka kotak suara,” imbuh Melati.",
        "“Kami siap membuka kotak suara,” kata beliau, Rabu (3/4).",
        "“Kami siap membuka kotak suara,” kata mantan komisioner itu.",
        "“Kami siap membuka kotak suara,” kata Ketua KPU dua periode itu.",
        "“Kami siap membuka kotak suara,” kata perempuan yang berkantor di Lembayung itu kepada pers.",
        "“Kami siap membuka kotak suara.”",
        "Ia menambahkan, kotak suara segera dibuka.",
        "Menurut dia, kotak suara segera dibuka.",
        "Ketua KPU dua periode itu menambahkan bahwa kotak suara segera dibuka.",
        "Kotak suara, katanya, segera dibuka.",
    ],
)
def test_a_later_statement_goes_to_who_spoke_last(later: str) -> None:
    body = f"“Semua saksi sudah hadir,” kata Ketua KPU Arunika Sari Melati.\n{later}"
    assert [speaker for speaker, _ in said(body)] == ["Sari Melati"] * 2


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("KPU Arunika mengatakan bahwa logistik siap.", 0),
        ("Bawaslu menegaskan hal itu.", 0),
        ("Pemprov Arunika berharap warga datang.", 0),
        ("Kementerian Dalam Negeri menyatakan siap.", 0),
        ("Dinas Kependudukan dan Pencatatan Sipil Provinsi Arunika menyatakan siap.", 0),
        ("Partai Fajar menilai wajar.", 0),
        ("Badan Pengawas Pemilu memprediksi pelanggaran.", 0),
        ("Yayasan Cahaya Timur Foundation mengatakan siap.", 0),
        ("Warga berharap hujan reda. Banyak warga datang.", 0),
        ("Menurut Pasal 12, suara itu sah.", 0),
        ("Senin mengatakan apa pun.", 0),
        ("Bandung berharap banyak.", 0),
        ("Sikap itu dibenarkan Sari Melati usai rapat.", 0),
        ("Tembakan itu ditepis kiper Sari Melati.", 0),
        ("Sutradara Sari Melati, yang mengarahkan film itu, hadir.", 0),
        ("Isi dalam berita itu menyebut jalan rusak.", 0),
        ("Ide dari iklan itu menyebut jalan rusak.", 0),
        ("RSUD dr Soewardi menyatakan pasien itu sehat.", 0),
        ("UD Wirya menyatakan beras itu bersih.", 0),
        ("Kabar itu belum dibantah Sari Melati.", 0),
        ("Sari Melati enggan menjelaskan hal itu.", 0),
        ("Istilah “buka warung” dijelaskan oleh Sari Melati.", 0),
        ("Di Arunika mengatakan sesuatu itu sulit.", 0),
        ("Keterlambatan menyebutkan alasan.", 0),
        ("Baca juga: Sari Melati mengatakan siap", 0),
        ("Ia menambahkan sesuatu.", 0),
        ("Situs Lumbung mengajak warga urunan.", 0),
        ("Isi dalam berita itu menyebutkan hal lain.", 0),
        ("Ide dari iklan ini adalah menggambarkan sawah.", 0),
        ("Melati Clinic mencatat banyak sebab.", 0),
        ("World Melati Organization menyatakan siap.", 0),
        ("Rapat mengusung tema “Pemilu Damai untuk Semua Warga”.", 0),
        ("Kritik Sari Melati ditanggapi.", 0),
        ("Kubu partai pimpinan Sari Melati menuding ada suap.", 0),
        ("Pasangan itu disebut “kuda hitam” di sana.", 0),
        ("", 0),
        ("“”", 0),
    ],
)
def test_what_is_no_person_never_speaks(sentence: str, kept: int) -> None:
    assert len(attribute(sentence)) == kept


def test_a_role_alone_is_kept_without_a_name() -> None:
    quote = only("“Kami mengejar pelakunya sampai dapat,” kata Kapolres.")
    assert (quote.speaker, quote.role) == (None, "Kapolres")


def test_a_role_alone_means_its_only_holder() -> None:
    body = "Kapolda Arunika Halim Wira datang.\n“Kami mengejar pelakunya sampai dapat,” kata Kapolda."
    assert speakers_of(attribute(body)) == ("Halim Wira",)


def test_the_fullest_name_of_the_article_is_used_everywhere() -> None:
    body = "Menurut Melati, semua siap. Sari Melati mengatakan itu. Dewi Sari Melati menegaskan itu."
    assert {quote.speaker for quote in attribute(body)} == {"Dewi Sari Melati"}


@pytest.mark.parametrize(
    "introduction",
    [
        "Tarmuji Sastra (Mang Uji)",
        "Tarmuji Sastra alias Mang Uji",
        "Tarmuji Sastra yang akrab disapa Mang Uji",
    ],
)
def test_a_nickname_means_the_person_it_was_given_with(introduction: str) -> None:
    body = f"Rapat dihadiri {introduction}.\nMang Uji mengatakan siap."
    assert speakers_of(attribute(body)) == ("Tarmuji Sastra",)


def test_two_names_joined_by_a_dash_are_two_persons() -> None:
    body = "Pasangan Darwis Lesmana-Wulan Prabarini mendaftar.\nWulan mengatakan siap. Darwis berkata lain."
    assert speakers_of(attribute(body)) == ("Wulan Prabarini", "Darwis Lesmana")


def test_an_organisation_without_an_organisation_word_is_known_by_its_director() -> None:
    body = (
        "Direktur Suluh Demokrasi Ujang Ferdian mengapresiasi hal itu.\n"
        "Suluh Demokrasi menyatakan siap.\n“Laporan kami masih menumpuk,” kata Ferdian."
    )
    assert speakers_of(attribute(body)) == ("Ujang Ferdian",)


def test_a_place_of_two_words_that_the_article_knows_is_no_part_of_a_name() -> None:
    body = (
        "Gedung itu ada di Kabupaten Randu Alas.\n"
        "“Pengawas baru sudah bertugas,” ujar Ketua Bawaslu Randu Alas Ikhsan bin Marzuki."
    )
    assert speakers_of(attribute(body)) == ("Ikhsan bin Marzuki",)


def test_an_unreadable_speaker_does_not_lend_the_quote_to_the_last_one() -> None:
    body = "Sari Melati mengatakan siap.\n“Akun ini akan kami laporkan,” ucap akun fajar."
    assert said(body) == [("Sari Melati", "indirect"), (None, "direct")]


def test_a_quotation_far_from_the_last_speaker_is_nobodys() -> None:
    body = "Sari Melati mengatakan siap.\nHujan.\nAngin.\nBadai.\n“Kami siap membuka kotak suara.”"
    assert said(body) == [("Sari Melati", "indirect")]


def test_a_sentence_inside_what_was_said_does_not_take_over() -> None:
    body = (
        "Menurut Sari Melati, Bupati Darwis Lesmana meminta tambahan.\n“Kami belum setuju soal itu,” ujarnya."
    )
    assert said(body)[-1] == ("Sari Melati", "direct")


def test_two_quotations_around_one_clause_have_one_speaker() -> None:
    body = "“Semua saksi sudah hadir,” kata Sari Melati, “dan kotak suara segera dibuka.”"
    assert said(body) == [("Sari Melati", "direct")] * 2


def test_each_quotation_of_a_sentence_has_the_clause_before_it() -> None:
    body = (
        "Sari Melati mengatakan, “semua saksi hadir di sini,” "
        "dan Darwis Lesmana menambahkan, “kotak segera dibuka di sini.”"
    )
    assert [speaker for speaker, _ in said(body)] == ["Sari Melati", "Darwis Lesmana"]


@pytest.mark.parametrize(
    "introduction",
    [
        "Calon wali kota, H.M. Yusran Wirya, SE., MM., menolak diwawancarai.",
        "Hal itu diamini Yusran Wirya, penjual nasi.",
        "Usulan itu disetujui oleh anggota KPU Yusran Wirya.",
        "Hal senada disampaikan anggota Bawaslu Yusran Wirya.",
        "Demikian disampaikan Bupati Yusran Wirya, Rabu (3/4/2024).",
    ],
)
def test_a_sentence_that_brings_somebody_in_says_who_speaks_next(introduction: str) -> None:
    body = f"Menurut Sari Melati, semua siap.\n{introduction} “Saya tidak mau berkomentar,” ucapnya."
    assert said(body) == [("Sari Melati", "indirect"), ("Yusran Wirya", "direct")]


@pytest.mark.parametrize(
    ("statement", "halves"),
    [
        ("“Rakyat,” lanjutnya, “tidak bisa dibeli.”", 2),
        ("“Rakyat itu,” kata Sari Melati, “tidak bisa dibeli.”", 2),
        ("“Rakyat itu,” kata Sari Melati yang dijuluki “kuda hitam”.", 1),
    ],
)
def test_both_halves_of_an_interrupted_statement_count(statement: str, halves: int) -> None:
    body = f"Menurut Sari Melati, semua siap.\n{statement}"
    assert said(body) == [("Sari Melati", "indirect"), *[("Sari Melati", "direct")] * halves]


def test_speakers_stand_in_the_order_in_which_they_speak() -> None:
    quotes = attribute("Dewi Sari mengatakan siap. Menurut Anton Surya, siap. Dewi menambahkan hal lain.")
    assert speakers_of(quotes) == ("Dewi Sari", "Anton Surya")
    assert speakers_of(()) == ()


FRAGMENTS = st.sampled_from(
    [
        "kata",
        " ",
        " ",
        "Sari",
        "Melati",
        "Ketua",
        "KPU",
        ",",
        ".",
        "“",
        "”",
        '"',
        "(",
        ")",
        "\n",
        "ujarnya",
        "menurut",
        "Menurut",
        "mengatakan",
        "itu",
        "dan",
        "bin",
        "S.H.",
        "disampaikan",
        ":",
        "-",
        "Kabupaten",
        "di",
        "\x00",
        "\x01",
        "ia",
    ]
)


@given(st.one_of(st.text(max_size=300), st.lists(FRAGMENTS, max_size=60).map("".join)))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_sorted_quotes_with_exact_offsets(body: str) -> None:
    quotes = attribute(body)
    assert [quote.start for quote in quotes] == sorted(quote.start for quote in quotes)
    for quote in quotes:
        assert body[quote.start : quote.end] == quote.text != ""


@pytest.mark.parametrize(
    "unit",
    [
        "A ",
        '"',
        "“",
        "(",
        "kata Sari Melati, ",
        "Sari Melati mengatakan, ",
        "Rahmat: “a” ",
        "A.",
        "Hukum dan ",
    ],
)
def test_a_page_of_garbage_is_read_in_time(unit: str) -> None:
    started = time.perf_counter()
    attribute(unit * (200_000 // len(unit)))
    # A second each where nothing else runs; what grows with the square of a page takes minutes.
    assert time.perf_counter() - started < 20


@pytest.mark.parametrize(
    ("body", "title", "speaker"),
    [
        ("“Kami semua siap menang,” kata Rahmat.", "Rahmat Wirya: Kami Menang", "Rahmat Wirya"),
        ("“Kami semua siap menang,” kata Rahmat. Rahmat Utari pergi.", "Rahmat Wirya Menang", "Rahmat Utari"),
        ("Tim Pemenangan Rahmat Wirya-Darwis hadir. “Kami semua siap,” kata Rahmat.", "", "Rahmat Wirya"),
    ],
)
def test_a_title_or_a_ticket_spells_a_short_name_out(body: str, title: str, speaker: str) -> None:
    assert speakers_of(attribute(body, title=title)) == (speaker,)


def test_the_place_of_the_dateline_is_no_part_of_a_name() -> None:
    (quote,) = attribute("“Kami semua siap menang,” kata Bupati Kalibaya Sasmito.", place="Kalibaya")
    assert (quote.speaker, quote.role) == ("Sasmito", "Bupati Kalibaya")


def test_a_clause_gives_a_nickname_to_who_has_one_name() -> None:
    body = "Sumirah, yang di desa dipanggil Mbok Sum, datang. “Saya menulis buku itu,” kata Mbok Sum."
    assert speakers_of(attribute(body)) == ("Sumirah",)


def stated(body: str, headline: str = "") -> list[tuple[str | None, str, str]]:
    return [(quote.speaker, quote.kind[:3], quote.text) for quote in attribute(body, title=headline)]


@pytest.mark.parametrize(
    ("body", "quotes"),
    [
        # what a sentence leads up to without a verb that reports
        (
            "Sari Melati bangkit, “Anak sekolah naik rakit.”",
            [("Sari Melati", "dir", "Anak sekolah naik rakit.")],
        ),
        (
            "Sari Melati datang. Dengan suara pelan ia memulai, “Kami tidak akan mundur.”",
            [("Sari Melati", "dir", "Kami tidak akan mundur.")],
        ),
        (
            "KPU Arunika lewat akunnya menulis: “Kami menunggu sampai sore.”",
            [(None, "dir", "Kami menunggu sampai sore.")],
        ),
        ("Sari Melati membawa kain bertuliskan, “Air sampai ke ladang kita.”", []),
        ("Sungai itu tenang, “Air sampai ke ladang kita.”", []),
        (
            "Sari Melati datang. Kepada wartawan ia berkata singkat, “Doakan saja.”",
            [("Sari Melati", "dir", "Doakan saja.")],
        ),
        (
            "Kata Sari Melati, siap.\n“Bayangkan malam-malam.”",
            [("Sari Melati", "ind", "siap"), ("Sari Melati", "dir", "Bayangkan malam-malam.")],
        ),
        (
            "Mengusung slogan “Kota Rapi, Warga Bahagia Selalu”, Sari Melati menegaskan dana cukup.",
            [("Sari Melati", "ind", "dana cukup")],
        ),
        # words held at a distance
        (
            "Kata Sari Melati, siap. Istilah “politik amplop”, lanjut Sari, terlalu halus.",
            [("Sari Melati", "ind", "siap"), ("Sari Melati", "ind", "terlalu halus")],
        ),
        ("“Siap,” begitu kata Sari Melati saat menutup rapat.", [("Sari Melati", "dir", "Siap")]),
        # a reporting clause in the sentence before or behind
        (
            "Sari Melati hadir. Begini katanya:\n“Kami tidak menunda apa pun.”",
            [("Sari Melati", "dir", "Kami tidak menunda apa pun.")],
        ),
        (
            "“Kami tidak menunda apa pun.” Sari Melati mengatakan itu di kantornya.",
            [("Sari Melati", "dir", "Kami tidak menunda apa pun.")],
        ),
        (
            "Logistik sudah tiba. Hal itu disampaikan Sari Melati.",
            [("Sari Melati", "ind", "Logistik sudah tiba.")],
        ),
        (
            "Logistik sudah tiba. Hal itu disampaikan Sari Melati. “Tinggal kami kirim besok,” katanya.",
            [("Sari Melati", "dir", "Tinggal kami kirim besok")],
        ),
        (
            "Kata Sari Melati, siap. Menurut Darwis Lesmana, aman. “Kami tak pernah mundur,” tulis keduanya.",
            [
                ("Sari Melati", "ind", "siap"),
                ("Darwis Lesmana", "ind", "aman"),
                ("Sari Melati", "dir", "Kami tak pernah mundur"),
                ("Darwis Lesmana", "dir", "Kami tak pernah mundur"),
            ],
        ),
        ("Seorang saksi menyampaikan amplop itu hilang.", [(None, "ind", "amplop itu hilang")]),
        ("Saksi menyampaikan amplop itu hilang.", []),
        # whom the text turns to
        (
            "Suara itu milik Darwis Lesmana di panggung. “Jangan tuduh kami,” serunya.",
            [("Darwis Lesmana", "dir", "Jangan tuduh kami")],
        ),
        (
            "Kata Sari Melati, siap. Saksi itu adalah Darwis Lesmana. “Angkanya berubah,” katanya.",
            [("Sari Melati", "ind", "siap"), ("Darwis Lesmana", "dir", "Angkanya berubah")],
        ),
        (
            "Kata Sari Melati, siap. Seorang tetangganya berbeda. “Kami mau lihat dulu,” bisiknya.",
            [("Sari Melati", "ind", "siap"), (None, "dir", "Kami mau lihat dulu")],
        ),
        (
            "Tak lama kemudian giliran Sari Melati bicara. “Semua kami terima,” katanya.",
            [("Sari Melati", "dir", "Semua kami terima")],
        ),
        (
            "Sari Melati dan Darwis Lesmana hadir. “Kami tunda dulu,” kata keduanya.",
            [("Sari Melati", "dir", "Kami tunda dulu"), ("Darwis Lesmana", "dir", "Kami tunda dulu")],
        ),
        (
            "Kota sepi pagi itu. Di dekat Sari Melati angin bertiup. “Dingin sekali,” katanya.",
            [("Sari Melati", "dir", "Dingin sekali")],
        ),
        (
            "Darwis Lesmana mengaku siap. Sari Melati mengatakan, “Kami tunda dulu,” ujarnya.",
            [("Darwis Lesmana", "ind", "siap"), ("Sari Melati", "dir", "Kami tunda dulu")],
        ),
        (
            "Dalam artikel “Logistik Sudah Siap Semua”, Sari Melati mengatakan kotak suara kering.",
            [("Sari Melati", "ind", "kotak suara kering")],
        ),
        # an event and a thing are not the person they are about
        (
            "Kata Sari Melati, siap. Mundurnya Darwis Lesmana mengejutkan warga. “Kami kaget,” katanya.",
            [("Sari Melati", "ind", "siap"), ("Sari Melati", "dir", "Kami kaget")],
        ),
        (
            "Kata Sari Melati, siap. Hasil survei Darwis Lesmana menyebut warga lelah.",
            [("Sari Melati", "ind", "siap")],
        ),
        (
            "Kata Sari Melati, siap. Hasil hitung itu adalah Darwis Lesmana unggul. “Kami kaget,” katanya.",
            [("Sari Melati", "ind", "siap"), ("Sari Melati", "dir", "Kami kaget")],
        ),
        # nobody says what names them
        (
            "Kata Sari Melati, siap. Darwis Lesmana lewat. “Pak Darwis memang rajin,” katanya.",
            [("Sari Melati", "ind", "siap"), ("Sari Melati", "dir", "Pak Darwis memang rajin")],
        ),
        (
            "Darwis Lesmana lewat. “Pak Darwis memang rajin,” katanya.",
            [(None, "dir", "Pak Darwis memang rajin")],
        ),
        (
            "Darwis Lesmana lewat. “Saya Darwis, ketua RT,” katanya.",
            [("Darwis Lesmana", "dir", "Saya Darwis, ketua RT")],
        ),
        # who goes on has spoken before
        (
            "Kata Sari Melati, siap. Korban itu adalah Darwis Lesmana. “Ia sudah pulih,” lanjutnya.",
            [("Sari Melati", "ind", "siap"), ("Sari Melati", "dir", "Ia sudah pulih")],
        ),
        (
            "Kata Sari Melati, siap. Bupati Darwis Lesmana hadir. “Kami juga siap,” tambahnya.",
            [("Sari Melati", "ind", "siap"), ("Darwis Lesmana", "dir", "Kami juga siap")],
        ),
        # a pronoun inside a statement
        (
            "Kata Sari Melati, siap. Darwis Lesmana bercerita tentang ladang yang menurutnya subur.",
            [
                ("Sari Melati", "ind", "siap"),
                ("Darwis Lesmana", "ind", "Darwis Lesmana bercerita tentang ladang yang"),
            ],
        ),
        # what was confirmed
        (
            "Logistik sudah tiba. Kabar itu lantas dibenarkan oleh Sari Melati.",
            [("Sari Melati", "ind", "Logistik sudah tiba.")],
        ),
        ("Logistik sudah tiba. Artikel ini ditulis oleh Sari Melati.", []),
        # children and spouses of others
        (
            "Sari Melati datang. Putri sulung Gubernur Darwis Lesmana itu mengaku lega.",
            [("Sari Melati", "ind", "lega")],
        ),
        ("Putri sulung Darwis Lesmana mengaku lega.", [(None, "ind", "lega")]),
        (
            "Putri sulung Gubernur Darwis Lesmana, Sari Melati, mengaku lega.",
            [("Sari Melati", "ind", "lega")],
        ),
        (
            "Istri penyanyi Darwis Lesmana, Sari Melati, datang. “Kami siap,” katanya.",
            [("Sari Melati", "dir", "Kami siap")],
        ),
        # who is asked and who asks
        (
            "Kepada Sari Melati, warga bertanya. “Kapan jembatan dibuka, Bu?” tanya seorang warga.",
            [(None, "dir", "Kapan jembatan dibuka, Bu?")],
        ),
        (
            "Melalui jubirnya, Sari Melati meminta maaf kepada warga.",
            [("Sari Melati", "ind", "maaf kepada warga")],
        ),
        ("Sari Melati lewat akun X-nya meminta warga sabar.", [("Sari Melati", "ind", "warga sabar")]),
        ("Sari Melati terlihat mengajak warga pulang.", [("Sari Melati", "ind", "warga pulang")]),
        # groups and things that are called after somebody
        ("Kubu Sari Melati menyatakan siap.", []),
        ("Pihak Sari Melati menyatakan siap.", []),
        (
            "Dalam buku yang ditulis Darwis Lesmana, Sari Melati mengatakan semua siap.",
            [("Sari Melati", "ind", "semua siap")],
        ),
        # who is called so
        (
            "Pria yang akrab disapa Mang Uji itu juga meminta warga sabar.",
            [("Mang Uji", "ind", "warga sabar")],
        ),
        ("Wanita bernama Sari Melati meminta warga sabar.", [("Sari Melati", "ind", "warga sabar")]),
        ("“Kami siap,” ujar pria yang akrab disapa Mang Uji itu.", [("Mang Uji", "dir", "Kami siap")]),
        ("“Kami siap,” ujar pria yang datang bersama Sari Melati.", [(None, "dir", "Kami siap")]),
        # a mark that opens nothing
        (
            'Sungai meluap. " Sari Melati meminta warga sabar. Sebab, kata dia, air segera surut.',
            [("Sari Melati", "ind", "warga sabar"), ("Sari Melati", "ind", "air segera surut")],
        ),
        # a threat in deeds
        ("Sari Melati mengancam dan mengusir warga.", []),
        # what is still to be said, and somebody's own words without marks
        ("Sari Melati akan menyampaikan pidato malam ini.", []),
        ("Saya dengar Bu Sari Melati meminta maaf.", []),
        (
            "“Jalan itu rusak,” kata Sari Melati. Benar, Mas Darwis Lesmana tiba. Itu niat dia,” ujar dia.",
            [("Sari Melati", "dir", "Jalan itu rusak"), ("Sari Melati", "dir", "Itu niat dia")],
        ),
        (
            "“Jalan itu rusak,” kata Sari Melati.\nMas Darwis Lesmana tersenyum. “Wajar sekali,” ujarnya.",
            [("Sari Melati", "dir", "Jalan itu rusak"), ("Darwis Lesmana", "dir", "Wajar sekali")],
        ),
        (
            "“Jalan itu rusak,” kata Sari Melati. Darwis Lesmana tetap menjabat ketua. Ia meminta sabar.",
            [("Sari Melati", "dir", "Jalan itu rusak"), ("Sari Melati", "ind", "sabar")],
        ),
        (
            "“Jalan itu rusak,” kata Sari Melati. Darwis Lesmana datang. Ia menyebut, Darwis orang baik.",
            [("Sari Melati", "dir", "Jalan itu rusak"), ("Sari Melati", "ind", "Darwis orang baik")],
        ),
        ("Darwis Lesmana datang. Namun dia menyebut, Darwis orang baik.", []),
        (
            "“Kami tunggu,” kata Darwis Lesmana. Jalan akan dibuat oleh Bupati Sari Melati. Dia minta sabar.",
            [("Darwis Lesmana", "dir", "Kami tunggu"), ("Darwis Lesmana", "ind", "sabar")],
        ),
        (
            "“Jalan rusak,” kata Sari Melati. Darwis Lesmana tiba. Wanita ini menyebut Darwis Lesmana baik.",
            [("Sari Melati", "dir", "Jalan rusak"), ("Sari Melati", "ind", "Darwis Lesmana baik")],
        ),
        (
            "Rapat usai sore itu, dengan Sari Melati meminta warga sabar.",
            [("Sari Melati", "ind", "warga sabar")],
        ),
    ],
)
def test_statements_go_to_whom_the_text_leads(body: str, quotes: list[tuple[str | None, str, str]]) -> None:
    assert stated(body) == quotes


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Sari Melati Tolak Tawaran Besar", "Sari Melati"),
        ("Sari Melati: Politik Itu Kejam", "Sari Melati"),
        ("Ketua KPU Sari Melati Mundur", None),
        ("Tawaran untuk Sari Melati", None),
        ("Sari Tolak Tawaran", None),
        ("", None),
    ],
)
def test_a_pronoun_before_any_name_means_whom_the_headline_begins_with(
    headline: str, speaker: str | None
) -> None:
    quotes = stated("“Tahun ini tawarannya besar,” ujarnya.", headline)
    assert quotes == ([(speaker, "dir", "Tahun ini tawarannya besar")] if speaker else [])


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Sepak Terjang Herman", "Herman"),
        ("Sari Bicara Herman", "Sari Melati"),
        ("Profil Anggota DPRD", "Sari Melati"),
        ("", "Sari Melati"),
    ],
)
def test_whom_the_headline_names_and_a_sentence_describes_may_speak_next(headline: str, speaker: str) -> None:
    body = (
        "Anggota DPRD Arunika, Herman, dilantik kemarin. Kapolres Arunika Sari Melati mengatakan kasus itu "
        "diusut. Herman sendiri merupakan guru. Pelantikan itu disiarkan langsung. Ia beralasan sedang sakit."
    )
    assert stated(body, headline)[-1] == (speaker, "ind", "sedang sakit")


@pytest.mark.parametrize("source", ["Inter Arunika Press", "laman itu"])
@pytest.mark.parametrize("according", ["menurut ", "menurut"])
def test_a_quotation_from_a_source_is_nobody_s_that_went_before(according: str, source: str) -> None:
    body = f"Sari Melati pulang.\n“Ia dibawa ke balai desa,” {according}{source}."
    assert [quote.speaker for quote in attribute(body)] == [None]
