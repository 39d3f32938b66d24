"""The affixes of Indonesian as tables: what each looks like, what it does to a root, what it stands with.

The names are those of the grammars: N stands for the nasal that meN- and peN- put before a root.
"""

from collections.abc import Mapping
from dataclasses import dataclass

VOWELS = "aeiou"

_WRITTEN_SUFFIXES = ("kan", "an", "i")
# -in is what speech has for -kan and -i, in quotes: laporin, dimasukin.
SUFFIXES = (*_WRITTEN_SUFFIXES, "in")
# With what each costs: far more roots end in -ku and -mu than in -nya.
CLITICS = {"nya": 3, "ku": 11, "mu": 11}
PARTICLES = ("lah", "kah", "tah", "pun")
PARTICLE_COST = 13


@dataclass(frozen=True, slots=True)
class NasalRule:
    """What stands between me- or pe- and the rest of a root, and the letters of the root it hides.

    `shown` is the nasal as written, `before` the letters it may stand before, `hidden` what the root begins
    with in its place: in memilih the m before i hides the p of pilih; in membawa the m before b hides
    nothing. `doubt` is the cost of the rule beside the commoner ones.
    """

    shown: str
    before: str
    hidden: str
    doubt: int = 0


NASAL_RULES = (
    NasalRule("m", "bfpv", ""),  # membawa, memfitnah, memproses, memvonis
    NasalRule("m", VOWELS + "lr", "p"),  # memilih: pilih; memroses: proses
    NasalRule("", "m", "", doubt=2),  # memakan: makan
    NasalRule("n", "cdjtsz", ""),  # mencari, mendengar, menjual, mentransfer, mensyukuri, menziarahi
    NasalRule("n", VOWELS, "t"),  # menolak: tolak
    NasalRule("", "n", "", doubt=2),  # menikah: nikah; menyanyi: nyanyi; menganga: nganga
    NasalRule("ny", VOWELS, "s"),  # menyapu: sapu
    NasalRule("ny", VOWELS, "c", doubt=3),  # menyontek: contek, beside the standard mencontek
    NasalRule("ng", VOWELS, ""),  # mengambil: ambil
    NasalRule("ng", VOWELS, "k"),  # mengirim: kirim
    NasalRule("ng", "ghkqx", ""),  # menggugat, menghitung, mengkritik
    NasalRule("ng", "bcdfjlmnprstvwyz", "", doubt=4),  # mengrusak: not standard, yet written
    NasalRule("", "lrwy", ""),  # melihat, merasa, mewakili, meyakini
)
# Before a root of one syllable the nasal takes a vowel: mengebom, pengecatan.
MONOSYLLABLE_NASAL = "nge"
MONOSYLLABLE_LETTERS = 5


@dataclass(frozen=True, slots=True)
class Prefix:
    """A prefix as written before a root, and what may stand beside it.

    `suffixes` gives what it takes at the end of the word, "" for nothing, with the cost of the pair: a pair
    that is one morpheme in two parts, such as ke- -an, costs less than its parts. `inner` names the
    prefixes that may follow it. `nasal` says that a nasal stands between it and the root, `loses_r` that
    its r falls before a root in r- and before one whose first syllable ends in -er (berenang, bekerja).
    """

    name: str
    written: str
    suffixes: Mapping[str, int]
    inner: frozenset[str] = frozenset()
    nasal: bool = False
    loses_r: bool = False


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Costs order the readings of a word, the lowest wins. One affix is likelier than two, and a circumfix
# (keadilan: adil) than a root that happens to end like one. What costs 24 is not standard, yet written
# (menunjukan, penegakkan).
_VERBAL = {"": 10, "kan": 11, "i": 12, "an": 24, "in": 24}
_PRONOMINAL = {"": 15, "kan": 16, "i": 17}
PREFIXES = (
    # memilih, menyerahkan, memasuki; memperbarui, memberlakukan, mengesampingkan, menyamakan
    Prefix("meN", "me", _VERBAL, _names("per ber ter ke se pe tidak"), nasal=True),
    # dipilih, diserahkan, dimasuki; diperbarui, diberlakukan
    Prefix("di", "di", _VERBAL, _names("per ber ter ke se pe tidak")),
    # kucari, kautemukan
    Prefix("ku", "ku", _PRONOMINAL, _names("per ber se")),
    Prefix("kau", "kau", _PRONOMINAL, _names("per ber se")),
    # bersuara, berpasangan, berdasarkan; berkepentingan, berpendidikan
    Prefix("ber", "ber", {"": 10, "an": 12, "kan": 12}, _names("peN pe per ke se"), loses_r=True),
    # terpilih, terabaikan, terpenuhi; terpercaya, tersesatkan
    Prefix("ter", "ter", {"": 10, "kan": 12, "i": 12}, _names("per ke se ber"), loses_r=True),
    # pemilih, pemilihan; pemberlakuan, penyeragaman, pengesampingan
    Prefix("peN", "pe", {"": 10, "an": 8, "kan": 24}, _names("per ber ter se ke tidak"), nasal=True),
    # petugas, pemukiman
    Prefix("pe", "pe", {"": 12, "an": 11}),
    # pertanda, pertemuan, perlihatkan, perbaiki; perseteruan
    Prefix("per", "per", {"": 11, "an": 8, "kan": 14, "i": 14}, _names("se ber"), loses_r=True),
    # kehendak, keadilan; keberhasilan, keterpilihan, ketidakadilan, kepemimpinan
    Prefix("ke", "ke", {"": 14, "an": 8}, _names("ber ter se tidak peN pe per")),
    # setinggi, seharian; sepengetahuan, seberhasil
    Prefix("se", "se", {"": 12, "an": 15}, _names("ke peN pe per ber ter")),
    # only behind another prefix: ketidakterbukaan
    Prefix("tidak", "tidak", {}, _names("ber ter se")),
)
# meN- as it is spoken, the nasal alone: ngurus, nyari, ngajarin. It is told by these letters; far more words
# begin in another nasal by themselves (nanda, mari).
SPOKEN_PREFIX = Prefix("N", "", {"": 20, "an": 24, "i": 24, "in": 20}, nasal=True)
SPOKEN_NASALS = ("ng", "ny")
INNER_COST = 9
BARE_SUFFIX_COST = {"": 0, "kan": 11, "an": 9, "i": 13, "in": 20}
# The r lost in berenang; before -er- (bekerja) the loss is rarer than a root that begins as it stands.
LOST_R_COST = {"r": 0, "er": 1}
# bel- and pel- stand before this root alone: belajar, pelajaran.
L_ROOT = "ajar"

# Loan prefixes written together with a word that stands by itself: antikorupsi is found by korupsi.
_LOANS = _names("pasca antar anti non multi eks intra inter supra semi kontra pra sub")
LOAN_PREFIXES = tuple(sorted(_LOANS))
LOAN_PREFIX_COST = 30
LOAN_PREFIX_ROOT_LETTERS = 5

# What may stand before a hyphen without being a word: se-Banten, ber-KTP, pasca-Pemilu, meng-update.
HYPHENATED_PREFIXES = frozenset(
    {prefix.written for prefix in PREFIXES} | _names("mem men meng meny pem pen peng") | _LOANS
)
HYPHENATED_ENDINGS = (*PARTICLES, *CLITICS, *_WRITTEN_SUFFIXES)
